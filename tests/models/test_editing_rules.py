"""What may be written into a plan, and what is refused with which sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.editing import answers, cycles, dependencies, initiatives, measures, plans
from models.editing.measures import NO_DAY, MeasureFields
from models.errors import UsageError, UserError
from models.messages import LANGUAGES
from models.method import Bilingual, MethodPack
from models.plan import (
    Answer,
    AnswerStatus,
    DependencyKind,
    InitiativeContent,
    InitiativeStatus,
    Measure,
    MeasureStatus,
)
from models.reading import dependencies as reading_dependencies
from models.reading import initiatives as reading
from models.reading import measures as reading_measures
from models.store.plan import Plan

NOBODY = "00000000-0000-0000-0000-000000000000"


class Desk:
    """A plan with the initiative SOI5 and one measure of it at hand."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.owner = plan.read(reading.find, "SOI5")
        self.other = plan.read(reading.find, "SOI6")
        self.made = self.do(measures.add, self.owner, 3, 2, MeasureFields(text="việc", origin=["o1", "S"]))

    def do(self, function: Callable[..., Any], *args: Any, **more: Any) -> Any:
        return self.plan.edit("answer.write", function, *args, **more).result

    def answer(self, question: str = "O1") -> Answer:
        content = self.content()
        return {**content.answers, **content.conclusions}[question]

    def content(self) -> InitiativeContent:
        return self.plan.read(reading.contents, [self.owner])[0]

    def measure(self) -> Measure:
        return self.plan.read(reading_measures.one, self.made)


@pytest.fixture
def desk(plan: Plan) -> Desk:
    return Desk(plan)


PRECEDES = DependencyKind.PRECEDES
REFUSED: dict[str, tuple[str, type[UserError], Callable[[Desk], tuple[Any, ...]]]] = {
    "an unknown question": ("code.question", UsageError, lambda d: (answers.write, d.owner, "Q9", "x")),
    "an unknown initiative": ("edit.gone", UserError, lambda d: (answers.write, NOBODY, "O1", "x")),
    "an empty title": ("initiative.no_title", UserError, lambda d: (initiatives.add, "C5", Bilingual(" ", "x"))),
    "an unknown basis": ("code.basis", UsageError, lambda d: (initiatives.add, "C13", Bilingual("x", ""))),
    "an unknown cell": ("code.cell", UsageError, lambda d: (measures.add, d.owner, 9, 1, MeasureFields(text="x"))),
    "a measure without words": ("measure.no_text", UserError, lambda d: (measures.add, d.owner, 1, 1, MeasureFields())),
    "a measure of nothing": ("edit.gone", UserError, lambda d: (measures.add, NOBODY, 1, 1, MeasureFields(text="x"))),
    "emptying a measure": ("measure.no_text", UserError, lambda d: (measures.change, d.made, MeasureFields(text=" "))),
    "progress over 100": (
        "measure.progress",
        UserError,
        lambda d: (measures.change, d.made, MeasureFields(progress=101)),
    ),
    "progress under 0": (
        "measure.progress",
        UserError,
        lambda d: (measures.change, d.made, MeasureFields(progress=-1)),
    ),
    "a due day before the start": (
        "measure.dates",
        UserError,
        lambda d: (measures.change, d.made, MeasureFields(start=date(2026, 2, 1), due=date(2026, 1, 31))),
    ),
    "an unknown lead": ("code.actor", UsageError, lambda d: (measures.change, d.made, MeasureFields(lead="BỘ"))),
    "an unknown support": ("code.actor", UsageError, lambda d: (measures.change, d.made, MeasureFields(support=["x"]))),
    "an unknown origin": (
        "code.question",
        UsageError,
        lambda d: (measures.change, d.made, MeasureFields(origin=["C9"])),
    ),
    "an unknown clause": ("code.clause", UsageError, lambda d: (measures.change, d.made, MeasureFields(cites=["NQ1"]))),
    "a removed measure": ("edit.gone", UserError, lambda d: (measures.remove, NOBODY)),
    "confirming a removed measure": ("edit.gone", UserError, lambda d: (measures.confirm, NOBODY)),
    "moving to an unknown cell": ("code.cell", UsageError, lambda d: (measures.move, d.made, d.owner, 3, 5)),
    "moving to no initiative": ("edit.gone", UserError, lambda d: (measures.move, d.made, NOBODY, 3, 1)),
    "moving a removed measure": ("edit.gone", UserError, lambda d: (measures.move, NOBODY, d.owner, 3, 1)),
    "a link to itself": ("dependency.itself", UserError, lambda d: (dependencies.write, d.owner, d.owner, PRECEDES, 1)),
    "a strength of 4": (
        "dependency.strength",
        UserError,
        lambda d: (dependencies.write, d.owner, d.other, PRECEDES, 4),
    ),
    "removing no link": ("dependency.none", UserError, lambda d: (dependencies.write, d.owner, d.other, PRECEDES, 0)),
    "a link from nothing": ("edit.gone", UserError, lambda d: (dependencies.write, NOBODY, d.other, PRECEDES, 1)),
    "a cycle of nothing": ("edit.gone", UserError, lambda d: (cycles.close, NOBODY)),
    "a second open cycle": ("cycle.still_open", UserError, lambda d: (cycles.start, d.owner)),
}
REFUSED_WITH_NAMES: dict[str, tuple[str, Callable[..., Any], dict[str, Any]]] = {
    "an answer without words called done": (
        "answer.done_but_empty",
        answers.write,
        {"question": "O1", "text": " ", "status": AnswerStatus.DONE},
    ),
    "an answer that cites nothing known": (
        "code.clause",
        answers.write,
        {"question": "O1", "text": "x", "cites": ["NQ1"]},
    ),
    "an empty title": ("initiative.no_title", initiatives.change, {"title": Bilingual("", "x")}),
    "an unknown lead": ("code.actor", initiatives.change, {"lead": "BỘ"}),
    "an unknown support": ("code.actor", initiatives.change, {"support": ["BỘ"]}),
    "an unknown frame item": ("code.frame", initiatives.change, {"frame": ["Z1"]}),
    "a stakeholder without a name": (
        "stakeholder.no_name",
        answers.write,
        {"question": "O2", "text": "x", "stakeholders": [" "]},
    ),
    "approval without a lead": ("initiative.no_lead", initiatives.change, {"status": InitiativeStatus.APPROVED}),
}


def assert_refused(desk: Desk, message_id: str, kind: type[UserError], *args: Any, **more: Any) -> None:
    before = desk.plan.file_digest()
    with pytest.raises(kind) as refused:
        desk.do(*args, **more)
    assert refused.value.message_id == message_id
    assert all(refused.value.sentence(language) for language in LANGUAGES)
    assert desk.plan.file_digest() == before


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused(desk: Desk, what: str) -> None:
    message_id, kind, step = REFUSED[what]
    assert_refused(desk, message_id, kind, *step(desk))


@pytest.mark.parametrize("what", REFUSED_WITH_NAMES)
def test_it_is_refused_whatever_else_was_right(desk: Desk, what: str) -> None:
    message_id, function, given = REFUSED_WITH_NAMES[what]
    assert_refused(desk, message_id, UserError, function, desk.owner, **given)


def test_an_approved_initiative_keeps_a_lead_and_an_owner(desk: Desk) -> None:
    assert_refused(
        desk,
        "initiative.no_owner",
        UserError,
        initiatives.change,
        desk.owner,
        lead="btc",
        status=InitiativeStatus.CARRYING,
    )
    desk.do(initiatives.change, desk.owner, lead="btc", owner=" Cục  trưởng ", status=InitiativeStatus.APPROVED)
    assert (desk.content().initiative.lead, desk.content().initiative.owner) == ("BTC", "Cục trưởng")
    assert_refused(desk, "initiative.no_lead", UserError, initiatives.change, desk.owner, lead="")
    assert_refused(desk, "initiative.no_owner", UserError, initiatives.change, desk.owner, owner=" ")


def test_a_plan_without_a_title_is_not_laid_down(tmp_path: Path, method: MethodPack) -> None:
    with Plan.create(tmp_path / "mới.soi", method) as plan, pytest.raises(UserError) as refused:
        try:
            plan.found("plan.create", plans.found, Bilingual(" ", ""), "vi")
        finally:
            plan.abandon()
    assert refused.value.message_id == "plan.no_title"


@pytest.mark.parametrize(
    ("text", "wanted", "status"),
    [
        ("lời", None, "draft"),
        ("lời", AnswerStatus.DONE, "done"),
        ("lời", AnswerStatus.DISCUSS, "discuss"),
        ("lời", AnswerStatus.EMPTY, "draft"),
        ("", AnswerStatus.DISCUSS, "discuss"),
        (" ", None, "empty"),
    ],
)
def test_the_status_of_an_answer_follows_its_words(
    desk: Desk, text: str, wanted: AnswerStatus | None, status: str
) -> None:
    desk.do(answers.write, desk.owner, "O1", text, status=wanted)
    assert desk.answer().status == status


def test_an_answer_that_loses_its_words_is_empty_and_one_that_changes_keeps_its_status(desk: Desk) -> None:
    desk.do(answers.write, desk.owner, "O1", "lời", status=AnswerStatus.DONE)
    desk.do(answers.write, desk.owner, "O1", "lời khác")
    assert desk.answer().status is AnswerStatus.DONE
    desk.do(answers.write, desk.owner, "O1", "")
    assert desk.answer().status is AnswerStatus.EMPTY


def test_measures_are_marked_for_review_when_the_answer_they_came_from_changes(desk: Desk) -> None:
    desk.do(answers.write, desk.owner, "O1", "lời đầu")
    assert desk.measure().review == ()
    desk.do(answers.write, desk.owner, "O1", status=AnswerStatus.DONE, cites=["NQ52.III.3.1"])
    desk.do(answers.write, desk.owner, "O2", "câu khác")
    desk.do(answers.write, desk.owner, "O2", "câu khác nữa")
    assert desk.measure().review == ()
    desk.do(answers.write, desk.owner, "O1", "lời sau")
    desk.do(answers.write, desk.owner, "S", "kết luận")
    desk.do(answers.write, desk.owner, "S", "kết luận sau")
    assert desk.measure().review == ("O1", "S")


def test_confirming_takes_the_marks_off_and_undo_puts_them_on_again(desk: Desk) -> None:
    for text in ("lời đầu", "lời sau"):
        desk.do(answers.write, desk.owner, "O1", text)
    desk.do(measures.confirm, desk.made)
    assert desk.measure().review == ()
    desk.plan.undo()
    assert desk.measure().review == ("O1",)
    desk.plan.undo()
    assert desk.measure().review == ()
    desk.plan.redo()
    desk.plan.redo()
    assert desk.measure().review == ()


def test_a_closed_cycle_is_only_read(desk: Desk) -> None:
    desk.do(answers.write, desk.owner, "O1", "lời")
    desk.do(cycles.close, desk.owner, "hết quý")
    assert desk.content().initiative.cycle_closed is not None
    assert_refused(desk, "cycle.closed", UserError, answers.write, desk.owner, "O1", "khác")
    assert_refused(desk, "cycle.closed", UserError, cycles.close, desk.owner)
    assert desk.answer().text == "lời"


def test_a_new_cycle_starts_with_the_answers_of_the_last_one_and_their_citations(desk: Desk) -> None:
    desk.do(answers.write, desk.owner, "O1", "lời", status=AnswerStatus.DONE, cites=["QD2289.IV.3.2", "NQ52.III.3.1"])
    desk.do(answers.write, desk.owner, "O", "kết luận")
    before = (desk.answer("O1"), desk.answer("O"))
    desk.do(cycles.close, desk.owner)
    assert desk.do(cycles.start, desk.owner) == 2
    copied = (desk.answer("O1"), desk.answer("O"))
    for old, new in zip(before, copied, strict=True):
        assert (new.text, new.status, new.cites, new.author) == (old.text, old.status, old.cites, old.author)
    desk.do(answers.write, desk.owner, "O1", "lời vòng hai")
    for _ in range(2):
        desk.plan.undo()
    assert (desk.content().initiative.cycle, desk.answer("O1").text) == (1, "lời")


def test_a_measure_called_done_is_at_100_percent_unless_its_progress_is_given(desk: Desk) -> None:
    desk.do(measures.change, desk.made, MeasureFields(status=MeasureStatus.DONE))
    assert desk.measure().progress == 100
    desk.do(measures.change, desk.made, MeasureFields(status=MeasureStatus.DONE, progress=90))
    assert desk.measure().progress == 90


def test_a_day_can_be_emptied_and_fields_not_given_stay(desk: Desk) -> None:
    desk.do(measures.change, desk.made, MeasureFields(start=date(2026, 1, 1), due=date(2026, 1, 1), person="Hà"))
    desk.do(measures.change, desk.made, MeasureFields(due=NO_DAY))
    assert (desk.measure().start, desk.measure().due, desk.measure().person) == (date(2026, 1, 1), None, "Hà")


def test_codes_are_taken_in_any_case_and_kept_as_the_documents_write_them(desk: Desk) -> None:
    desk.do(measures.change, desk.made, MeasureFields(lead="bkhđt", cites=["qd2289.iv.3.2", "QD2289.IV.3.2"]))
    assert (desk.measure().lead, desk.measure().cites, desk.measure().origin) == (
        "BKHĐT",
        ("QD2289.IV.3.2",),
        ("O1", "S"),
    )


def test_a_measure_that_is_moved_goes_to_the_end_of_the_cell(desk: Desk) -> None:
    for text in ("một", "hai"):
        desk.do(measures.add, desk.other, 1, 1, MeasureFields(text=text))
    desk.do(measures.move, desk.made, desk.other, 1, 1)
    placed = desk.plan.read(reading_measures.by_initiative, [desk.other])[desk.other]
    assert [one.text for one in placed] == ["một", "hai", "việc"]
    assert desk.plan.edit("measure.move", measures.move, desk.made, desk.other, 1, 1).is_empty


def test_a_link_keeps_its_reason_until_another_is_given(desk: Desk) -> None:
    desk.do(dependencies.write, desk.owner, desk.other, PRECEDES, 1, "vì thế")
    desk.do(dependencies.write, desk.owner, desk.other, PRECEDES, 3)
    desk.do(dependencies.write, desk.owner, desk.other, DependencyKind.ENABLES, 2)
    links = {link.kind.value: (link.strength, link.why) for link in desk.plan.read(reading_dependencies.every)}
    assert links == {"precedes": (3, "vì thế"), "enables": (2, "")}
