"""Pictures brought to fill a paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.pictures.breaking import Line
from app.pictures.paper_sizes import PAPERS
from app.pictures.scene import Box, Item, Path, Point, Polygon, Scene, Sign, Words

_STEPS = 8


def on_paper(paper: str, lay_out: Callable[[float, float], Scene], usual: float) -> Scene:
    """Return a picture on a paper, as large as everything in it allows.

    `lay_out(width, height)` makes it, higher than asked for where there is too much in it; `usual` is the width for
    which its sizes of type are meant. It is laid out ever wider, and so smaller, until it fits; what does not fit even
    then is made smaller as a whole.
    """
    width, height = PAPERS[paper]
    largest = width / usual
    for step in range(_STEPS):
        factor = largest * (1 - step / _STEPS) + min(largest, 1.0) * step / _STEPS
        made = lay_out(width / factor, height / factor)
        if made.height * factor <= height + 0.5:
            break
    factor = min(factor, height / made.height)
    return _placed(
        made, factor, ((width - made.width * factor) / 2, (height - made.height * factor) / 2), (width, height)
    )


def _placed(scene: Scene, factor: float, shift: Point, size: tuple[float, float]) -> Scene:
    """Return a picture made larger or smaller, and moved, on a paper in the colour of its ground."""
    items = [_scaled(item, factor, shift) for item in scene.items]
    ground = items[0]
    if isinstance(ground, Box):
        items[0] = replace(ground, x=0.0, y=0.0, width=size[0], height=size[1])
    return Scene(*size, scene.title, tuple(items))


def _scaled(item: Item, factor: float, shift: Point) -> Item:
    def at(point: Point) -> Point:
        return point[0] * factor + shift[0], point[1] * factor + shift[1]

    if isinstance(item, Path):
        curves = tuple((at(first), at(second), at(end)) for first, second, end in item.curves)
        dash = tuple(part * factor for part in item.dash)
        return replace(item, start=at(item.start), curves=curves, width=item.width * factor, dash=dash)
    if isinstance(item, Polygon):
        return replace(item, points=tuple(map(at, item.points)))
    x, y = at((item.x, item.y))
    if isinstance(item, Words):
        return Words(x, y, item.size * factor, _line(item.line, factor))
    if isinstance(item, Sign):
        return replace(item, x=x, y=y, radius=item.radius * factor)
    return replace(
        item,
        x=x,
        y=y,
        width=item.width * factor,
        height=item.height * factor,
        stroke_width=item.stroke_width * factor,
        radius=item.radius * factor,
        dash=tuple(part * factor for part in item.dash),
    )


def _line(line: Line, factor: float) -> Line:
    pieces = tuple(piece._replace(x=piece.x * factor) for piece in line.pieces)
    return Line(pieces, line.width * factor, line.ends)
