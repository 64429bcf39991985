"""The room's picture as what is in it, back to front. Units are pixels; colours are names of the room's theme."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Protocol

LEAST_SHARE = 45
"""No text is smaller than this part of the picture's height."""
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700
CAPITALS = 0.735
"""The height of Be Vietnam Pro's capitals, in its size."""


class Ruler(Protocol):
    """Says how wide a text is at size 1."""

    def width(self, text: str, weight: int) -> float:
        """Return the width of a text on one line."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with round corners; `edge` is the colour of a bar at its left."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0.0
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text whose baseline begins at `x`, `y`; `ground` is the colour it stands on."""

    x: float
    y: float
    text: str
    size: float
    weight: int
    ink: str
    ground: str
    width: float


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a state, or a padlock (lock), in a square."""

    x: float
    y: float
    side: float
    state: str
    ink: str


Item = Panel | Text | Sign


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture; `has_more` when the next page shows what this one marks as left out."""

    width: float
    height: float
    items: tuple[Item, ...]
    has_more: bool = False

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the lines of text."""
        return tuple(item for item in self.items if isinstance(item, Text))


Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def bounds(item: Item) -> Area:
    """Return the area that an item touches, marks above and tails beneath its letters included."""
    if isinstance(item, Panel):
        return item.x - 1, item.y - 1, item.x + item.width + 1, item.y + item.height + 1
    if isinstance(item, Sign):
        around = 0.1 * item.side + 1
        return item.x - around, item.y - around, item.x + item.side + around, item.y + item.side + around
    size = item.size
    return item.x - 0.2 * size, item.y - 1.2 * size, item.x + item.width + 0.2 * size, item.y + 0.4 * size


def changed_area(before: Scene, after: Scene) -> Area | None:
    """Return the area in which two pictures of one size differ, None where they do not."""
    differing = set(before.items) ^ set(after.items)
    if not differing:
        return None
    lefts, tops, rights, bottoms = zip(*map(bounds, differing), strict=True)
    return floor(min(lefts)), floor(min(tops)), ceil(max(rights)), ceil(max(bottoms))


def touching(items: tuple[Item, ...], area: Area) -> tuple[Item, ...]:
    """Return the items that touch an area."""
    left, top, right, bottom = area
    found = []
    for item in items:
        here = bounds(item)
        if here[0] < right and here[2] > left and here[1] < bottom and here[3] > top:
            found.append(item)
    return tuple(found)


def least(height: float) -> float:
    """Return the size of the smallest text in a picture of this height."""
    return float(ceil(height / LEAST_SHARE))


def baseline(top: float, size: float, leading: float) -> float:
    """Return the baseline of a line whose upper edge is at `top`: capitals stand in its middle."""
    return top + size * (leading + CAPITALS) / 2
