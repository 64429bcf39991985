"""The matrix on screen: walked, edited and rearranged by keyboard or mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip

from models.plan import Measure
from views.context import Context
from views.matrix.cursor import Cursor
from views.matrix.dragging import Dragging
from views.matrix.drawing.arranging import arrange
from views.matrix.drawing.delegate import GAP, CellDelegate
from views.matrix.drawing.headers import LEFT_WIDTH, TOP_HEIGHT, ColumnHeader, RowHeader
from views.matrix.drawing.typesetting import PAD
from views.matrix.edits import MatrixEdits
from views.matrix.inline_editor import InlineEditor
from views.matrix.keys import Keys
from views.matrix.model import MatrixModel
from views.parts.labels import tip


class MatrixView(QTableView):
    """Eight rows and four columns of cells with frozen headers.

    `chosen` follows every move to another cell or measure; `inspector_wanted` asks for the fields of the measure.
    """

    chosen = Signal()
    inspector_wanted = Signal()

    def __init__(self, context: Context, model: MatrixModel, edits: MatrixEdits) -> None:
        super().__init__()
        self.setObjectName("matrix.view")
        self.setProperty("kind", "matrix")
        self.context = context
        self.matrix = model
        self.edits = edits
        self.cursor_at = Cursor()
        self._delegate = CellDelegate(model, context.language, context.themes)
        self._rows = RowHeader(model, context.language, context.themes, self)
        self._columns = ColumnHeader(model, context.language, context.themes, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setVerticalHeader(self._rows)
        self.setHorizontalHeader(self._columns)
        self._rows.setFixedWidth(LEFT_WIDTH)
        self._columns.setFixedHeight(TOP_HEIGHT)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.inline = InlineEditor(edits, self._on_made, self.viewport())
        self.inline.finished.connect(self._on_inline_finished)
        self._keys = Keys(self)
        self._dragging = Dragging(self, self._delegate)
        model.dataChanged.connect(self._on_data_changed)
        model.modelReset.connect(self._on_data_changed)

    @property
    def cell(self) -> tuple[int, int]:
        """Return the KFA and KF numbers of the cell that is chosen."""
        return self.matrix.numbers(self.cursor_at.row, self.cursor_at.column)

    @property
    def measure(self) -> Measure | None:
        """Return the measure that is chosen, None in an empty cell."""
        return self.matrix.measure(self.cursor_at.measure_id(self.matrix))

    def go(self, cursor: Cursor) -> None:
        """Choose another cell or measure."""
        self.cursor_at = cursor
        index = self.matrix.index(cursor.row, cursor.column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        self._show_cursor()
        self.chosen.emit()

    def go_to_cell(self, kfa: int, kf: int, measure_id: str = "") -> None:
        """Choose a cell by its numbers, and a measure in it."""
        index = self.matrix.place_of(kfa, kf)
        if index.isValid():
            if measure_id and any(one.id == measure_id for one in self.matrix.in_cell(index.row(), index.column())):
                self.matrix.pin([measure_id])
            entries = self.matrix.cell(index.row(), index.column()).entries
            place = next((number for number, entry in enumerate(entries) if entry.id == measure_id), 0)
            self.go(self.cursor_at.at(self.matrix, index.row(), index.column(), place))

    def go_to_measure(self, measure_id: str) -> None:
        """Choose a measure of the initiative by its id."""
        one = self.matrix.measure(measure_id)
        if one is not None:
            self.go_to_cell(one.kfa, one.kf, measure_id)

    def edit_here(self) -> None:
        """Type the measure that is chosen, or the first of an empty cell."""
        one = self.measure
        if one is None:
            self.add_next()
        else:
            self._open_inline(one.id, one.text, None)

    def add_next(self) -> None:
        """Type a new measure after the one that is chosen."""
        self._open_inline("", "", self.place_after())

    def place_after(self) -> int | None:
        """Return the position in the whole cell after the measure that is chosen; None for its end."""
        one = self.measure
        if one is None:
            return None
        return self._ids().index(one.id) + 1

    def remove_marked(self) -> None:
        """Remove the marked measures."""
        self.edits.remove(self.cursor_at.ids(self.matrix), self.cell)

    def reorder(self, step: int) -> None:
        """Move the measure that is chosen before the one above it or after the one beneath it."""
        one = self.measure
        entries = self.matrix.cell(self.cursor_at.row, self.cursor_at.column).entries
        place = self.cursor_at.place + step
        if one is None or not 0 <= place < len(entries):
            return
        self.edits.reorder(one.id, self._ids().index(entries[place].id))
        self.go_to_measure(one.id)

    def drop(self, measure_id: str, row: int, column: int, place: int) -> None:
        """Move a measure to a place among the entries of a cell."""
        here = self.matrix.in_cell(row, column)
        entries = self.matrix.cell(row, column).entries
        ids = [one.id for one in here if one.id != measure_id]
        after = [entry.id for entry in entries[place:] if entry.id != measure_id]
        position = ids.index(after[0]) if after else len(ids)
        if [one.id for one in here] != [*ids[:position], measure_id, *ids[position:]]:
            self.edits.move(measure_id, self.matrix.numbers(row, column), position)
        self.go_to_measure(measure_id)

    def copy_marked(self) -> None:
        """Copy the marked measures."""
        found = (self.matrix.measure(measure_id) for measure_id in self.cursor_at.ids(self.matrix))
        self.edits.copy([one for one in found if one is not None])

    def cut_marked(self) -> None:
        """Copy the marked measures and remove them."""
        self.copy_marked()
        self.remove_marked()

    def paste(self) -> None:
        """Add what was copied after the measure that is chosen."""
        made = self.edits.paste(self.cell, self.place_after())
        if made:
            self.matrix.pin(made)
            self.go_to_measure(made[-1])

    def commit(self) -> None:
        """Keep what is being typed."""
        if self.inline.is_open:
            self.inline.commit()

    def _ids(self) -> list[str]:
        """Return the ids of the whole cell that is chosen, those that the filter leaves out as well."""
        return [one.id for one in self.matrix.in_cell(self.cursor_at.row, self.cursor_at.column)]

    def _open_inline(self, measure_id: str, text: str, position: int | None) -> None:
        self.inline.close_with("left")
        self.inline.open(self.cell, measure_id, text, position)
        self.inline.setAccessibleName(self.context.language.say("matrix.typing"))
        self._place_inline()
        self.inline.show()
        self.inline.setFocus(Qt.FocusReason.OtherFocusReason)
        self.inline.selectAll()

    def _on_made(self, measure_id: str) -> None:
        if measure_id:
            self.matrix.pin([measure_id])
            self.go_to_measure(measure_id)
            self._place_inline()

    def _on_inline_finished(self, how: str) -> None:
        if how != "left":
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_data_changed()
        if how == "next":
            self.add_next()
        elif how in ("tab", "backtab"):
            further = self.cursor_at.across(self.matrix, 1 if how == "tab" else -1)
            self.go(further or self.cursor_at)

    def _place_inline(self) -> None:
        """Let the editor stand over its entry, or where the new one will be."""
        index = self.matrix.place_of(*self.inline.cell)
        outer = self.visualRect(index)
        made = self._delegate.set_cell(index.row(), index.column(), outer.width())
        ids = [entry.id for entry in self.matrix.cell(index.row(), index.column()).entries]
        if self.inline.measure_id in ids:
            top, entry = made.entries[ids.index(self.inline.measure_id)]
            place = (top, entry.height)
        elif self.measure is not None and made.entries:
            top, entry = made.entries[min(self.cursor_at.place, len(made.entries) - 1)]
            place = (top + entry.height + PAD, 0.0)
        else:
            place = (PAD, 0.0)
        left, width = outer.left() + GAP, outer.width() - 2 * GAP
        self.inline.place(QRect(left, outer.top() + GAP + int(place[0]) - 6, width, int(place[1]) + 12))

    def relayout(self) -> None:
        """Give columns and rows the room there is."""
        arrange(self, self._delegate, self._rows.needed)
        if self.inline.is_open:
            self._place_inline()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self._delegate.recolour()
        for part in (self.viewport(), self._rows.viewport(), self._columns.viewport()):
            part.update()

    def _show_cursor(self) -> None:
        self._delegate.current = (self.cursor_at.row, self.cursor_at.column)
        self._delegate.marked = frozenset(self.cursor_at.ids(self.matrix))
        self._delegate.is_focused = self.hasFocus() or self.inline.is_open
        self.viewport().update()

    def _on_data_changed(self) -> None:
        self._delegate.forget()
        self.relayout()
        cursor = self.cursor_at
        self.cursor_at = cursor.at(self.matrix, cursor.row, cursor.column, cursor.place)
        self._show_cursor()
        self._rows.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key; what the matrix does not know goes to the page."""
        if not self._dragging.take_key(event) and not self._keys.take(event):
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go across the cells, and out of the matrix beyond the last."""
        further = self.cursor_at.across(self.matrix, 1 if next else -1)
        if further is None:
            return super().focusNextPrevChild(next)
        self.go(further)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, and be ready to drag it."""
        self._dragging.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        self._dragging.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop."""
        self._dragging.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type the measure under the mouse, or a new one beneath the last."""
        self._dragging.double_click(event)

    def place_under(self, point: QPoint) -> tuple[QModelIndex, int]:
        """Return the cell at a point of the viewport and the number of the entry there."""
        index = self.indexAt(point)
        if not index.isValid():
            return index, 0
        outer = self.visualRect(index)
        made = self._delegate.set_cell(index.row(), index.column(), outer.width())
        return index, made.place_at(point.y() - outer.top() - GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and over them what is dragged."""
        super().paintEvent(event)
        self._dragging.paint(QPainter(self.viewport()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cells the new room."""
        super().resizeEvent(event)
        self.relayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self._show_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is elsewhere."""
        super().focusOutEvent(event)
        self._show_cursor()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole text of the measure under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index, place = self.place_under(event.pos())
            entries = self.matrix.cell(index.row(), index.column()).entries if index.isValid() else ()
            one = self.matrix.measure(entries[place].id) if place < len(entries) else None
            QToolTip.showText(event.globalPos(), tip(one.text) if one is not None else "", self.viewport())
            return True
        return super().viewportEvent(event)
