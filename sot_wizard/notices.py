"""The notice above the questions of a cycle that can only be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.language import Language
from models.reading.desks import Desk
from views.parts.labels import PlainLabel
from views.theme import SPACE


class LockedBand(QFrame):
    """Stands above the questions of a closed cycle."""

    start_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setProperty("kind", "notice")
        self.sentence = PlainLabel(wraps=True)
        self.sentence.setObjectName("sot.closed")
        self.start = QPushButton()
        self.start.setObjectName("sot.cycle.start")
        self.start.clicked.connect(self.start_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], SPACE[1], SPACE[1], SPACE[1])
        row.addWidget(self.sentence, stretch=1)
        row.addWidget(self.start)
        self.hide()

    def show_desk(self, desk: Desk) -> None:
        """Stand there when the desk's cycle is closed."""
        last = desk.cycles[-1]
        self.setVisible(desk.is_closed)
        if desk.is_closed:
            day = self._language.day_of(last.closed)
            self.sentence.setText(self._language.say("sot.closed", number=last.number, day=day))
            self.start.setText(self._language.say("sot.start_cycle", number=last.number + 1))
