"""What must come first, and the chain with the most days."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from models.network import analyse, parts, waves
from tests.models.network.graphs import (
    CONFLICTS,
    ENABLES,
    Links,
    arcs_of,
    circles_by_force,
    code_list,
    link,
    paths_by_force,
    plans,
)


@given(plans())
def test_what_must_come_first_stands_in_an_earlier_wave_unless_it_is_in_the_same_circle(plan: Links) -> None:
    codes, links = plan
    order = waves(codes, links)
    wave_of = {code: number for number, wave in enumerate(order) for code in wave}
    circle_of = {code: circle for circle in parts(codes, links) for code in circle}
    assert sorted(wave_of, key=codes.index) == codes
    for origin, to in arcs_of(links):
        if to in circle_of.get(origin, ()):
            assert wave_of[origin] == wave_of[to]
        else:
            assert wave_of[origin] < wave_of[to]


@given(plans())
def test_a_wave_is_as_early_as_it_can_be_and_in_the_order_of_the_plan(plan: Links) -> None:
    codes, links = plan
    order = waves(codes, links)
    circle_of = {code: circle for circle in parts(codes, links) for code in circle}
    for earlier, wave in itertools.pairwise(order):
        for code in wave:
            group = circle_of.get(code, (code,))
            assert any((before, member) in arcs_of(links) for before in earlier for member in group)
    for wave in order:
        assert list(wave) == sorted(wave, key=codes.index)


@given(plans())
def test_the_wave_of_what_stands_in_no_circle_is_the_longest_chain_to_it(plan: Links) -> None:
    codes, links = plan
    if parts(codes, links):
        return
    chains = list(paths_by_force(codes, arcs_of(links)))
    for number, wave in enumerate(waves(codes, links)):
        for code in wave:
            assert number == max((len(chain) - 1 for chain in chains if chain[-1] == code), default=0)


@given(plans())
def test_parts_are_the_groups_whose_members_all_lead_to_one_another(plan: Links) -> None:
    codes, links = plan
    expected = circles_by_force(codes, arcs_of(links))
    assert list(parts(codes, links)) == list(analyse(codes, links, {}).cycles) == expected


@given(plans())
def test_waves_alone_are_those_of_the_whole_analysis(plan: Links) -> None:
    assert waves(*plan) == analyse(*plan, {}).order


def test_only_precedes_orders_initiatives() -> None:
    links = [link("SOI2", "SOI1", kind=ENABLES), link("SOI1", "SOI2", kind=CONFLICTS)]
    network = analyse(["SOI1", "SOI2"], links, {})
    assert (network.order, network.cycles, network.breaks) == ((("SOI1", "SOI2"),), (), ())
    assert network.critical_path == ()


@given(plans(longest_lag=2), st.lists(st.integers(0, 40), min_size=7, max_size=7))
def test_the_critical_path_is_the_chain_with_the_most_days_and_the_first_of_them(
    plan: Links, lengths: list[int]
) -> None:
    codes, links = plan
    days = dict(zip(codes, lengths, strict=False))
    lags = {(one.origin, one.to): one.lag for one in links}
    network = analyse(codes, links, days)
    left = arcs_of(links).keys() - {(one.origin, one.to) for one in network.breaks}

    def length(chain: tuple[str, ...]) -> int:
        waiting = sum(30 * lags[ends] for ends in itertools.pairwise(chain))
        return sum(max(1, days[code]) for code in chain) + waiting

    assert network.critical_path == max(paths_by_force(codes, left), key=length, default=())


def test_a_long_initiative_without_links_is_no_critical_path() -> None:
    network = analyse(code_list(3), [link("SOI3", "SOI2")], {"SOI1": 900, "SOI2": 5})
    assert network.critical_path == ("SOI3", "SOI2")


def test_between_chains_of_equal_days_the_order_of_the_plan_decides() -> None:
    links = [link("SOI2", "SOI4"), link("SOI1", "SOI4"), link("SOI1", "SOI3"), link("SOI5", "SOI6")]
    assert analyse(code_list(6), links, {}).critical_path == ("SOI1", "SOI3")
