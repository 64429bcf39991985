"""Tables on pages: rows are laid out one at a time, and a tall one goes on over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.documents import page
from app.documents.blocks import Cell, Look, Row, Span, Table
from app.documents.pages import BOLD, BOLD_ITALIC, INK, ITALIC, MUTED, REGULAR, Pages
from app.pictures.breaking import Line, Run, broken
from app.pictures.typefaces import typeface

_SIZE = page.TABLE_SIZE
_LEADING = page.TABLE_SIZE * page.LEADING
_ASCENT = 0.9
"""Height of a line's letters above the baseline, by type size."""
_PAD_X = 4.0
_PAD_Y = 3.0
_BETWEEN = 3.0
"""Extra distance between the paragraphs of a cell."""
_WHOLE = 8
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
    """A row with its lines broken."""

    row: Row
    columns: tuple[_Column, ...]

    @property
    def lines(self) -> int:
        return max(len(column.lines) for column in self.columns)

    @property
    def height(self) -> float:
        return self.height_of(0, self.lines)

    def height_of(self, start: int, end: int) -> float:
        """Return the height of a row that has only the lines from `start` to before `end`."""
        return 2 * _PAD_Y + max(_height(column.lines[start:end]) for column in self.columns)


def draw(pages: Pages, table: Table) -> None:
    """Place a table, its head on every page that it reaches."""
    unit = page.TEXT_WIDTH / sum(table.widths)
    widths = [share * unit for share in table.widths]
    head = [_laid(row, widths) for row in table.head]
    follower = _laid(table.rows[0], widths) if table.rows else None
    _begin(pages, head, follower)
    for number in range(len(table.rows)):
        laid, follower = follower, None
        if number + 1 < len(table.rows):
            follower = _laid(table.rows[number + 1], widths)
        if laid is not None:
            _place(pages, laid, head, _needed(laid, follower))


def first_height(table: Table) -> float:
    """Return the height that a heading above the table wants beneath it: the head and the first lines."""
    return len(table.head) * (_LEADING + 2 * _PAD_Y) + 3 * _LEADING + 4 * _PAD_Y


def runs(text: Sequence[Span]) -> list[Run]:
    """Return spans in the typefaces of documents."""
    return [Run(span.text, typeface(_FACES[span.bold, span.italic]), MUTED if span.muted else INK) for span in text]


_FACES = {(False, False): REGULAR, (True, False): BOLD, (False, True): ITALIC, (True, True): BOLD_ITALIC}


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
    return _Laid(row, tuple(columns))


def _height(lines: Sequence[tuple[float, Line]]) -> float:
    return sum(above for above, _ in lines[1:]) + len(lines) * _LEADING


def _needed(laid: _Laid, follower: _Laid | None) -> float:
    """Return the height that a row wants at once: its own if it is short, and the first lines of one bound to it."""
    own = laid.height if laid.lines <= _WHOLE else laid.height_of(0, _FEWEST)
    bound = follower is not None and (laid.row.look is not Look.PLAIN or follower.row.continues)
    if follower is None or not bound:
        return own
    return own + follower.height_of(0, _FEWEST if follower.lines > _FEWEST + 1 else follower.lines)


def _begin(pages: Pages, head: Sequence[_Laid], first: _Laid | None) -> None:
    """Place the head, on a new page when the first row would not stand beneath it."""
    height = sum(laid.height for laid in head)
    if pages.y > 0 and height + (_needed(first, None) if first else 0.0) > pages.room:
        pages.turn()
    for laid in head:
        _draw_lines(pages, laid, 0, laid.lines)


def _place(pages: Pages, laid: _Laid, head: Sequence[_Laid], needed: float) -> None:
    """Place a row, over several pages when one does not hold it."""
    top = sum(one.height for one in head)
    if needed > pages.room and pages.y > top:
        _turn(pages, head)
    start = 0
    while start < laid.lines or start == 0:
        end = _last_fitting(laid, start, pages.room)
        if end < laid.lines:
            end = min(end, max(start + 1, laid.lines - _FEWEST))
        _draw_lines(pages, laid, start, end)
        start = end
        if start >= laid.lines:
            return
        _turn(pages, head)


def _last_fitting(laid: _Laid, start: int, room: float) -> int:
    """Return the line before which a page that has `room` ends; at least one line is taken."""
    end = start
    while end < laid.lines and laid.height_of(start, end + 1) <= room:
        end += 1
    return max(end, min(start + 1, laid.lines))


def _turn(pages: Pages, head: Sequence[_Laid]) -> None:
    pages.turn()
    for laid in head:
        _draw_lines(pages, laid, 0, laid.lines)


def _draw_lines(pages: Pages, laid: _Laid, start: int, end: int) -> None:
    """Draw the lines from `start` to before `end` of a row, with its shades and rules."""
    y, height = pages.y, laid.height_of(start, end)
    if laid.row.continues and start == 0 and y > 0:
        y -= _PAD_Y
    right = laid.columns[-1].x + laid.columns[-1].width
    for column in laid.columns:
        if laid.row.look is not Look.PLAIN or column.cell.shaded:
            pages.shade(column.x, y, column.width, height)
        pages.rule(column.x, y, column.x, y + height)
        baseline = y + _PAD_Y - (_LEADING - _SIZE * _ASCENT) + (_LEADING - _SIZE) / 2
        for place, (above, line) in enumerate(column.lines[start:end]):
            baseline += _LEADING + (above if place else 0.0)
            spare = column.width - 2 * _PAD_X - line.width if column.cell.centred else 0.0
            pages.line(line, column.x + _PAD_X + spare / 2, baseline, _SIZE)
    pages.rule(right, y, right, y + height)
    if not (laid.row.continues and start == 0):
        pages.rule(0.0, y, right, y)
    pages.rule(0.0, y + height, right, y + height)
    pages.y = y + height
