"""Links between measures: drawn by planners, or shared without being drawn; and how long links lag."""

from __future__ import annotations

import pytest

from models.editing import dependencies as editing_dependencies
from models.editing import initiatives as editing_initiatives
from models.editing import measure_links as editing
from models.editing import measures as editing_measures
from models.editing.links import LONGEST_LAG
from models.editing.measures import MeasureFields
from models.errors import UserError
from models.network import Shared, Sharer, shared
from models.plan import DependencyKind, MeasureLink
from models.reading import dependencies, history, initiatives, networks
from models.reading.dependencies import measures as measure_links
from models.store.plan import Plan

PRECEDES, ENABLES, CONFLICTS = DependencyKind


def add(plan: Plan, code: str, cell: tuple[int, int] = (1, 1), **fields: object) -> str:
    owner = plan.read(initiatives.find, code)
    given = MeasureFields(**{"text": "Làm", **fields})
    return str(plan.edit("measure.add", editing_measures.add, owner, *cell, given).result)


def link(
    plan: Plan,
    origin: str,
    to: str,
    kind: DependencyKind = PRECEDES,
    strength: int = 2,
    why: str | None = None,
    lag: int | None = None,
) -> None:
    plan.edit("measure_link.write", editing.write, origin, to, kind, strength, why, lag)


def links(plan: Plan) -> list[tuple[str, str, str, int, str, int]]:
    every = plan.read(measure_links.every)
    return [(one.origin, one.to, one.kind.value, one.strength, one.why, one.lag) for one in every]


def test_a_link_is_written_changed_taken_out_and_undone(plan: Plan) -> None:
    one, other = add(plan, "SOI5"), add(plan, "SOI2")
    link(plan, one, other, why="Cần số liệu", lag=3)
    assert links(plan) == [(one, other, "precedes", 2, "Cần số liệu", 3)]
    link(plan, one, other, strength=3)
    assert links(plan) == [(one, other, "precedes", 3, "Cần số liệu", 3)]
    link(plan, one, other, strength=0)
    assert links(plan) == []
    plan.undo()
    plan.undo()
    assert links(plan) == [(one, other, "precedes", 2, "Cần số liệu", 3)]
    plan.undo()
    assert links(plan) == []
    plan.redo()
    assert links(plan)[0][-1] == 3


def test_a_step_says_which_measures_it_joins(plan: Plan) -> None:
    one, other = add(plan, "SOI5", (3, 2)), add(plan, "SOI2")
    link(plan, one, other)
    (step, *_) = plan.read(history.steps)
    assert (step.label, step.parameters["place"]) == ("measure_link.write", "SOI5.KFA3.KF2 → SOI2.KFA1.KF1")


def test_a_change_onto_another_kind_joins_the_two_with_the_greater_strength_and_lag(plan: Plan) -> None:
    one, other = add(plan, "SOI5"), add(plan, "SOI2")
    link(plan, one, other, strength=3, why="Một", lag=1)
    link(plan, one, other, ENABLES, 1, lag=6)
    first, second = plan.read(measure_links.every)
    assert {first.kind, second.kind} == {PRECEDES, ENABLES}
    precedes = first if first.kind is PRECEDES else second
    plan.edit("measure_link.change", editing.change, precedes.id, kind=ENABLES)
    assert links(plan) == [(one, other, "enables", 3, "Một", 6)]
    (left,) = plan.read(measure_links.every)
    plan.edit("measure_link.change", editing.change, left.id, lag=0, reason="Hai")
    assert links(plan) == [(one, other, "enables", 3, "Hai", 0)]
    plan.edit("measure_link.remove", editing.remove, left.id)
    assert links(plan) == []


@pytest.mark.parametrize("given", [{"strength": 4}, {"strength": 0}, {"lag": -1}, {"lag": LONGEST_LAG + 1}])
def test_what_is_no_link_is_refused_and_changes_nothing(plan: Plan, given: dict[str, int]) -> None:
    one, other = add(plan, "SOI5"), add(plan, "SOI2")
    with pytest.raises(UserError):
        link(plan, one, other, **given)
    with pytest.raises(UserError):
        link(plan, one, one)
    assert links(plan) == []


def test_a_link_goes_with_its_measure_and_comes_back_with_it(plan: Plan) -> None:
    one, other = add(plan, "SOI5"), add(plan, "SOI2")
    link(plan, one, other)
    plan.edit("measure.remove", editing_measures.remove, other)
    assert links(plan) == []
    plan.undo()
    assert [ends[:2] for ends in links(plan)] == [(one, other)]


def test_links_of_an_initiative_put_away_are_not_shown_and_come_in_the_order_of_the_plan(plan: Plan) -> None:
    one, other, third = add(plan, "SOI5"), add(plan, "SOI2"), add(plan, "SOI5", (1, 2))
    link(plan, third, one)
    link(plan, one, third)
    link(plan, other, one, CONFLICTS)
    assert [ends[:2] for ends in links(plan)] == [(other, one), (one, third), (third, one)]
    away = plan.read(initiatives.find, "SOI2")
    plan.edit("initiative.archive", editing_initiatives.archive, away)
    assert [ends[:2] for ends in links(plan)] == [(one, third), (third, one)]


def test_the_web_of_measures_has_them_all_with_days_links_and_what_they_share(plan: Plan) -> None:
    one = add(plan, "SOI5", product="Cổng dữ liệu", cites=("NQ52.III.3.1",))
    other = add(plan, "SOI2", product="cong du  lieu", indicator="Tỷ lệ phủ sóng")
    third = add(plan, "SOI5", (2, 2), indicator="tỷ lệ phủ sóng", cites=("NQ52.III.3.1",))
    link(plan, one, other, lag=2)
    web = plan.read(networks.measure_web)
    assert list(web.measures) == [other, one, third] == list(web.spans)
    assert (web.measures[one].initiative, web.measures[one].cell) == ("SOI5", "KFA1.KF1")
    assert [type(found) for found in web.links] == [MeasureLink]
    assert web.shared == (
        Shared("product", "cong du lieu", (other, one)),
        Shared("indicator", "Tỷ lệ phủ sóng", (other, third)),
        Shared("clause", "NQ52.III.3.1", (one, third)),
    )


def test_what_is_shared_is_told_once_a_measure_and_as_pairs_or_a_chain() -> None:
    measures = [Sharer(name, "Báo cáo", "", ("A.1", "A.1")) for name in ("a", "b", "c")]
    by_product, by_clause = shared(measures)
    assert by_clause == Shared("clause", "A.1", ("a", "b", "c"))
    assert list(by_product.pairs) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert list(by_product.chain) == [("a", "b"), ("b", "c")]
    assert shared([Sharer("a", " ", "x", ("A.1",)), Sharer("b", "", "y", ("A.2",))]) == ()


def test_a_link_between_initiatives_keeps_its_lag_until_another_is_given(plan: Plan) -> None:
    ends = [plan.read(initiatives.find, code) for code in ("SOI4", "SOI5")]
    plan.edit("dependency.write", editing_dependencies.write, *ends, PRECEDES, 2, "", 6)
    plan.edit("dependency.write", editing_dependencies.write, *ends, PRECEDES, 3)
    (made,) = plan.read(dependencies.every)
    assert (made.strength, made.lag) == (3, 6)
    plan.edit("dependency.change", editing_dependencies.change, made.id, lag=0)
    assert plan.read(dependencies.every)[0].lag == 0
    plan.undo()
    assert plan.read(dependencies.every)[0].lag == 6
    with pytest.raises(UserError):
        plan.edit("dependency.change", editing_dependencies.change, made.id, lag=LONGEST_LAG + 1)
