"""Influence and dependence, direct and indirect, against powers of matrices done the long way and sums done by hand."""

import itertools
from collections.abc import Collection, Sequence
from fractions import Fraction

import networkx
import pytest
from hypothesis import given, settings

from models.network import HIGHEST_POWER, Influence, Way, influence, strongest_ways
from models.plan import Dependency, DependencyKind
from tests.models.network.graphs import CONFLICTS, ENABLES, Links, code_list, link, plans

EVERY = tuple(DependencyKind)


def matrix_of(codes: Sequence[str], links: Collection[Dependency]) -> list[list[int]]:
    return [[sum(one.strength for one in links if (one.origin, one.to) == (a, b)) for b in codes] for a in codes]


def product(one: list[list[int]], other: list[list[int]]) -> list[list[int]]:
    columns = list(zip(*other, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in one]


def powers_of(matrix: list[list[int]], highest: int) -> list[list[list[int]]]:
    return list(itertools.accumulate([matrix] * highest, product))


def sums(matrix: list[list[int]]) -> list[list[int]]:
    return [[sum(row) for row in matrix], [sum(column) for column in zip(*matrix, strict=True)]]


def ranks(values: Sequence[float]) -> list[int]:
    return [1 + sum(other > value for other in values) for value in values]


def rankings(matrix: list[list[int]]) -> list[list[int]]:
    return [ranks(values) for values in sums(matrix)]


def indirect(found: Influence) -> list[list[float]]:
    return [list(found.indirect.influence.values()), list(found.indirect.dependence.values())]


@given(plans(EVERY))
def test_direct_influence_sums_the_strengths_of_every_link_out_and_dependence_of_every_link_in(plan: Links) -> None:
    codes, links = plan
    for method in ("micmac", "damped"):
        direct = influence(codes, links, method).direct
        assert list(direct.influence) == list(direct.dependence) == codes
        for code in codes:
            assert direct.influence[code] == sum(one.strength for one in links if one.origin == code)
            assert direct.dependence[code] == sum(one.strength for one in links if one.to == code)
        assert list(direct.influence_ranks.values()) == ranks(list(direct.influence.values()))
        assert list(direct.dependence_ranks.values()) == ranks(list(direct.dependence.values()))


@given(plans(EVERY, most_links=25))
def test_indirect_influence_is_read_from_the_first_power_that_ranks_as_the_one_before(plan: Links) -> None:
    codes, links = plan
    found = influence(codes, links)
    powers = powers_of(matrix_of(codes, links), HIGHEST_POWER + 1)
    last = powers[found.powers - 1]
    assert indirect(found) == sums(last)
    assert [list(found.indirect.influence_ranks.values()), list(found.indirect.dependence_ranks.values())] == rankings(
        last
    )
    same = [rankings(before) == rankings(after) for before, after in itertools.pairwise(powers[: found.powers])]
    ended = not any(map(any, powers[found.powers]))
    assert not any(same[:-1])
    assert found.is_settled == (same[-1] if same else False) or (ended and found.powers < HIGHEST_POWER)
    assert found.is_settled or found.powers == HIGHEST_POWER


@settings(max_examples=50, deadline=None)
@given(plans(EVERY, most_links=25))
def test_the_damped_sum_is_that_of_the_series_in_fractions(plan: Links) -> None:
    codes, links = plan
    matrix = matrix_of(codes, links)
    found = influence(codes, links, "damped")
    bound = min(max(values, default=0) for values in sums(matrix))
    factor = Fraction(1, 2 * bound) if bound else Fraction(0)
    for side, values in enumerate(indirect(found)):
        exact = [
            sum(factor**number * sums(power)[side][node] for number, power in enumerate(powers_of(matrix, 60)))
            for node in range(len(codes))
        ]
        assert values == pytest.approx([float(value) for value in exact], rel=1e-11)
        apart = [round(value, 9) for value in exact]
        shown = (found.indirect.influence_ranks, found.indirect.dependence_ranks)[side]
        assert ranks(apart) == list(shown.values())
    assert found.is_settled


@settings(max_examples=30, deadline=None)
@given(plans(EVERY, most_links=20))
def test_damped_dependence_is_the_katz_index_of_networkx(plan: Links) -> None:
    codes, links = plan
    matrix = matrix_of(codes, links)
    bound = min(max(values, default=0) for values in sums(matrix))
    if not bound:
        return
    graph = networkx.DiGraph()
    graph.add_nodes_from(codes)
    pairs = itertools.product(range(len(codes)), repeat=2)
    graph.add_weighted_edges_from((codes[a], codes[b], matrix[a][b]) for a, b in pairs if matrix[a][b])
    factor = 1 / (2 * bound)
    katz = networkx.katz_centrality(graph, factor, 1.0, 10_000, 1e-14, normalized=False, weight="weight")
    found = influence(codes, links, "damped").indirect.dependence
    assert [1 + factor * found[code] for code in codes] == pytest.approx([katz[code] for code in codes], rel=1e-9)


def test_a_case_done_by_hand_settles_at_the_fifth_power() -> None:
    """Sums of the powers: rows 1 2 1, 2 2 1, 2 3 2, 3 4 2, 4 5 3; columns 2 1 1, 2 2 1, 3 2 2, 4 3 2, 5 4 3."""
    links = [
        link("SOI1", "SOI2"),
        link("SOI2", "SOI1", kind=ENABLES),
        link("SOI2", "SOI3"),
        link("SOI3", "SOI1", kind=CONFLICTS),
    ]
    found = influence(code_list(3), links)
    assert (found.powers, found.is_settled) == (5, True)
    assert indirect(found) == [[4, 5, 3], [5, 4, 3]]
    assert list(found.indirect.influence_ranks.values()) == [2, 1, 3]
    assert list(found.indirect.dependence_ranks.values()) == [1, 2, 3]


def test_where_paths_come_to_an_end_the_longest_ones_stand() -> None:
    """Row sums of the powers of a chain of 2 and 3: (2 3 0), (6 0 0), nothing."""
    links = [link("SOI1", "SOI2", 2), link("SOI2", "SOI3", 3)]
    found = influence(code_list(3), links)
    assert (found.powers, found.is_settled) == (2, True)
    assert indirect(found) == [[6, 0, 0], [0, 0, 6]]


def test_ranks_that_take_turns_for_ever_are_said_not_to_settle_and_settle_when_damped() -> None:
    """Row sums of the powers of a pair of 3 and 1: (3 1), (3 3), (9 3), (9 9) and so on."""
    links = [link("SOI1", "SOI2", 3), link("SOI2", "SOI1", 1)]
    found = influence(code_list(2), links)
    assert (found.powers, found.is_settled) == (HIGHEST_POWER, False)
    assert indirect(found)[0] == [3 ** (HIGHEST_POWER // 2)] * 2
    calm = influence(code_list(2), links, "damped")
    assert calm.is_settled
    assert calm.indirect.influence_ranks == {"SOI1": 1, "SOI2": 2}


def test_a_damped_chain_is_done_by_hand() -> None:
    """2 then 3: the greatest sum is 3, so a path of two weighs a sixth: 2 + 6/6 = 3; 3; 0 and 0; 2; 3 + 1 = 4."""
    links = [link("SOI1", "SOI2", 2), link("SOI2", "SOI3", 3)]
    found = influence(code_list(3), links, "damped")
    assert indirect(found) == [[3, 3, 0], [0, 2, 4]]
    assert list(found.indirect.influence_ranks.values()) == [1, 1, 3]
    assert found.powers == 2


def test_sums_do_not_overflow_and_are_exact() -> None:
    found = influence(code_list(2), [link("SOI1", "SOI2", 10**6), link("SOI2", "SOI1", 1)])
    assert indirect(found)[0] == [10 ** (6 * HIGHEST_POWER // 2)] * 2


@pytest.mark.parametrize("method", ["micmac", "damped"])
def test_in_a_ring_of_equal_links_all_stand_alike(method: str) -> None:
    codes = code_list(100)
    ring = [link(a, b, 3) for a, b in zip(codes, codes[1:] + codes[:1], strict=True)]
    found = influence(codes, ring, method)
    assert set(found.indirect.influence_ranks.values()) == set(found.indirect.dependence_ranks.values()) == {1}


# --- the paths that indirect values come from ------------------------------------------------------------------------


@settings(max_examples=50, deadline=None)
@given(plans(EVERY, most_links=12, most=5))
def test_the_strongest_way_is_the_heaviest_of_all_walks_of_that_many_links(plan: Links) -> None:
    codes, links = plan
    matrix = matrix_of(codes, links)
    for count in (1, 2, 3):
        walks: dict[tuple[str, ...], int] = {}
        for walk in itertools.product(range(len(codes)), repeat=count + 1):
            weight = 1
            for a, b in itertools.pairwise(walk):
                weight *= matrix[a][b]
            if weight:
                walks[tuple(codes[node] for node in walk)] = weight
        for is_dependence, end in ((False, 0), (True, -1)):
            found = strongest_ways(codes, links, count, is_dependence=is_dependence)
            assert set(found) == {walk[end] for walk in walks}
            for code, way in found.items():
                mine = {walk: weight for walk, weight in walks.items() if walk[end] == code}
                assert way.weight == max(mine.values()) == mine[way.nodes]


def test_a_strongest_way_is_named_by_its_nodes() -> None:
    links = [link("SOI1", "SOI2", 2), link("SOI2", "SOI3", 3), link("SOI1", "SOI3")]
    assert strongest_ways(code_list(3), links, 2) == {"SOI1": Way(("SOI1", "SOI2", "SOI3"), 6)}
    assert strongest_ways(code_list(3), links, 2, is_dependence=True) == {"SOI3": Way(("SOI1", "SOI2", "SOI3"), 6)}
