"""Elementary cycles: every way round that passes no node twice, up to a number and a time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from models.network.links import ORDERING, Linked, graph_of
from models.network.ordering import groups_of, named

MOST_CYCLES = 1000
MOST_SECONDS = 0.2
"""How long the search may take: a complete graph of twelve has some 120 million cycles."""
_Cycle = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cycles:
    """Cycles of `precedes`, the shortest first; each begins with its first node in the order of the plan.

    `is_all` is False when there are more than were asked for, or than could be found in time.
    """

    found: tuple[tuple[str, ...], ...]
    is_all: bool


def elementary(
    nodes: Sequence[str], links: Iterable[Linked], limit: int = MOST_CYCLES, seconds: float = MOST_SECONDS
) -> Cycles:
    """Return the cycles of `precedes` that pass no node twice: at most `limit`, the short ones before the long.

    We look for cycles up to a length, and for longer ones as long as there is room: so what is left out is long.
    Every step of the search leads to a cycle, for it goes on only to nodes from which a way back is left, as in D. B.
    Johnson, "Finding all the elementary circuits of a directed graph", SIAM Journal on Computing 4 (1975), 77–84.
    """
    search = _Search(graph_of(nodes, links, ORDERING), limit, seconds)
    for bound in _bounds(search.longest):
        search.look(bound)
        if not search.is_all:
            break
    ordered = sorted(search.found, key=lambda cycle: (len(cycle), cycle))[:limit]
    return Cycles(tuple(named(nodes, cycle) for cycle in ordered), search.is_all)


def _bounds(longest: int) -> Iterator[int]:
    """Yield the lengths up to which we look in turn: 2, 3, 4, 6, 12, 48, … and the longest there can be."""
    for bound in (2, 3, 4, 6):
        if bound < longest:
            yield bound
    bound = 12
    while bound < longest:
        yield bound
        bound *= 4
    if longest:
        yield longest


class _Search:
    """The arcs within the groups, and how far the search has come; one that runs out keeps what is shorter."""

    def __init__(self, graph: nx.DiGraph, limit: int, seconds: float) -> None:
        self._groups = [group for group in groups_of(graph) if len(group) > 1]
        members = {node: number for number, group in enumerate(self._groups) for node in group}
        self._after = {node: [to for to in graph.succ[node] if members.get(to) == members[node]] for node in members}
        self._before = {
            node: [one for one in graph.pred[node] if members.get(one) == members[node]] for node in members
        }
        self._limit = limit
        self._until = time.perf_counter() + seconds
        self.longest = max(map(len, self._groups), default=0)
        self.found: list[_Cycle] = []
        self.is_all = True

    def look(self, bound: int) -> None:
        """Look for all cycles of up to `bound` nodes."""
        shorter, self.found = self.found, []
        for root in (node for group in self._groups for node in group):
            for cycle in self._through(root, bound):
                if cycle is not None:
                    self.found.append(cycle)
                if len(self.found) > self._limit or time.perf_counter() > self._until:
                    self.found = list(dict.fromkeys([*shorter, *self.found]))
                    self.is_all = False
                    return

    def _through(self, root: int, bound: int) -> Iterator[_Cycle | None]:
        """Yield the cycles of up to `bound` nodes of which `root` is the first, and None after every other step."""
        path, on_path = [root], {root}
        leading = self._leading(root, on_path, bound - 1)
        yield None
        choices = [iter([to for to in self._after[root] if to in leading])]
        while choices:
            node = next(choices[-1], None)
            if node is None:
                choices.pop()
                on_path.discard(path.pop())
                continue
            path.append(node)
            on_path.add(node)
            ways = [to for to in self._after[node] if to > root and to not in on_path] if len(path) < bound else []
            if root in self._after[node]:
                yield tuple(path)
            if len(ways) > 1 or (ways and root in self._after[node]):
                leading = self._leading(root, on_path, bound - len(path))
                ways = [to for to in ways if to in leading]
            choices.append(iter(ways))
            yield None

    def _leading(self, root: int, avoided: set[int], bound: int) -> set[int]:
        """Return the nodes after `root` that lead to it by at most `bound` arcs, round the nodes to avoid."""
        seen: set[int] = set()
        ring = [root]
        for _ in range(bound):
            nearer = [one for node in ring for one in self._before[node] if one > root and one not in avoided]
            ring = [one for one in dict.fromkeys(nearer) if one not in seen]
            if not ring:
                break
            seen.update(ring)
        return seen
