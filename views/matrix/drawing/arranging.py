"""Sharing out the room among rows and columns, so that the whole matrix is in sight if it can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QTableView

from views.matrix.drawing.delegate import CellDelegate
from views.matrix.drawing.scale import Scale

LEAST_COLUMN = 132


def arrange(table: QTableView, delegate: CellDelegate, least: Callable[[int], int]) -> None:
    """Give the columns of a table the same width and its rows the heights that their texts need, cut if they must be.

    `least` tells how high a row has to be for its header.
    """
    rows, columns = table.model().rowCount(), table.model().columnCount()
    if not rows or not columns:
        return
    scale = delegate.scale
    width, room = max(scale.of_zoom(LEAST_COLUMN), table.viewport().width() // columns), table.viewport().height()
    for column in range(columns):
        table.setColumnWidth(column, width)
    known: dict[tuple[int, int], float] = {}

    def needed(row: int, most: int) -> float:
        if (row, most) not in known:
            cells = (delegate.height_of(row, column, width, most) for column in range(columns))
            known[row, most] = max(least(row), *cells)
        return known[row, most]

    lines = lines_of_rows(needed, rows, room, scale)
    given = heights([needed(row, most) for row, most in enumerate(lines)], room)
    delegate.use_heights(given)
    for row, height in enumerate(given):
        table.setRowHeight(row, height)


def lines_of_rows(needed: Callable[[int, int], float], rows: int, room: float, scale: Scale) -> list[int]:
    """Return after how many lines the entries of each row are cut, as many as leave all rows in a room.

    `needed` tells how high a row must be for so many lines. The lowest rows are given a line more first.
    """
    fewest, most = scale.fewest, scale.most
    lines = [fewest] * rows
    spare = room - sum(needed(row, fewest) for row in range(rows))
    growing = {row for row in range(rows) if spare > 0 and needed(row, most) > needed(row, fewest)}
    while growing:
        row = min(growing, key=lambda one: (needed(one, lines[one]), one))
        step = needed(row, lines[row] + 1) - needed(row, lines[row])
        if lines[row] >= most or step > spare:
            growing.discard(row)
        else:
            lines[row] += 1
            spare -= step
            if needed(row, lines[row]) >= needed(row, most):
                growing.discard(row)
    return lines


def heights(needed: Sequence[float], room: float) -> list[int]:
    """Return the heights of rows: what each needs, and the lower ones raised together until the room is filled."""
    if not needed:
        return []
    spare = room - sum(needed)
    if spare <= 0:
        return [round(one) for one in needed]
    raised = list(needed)
    order = sorted(range(len(raised)), key=raised.__getitem__)
    level = raised[order[0]]
    for count, place in enumerate(order[1:], start=1):
        step = min(raised[place] - level, spare / count)
        level += step
        spare -= step * count
    level += spare / len(raised)
    return [int(max(one, level)) for one in needed]
