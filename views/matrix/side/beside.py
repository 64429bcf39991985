"""Over the fields of a measure: the cell and its principle, and beneath either the resolution or the conclusions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.pictures.wording import spaced
from models.method import MethodPack
from views.context import Context
from views.matrix.side.conclusions import Conclusions
from views.matrix.side.reference import Reference
from views.parts.labels import PlainLabel, set_look, tip
from views.theme import SPACE

_SETTING = "matrix/beside"
TABS = ("reference", "conclusions")


class Beside(QWidget):
    """`conclusion_pressed(step)` asks for a card; `turned` follows the choice of what is shown."""

    conclusion_pressed = Signal(str)
    turned = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.code = PlainLabel(role="muted")
        self.name = PlainLabel(role="strong", wraps=True)
        self.principle = PlainLabel(role="muted", wraps=True)
        self.principle.setObjectName("matrix.principle")
        self.reference = Reference(context.language)
        self.conclusions = Conclusions(context)
        self.conclusions.pressed.connect(self.conclusion_pressed)
        self.tabs = {key: self._tab(key) for key in TABS}
        self._group = QButtonGroup(self)
        for tab in self.tabs.values():
            self._group.addButton(tab)
        self._lay_out()
        chosen = context.settings.text(_SETTING)
        self.turn_to(chosen if chosen in TABS else TABS[0])

    @property
    def shows_conclusions(self) -> bool:
        """Return whether the conclusions are in sight."""
        return self.tabs["conclusions"].isChecked()

    def turn_to(self, key: str) -> None:
        """Show the resolution or the conclusions."""
        self.tabs[key].setChecked(True)
        self.reference.setVisible(key == "reference")
        self.conclusions.setVisible(key == "conclusions")
        self._context.settings.set_text(_SETTING, key)
        self.turned.emit()

    def show_cell(self, method: MethodPack, clauses: Mapping[str, str], kfa: int, kf: int) -> None:
        """Show a cell: its code, its name, the principle of its key factor and what the method says of it."""
        direction, factor = method.directions[f"KFA{kfa}"], method.key_factors[f"KF{kf}"]
        pick = self._context.language.pick
        self.code.setText(f"{spaced(direction.code)} · {factor.code}")
        self.name.setText(f"{pick(direction.short)} – {pick(factor.short)}")
        self.name.setToolTip(tip(f"{direction.code}: {pick(direction.text)}"))
        self.principle.setText(pick(factor.text))
        self.principle.setVisible(pick(factor.text) != pick(factor.short))
        self.reference.show_cell(method, clauses, kfa, kf)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        for key, tab in self.tabs.items():
            tab.setText(say(f"matrix.{key}"))
            tab.setAccessibleName(say(f"matrix.{key}"))

    def _tab(self, key: str) -> QPushButton:
        made = QPushButton()
        made.setObjectName(f"matrix.beside.{key}")
        made.setCheckable(True)
        set_look(made, "kind", "tab")
        made.clicked.connect(lambda: self.turn_to(key))
        return made

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "sunken")
        heads = QHBoxLayout()
        heads.setSpacing(SPACE[2])
        for tab in self.tabs.values():
            heads.addWidget(tab)
        heads.addStretch()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(SPACE[2] - 2, SPACE[0], SPACE[2] - 2, SPACE[1])
        inside.setSpacing(3)
        inside.addLayout(heads)
        inside.addWidget(self.reference)
        inside.addWidget(self.conclusions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.code, self.name, self.principle):
            column.addWidget(widget)
        column.addSpacing(SPACE[1] - 2)
        column.addWidget(frame)
