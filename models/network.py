"""What the links between initiatives amount to: order, circles and how to break them, critical path, influence.

Pure functions over frozen data. Import this module only where a network is asked for: networkx takes a tenth of a
second. The nodes of every graph here are places in the plan (0, 1, …), so that equal plans give equal results, whatever
order their links come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from models.plan import Dependency, DependencyKind

EXACT_UP_TO = 14
"""The largest circle, in initiatives, whose breaks are the cheapest there are: the work doubles with each one more."""
HIGHEST_POWER = 12
"""The power of the influence matrix at which MICMAC stops though ranks still change.

It is as many as a plan has initiatives to begin with: a path of so many links comes back to one that it has passed.
Dense matrices settle by the sixth power or so; of random ones with two links an initiative, half have not settled here.
"""

_Arc = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Break:
    """A `precedes` link to weaken so that a circle comes undone; `cost` is its strength."""

    origin: str
    to: str
    cost: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How much an initiative influences others, or depends on them.

    `direct` is the sum of the strengths of its links out (in), `indirect` its row (column) sum in the power of the
    influence matrix where MICMAC stopped. `rank` goes by direct, then by indirect: 1 is the highest, and those equal in
    both share a rank (1, 2, 2, 4); the order of the plan decides nothing here.
    """

    direct: int
    indirect: int
    rank: int


@dataclass(frozen=True, slots=True)
class Network:
    """What the links of a plan amount to; initiatives are named by code, and lists are in the order of the plan.

    `order` holds the waves: whatever must come first by `precedes` stands in an earlier wave, and the initiatives of
    one circle in the same. `cycles` holds the groups of two or more that all precede one another, `breaks` the links to
    weaken so that no circle is left, one group after the other; `breaks_are_cheapest` is False when a group was too
    large to be sure of it. `critical_path` is the chain with the most days when the breaks are left out; it is empty
    when nothing precedes anything. `power` is the power of the influence matrix that the indirect values are read
    from; `settled` is False when the ranks still changed there.
    """

    order: tuple[tuple[str, ...], ...]
    cycles: tuple[tuple[str, ...], ...]
    breaks: tuple[Break, ...]
    breaks_are_cheapest: bool
    critical_path: tuple[str, ...]
    influence: Mapping[str, Standing]
    dependence: Mapping[str, Standing]
    power: int
    settled: bool

    def as_json(self) -> dict[str, Any]:
        """Return what `soi network --json` prints."""
        return {
            "order": [list(wave) for wave in self.order],
            "cycles": [list(circle) for circle in self.cycles],
            "breaks": [{"from": one.origin, "to": one.to, "cost": one.cost} for one in self.breaks],
            "critical_path": list(self.critical_path),
            "influence": _standings_as_json(self.influence),
            "dependence": _standings_as_json(self.dependence),
        }


def analyse(codes: Sequence[str], links: Iterable[Dependency], days: Mapping[str, int]) -> Network:
    """Return what the links between the initiatives named by `codes`, which are in the order of the plan, amount to.

    `days` says how many days each initiative takes; one that it leaves out, or gives less, takes one. Every link must
    join two of the codes. Several links of one kind from the same to the same count as one with their strengths added;
    a link of an initiative to itself counts as none.
    """
    every = tuple(links)
    places = {code: place for place, code in enumerate(codes)}
    precedes = _graph(places, (link for link in every if link.kind is DependencyKind.PRECEDES))
    groups = _groups(precedes)
    circles = [group for group in groups if len(group) > 1]
    cuts = [arc for circle in circles for arc in _cuts(precedes, circle)]
    without = precedes.copy()
    without.remove_edges_from(cuts)
    path = _critical_path(without, [max(1, days.get(code, 1)) for code in codes])
    reach = _reach(_graph(places, every))
    return Network(
        order=tuple(tuple(codes[place] for place in wave) for wave in _waves(precedes, groups)),
        cycles=tuple(tuple(codes[place] for place in circle) for circle in circles),
        breaks=tuple(Break(codes[origin], codes[to], precedes[origin][to]["strength"]) for origin, to in cuts),
        breaks_are_cheapest=all(len(circle) <= EXACT_UP_TO for circle in circles),
        critical_path=tuple(codes[place] for place in path),
        influence=_standings(codes, reach.direct_rows, reach.rows),
        dependence=_standings(codes, reach.direct_columns, reach.columns),
        power=reach.power,
        settled=reach.settled,
    )


def _graph(places: Mapping[str, int], links: Iterable[Dependency]) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(places)))
    for link in links:
        origin, to = places[link.origin], places[link.to]
        if origin != to:
            already = graph.get_edge_data(origin, to, {"strength": 0})["strength"]
            graph.add_edge(origin, to, strength=already + link.strength)
    return graph


def _groups(graph: nx.DiGraph) -> list[tuple[int, ...]]:
    """Return the strongly connected groups, single nodes among them, in the order of their first nodes."""
    return sorted(tuple(sorted(group)) for group in nx.strongly_connected_components(graph))


def _waves(graph: nx.DiGraph, groups: Sequence[tuple[int, ...]]) -> list[list[int]]:
    """Return the nodes in waves, each group as early as the arcs into it allow."""
    generations = nx.topological_generations(nx.condensation(graph, scc=groups))
    return [sorted(node for number in generation for node in groups[number]) for generation in generations]


def _critical_path(graph: nx.DiGraph, days: Sequence[int]) -> list[int]:
    """Return the path of one arc or more with the most days, the first by the plan of several; needs no circles."""
    ahead: dict[int, int] = {}
    for node in reversed(list(nx.topological_sort(graph))):
        ahead[node] = days[node] + max((ahead[after] for after in graph.succ[node]), default=0)
    path: list[int] = []
    choices = [node for node in graph if graph.succ[node]]
    while choices:
        path.append(min(choices, key=lambda node: (-ahead[node], node)))
        choices = list(graph.succ[path[-1]])
    return path


def _cuts(graph: nx.DiGraph, circle: Sequence[int]) -> list[_Arc]:
    """Return the arcs to take out of a strongly connected group, in order, so that no circle is left in it.

    Whatever is taken out, the rest can be put in a row with every arc pointing on; so we look for the row with the
    least pointing back.
    """
    members = set(circle)
    arcs = {(node, to): graph[node][to]["strength"] for node in circle for to in graph.succ[node] if to in members}
    exact = len(circle) <= EXACT_UP_TO
    row = _cheapest_row(circle, arcs) if exact else _good_row(circle, arcs)
    position = {node: number for number, node in enumerate(row)}
    back = [arc for arc in arcs if position[arc[0]] > position[arc[1]]]
    return sorted(back if exact else _needed(arcs, back))


def _cheapest_row(circle: Sequence[int], arcs: Mapping[_Arc, int]) -> list[int]:
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


def _good_row(circle: Sequence[int], arcs: Mapping[_Arc, int]) -> list[int]:
    """Return a row in which at most half of the strength points back, in little time.

    Nodes that nothing follows go to the end, those that follow nothing to the front, and else to the front the one
    whose arcs out outweigh its arcs in the most: P. Eades, X. Lin, W. F. Smyth, "A fast and effective heuristic for the
    feedback arc set problem", Information Processing Letters 47 (1993), 319–323, with strengths for counts. The order
    of the plan decides between equals.
    """
    left = nx.DiGraph()
    left.add_nodes_from(circle)
    left.add_weighted_edges_from((origin, to, strength) for (origin, to), strength in arcs.items())
    surplus = {node: left.out_degree(node, "weight") - left.in_degree(node, "weight") for node in circle}
    front: list[int] = []
    end: list[int] = []
    while left:
        node = next((one for one in left if not left.succ[one]), None)
        side = front if node is None else end
        if node is None:
            node = next((one for one in left if not left.pred[one]), None)
        if node is None:
            node = max(left, key=surplus.__getitem__)
        side.append(node)
        for to, arc in left.succ[node].items():
            surplus[to] += arc["weight"]
        for origin, arc in left.pred[node].items():
            surplus[origin] -= arc["weight"]
        left.remove_node(node)
    return front + end[::-1]


def _needed(arcs: Mapping[_Arc, int], cuts: Sequence[_Arc]) -> list[_Arc]:
    """Return the cuts without those that close no circle when they are put back, the strongest first."""
    kept = nx.DiGraph(arcs.keys())
    kept.remove_edges_from(cuts)
    needed: list[_Arc] = []
    for origin, to in sorted(cuts, key=lambda arc: (-arcs[arc], arc)):
        if nx.has_path(kept, to, origin):
            needed.append((origin, to))
        else:
            kept.add_edge(origin, to)
    return needed


@dataclass(frozen=True, slots=True)
class _Reach:
    """Row and column sums of the influence matrix and of the power of it where MICMAC stopped."""

    direct_rows: list[int]
    direct_columns: list[int]
    rows: list[int]
    columns: list[int]
    power: int
    settled: bool


def _reach(graph: nx.DiGraph) -> _Reach:
    """Return how far influence reaches, by MICMAC: the influence matrix, raised to the power where the ranks settle.

    Entry (i, j) of the k-th power adds up the paths of k links from i to j, loops among them, each weighing the product
    of its strengths. We stop at the first power, from the second on, that ranks its row sums and its column sums as the
    power before did; one power serves both. When paths come to an end, as in a plan without circles, the last power
    that is not zero stands. Ranks may never settle (two that precede each other unequally take turns): HIGHEST_POWER
    ends that. Sums are whole numbers and exact. Source: J.-C. Duperrin, M. Godet, "Méthode de hiérarchisation des
    éléments d'un système", rapport économique CEA-R-4541, Commissariat à l'énergie atomique, 1973.
    """
    ones = [1] * len(graph)
    direct = rows, columns = _step(graph.succ, ones), _step(graph.pred, ones)
    power, settled = 1, False
    while power < HIGHEST_POWER and not settled:
        longer = _step(graph.succ, rows), _step(graph.pred, columns)
        if power > 1 and not any(longer[0]):
            settled = True
        else:
            settled = [_ranks(sums) for sums in longer] == [_ranks(rows), _ranks(columns)]
            rows, columns = longer
            power += 1
    return _Reach(*direct, rows, columns, power, settled)


def _step(neighbours: Mapping[int, Mapping[int, Mapping[str, int]]], sums: Sequence[int]) -> list[int]:
    """Return the sums of the next power from those of the last."""
    return [sum(arc["strength"] * sums[other] for other, arc in neighbours[node].items()) for node in range(len(sums))]


def _ranks(values: Sequence[Any]) -> list[int]:
    """Return the rank of each value: 1 for the highest, equal values sharing one (1, 2, 2, 4)."""
    first: dict[Any, int] = {}
    for place, value in enumerate(sorted(values, reverse=True), start=1):
        first.setdefault(value, place)
    return [first[value] for value in values]


def _standings(codes: Sequence[str], direct: Sequence[int], indirect: Sequence[int]) -> dict[str, Standing]:
    both = list(zip(direct, indirect, strict=True))
    return {code: Standing(*sums, rank) for code, sums, rank in zip(codes, both, _ranks(both), strict=True)}


def _standings_as_json(standings: Mapping[str, Standing]) -> dict[str, dict[str, int]]:
    return {code: {"direct": one.direct, "indirect": one.indirect, "rank": one.rank} for code, one in standings.items()}
