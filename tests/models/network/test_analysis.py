"""The network as a whole: equal plans give equal results, as data, and as read from a plan."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import count
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
from models.network import (
    EXACT_UP_TO,
    Span,
    Standing,
    analyse,
    cut_points,
    elementary,
    influence,
    intervals,
    schedule,
    triangular,
    weakest,
)
from models.plan import DependencyKind, MeasureStatus
from models.reading import networks
from models.reading.initiatives import find
from tests.models.network.graphs import ENABLES, PRECEDES, Links, code_list, large_circles, link, plans


@given(plans(tuple(DependencyKind)))
def test_a_rank_goes_by_direct_then_indirect_and_is_shared_by_those_equal_in_both(plan: Links) -> None:
    codes, links = plan
    network, found = analyse(codes, links, {}), influence(codes, links)
    sides = (
        (network.influence, found.direct.influence, found.indirect.influence),
        (network.dependence, found.direct.dependence, found.indirect.dependence),
    )
    for standings, direct, indirect in sides:
        values = [(direct[code], indirect[code]) for code in codes]
        assert [(one.direct, one.indirect) for one in standings.values()] == values
        ranks = [1 + sum(other > value for other in values) for value in values]
        assert [one.rank for one in standings.values()] == ranks
    assert (network.power, network.settled) == (found.powers, found.is_settled)


@settings(deadline=None)
@given(plans(tuple(DependencyKind), longest_lag=3), st.randoms(use_true_random=False))
def test_the_order_in_which_links_come_changes_nothing(plan: Links, random: Random) -> None:
    codes, links = plan
    shuffled = random.sample(links, len(links))
    items = dict.fromkeys(codes, Span())
    for reckon in (
        lambda links: analyse(codes, links, {}),
        lambda links: schedule(items, links, date(2026, 1, 1)),
        lambda links: elementary(codes, links, seconds=60),
        lambda links: triangular(codes, links),
        lambda links: influence(codes, links, "damped"),
        lambda links: [(one.best, one.worst) for one in intervals(codes, links).indirect_influence.values()],
        lambda links: [one.parts for one in cut_points(codes, links)],
    ):
        assert reckon(shuffled) == reckon(links)


@settings(max_examples=10)
@given(large_circles(EXACT_UP_TO + 1), st.randoms(use_true_random=False))
def test_nor_does_it_in_a_large_circle(plan: Links, random: Random) -> None:
    codes, links = plan
    shuffled = random.sample(links, len(links))
    assert analyse(codes, shuffled, {}) == analyse(codes, links, {})
    assert weakest(codes, shuffled) == weakest(codes, links)


def test_a_link_of_an_initiative_to_itself_counts_as_none() -> None:
    assert analyse(["SOI1"], [link("SOI1", "SOI1")], {}) == analyse(["SOI1"], [], {})
    assert intervals(["SOI1"], [link("SOI1", "SOI1")]).tried == 0


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
    numbers = count(1)
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


def add_measure(
    work: Transaction, code: str, start: date | None, due: date | None, status: MeasureStatus | None = None
) -> None:
    fields = MeasureFields(text="Làm", start=start, due=due, status=status)
    measures.add(work, find(work, code), 1, 1, fields)


def test_an_initiative_takes_from_its_earliest_start_to_its_latest_due_day_both_counted(work: Transaction) -> None:
    add_measure(work, "SOI1", date(2026, 1, 10), date(2026, 1, 31))
    add_measure(work, "SOI1", date(2026, 1, 1), date(2026, 1, 20))
    add_measure(work, "SOI1", None, date(2026, 2, 1))
    add_measure(work, "SOI2", date(2026, 5, 5), date(2026, 5, 5))
    assert networks.days(work) == {"SOI1": 32, "SOI2": 1}
    assert networks.spans(work)["SOI1"] == Span(date(2026, 1, 1), date(2026, 2, 1))


def test_dates_that_leave_no_time_count_as_a_day_and_missing_ones_as_unknown(work: Transaction) -> None:
    add_measure(work, "SOI1", date(2026, 3, 1), None)
    add_measure(work, "SOI1", None, date(2026, 2, 1))
    add_measure(work, "SOI2", None, date(2026, 2, 1))
    add_measure(work, "SOI3", date(2026, 2, 1), None)
    assert networks.days(work) == {"SOI1": 1}
    assert networks.spans(work)["SOI3"] == Span(date(2026, 2, 1), None)


def test_an_initiative_has_begun_with_its_first_measure_and_is_done_with_its_last(work: Transaction) -> None:
    add_measure(work, "SOI1", None, None, MeasureStatus.DONE)
    add_measure(work, "SOI1", None, None, MeasureStatus.DRAFT)
    add_measure(work, "SOI2", None, None, MeasureStatus.DONE)
    found = networks.spans(work)
    assert [(one.is_begun, one.is_done) for one in found.values()] == [(True, False), (True, True), (False, False)]


def test_the_network_of_a_plan_is_that_of_its_links_and_dates(work: Transaction) -> None:
    add_measure(work, "SOI2", date(2026, 1, 1), date(2026, 12, 31))
    for origin, to, kind in (("SOI1", "SOI3", PRECEDES), ("SOI2", "SOI3", PRECEDES), ("SOI3", "SOI1", ENABLES)):
        dependencies.write(work, find(work, origin), find(work, to), kind, 2, lag=4)
    links = [link("SOI1", "SOI3", 2, lag=4), link("SOI2", "SOI3", 2, lag=4), link("SOI3", "SOI1", 2, ENABLES)]
    network = networks.network(work)
    assert network == analyse(code_list(3), links, {"SOI2": 365})
    assert network.critical_path == ("SOI2", "SOI3")
    assert network.influence["SOI3"] == Standing(2, network.influence["SOI3"].indirect, network.influence["SOI3"].rank)
    web = networks.web(work)
    assert (web.analysis, [one.lag for one in web.links]) == (network, [4, 4, 4])
    assert web.spans["SOI2"].days == 365
