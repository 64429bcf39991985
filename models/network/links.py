"""What every function of this package is handed: nodes in an order, and the links between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import networkx as nx

from models.plan import DependencyKind

Arc = tuple[int, int]
ORDERING = frozenset({DependencyKind.PRECEDES})
HELPING = frozenset({DependencyKind.PRECEDES, DependencyKind.ENABLES})
EVERY = frozenset(DependencyKind)


class Linked(Protocol):
    """A link from one node to another: a dependency between initiatives, a link between measures, or a `Link`."""

    @property
    def origin(self) -> str:
        """Return the node from which it goes."""

    @property
    def to(self) -> str:
        """Return the node to which it goes."""

    @property
    def kind(self) -> DependencyKind:
        """Return what the one is to the other."""

    @property
    def strength(self) -> int:
        """Return how much that weighs."""

    @property
    def lag(self) -> int:
        """Return the months between the end of the one and the beginning of the other."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that no plan keeps."""

    origin: str
    to: str
    kind: DependencyKind
    strength: int
    lag: int = 0


def graph_of(nodes: Sequence[str], links: Iterable[Linked], kinds: Collection[DependencyKind]) -> nx.DiGraph:
    """Return the links of these kinds as a graph of the places (0, 1, …) of the nodes, each arc with strength and lag.

    The arcs come in the order of the nodes: equal plans give equal results.
    """
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(nodes)))
    arcs = merged(nodes, links, kinds)
    graph.add_edges_from((*arc, {"strength": strength, "lag": lag}) for arc, (strength, lag) in arcs)
    return graph


def merged(
    nodes: Sequence[str], links: Iterable[Linked], kinds: Collection[DependencyKind]
) -> list[tuple[Arc, tuple[int, int]]]:
    """Return the places that links of these kinds join, in order, each pair with strength and lag.

    Several links from the same to the same count as one with their strengths added and the longest of their lags; a
    link of a node to itself counts as none.
    """
    places = {node: place for place, node in enumerate(nodes)}
    found: dict[Arc, tuple[int, int]] = {}
    for link in links:
        if link.kind in kinds and link.origin != link.to:
            arc = (places[link.origin], places[link.to])
            strength, lag = found.get(arc, (0, 0))
            found[arc] = (strength + link.strength, max(lag, link.lag))
    return sorted(found.items())
