"""The stakeholders that an answer names: chips out of the plan's one list, and a line to name another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.reading import stakeholders
from views.context import Context
from views.forms.name_chips import NameChips
from views.parts.labels import PlainLabel
from views.theme import SPACE

_TOP = 5


class NamedLine(QWidget):
    """`names_wanted(names)` carries those that should be named now. In a closed cycle the names can only be read.

    The chips are made when the line is first seen.
    """

    names_wanted = Signal(object)

    def __init__(self, context: Context, code: str) -> None:
        super().__init__()
        self._context = context
        self._code = code
        self._names: Sequence[str] = ()
        self._is_locked = False
        self.chips: NameChips | None = None
        self.caption = PlainLabel(role="small")
        self.caption.setContentsMargins(0, _TOP, 0, 0)
        self.read = PlainLabel(role="label", wraps=True)
        self.read.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE[1])
        self._row.addWidget(self.caption)
        self._row.addWidget(self.read, stretch=1)
        self._row.setAlignment(self.caption, Qt.AlignmentFlag.AlignTop)

    def show_names(self, names: Sequence[str], *, is_locked: bool) -> None:
        """Show the names of the answer."""
        self._names, self._is_locked = names, is_locked
        if self.chips is not None:
            self.chips.setHidden(is_locked)
            self.chips.show_value(names)
        self.read.setHidden(not is_locked)
        self.read.setText(", ".join(names) or "–")

    def open_names(self) -> None:
        """Another initiative is shown: what was half typed is given up."""
        if self.chips is not None:
            self.chips.open_value(self._names)

    def commit(self) -> None:
        """Take what is typed as a name."""
        if self.chips is not None:
            self.chips.commit()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.caption.setText(say("card.named"))
        if self.chips is not None:
            self.chips.setAccessibleName(say("card.name_for", code=self._code))
            self.chips.say_with(
                say("card.name_hint"),
                lambda name: say("card.name_new", name=name),
                lambda name: say("card.name_chip", name=name),
                lambda name: say("card.name_remove", name=name),
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Make the chips."""
        super().showEvent(event)
        if self.chips is None:
            self.chips = NameChips()
            self.chips.setObjectName(f"sot.stakeholders.{self._code}")
            self.chips.value_wanted.connect(self.names_wanted)
            self.chips.adder.installEventFilter(self)
            self._row.addWidget(self.chips, stretch=1)
            self.retranslate()
            self.show_names(self._names, is_locked=self._is_locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the plan's list as it is when the keys come here."""
        if event.type() is QEvent.Type.FocusIn and self.chips is not None:
            self.chips.set_known(self._context.workbench.read(stakeholders.every))
        return super().eventFilter(watched, event)
