"""Elementary cycles, against brute force and within their bounds."""

import itertools
import time
from collections.abc import Sequence

import networkx
from hypothesis import given, settings

from models.network import Cycles, elementary
from tests.models.network.graphs import Arcs, Links, arcs_of, code_list, link, plans


def cycles_by_force(codes: Sequence[str], arcs: Arcs) -> list[tuple[str, ...]]:
    """Every row of different nodes, from its first in the order of the plan, that arcs lead along and back."""
    found = []
    for count in range(2, len(codes) + 1):
        for row in itertools.permutations(codes, count):
            is_first = all(codes.index(row[0]) < codes.index(other) for other in row[1:])
            if is_first and all(ends in arcs for ends in zip(row, row[1:] + row[:1], strict=True)):
                found.append(row)
    return found


@settings(max_examples=60, deadline=None)
@given(plans(most_links=16, most=6))
def test_all_cycles_of_a_small_graph_are_found_the_shortest_first(plan: Links) -> None:
    codes, links = plan
    expected = cycles_by_force(codes, arcs_of(links))
    assert elementary(codes, links, seconds=60) == Cycles(tuple(expected), is_all=True)


@settings(max_examples=40, deadline=None)
@given(plans(most_links=45, most=12))
def test_larger_graphs_have_as_many_cycles_as_networkx_finds(plan: Links) -> None:
    codes, links = plan
    graph = networkx.DiGraph(arcs_of(links).keys())
    expected = sorted(map(sorted, networkx.simple_cycles(graph)))
    found = elementary(codes, links, limit=1_000_000, seconds=60)
    assert found.is_all
    assert sorted(map(sorted, found.found)) == expected
    assert len(set(found.found)) == len(found.found)


@given(plans(most_links=20))
def test_a_limit_leaves_out_and_says_so(plan: Links) -> None:
    codes, links = plan
    everything = elementary(codes, links, seconds=60).found
    found = elementary(codes, links, limit=2, seconds=60)
    assert len(found.found) == min(2, len(everything))
    assert set(found.found) <= set(everything)
    assert found.is_all == (len(everything) <= 2)


def test_where_everything_precedes_everything_the_short_cycles_are_listed_in_time() -> None:
    """Twelve nodes have 66 cycles of two, 440 of three, and some 120 million in all."""
    codes = code_list(12)
    links = [link(*ends) for ends in itertools.permutations(codes, 2)]
    begin = time.perf_counter()
    found = elementary(codes, links, limit=600)
    assert time.perf_counter() - begin < 2
    assert not found.is_all
    lengths = [len(cycle) for cycle in found.found]
    assert lengths[:506] == [2] * 66 + [3] * 440
    begin = time.perf_counter()
    assert not elementary(codes, links, limit=10**9, seconds=0.05).is_all
    assert time.perf_counter() - begin < 2


def test_where_time_is_up_what_is_known_is_returned() -> None:
    codes = code_list(12)
    links = [link(*ends) for ends in itertools.permutations(codes, 2)]
    found = elementary(codes, links, seconds=0.0)
    assert len(found.found) <= 1
    assert not found.is_all


def test_a_long_ring_is_one_cycle() -> None:
    codes = code_list(400)
    ring = [link(a, b) for a, b in zip(codes, codes[1:] + codes[:1], strict=True)]
    assert elementary(codes, ring, seconds=60) == Cycles((tuple(codes),), is_all=True)


def test_a_plan_without_circles_has_none() -> None:
    assert elementary(code_list(2), [link("SOI1", "SOI2")]) == Cycles((), is_all=True)
    assert elementary([], []) == Cycles((), is_all=True)
