"""The editor for long user text: commits by itself, never disturbs typing, leaves undo to the plan."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from views.parts.keeping import Keeper, is_history_key
from views.parts.merging import merged
from views.parts.pasting import plain_of


class TextEditor(QPlainTextEdit):
    """Plain text that is committed 400 ms after the first key that is not kept yet, on leaving and on request.

    `commit_wanted(text)` carries the text (NFC) when it differs from what was shown or committed last; `left` follows
    focus-out. A text from elsewhere (`show_text`) waits while the input method composes, then comes in as the smallest
    edit, so that the cursor stays where it is and keys that were not committed yet stay too; where both touch the same
    part nothing is changed and `clashed(text)` tells. Keys for undo go to the window: the plan's journal is the undo
    stack.
    """

    commit_wanted = Signal(str)
    clashed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._lines = lines
        self._showing = False
        self.keeper = Keeper(self, self.text)
        self.keeper.commit_wanted.connect(self.commit_wanted)
        self.keeper.arrived.connect(self.show_text)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def has_unkept_text(self) -> bool:
        """Return whether there are keys that were not committed yet."""
        return self.keeper.has_unkept_text

    def text(self) -> str:
        """Return the text in NFC, no-break spaces included."""
        raw = self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        return unicodedata.normalize("NFC", raw)

    def show_text(self, text: str) -> None:
        """Show a text that was changed elsewhere; keys that were not committed yet stay in it, or `clashed` tells."""
        if self.keeper.wait_with(text):
            return
        both = merged(self.keeper.kept, self.text(), text)
        if both is None:
            self.clashed.emit(text)
            return
        self._put(both)
        self.keeper.keep(text)
        if both != text:
            self.keeper.touch()

    def open_text(self, text: str) -> None:
        """Show another text altogether: what was here has been committed, or is kept elsewhere."""
        if self.keeper.composes:
            QGuiApplication.inputMethod().reset()
            self.keeper.give_up_composing()
        self._put(text)
        self.keeper.keep(text)

    def keep_over(self, text: str) -> None:
        """Let what is here stand to be committed over `text`, which is kept now."""
        self.keeper.keep_over(text)

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
        """Commit when the field is left."""
        super().focusOutEvent(event)
        self.commit()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, but leave undo, redo and Ctrl+Enter to others."""
        is_next = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if is_next or is_history_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, marked up or not."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the paragraphs and lists of what is pasted or dropped, as plain text, and nothing else of it."""
        self.insertPlainText(plain_of(source))

    def sizeHint(self) -> QSize:
        """Return a size in which the whole text is seen."""
        return QSize(320, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the whole text."""
        return QSize(80, self._height())

    def _height(self) -> int:
        line = self.fontMetrics().lineSpacing()
        text, block = 0.0, self.document().firstBlock()
        while block.isValid():
            text += self.blockBoundingRect(block).height()
            block = block.next()
        frame = self.height() - self.viewport().height()
        return int(max(text, self._lines * line) + 2 * self.document().documentMargin()) + frame + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        height = self._height()
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.updateGeometry()

    def _on_text_changed(self) -> None:
        if not self._showing:
            self.keeper.touch()

    def _put(self, text: str) -> None:
        if self.text() != text:
            self._showing = True
            self._replace_least(text)
            self._showing = False

    def _replace_least(self, text: str) -> None:
        """Replace only the part in the middle that differs."""
        now = self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        start = 0
        while start < min(len(now), len(text)) and now[start] == text[start]:
            start += 1
        end = 0
        while end < min(len(now), len(text)) - start and now[-1 - end] == text[-1 - end]:
            end += 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(now[:start]))
        cursor.setPosition(_units(now[: len(now) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])


def _units(text: str) -> int:
    """Return how many UTF-16 units a text has: Qt counts positions in them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
