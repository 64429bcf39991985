"""Between which ranks a node stands when one strength is one higher or lower, against trying every change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.network import Link, Method, influence, intervals
from models.plan import DependencyKind
from tests.models.network.graphs import Links, code_list, link, plans

EVERY = tuple(DependencyKind)


@settings(max_examples=60, deadline=None)
@given(plans(EVERY, most_links=14), st.sampled_from(["micmac", "damped"]))
def test_an_interval_spans_the_ranks_of_every_single_change(plan: Links, method: Method) -> None:
    codes, links = plan
    found = intervals(codes, links, method)
    assert found.is_all
    as_it_is = influence(codes, links, method)
    trials = [as_it_is]
    for place, one in enumerate(links):
        for strength in {max(0, one.strength - 1), min(3, one.strength + 1)} - {one.strength}:
            changed = Link(one.origin, one.to, one.kind, strength)
            others = [*links[:place], *links[place + 1 :], *([changed] if strength else [])]
            trials.append(influence(codes, others, method))
    assert found.tried == len(trials) - 1
    for code in codes:
        for shown, values in (
            (found.influence, [one.direct.influence_ranks[code] for one in trials]),
            (found.dependence, [one.direct.dependence_ranks[code] for one in trials]),
            (found.indirect_influence, [one.indirect.influence_ranks[code] for one in trials]),
            (found.indirect_dependence, [one.indirect.dependence_ranks[code] for one in trials]),
        ):
            assert (shown[code].best, shown[code].worst) == (min(values), max(values))


@settings(max_examples=40, deadline=None)
@given(plans(EVERY, most_links=10))
def test_each_end_of_an_interval_names_the_change_that_leads_there(plan: Links) -> None:
    codes, links = plan
    found = intervals(codes, links)
    now = influence(codes, links).indirect.influence_ranks
    for code, interval in found.indirect_influence.items():
        for rank, trial in ((interval.best, interval.best_by), (interval.worst, interval.worst_by)):
            if trial is None:
                assert rank == now[code]
            else:
                others = [one for one in links if one is not trial.link]
                changed = Link(trial.link.origin, trial.link.to, trial.link.kind, trial.strength)
                then = influence(codes, [*others, changed]).indirect.influence_ranks
                assert then[code] == rank != now[code]
                assert abs(trial.strength - trial.link.strength) == 1


def test_a_case_done_by_hand() -> None:
    """Sums out are 3 and 2: one more for the second or one less for the first makes them equal."""
    first, second = link("SOI1", "SOI3", 3), link("SOI2", "SOI3", 2)
    found = intervals(code_list(3), [first, second])
    one, other, last = (found.influence[code] for code in code_list(3))
    assert (one.best, one.worst, one.best_by, one.worst_by) == (1, 1, None, None)
    assert (other.best, other.worst, other.worst_by) == (1, 2, None)
    assert (other.best_by.link, other.best_by.strength) == (first, 2)
    assert (last.best, last.worst) == (3, 3)
    assert found.tried == 3


def test_a_strength_never_leaves_the_scale() -> None:
    """A link of 1 may fall away, one of 3 grows no further."""
    found = intervals(code_list(2), [link("SOI1", "SOI2", 3)])
    assert found.tried == 1
    found = intervals(code_list(2), [link("SOI1", "SOI2", 1)])
    assert found.tried == 2
    assert found.influence["SOI2"].best == 1


@pytest.mark.parametrize("method", ["micmac", "damped"])
def test_where_there_are_too_many_links_only_those_of_the_most_linked_are_tried_and_that_is_said(
    method: Method,
) -> None:
    codes = code_list(300)
    links = [link(codes[place], codes[(place * 7 + step) % 300], 2) for place in range(300) for step in (1, 2, 3)]
    links = [one for one in links if one.origin != one.to]
    hub = [link("SOI1", code, 2) for code in codes[100:200]]
    known = {(one.origin, one.to) for one in hub}
    links = [one for one in links if (one.origin, one.to) not in known] + hub
    found = intervals(codes, links, method)
    assert not found.is_all
    assert 0 < found.tried < 2 * len(links)
    assert found.influence["SOI1"].best == 1
    named = [one.best_by or one.worst_by for one in found.influence.values() if one.best_by or one.worst_by]
    assert named
    assert all("SOI1" in (trial.link.origin, trial.link.to) for trial in named)


def test_no_links_leave_nothing_to_try() -> None:
    found = intervals(code_list(2), [])
    assert (found.tried, found.is_all, found.influence["SOI1"].worst) == (0, True, 1)
    assert intervals([], []).influence == {}
