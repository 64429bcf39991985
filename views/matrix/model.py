"""The item model of the matrix: measures in the cells of an arrangement, in its usual form 8 rows and 4 columns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.language import Language
from models.plan import CLEARS, Measure, PlanActor
from models.text import one_line
from views.matrix.filtering.filter import Filter, state_of
from views.matrix.grouping.arrangement import Arrangement, Head, Place
from views.parts.labels import tip

CELL_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure as a cell shows it; `clears` says how many of the six are there (4/6) when some are missing."""

    id: str
    text: str
    lead: str
    state: str
    clears: str = ""
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class CellContent:
    """What a cell shows: its entries in order, and how many more the filter leaves out."""

    entries: tuple[Entry, ...] = ()
    hidden: int = 0


_NOTHING = CellContent()
_NO_PARENT = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """The measures of an arrangement by cell; late is reckoned today."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.arrangement = Arrangement()
        self._actors: Mapping[str, PlanActor] = {}
        self._measures: Mapping[str, Measure] = {}
        self._cells: dict[tuple[int, int], CellContent] = {}
        self._all: Mapping[tuple[int, int], Sequence[Measure]] = {}
        self._filter = Filter()
        self._pinned: set[str] = set()

    @property
    def rows(self) -> Sequence[Head]:
        """Return what stands at the head of the rows."""
        return self.arrangement.rows

    @property
    def columns(self) -> Sequence[Head]:
        """Return what stands at the head of the columns."""
        return self.arrangement.columns

    def use_actors(self, actors: Mapping[str, PlanActor]) -> None:
        """Take the names of bodies from a plan."""
        self._actors = actors

    def show(self, arrangement: Arrangement, measures: Sequence[Measure]) -> None:
        """Show these measures where an arrangement has room for them, as far as the filter takes them."""
        heads = (arrangement.rows, arrangement.columns)
        is_other = heads != (self.arrangement.rows, self.arrangement.columns)
        if is_other:
            self.beginResetModel()
        self.arrangement = arrangement
        gathered: dict[tuple[int, int], list[Measure]] = defaultdict(list)
        for one in measures:
            at = arrangement.found.get(Place(one.initiative, one.kfa, one.kf))
            if at is not None:
                gathered[at].append(one)
        self._all = gathered
        self._measures = {one.id: one for found in gathered.values() for one in found}
        self._sort()
        if is_other:
            self.endResetModel()
        else:
            self._tell()

    def show_only(self, wanted: Filter) -> None:
        """Filter what is shown; what was added under an earlier filter is no longer kept in sight."""
        if wanted != self._filter:
            self._filter = wanted
            self._pinned.clear()
            self._sort()
            self._tell()

    def pin(self, ids: Collection[str]) -> None:
        """Keep these measures in sight whatever the filter says: somebody is working on them."""
        if not self._pinned.issuperset(ids):
            self._pinned.update(ids)
            self._sort()
            self._tell()

    def measure(self, measure_id: str) -> Measure | None:
        """Return a measure of the initiative by its id."""
        return self._measures.get(measure_id)

    def told(self, measure_id: str) -> str:
        """Return the whole text of a measure, which clears it lacks and whether it waits for a review."""
        one, say = self._measures.get(measure_id), self._language.say
        if one is None:
            return ""
        lines = [one.text]
        if one.unclear:
            missing = ", ".join(say(f"matrix.clear.{key}") for key in one.unclear)
            lines.append(say("matrix.clears", count=len(CLEARS) - len(one.unclear), missing=missing))
        if one.review:
            lines.append(say("matrix.review", questions=", ".join(one.review)))
        return "\n".join(lines)

    def in_cell(self, row: int, column: int) -> Sequence[Measure]:
        """Return all measures of a cell, those that the filter leaves out as well."""
        return self._all.get((row, column), ())

    def every(self) -> Iterator[Measure]:
        """Go through the measures that are shown, row by row."""
        for _, cell in sorted(self._cells.items()):
            for entry in cell.entries:
                yield self._measures[entry.id]

    def states(self) -> Counter[str]:
        """Return how many of the measures shown are draft, doing, done and late."""
        return Counter(entry.state for cell in self._cells.values() for entry in cell.entries)

    @property
    def total(self) -> int:
        """Return how many measures the initiative has, shown or not."""
        return len(self._measures)

    def place(self, row: int, column: int) -> Place:
        """Return which cell of which initiative stands in a row and column."""
        return self.arrangement.at(row, column)

    def index_of(self, place: Place) -> QModelIndex:
        """Return the index of a place; an invalid one when it is not shown."""
        at = self.arrangement.found.get(place)
        return self.index(*at) if at is not None else QModelIndex()

    def place_of(self, kfa: int, kf: int) -> QModelIndex:
        """Return the index of the first cell with these KFA and KF numbers; an invalid one when there is none."""
        found = (at for place, at in self.arrangement.found.items() if place.cell == (kfa, kf))
        return next((self.index(*at) for at in found), QModelIndex())

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
        axis = 0 if orientation is Qt.Orientation.Vertical else 1
        return sum(len(found) for at, found in self._all.items() if at[axis] == section)

    def _sort(self) -> None:
        today = date.today()
        self._cells = {}
        for at, measures in self._all.items():
            shown = [one for one in measures if one.id in self._pinned or self._filter.takes(one, today)]
            entries = tuple(self._entry(one, today) for one in shown)
            self._cells[at] = CellContent(entries, len(measures) - len(shown))

    def _tell(self) -> None:
        if self.rows and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def _entry(self, one: Measure, today: date) -> Entry:
        actor = self._actors.get(one.lead)
        lead = self._language.pick(actor.short) if actor else one.lead
        clears = f"{len(CLEARS) - len(one.unclear)}/{len(CLEARS)}" if one.unclear else ""
        return Entry(one.id, one.text, lead, state_of(one, today), clears, bool(one.review))

    def _spoken(self, row: int, column: int) -> str:
        say, cell = self._language.say, self.cell(row, column)
        place = self.spoken_place(row, column)
        if not cell.entries:
            return say("matrix.spoken_empty", place=place)
        words = "; ".join(self._spoken_entry(entry) for entry in cell.entries)
        return say("matrix.spoken", place=place, count=len(cell.entries), measures=words)

    def spoken_place(self, row: int, column: int) -> str:
        """Return the code of a cell, with its initiative's where several are shown: SOI5.KFA3.KF2."""
        place = self.place(row, column)
        heads = (head for head in (self.rows[row], self.columns[column]) if head.group)
        return ".".join([*(head.code for head in heads), place.code])

    def _spoken_entry(self, entry: Entry) -> str:
        say = self._language.say
        said = f"{say(f'status.measure.{entry.state}')}: {one_line(entry.text)}, {entry.lead}"
        if entry.clears:
            said += f", {say('matrix.clears_short', clears=entry.clears)}"
        return f"{said}, {say('matrix.to_review')}" if entry.needs_review else said
