"""Days: early, late, slack, critical path, delay and what is not kept, against every path tried."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.network import Span, delay, schedule, unmet
from models.plan import Dependency, DependencyKind
from tests.models.network.graphs import CONFLICTS, ENABLES, code_list, link, paths_by_force, random_links

ON = date(2026, 6, 15)
Items = dict[str, Span]
Planned = tuple[Items, list[Dependency]]
Gaps = Mapping[tuple[str, str], Callable[[date], date]]


def in_months(day: date, months: int) -> date:
    """The same day of a later month, or the last one of it."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


@st.composite
def planned(draw: st.DrawFn, most: int = 6, most_links: int = 9) -> Planned:
    codes = code_list(draw(st.integers(1, most)))
    first = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    items = {}
    for code in codes:
        start = draw(first)
        due = start + timedelta(days=draw(st.integers(0, 90))) if start and draw(st.booleans()) else draw(first)
        items[code] = Span(start, due if not (start and due and due < start) else None)
    return items, draw(random_links(codes, tuple(DependencyKind), most_links, 4))


def own_days(items: Items) -> dict[str, date]:
    return {code: span.start or span.due or ON for code, span in items.items()}


def gaps_of(items: Items, links: Sequence[Dependency], is_strict: bool) -> Gaps:
    """How soon the second of a link can begin after the first has ended."""
    own = own_days(items)
    lags: dict[tuple[str, str], int] = {}
    for one in links:
        if one.kind is DependencyKind.PRECEDES:
            lags[one.origin, one.to] = max(one.lag, lags.get((one.origin, one.to), 0))
    found: dict[tuple[str, str], Callable[[date], date]] = {}
    for (origin, to), lag in lags.items():
        end = own[origin] + timedelta(days=items[origin].days - 1)
        is_dated = all(items[code].start or items[code].due for code in (origin, to))
        if not is_strict and is_dated and own[to] < in_months(end + timedelta(days=1), lag):
            found[origin, to] = lambda day, by=own[to] - end: day + by
        else:
            found[origin, to] = lambda day, lag=lag: in_months(day + timedelta(days=1), lag)
    return found


def earliest_by_force(items: Items, own: Mapping[str, date], gaps: Gaps) -> dict[str, date]:
    """The first day on which each can begin: the latest that any path to it leads to."""
    found = dict(own)
    for path in paths_by_force(list(items), gaps):
        day = own[path[0]]
        for origin, to in itertools.pairwise(path):
            day = gaps[origin, to](day + timedelta(days=items[origin].days - 1))
        found[path[-1]] = max(found[path[-1]], day)
    return found


def end_of(items: Items, starts: Mapping[str, date]) -> date:
    return max(day + timedelta(days=items[code].days - 1) for code, day in starts.items())


def without_circles(items: Items, links: list[Dependency], is_strict: bool) -> Gaps:
    out = {(one.origin, one.to) for one in schedule(items, links, ON, is_strict=is_strict).left_out}
    return {ends: gap for ends, gap in gaps_of(items, links, is_strict).items() if ends not in out}


@settings(max_examples=150, deadline=None)
@given(planned(), st.booleans())
def test_the_earliest_day_is_the_latest_that_any_path_leads_to(plan: Planned, is_strict: bool) -> None:
    items, links = plan
    found = schedule(items, links, ON, is_strict=is_strict)
    gaps = without_circles(items, links, is_strict)
    starts = earliest_by_force(items, own_days(items), gaps)
    assert {code: task.earliest for code, task in found.tasks.items()} == starts
    assert found.end == end_of(items, starts)
    for code, task in found.tasks.items():
        assert task.earliest_end == starts[code] + timedelta(days=items[code].days - 1)
        if task.after is None:
            assert starts[code] == own_days(items)[code]
        else:
            assert gaps[task.after, code](found.tasks[task.after].earliest_end) == starts[code]


@settings(max_examples=100, deadline=None)
@given(planned(), st.booleans())
def test_slack_is_how_many_days_one_may_be_late_before_the_end_moves(plan: Planned, is_strict: bool) -> None:
    items, links = plan
    found = schedule(items, links, ON, is_strict=is_strict)
    gaps = without_circles(items, links, is_strict)
    for code, task in found.tasks.items():
        assert task.slack == (task.latest - task.earliest).days == (task.latest_end - task.earliest_end).days >= 0
        for days, moves in ((task.slack, False), (task.slack + 1, True)):
            own = own_days(items) | {code: task.earliest + timedelta(days=days)}
            later = end_of(items, earliest_by_force(items, own, gaps))
            assert (later > found.end) == moves


@settings(max_examples=100, deadline=None)
@given(planned(), st.booleans())
def test_the_critical_path_drives_the_end(plan: Planned, is_strict: bool) -> None:
    items, links = plan
    found = schedule(items, links, ON, is_strict=is_strict)
    tasks = [found.tasks[code] for code in found.critical_path]
    assert [task.after for task in tasks] == [None, *found.critical_path[:-1]]
    assert tasks[-1].earliest_end == found.end
    assert found.days == (found.end - min(task.earliest for task in tasks)).days + 1
    for task in tasks:
        assert task.slack <= 3 * len(tasks), "a month's end swallows three days at most"


@settings(max_examples=100, deadline=None)
@given(planned(), st.booleans(), st.integers(0, 5), st.data())
def test_a_delay_moves_what_a_schedule_made_anew_moves(
    plan: Planned, is_strict: bool, months: int, data: st.DataObject
) -> None:
    items, links = plan
    late = data.draw(st.sampled_from(list(items)))
    gaps = without_circles(items, links, is_strict)
    before = earliest_by_force(items, own_days(items), gaps)
    own = own_days(items) | {late: in_months(before[late], months)}
    after = earliest_by_force(items, own, gaps)
    moved = delay(items, links, ON, late, months, is_strict=is_strict)
    assert {one.node: one.days for one in moved} == {
        code: (after[code] - before[code]).days for code in items if after[code] > before[code]
    }
    for one in moved:
        assert one.path[0] == late
        assert one.path[-1] == one.node
        for origin, to in itertools.pairwise(one.path):
            assert gaps[origin, to](after[origin] + timedelta(days=items[origin].days - 1)) == after[to]


def test_a_case_done_by_hand() -> None:
    """SOI1 takes January, SOI2 begins a month later; SOI3 has 10 days. From 1 February on SOI1 ends on 3 March."""
    items = {
        "SOI1": Span(date(2026, 1, 1), date(2026, 1, 31)),
        "SOI2": Span(date(2026, 3, 1), date(2026, 3, 10)),
        "SOI3": Span(date(2026, 2, 1), date(2026, 2, 28)),
    }
    links = [link("SOI1", "SOI2", lag=1), link("SOI1", "SOI3"), link("SOI2", "SOI3", kind=ENABLES)]
    found = schedule(items, links, ON)
    assert (found.critical_path, found.days, found.end) == (("SOI1", "SOI2"), 69, date(2026, 3, 10))
    last = found.tasks["SOI3"]
    assert (last.slack, last.latest, last.after, last.before) == (10, date(2026, 2, 11), "SOI1", None)
    assert (found.tasks["SOI1"].slack, found.tasks["SOI1"].before) == (0, "SOI2")
    moved = delay(items, links, ON, "SOI1", 1)
    assert [(one.node, one.days, one.path) for one in moved] == [
        ("SOI1", 31, ("SOI1",)),
        ("SOI3", 31, ("SOI1", "SOI3")),
        ("SOI2", 34, ("SOI1", "SOI2")),
    ]


def test_a_planned_overlap_is_kept_unless_strictly_one_must_wait_for_the_other() -> None:
    items = {
        "SOI1": Span(date(2026, 1, 1), date(2030, 12, 31)),
        "SOI2": Span(date(2027, 1, 1), date(2030, 12, 31)),
    }
    links = [link("SOI1", "SOI2")]
    assert schedule(items, links, ON).end == date(2030, 12, 31)
    assert schedule(items, links, ON, is_strict=True).tasks["SOI2"].earliest == date(2031, 1, 1)
    assert [(one.node, one.days) for one in delay(items, links, ON, "SOI1", 3)] == [("SOI1", 90), ("SOI2", 90)]
    (one,) = unmet(items, links)
    assert (one.days, one.start, one.due) == (1461, date(2027, 1, 1), date(2030, 12, 31))


def test_a_delay_reaches_back_to_what_was_planned_to_begin_earlier() -> None:
    items = {
        "SOI1": Span(date(2026, 5, 1), date(2026, 5, 31)),
        "SOI2": Span(date(2026, 3, 1), date(2026, 3, 31)),
        "SOI3": Span(date(2026, 1, 1), date(2026, 1, 31)),
    }
    moved = delay(items, [link("SOI1", "SOI2"), link("SOI2", "SOI3")], ON, "SOI1", 1)
    assert [(one.node, one.path) for one in moved] == [
        ("SOI1", ("SOI1",)),
        ("SOI3", ("SOI1", "SOI2", "SOI3")),
        ("SOI2", ("SOI1", "SOI2")),
    ]


def test_circles_are_left_out_and_named() -> None:
    items = dict.fromkeys(("SOI1", "SOI2"), Span())
    found = schedule(items, [link("SOI1", "SOI2", 3), link("SOI2", "SOI1", 1)], ON)
    assert [(one.origin, one.to) for one in found.left_out] == [("SOI2", "SOI1")]
    assert found.critical_path == ("SOI1", "SOI2")
    assert found.end == ON + timedelta(days=1)


def test_days_beyond_the_calendar_stop_at_its_end() -> None:
    items = {code: Span(date(9990, 1, 1), date(9999, 12, 31)) for code in code_list(3)}
    links = [link("SOI1", "SOI2", lag=120), link("SOI2", "SOI3", lag=120)]
    for is_strict in (True, False):
        assert schedule(items, links, ON, is_strict=is_strict).end == date.max
        assert delay(items, links, ON, "SOI1", 120, is_strict=is_strict)[0].node == "SOI1"


def test_nothing_has_no_days() -> None:
    found = schedule({}, [], ON)
    assert (found.tasks, found.critical_path, found.end) == ({}, (), None)


@settings(max_examples=100, deadline=None)
@given(planned())
def test_what_is_not_kept_is_every_link_whose_second_begins_too_early(plan: Planned) -> None:
    items, links = plan
    expected = []
    for one in links:
        due, begin = items[one.origin].due, items[one.to].start or items[one.to].due
        if one.kind is DependencyKind.PRECEDES and due and begin:
            days = (in_months(due + timedelta(days=1), one.lag) - begin).days
            expected += [(one.origin, one.to, days)] if days > 0 else []
    assert [(one.origin, one.to, one.days) for one in unmet(items, links)] == expected


@pytest.mark.parametrize(("is_begun", "is_done", "found"), [(True, False, 1), (False, False, 0), (True, True, 0)])
def test_one_that_is_under_way_before_the_other_is_done_is_told(is_begun: bool, is_done: bool, found: int) -> None:
    items = {"SOI1": Span(is_begun=is_done, is_done=is_done), "SOI2": Span(is_begun=is_begun)}
    told = unmet(items, [link("SOI1", "SOI2"), link("SOI2", "SOI1", kind=CONFLICTS)])
    assert len(told) == found
    assert all(one.has_begun and one.days == 0 for one in told)
