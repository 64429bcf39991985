"""Tables on pages: rows are laid out one at a time, and a tall one goes on over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.documents import page
from app.documents.blocks import Cell, Look, Row, Table
from app.documents.pages import Pages
from app.documents.type import first_baseline, runs
from app.pictures.breaking import Line, broken

_SIZE = page.TABLE_SIZE
_LEADING = page.TABLE_SIZE * page.LEADING
_PAD_X = 4.0
_PAD_Y = 3.0
_BETWEEN = 3.0
"""Extra distance between the paragraphs of a cell."""
_WHOLE = 12
"""Lines up to which a row is rather moved to the next page than split."""
_FEWEST = 2
"""Lines of a split row that stay together at the foot and at the head of a page."""


class _Column(NamedTuple):
    """A cell with its lines, each with the extra distance above it."""

    x: float
    width: float
    lines: list[tuple[float, Line]]
    cell: Cell


class _Laid(NamedTuple):
    """A row with its lines broken; `line_count` is the number of lines of its tallest cell."""

    row: Row
    columns: tuple[_Column, ...]
    line_count: int

    def height(self, start: int, end: int) -> float:
        """Return the height of a row that has only the lines from `start` to before `end`."""
        return 2 * _PAD_Y + max(_height(column.lines[start:end]) for column in self.columns)


def draw(pages: Pages, table: Table) -> None:
    """Place a table, its head on every page that it reaches."""
    widths = _widths(table)
    body = _Body(pages, [_laid(row, widths) for row in table.head])
    laid: _Laid | None = None
    for row in table.rows:
        follower = _laid(row, widths)
        if laid is not None:
            body.place(laid, follower)
        laid = follower
    if laid is not None:
        body.place(laid, None)
    body.close()


def first_height(table: Table) -> float:
    """Return the height that a heading above the table wants beneath it: the head and what begins the rows.

    A short first row alone is too little.
    """
    widths = _widths(table)
    head = (_laid(row, widths) for row in table.head)
    first = [_laid(row, widths) for row in table.rows[:2]]
    wanted = _needed(first[0], *first[1:]) if first else 0.0
    if len(first) > 1 and first[0].row.look is Look.PLAIN and first[0].line_count <= _FEWEST:
        wanted += _needed(first[1])
    return sum(laid.height(0, laid.line_count) for laid in head) + wanted


def _widths(table: Table) -> list[float]:
    unit = page.TEXT_WIDTH / sum(table.widths)
    return [share * unit for share in table.widths]


class _Body:
    """The rows of one table on their way to the pages."""

    def __init__(self, pages: Pages, head: Sequence[_Laid]) -> None:
        self._pages = pages
        self._head = head
        self._head_height = sum(laid.height(0, laid.line_count) for laid in head)
        self._begun = False

    def place(self, laid: _Laid, follower: _Laid | None) -> None:
        """Place a row, over several pages when one does not hold it."""
        if not self._begun:
            if self._head_height + _needed(laid, follower) > self._pages.room and self._pages.y > 0:
                self._pages.turn()
            self._draw_head()
        elif _needed(laid, follower) > self._pages.room and self._pages.y > self._head_height:
            self._turn()
        start = 0
        while True:
            end = _last_fitting(laid, start, self._pages.room)
            self._draw(laid, start, end)
            if end >= laid.line_count:
                return
            start = end
            self._turn()

    def close(self) -> None:
        """Draw the rule beneath the last row on a page."""
        if self._begun:
            self._pages.rule(0.0, self._pages.y, page.TEXT_WIDTH, self._pages.y)

    def _turn(self) -> None:
        self.close()
        self._pages.turn()
        self._draw_head()

    def _draw_head(self) -> None:
        self._begun = True
        for laid in self._head:
            self._draw(laid, 0, laid.line_count)

    def _draw(self, laid: _Laid, start: int, end: int) -> None:
        """Draw the lines from `start` to before `end` of a row, with its shades and rules."""
        pages = self._pages
        joined = laid.row.continues and start == 0 and pages.y > self._head_height
        y = pages.y - (_PAD_Y if joined else 0.0)
        height = laid.height(start, end)
        if not joined:
            pages.rule(0.0, y, page.TEXT_WIDTH, y)
        for column in laid.columns:
            if laid.row.look is not Look.PLAIN or column.cell.shaded:
                pages.shade(column.x, y, column.width, height)
            pages.rule(column.x, y, column.x, y + height)
            baseline = y + _PAD_Y + first_baseline(_SIZE)
            for place, (above, line) in enumerate(column.lines[start:end]):
                baseline += above if place else 0.0
                spare = column.width - 2 * _PAD_X - line.width if column.cell.centred else 0.0
                pages.line(line, column.x + _PAD_X + spare / 2, baseline, _SIZE)
                baseline += _LEADING
        pages.rule(page.TEXT_WIDTH, y, page.TEXT_WIDTH, y + height)
        pages.y = y + height


def _laid(row: Row, widths: Sequence[float]) -> _Laid:
    columns: list[_Column] = []
    x, first = 0.0, 0
    for cell in row.cells:
        width = sum(widths[first : first + cell.columns])
        lines: list[tuple[float, Line]] = []
        for text in cell.paragraphs:
            above = _BETWEEN if lines else 0.0
            for line in broken(runs(text), _SIZE, width - 2 * _PAD_X):
                lines.append((above, line))
                above = 0.0
        columns.append(_Column(x, width, lines, cell))
        x, first = x + width, first + cell.columns
    return _Laid(row, tuple(columns), max(len(column.lines) for column in columns))


def _height(lines: Sequence[tuple[float, Line]]) -> float:
    return sum(above for above, _ in lines[1:]) + len(lines) * _LEADING


def _needed(laid: _Laid, follower: _Laid | None = None) -> float:
    """Return the height that a row wants at once: its own if it is short, and that of what is bound to it.

    A row that carries on the one above may go on overleaf after its first lines; one beneath a band is a row like any.
    """
    own = laid.height(0, laid.line_count if laid.line_count <= _WHOLE else _FEWEST)
    if follower is None or not (laid.row.look is Look.BAND or follower.row.continues):
        return own
    if laid.row.look is Look.BAND:
        return own + _needed(follower)
    return own + follower.height(0, _FEWEST if follower.line_count > _FEWEST + 1 else follower.line_count)


def _last_fitting(laid: _Laid, start: int, room: float) -> int:
    """Return the line before which a page that has `room` ends: at least one is taken, and no single one left over."""
    end = min(laid.line_count, start + int(room / _LEADING) + 1)
    while end > start + 1 and laid.height(start, end) > room:
        end -= 1
    if end == laid.line_count - 1 and end > start + _FEWEST:
        end -= 1
    return max(end, min(start + 1, laid.line_count))
