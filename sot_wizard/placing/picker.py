"""The picker of a cell: eight rows and four columns, walked by the arrows, the likely cells marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from sot_wizard.placing.cells import COUNT_ROLE, RANK_ROLE, CellGrid
from views.context import Context
from views.theme import FONT, SMALL

ROW, HEAD, NAMES = 26, 34, 172
_FEWEST_ROWS = 2
"""So many rows stay in sight where the page is low; the others scroll to the arrows."""
_CODE_SIZE, _CODE_WIDTH = 12, 38
_GAP, _ROUND, _MARK, _SIDE = 2, 5, 4.0, 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Index = QModelIndex | QPersistentModelIndex


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: ◆ on a coloured ground for the likeliest, ◇ for the next, and how many measures it holds."""

    def __init__(self, context: Context, view: QTableView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._font = QFont(FONT)
        self._font.setPixelSize(SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._context.themes.current
        rank, count = index.data(RANK_ROLE), index.data(COUNT_ROLE)
        is_chosen = index == self._view.currentIndex()
        has_focus = self._view.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(_GAP + 0.5, _GAP + 0.5, -_GAP - 0.5, -_GAP - 0.5)
        is_full = is_chosen and has_focus
        painter.setPen(QPen(QColor(theme.accent if is_chosen else theme.line), 2 if is_chosen else 1))
        painter.setBrush(QColor(theme.accent if is_full else theme.accent_ground if rank else theme.card))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        ink = QColor(theme.on_accent if is_full else theme.accent)
        if rank:
            painter.setPen(QPen(ink, 1.2))
            painter.setBrush(ink if rank == 1 else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(_diamond(QPointF(box.left() + _SIDE, box.center().y())))
        if count:
            painter.setPen(QColor(theme.on_accent if is_full else theme.muted))
            painter.setFont(self._font)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(0, 0, -_SIDE + 3, 0), flags, str(count))


class _Names(QHeaderView):
    """Paints a code and a short name: one above the other over the columns, side by side before the rows."""

    def __init__(self, orientation: Qt.Orientation, context: Context, grid: CellGrid, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self._context = context
        self._grid = grid
        self._bold, self._small = QFont(FONT), QFont(FONT)
        self._bold.setPixelSize(_CODE_SIZE)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small.setPixelSize(SMALL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one name, cut where there is no room; the tool tip says the whole."""
        theme, is_row = self._context.themes.current, self.orientation() is Qt.Orientation.Vertical
        one = self._grid.rows[logicalIndex] if is_row else self._grid.columns[logicalIndex]
        painter.fillRect(rect, QColor(theme.card))
        box = rect.adjusted(0 if is_row else _GAP + 1, 0, -_GAP - 2, 0)
        at = Qt.AlignmentFlag.AlignVCenter if is_row else Qt.AlignmentFlag.AlignTop
        painter.setFont(self._bold)
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, at | Qt.AlignmentFlag.AlignLeft, one.code)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        below = box.adjusted(_CODE_WIDTH, 0, 0, 0) if is_row else box.adjusted(0, _CODE_SIZE + 5, 0, 0)
        name = self._context.language.pick(one.short)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, at | Qt.AlignmentFlag.AlignLeft, shown)


class CellPicker(QTableView):
    """`moved` follows every choice of a cell, `picked` Enter or a double click on one."""

    moved = Signal()
    picked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.grid = CellGrid(context.language)
        self._delegate = _CellDelegate(context, self)
        self.setHorizontalHeader(_Names(Qt.Orientation.Horizontal, context, self.grid, self))
        self.setVerticalHeader(_Names(Qt.Orientation.Vertical, context, self.grid, self))
        self.setObjectName("placing.cells")
        self.setProperty("kind", "quiet")
        self.setModel(self.grid)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setFixedHeight(HEAD)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setFixedWidth(NAMES)
        self.doubleClicked.connect(lambda: self.picked.emit())

    @property
    def cell(self) -> tuple[int, int]:
        """Return the KFA and KF numbers of the cell that is chosen."""
        return self.grid.numbers(self.currentIndex())

    def choose_likeliest(self) -> None:
        """Choose the likeliest cell."""
        self.updateGeometry()
        self.setCurrentIndex(self.grid.likeliest())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell of another choice."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit()

    def sizeHint(self) -> QSize:
        """Return a size in which every cell is in sight."""
        return QSize(NAMES + 4 * 84, HEAD + ROW * max(1, self.grid.rowCount()))

    def minimumSizeHint(self) -> QSize:
        """Return a size in which a few rows are in sight."""
        return QSize(NAMES, HEAD + ROW * _FEWEST_ROWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cell that is chosen in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the cell that is chosen with Enter; the arrows walk."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.picked.emit()
        elif event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _diamond(centre: QPointF) -> QPolygonF:
    around = ((0.0, -_MARK), (_MARK, 0.0), (0.0, _MARK), (-_MARK, 0.0))
    return QPolygonF([centre + QPointF(x, y) for x, y in around])
