"""The item model of the matrix: a row for each policy direction, a column for each key factor, measures in cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.language import Language
from models.codes import cell_code
from models.method import KeyFactor, MethodPack, PolicyDirection
from models.plan import Measure, PlanActor
from models.text import fold, one_line
from views.drawn.status_sign import LATE
from views.parts.labels import tip

CELL_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure as a cell shows it."""

    id: str
    text: str
    lead: str
    state: str


@dataclass(frozen=True, slots=True)
class CellContent:
    """What a cell shows: its entries in order, and how many more the filter leaves out."""

    entries: tuple[Entry, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """Which measures are shown: those that an actor leads or supports, those that hold some words; empty for all."""

    actor: str = ""
    words: str = ""

    def takes(self, measure: Measure) -> bool:
        """Return whether a measure is shown."""
        if self.actor and self.actor != measure.lead and self.actor not in measure.support:
            return False
        if not self.words:
            return True
        found = fold(" ".join((measure.text, measure.product, measure.person, measure.lead)))
        return all(word in found for word in fold(self.words).split())


_NOTHING = CellContent()
_NO_PARENT = QModelIndex()


def state_of(measure: Measure, on: date) -> str:
    """Return how a measure stands on a day: draft, doing, done or late."""
    return LATE if measure.is_late(on) else measure.status.value


class MatrixModel(QAbstractTableModel):
    """The measures of one initiative by cell; late is reckoned today."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.rows: Sequence[PolicyDirection] = ()
        self.columns: Sequence[KeyFactor] = ()
        self.centre = ""
        self._actors: Mapping[str, PlanActor] = {}
        self._measures: Mapping[str, Measure] = {}
        self._cells: dict[tuple[int, int], CellContent] = {}
        self._all: Mapping[tuple[int, int], Sequence[Measure]] = {}
        self._filter = Filter()
        self._pinned: set[str] = set()

    def use_method(self, method: MethodPack, actors: Mapping[str, PlanActor]) -> None:
        """Take rows and columns from a method and the names of bodies from a plan."""
        self._actors, self.centre = actors, method.centre
        rows, columns = tuple(method.directions.values()), tuple(method.key_factors.values())
        if (rows, columns) != (self.rows, self.columns):
            self.beginResetModel()
            self.rows, self.columns, self._cells = rows, columns, {}
            self.endResetModel()

    def show(self, measures: Sequence[Measure]) -> None:
        """Show these measures, as far as the filter takes them."""
        gathered: dict[tuple[int, int], list[Measure]] = defaultdict(list)
        for one in measures:
            gathered[one.kfa, one.kf].append(one)
        self._all = gathered
        self._measures = {one.id: one for one in measures}
        self._fill()

    def show_only(self, wanted: Filter) -> None:
        """Filter what is shown; what was added under an earlier filter is no longer kept in sight."""
        if wanted != self._filter:
            self._filter = wanted
            self._pinned.clear()
            self._fill()

    def pin(self, ids: Collection[str]) -> None:
        """Keep these measures in sight whatever the filter says: somebody is working on them."""
        if not self._pinned.issuperset(ids):
            self._pinned.update(ids)
            self._fill()

    def measure(self, measure_id: str) -> Measure | None:
        """Return a measure of the initiative by its id."""
        return self._measures.get(measure_id)

    def in_cell(self, row: int, column: int) -> Sequence[Measure]:
        """Return all measures of a cell, those that the filter leaves out as well."""
        return self._all.get(self.numbers(row, column), ())

    def states(self) -> Counter[str]:
        """Return how many of the measures shown are draft, doing, done and late."""
        return Counter(entry.state for cell in self._cells.values() for entry in cell.entries)

    @property
    def total(self) -> int:
        """Return how many measures the initiative has, shown or not."""
        return len(self._measures)

    def numbers(self, row: int, column: int) -> tuple[int, int]:
        """Return the KFA and KF numbers of a cell."""
        return self.rows[row].number, self.columns[column].number

    def place_of(self, kfa: int, kf: int) -> QModelIndex:
        """Return the index of a cell by its KFA and KF numbers; an invalid one when there is none."""
        row = next((place for place, one in enumerate(self.rows) if one.number == kfa), -1)
        column = next((place for place, one in enumerate(self.columns) if one.number == kf), -1)
        return self.index(row, column) if row >= 0 <= column else QModelIndex()

    def cell(self, row: int, column: int) -> CellContent:
        """Return what a cell shows."""
        return self._cells.get((row, column), _NOTHING)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of policy directions."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of key factors."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and what it says to who cannot see it."""
        if role == CELL_ROLE:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the code and the short name of a direction or key factor."""
        one = self.columns[section] if orientation is Qt.Orientation.Horizontal else self.rows[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._language.pick(one.text))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return f"{one.code} {self._language.pick(one.short)}"

    def count_of(self, section: int, orientation: Qt.Orientation) -> int:
        """Return how many measures stand in a row or column, shown or not."""
        is_row = orientation is Qt.Orientation.Vertical
        number = self.rows[section].number if is_row else self.columns[section].number
        return sum(len(found) for cell, found in self._all.items() if cell[0 if is_row else 1] == number)

    def _fill(self) -> None:
        today = date.today()
        self._cells = {}
        for (kfa, kf), measures in self._all.items():
            index = self.place_of(kfa, kf)
            shown = [one for one in measures if one.id in self._pinned or self._filter.takes(one)]
            entries = tuple(self._entry(one, today) for one in shown)
            self._cells[index.row(), index.column()] = CellContent(entries, len(measures) - len(shown))
        if self.rows and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def _entry(self, one: Measure, today: date) -> Entry:
        actor = self._actors.get(one.lead)
        return Entry(one.id, one.text, self._language.pick(actor.short) if actor else one.lead, state_of(one, today))

    def _spoken(self, row: int, column: int) -> str:
        say, cell = self._language.say, self.cell(row, column)
        place = cell_code(*self.numbers(row, column))
        if not cell.entries:
            return say("matrix.spoken_empty", place=place)
        words = (f"{say(f'status.measure.{one.state}')}: {one_line(one.text)}, {one.lead}" for one in cell.entries)
        return say("matrix.spoken", place=place, count=len(cell.entries), measures="; ".join(words))
