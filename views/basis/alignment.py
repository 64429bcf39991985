"""The alignment of all initiatives with all items of F, P and K, as a table of dots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from models.method import FrameItem
from models.plan import Initiative
from views.context import Context
from views.parts.labels import tip

_Index = QModelIndex | QPersistentModelIndex
_ROW, _TITLE, _LEAST_COLUMN = 32, 310, 28
_HEAD = 40
_DOT, _SPECK = 5.5, 1.5


class AlignmentModel(QAbstractTableModel):
    """Initiatives down, items across; a cell is ticked when the initiative keeps to the item."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.initiatives: Sequence[Initiative] = ()
        self.items: Sequence[FrameItem] = ()

    def show_all(self, initiatives: Sequence[Initiative], items: Sequence[FrameItem]) -> None:
        """Show these, with as few redraws as the change allows."""
        same = [one.id for one in initiatives] == [one.id for one in self.initiatives] and items == self.items
        if not same:
            self.beginResetModel()
        self.initiatives, self.items = initiatives, items
        if not same:
            self.endResetModel()
        elif initiatives:
            self.dataChanged.emit(self.index(0, 0), self.index(len(initiatives) - 1, len(items) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(initiatives) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(items) - 1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many initiatives there are."""
        return 0 if parent.isValid() else len(self.initiatives)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many items there are."""
        return 0 if parent.isValid() else len(self.items)

    def is_ticked(self, index: _Index) -> bool:
        """Return whether the initiative keeps to the item."""
        return self.items[index.column()].code in self.initiatives[index.row()].frame

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says to the tool tip and to a screen reader."""
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one, item = self.initiatives[index.row()], self.items[index.column()]
        key = "basis.kept" if self.is_ticked(index) else "basis.not_kept"
        said = self._context.language.say(
            key, initiative=one.code, item=item.code, text=self._context.language.pick(item.text)
        )
        return tip(said) if role == Qt.ItemDataRole.ToolTipRole else said

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the codes of items across, code and title of initiatives down."""
        pick = self._context.language.pick
        if orientation is Qt.Orientation.Horizontal:
            item = self.items[section]
            kept = sum(item.code in one.frame for one in self.initiatives)
            shown = {
                Qt.ItemDataRole.DisplayRole: f"{item.code}\n{kept}",
                Qt.ItemDataRole.ToolTipRole: tip(pick(item.text)),
            }
        else:
            one = self.initiatives[section]
            title = f"{one.code}  {pick(one.title)}"
            shown = {Qt.ItemDataRole.DisplayRole: title, Qt.ItemDataRole.ToolTipRole: tip(title)}
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignHCenter
                if orientation is Qt.Orientation.Horizontal
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return shown.get(Qt.ItemDataRole(role))


class _Dots(QStyledItemDelegate):
    """Paints a dot in the colour of the group where the initiative keeps to the item, else a speck."""

    def __init__(self, context: Context, model: AlignmentModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, one = self._context.themes.current, self._model.initiatives[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if one.id == self._context.selection.initiative:
            painter.fillRect(option.rect, QColor(theme.accent_ground))
        if index.column() and self._model.items[index.column() - 1].kind != self._model.items[index.column()].kind:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.bottomLeft())
        is_ticked = self._model.is_ticked(index)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.group(one.group) if is_ticked else theme.muted))
        radius = _DOT if is_ticked else _SPECK
        painter.drawEllipse(QPointF(option.rect.center()) + QPointF(0.5, 0.5), radius, radius)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()


class AlignmentTable(QTableView):
    """`toggled(initiative, item)` asks for a cell to be the other way round, `chosen(initiative)` for a row."""

    toggled = Signal(str, str)
    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows = AlignmentModel(context)
        self.setObjectName("basis.alignment")
        self.setModel(self.rows)
        self.setItemDelegate(_Dots(context, self.rows, self))
        self.setProperty("kind", "quiet")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(_LEAST_COLUMN)
        across.setHighlightSections(False)
        across.setFixedHeight(_HEAD)
        down.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_ROW)
        down.setFixedWidth(_TITLE)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setSectionsClickable(True)
        down.sectionClicked.connect(lambda row: self.chosen.emit(self.rows.initiatives[row].id))
        self.clicked.connect(self._on_clicked)

    def show_all(self, initiatives: Sequence[Initiative], items: Sequence[FrameItem]) -> None:
        """Show these; the table is as high as its rows."""
        self.rows.show_all(initiatives, items)
        self.setFixedHeight(_HEAD + _ROW * len(initiatives) + 4)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a cell round by Space or Enter; the arrows walk."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.toggled.emit(self.rows.initiatives[index.row()].id, self.rows.items[index.column()].code)
