"""The editor for long user text: commits by itself, never disturbs typing, leaves undo to the plan."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from views.parts.merging import merged

COMMIT_MS = 400
_SHORTCUTS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


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
        self._kept = ""
        self._kept_before = ""
        self._waiting: str | None = None
        self._composes = False
        self._showing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMMIT_MS)
        self._timer.timeout.connect(self.commit)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def has_unkept_text(self) -> bool:
        """Return whether there are keys that were not committed yet."""
        return self.text() != self._kept

    def text(self) -> str:
        """Return the text in NFC, no-break spaces included."""
        raw = self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        return unicodedata.normalize("NFC", raw)

    def show_text(self, text: str) -> None:
        """Show a text that was changed elsewhere; keys that were not committed yet stay in it, or `clashed` tells."""
        if self._composes:
            self._waiting = text
            return
        self._waiting = None
        mine = self.text()
        both = merged(self._kept, mine, text)
        if both is None:
            self.clashed.emit(text)
            return
        self._kept = text
        self._put(both)
        if both == text:
            self._timer.stop()
        else:
            self._timer.start()

    def open_text(self, text: str) -> None:
        """Show another text altogether: what was here has been committed, or is kept elsewhere."""
        if self._composes:
            QGuiApplication.inputMethod().reset()
            self._composes = False
        self._waiting = None
        self._kept = text
        self._put(text)
        self._timer.stop()

    def keep_over(self, text: str) -> None:
        """Let what is here stand to be committed over `text`, which is kept now."""
        self._kept = text

    def commit(self) -> None:
        """Hand over the text when it differs from what was kept; not while a text from elsewhere waits to come in."""
        if self._waiting is not None:
            self._timer.start()
            return
        self._timer.stop()
        text = self.text()
        if text != self._kept:
            self._kept_before, self._kept = self._kept, text
            self.commit_wanted.emit(text)

    def refuse(self) -> None:
        """The text that was just handed over could not be kept: it stays here and is handed over again next time."""
        self._kept = self._kept_before

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether the input method composes; what has waited for its end comes in."""
        super().inputMethodEvent(event)
        self._composes = bool(event.preeditString())
        if not self._composes and self._waiting is not None:
            self.show_text(self._waiting)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the field is left."""
        super().focusOutEvent(event)
        self.commit()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and any(event.matches(key) for key in _SHORTCUTS)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, but leave undo, redo and Ctrl+Enter to others."""
        is_next = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if is_next or any(event.matches(key) for key in _SHORTCUTS):
            event.ignore()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text alone."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the plain text of what is pasted or dropped, and nothing else of it."""
        self.insertPlainText(source.text().replace("\x00", ""))

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
        # Not pushed on by the next key: who types without a pause would have nothing kept.
        if not self._showing and not self._timer.isActive():
            self._timer.start()

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
