"""The editor of an answer: lists go on by themselves, and a locked text can still be walked and selected by keys."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from models.wording import Piece
from views.parts.text_editor import TextEditor
from views.theme import Theme

_MARKER = "- "
_ITEM = re.compile(rf"([ \t]*{_MARKER})(.*)")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerEditor(TextEditor):
    """Plain text with simple lists: Enter behind an item begins the next one, Enter on an empty item ends the list.

    Who types the marker of the next item as well gets one, not two.
    """

    def set_locked(self, is_locked: bool) -> None:
        """Take no more keys, or take them again; what is locked can be walked and selected."""
        self.setReadOnly(is_locked)
        if is_locked:
            can = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(can)

    def mark_own(self, pieces: Sequence[Piece], theme: Theme) -> None:
        """Underline the words that another text for the same answer does not have: those that are gone from it."""
        look = QTextCharFormat()
        look.setBackground(QColor(theme.accent_ground))
        look.setFontUnderline(True)
        marked, place = [], 0
        for piece in pieces:
            if piece.kind == "come":
                continue
            end = place + len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
            if piece.kind == "gone":
                passage = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                last = self.document().characterCount() - 1
                cursor.setPosition(min(place, last))
                cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
                passage.cursor, passage.format = cursor, look
                marked.append(passage)
            place = end
        self.setExtraSelections(marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on with a list; a word that is being composed keeps its Enter."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in _ENTER and is_plain and not self.isReadOnly() and not self.keeper.composes
        if is_enter and self._go_on_with_list():
            return
        if event.text() == _MARKER.strip() and not self.isReadOnly():
            self._select_offered_marker()
        super().keyPressEvent(event)

    def _select_offered_marker(self) -> None:
        """Let the marker that is typed now stand in the place of the one on an item that has nothing else yet."""
        cursor = self.textCursor()
        text = cursor.block().text()
        item = _ITEM.fullmatch(text)
        if item is not None and not item[2] and not cursor.hasSelection() and cursor.atBlockEnd():
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(_MARKER))
            self.setTextCursor(cursor)

    def _go_on_with_list(self) -> bool:
        """Begin the next item, or end the list; return False where there is none."""
        cursor = self.textCursor()
        item = _ITEM.fullmatch(cursor.block().text())
        if item is None or cursor.hasSelection() or cursor.positionInBlock() < len(item[1]):
            return False
        if item[2].strip():
            cursor.insertText(f"\n{item[1]}")
        else:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True
