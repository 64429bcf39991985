"""The mouse in the matrix: choosing, dragging a measure to another place, and typing by a double click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QMenu

from models.text import one_line
from views.matrix.cursor import Cursor
from views.matrix.drawing.delegate import CellDelegate
from views.parts.initiative_box import InitiativeBox

if TYPE_CHECKING:
    from views.matrix.view import MatrixView

_GHOST_WIDTH, _GHOST_HEIGHT, _EDGE = 220, 26, 24


class Dragging:
    """Follows the mouse from press to release; Esc breaks a drag off."""

    def __init__(self, view: MatrixView, delegate: CellDelegate) -> None:
        self._view = view
        self._delegate = delegate
        self._pressed: QPoint | None = None
        self._measure_ids: tuple[str, ...] = ()
        self._is_on_word = False
        self._narrows = False
        self._at = QPoint()
        self._target: InitiativeBox | None = None

    def press(self, event: QMouseEvent) -> None:
        """Choose the measure or the cell under the mouse; with Shift, mark up to it."""
        index, place = self._view.place_under(event.position().toPoint())
        if not index.isValid():
            return
        view = self._view
        entries = view.matrix.cell(index.row(), index.column()).entries
        measure_id = entries[place].id if place < len(entries) else ""
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._narrows = measure_id in view.marked and len(view.marked) > 1 and not event.modifiers()
        if not self._narrows:
            self._choose(event, index.row(), index.column(), place)
        if is_left and measure_id:
            self._pressed = event.position().toPoint()
            self._measure_ids = view.marked if measure_id in view.marked else (measure_id,)
        elif is_left:
            self._is_on_word = not entries and self._delegate.is_on_word(view.visualRect(index), event.position())
        elif event.button() is Qt.MouseButton.RightButton:
            self._menu(event.globalPosition().toPoint())

    def _choose(self, event: QMouseEvent, row: int, column: int, place: int) -> None:
        """Choose a measure; with Shift mark everything up to it, with Ctrl it as well."""
        view, now = self._view, self._view.cursor_at
        entries = view.matrix.cell(row, column).entries
        is_same = (now.row, now.column) == (row, column)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and entries:
            view.go(now.toggled(view.matrix, row, column, place))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and is_same and not now.is_wide and entries:
            view.go(Cursor(now.row, now.column, min(place, len(entries) - 1), now.anchor))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            view.go(now.to(view.matrix, row, column))
        else:
            view.go(now.at(view.matrix, row, column, place))

    def move(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has gone far enough, and show where the measure would stand."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._at = event.position().toPoint()
        far = (self._at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self._delegate.dragged and far:
            self._delegate.dragged = self._measure_ids
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._delegate.dragged:
            self._scroll()
            index, place = self._view.place_under(self._at)
            is_inside = self._view.viewport().rect().contains(self._at)
            self._delegate.drop = (index.row(), index.column(), place) if index.isValid() and is_inside else None
            self._look_for_selector(event.globalPosition().toPoint())
            self._view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        """Drop what is dragged; a click on the word “add” of an empty cell begins to type there."""
        target, ids, is_on_word = self._delegate.drop, self._delegate.dragged, self._is_on_word
        view, selector, narrows = self._view, self._target, self._narrows and self._pressed is not None
        self._end()
        if is_on_word:
            view.deeds.add_next()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if ids and selector is not None:
            selector.offer_drop(lambda initiative, code: view.deeds.hand_over(ids, initiative, code))
        elif ids and target is not None:
            view.deeds.drop(ids, *target)
        elif narrows and not ids:
            index, place = view.place_under(event.position().toPoint())
            if index.isValid():
                view.go(view.cursor_at.at(view.matrix, index.row(), index.column(), place))

    def _look_for_selector(self, at: QPoint) -> None:
        """Note the selector of the initiative when the mouse is over it: dropping there hands over."""
        under = QApplication.widgetAt(at) or self._view.window().childAt(self._view.window().mapFromGlobal(at))
        self._target = under if isinstance(under, InitiativeBox) else None
        over = Qt.CursorShape.DragMoveCursor if self._target is not None else Qt.CursorShape.ClosedHandCursor
        self._view.viewport().setCursor(over)

    def double_click(self, event: QMouseEvent) -> None:
        """Type the measure under the mouse, or a new one at the end of the cell."""
        index, place = self._view.place_under(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        entries = self._view.matrix.cell(index.row(), index.column()).entries
        self._view.go(self._view.cursor_at.at(self._view.matrix, index.row(), index.column(), place))
        if place < len(entries):
            self._view.deeds.edit_here()
        else:
            self._view.deeds.add_next()

    def take_key(self, event: QKeyEvent) -> bool:
        """Break the drag off with Esc, and return whether that was done."""
        if event.key() != Qt.Key.Key_Escape or not self._delegate.dragged:
            return False
        self._end()
        return True

    def paint(self, painter: QPainter) -> None:
        """Paint what is dragged beside the mouse."""
        ids = self._delegate.dragged
        one = self._view.matrix.measure(ids[0]) if ids else None
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
        words = one_line(one.text) if len(ids) == 1 else f"{len(ids)} × {one_line(one.text)}"
        text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _end(self) -> None:
        self._pressed, self._measure_ids, self._is_on_word, self._target = None, (), False, None
        self._delegate.dragged, self._delegate.drop = (), None
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
        view, say, deeds = self._view, self._view.context.language.say, self._view.deeds
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_measure = view.measure is not None
        for key, keys, act, is_possible in (
            ("edit", "F2", deeds.edit_here, has_measure),
            ("add", "Ctrl+Enter", deeds.add_next, True),
            ("cut", "Ctrl+X", deeds.cut_marked, has_measure),
            ("copy", "Ctrl+C", deeds.copy_marked, has_measure),
            ("copy_rows", "Ctrl+Shift+C", deeds.copy_rows, has_measure),
            ("paste", "Ctrl+V", deeds.paste, True),
            ("remove", "Delete", deeds.remove_marked, has_measure),
            ("jump", "Ctrl+J", lambda: view.jump_wanted.emit(view.place), True),
        ):
            action = menu.addAction(f"{say(f'matrix.act.{key}')}\t{keys}")
            action.triggered.connect(act)
            action.setEnabled(is_possible)
        menu.popup(at)
