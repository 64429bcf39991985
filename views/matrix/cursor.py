"""Where the user is in the matrix: a cell, a measure in it, and the measures marked from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from views.matrix.model import MatrixModel


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place: row and column and the number of an entry in the cell.

    Marked is everything from the `anchor` entry to the place or, when `origin` names another cell, all cells from that
    one to this; and besides, or instead where `skipped`, the measures picked one by one.
    """

    row: int = 0
    column: int = 0
    place: int = 0
    anchor: int = 0
    origin: tuple[int, int] | None = None
    picked: frozenset[str] = frozenset()
    skipped: bool = False

    @property
    def is_wide(self) -> bool:
        """Return whether several cells are marked."""
        return self.origin is not None and self.origin != (self.row, self.column)

    def cells(self) -> Iterator[tuple[int, int]]:
        """Go through the cells that are marked, row by row."""
        first_row, first_column = self.origin or (self.row, self.column)
        rows, columns = sorted((first_row, self.row)), sorted((first_column, self.column))
        for row in range(rows[0], rows[1] + 1):
            for column in range(columns[0], columns[1] + 1):
                yield row, column

    def ids(self, model: MatrixModel) -> tuple[str, ...]:
        """Return the ids of the marked measures in order."""
        if self.is_wide:
            found = [entry.id for cell in self.cells() for entry in model.cell(*cell).entries]
        else:
            entries = model.cell(self.row, self.column).entries
            first, last = sorted((self.anchor, self.place))
            found = [] if self.skipped else [entry.id for entry in entries[first : last + 1]]
        if not self.picked:
            return tuple(found)
        wanted = {*found, *self.picked}
        return tuple(one.id for one in model.every() if one.id in wanted)

    def measure_id(self, model: MatrixModel) -> str:
        """Return the id of the measure at the place, empty in an empty cell."""
        entries = model.cell(self.row, self.column).entries
        return entries[self.place].id if self.place < len(entries) else ""

    def at(self, model: MatrixModel, row: int, column: int, place: int = 0) -> Cursor:
        """Return the cursor at an entry of a cell; -1 is the last."""
        row = max(0, min(len(model.rows) - 1, row))
        column = max(0, min(len(model.columns) - 1, column))
        last = max(0, len(model.cell(row, column).entries) - 1)
        place = last if place < 0 else min(place, last)
        return Cursor(row, column, place, place)

    def down(self, model: MatrixModel) -> Cursor:
        """Return the cursor at the next entry, or in the cell beneath."""
        if self.place + 1 < len(model.cell(self.row, self.column).entries):
            return self.at(model, self.row, self.column, self.place + 1)
        return self.at(model, self.row + 1, self.column) if self.row + 1 < len(model.rows) else self

    def up(self, model: MatrixModel) -> Cursor:
        """Return the cursor at the entry before, or at the last one of the cell above."""
        if self.place > 0:
            return self.at(model, self.row, self.column, self.place - 1)
        return self.at(model, self.row - 1, self.column, -1) if self.row > 0 else self

    def across(self, model: MatrixModel, step: int) -> Cursor | None:
        """Return the cursor one cell further or back, row by row; None beyond the first and the last."""
        columns = len(model.columns)
        number = self.row * columns + self.column + step
        if not 0 <= number < columns * len(model.rows):
            return None
        return self.at(model, number // columns, number % columns)

    def extended(self, model: MatrixModel, step: int) -> Cursor:
        """Return the cursor an entry further with everything from the anchor on marked; beyond the cell, a cell."""
        place = self.place + step
        if not self.is_wide and 0 <= place < len(model.cell(self.row, self.column).entries):
            return replace(self, place=place, origin=None, skipped=False)
        return self.stretched(model, step, 0)

    def stretched(self, model: MatrixModel, down: int, right: int) -> Cursor:
        """Return the cursor a cell further, with every cell from where it began on marked."""
        row = max(0, min(len(model.rows) - 1, self.row + down))
        column = max(0, min(len(model.columns) - 1, self.column + right))
        return self.to(model, row, column)

    def to(self, model: MatrixModel, row: int, column: int) -> Cursor:
        """Return the cursor in a cell, with every cell from where it began to there marked."""
        if (row, column) == (self.row, self.column):
            return self
        origin = self.origin or (self.row, self.column)
        last = max(0, len(model.cell(row, column).entries) - 1)
        return Cursor(row, column, last, 0, None if origin == (row, column) else origin, self.picked)

    def whole(self, model: MatrixModel) -> Cursor:
        """Return the cursor with every entry of the cell marked; once more, with every cell."""
        last = max(0, len(model.cell(self.row, self.column).entries) - 1)
        if not self.is_wide and (self.anchor, self.place) == (0, last) and not self.skipped:
            return replace(self.to_corner(model), picked=frozenset())
        return Cursor(self.row, self.column, last, 0)

    def to_corner(self, model: MatrixModel) -> Cursor:
        """Return the cursor in the last cell with every cell from the first on marked."""
        row, column = len(model.rows) - 1, len(model.columns) - 1
        return Cursor(row, column, max(0, len(model.cell(row, column).entries) - 1), 0, (0, 0))

    def toggled(self, model: MatrixModel, row: int, column: int, place: int) -> Cursor:
        """Return the cursor at an entry with what was marked before, and that entry with it or no longer."""
        entries = model.cell(row, column).entries
        if place >= len(entries):
            return self
        marked, measure_id = set(self.ids(model)), entries[place].id
        marked ^= {measure_id}
        return Cursor(row, column, place, place, None, frozenset(marked), skipped=True)
