"""Where a network contradicts itself, and where it hangs by one link or one node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import networkx as nx

from models.network.links import EVERY, HELPING, Linked, graph_of
from models.network.ordering import named
from models.plan import DependencyKind

_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two in conflict of which one precedes or enables the other: `way` is the shortest chain of such links."""

    link: Linked
    way: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Walk:
    """The nodes of the network in the order of a walk through it, in which what hangs on a node follows it."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """The only link, or links of one pair, that hold two parts of the network together."""

    links: tuple[Linked, ...]
    walk: _Walk = field(compare=False, repr=False)
    beyond: _Range = field(compare=False, repr=False)
    whole: _Range = field(compare=False, repr=False)

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """Return what falls apart without it: the two parts, the larger first."""
        return _parts(self.walk, [self.beyond], self.whole, None)


@dataclass(frozen=True, slots=True)
class CutPoint:
    """A node without which its part of the network falls apart: a single point of failure."""

    node: str
    walk: _Walk = field(compare=False, repr=False)
    beyond: tuple[_Range, ...] = field(compare=False, repr=False)
    whole: _Range = field(compare=False, repr=False)

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """Return what falls apart without it, the largest part first."""
        return _parts(self.walk, self.beyond, self.whole, self.node)


def contradictions(nodes: Sequence[str], links: Iterable[Linked]) -> tuple[Contradiction, ...]:
    """Return the conflicts between nodes of which one precedes or enables the other, also through others."""
    every = tuple(links)
    graph = graph_of(nodes, every, HELPING)
    places = {node: place for place, node in enumerate(nodes)}
    below = _below(graph)
    found = []
    for link in every:
        if link.kind is DependencyKind.CONFLICTS and link.origin != link.to:
            one, other = places[link.origin], places[link.to]
            pairs = [(a, b) for a, b in ((one, other), (other, one)) if below[a] >> b & 1]
            ways: list[list[int]] = [nx.bidirectional_shortest_path(graph, *pair) for pair in pairs]
            if ways:
                shortest = min(ways, key=len)
                found.append(Contradiction(link, named(nodes, shortest)))
    return tuple(found)


def _below(graph: nx.DiGraph) -> list[int]:
    """Return what can be reached from each node, as the bits of a number."""
    condensed = nx.condensation(graph)
    reached: dict[int, int] = {}
    below = [0] * len(graph)
    for number in reversed(list(nx.topological_sort(condensed))):
        members = condensed.nodes[number]["members"]
        bits = 0
        for following in condensed.succ[number]:
            bits |= reached[following]
        reached[number] = bits | sum(1 << node for node in members)
        for node in members:
            below[node] = reached[number] if len(members) > 1 else bits
    return below


def bridges(nodes: Sequence[str], links: Iterable[Linked]) -> tuple[Bridge, ...]:
    """Return the links, of any kind and whichever way they go, without which a part of the network falls in two.

    They are in the order of the nodes that they join. Source: R. E. Tarjan, "A note on finding the bridges of a graph",
    Information Processing Letters 2 (1974), 160–161.
    """
    every = tuple(links)
    search = _Depth(nodes, every)
    between: dict[frozenset[str], list[Linked]] = {}
    for link in every:
        between.setdefault(frozenset((link.origin, link.to)), []).append(link)
    walk = _Walk(named(nodes, search.order))
    found = []
    for node, parent in search.parents.items():
        if parent is not None and search.low[node] > search.number[parent]:
            ends = sorted((node, parent))
            joined = tuple(between[frozenset(named(nodes, ends))])
            found.append((ends, Bridge(joined, walk, search.under(node), search.whole(node))))
    return tuple(bridge for _, bridge in sorted(found, key=lambda one: one[0]))


def cut_points(nodes: Sequence[str], links: Iterable[Linked]) -> tuple[CutPoint, ...]:
    """Return the nodes without which their part of the network, by links of any kind, falls in two or more; in order.

    Source: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", Communications of the
    ACM 16 (1973), 372–378.
    """
    search = _Depth(nodes, links)
    walk = _Walk(named(nodes, search.order))
    hanging: dict[int, list[_Range]] = {}
    children: dict[int, int] = {}
    for node, parent in search.parents.items():
        if parent is not None:
            children[parent] = children.get(parent, 0) + 1
            if search.low[node] >= search.number[parent]:
                hanging.setdefault(parent, []).append(search.under(node))
    return tuple(
        CutPoint(nodes[node], walk, tuple(hanging[node]), search.whole(node))
        for node in sorted(hanging)
        if search.parents[node] is not None or children[node] > 1
    )


class _Depth:
    """A walk through the network, as deep as it goes, and how far back each node and what follows it reach."""

    def __init__(self, nodes: Sequence[str], links: Iterable[Linked]) -> None:
        graph = graph_of(nodes, links, EVERY).to_undirected(as_view=False)
        self._beside = {node: sorted(graph.adj[node]) for node in graph}
        self.order: list[int] = []
        self.number: dict[int, int] = {}
        self.low: dict[int, int] = {}
        self.parents: dict[int, int | None] = {}
        self._last: dict[int, int] = {}
        self._roots: dict[int, int] = {}
        for node in graph:
            if node not in self.number:
                self._walk(node)

    def under(self, node: int) -> _Range:
        """Return which part of the walk a node begins: it and all that was first reached through it."""
        return self.number[node], self._last[node]

    def whole(self, node: int) -> _Range:
        """Return which part of the walk the node's part of the network is."""
        return self.under(self._roots[node])

    def _walk(self, root: int) -> None:
        stack = [(root, self._enter(root, None, root))]
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                self._last[node] = len(self.order)
                parent = self.parents[node]
                if parent is not None:
                    self.low[parent] = min(self.low[parent], self.low[node])
            elif following not in self.number:
                stack.append((following, self._enter(following, node, root)))
            elif following != self.parents[node]:
                self.low[node] = min(self.low[node], self.number[following])

    def _enter(self, node: int, parent: int | None, root: int) -> Iterator[int]:
        self.number[node] = self.low[node] = len(self.order)
        self.order.append(node)
        self.parents[node], self._roots[node] = parent, root
        return iter(self._beside[node])


def _parts(walk: _Walk, beyond: Sequence[_Range], whole: _Range, without: str | None) -> tuple[tuple[str, ...], ...]:
    """Return the ranges of a walk that come off, and what is left of the whole; the largest first."""
    off = {place for one in beyond for place in range(*one)}
    rest = [place for place in range(*whole) if place not in off and walk.names[place] != without]
    parts = [*([rest] if rest else []), *(list(range(*one)) for one in beyond)]
    return tuple(tuple(walk.names[place] for place in part) for part in sorted(parts, key=len, reverse=True))
