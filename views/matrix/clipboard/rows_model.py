"""The rows of a pasted table as a model: number, what comes of it, its cell, and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from models.text import one_line
from views.context import Context
from views.matrix.clipboard import columns
from views.matrix.clipboard.reading import CHANGED, NEW, SAME, WRONG, PastedRow
from views.parts.labels import tip

NUMBER, OUTCOME, CELL = range(3)
_FIXED = 3
_LONGEST = 90
_SIGNS = {NEW: "+", CHANGED: "≠", SAME: "=", WRONG: "✕"}
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Says of every row what is new in it or what is wrong."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: Sequence[PastedRow] = ()
        self.fields: Sequence[str] = ()

    def show(self, rows: Sequence[PastedRow], fields: Sequence[str]) -> None:
        """Show rows and the fields that they hold."""
        self.beginResetModel()
        self.rows, self.fields = rows, fields
        self.endResetModel()

    def outcome(self, row: PastedRow) -> str:
        """Return what comes of a row, in words."""
        say, code = self._context.language.say, self._context.language.code
        if row.wrong is not None:
            return row.wrong.sentence(code)
        words = say(f"matrix.pasted.{row.kind}")
        if row.changes:
            words += ": " + ", ".join(columns.name(name, code) for name in row.changes)
        if row.names:
            words += " · " + say("matrix.pasted.names", names=", ".join(row.names))
        return words

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else _FIXED + len(self.fields)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a field, and how it looks."""
        row, column = self.rows[index.row()], index.column()
        theme = self._context.themes.current
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(row, column), _LONGEST)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._text(row, column))
        if role == Qt.ItemDataRole.ForegroundRole and column <= CELL:
            colours = {WRONG: theme.late, NEW: theme.done, CHANGED: theme.accent, SAME: theme.muted}
            return QColor(colours[row.kind] if column == OUTCOME else theme.muted)
        if role == Qt.ItemDataRole.FontRole and column == OUTCOME and row.kind == WRONG:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column holds."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < _FIXED:
            return self._context.language.say(f"matrix.pasted.head_{('number', 'outcome', 'cell')[section]}")
        return columns.name(self.fields[section - _FIXED], self._context.language.code)

    def _text(self, row: PastedRow, column: int) -> str:
        if column == NUMBER:
            return str(row.number)
        if column == OUTCOME:
            return f"{_SIGNS[row.kind]} {self.outcome(row)}"
        return row.here if column == CELL else row.texts.get(self.fields[column - _FIXED], "")
