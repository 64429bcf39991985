"""The keys of the matrix."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from views.matrix.cursor import Cursor

if TYPE_CHECKING:
    from views.matrix.view import MatrixView

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_Key = tuple[int, Qt.KeyboardModifier]


class Keys:
    """Arrows walk cells and the measures in them; Enter edits, Ctrl+Enter adds, Alt+arrows rearrange."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        key = Qt.Key
        self._acts: dict[_Key, Callable[[], object]] = {
            (key.Key_Return, _NONE): view.edit_here,
            (key.Key_Enter, _NONE): view.edit_here,
            (key.Key_F2, _NONE): view.edit_here,
            (key.Key_Return, _CONTROL): view.add_next,
            (key.Key_Enter, _CONTROL): view.add_next,
            (key.Key_Insert, _NONE): view.add_next,
            (key.Key_Delete, _NONE): view.remove_marked,
            (key.Key_Up, _ALT): lambda: view.reorder(-1),
            (key.Key_Down, _ALT): lambda: view.reorder(1),
            (key.Key_F6, _NONE): view.inspector_wanted.emit,
        }
        self._ways: dict[_Key, Callable[[Cursor], Cursor]] = {
            (key.Key_Up, _NONE): lambda at: at.up(view.matrix),
            (key.Key_Down, _NONE): lambda at: at.down(view.matrix),
            (key.Key_Left, _NONE): lambda at: at.at(view.matrix, at.row, at.column - 1),
            (key.Key_Right, _NONE): lambda at: at.at(view.matrix, at.row, at.column + 1),
            (key.Key_Home, _NONE): lambda at: at.at(view.matrix, at.row, 0),
            (key.Key_End, _NONE): lambda at: at.at(view.matrix, at.row, len(view.matrix.columns)),
            (key.Key_PageUp, _NONE): lambda at: at.at(view.matrix, 0, at.column),
            (key.Key_PageDown, _NONE): lambda at: at.at(view.matrix, len(view.matrix.rows), at.column),
            (key.Key_Home, _CONTROL): lambda at: at.at(view.matrix, 0, 0),
            (key.Key_End, _CONTROL): lambda at: at.at(view.matrix, len(view.matrix.rows), len(view.matrix.columns)),
            (key.Key_Up, _SHIFT): lambda at: at.extended(view.matrix, -1),
            (key.Key_Down, _SHIFT): lambda at: at.extended(view.matrix, 1),
            (key.Key_A, _CONTROL): lambda at: at.whole(view.matrix),
        }

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key and return whether it was one of the matrix."""
        for sequence, act in (
            (QKeySequence.StandardKey.Copy, self._view.copy_marked),
            (QKeySequence.StandardKey.Cut, self._view.cut_marked),
            (QKeySequence.StandardKey.Paste, self._view.paste),
        ):
            if event.matches(sequence):
                act()
                return True
        pressed = (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if pressed in self._acts:
            self._acts[pressed]()
            return True
        if pressed in self._ways:
            self._view.go(self._ways[pressed](self._view.cursor_at))
            return True
        return False
