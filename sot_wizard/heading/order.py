"""The place of an initiative among all: up and down in the plan, or put away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.editing import initiatives
from models.reading.desks import Desk
from sot_wizard.deeds import do, tell
from views.context import Context
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

_MOVES = (("up", "↑", -1), ("down", "↓", 1))


class Order(QWidget):
    """Each press is a step of work that can be undone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self.place = PlainLabel(role="muted", wraps=True)
        self.place.setObjectName("sot.heading.place")
        self.moves: dict[int, QPushButton] = {}
        self.archive = QPushButton()
        self.archive.setObjectName("sot.heading.archive")
        self.archive.clicked.connect(self._archive)
        row = QHBoxLayout()
        row.setSpacing(SPACE[0])
        row.addWidget(self.place, stretch=1)
        for name, sign, by in _MOVES:
            button = self.moves[by] = QPushButton(sign)
            button.setObjectName(f"sot.heading.{name}")
            button.clicked.connect(lambda _checked=False, by=by: self._move(by))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[1], 0, 0)
        column.setSpacing(SPACE[1])
        column.addLayout(row)
        column.addWidget(self.archive, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_desk(self, desk: Desk) -> None:
        """Show where an initiative stands."""
        self._desk = desk
        place, total = self._place(), len(desk.initiatives)
        self.place.setText(self._context.language.say("heading.place", place=place + 1, total=total))
        for by, button in self.moves.items():
            button.setEnabled(0 <= place + by < total)
        self.archive.setEnabled(total > 1)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        for name, _, by in _MOVES:
            self.moves[by].setAccessibleName(say(f"heading.{name}"))
            self.moves[by].setToolTip(tip(say(f"heading.{name}")))
        self.archive.setText(say("heading.archive"))
        self.archive.setToolTip(tip(say("heading.archive_tip")))

    def _place(self) -> int:
        assert self._desk is not None
        return [one.id for one in self._desk.initiatives].index(self._desk.initiative.id)

    def _move(self, by: int) -> None:
        assert self._desk is not None
        one = self._desk.initiative
        done = do(self._context, "initiative.move", initiatives.move, one.id, self._place() + by)
        tell(self._context, done, one.code)
        if not self.moves[by].isEnabled():
            self.moves[-by].setFocus(Qt.FocusReason.OtherFocusReason)

    def _archive(self) -> None:
        """Put the initiative away and show the one after it, or else the one before."""
        assert self._desk is not None
        one, others = self._desk.initiative, self._desk.initiatives
        place = self._place()
        beside = others[place + 1] if place + 1 < len(others) else others[place - 1]
        self._context.navigator.go("sot", beside.code)
        tell(self._context, do(self._context, "initiative.archive", initiatives.archive, one.id), one.code)
