"""The mouse in the matrix: choosing, dragging a measure to another place, and typing by a double click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QMenu

from models.text import one_line
from views.matrix.cursor import Cursor
from views.matrix.drawing.delegate import CellDelegate

if TYPE_CHECKING:
    from views.matrix.view import MatrixView

_GHOST_WIDTH, _GHOST_HEIGHT, _EDGE = 220, 26, 24


class Dragging:
    """Follows the mouse from press to release; Esc breaks a drag off."""

    def __init__(self, view: MatrixView, delegate: CellDelegate) -> None:
        self._view = view
        self._delegate = delegate
        self._pressed: QPoint | None = None
        self._measure_id = ""
        self._is_on_word = False
        self._at = QPoint()

    def press(self, event: QMouseEvent) -> None:
        """Choose the measure or the cell under the mouse; with Shift, mark up to it."""
        index, place = self._view.place_under(event.position().toPoint())
        if not index.isValid():
            return
        view = self._view
        entries = view.matrix.cell(index.row(), index.column()).entries
        now = view.cursor_at
        is_same = (now.row, now.column) == (index.row(), index.column())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and is_same and entries:
            view.go(Cursor(now.row, now.column, min(place, len(entries) - 1), now.anchor))
        else:
            view.go(now.at(view.matrix, index.row(), index.column(), place))
        if event.button() is Qt.MouseButton.LeftButton and place < len(entries):
            self._pressed, self._measure_id = event.position().toPoint(), entries[place].id
        elif event.button() is Qt.MouseButton.LeftButton:
            self._is_on_word = not entries and self._delegate.is_on_word(view.visualRect(index), event.position())
        elif event.button() is Qt.MouseButton.RightButton:
            self._menu(event.globalPosition().toPoint())

    def move(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has gone far enough, and show where the measure would stand."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._at = event.position().toPoint()
        far = (self._at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self._delegate.dragged and far:
            self._delegate.dragged = self._measure_id
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._delegate.dragged:
            self._scroll()
            index, place = self._view.place_under(self._at)
            self._delegate.drop = (index.row(), index.column(), place) if index.isValid() else None
            self._view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        """Drop what is dragged; a click on the word “add” of an empty cell begins to type there."""
        target, measure_id, is_on_word = self._delegate.drop, self._delegate.dragged, self._is_on_word
        self._end()
        if is_on_word:
            self._view.add_next()
        if measure_id and target is not None and event.button() is Qt.MouseButton.LeftButton:
            self._view.drop(measure_id, *target)

    def double_click(self, event: QMouseEvent) -> None:
        """Type the measure under the mouse, or a new one at the end of the cell."""
        index, place = self._view.place_under(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        entries = self._view.matrix.cell(index.row(), index.column()).entries
        self._view.go(self._view.cursor_at.at(self._view.matrix, index.row(), index.column(), place))
        if place < len(entries):
            self._view.edit_here()
        else:
            self._view.add_next()

    def take_key(self, event: QKeyEvent) -> bool:
        """Break the drag off with Esc, and return whether that was done."""
        if event.key() != Qt.Key.Key_Escape or not self._delegate.dragged:
            return False
        self._end()
        return True

    def paint(self, painter: QPainter) -> None:
        """Paint what is dragged beside the mouse."""
        one = self._view.matrix.measure(self._delegate.dragged)
        if one is None:
            return
        theme = self._view.context.themes.current
        box = QRectF(self._at.x() + 10, self._at.y() + 6, _GHOST_WIDTH, _GHOST_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(theme.ink))
        inside = box.adjusted(8, 0, -8, 0)
        text = painter.fontMetrics().elidedText(one_line(one.text), Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _end(self) -> None:
        self._pressed, self._measure_id, self._is_on_word = None, "", False
        self._delegate.dragged, self._delegate.drop = "", None
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    def _scroll(self) -> None:
        """Scroll on when the mouse is dragged to the edge."""
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        if self._at.y() < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif self._at.y() > height - _EDGE:
            bar.setValue(bar.value() + _EDGE)

    def _menu(self, at: QPoint) -> None:
        view, say = self._view, self._view.context.language.say
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_measure = view.measure is not None
        for key, keys, act, is_possible in (
            ("edit", "F2", view.edit_here, has_measure),
            ("add", "Ctrl+Enter", view.add_next, True),
            ("cut", "Ctrl+X", view.cut_marked, has_measure),
            ("copy", "Ctrl+C", view.copy_marked, has_measure),
            ("paste", "Ctrl+V", view.paste, True),
            ("remove", "Delete", view.remove_marked, has_measure),
        ):
            action = menu.addAction(f"{say(f'matrix.act.{key}')}\t{keys}")
            action.triggered.connect(act)
            action.setEnabled(is_possible)
        menu.popup(at)
