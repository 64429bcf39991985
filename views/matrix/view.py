"""The matrix on screen: walked, edited and rearranged by keyboard or mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip

from models.plan import Measure
from views.context import Context
from views.matrix.cursor import Cursor
from views.matrix.deeds import Deeds
from views.matrix.drawing.arranging import arrange
from views.matrix.drawing.delegate import GAP, CellDelegate
from views.matrix.drawing.headers import ColumnHeader, RowHeader
from views.matrix.drawing.scale import Scale
from views.matrix.drawing.typesetting import PAD
from views.matrix.edits import MatrixEdits
from views.matrix.grouping.arrangement import Place
from views.matrix.hands.dragging import Dragging
from views.matrix.hands.keys import Keys
from views.matrix.inline_editor import InlineEditor
from views.matrix.model import MatrixModel
from views.parts.labels import tip


class MatrixView(QTableView):
    """Cells with frozen headers.

    `chosen` follows every move; `inspector_wanted` asks for the fields of the measure, `table_pasted(grid)` for a look
    at a table, `jump_wanted(place)` for the matrix of a cell, `scale_wanted(what)` for another size (in, out, whole);
    `given_up` follows Esc where there is nothing else to break off.
    """

    chosen = Signal()
    inspector_wanted = Signal()
    table_pasted = Signal(object)
    jump_wanted = Signal(object)
    given_up = Signal()
    scale_wanted = Signal(str)

    def __init__(self, context: Context, model: MatrixModel, edits: MatrixEdits) -> None:
        super().__init__()
        self.setObjectName("matrix.view")
        self.setProperty("kind", "matrix")
        self.context = context
        self.matrix = model
        self.cursor_at = Cursor()
        self.marked: tuple[str, ...] = ()
        self.deeds = Deeds(self, edits)
        self._delegate = CellDelegate(model, context.language, context.themes)
        self._rows = RowHeader(model, context.language, context.themes, self)
        self._columns = ColumnHeader(model, context.language, context.themes, self)
        self.inline = InlineEditor(edits, self._on_made, self.viewport())
        self._keys = Keys(self)
        self.dragging = Dragging(self, self._delegate)
        self._set_up()
        self.inline.finished.connect(self._on_inline_finished)
        model.dataChanged.connect(self._on_data_changed)
        model.modelReset.connect(self._on_data_changed)
        for header, is_row in ((self._rows, True), (self._columns, False)):
            header.sectionPressed.connect(lambda section, is_row=is_row: self._on_head_pressed(section, is_row))

    def _set_up(self) -> None:
        self.setModel(self.matrix)
        self.setItemDelegate(self._delegate)
        self.setVerticalHeader(self._rows)
        self.setHorizontalHeader(self._columns)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    @property
    def scale(self) -> Scale:
        """Return how large and how close the cells are set."""
        return self._delegate.scale

    @property
    def place(self) -> Place:
        """Return the cell that is chosen, with its initiative."""
        return self.matrix.place(self.cursor_at.row, self.cursor_at.column)

    @property
    def cell(self) -> tuple[int, int]:
        """Return the KFA and KF numbers of the cell that is chosen."""
        return self.place.cell

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

    def go_to_place(self, place: Place, measure_id: str = "") -> None:
        """Choose a cell that is shown, and a measure in it."""
        index = self.matrix.index_of(place)
        if index.isValid():
            if measure_id and any(one.id == measure_id for one in self.matrix.in_cell(index.row(), index.column())):
                self.matrix.pin([measure_id])
            entries = self.matrix.cell(index.row(), index.column()).entries
            number = next((number for number, entry in enumerate(entries) if entry.id == measure_id), 0)
            self.go(self.cursor_at.at(self.matrix, index.row(), index.column(), number))

    def go_to_cell(self, kfa: int, kf: int, measure_id: str = "") -> None:
        """Choose the first cell with these numbers, and a measure in it."""
        index = self.matrix.place_of(kfa, kf)
        if index.isValid():
            self.go_to_place(self.matrix.place(index.row(), index.column()), measure_id)

    def go_to_measure(self, measure_id: str) -> None:
        """Choose a measure that is shown by its id."""
        one = self.matrix.measure(measure_id)
        if one is not None:
            self.go_to_place(Place(one.initiative, one.kfa, one.kf), measure_id)

    def commit(self) -> None:
        """Keep what is being typed."""
        if self.inline.is_open:
            self.inline.commit()

    def follow(self, initiator: QObject | None) -> None:
        """Let the editor follow what was changed elsewhere; close it when its measure is gone."""
        if not self.inline.is_open or initiator is self.inline or not self.inline.measure_id:
            return
        one = self.matrix.measure(self.inline.measure_id)
        if one is None:
            self.inline.abandon()
        else:
            self.inline.show_text(one.text)

    def use_scale(self, scale: Scale) -> None:
        """Show the cells larger or smaller, closer together, or each measure on one line."""
        self.inline.close_with("left")
        self._delegate.use_scale(scale)
        self._rows.use_scale(scale)
        self._columns.use_scale(scale)
        self._on_data_changed()
        self.scrollTo(self.matrix.index(self.cursor_at.row, self.cursor_at.column))

    def type_here(self, measure_id: str, text: str, position: int | None) -> None:
        """Type the text of a measure, or a new one that will stand at a position of the cell."""
        self.inline.close_with("left")
        self.inline.open(self.place, measure_id, text, position)
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
            self.deeds.add_next()
        elif how in ("tab", "backtab"):
            self.go(self.cursor_at.across(self.matrix, 1 if how == "tab" else -1) or self.cursor_at)

    def _place_inline(self) -> None:
        """Let the editor stand over its entry, or where the new one will be."""
        index = self.matrix.index_of(self.inline.at)
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
        self._update_all()

    def _update_all(self) -> None:
        for part in (self, self._rows, self._columns):
            part.viewport().update()

    def _show_cursor(self) -> None:
        cursor = self.cursor_at
        self.marked = cursor.ids(self.matrix)
        self._delegate.current = (cursor.row, cursor.column)
        self._delegate.cells = frozenset(cursor.cells()) if cursor.is_wide else frozenset()
        self._delegate.mark(frozenset(self.marked))
        self._delegate.is_focused = self.hasFocus() or self.inline.is_open
        self.viewport().update()

    def _on_data_changed(self) -> None:
        self._delegate.forget()
        self.relayout()
        cursor = self.cursor_at
        if not (cursor.is_wide or cursor.picked):
            self.cursor_at = cursor.at(self.matrix, cursor.row, cursor.column, cursor.place)
        self._show_cursor()
        self._update_all()

    def _on_head_pressed(self, section: int, is_row: bool) -> None:
        """Choose a row or column; the head of an initiative leads to its matrix."""
        row, column = (section, self.cursor_at.column) if is_row else (self.cursor_at.row, section)
        self.go(self.cursor_at.at(self.matrix, row, column))
        if (self.matrix.rows if is_row else self.matrix.columns)[section].group:
            self.jump_wanted.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key; what the matrix does not know goes to the page."""
        if not self.dragging.take_key(event) and not self._keys.take(event):
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
        self.dragging.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        self.dragging.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop."""
        self.dragging.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type the measure under the mouse, or a new one beneath the last."""
        self.dragging.double_click(event)

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
        self.dragging.paint(QPainter(self.viewport()))

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
        """Say everything of the measure under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index, place = self.place_under(event.pos())
            entries = self.matrix.cell(index.row(), index.column()).entries
            told = self.matrix.told(entries[place].id) if place < len(entries) else ""
            QToolTip.showText(event.globalPos(), tip(told).replace("\n", "<br>"), self.viewport())
            return True
        return super().viewportEvent(event)
