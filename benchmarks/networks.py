"""What links amount to, at several sizes of a network, beside a bare call of networkx on a finished graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from random import Random

import networkx as nx

from benchmarks.material import Material
from benchmarks.measuring import race
from benchmarks.report import Figure, Goal
from models import network
from models.network import Link, Span
from models.plan import DependencyKind

_SIZES = {12: 60, 100: 300, 1_000: 3_000, 5_000: 10_000}
"""Nodes, and the links between them."""
_RUNS = 5
_AT_ONCE = Goal(0.2)
_TOGETHER = Goal(0.5)
_SEED = 52
_ON = date(2026, 1, 1)
_YEAR = 365
_FIRST_CYCLES = 1_000
_WHOLE = "all that the picture of initiatives shows"
_INTERVALS = "rank intervals, as far as they are tried"
_Work = Callable[[], object]


def networks(material: Material) -> Iterator[Figure]:
    """Order, circles, days, weak places and influence of random networks of 12 to 5,000 nodes."""
    for size, count in _SIZES.items():
        yield from networks_of(size, count, _RUNS)


def networks_of(size: int, count: int, runs: int) -> Iterator[Figure]:
    """Everything that is reckoned of one random network."""
    nodes, links = random_network(size, count)
    floors = _floors(nodes, links)
    for name, work in _works(nodes, links).items():
        floor = floors.get(name)
        taken = race(runs, ours=work, **({"floor": floor} if floor else {}))
        beside = taken["floor"].median if floor else None
        goal = _TOGETHER if name in (_WHOLE, _INTERVALS) else _AT_ONCE
        yield Figure(f"{name}, {size:,} nodes, {count:,} links", taken["ours"].median, beside, goals=(goal,))


def random_network(size: int, count: int) -> tuple[list[str], list[Link]]:
    """Return nodes and links of every kind between them, the same every time."""
    random = Random(_SEED)
    nodes = [f"N{number}" for number in range(size)]
    precedes, enables, conflicts = DependencyKind
    kinds = (precedes, precedes, precedes, enables, enables, conflicts)
    ends: dict[tuple[str, str], Link] = {}
    while len(ends) < count:
        origin, to = random.sample(nodes, 2)
        ends[origin, to] = Link(origin, to, random.choice(kinds), random.randint(1, 3), random.choice((0, 0, 2)))
    return nodes, list(ends.values())


def _works(nodes: Sequence[str], links: Sequence[Link]) -> Mapping[str, _Work]:
    random = Random(_SEED)
    starts = [_ON + timedelta(days=random.randrange(_YEAR)) for _ in nodes]
    spans = {
        node: Span(start, start + timedelta(days=random.randrange(_YEAR)))
        for node, start in zip(nodes, starts, strict=True)
    }
    return {
        "waves": lambda: network.waves(nodes, links),
        "circles": lambda: network.parts(nodes, links),
        "elementary cycles": lambda: network.elementary(nodes, links),
        "links to weaken": lambda: network.weakest(nodes, links),
        "triangular order": lambda: network.triangular(nodes, links),
        "schedule": lambda: network.schedule(spans, links, _ON),
        "delay": lambda: network.delay(spans, links, _ON, nodes[0], 3),
        "links not kept": lambda: network.unmet(spans, links),
        "contradictions": lambda: network.contradictions(nodes, links),
        "bridges": lambda: network.bridges(nodes, links),
        "single points of failure": lambda: network.cut_points(nodes, links),
        "influence by MICMAC": lambda: network.influence(nodes, links),
        "influence damped": lambda: network.influence(nodes, links, "damped"),
        _INTERVALS: lambda: network.intervals(nodes, links),
        _WHOLE: lambda: network.analyse(nodes, links, {}),
    }


def _floors(nodes: Sequence[str], links: Sequence[Link]) -> Mapping[str, _Work]:
    """Return the bare calls; where networkx has none of the kind there is no floor."""
    precedes = nx.DiGraph((one.origin, one.to) for one in links if one.kind is DependencyKind.PRECEDES)
    precedes.add_nodes_from(nodes)
    every = nx.DiGraph((one.origin, one.to) for one in links)
    beside = every.to_undirected()
    condensed = nx.condensation(precedes)
    return {
        "waves": lambda: list(nx.topological_generations(nx.condensation(precedes))),
        "circles": lambda: list(nx.strongly_connected_components(precedes)),
        "elementary cycles": lambda: list(islice(nx.simple_cycles(precedes), _FIRST_CYCLES)),
        "schedule": lambda: nx.dag_longest_path(condensed),
        "bridges": lambda: list(nx.bridges(beside)),
        "single points of failure": lambda: list(nx.articulation_points(beside)),
    }
