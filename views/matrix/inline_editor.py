"""Typing a measure where it stands: over its entry, or where the next one will be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from views.matrix.edits import MatrixEdits
from views.matrix.grouping.arrangement import NOWHERE, Place
from views.parts.labels import set_look
from views.parts.text_editor import TextEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineEditor(TextEditor):
    """An editor that floats over a cell.

    A pause in typing keeps what is there, as in every editor: the first text makes the measure, the rest belongs to
    the same step. `finished(how)` tells that it has closed: by "enter", "next" (Ctrl+Enter), "tab", "backtab",
    "escape", by being "left", or because its measure is "gone".
    """

    finished = Signal(str)

    def __init__(self, edits: MatrixEdits, on_made: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent, lines=2)
        self._viewport = parent
        self._place = QRect()
        self._edits = edits
        self._on_made = on_made
        self._typing = ""
        self._sessions = 0
        self._original = ""
        self._is_new = False
        self._is_closing = False
        self.at = NOWHERE
        self.position: int | None = None
        self.measure_id = ""
        self.setObjectName("matrix.inline")
        set_look(self, "kind", "inline")
        self.commit_wanted.connect(self._on_commit_wanted)
        self.clashed.connect(self.keep_over)
        self.left.connect(lambda: self.close_with("left"))
        self.document().documentLayout().documentSizeChanged.connect(lambda: self.place(self._place))
        self.hide()

    @property
    def is_open(self) -> bool:
        """Return whether something is being typed."""
        return bool(self._typing)

    def open(self, at: Place, measure_id: str, text: str, position: int | None) -> None:
        """Start typing: the text of a measure, or a new one that will stand at a position of a cell."""
        self._sessions += 1
        self._typing = f"measure.inline.{self._sessions}"
        self.at, self.measure_id, self.position = at, measure_id, position
        self._original, self._is_new = text, not measure_id
        self.open_text(text)

    def place(self, place: QRect) -> None:
        """Stand at a place, as high as the text needs, but within the view."""
        self._place = place
        height = max(place.height(), self.minimumHeight())
        top = max(0, min(place.top(), self._viewport.height() - height))
        self.setGeometry(place.left(), top, place.width(), height)

    def close_with(self, how: str) -> None:
        """Keep what is there, or give it up after Esc, and close."""
        if not self.is_open or self._is_closing:
            return
        self._is_closing = True
        if how == "escape":
            self._give_up()
        else:
            self.commit()
            if self._is_new and self.measure_id and not self.text().strip():
                self._give_up()
        self._typing = ""
        self.open_text("")
        self.finished.emit(how)
        self.hide()
        self._is_closing = False

    def abandon(self) -> None:
        """Close without keeping anything: the measure is gone."""
        self._typing = ""
        self.open_text("")
        self.finished.emit("gone")
        self.hide()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Close with Tab and go on to another cell."""
        self.close_with("tab" if next else "backtab")
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter, Ctrl+Enter and Esc; Shift+Enter starts a new line."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and modifiers == Qt.KeyboardModifier.NoModifier:
            self.close_with("enter")
        elif event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.close_with("next")
        elif event.key() == Qt.Key.Key_Escape:
            self.close_with("escape")
        else:
            super().keyPressEvent(event)

    def _on_commit_wanted(self, text: str) -> None:
        if not text.strip():
            return
        if self.measure_id:
            self.keeper.set_writing(True)
            self._edits.write_text(self.measure_id, text, self._typing, self, self._on_written)
        else:
            self.measure_id = self._edits.add(self.at, text, self.position, self._typing, self)
            self._on_made(self.measure_id)
            self._on_written(bool(self.measure_id))

    def _on_written(self, is_kept: bool) -> None:
        self.keeper.set_writing(False)
        if not is_kept:
            self.refuse()

    def _give_up(self) -> None:
        if not self.measure_id:
            return
        if self._is_new:
            self._edits.give_up(self.measure_id, self._typing)
            self.measure_id = ""
        else:
            self._edits.write_text(self.measure_id, self._original, self._typing, self, self._on_written)
