"""The editor for one short line: commits by itself, never disturbs typing, leaves undo to the plan."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from views.parts.keeping import Keeper, is_history_key

_OWN_HISTORY = ("edit-undo", "edit-redo")


class LineEditor(QLineEdit):
    """One line of text.

    `commit_wanted(text)` carries the text (NFC) when it differs from what was shown or committed last: soon after a key
    if what stands there `is_whole`, and on Enter and on leaving; `left` follows focus-out. A text from elsewhere
    (`show_text`) waits while the input method composes. Keys for undo go to the window: the plan's journal is the undo
    stack.
    """

    commit_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keeper = Keeper(self, self.plain, self.is_whole)
        self.keeper.commit_wanted.connect(self.commit_wanted)
        self.keeper.arrived.connect(self.show_text)
        self.returnPressed.connect(self.commit)
        self.textEdited.connect(self.keeper.touch)

    def plain(self) -> str:
        """Return the text in NFC."""
        return unicodedata.normalize("NFC", self.text())

    def is_whole(self, text: str) -> bool:  # noqa: ARG002
        """Return whether a text makes sense already; a day in the middle of being typed does not."""
        return True

    def show_text(self, text: str) -> None:
        """Show a text that was changed elsewhere; unkept keys stay while the text itself has not changed."""
        if not self.keeper.wait_with(text) and (text != self.keeper.kept or not self.hasFocus()):
            self.open_text(text)

    def open_text(self, text: str) -> None:
        """Show another text altogether; unkept keys are given up for it."""
        if self.plain() != text:
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)
        self.keeper.keep(text)

    def commit(self) -> None:
        """Hand over the text when it differs from what was kept."""
        self.keeper.commit()

    def refuse(self) -> None:
        """The text that was just handed over could not be kept: it stays here and is handed over again next time."""
        self.keeper.refuse()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether the input method composes; what has waited for its end comes in."""
        super().inputMethodEvent(event)
        self.keeper.note_composing(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the field is left, and show its beginning again."""
        super().focusOutEvent(event)
        self.commit()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, but leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual menu without the field's own undo."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in _OWN_HISTORY:
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
