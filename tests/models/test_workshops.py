"""A workshop: proposals become measures or stay in the record, and what a closed one recorded stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.editing import measures as editing_measures
from models.editing import workshops as editing
from models.editing.measures import NO_COST, MeasureFields
from models.editing.workshops import AgendaEntry
from models.errors import UserError
from models.plan import Attendee, Proposal, ProposalState
from models.reading import initiatives, measures, workshops
from models.store.plan import Plan
from tests.models.desk import FakeClock

Cell = tuple[str, int, int]


@pytest.fixture
def cell(plan: Plan) -> Cell:
    return plan.read(initiatives.find, "SOI5"), 3, 2


@pytest.fixture
def meeting(plan: Plan) -> str:
    there = (Attendee("Trần Thị Mai", "Bộ Tài chính"), Attendee("Phạm Dũng", ""))
    return str(plan.edit("workshop.open", editing.open_workshop, "Họp quý IV", "Nguyễn Bình", there).result)


def proposed(plan: Plan, cell: Cell, text: str = "Lập sàn dữ liệu", **given: Any) -> str:
    return str(plan.edit("workshop.propose", editing.propose, None, *cell, text, **given).result)


def one(plan: Plan, proposal_id: str) -> Proposal:
    meetings = plan.read(workshops.every)
    every = [found for meeting in meetings for found in plan.read(workshops.proposals, meeting.id)]
    return next(found for found in every if found.id == proposal_id)


def test_a_workshop_is_read_as_it_was_opened_changed_and_closed(plan: Plan, clock: FakeClock, meeting: str) -> None:
    found = plan.read(workshops.current)
    assert found is not None
    assert (found.id, found.number, found.title, found.facilitator) == (meeting, 1, "Họp quý IV", "Nguyễn Bình")
    assert found.attendees == (Attendee("Trần Thị Mai", "Bộ Tài chính"), Attendee("Phạm Dũng", ""))
    clock.let_pass(60)
    there = (Attendee("  Lê   Hà ", ""),)
    plan.edit("workshop.change", editing.change_workshop, meeting, "Họp <b>sáng</b>", attendees=there)
    closing = plan.edit("workshop.close", editing.close_workshop, meeting)
    found = plan.read(workshops.one, meeting)
    assert (found.title, found.facilitator, found.attendees) == (
        "Họp <b>sáng</b>",
        "Nguyễn Bình",
        (Attendee("Lê Hà", ""),),
    )
    assert (found.opened, found.closed) == ("2026-11-20T08:00:00.000+00:00", "2026-11-20T08:01:00.000+00:00")
    assert (found.first, found.last) == (closing.sequence - 2, closing.sequence)
    assert plan.read(workshops.current) is None


def test_the_agenda_keeps_the_notes_of_cells_that_stay(plan: Plan, cell: Cell, meeting: str) -> None:
    other = (cell[0], 8, 4)
    entries = [AgendaEntry(*cell, 15, "Hỏi BTC trước"), AgendaEntry(*other, 5)]
    first, second = plan.edit("workshop.agenda", editing.set_agenda, meeting, entries).result  # type: ignore[misc]
    plan.edit("workshop.note", editing.write_note, second, "Nói ngắn")
    again = [AgendaEntry(*other, 10), AgendaEntry(cell[0], 1, 1, 20), AgendaEntry(*cell, 15)]
    plan.edit("workshop.agenda", editing.set_agenda, meeting, again)
    agenda = plan.read(workshops.one, meeting).agenda
    assert [(item.kfa, item.kf, item.minutes, item.note) for item in agenda] == [
        (8, 4, 10, "Nói ngắn"),
        (1, 1, 20, ""),
        (3, 2, 15, "Hỏi BTC trước"),
    ]
    assert (agenda[0].id, agenda[2].id) == (second, first)


def test_a_proposal_without_a_workshop_opens_one_of_the_day(plan: Plan, cell: Cell) -> None:
    step = plan.edit("workshop.propose", editing.propose, None, *cell, " Lập sàn\ndữ liệu ", " Trần  Mai ")
    meeting = plan.read(workshops.current)
    assert meeting is not None
    assert meeting.title == "Phiên làm việc ngày 20/11/2026"
    assert meeting.first == step.sequence
    (found,) = plan.read(workshops.proposals, meeting.id, cell)
    assert (found.text, found.proposer, found.state) == ("Lập sàn\ndữ liệu", "Trần Mai", ProposalState.OPEN)
    assert plan.read(workshops.proposals, meeting.id, (cell[0], 1, 1)) == ()
    plan.undo()
    assert plan.read(workshops.every) == ()


def test_an_accepted_proposal_is_a_measure_and_each_act_is_one_step(plan: Plan, cell: Cell, meeting: str) -> None:
    mine = proposed(plan, cell, proposer="2-017")
    before = plan.content_digest()
    step = plan.edit("workshop.accept", editing.accept, mine, MeasureFields(lead="btc"), "Đủ nguồn", why="Đủ nguồn")
    made = plan.read(measures.one, str(step.result))
    assert (made.text, made.lead, made.kfa, made.kf, made.initiative) == ("Lập sàn dữ liệu", "BTC", 3, 2, cell[0])
    judged = one(plan, mine)
    assert (judged.state, judged.reason, judged.measure) == (ProposalState.ACCEPTED, "Đủ nguồn", made.id)
    assert judged.decided is not None
    plan.undo()
    assert plan.content_digest() == before
    plan.redo()
    assert one(plan, mine).measure == made.id


def test_a_proposal_whose_measure_stands_is_not_judged_again(plan: Plan, cell: Cell, meeting: str) -> None:
    mine = proposed(plan, cell)
    made = plan.edit("workshop.accept", editing.accept, mine).result
    for again in (editing.accept, editing.park, editing.reject, editing.reopen, editing.remove_proposal):
        with pytest.raises(UserError) as refused:
            plan.edit("workshop.reopen", again, mine)
        assert "SOI5.KFA3.KF2" in refused.value.sentence("vi")
    plan.edit("measure.remove", editing_measures.remove, made)
    assert one(plan, mine).measure is None
    plan.edit("workshop.reopen", editing.reopen, mine)
    assert (one(plan, mine).state, one(plan, mine).decided) == (ProposalState.OPEN, None)
    plan.undo()
    plan.undo()
    assert one(plan, mine).measure == made


def test_parked_and_rejected_proposals_keep_their_reasons(plan: Plan, cell: Cell, meeting: str) -> None:
    first, second = proposed(plan, cell, "Một"), proposed(plan, cell, "Hai")
    plan.edit("workshop.park", editing.park, first, "Chờ ý kiến")
    plan.edit("workshop.reject", editing.reject, second, "Trùng")
    plan.edit("workshop.change_proposal", editing.change_proposal, second, "Hai, sửa", "Mai")
    assert (one(plan, first).state, one(plan, first).reason) == (ProposalState.PARKED, "Chờ ý kiến")
    assert (one(plan, second).text, one(plan, second).proposer) == ("Hai, sửa", "Mai")
    plan.edit("workshop.reopen", editing.reopen, first)
    assert (one(plan, first).state, one(plan, first).reason) == (ProposalState.OPEN, "")
    plan.edit("workshop.remove_proposal", editing.remove_proposal, second)
    assert [found.text for found in plan.read(workshops.proposals, meeting)] == ["Một"]


def test_a_silent_round_is_hidden_until_it_is_revealed_cell_by_cell_or_whole(
    plan: Plan, cell: Cell, meeting: str
) -> None:
    elsewhere = (cell[0], 1, 1)
    ids = [proposed(plan, place, f"Kín {number}", is_silent=True) for number, place in enumerate((cell, elsewhere))]
    aloud = proposed(plan, cell, "Nói to")
    assert [one(plan, key).is_revealed for key in (*ids, aloud)] == [False, False, True]
    assert plan.edit("workshop.reveal", editing.reveal, meeting, *cell).result == 1
    assert [one(plan, key).is_revealed for key in ids] == [True, False]
    assert plan.edit("workshop.reveal", editing.reveal, None).result == 1
    assert plan.edit("workshop.reveal", editing.reveal, None).is_empty
    assert all(one(plan, key).is_silent and one(plan, key).is_revealed for key in ids)


def test_votes_are_set_as_a_count(plan: Plan, cell: Cell, meeting: str) -> None:
    mine = proposed(plan, cell)
    plan.edit("workshop.vote", editing.vote, mine, 7)
    plan.edit("workshop.vote", editing.vote, mine, 5)
    assert one(plan, mine).votes == 5
    with pytest.raises(UserError):
        plan.edit("workshop.vote", editing.vote, mine, -1)


def test_a_decision_is_recorded_changed_and_removed(plan: Plan, cell: Cell, meeting: str) -> None:
    made = plan.edit("workshop.decide", editing.decide, None, *cell, "Giao BTC", "Đã thống nhất").result
    plan.edit("workshop.change_decision", editing.change_decision, made, "Giao BKHCN")
    (found,) = plan.read(workshops.decisions, meeting)
    assert (found.text, found.reason, found.kfa, found.kf) == ("Giao BKHCN", "Đã thống nhất", 3, 2)
    plan.edit("workshop.remove_decision", editing.remove_decision, made)
    assert plan.read(workshops.decisions, meeting) == ()


Act = Callable[[Plan, Cell, str, str], Any]
REFUSED: dict[str, Act] = {
    "a second open workshop": lambda plan, cell, meeting, mine: plan.edit("x", editing.open_workshop, "Nữa"),
    "a workshop without a title": lambda plan, cell, meeting, mine: plan.edit(
        "x", editing.change_workshop, meeting, " "
    ),
    "an attendee without a name": lambda plan, cell, meeting, mine: plan.edit(
        "x", editing.change_workshop, meeting, attendees=[Attendee(" ", "BTC")]
    ),
    "a proposal without words": lambda plan, cell, meeting, mine: plan.edit(
        "x", editing.propose, meeting, *cell, " \n"
    ),
    "a decision without words": lambda plan, cell, meeting, mine: plan.edit("x", editing.decide, meeting, *cell, ""),
    "a cell that is none": lambda plan, cell, meeting, mine: plan.edit(
        "x", editing.propose, meeting, cell[0], 9, 1, "a"
    ),
    "an initiative that is none": lambda plan, cell, meeting, mine: plan.edit(
        "x", editing.propose, meeting, "nothing", 1, 1, "a"
    ),
    "a control character": lambda plan, cell, meeting, mine: plan.edit("x", editing.propose, meeting, *cell, "a\x1bb"),
    "minutes below none": lambda plan, cell, meeting, mine: plan.edit(
        "x", editing.set_agenda, meeting, [AgendaEntry(*cell, -5)]
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_nothing_is_left(plan: Plan, cell: Cell, meeting: str, name: str) -> None:
    mine = proposed(plan, cell)
    before = plan.file_digest()
    with pytest.raises(UserError) as refused:
        REFUSED[name](plan, cell, meeting, mine)
    assert refused.value.sentence("vi") != refused.value.sentence("en")
    assert plan.file_digest() == before


def test_a_closed_workshop_records_no_more(plan: Plan, cell: Cell, meeting: str) -> None:
    mine = proposed(plan, cell)
    (item,) = plan.edit("workshop.agenda", editing.set_agenda, meeting, [AgendaEntry(*cell)]).result  # type: ignore[misc]
    plan.edit("workshop.close", editing.close_workshop, meeting)
    acts: tuple[Callable[[], Any], ...] = (
        lambda: plan.edit("x", editing.propose, meeting, *cell, "Muộn"),
        lambda: plan.edit("x", editing.accept, mine),
        lambda: plan.edit("x", editing.vote, mine, 3),
        lambda: plan.edit("x", editing.decide, meeting, *cell, "Muộn"),
        lambda: plan.edit("x", editing.set_agenda, meeting, []),
        lambda: plan.edit("x", editing.close_workshop, meeting),
        lambda: plan.edit("x", editing.reveal, None),
    )
    for act in acts:
        with pytest.raises(UserError):
            act()
    assert plan.edit("workshop.note", editing.write_note, item, "Nhớ gửi biên bản").rows
    assert one(plan, mine).state is ProposalState.OPEN


def test_a_measure_has_an_indicator_a_cost_and_who_confirmed_it(plan: Plan, cell: Cell) -> None:
    given = MeasureFields(text="a", indicator="Tỷ lệ (%)", cost=1200)
    made = str(plan.edit("measure.add", editing_measures.add, *cell, given).result)
    assert (plan.read(measures.one, made).indicator, plan.read(measures.one, made).cost) == ("Tỷ lệ (%)", 1200)
    assert plan.read(measures.one, made).confirmed is None
    plan.edit("measure.confirm", editing_measures.confirm, made)
    assert plan.edit("measure.confirm", editing_measures.confirm, made).is_empty
    confirmed = plan.read(measures.one, made)
    assert (str(confirmed.confirmed), confirmed.confirmed_by) == ("2026-11-20", "Tổ soạn thảo")
    copy = editing_measures.copied(confirmed)
    assert (copy.cost, copy.indicator, copy.confirmed) == (1200, "Tỷ lệ (%)", None)
    plan.edit("measure.change", editing_measures.change, made, MeasureFields(cost=NO_COST, indicator=""))
    assert (plan.read(measures.one, made).cost, plan.read(measures.one, made).indicator) == (None, "")
    with pytest.raises(UserError):
        plan.edit("measure.change", editing_measures.change, made, MeasureFields(cost=-7))
