"""The line that looks for words in the answers of one initiative (Ctrl+F), and leads to replacing them (Ctrl+H)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.language import Language
from views.parts.finder import Finder
from views.parts.labels import tip


class AnswerFinder(Finder):
    """`replace_wanted(words)` asks for the sheet that replaces words; empty when the line is not open."""

    replace_wanted = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language, "sot", parent)
        self._words = language
        self.replace = QPushButton()
        self.replace.setObjectName("sot.find.replace")
        self.replace.clicked.connect(self.ask_to_replace)
        row = self.layout()
        assert row is not None
        row.removeWidget(self.dismiss)
        row.addWidget(self.replace)
        row.addWidget(self.dismiss)

    def ask_to_replace(self) -> None:
        """Ask for the sheet, with the words that are looked for."""
        self.replace_wanted.emit("" if self.isHidden() else self.box.text())

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        super().retranslate()
        self.replace.setText(self._words.say("replacing.open"))
        self.replace.setToolTip(tip(self._words.say("replacing.open_tip")))
