"""A list that is walked by its own keys and leaves all others to the console, where they are commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_HINT = QSize(256, 96)
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class PlainList(QListWidget):
    """`picked(key)` follows the choice of a line by a person; every line has a key."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "plain")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentItemChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show lines of a key and a text; the line of the key `chosen` is current."""
        with QSignalBlocker(self):
            there = [
                (self.item(row).data(Qt.ItemDataRole.UserRole), self.item(row).text()) for row in range(self.count())
            ]
            if there != list(lines):
                self.clear()
                for key, text in lines:
                    item = QListWidgetItem(text)
                    item.setData(Qt.ItemDataRole.UserRole, key)
                    self.addItem(item)
            row = next((row for row, line in enumerate(lines) if line[0] == chosen), -1)
            self.setCurrentRow(row)
        if row >= 0:
            self.scrollToItem(self.item(row))

    def sizeHint(self) -> QSize:
        """Return a small size: a list has what is left, and scrolls."""
        return _HINT

    @property
    def chosen(self) -> str:
        """Return the key of the current line."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole)) if self.currentRow() >= 0 else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the lines; other keys are not for the list."""
        if event.key() in _KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _on_current(self) -> None:
        if self.chosen:
            self.picked.emit(self.chosen)
