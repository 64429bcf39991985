"""Initiatives are put away with all they hold, brought back, and put in order; cycles stand beside each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.editing import answers, cycles, dependencies, initiatives, layouts, measures
from models.editing.measures import MeasureFields
from models.errors import UsageError, UserError
from models.method import Bilingual
from models.plan import AnswerStatus, DependencyKind
from models.reading import cycles as reading_cycles
from models.reading import dependencies as reading_dependencies
from models.reading import desks, networks, overviews, sheets, stakeholders
from models.reading import initiatives as reading
from models.search import entries
from models.store.plan import Plan
from tests.models.desk import FakeClock

ON = date(2026, 11, 22)


@pytest.fixture
def owner(plan: Plan) -> str:
    """SOI5 with an answer, a late measure that cites, links and a place in the network."""
    found, other = plan.read(reading.find, "SOI5"), plan.read(reading.find, "SOI6")
    plan.edit("answer.write", answers.write, found, "O2", "lời hiếm", stakeholders=["Hộ dân", "Sinh viên"])
    given = MeasureFields(text="việc", start=date(2026, 1, 1), due=date(2026, 2, 1), cites=["NQ52.III.1.1"])
    plan.edit("measure.add", measures.add, found, 3, 2, given)
    plan.edit("dependency.write", dependencies.write, found, other, DependencyKind.PRECEDES, 2, "vì thế")
    plan.edit("layout.place", layouts.place, found, 10, 20)
    return found


def test_what_was_put_away_is_in_no_list_network_or_count(plan: Plan, owner: str) -> None:
    before = plan.content_digest()
    counted, looked = plan.read(overviews.counts), plan.read(overviews.portfolio, ON)
    plan.edit("initiative.archive", initiatives.archive, owner)
    assert "SOI5" not in plan.read(reading.codes).values()
    assert [one.code for one in plan.read(reading.every, archived=True)] == ["SOI5"]
    assert plan.read(reading.every, archived=True)[0].archived is not None
    assert plan.read(reading.contents, [owner]) == ()
    assert plan.read(sheets.every, [owner]) == ()
    assert plan.read(desks.desk, owner) is None
    assert plan.read(reading_dependencies.every) == ()
    assert plan.read(reading_dependencies.places) == {}
    web = plan.read(networks.web)
    assert len(web.initiatives) == 11 == sum(len(wave) for wave in web.analysis.order)
    now = plan.read(overviews.counts)
    assert (now.initiatives, now.measures) == (counted.initiatives - 1, counted.measures - 1)
    portfolio = plan.read(overviews.portfolio, ON)
    assert looked.concerns.late
    assert portfolio.concerns.late == ()
    assert sum(part.covered for part in looked.coverage) == 1 + sum(part.covered for part in portfolio.coverage)
    assert not [hit for hit in plan.read(lambda reader: list(entries(reader))) if "SOI5" in hit.place]
    with pytest.raises(UsageError) as refused:
        plan.read(reading.find, "SOI5")
    assert refused.value.message_id == "code.archived"
    plan.edit("initiative.restore", initiatives.restore, owner)
    assert plan.content_digest() == before


def test_the_code_of_what_was_put_away_is_given_to_no_other(plan: Plan, owner: str) -> None:
    second = plan.edit("initiative.add", initiatives.add, "C5", Bilingual("Hai", "")).result
    plan.edit("initiative.archive", initiatives.archive, second)
    third = plan.edit("initiative.add", initiatives.add, "C5", Bilingual("Ba", "")).result
    assert plan.read(reading.codes)[third] == "SOI5-3"


def test_initiatives_stand_where_they_are_put_among_those_that_are_shown(plan: Plan, owner: str) -> None:
    def order() -> list[str]:
        return [one.code for one in plan.read(reading.every)]

    start = order()
    plan.edit("initiative.move", initiatives.move, owner, 0)
    assert order() == ["SOI5", *(code for code in start if code != "SOI5")]
    plan.edit("initiative.archive", initiatives.archive, plan.read(reading.find, "SOI1"))
    plan.edit("initiative.move", initiatives.move, owner, 1)
    assert order()[:3] == ["SOI2", "SOI5", "SOI3"]
    plan.edit("initiative.move", initiatives.move, owner, 99)
    assert order()[-1] == "SOI5"
    plan.edit("initiative.move", initiatives.move, owner, -3)
    assert order()[0] == "SOI5"
    assert plan.edit("initiative.move", initiatives.move, owner, 0).is_empty


def test_stakeholders_of_an_initiative_are_those_its_answers_name_in_order(plan: Plan, owner: str) -> None:
    plan.edit("answer.write", answers.write, owner, "A1", "địa bàn", stakeholders=["Bệnh viện", "hộ  DÂN"])
    plan.edit("answer.write", answers.write, owner, "C", "kết", stakeholders=["Trường"])
    found = plan.read(reading.contents, [owner])[0]
    assert found.answers["A1"].stakeholders == ("Bệnh viện", "Hộ dân")
    assert found.initiative.stakeholders == ("Hộ dân", "Sinh viên", "Bệnh viện", "Trường")
    plan.edit("answer.write", answers.write, owner, "O2", stakeholders=[])
    assert plan.read(reading.every)[4].stakeholders == ("Bệnh viện", "Hộ dân", "Trường")
    assert set(plan.read(stakeholders.every)) == {"Hộ dân", "Sinh viên", "Bệnh viện", "Trường"}


@pytest.mark.parametrize("given", [{"stakeholders": ["Hộ dân"]}, {"cites": ["NQ52.III.3.1"]}, {"text": "khác"}])
def test_nothing_of_a_closed_cycle_can_be_written(
    plan: Plan, owner: str, given: dict[str, object], refused_with: Callable[..., None]
) -> None:
    plan.edit("cycle.close", cycles.close, owner, "hết quý")
    refused_with("cycle.closed", answers.write, owner, "O2", **given)


@pytest.fixture
def refused_with(plan: Plan) -> Callable[..., None]:
    def run(message_id: str, *args: object, **given: object) -> None:
        before = plan.file_digest()
        with pytest.raises(UserError) as refused:
            plan.edit("answer.write", *args, **given)  # type: ignore[arg-type]
        assert refused.value.message_id == message_id
        assert plan.file_digest() == before

    return run


def test_an_older_cycle_is_read_and_stands_beside_the_latest(plan: Plan, owner: str, clock: FakeClock) -> None:
    plan.edit("cycle.close", cycles.close, owner, "hết quý")
    clock.let_pass(3600)
    plan.edit("cycle.start", cycles.start, owner)
    plan.edit("answer.write", answers.write, owner, "O2", "lời sau", status=AnswerStatus.DONE)
    latest, older = plan.read(desks.desk, owner), plan.read(desks.desk, owner, 1)
    assert latest is not None
    assert older is not None
    assert (latest.cycle, latest.is_closed, latest.answers["O2"].text) == (2, False, "lời sau")
    assert (older.cycle, older.is_closed, older.answers["O2"].text) == (1, True, "lời hiếm")
    assert latest.answers["O2"].stakeholders == older.answers["O2"].stakeholders == ("Hộ dân", "Sinh viên")
    assert [(span.number, span.reason) for span in latest.cycles] == [(1, "hết quý"), (2, "")]
    assert (latest.versions, latest.comments) == ({"O2": 2}, {})
    found = plan.read(reading_cycles.compare, owner, 1, 2)
    assert (found.first.reason, found.second.closed) == ("hết quý", None)
    assert [one.question for one in found.answers][:5] == ["O1", "O2", "O3", "O", "S1"]
    assert [one.question for one in found.answers if one.has_changed] == ["O2"]
    with pytest.raises(UsageError):
        plan.read(desks.desk, owner, 3)
    with pytest.raises(UsageError):
        plan.read(reading_cycles.compare, owner, 1, 0)


def test_a_desk_shows_where_the_words_of_an_answer_went(plan: Plan, owner: str) -> None:
    given = MeasureFields(text="việc hai", origin=["O1"], words={"O2": "lời hiếm"})
    made = plan.edit("measure.add", measures.add, owner, 1, 4, given).result
    placed = plan.read(desks.desk, owner).placed  # type: ignore[union-attr]
    (went,) = placed["O2"]
    assert (went.measure, went.cell, went.text, went.words) == (made, "KFA1.KF4", "việc hai", "lời hiếm")
    assert (placed["O1"][0].words, went.needs_review) == ("", False)
    plan.edit("answer.write", answers.write, owner, "O2", "lời khác")
    assert plan.read(desks.desk, owner).placed["O2"][0].needs_review  # type: ignore[union-attr]


def test_words_that_a_first_answer_does_not_hold_ask_for_a_review(plan: Plan, owner: str) -> None:
    for question, text in (("S1", "lời  khác"), ("S2", "có lời\nnày ở đây")):
        given = MeasureFields(text=question, words={question: "lời này"})
        made = plan.edit("measure.add", measures.add, owner, 1, 4, given).result
        plan.edit("answer.write", answers.write, owner, question, text)
        content = plan.read(reading.contents, [owner])[0]
        assert next(one for one in content.measures if one.id == made).review == (("S1",) if question == "S1" else ())
