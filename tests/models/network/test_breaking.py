"""Breaking circles: the least strength to weaken, against brute force."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.network import EXACT_UP_TO, Break, Breaks, triangular, weakest
from models.plan import Dependency, DependencyKind
from tests.models.network.graphs import (
    Arcs,
    Links,
    arcs_of,
    cheapest_by_force,
    cheapest_by_rows,
    code_list,
    codes_of,
    has_circle,
    large_circles,
    link,
    plans,
)


def uncut(arcs: Arcs, found: Breaks) -> set[tuple[str, str]]:
    return arcs.keys() - {(one.origin, one.to) for one in found.links}


@given(plans(most_links=11))
def test_the_breaks_are_the_cheapest_of_all_sets_of_links_and_the_fewest_of_the_cheapest(plan: Links) -> None:
    codes, links = plan
    arcs = arcs_of(links)
    found = weakest(codes, links)
    assert found.is_least
    assert all(one.cost == arcs[one.origin, one.to] for one in found.links)
    assert not has_circle(uncut(arcs, found))
    assert (found.cost, len(found.links)) == cheapest_by_force(arcs)


@settings(max_examples=15, deadline=None)
@given(plans(most_links=30, most=8))
def test_the_breaks_of_up_to_eight_cost_what_the_best_row_of_all_costs(plan: Links) -> None:
    codes, links = plan
    assert weakest(codes, links).cost == cheapest_by_rows(codes, arcs_of(links))


@settings(max_examples=15)
@given(st.lists(st.integers(1, 3), min_size=30, max_size=30))
def test_the_breaks_are_the_cheapest_where_everything_precedes_everything(strengths: list[int]) -> None:
    codes = code_list(6)
    arcs = dict(zip(itertools.permutations(codes, 2), strengths, strict=True))
    found = weakest(codes, [link(*ends, strength) for ends, strength in arcs.items()])
    rows = itertools.permutations(codes)
    assert found.cost == min(sum(arcs[b, a] for a, b in itertools.combinations(row, 2)) for row in rows)


@given(plans(most_links=20))
def test_each_break_names_a_circle_that_it_alone_would_close(plan: Links) -> None:
    codes, links = plan
    arcs = arcs_of(links)
    found = weakest(codes, links)
    left = uncut(arcs, found)
    for one in found.links:
        assert one.way[:2] == (one.origin, one.to)
        assert one.way[-1] == one.origin
        assert set(itertools.pairwise(one.way)) <= left | {(one.origin, one.to)}


def test_the_weakest_link_of_a_circle_is_the_one_to_weaken() -> None:
    links = [link("SOI1", "SOI2", 3), link("SOI2", "SOI3", 1), link("SOI3", "SOI1", 2)]
    (found,) = weakest(codes_of(links), links).links
    assert (found, found.way) == (Break("SOI2", "SOI3", 1), ("SOI2", "SOI3", "SOI1", "SOI2"))


def test_one_strong_link_is_weakened_rather_than_two_weak_ones_of_the_same_cost() -> None:
    strong = link("SOI1", "SOI2", 2)
    weak = [link("SOI2", "SOI3"), link("SOI3", "SOI1"), link("SOI2", "SOI4"), link("SOI4", "SOI1")]
    assert weakest(code_list(4), [strong, *weak]).links == (Break("SOI1", "SOI2", 2),)


def test_between_breaks_of_equal_cost_the_order_of_the_plan_decides() -> None:
    circles = [link("SOI4", "SOI3"), link("SOI3", "SOI4"), link("SOI2", "SOI1"), link("SOI1", "SOI2")]
    found = weakest(code_list(4), [*circles, link("SOI2", "SOI3")])
    assert found.links == (Break("SOI2", "SOI1", 1), Break("SOI4", "SOI3", 1))


def test_a_circle_of_the_largest_exact_size_is_broken_where_it_costs_least() -> None:
    codes = code_list(EXACT_UP_TO)
    forwards = [link(a, b, 3) for a, b in itertools.combinations(codes, 2)]
    backwards = [link(codes[9], codes[2], 2), link(codes[-1], codes[0], 1)]
    found = weakest(codes, forwards + backwards)
    assert found == Breaks((Break("SOI10", "SOI3", 2), Break("SOI14", "SOI1", 1)), is_least=True)


@given(large_circles(EXACT_UP_TO + 1))
def test_a_larger_circle_is_broken_without_a_needless_break_at_no_more_than_half_its_strength(plan: Links) -> None:
    codes, links = plan
    arcs = arcs_of(links)
    found = weakest(codes, links)
    left = uncut(arcs, found)
    assert not found.is_least
    assert not has_circle(left)
    assert all(has_circle(left | {(one.origin, one.to)}) for one in found.links)
    assert 2 * found.cost <= sum(arcs.values())


def test_a_long_ring_is_broken_at_its_weakest_link() -> None:
    codes = code_list(20)
    ring = [link(a, b, 1 if a == "SOI7" else 2) for a, b in zip(codes, codes[1:] + codes[:1], strict=True)]
    assert weakest(codes, ring).links == (Break("SOI7", "SOI8", 1),)


def test_a_large_circle_is_put_in_a_row_by_the_links_that_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strength out less strength in: 1, 0, -1, so SOI1 goes first; that leaves -1 and 1, so SOI3 goes next."""
    monkeypatch.setattr("models.network.breaking.EXACT_UP_TO", 2)
    arcs = {("SOI1", "SOI2"): 1, ("SOI1", "SOI3"): 2, ("SOI2", "SOI1"): 2, ("SOI2", "SOI3"): 2, ("SOI3", "SOI2"): 3}
    found = weakest(code_list(3), [link(*ends, strength) for ends, strength in arcs.items()])
    assert found.links == (Break("SOI2", "SOI1", 2), Break("SOI2", "SOI3", 2))


def test_where_time_for_a_large_circle_is_short_some_breaks_may_be_needless_but_no_circle_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("models.network.breaking._MOST_STEPS", 0)
    codes = code_list(EXACT_UP_TO + 2)
    ring = [link(a, b) for a, b in zip(codes, codes[1:] + codes[:1], strict=True)]
    found = weakest(codes, [*ring, *(link(codes[0], code) for code in codes[2:9])])
    assert not has_circle(uncut(arcs_of(ring), found))
    assert not found.is_least


def below(order: Sequence[str], links: Sequence[Dependency]) -> int:
    place = {code: number for number, code in enumerate(order)}
    return sum(one.strength for one in links if place[one.to] < place[one.origin])


@settings(max_examples=30, deadline=None)
@given(plans(tuple(DependencyKind), most_links=20, most=6))
def test_no_order_puts_more_below_the_diagonal_of_the_influence_matrix(plan: Links) -> None:
    codes, links = plan
    order = triangular(codes, links)
    assert sorted(order, key=codes.index) == codes
    assert below(order, links) == max(below(row, links) for row in itertools.permutations(codes))
