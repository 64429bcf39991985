"""What comes first: waves, the groups that wait for one another, and the chain with the most days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx

from models.network.links import ORDERING, Linked, graph_of

DAYS_A_MONTH = 30
"""What a month of lag counts where no dates say how long it is."""


def waves(nodes: Sequence[str], links: Iterable[Linked]) -> tuple[tuple[str, ...], ...]:
    """Return the nodes in waves: whatever must come first by `precedes` stands in an earlier wave.

    Each stands as early as it can; the nodes of one circle stand in the same wave.
    """
    graph = graph_of(nodes, links, ORDERING)
    return named_each(nodes, wave_places(graph, groups_of(graph)))


def parts(nodes: Sequence[str], links: Iterable[Linked]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of two or more nodes that all precede one another, in order."""
    groups = groups_of(graph_of(nodes, links, ORDERING))
    return named_each(nodes, [group for group in groups if len(group) > 1])


def named(nodes: Sequence[str], places: Iterable[int]) -> tuple[str, ...]:
    """Return the nodes at these places."""
    return tuple(nodes[place] for place in places)


def named_each(nodes: Sequence[str], lists: Iterable[Iterable[int]]) -> tuple[tuple[str, ...], ...]:
    """Return the nodes at each of these lists of places."""
    return tuple(named(nodes, places) for places in lists)


def groups_of(graph: nx.DiGraph) -> list[tuple[int, ...]]:
    """Return the strongly connected groups, single nodes among them, in the order of their first nodes."""
    return sorted(tuple(sorted(group)) for group in nx.strongly_connected_components(graph))


def wave_places(graph: nx.DiGraph, groups: Sequence[tuple[int, ...]]) -> list[list[int]]:
    """Return the nodes in waves, each group as early as the arcs into it allow."""
    generations = nx.topological_generations(nx.condensation(graph, scc=groups))
    return [sorted(node for number in generation for node in groups[number]) for generation in generations]


def longest_chain(graph: nx.DiGraph, days: Sequence[int]) -> list[int]:
    """Return the path of one arc or more with the most days, lags among them, the first by the plan of several.

    The graph has no circles.
    """
    ahead: dict[int, int] = {}

    def beyond(node: int, to: int) -> int:
        return int(graph[node][to]["lag"]) * DAYS_A_MONTH + ahead[to]

    for node in reversed(list(nx.topological_sort(graph))):
        ahead[node] = days[node] + max((beyond(node, to) for to in graph.succ[node]), default=0)
    starts = [node for node in graph if graph.succ[node]]
    if not starts:
        return []
    path = [min(starts, key=lambda node: (-ahead[node], node))]
    while graph.succ[path[-1]]:
        last = path[-1]
        path.append(min(graph.succ[last], key=lambda node: (-beyond(last, node), node)))
    return path
