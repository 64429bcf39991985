"""The line of a page that looks for words on it, typed with or without accents (Ctrl+F)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.language import Language
from views.parts.labels import PlainLabel
from views.theme import SPACE


class Finder(QFrame):
    """`next_wanted(words)` asks for the next place after the one that is shown; `typed(words)` follows each key.

    `page` is the page's table of the catalogue, which says what is looked through, and the beginning of object names.
    """

    next_wanted = Signal(str)
    typed = Signal(str)
    closed = Signal()

    def __init__(self, language: Language, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._page = page
        self.box = QLineEdit()
        self.box.setObjectName(f"{page}.find")
        self.box.returnPressed.connect(self._on_next)
        self.box.textEdited.connect(self._on_edited)
        self.next = QPushButton()
        self.next.setObjectName(f"{page}.find.next")
        self.next.clicked.connect(self._on_next)
        self.none = PlainLabel(role="muted")
        self.dismiss = QPushButton("✕")
        self.dismiss.setProperty("kind", "flat")
        self.dismiss.clicked.connect(self.close_line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.box, stretch=1)
        for widget in (self.none, self.next, self.dismiss):
            row.addWidget(widget)
        self.hide()

    def open(self) -> None:
        """Show the line, ready to type over what was looked for last."""
        self.none.clear()
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def close_line(self) -> None:
        """Hide the line."""
        self.hide()
        self.closed.emit()

    def say_none(self, *, is_none: bool) -> None:
        """Say whether nothing was found."""
        self.none.setText(self._language.say("find.none") if is_none else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._language.say
        self.box.setPlaceholderText(say(f"find.{self._page}"))
        self.box.setAccessibleName(say(f"find.{self._page}"))
        self.next.setText(say("find.next"))
        self.dismiss.setAccessibleName(say("window.dismiss"))

    def _on_next(self) -> None:
        if self.box.text().strip():
            self.next_wanted.emit(self.box.text())

    def _on_edited(self, words: str) -> None:
        if not words.strip():
            self.none.clear()
        self.typed.emit(words.strip())
