"""The order of measures in a cell, and writing several at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.editing import measures
from models.editing.measures import MeasureFields
from models.errors import UserError
from models.plan import MeasureStatus
from models.reading import initiatives
from models.reading import measures as reading
from models.store.plan import Plan

HERE, THERE = (1, 1), (2, 4)


@pytest.fixture
def first(plan: Plan) -> str:
    """The initiative with three measures in one cell and one in another."""
    initiative = plan.read(initiatives.find, "SOI1")
    plan.edit("measure.add", measures.add_many, initiative, *HERE, [MeasureFields(text=text) for text in "abc"])
    plan.edit("measure.add", measures.add, initiative, *THERE, MeasureFields(text="x"))
    return initiative


def texts(plan: Plan, initiative: str, cell: tuple[int, int] = HERE) -> str:
    found = plan.read(reading.by_initiative, [initiative])[initiative]
    return "".join(one.text for one in found if (one.kfa, one.kf) == cell)


def id_of(plan: Plan, initiative: str, text: str) -> str:
    found = plan.read(reading.by_initiative, [initiative])[initiative]
    return next(one.id for one in found if one.text == text)


@pytest.mark.parametrize(
    ("text", "position", "after"),
    [("a", 0, "abc"), ("a", 1, "bac"), ("a", 2, "bca"), ("c", 0, "cab"), ("b", 99, "acb"), ("b", -5, "bac")],
)
def test_a_measure_is_put_at_a_position_of_its_cell(
    plan: Plan, first: str, text: str, position: int, after: str
) -> None:
    plan.edit("measure.reorder", measures.reorder, id_of(plan, first, text), position)
    assert texts(plan, first) == after


def test_reordering_is_undone_and_one_that_changes_nothing_is_no_step(plan: Plan, first: str) -> None:
    plan.edit("measure.reorder", measures.reorder, id_of(plan, first, "c"), 0)
    plan.undo()
    assert texts(plan, first) == "abc"
    steps = plan.undoable
    plan.edit("measure.reorder", measures.reorder, id_of(plan, first, "b"), 1)
    assert plan.undoable == steps


def test_a_measure_is_moved_to_a_position_of_another_cell(plan: Plan, first: str) -> None:
    plan.edit("measure.move", measures.move, id_of(plan, first, "x"), first, *HERE, 1)
    assert texts(plan, first) == "axbc"
    plan.edit("measure.move", measures.move, id_of(plan, first, "a"), first, *THERE)
    assert (texts(plan, first), texts(plan, first, THERE)) == ("xbc", "a")


def test_measures_are_added_from_a_position_on_in_one_step(plan: Plan, first: str) -> None:
    steps = plan.undoable
    plan.edit("measure.add", measures.add_many, first, *HERE, [MeasureFields(text=text) for text in "mn"], 1)
    assert texts(plan, first) == "amnbc"
    assert plan.undoable == steps + 1


def test_measures_are_added_whole_or_not_at_all(plan: Plan, first: str) -> None:
    with pytest.raises(UserError):
        plan.edit("measure.add", measures.add_many, first, *HERE, [MeasureFields(text="m"), MeasureFields(text=" ")])
    assert texts(plan, first) == "abc"


def test_measures_are_removed_in_one_step(plan: Plan, first: str) -> None:
    plan.edit("measure.remove", measures.remove_many, [id_of(plan, first, text) for text in "ac"])
    assert texts(plan, first) == "b"
    plan.undo()
    assert texts(plan, first) == "abc"


def test_a_copy_has_every_field(plan: Plan, first: str, open_copy: Callable[[], Plan]) -> None:
    given = MeasureFields(
        text="đủ",
        lead="BTC",
        support=["BCA"],
        status=MeasureStatus.DONE,
        progress=90,
        origin=["O1"],
        cites=["NQ52.III.3"],
    )
    one = plan.read(reading.one, plan.edit("measure.add", measures.add, first, *THERE, given).result)
    other = plan.read(reading.one, plan.edit("measure.add", measures.add, first, *HERE, measures.copied(one)).result)
    assert measures.copied(other) == measures.copied(one)


def test_the_six_clears_that_are_missing_are_named(plan: Plan, first: str) -> None:
    one = plan.read(reading.one, id_of(plan, first, "a"))
    assert one.unclear == ("person", "due", "responsibility", "product", "authority")
