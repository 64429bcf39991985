"""Minutes write themselves: before and after of each cell, who proposed what, when and why, from the journal."""

from __future__ import annotations

from typing import Any

import pytest

from models.editing import answers, measures
from models.editing import workshops as editing
from models.editing.measures import MeasureFields
from models.editing.workshops import AgendaEntry
from models.plan import CellMinutes
from models.reading import initiatives, workshops
from models.store.copying import write_copy
from models.store.plan import Plan
from tests.models.desk import FakeClock

Cell = tuple[str, int, int]


@pytest.fixture
def cell(plan: Plan) -> Cell:
    return plan.read(initiatives.find, "SOI5"), 3, 2


def act(plan: Plan, clock: FakeClock, minutes: float, label: str, *given: Any, **named: Any) -> Any:
    """Let minutes pass, take a step, and return what it gave."""
    clock.let_pass(minutes * 60)
    return plan.edit(label, *given, **named).result


def opened(plan: Plan, *entries: AgendaEntry) -> str:
    meeting = str(plan.edit("workshop.open", editing.open_workshop, "Họp").result)
    if entries:
        plan.edit("workshop.agenda", editing.set_agenda, meeting, entries)
    return meeting


def cells(plan: Plan, meeting: str) -> dict[str, CellMinutes]:
    return {one.code: one for one in plan.read(workshops.minutes, meeting).cells}


def test_a_cell_is_told_of_before_and_after_with_its_proposals_and_decisions(
    plan: Plan, clock: FakeClock, cell: Cell
) -> None:
    old = plan.edit("measure.add", measures.add, *cell, MeasureFields(text="Cũ")).result
    meeting = opened(plan, AgendaEntry(*cell, 15))
    mine = act(plan, clock, 4, "workshop.propose", editing.propose, meeting, *cell, "Mới", "Mai")
    act(plan, clock, 3, "workshop.accept", editing.accept, mine, None, "Đúng")
    act(plan, clock, 1, "measure.change", measures.change, old, MeasureFields(text="Cũ, sửa"), why="Rõ hơn")
    act(plan, clock, 1, "workshop.decide", editing.decide, meeting, *cell, "Giao BTC", "Thống nhất")
    plan.edit("workshop.close", editing.close_workshop, meeting)
    act(plan, clock, 9, "measure.add", measures.add, *cell, MeasureFields(text="Sau phiên"))
    found = cells(plan, meeting)["SOI5.KFA3.KF2"]
    assert (found.before, found.after) == (("Cũ",), ("Cũ, sửa", "Mới"))
    assert (found.planned, found.used) == (15, 9 * 60)
    assert [(one.text, one.proposer, one.reason) for one in found.proposals] == [("Mới", "Mai", "Đúng")]
    assert [(one.text, one.reason) for one in found.decisions] == [("Giao BTC", "Thống nhất")]
    told = [(step.label, step.author, step.why) for step in found.changes]
    assert ("measure.change", "Tổ soạn thảo", "Rõ hơn") in told
    assert [label for label, _, _ in told] == [
        "workshop.propose",
        "workshop.accept",
        "measure.change",
        "workshop.decide",
    ]
    assert found.changes[2].time == "2026-11-20T08:08:00.000+00:00"


def test_what_was_undone_is_not_told_but_is_among_the_steps(plan: Plan, clock: FakeClock, cell: Cell) -> None:
    meeting = opened(plan)
    act(plan, clock, 1, "measure.add", measures.add, *cell, MeasureFields(text="Nhầm"))
    plan.undo()
    act(plan, clock, 1, "measure.add", measures.add, cell[0], 1, 1, MeasureFields(text="Đúng"))
    plan.undo()
    plan.redo()
    minutes = plan.read(workshops.minutes, meeting)
    assert [one.code for one in minutes.cells] == ["SOI5.KFA1.KF1"]
    assert minutes.cells[0].after == ("Đúng",)
    assert [step.kind for step in minutes.steps] == ["edit", "edit", "undo", "edit", "undo", "redo"]
    assert [step.stands for step in minutes.steps] == [True, False, False, True, False, False]


def test_a_measure_that_moves_is_told_of_in_both_cells(plan: Plan, clock: FakeClock, cell: Cell) -> None:
    moved = plan.edit("measure.add", measures.add, *cell, MeasureFields(text="Việc")).result
    target = plan.read(initiatives.find, "SOI7")
    meeting = opened(plan)
    act(plan, clock, 2, "measure.move", measures.move, moved, target, 8, 4, why="Đúng chủ trì")
    found = cells(plan, meeting)
    assert (found["SOI5.KFA3.KF2"].before, found["SOI5.KFA3.KF2"].after) == (("Việc",), ())
    assert (found["SOI7.KFA8.KF4"].before, found["SOI7.KFA8.KF4"].after) == ((), ("Việc",))
    assert [one.used for one in found.values()] == [60, 60]
    assert all(one.changes[0].why == "Đúng chủ trì" for one in found.values())


def test_what_touches_no_cell_is_told_apart_and_the_agenda_gives_the_order(
    plan: Plan, clock: FakeClock, cell: Cell
) -> None:
    owner = cell[0]
    meeting = opened(plan, AgendaEntry(owner, 8, 4), AgendaEntry(*cell, 10))
    act(plan, clock, 1, "measure.add", measures.add, owner, 1, 2, MeasureFields(text="Ngoài chương trình"))
    act(plan, clock, 1, "answer.write", answers.write, owner, "O1", "Sửa tại phiên")
    minutes = plan.read(workshops.minutes, meeting)
    assert [one.code for one in minutes.cells] == ["SOI5.KFA8.KF4", "SOI5.KFA3.KF2", "SOI5.KFA1.KF2"]
    assert [one.planned for one in minutes.cells] == [0, 10, None]
    assert [step.label for step in minutes.other_changes] == ["answer.write"]
    assert minutes.ended == "2026-11-20T08:02:00.000+00:00"


def test_a_later_workshop_does_not_change_the_minutes_of_an_earlier_one(
    plan: Plan, clock: FakeClock, cell: Cell
) -> None:
    first = opened(plan)
    made = act(plan, clock, 1, "measure.add", measures.add, *cell, MeasureFields(text="Một"))
    plan.edit("workshop.close", editing.close_workshop, first)
    told = plan.read(workshops.minutes, first)
    second = opened(plan)
    act(plan, clock, 1, "measure.remove", measures.remove, made)
    plan.undo()
    act(plan, clock, 1, "measure.change", measures.change, made, MeasureFields(text="Hai"))
    assert plan.read(workshops.minutes, first) == told
    assert cells(plan, second)["SOI5.KFA3.KF2"].before == ("Một",)
    assert [one.number for one in plan.read(workshops.every)] == [1, 2]


def test_closing_undone_goes_on_until_it_is_closed_again(plan: Plan, clock: FakeClock, cell: Cell) -> None:
    meeting = opened(plan)
    plan.edit("workshop.close", editing.close_workshop, meeting)
    plan.undo()
    act(plan, clock, 1, "measure.add", measures.add, *cell, MeasureFields(text="Thêm"))
    last = plan.edit("workshop.close", editing.close_workshop, meeting).sequence
    minutes = plan.read(workshops.minutes, meeting)
    assert minutes.workshop.last == last
    assert minutes.cells[0].after == ("Thêm",)


def test_a_copy_without_history_tells_what_it_still_has(plan: Plan, cell: Cell) -> None:
    meeting = opened(plan)
    plan.edit("workshop.propose", editing.propose, meeting, *cell, "Mới", "Mai")
    plan.close()
    copy = plan.path.with_name("Bản sao.soi")
    write_copy(plan.path, copy, without_history=True)
    with Plan.open(copy, author="Ai đó") as other:
        for number in range(3):
            other.edit("measure.add", measures.add, *cell, MeasureFields(text=f"Khác {number}"))
        minutes = other.read(workshops.minutes, meeting)
    assert minutes.steps == ()
    assert [one.text for one in minutes.cells[0].proposals] == ["Mới"]
    assert minutes.cells[0].before == minutes.cells[0].after
