"""What is done from the cursor of the matrix: typing, adding, removing, rearranging, copying and pasting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from views.matrix.clipboard.clip import Clip
from views.matrix.edits import MatrixEdits
from views.matrix.grouping.arrangement import Place

if TYPE_CHECKING:
    from views.matrix.view import MatrixView


class Deeds:
    """Acts on the measure that is chosen, or on all that are marked."""

    def __init__(self, view: MatrixView, edits: MatrixEdits) -> None:
        self._view = view
        self._edits = edits
        self.clip = Clip(view.context, view.matrix)

    def edit_here(self) -> None:
        """Type the measure that is chosen, or the first of an empty cell."""
        one = self._view.measure
        if one is None:
            self.add_next()
        else:
            self._view.type_here(one.id, one.text, None)

    def add_next(self) -> None:
        """Type a new measure after the one that is chosen."""
        self._view.type_here("", "", self.place_after())

    def place_after(self) -> int | None:
        """Return the position in the whole cell after the measure that is chosen; None for its end."""
        one = self._view.measure
        return None if one is None else self._ids().index(one.id) + 1

    def remove_marked(self) -> None:
        """Remove the marked measures."""
        self._edits.remove(self._view.marked, self._where())

    def reorder(self, step: int) -> None:
        """Move the measure that is chosen before the one above it or after the one beneath it."""
        view, one = self._view, self._view.measure
        entries = view.matrix.cell(view.cursor_at.row, view.cursor_at.column).entries
        place = view.cursor_at.place + step
        if one is None or not 0 <= place < len(entries):
            return
        self._edits.reorder(one.id, self._ids().index(entries[place].id))
        view.go_to_measure(one.id)

    def drop(self, ids: Sequence[str], row: int, column: int, place: int) -> None:
        """Move measures to a place among the entries of a cell."""
        here = [one.id for one in self._view.matrix.in_cell(row, column)]
        entries = self._view.matrix.cell(row, column).entries
        others = [one for one in here if one not in ids]
        after = [entry.id for entry in entries[place:] if entry.id not in ids]
        position = others.index(after[0]) if after else len(others)
        if here != [*others[:position], *ids, *others[position:]]:
            self._edits.move(ids, self._view.matrix.place(row, column), position)
        self._view.go_to_measure(ids[0])

    def hand_over(self, ids: Sequence[str], initiative: str, code: str) -> None:
        """Move measures to another initiative, each to the same cell as it stands in here."""
        found = [one for one in map(self._view.matrix.measure, ids) if one is not None and one.initiative != initiative]
        if found and self._edits.hand_over([one.id for one in found], initiative):
            self._edits.say_moved(len(found), code)

    def copy_marked(self) -> None:
        """Copy the marked measures."""
        self.clip.take(self._view.marked, is_cut=False)

    def copy_rows(self) -> None:
        """Copy the marked measures as rows of a table, in plain text as well."""
        self.clip.take(self._view.marked, is_cut=False, as_rows=True)

    def cut_marked(self) -> None:
        """Copy the marked measures and remove them."""
        self.clip.take(self._view.marked, is_cut=True)
        self.remove_marked()

    def paste(self) -> None:
        """Add what was copied here after the measure that is chosen; show what a table from elsewhere would bring."""
        view = self._view
        if self.clip.is_ours():
            given = self.clip.placed(view.cursor_at, self.place_after())
            made = self._edits.put(given) if given else ()
        else:
            made = self._paste_foreign()
        if made:
            view.matrix.pin(made)
            view.go_to_measure(made[-1])

    def _paste_foreign(self) -> tuple[str, ...]:
        grid = self.clip.grid()
        if grid is not None:
            self._view.table_pasted.emit(grid)
            return ()
        given = self.clip.lines(self._view.place, self.place_after())
        return self._edits.put(given) if given else ()

    def _where(self) -> str:
        """Return the code of the cell whose measures are marked, or how many cells there are."""
        view = self._view
        found = [one for one in map(view.matrix.measure, view.marked) if one is not None]
        codes = list(dict.fromkeys(Place(one.initiative, one.kfa, one.kf).code for one in found))
        return codes[0] if len(codes) == 1 else view.context.language.say("matrix.cells", count=len(codes))

    def _ids(self) -> list[str]:
        """Return the ids of the whole cell that is chosen, those that the filter leaves out as well."""
        cursor = self._view.cursor_at
        return [one.id for one in self._view.matrix.in_cell(cursor.row, cursor.column)]
