"""The cells of the matrix as the picker shows them: how many measures each holds, and which of them are likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.language import Language
from models.codes import cell_code
from models.method import KeyFactor, MethodPack, PolicyDirection
from models.suggesting import Place
from views.parts.labels import tip

COUNT_ROLE, RANK_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class CellGrid(QAbstractTableModel):
    """A row for each policy direction, a column for each key factor, in the order of the method."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.rows: Sequence[PolicyDirection] = ()
        self.columns: Sequence[KeyFactor] = ()
        self._counts: Mapping[tuple[int, int], int] = {}
        self._likely: tuple[tuple[int, int], ...] = ()

    def show(self, method: MethodPack, counts: Mapping[tuple[int, int], int], likely: Sequence[Place]) -> None:
        """Show how many measures stand in each cell, and the likely cells, the likeliest first."""
        self.beginResetModel()
        self.rows, self.columns = tuple(method.directions.values()), tuple(method.key_factors.values())
        self._counts = counts
        self._likely = tuple((one.kfa, one.kf) for one in likely)
        self.endResetModel()

    def numbers(self, index: _Index) -> tuple[int, int]:
        """Return the KFA and KF numbers of a cell."""
        return self.rows[index.row()].number, self.columns[index.column()].number

    def likeliest(self) -> QModelIndex:
        """Return the index of the likeliest cell, of the first one when none is likely."""
        if not self._likely:
            return self.index(0, 0)
        kfa, kf = self._likely[0]
        row = next(place for place, one in enumerate(self.rows) if one.number == kfa)
        column = next(place for place, one in enumerate(self.columns) if one.number == kf)
        return self.index(row, column)

    def name_of(self, index: _Index) -> str:
        """Return the code and the name of a cell."""
        direction, factor = self.rows[index.row()], self.columns[index.column()]
        pick = self._language.pick
        return f"{cell_code(*self.numbers(index))} {pick(direction.short)} – {pick(factor.short)}"

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of policy directions."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of key factors."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return how many measures a cell holds, its rank among the likely ones (0 for none), and what it is called."""
        cell = self.numbers(index)
        if role == COUNT_ROLE:
            return self._counts.get(cell, 0)
        if role == RANK_ROLE:
            return self._likely.index(cell) + 1 if cell in self._likely else 0
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._spoken(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the code and the short name of a direction or key factor; the tool tip says the principle."""
        one = self.columns[section] if orientation is Qt.Orientation.Horizontal else self.rows[section]
        pick = self._language.pick
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{one.code} {pick(one.short)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{one.code}: {pick(one.text)}")
        return None

    def _spoken(self, index: _Index) -> str:
        say, name = self._language.say, self.name_of(index)
        is_likely = bool(index.data(RANK_ROLE))
        return say("placing.likely_cell" if is_likely else "placing.cell", name=name, count=index.data(COUNT_ROLE))
