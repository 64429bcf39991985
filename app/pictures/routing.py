"""The ways of links between cards: out of a side, through gaps and lanes, into a side, never through a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.pictures.layering import Lane, Layout, Node

Point = tuple[float, float]

_PORT_STEP = 11.0
_PORT_MARGIN = 9.0
_NEAREST_BULGE, _WIDEST_BULGE, _BULGE_SHARE = 24.0, 56.0, 0.07
_EASE = 0.5
"""Share of a gap over which a link leaves and reaches its cards level."""

Curve = tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a link from its origin on; `points` is the direction (1 right, -1 left) in which it arrives."""

    start: Point
    curves: tuple[Curve, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Where columns and cards are: the left edge of each column, and the size of every card."""

    lefts: Sequence[float]
    card_width: float
    card_height: float


def routed(layout: Layout, links: Sequence[tuple[str, str]], grid: Grid) -> list[Route]:
    """Return the route of every link, in their order."""
    column_of = {node: number for number, column in enumerate(layout.columns) for node in column}
    place_of = {node: place for column in layout.columns for place, node in enumerate(column)}
    ports = _ports(layout, links, column_of, place_of, grid)
    routes = []
    for number, (way, link) in enumerate(zip(layout.ways, links, strict=True)):
        ends = ports[number, link[0]], ports[number, link[1]]
        if column_of[way[0]] == column_of[way[-1]]:
            routes.append(_around(ends[0], ends[1], 1 if _goes_down(link, place_of) else -1))
            continue
        forward = way[0] == link[0]
        start, end = ends if forward else ends[::-1]
        curves = _through(start, end, [node for node in way if isinstance(node, Lane)], layout, grid)
        routes.append(Route(start, curves, 1) if forward else _reversed(start, curves))
    return routes


def _goes_down(link: tuple[str, str], place_of: dict[Node, int]) -> bool:
    return place_of[link[0]] < place_of[link[1]]


def _ports(
    layout: Layout,
    links: Sequence[tuple[str, str]],
    column_of: dict[Node, int],
    place_of: dict[Node, int],
    grid: Grid,
) -> dict[tuple[int, Node], Point]:
    """Return where each link touches each of its two cards: spread over a side in the order of where the links go."""
    sides: dict[tuple[Node, int], list[tuple[float, int]]] = {}
    for number, (way, link) in enumerate(zip(layout.ways, links, strict=True)):
        if column_of[way[0]] == column_of[way[-1]]:
            left = right = 1 if _goes_down(link, place_of) else -1
        else:
            left, right = 1, -1
        sides.setdefault((way[0], left), []).append((layout.middles[way[1]], number))
        sides.setdefault((way[-1], right), []).append((layout.middles[way[-2]], number))
    ports: dict[tuple[int, Node], Point] = {}
    for (node, side), touching in sides.items():
        x = grid.lefts[column_of[node]] + (grid.card_width if side == 1 else 0.0)
        step = min(_PORT_STEP, (grid.card_height - 2 * _PORT_MARGIN) / max(1, len(touching) - 1))
        for place, (_, number) in enumerate(sorted(touching)):
            ports[number, node] = (x, layout.middles[node] + (place - (len(touching) - 1) / 2) * step)
    return ports


def _through(start: Point, end: Point, lanes: Sequence[Lane], layout: Layout, grid: Grid) -> tuple[Curve, ...]:
    """Return the curves from a right side to a left side: level through every lane, bent only in the gaps."""
    stops = [start]
    for lane in lanes:
        left, y = grid.lefts[lane.column], layout.middles[lane]
        stops += [(left, y), (left + grid.card_width, y)]
    stops.append(end)
    curves = []
    for (x1, y1), (x2, y2) in pairwise(stops):
        ease = (x2 - x1) * _EASE
        curves.append(((x1 + ease, y1), (x2 - ease, y2), (x2, y2)))
    return tuple(curves)


def _around(start: Point, end: Point, side: int) -> Route:
    """Return the route between two cards of a column, out of and into the same side."""
    bulge = side * min(_WIDEST_BULGE, _NEAREST_BULGE + _BULGE_SHARE * abs(end[1] - start[1]))
    return Route(start, (((start[0] + bulge, start[1]), (end[0] + bulge, end[1]), end),), -side)


def _reversed(start: Point, curves: Sequence[Curve]) -> Route:
    points = [start, *(point for curve in curves for point in curve)][::-1]
    turned = tuple((points[n], points[n + 1], points[n + 2]) for n in range(1, len(points), 3))
    return Route(points[0], turned, -1)
