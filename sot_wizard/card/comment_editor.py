"""The editor of a comment: Ctrl+Enter hands it in, Esc gives it up or leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from views.parts.text_editor import TextEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommentEditor(TextEditor):
    """Plain text that is written when it is handed in: `sent` follows Ctrl+Enter, `escaped` Esc."""

    sent = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=1)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that hand in and leave from the shortcuts of the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand in, leave or type."""
        if not _is_own(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            self.sent.emit()


def _is_own(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        return True
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
