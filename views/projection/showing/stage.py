"""Where the room is: which initiative, which cell, how it is looked at. It moves by commands and by nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from views.projection.laying.look import Cell

MATRIX, CELL, HEAT = "matrix", "cell", "heat"
_T = TypeVar("_T")
Stop = tuple[str, int, int]
"""A cell of an initiative: the initiative's id, the numbers of KFA and KF."""


class Stage(QObject):
    """`moved` follows every change of what the room looks at."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.initiatives: Sequence[str] = ()
        self.rows: Sequence[int] = ()
        self.columns: Sequence[int] = ()
        self.agenda: Sequence[Stop] = ()
        self.initiative = ""
        self.cell: Cell = (1, 1)
        self.mode = MATRIX
        self.page = 0
        self.idea = ""
        self.is_blank = False
        self.is_light = False

    @property
    def stop(self) -> Stop:
        """Return the cell that is chosen."""
        return (self.initiative, *self.cell)

    def use(self, initiatives: Sequence[str], rows: Sequence[int], columns: Sequence[int]) -> None:
        """Take the plan's initiatives and the method's rows and columns."""
        self.initiatives, self.rows, self.columns = tuple(initiatives), tuple(rows), tuple(columns)
        if self.initiative not in self.initiatives:
            self.initiative = self.initiatives[0] if self.initiatives else ""
        row, column = self.cell
        if row not in self.rows or column not in self.columns:
            self.cell = (self.rows[0], self.columns[0])

    def show(self, initiative: str, cell: Cell | None = None) -> None:
        """Go to an initiative, and to a cell of it."""
        self._go(initiative, cell or self.cell)

    def walk(self, down: int, right: int) -> None:
        """Go to a neighbouring cell; the edge is the end."""
        row = _step(self.rows, self.cell[0], down)
        column = _step(self.columns, self.cell[1], right)
        self._go(self.initiative, (row, column))

    def step_initiative(self, step: int) -> None:
        """Go to the next initiative or the one before."""
        if self.initiatives:
            self._go(_step(self.initiatives, self.initiative, step), self.cell)

    def step_cell(self, step: int) -> None:
        """Go to the next cell or the one before: of the agenda, or of the matrix when there is none."""
        if self.agenda:
            there = self.stop in self.agenda
            stop = _step(self.agenda, self.stop, step) if there else self.agenda[0 if step > 0 else -1]
            self._go(stop[0], stop[1:])
            return
        cells = [(row, column) for row in self.rows for column in self.columns]
        self._go(self.initiative, _step(cells, self.cell, step))

    def turn_to(self, mode: str) -> None:
        """Look at the matrix, one cell or the portfolio."""
        self.mode, self.page, self.is_blank = mode, 0, False
        self.moved.emit()

    def turn_page(self, page: int) -> None:
        """Show a continuation page, the first from 0."""
        self.page = max(0, page)
        self.moved.emit()

    def choose_idea(self, idea: str) -> None:
        """Let keys act on the proposal with this id."""
        self.idea = idea
        self.moved.emit()

    def turn_blank(self) -> None:
        """Show nothing, or the picture again."""
        self.is_blank = not self.is_blank
        self.moved.emit()

    def turn_light(self) -> None:
        """Use light colours, or dark ones again."""
        self.is_light = not self.is_light
        self.moved.emit()

    def _go(self, initiative: str, cell: Cell) -> None:
        if (initiative, cell) != (self.initiative, self.cell):
            self.initiative, self.cell = initiative, cell
            self.page, self.idea = 0, ""
            self.moved.emit()


def _step(every: Sequence[_T], here: _T, step: int) -> _T:
    place = every.index(here) if here in every else 0
    return every[min(len(every) - 1, max(0, place + step))]
