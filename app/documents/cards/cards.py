"""Cards on sheets of A4, eight to a sheet with lines to cut along.

A card has an id, workshop-number (2-017), the initiative if it is for one, a cell or all of them to tick one, and room
for an idea, a name and a body. The id is what is typed as the proposer's when the card is read out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.documents import page
from app.pictures import palette, scene
from app.pictures.breaking import Line, broken
from app.pictures.scene import Box, Item, Path, Scene, Style
from app.pictures.wording import Wording, spaced
from models.codes import cell_code
from models.plan import Initiative, PlanHeader

_COLUMNS, _ROWS = 2, 4
_EDGE = 7 * page.MM
"""What printers leave white at the edges of the paper."""
_WIDTH = (page.WIDTH - 2 * _EDGE) / _COLUMNS
_HEIGHT = (page.HEIGHT - 2 * _EDGE) / _ROWS
_PAD = 12.0
_INNER = _WIDTH - 2 * _PAD
_DASH = (2.0, 3.0)
_ID = Style(14.0, palette.INK, scene.BOLD)
_HEAD = Style(9.0, palette.INK, scene.SEMIBOLD)
_LABEL = Style(8.0, palette.MUTED)
_GRID = Style(7.0, palette.INK)
_FACTOR = Style(6.0, palette.MUTED)
_ID_WIDTH, _HEAD_HEIGHT = 52.0, 26.0
_BOX, _LINE_GAP = 13.5, 17.5
_ROW_NAME, _GRID_WIDTH = 30.0, 96.0
_MOST_HEAD_LINES = 2


@dataclass(frozen=True, slots=True)
class CardsContent:
    """What cards are printed for: the workshop's number and title, which is empty before it is opened.

    There are `count` cards for each of the initiatives, or for any when there is none; `cell` is (KFA number, KF
    number), None for one to be ticked.
    """

    plan: PlanHeader
    number: int
    title: str
    initiatives: tuple[Initiative, ...]
    cell: tuple[int, int] | None
    count: int


def cards(content: CardsContent, wording: Wording) -> Iterator[Scene]:
    """Yield the sheets."""
    wanted: list[Initiative | None] = [one for one in content.initiatives for _ in range(content.count)]
    wanted = wanted or [None] * content.count
    a_sheet = _COLUMNS * _ROWS
    for first in range(0, len(wanted), a_sheet):
        items: list[Item] = [Box(0, 0, page.WIDTH, page.HEIGHT, fill=palette.PAPER), *_cut_lines()]
        some = wanted[first : first + a_sheet]
        for place, initiative in enumerate(some):
            x = _EDGE + place % _COLUMNS * _WIDTH
            y = _EDGE + place // _COLUMNS * _HEIGHT
            items += _card(x, y, f"{content.number}-{first + place + 1:03}", initiative, content, wording)
        title = f"{content.number}-{first + 1:03} – {content.number}-{first + len(some):03}"
        yield Scene(page.WIDTH, page.HEIGHT, title, tuple(items))


def _cut_lines() -> Iterator[Item]:
    for column in range(_COLUMNS + 1):
        x = _EDGE + column * _WIDTH
        yield _line(x, 0, x, page.HEIGHT, _DASH)
    for row in range(_ROWS + 1):
        y = _EDGE + row * _HEIGHT
        yield _line(0, y, page.WIDTH, y, _DASH)


def _card(
    x: float, y: float, name: str, initiative: Initiative | None, content: CardsContent, wording: Wording
) -> Iterator[Item]:
    left, top = x + _PAD, y + _PAD
    right = left + _INNER
    id_width = broken([_ID.run(name)], _ID.size, page.WIDTH)[0].width
    blank = wording.say("document.cards.initiative")
    title = wording.titled(initiative.code, initiative.title) if initiative is not None else blank
    yield from scene.placed(left, top, _HEAD, _cut(title, _HEAD, _INNER - max(_ID_WIDTH, id_width + _PAD)))
    yield from scene.text(right - id_width, top - 3, name, _ID)
    body = top + _HEAD_HEIGHT
    if content.cell is None:
        yield from _grid(left, body, wording)
        yield from _writing(left + _GRID_WIDTH, body, _INNER - _GRID_WIDTH, y + _HEIGHT - _PAD, wording)
    else:
        named = _cell_name(content.cell, wording)
        yield from scene.placed(left, body, _LABEL, _cut(named, _LABEL, _INNER))
        below = body + _MOST_HEAD_LINES * _LABEL.leading + 2
        yield from _writing(left, below, _INNER, y + _HEIGHT - _PAD, wording)
    if content.title:
        yield from scene.placed(left, y + _HEIGHT - _PAD + 1, _GRID, _cut(content.title, _GRID, _INNER)[:1])


def _cell_name(cell: tuple[int, int], wording: Wording) -> str:
    row = next(one for one in wording.method.directions.values() if one.number == cell[0])
    column = next(one for one in wording.method.key_factors.values() if one.number == cell[1])
    names = " – ".join(one.short[wording.language] for one in (row, column))
    return f"{cell_code(*cell)}  {names}"


def _grid(x: float, y: float, wording: Wording) -> Iterator[Item]:
    """Yield a box to tick for every cell of the matrix."""
    yield from scene.text(x, y, wording.say("document.cards.tick"), _LABEL)
    top = y + _LABEL.leading + 1
    columns = list(wording.method.key_factors.values())
    for place, factor in enumerate(columns):
        yield from scene.text(x + _ROW_NAME + place * _BOX + 0.5, top, factor.code, _FACTOR)
    top += _FACTOR.leading + 1
    for number, direction in enumerate(wording.method.directions.values()):
        row = top + number * _BOX
        yield from scene.text(x, row + 2, spaced(direction.code), _GRID)
        for place in range(len(columns)):
            yield Box(x + _ROW_NAME + place * _BOX + 1.5, row + 1.5, _BOX - 3, _BOX - 3, stroke=palette.INK, radius=1.0)


def _writing(x: float, y: float, width: float, foot: float, wording: Wording) -> Iterator[Item]:
    """Yield lines to write an idea on, down to those for a name and a body at `foot`."""
    yield from scene.text(x, y, wording.say("document.cards.idea"), _LABEL)
    for place, key in enumerate(("body", "name")):
        baseline = foot - 6 - place * _LINE_GAP
        label = wording.say(f"document.cards.{key}")
        yield from scene.text(x, baseline - _LABEL.leading + 1, label, _LABEL)
        start = x + broken([_LABEL.run(label)], _LABEL.size, width)[0].width + 4
        yield _line(start, baseline, x + width, baseline)
    baseline = y + _LABEL.leading + _LINE_GAP
    while baseline <= foot - 6 - 2 * _LINE_GAP + 4:
        yield _line(x, baseline, x + width, baseline)
        baseline += _LINE_GAP


def _line(x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...] = ()) -> Path:
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    return Path((x1, y1), ((middle, middle, (x2, y2)),), palette.MUTED, 0.5, dash)


def _cut(text: str, style: Style, width: float) -> list[Line]:
    """Return a text in two lines, its end replaced by an ellipsis where it is longer."""
    lines = broken([style.run(text)], style.size, width)
    length = len(text)
    while len(lines) > _MOST_HEAD_LINES:
        length = min(length - 1, length * 9 // 10)
        lines = broken([style.run(f"{text[:length].rstrip()}…")], style.size, width)
    return lines
