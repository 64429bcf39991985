"""Where the user is in the matrix: a cell, a measure in it, and the measures marked from there."""

from __future__ import annotations

from dataclasses import dataclass

from views.matrix.model import MatrixModel


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place: row and column, the number of an entry in the cell, and the entry from which on others are marked."""

    row: int = 0
    column: int = 0
    place: int = 0
    anchor: int = 0

    def ids(self, model: MatrixModel) -> tuple[str, ...]:
        """Return the ids of the marked measures in order: from the anchor to the place."""
        entries = model.cell(self.row, self.column).entries
        first, last = sorted((self.anchor, self.place))
        return tuple(entry.id for entry in entries[first : last + 1])

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
        """Return the cursor an entry further within the cell, with everything from the anchor on marked."""
        last = max(0, len(model.cell(self.row, self.column).entries) - 1)
        return Cursor(self.row, self.column, max(0, min(last, self.place + step)), self.anchor)

    def whole(self, model: MatrixModel) -> Cursor:
        """Return the cursor with every entry of the cell marked."""
        return Cursor(self.row, self.column, max(0, len(model.cell(self.row, self.column).entries) - 1), 0)
