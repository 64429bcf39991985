"""A picture as what is in it, back to front, for any painter. Units are points; y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.pictures.breaking import Line, Run, broken
from app.pictures.typefaces import typeface

REGULAR = "BeVietnamPro-Regular"
MEDIUM = "BeVietnamPro-Medium"
SEMIBOLD = "BeVietnamPro-SemiBold"
BOLD = "BeVietnamPro-Bold"
FAMILY = "Be Vietnam Pro"
A3_LYING = (420 * 72 / 25.4, 297 * 72 / 25.4)
"""Paper of ISO 216, in points."""
_LEADING = 1.32

RING = 1.1
"""Width of the line of a sign's ring."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners; a colour that is empty is not painted."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A line from `start` through Bézier curves of three points each: two controls and an end."""

    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    round_ends: bool = False


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled shape with straight sides."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a state around a centre: draft a ring, doing a ring half filled, done a disc, late a triangle."""

    x: float
    y: float
    radius: float
    state: str
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text whose baseline begins at `x`, `y`."""

    x: float
    y: float
    size: float
    line: Line


Item = Box | Path | Polygon | Sign | Words


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of the given size: its items, back to front, and a title for readers who do not see it."""

    width: float
    height: float
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks in a picture."""

    size: float
    colour: str
    face: str = REGULAR

    def run(self, text: str) -> Run:
        """Return a text in this style."""
        return Run(text, typeface(self.face), self.colour)

    @property
    def leading(self) -> float:
        """The distance of its baselines."""
        return self.size * _LEADING


def text(x: float, y: float, content: str, style: Style, width: float = 1e6) -> list[Words]:
    """Return a text in lines of `width`, whose first line has its upper edge at `y`."""
    return placed(x, y, style, broken([style.run(content)], style.size, width))


def placed(x: float, y: float, style: Style, lines: Sequence[Line]) -> list[Words]:
    """Return lines one beneath the other, the upper edge of the first at `y`."""
    first = y + style.size * (_LEADING + 0.735) / 2  # Be Vietnam Pro: capitals are 0.735 high; centred in the line
    return [Words(x, first + number * style.leading, style.size, line) for number, line in enumerate(lines)]


def triangle(sign: Sign) -> Polygon:
    """Return the triangle that is the sign of what is late."""
    half, above, below = sign.radius * 1.05, sign.radius * 1.1, sign.radius * 0.8
    points = ((sign.x, sign.y - above), (sign.x + half, sign.y + below), (sign.x - half, sign.y + below))
    return Polygon(points, sign.colour)
