"""Breaking circles: the links to weaken so that none is left, at the least cost where that can be known."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from models.network.links import EVERY, ORDERING, Arc, Linked, graph_of
from models.network.ordering import groups_of, named

EXACT_UP_TO = 14
"""The largest circle, in nodes, whose breaks are the cheapest there are: the work doubles with each one more."""
_MOST_STEPS = 1_500_000
"""Arcs to look at, at most, to find out which breaks of a large circle are needed: about a tenth of a second."""
_Arcs = Mapping[Arc, int]


@dataclass(frozen=True, slots=True)
class Break:
    """A `precedes` link to weaken so that a circle comes undone; `cost` is its strength.

    `way` is a shortest circle that this link alone would close again, its first node at both ends; it is empty where
    the circle was too large to be sure that the link must go.
    """

    origin: str
    to: str
    cost: int
    way: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Breaks:
    """The links to weaken so that no circle is left, one group after the other.

    `is_least` is False when a group was too large to be sure that no set of links costs less.
    """

    links: tuple[Break, ...]
    is_least: bool

    @property
    def cost(self) -> int:
        """Return what all of them cost together."""
        return sum(link.cost for link in self.links)


def weakest(nodes: Sequence[str], links: Iterable[Linked]) -> Breaks:
    """Return the `precedes` links with the least strength in sum without which no circle is left.

    Of several such sets it is one with the fewest links.
    """
    graph = graph_of(nodes, links, ORDERING)
    return breaks_of(nodes, graph, groups_of(graph))


def breaks_of(nodes: Sequence[str], graph: nx.DiGraph, groups: Iterable[Sequence[int]]) -> Breaks:
    """Return the same of a graph of places whose groups are known."""
    circles = [group for group in groups if len(group) > 1]
    found: list[Break] = []
    for circle in circles:
        arcs = _arcs_in(graph, circle)
        cuts = _cuts(circle, arcs)
        kept = nx.DiGraph(arcs.keys() - set(cuts))
        for origin, to in cuts:
            found.append(Break(nodes[origin], nodes[to], arcs[origin, to], named(nodes, _way_round(kept, origin, to))))
    return Breaks(tuple(found), all(len(circle) <= EXACT_UP_TO for circle in circles))


def _way_round(kept: nx.DiGraph, origin: int, to: int) -> list[int]:
    """Return a shortest circle that an arc closes; none where a large circle has more breaks than it needs."""
    try:
        return [origin, *nx.bidirectional_shortest_path(kept, to, origin)]
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []


def triangular(nodes: Sequence[str], links: Iterable[Linked]) -> tuple[str, ...]:
    """Return the order of rows and columns in which the most strength of the influence matrix lies below its diagonal.

    Row i has the links that go out from i, of every kind. It is the most there can be where no circle of influence is
    larger than EXACT_UP_TO; order of the plan decides between groups that do not meet.
    """
    graph = graph_of(nodes, links, EVERY)
    groups = groups_of(graph)
    condensed = nx.condensation(graph, scc=groups)
    row: list[int] = []
    for number in nx.lexicographical_topological_sort(condensed):
        group = groups[number]
        row += _row(group, _arcs_in(graph, group)) if len(group) > 1 else group
    return named(nodes, reversed(row))


def _arcs_in(graph: nx.DiGraph, circle: Collection[int]) -> _Arcs:
    members = set(circle)
    return {(node, to): graph[node][to]["strength"] for node in circle for to in graph.succ[node] if to in members}


def _row(circle: Sequence[int], arcs: _Arcs) -> list[int]:
    return _cheapest_row(circle, arcs) if len(circle) <= EXACT_UP_TO else _good_row(circle, arcs)


def _cuts(circle: Sequence[int], arcs: _Arcs) -> list[Arc]:
    """Return the arcs to take out of a strongly connected group, in order, so that no circle is left in it.

    Whatever is taken out, the rest can be put in a row with every arc pointing on; so we look for the row with the
    least pointing back.
    """
    position = {node: number for number, node in enumerate(_row(circle, arcs))}
    back = [arc for arc in arcs if position[arc[0]] > position[arc[1]]]
    return sorted(back if len(circle) <= EXACT_UP_TO else _needed(arcs, back))


def _cheapest_row(circle: Sequence[int], arcs: _Arcs) -> list[int]:
    """Return the row in which the arcs that point back are weakest in sum, of several such rows one with the fewest.

    Of those left it is the first in the order of the plan. Sets of nodes are bits of a number; the cheapest way to put
    a set at the end of the row is found from those with one node less: E. L. Lawler, "A comment on minimum feedback arc
    sets", IEEE Transactions on Circuit Theory 11 (1964), 296–297.
    """
    one_more_arc = len(arcs) + 1
    back_into: list[list[int]] = []
    for to in circle:
        prices = [0]
        for origin in circle:
            price = arcs[origin, to] * one_more_arc + 1 if (origin, to) in arcs else 0
            prices += [price + others for others in prices]
        back_into.append(prices)
    bits = [1 << number for number in range(len(circle))]
    least = [0] * (1 << len(circle))
    heads = [0] * len(least)
    for nodes in range(1, len(least)):
        least[nodes], heads[nodes] = min(
            [(least[nodes ^ bit] + back_into[n][nodes ^ bit], n) for n, bit in enumerate(bits) if nodes & bit]
        )
    row: list[int] = []
    nodes = len(least) - 1
    while nodes:
        row.append(circle[heads[nodes]])
        nodes ^= bits[heads[nodes]]
    return row


def _good_row(circle: Sequence[int], arcs: _Arcs) -> list[int]:
    """Return a row in which at most half of the strength points back, in time that grows with the arcs.

    Nodes that nothing follows go to the end, those that follow nothing to the front, and else to the front the one
    whose arcs out outweigh its arcs in the most: P. Eades, X. Lin, W. F. Smyth, "A fast and effective heuristic for the
    feedback arc set problem", Information Processing Letters 47 (1993), 319–323, with strengths for counts. The order
    of the plan decides between those that outweigh alike.
    """
    left = _Left(circle, arcs)
    front: list[int] = []
    end: list[int] = []
    while left.after:
        node, is_last = left.take()
        (end if is_last else front).append(node)
    return front + end[::-1]


class _Left:
    """The nodes not yet in the row, and the arcs between them."""

    def __init__(self, circle: Sequence[int], arcs: _Arcs) -> None:
        self.after: dict[int, dict[int, int]] = {node: {} for node in circle}
        self._before: dict[int, dict[int, int]] = {node: {} for node in circle}
        for (origin, to), strength in arcs.items():
            self.after[origin][to] = self._before[to][origin] = strength
        self._surplus = {node: sum(self.after[node].values()) - sum(self._before[node].values()) for node in circle}
        self._heap = [(-self._surplus[node], node) for node in circle]
        heapq.heapify(self._heap)
        self._last = deque[int]()
        self._first = deque[int]()

    def take(self) -> tuple[int, bool]:
        """Take the next node out; return it, and whether it goes to the end."""
        node, is_last = self._next()
        for to, strength in self.after.pop(node).items():
            del self._before[to][node]
            self._surplus[to] += strength
            heapq.heappush(self._heap, (-self._surplus[to], to))
            if not self._before[to]:
                self._first.append(to)
        for origin, strength in self._before.pop(node).items():
            del self.after[origin][node]
            self._surplus[origin] -= strength
            heapq.heappush(self._heap, (-self._surplus[origin], origin))
            if not self.after[origin]:
                self._last.append(origin)
        return node, is_last

    def _next(self) -> tuple[int, bool]:
        for nodes, is_last in ((self._last, True), (self._first, False)):
            while nodes:
                node = nodes.popleft()
                if node in self.after:
                    return node, is_last
        while True:
            price, node = heapq.heappop(self._heap)
            if node in self.after and -self._surplus[node] == price:
                return node, False


def _needed(arcs: _Arcs, cuts: Sequence[Arc]) -> list[Arc]:
    """Return the cuts without those that close no circle when they are put back, the strongest first.

    After so many steps the rest are taken for needed.
    """
    kept = nx.DiGraph(arcs.keys())
    kept.remove_edges_from(cuts)
    tried = _MOST_STEPS // len(arcs)
    needed: list[Arc] = []
    for number, (origin, to) in enumerate(sorted(cuts, key=lambda arc: (-arcs[arc], arc))):
        if number >= tried or nx.has_path(kept, to, origin):
            needed.append((origin, to))
        else:
            kept.add_edge(origin, to)
    return needed
