"""What the links between initiatives amount to, against brute force on small random plans and sums done by hand."""

import itertools
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from models import tables
from models.access import Transaction
from models.editing import dependencies, initiatives, measures
from models.editing.measures import MeasureFields
from models.method import open_pack
from models.network import EXACT_UP_TO, HIGHEST_POWER, Break, Network, Standing, analyse
from models.plan import Dependency, DependencyKind
from models.reading import networks
from models.reading.initiatives import find

PRECEDES, ENABLES, CONFLICTS = DependencyKind
Links = tuple[list[str], list[Dependency]]
Arcs = Mapping[tuple[str, str], int]


def code_list(count: int) -> list[str]:
    return [f"SOI{number}" for number in range(1, count + 1)]


def link(origin: str, to: str, strength: int = 1, kind: DependencyKind = PRECEDES) -> Dependency:
    return Dependency(f"{origin}-{to}-{kind}", origin, to, kind, strength, "")


def codes_of(links: Collection[Dependency]) -> list[str]:
    return code_list(max(int(code.removeprefix("SOI")) for one in links for code in (one.origin, one.to)))


def arcs_of(links: Collection[Dependency]) -> Arcs:
    return {(one.origin, one.to): one.strength for one in links if one.kind is PRECEDES}


def random_links(
    codes: Sequence[str], kinds: Sequence[DependencyKind], most: int
) -> st.SearchStrategy[list[Dependency]]:
    if len(codes) < 2:
        return st.just([])
    keys = st.tuples(st.sampled_from(list(itertools.permutations(codes, 2))), st.sampled_from(kinds))
    drawn = st.dictionaries(keys, st.integers(1, 3), max_size=most)
    return drawn.map(lambda found: [link(*ends, strength, kind) for (ends, kind), strength in found.items()])


@st.composite
def plans(draw: st.DrawFn, kinds: Sequence[DependencyKind] = (PRECEDES,), most_links: int = 14) -> Links:
    codes = code_list(draw(st.integers(0, 7)))
    return codes, draw(random_links(codes, kinds, most_links))


@st.composite
def large_circles(draw: st.DrawFn) -> Links:
    codes = code_list(draw(st.integers(EXACT_UP_TO + 1, EXACT_UP_TO + 4)))
    ring = zip(codes, codes[1:] + codes[:1], strict=True)
    arcs = {(one.origin, one.to): one.strength for one in draw(random_links(codes, (PRECEDES,), 40))}
    arcs |= {ends: draw(st.integers(1, 3)) for ends in ring}
    return codes, [link(*ends, strength) for ends, strength in arcs.items()]


def reachable(arcs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Every pair of which the first leads to the second."""
    pairs = set(arcs)
    while further := {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs:
        pairs |= further
    return pairs


def has_circle(arcs: Collection[tuple[str, str]]) -> bool:
    left = set(arcs)
    while left:
        starts = {origin for origin, _ in left} - {to for _, to in left}
        if not starts:
            return True
        left = {(origin, to) for origin, to in left if origin not in starts}
    return False


def circles_by_force(codes: Sequence[str], arcs: Arcs) -> list[tuple[str, ...]]:
    pairs = reachable(arcs)
    groups = {tuple(b for b in codes if (a, b) in pairs and (b, a) in pairs) for a in codes}
    return sorted((group for group in groups if len(group) > 1), key=lambda group: codes.index(group[0]))


def cheapest_by_force(arcs: Arcs) -> tuple[int, int]:
    """The least cost of leaving no circle, and the fewest links at that cost, of all sets of links."""
    best = (sum(arcs.values()), len(arcs))
    for count in range(len(arcs) + 1):
        for cut in itertools.combinations(arcs, count):
            price = (sum(arcs[ends] for ends in cut), count)
            if price < best and not has_circle(arcs.keys() - set(cut)):
                best = price
    return best


def paths_by_force(codes: Sequence[str], arcs: Collection[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Every path of at least one link, in the order of the plan."""

    def further(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if len(path) > 1:
            yield path
        for code in codes:
            if (path[-1], code) in arcs:
                yield from further((*path, code))

    for code in codes:
        yield from further((code,))


def power_of(matrix: list[list[int]], exponent: int) -> list[list[int]]:
    result = matrix
    for _ in range(exponent - 1):
        columns = list(zip(*matrix, strict=True))
        result = [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in result]
    return result


def rankings(matrix: list[list[int]]) -> list[list[int]]:
    """The rank of every row sum and of every column sum."""
    sums = [[sum(row) for row in matrix], [sum(column) for column in zip(*matrix, strict=True)]]
    return [[1 + sum(other > value for other in values) for value in values] for values in sums]


def uncut(arcs: Arcs, network: Network) -> set[tuple[str, str]]:
    return arcs.keys() - {(one.origin, one.to) for one in network.breaks}


def indirect(standings: Mapping[str, Standing]) -> list[int]:
    return [one.indirect for one in standings.values()]


def ranks(standings: Mapping[str, Standing]) -> list[int]:
    return [one.rank for one in standings.values()]


# --- order and circles -----------------------------------------------------------------------------------------------


@given(plans())
def test_what_must_come_first_stands_in_an_earlier_wave_unless_it_is_in_the_same_circle(plan: Links) -> None:
    codes, links = plan
    network = analyse(codes, links, {})
    wave_of = {code: number for number, wave in enumerate(network.order) for code in wave}
    circle_of = {code: circle for circle in network.cycles for code in circle}
    assert sorted(wave_of, key=codes.index) == codes
    for origin, to in arcs_of(links):
        if to in circle_of.get(origin, ()):
            assert wave_of[origin] == wave_of[to]
        else:
            assert wave_of[origin] < wave_of[to]


@given(plans())
def test_a_wave_is_as_early_as_it_can_be_and_in_the_order_of_the_plan(plan: Links) -> None:
    codes, links = plan
    network = analyse(codes, links, {})
    circle_of = {code: circle for circle in network.cycles for code in circle}
    for earlier, wave in itertools.pairwise(network.order):
        for code in wave:
            group = circle_of.get(code, (code,))
            assert any((before, member) in arcs_of(links) for before in earlier for member in group)
    for wave in network.order:
        assert list(wave) == sorted(wave, key=codes.index)


@given(plans())
def test_circles_are_the_groups_whose_members_all_lead_to_one_another(plan: Links) -> None:
    codes, links = plan
    assert list(analyse(codes, links, {}).cycles) == circles_by_force(codes, arcs_of(links))


def test_only_precedes_orders_initiatives() -> None:
    links = [link("SOI2", "SOI1", kind=ENABLES), link("SOI1", "SOI2", kind=CONFLICTS)]
    network = analyse(["SOI1", "SOI2"], links, {})
    assert (network.order, network.cycles, network.breaks) == ((("SOI1", "SOI2"),), (), ())
    assert network.critical_path == ()


# --- breaking circles ------------------------------------------------------------------------------------------------


@given(plans(most_links=11))
def test_the_breaks_are_the_cheapest_of_all_sets_of_links_and_the_fewest_of_the_cheapest(plan: Links) -> None:
    codes, links = plan
    arcs = arcs_of(links)
    network = analyse(codes, links, {})
    assert network.breaks_are_cheapest
    assert all(one.cost == arcs[one.origin, one.to] for one in network.breaks)
    assert not has_circle(uncut(arcs, network))
    assert (sum(one.cost for one in network.breaks), len(network.breaks)) == cheapest_by_force(arcs)


@settings(max_examples=15)
@given(st.lists(st.integers(1, 3), min_size=30, max_size=30))
def test_the_breaks_are_the_cheapest_where_everything_precedes_everything(strengths: list[int]) -> None:
    codes = code_list(6)
    arcs = dict(zip(itertools.permutations(codes, 2), strengths, strict=True))
    breaks = analyse(codes, [link(*ends, strength) for ends, strength in arcs.items()], {}).breaks
    rows = itertools.permutations(codes)
    assert sum(one.cost for one in breaks) == min(
        sum(arcs[b, a] for a, b in itertools.combinations(row, 2)) for row in rows
    )


def test_the_weakest_link_of_a_circle_is_the_one_to_weaken() -> None:
    links = [link("SOI1", "SOI2", 3), link("SOI2", "SOI3", 1), link("SOI3", "SOI1", 2)]
    assert analyse(codes_of(links), links, {}).breaks == (Break("SOI2", "SOI3", 1),)


def test_one_strong_link_is_weakened_rather_than_two_weak_ones_of_the_same_cost() -> None:
    strong = link("SOI1", "SOI2", 2)
    weak = [link("SOI2", "SOI3"), link("SOI3", "SOI1"), link("SOI2", "SOI4"), link("SOI4", "SOI1")]
    assert analyse(code_list(4), [strong, *weak], {}).breaks == (Break("SOI1", "SOI2", 2),)


def test_between_breaks_of_equal_cost_the_order_of_the_plan_decides() -> None:
    circles = [link("SOI4", "SOI3"), link("SOI3", "SOI4"), link("SOI2", "SOI1"), link("SOI1", "SOI2")]
    network = analyse(code_list(4), [*circles, link("SOI2", "SOI3")], {})
    assert network.cycles == (("SOI1", "SOI2"), ("SOI3", "SOI4"))
    assert network.breaks == (Break("SOI2", "SOI1", 1), Break("SOI4", "SOI3", 1))


def test_a_circle_of_the_largest_exact_size_is_broken_where_it_costs_least() -> None:
    codes = code_list(EXACT_UP_TO)
    forwards = [link(a, b, 3) for a, b in itertools.combinations(codes, 2)]
    backwards = [link(codes[9], codes[2], 2), link(codes[-1], codes[0], 1)]
    network = analyse(codes, forwards + backwards, {})
    assert network.breaks_are_cheapest
    assert network.breaks == (Break("SOI10", "SOI3", 2), Break("SOI14", "SOI1", 1))


@given(large_circles())
def test_a_larger_circle_is_broken_without_a_needless_break_at_no_more_than_half_its_strength(plan: Links) -> None:
    codes, links = plan
    arcs = arcs_of(links)
    network = analyse(codes, links, {})
    left = uncut(arcs, network)
    assert not network.breaks_are_cheapest
    assert not has_circle(left)
    assert all(has_circle(left | {(one.origin, one.to)}) for one in network.breaks)
    assert 2 * sum(one.cost for one in network.breaks) <= sum(arcs.values())


def test_a_long_ring_is_broken_at_its_weakest_link() -> None:
    codes = code_list(20)
    ring = [link(a, b, 1 if a == "SOI7" else 2) for a, b in zip(codes, codes[1:] + codes[:1], strict=True)]
    assert analyse(codes, ring, {}).breaks == (Break("SOI7", "SOI8", 1),)


def test_a_large_circle_is_put_in_a_row_by_the_links_that_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strength out less strength in: 1, 0, -1, so SOI1 goes first; that leaves -1 and 1, so SOI3 goes next."""
    monkeypatch.setattr("models.network.EXACT_UP_TO", 2)
    arcs = {("SOI1", "SOI2"): 1, ("SOI1", "SOI3"): 2, ("SOI2", "SOI1"): 2, ("SOI2", "SOI3"): 2, ("SOI3", "SOI2"): 3}
    network = analyse(code_list(3), [link(*ends, strength) for ends, strength in arcs.items()], {})
    assert network.breaks == (Break("SOI2", "SOI1", 2), Break("SOI2", "SOI3", 2))


# --- critical path ---------------------------------------------------------------------------------------------------


@given(plans(), st.lists(st.integers(0, 4), min_size=7, max_size=7))
def test_the_critical_path_is_the_chain_with_the_most_days_and_the_first_of_them(
    plan: Links, lengths: list[int]
) -> None:
    codes, links = plan
    days = dict(zip(codes, lengths, strict=False))
    network = analyse(codes, links, days)
    chains = paths_by_force(codes, uncut(arcs_of(links), network))
    assert network.critical_path == max(chains, key=lambda chain: sum(max(1, days[code]) for code in chain), default=())


def test_a_long_initiative_without_links_is_no_critical_path() -> None:
    network = analyse(code_list(3), [link("SOI3", "SOI2")], {"SOI1": 900, "SOI2": 5})
    assert network.critical_path == ("SOI3", "SOI2")


def test_between_chains_of_equal_days_the_order_of_the_plan_decides() -> None:
    links = [link("SOI2", "SOI4"), link("SOI1", "SOI4"), link("SOI1", "SOI3"), link("SOI5", "SOI6")]
    assert analyse(code_list(6), links, {}).critical_path == ("SOI1", "SOI3")


# --- influence and dependence ----------------------------------------------------------------------------------------


@given(plans(tuple(DependencyKind)))
def test_direct_influence_sums_the_strengths_of_every_link_out_and_dependence_of_every_link_in(plan: Links) -> None:
    codes, links = plan
    network = analyse(codes, links, {})
    assert list(network.influence) == list(network.dependence) == codes
    for code in codes:
        assert network.influence[code].direct == sum(one.strength for one in links if one.origin == code)
        assert network.dependence[code].direct == sum(one.strength for one in links if one.to == code)


@given(plans(tuple(DependencyKind), most_links=25))
def test_indirect_influence_is_read_from_the_first_power_that_ranks_as_the_one_before(plan: Links) -> None:
    codes, links = plan
    network = analyse(codes, links, {})
    matrix = [[sum(one.strength for one in links if (one.origin, one.to) == (a, b)) for b in codes] for a in codes]
    powers = [power_of(matrix, exponent) for exponent in range(1, HIGHEST_POWER + 2)]
    last = powers[network.power - 1]
    assert indirect(network.influence) == [sum(row) for row in last]
    assert indirect(network.dependence) == [sum(column) for column in zip(*last, strict=True)]
    same = [rankings(before) == rankings(after) for before, after in itertools.pairwise(powers[: network.power])]
    ended = not any(map(any, powers[network.power]))
    assert not any(same[:-1])
    assert network.settled == (same[-1] or (ended and network.power < HIGHEST_POWER))
    assert network.settled or network.power == HIGHEST_POWER


@given(plans(tuple(DependencyKind)))
def test_a_rank_goes_by_direct_then_indirect_and_is_shared_by_those_equal_in_both(plan: Links) -> None:
    network = analyse(*plan, {})
    for standings in (network.influence, network.dependence):
        values = [(one.direct, one.indirect) for one in standings.values()]
        assert ranks(standings) == [1 + sum(other > value for other in values) for value in values]


def test_a_case_done_by_hand_settles_at_the_fifth_power() -> None:
    """Sums of the powers: rows 1 2 1, 2 2 1, 2 3 2, 3 4 2, 4 5 3; columns 2 1 1, 2 2 1, 3 2 2, 4 3 2, 5 4 3."""
    links = [
        link("SOI1", "SOI2"),
        link("SOI2", "SOI1", kind=ENABLES),
        link("SOI2", "SOI3"),
        link("SOI3", "SOI1", kind=CONFLICTS),
    ]
    network = analyse(code_list(3), links, {})
    assert (network.power, network.settled) == (5, True)
    assert network.influence == {"SOI1": Standing(1, 4, 2), "SOI2": Standing(2, 5, 1), "SOI3": Standing(1, 3, 3)}
    assert network.dependence == {"SOI1": Standing(2, 5, 1), "SOI2": Standing(1, 4, 2), "SOI3": Standing(1, 3, 3)}


def test_where_paths_come_to_an_end_the_longest_ones_stand() -> None:
    """Row sums of the powers of a chain of 2 and 3: (2 3 0), (6 0 0), nothing."""
    links = [link("SOI1", "SOI2", 2), link("SOI2", "SOI3", 3)]
    network = analyse(code_list(3), links, {})
    assert (network.power, network.settled) == (2, True)
    assert (indirect(network.influence), indirect(network.dependence)) == ([6, 0, 0], [0, 0, 6])
    assert (ranks(network.influence), ranks(network.dependence)) == ([2, 1, 3], [3, 2, 1])


def test_ranks_that_take_turns_for_ever_are_said_not_to_settle() -> None:
    """Row sums of the powers of a pair of 3 and 1: (3 1), (3 3), (9 3), (9 9) and so on."""
    network = analyse(code_list(2), [link("SOI1", "SOI2", 3), link("SOI2", "SOI1", 1)], {})
    assert (network.power, network.settled) == (HIGHEST_POWER, False)
    assert indirect(network.influence) == [3 ** (HIGHEST_POWER // 2)] * 2


def test_sums_do_not_overflow() -> None:
    network = analyse(code_list(2), [link("SOI1", "SOI2", 10**6), link("SOI2", "SOI1", 1)], {})
    assert indirect(network.influence) == [10 ** (6 * HIGHEST_POWER // 2)] * 2


def test_in_a_ring_of_equal_links_all_stand_alike() -> None:
    codes = code_list(100)
    network = analyse(codes, [link(a, b, 3) for a, b in zip(codes, codes[1:] + codes[:1], strict=True)], {})
    assert (network.power, network.settled) == (2, True)
    assert set(network.influence.values()) == set(network.dependence.values()) == {Standing(3, 9, 1)}


# --- as a whole ------------------------------------------------------------------------------------------------------


@given(plans(tuple(DependencyKind)), st.randoms(use_true_random=False))
def test_the_order_in_which_links_come_changes_nothing(plan: Links, random: Random) -> None:
    codes, links = plan
    shuffled = random.sample(links, len(links))
    assert analyse(codes, shuffled, {}) == analyse(codes, links, {})


@settings(max_examples=10)
@given(large_circles(), st.randoms(use_true_random=False))
def test_nor_does_it_in_a_large_circle(plan: Links, random: Random) -> None:
    codes, links = plan
    shuffled = random.sample(links, len(links))
    assert analyse(codes, shuffled, {}) == analyse(codes, links, {})


def test_a_link_of_an_initiative_to_itself_counts_as_none() -> None:
    assert analyse(["SOI1"], [link("SOI1", "SOI1")], {}) == analyse(["SOI1"], [], {})


def test_a_plan_without_initiatives_has_an_empty_network() -> None:
    assert analyse([], [], {}).as_json() == {
        "order": [], "cycles": [], "breaks": [], "critical_path": [], "influence": {}, "dependence": {},
    }  # fmt: skip


def test_json_is_as_the_command_line_promises() -> None:
    links = [
        link("SOI1", "SOI2", 3),
        link("SOI2", "SOI3", 1),
        link("SOI3", "SOI2", 2),
        link("SOI1", "SOI3", 2, ENABLES),
    ]
    network = analyse(code_list(3), links, {"SOI1": 10, "SOI2": 20, "SOI3": 30})
    assert json.loads(json.dumps(network.as_json())) == {
        "order": [["SOI1"], ["SOI2", "SOI3"]],
        "cycles": [["SOI2", "SOI3"]],
        "breaks": [{"from": "SOI2", "to": "SOI3", "cost": 1}],
        "critical_path": ["SOI3", "SOI2"],
        "influence": {
            "SOI1": {"direct": 5, "indirect": 224, "rank": 1},
            "SOI2": {"direct": 1, "indirect": 64, "rank": 3},
            "SOI3": {"direct": 2, "indirect": 64, "rank": 2},
        },
        "dependence": {
            "SOI1": {"direct": 0, "indirect": 0, "rank": 3},
            "SOI2": {"direct": 5, "indirect": 192, "rank": 1},
            "SOI3": {"direct": 3, "indirect": 160, "rank": 2},
        },
    }


# --- read from a plan ------------------------------------------------------------------------------------------------


@pytest.fixture
def work() -> Iterator[Transaction]:
    """A step of work on a plan in memory with the initiatives SOI1, SOI2, SOI3 and nothing else."""
    engine = create_engine("sqlite://")
    numbers = itertools.count(1)
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        method = open_pack("nq52")
        transaction = Transaction(
            connection, method, "2026-01-01T00:00:00.000+00:00", "An", 1, lambda: f"{next(numbers):036x}"
        )
        for basis in ("C1", "C2", "C3"):
            initiatives.add(transaction, basis, method.bases[basis].title)
        yield transaction
    engine.dispose()


def add_measure(work: Transaction, code: str, start: date | None, due: date | None) -> None:
    measures.add(work, find(work, code), 1, 1, MeasureFields(text="Làm", start=start, due=due))


def test_an_initiative_takes_from_its_earliest_start_to_its_latest_due_day_both_counted(work: Transaction) -> None:
    add_measure(work, "SOI1", date(2026, 1, 10), date(2026, 1, 31))
    add_measure(work, "SOI1", date(2026, 1, 1), date(2026, 1, 20))
    add_measure(work, "SOI1", None, date(2026, 2, 1))
    add_measure(work, "SOI2", date(2026, 5, 5), date(2026, 5, 5))
    assert networks.days(work) == {"SOI1": 32, "SOI2": 1}


def test_dates_that_leave_no_time_count_as_a_day_and_missing_ones_as_unknown(work: Transaction) -> None:
    add_measure(work, "SOI1", date(2026, 3, 1), None)
    add_measure(work, "SOI1", None, date(2026, 2, 1))
    add_measure(work, "SOI2", None, date(2026, 2, 1))
    add_measure(work, "SOI3", date(2026, 2, 1), None)
    assert networks.days(work) == {"SOI1": 1}


def test_the_network_of_a_plan_is_that_of_its_links_and_dates(work: Transaction) -> None:
    add_measure(work, "SOI2", date(2026, 1, 1), date(2026, 12, 31))
    for origin, to, kind in (("SOI1", "SOI3", PRECEDES), ("SOI2", "SOI3", PRECEDES), ("SOI3", "SOI1", ENABLES)):
        dependencies.write(work, find(work, origin), find(work, to), kind, 2)
    links = [link("SOI1", "SOI3", 2), link("SOI2", "SOI3", 2), link("SOI3", "SOI1", 2, ENABLES)]
    network = networks.network(work)
    assert network == analyse(code_list(3), links, {"SOI2": 365})
    assert network.critical_path == ("SOI2", "SOI3")
