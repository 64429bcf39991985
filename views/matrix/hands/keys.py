"""The keys of the matrix."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
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
        key, deeds = Qt.Key, view.deeds
        self._acts: dict[_Key, Callable[[], object]] = {
            (key.Key_Return, _NONE): deeds.edit_here,
            (key.Key_Enter, _NONE): deeds.edit_here,
            (key.Key_F2, _NONE): deeds.edit_here,
            (key.Key_Return, _CONTROL): deeds.add_next,
            (key.Key_Enter, _CONTROL): deeds.add_next,
            (key.Key_Insert, _NONE): deeds.add_next,
            (key.Key_Delete, _NONE): deeds.remove_marked,
            (key.Key_Up, _ALT): lambda: deeds.reorder(-1),
            (key.Key_Down, _ALT): lambda: deeds.reorder(1),
            (key.Key_C, _CONTROL | _SHIFT): deeds.copy_rows,
            (key.Key_F6, _NONE): view.inspector_wanted.emit,
            (key.Key_J, _CONTROL): lambda: view.jump_wanted.emit(view.place),
            (key.Key_Escape, _NONE): self._give_up,
        }
        for pressed, what in (
            *(((one, _CONTROL), "in") for one in (key.Key_Plus, key.Key_Equal)),
            *(((one, _CONTROL | _SHIFT), "in") for one in (key.Key_Plus, key.Key_Equal)),
            ((key.Key_Minus, _CONTROL), "out"),
            ((key.Key_0, _CONTROL), "whole"),
        ):
            self._acts[pressed] = partial(view.scale_wanted.emit, what)
        self._ways: dict[_Key, Callable[[Cursor], Cursor]] = self._moves(view)

    @staticmethod
    def _moves(view: MatrixView) -> dict[_Key, Callable[[Cursor], Cursor]]:
        key, matrix = Qt.Key, view.matrix
        return {
            (key.Key_Up, _NONE): lambda at: at.up(matrix),
            (key.Key_Down, _NONE): lambda at: at.down(matrix),
            (key.Key_Left, _NONE): lambda at: at.at(matrix, at.row, at.column - 1),
            (key.Key_Right, _NONE): lambda at: at.at(matrix, at.row, at.column + 1),
            (key.Key_Home, _NONE): lambda at: at.at(matrix, at.row, 0),
            (key.Key_End, _NONE): lambda at: at.at(matrix, at.row, len(matrix.columns)),
            (key.Key_PageUp, _NONE): lambda at: at.at(matrix, 0, at.column),
            (key.Key_PageDown, _NONE): lambda at: at.at(matrix, len(matrix.rows), at.column),
            (key.Key_Home, _CONTROL): lambda at: at.at(matrix, 0, 0),
            (key.Key_End, _CONTROL): lambda at: at.at(matrix, len(matrix.rows), len(matrix.columns)),
            (key.Key_Up, _SHIFT): lambda at: at.extended(matrix, -1),
            (key.Key_Down, _SHIFT): lambda at: at.extended(matrix, 1),
            (key.Key_Left, _SHIFT): lambda at: at.stretched(matrix, 0, -1),
            (key.Key_Right, _SHIFT): lambda at: at.stretched(matrix, 0, 1),
            (key.Key_A, _CONTROL): lambda at: at.whole(matrix),
        }

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key and return whether it was one of the matrix."""
        for sequence, act in (
            (QKeySequence.StandardKey.Copy, self._view.deeds.copy_marked),
            (QKeySequence.StandardKey.Cut, self._view.deeds.cut_marked),
            (QKeySequence.StandardKey.Paste, self._view.deeds.paste),
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

    def _give_up(self) -> None:
        """Mark one measure alone again, or else ask the page to give up what it filters."""
        view, at = self._view, self._view.cursor_at
        if at.is_wide or at.picked or at.anchor != at.place:
            view.go(at.at(view.matrix, at.row, at.column, at.place))
        else:
            view.given_up.emit()
