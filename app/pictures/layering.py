"""Laying out a network in columns: which card stands above which, and how high, so that links cross and bend little.

The layered drawing of Sugiyama, Tagawa and Toda (1981): a link that passes a column has a lane of its own there, so
that it never runs through a card; order by barycentres; heights by least squares with distances kept (isotonic
regression).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Node = Hashable
_SWEEPS = 12
_LANE_WEIGHT = 4.0
"""How much straighter a passing link is drawn than the others."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The place where a link passes a column: the number of the link and that of the column."""

    link: int
    column: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of nodes and lanes from top to bottom, the middle of each, and each link's way from left to right.

    The way of a link between nodes of one column is just its two ends.
    """

    columns: tuple[tuple[Node, ...], ...]
    middles: Mapping[Node, float]
    ways: tuple[tuple[Node, ...], ...]


def laid_out(
    waves: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], card: float, lane: float, apart: float
) -> Layout:
    """Return the layout of nodes in waves; `card` and `lane` are heights, `apart` is the distance between cards."""
    column_of = {node: number for number, wave in enumerate(waves) for node in wave}
    ways = tuple(_way(number, link, column_of) for number, link in enumerate(links))
    columns: list[list[Node]] = [list(wave) for wave in waves]
    for way in ways:
        for node in way:
            if isinstance(node, Lane):
                columns[node.column].append(node)
    joined = _neighbours(ways, column_of)
    ordered = _ordered(columns, joined)
    return Layout(tuple(tuple(column) for column in ordered), _middles(ordered, joined, card, lane, apart), ways)


def _way(number: int, link: tuple[str, str], column_of: Mapping[str, int]) -> tuple[Node, ...]:
    left, right = sorted(link, key=lambda node: column_of[node])
    passed = range(column_of[left] + 1, column_of[right])
    return (left, *(Lane(number, column) for column in passed), right)


def _neighbours(ways: Iterable[Sequence[Node]], column_of: Mapping[str, int]) -> dict[Node, dict[int, list[Node]]]:
    """Return, for every node, what it is joined to on its left (-1) and on its right (1)."""
    joined: dict[Node, dict[int, list[Node]]] = {node: {-1: [], 1: []} for node in column_of}
    for way in ways:
        for node in way:
            joined.setdefault(node, {-1: [], 1: []})
        if len(way) == 2 and column_of[str(way[0])] == column_of[str(way[1])]:
            continue
        for left, right in pairwise(way):
            joined[left][1].append(right)
            joined[right][-1].append(left)
    return joined


def _ordered(columns: Sequence[list[Node]], joined: Mapping[Node, Mapping[int, list[Node]]]) -> list[list[Node]]:
    """Return the columns in the order with the fewest crossings that the sweeps came upon."""
    now = [list(column) for column in columns]
    best, fewest = now, crossings(now, joined)
    for sweep in range(_SWEEPS):
        side = -1 if sweep % 2 == 0 else 1
        order = range(1, len(now)) if side == -1 else range(len(now) - 2, -1, -1)
        now = [list(column) for column in now]
        for number in order:
            places = {node: place for place, node in enumerate(now[number + side])}
            now[number] = _by_barycentre(now[number], places, joined, side)
        count = crossings(now, joined)
        if count < fewest:
            best, fewest = now, count
    return best


def _by_barycentre(
    column: Sequence[Node],
    places: Mapping[Node, int],
    joined: Mapping[Node, Mapping[int, list[Node]]],
    side: int,
) -> list[Node]:
    def barycentre(entry: tuple[int, Node]) -> float:
        beside = joined[entry[1]][side]
        if not beside:
            return entry[0] * len(places) / len(column)
        return sum(places[node] for node in beside) / len(beside)

    return [node for _, node in sorted(enumerate(column), key=barycentre)]


def crossings(columns: Sequence[Sequence[Node]], joined: Mapping[Node, Mapping[int, list[Node]]]) -> int:
    """Return how many times links cross between neighbouring columns."""
    count = 0
    for left, right in pairwise(columns):
        places = {node: place for place, node in enumerate(right)}
        seen: list[int] = []
        for node in left:
            ends = sorted(places[other] for other in joined[node][1])
            count += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def _middles(
    columns: Sequence[Sequence[Node]],
    joined: Mapping[Node, Mapping[int, list[Node]]],
    card: float,
    lane: float,
    apart: float,
) -> dict[Node, float]:
    """Return how far down the middle of every node is; nothing is above 0."""

    def distance(above: Node, below: Node) -> float:
        heights = sum(lane if isinstance(node, Lane) else card for node in (above, below)) / 2
        return heights + (apart if not isinstance(above, Lane) and not isinstance(below, Lane) else apart / 2)

    offsets = []
    middles: dict[Node, float] = {}
    for column in columns:
        steps = [0.0]
        for above, below in pairwise(column):
            steps.append(steps[-1] + distance(above, below))
        offsets.append(steps)
        middles.update(zip(column, (step - steps[-1] / 2 for step in steps), strict=True))
    for sweep in range(_SWEEPS):
        order = range(len(columns)) if sweep % 2 == 0 else range(len(columns) - 1, -1, -1)
        for number in order:
            middles.update(_settled(columns[number], offsets[number], middles, joined))
    top = min((middles[node] - (lane if isinstance(node, Lane) else card) / 2 for node in middles), default=0.0)
    return {node: middle - top for node, middle in middles.items()}


def _settled(
    column: Sequence[Node],
    offsets: Sequence[float],
    middles: Mapping[Node, float],
    joined: Mapping[Node, Mapping[int, list[Node]]],
) -> Iterable[tuple[Node, float]]:
    """Yield the middles of a column that are nearest to those of its neighbours, in order and apart."""
    blocks: list[tuple[float, float, int]] = []
    for node, offset in zip(column, offsets, strict=True):
        beside = joined[node][-1] + joined[node][1]
        wanted = sum(middles[one] for one in beside) / len(beside) if beside else middles[node]
        weight = (_LANE_WEIGHT if isinstance(node, Lane) else 1.0) if beside else 0.1
        block = (weight * (wanted - offset), weight, 1)
        while blocks and blocks[-1][0] / blocks[-1][1] > block[0] / block[1]:
            above = blocks.pop()
            block = (above[0] + block[0], above[1] + block[1], above[2] + block[2])
        blocks.append(block)
    settled = [total / weight for total, weight, count in blocks for _ in range(count)]
    return zip(column, (base + offset for base, offset in zip(settled, offsets, strict=True)), strict=True)
