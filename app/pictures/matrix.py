"""The picture of one initiative's driving matrix, policy directions by key factors, on a lying sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.pictures import palette, scene
from app.pictures.breaking import Line, broken
from app.pictures.legend import Sample, legend
from app.pictures.posters import on_paper
from app.pictures.scene import Box, Item, Scene, Sign, Style
from app.pictures.wording import SIGNS, Wording, spaced
from models.plan import Measure, Sheet

_MARGIN, _TOP, _HEADS, _FOOT, _GAP = 40.0, 86.0, 30.0, 44.0, 7.0
_NAMES_WIDTH = 138.0
_PAD, _SIGN_ROOM, _BETWEEN, _RADIUS, _LOWEST = 8.0, 13.0, 4.0, 7.0, 46.0
_SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of type that are tried; with the smallest the sheet grows."""
_HEADING = Style(19.0, palette.INK, scene.SEMIBOLD)
_BELOW = Style(12.0, palette.MUTED)
_HEAD, _HEAD_NAME = Style(12.0, palette.INK, scene.SEMIBOLD), Style(12.0, palette.MUTED)
_NAME, _NAME_BELOW = Style(11.5, palette.INK, scene.SEMIBOLD), Style(10.5, palette.MUTED)


class _Entry(NamedTuple):
    """A measure in a cell: its state and the lines of its text."""

    state: str
    lines: list[Line]


class _Body(NamedTuple):
    """The cells of a matrix at one size of type: by row and column, and how high each row must be."""

    style: Style
    cells: list[list[list[_Entry]]]
    heights: list[float]


def matrix(sheet: Sheet, wording: Wording, paper: str | None = None) -> Scene:
    """Return the picture of the matrix of one initiative: on a paper, or as high as it must be on the width of A3."""
    if paper is not None:
        return on_paper(paper, lambda width, height: _laid_out(sheet, wording, width, height), scene.A3_LYING[0])
    return _laid_out(sheet, wording, *scene.A3_LYING)


def _laid_out(sheet: Sheet, wording: Wording, width: float, height: float) -> Scene:
    columns = len(wording.method.key_factors)
    cell_width = (width - 2 * _MARGIN - _NAMES_WIDTH) / columns - _GAP
    room = height - _TOP - _HEADS - _FOOT
    body = _body(sheet, wording, cell_width, room)
    needed = sum(body.heights) + _GAP * len(body.heights)
    spare = max(0.0, room - needed) / max(1, len(body.heights))
    height += max(0.0, needed - room)
    items: list[Item] = [Box(0, 0, width, height, fill=palette.PAPER), *_heading(sheet, wording, width)]
    items += _column_heads(wording, cell_width)
    y = _TOP + _HEADS
    for number, direction in enumerate(wording.method.directions.values()):
        row_height = body.heights[number] + spare
        items += scene.text(_MARGIN, y + _PAD, spaced(direction.code), _NAME)
        name = direction.short[wording.language]
        items += scene.text(_MARGIN, y + _PAD + _NAME.leading, name, _NAME_BELOW, _NAMES_WIDTH - _PAD)
        for column, entries in enumerate(body.cells[number]):
            items += _cell(_left(column, cell_width), y, (cell_width, row_height), entries, body.style)
        y += row_height + _GAP
    samples = [Sample(wording.say(f"picture.{state}"), state=state) for state in SIGNS]
    items += legend(_left(0, cell_width), height - _FOOT + 10, width - 2 * _MARGIN, samples)
    initiative = sheet.content.initiative
    return Scene(width, height, wording.titled(initiative.code, initiative.title), tuple(items))


def _left(column: int, cell_width: float) -> float:
    return _MARGIN + _NAMES_WIDTH + column * (cell_width + _GAP)


def _body(sheet: Sheet, wording: Wording, cell_width: float, room: float) -> _Body:
    """Return the cells at the largest size of type with which they fit into `room`, or at the smallest."""
    for size in _SIZES:
        style = Style(size, palette.INK)
        cells = _cells(sheet, wording, style, cell_width)
        heights = [max([_LOWEST, *(_height(entries, style) for entries in row)]) for row in cells]
        body = _Body(style, cells, heights)
        if sum(heights) + _GAP * len(heights) <= room:
            break
    return body


def _cells(sheet: Sheet, wording: Wording, style: Style, cell_width: float) -> list[list[list[_Entry]]]:
    width = cell_width - 2 * _PAD - _SIGN_ROOM
    placed: dict[tuple[int, int], list[_Entry]] = {}
    for measure in sheet.content.measures:
        lines = _lines(measure, sheet, wording, style, width)
        placed.setdefault((measure.kfa, measure.kf), []).append(_Entry(wording.state(measure), lines))
    return [
        [placed.get((direction.number, factor.number), []) for factor in wording.method.key_factors.values()]
        for direction in wording.method.directions.values()
    ]


def _lines(measure: Measure, sheet: Sheet, wording: Wording, style: Style, width: float) -> list[Line]:
    runs = [style.run(measure.text)]
    if measure.lead:
        lead = wording.short(measure.lead, sheet.actors)
        runs.append(Style(style.size, palette.MUTED).run(f" · {lead}"))
    return broken(runs, style.size, width)


def _height(entries: Sequence[_Entry], style: Style) -> float:
    lines = sum(len(entry.lines) for entry in entries)
    return 2 * _PAD + lines * style.leading + _BETWEEN * max(0, len(entries) - 1)


def _cell(x: float, y: float, size: tuple[float, float], entries: Sequence[_Entry], style: Style) -> Iterator[Item]:
    if not entries:
        yield Box(x, y, *size, stroke=palette.LINE, radius=_RADIUS, dash=(3.0, 3.0))
        return
    yield Box(x, y, *size, palette.CARD, palette.LINK, 0.8, _RADIUS)
    top = y + _PAD
    for entry in entries:
        radius = style.size * 0.34
        yield Sign(x + _PAD + radius, top + style.leading / 2, radius, entry.state, palette.STATES[entry.state])
        yield from scene.placed(x + _PAD + _SIGN_ROOM, top, style, entry.lines)
        top += len(entry.lines) * style.leading + _BETWEEN


def _heading(sheet: Sheet, wording: Wording, width: float) -> Iterator[Item]:
    initiative = sheet.content.initiative
    colour = palette.of_group(initiative.group)
    yield Box(_MARGIN, 30, 5, 44, colour, radius=2.5)
    title = wording.titled(initiative.code, initiative.title)
    yield from scene.text(_MARGIN + 16, 28, title, _HEADING, width - 2 * _MARGIN - 16)
    below = wording.say("picture.as_of", plan=sheet.plan.title[wording.language], day=wording.day(wording.on))
    yield from scene.text(_MARGIN + 16, 57, f"{wording.say('picture.matrix_heading')} · {below}", _BELOW)


def _column_heads(wording: Wording, cell_width: float) -> Iterator[Item]:
    for column, factor in enumerate(wording.method.key_factors.values()):
        x = _left(column, cell_width)
        runs = [_HEAD.run(f"{factor.code} "), _HEAD_NAME.run(factor.short[wording.language])]
        yield from scene.placed(x, _TOP + 4, _HEAD, broken(runs, _HEAD.size, cell_width))
