"""What an answer said before can be read again, whatever was undone and made again since."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from models.editing import answers, cycles
from models.plan import AnswerStatus, AnswerVersion
from models.reading import initiatives, versions
from models.store.plan import Plan
from tests.models.desk import FakeClock
from tests.models.journal.planner import Planner


@pytest.fixture
def owner(plan: Plan) -> str:
    return plan.read(initiatives.find, "SOI5")


def write(plan: Plan, owner: str, text: str | None = None, **given: object) -> None:
    plan.edit("answer.write", answers.write, owner, "O1", text, **given)


def history(plan: Plan, owner: str, question: str = "O1") -> tuple[AnswerVersion, ...]:
    found = plan.read(versions.of_answer, owner, question)
    assert plan.read(versions.count_of, owner).get(question, 0) == len(found)
    return found


def texts(plan: Plan, owner: str) -> list[str]:
    return [one.text for one in history(plan, owner)]


def test_an_answer_that_was_never_written_has_no_versions(plan: Plan, owner: str) -> None:
    assert history(plan, owner) == ()
    assert plan.read(versions.count_of, owner) == {}


def test_each_step_that_wrote_the_answer_is_a_version_newest_first(plan: Plan, owner: str, clock: FakeClock) -> None:
    write(plan, owner, "một", cites=["NQ52.III.3.1"])
    clock.let_pass(60)
    write(plan, owner, status=AnswerStatus.DONE, stakeholders=["Hộ dân"])
    clock.let_pass(60)
    write(plan, owner, "hai", cites=["QD2289.IV.3.2", "NQ52.III.3.1"])
    newest, second, first = history(plan, owner)
    assert (first.text, first.status, first.cites, first.stakeholders) == ("một", "draft", ("NQ52.III.3.1",), ())
    assert (second.text, second.status, second.stakeholders) == ("một", "done", ("Hộ dân",))
    assert (newest.text, newest.cites) == ("hai", ("QD2289.IV.3.2", "NQ52.III.3.1"))
    assert first.time < second.time < newest.time
    assert first.sequence < second.sequence < newest.sequence
    assert newest.author == "Tổ soạn thảo"
    assert {one.cycle for one in (first, second, newest)} == {1}


def test_undo_and_redo_lead_back_to_versions_and_add_none(plan: Plan, owner: str) -> None:
    for text in ("một", "hai", "ba"):
        write(plan, owner, text)
    for step in (plan.undo, plan.undo, plan.redo, plan.undo, plan.undo, plan.redo):
        step()
        assert texts(plan, owner) == ["ba", "hai", "một"]


def test_what_was_undone_and_written_anew_can_still_be_read(plan: Plan, owner: str) -> None:
    write(plan, owner, "bị bỏ", cites=["NQ52.III.3.1"], stakeholders=["Sinh viên"])
    plan.undo()
    write(plan, owner, "mới")
    newest, lost = history(plan, owner)
    assert newest.text == "mới"
    assert (newest.cites, newest.stakeholders) == ((), ())
    assert (lost.text, lost.cites, lost.stakeholders) == ("bị bỏ", ("NQ52.III.3.1",), ("Sinh viên",))


def test_versions_reach_over_the_cycles_and_a_copy_is_none(plan: Plan, owner: str) -> None:
    write(plan, owner, "vòng một")
    plan.edit("cycle.close", cycles.close, owner)
    plan.edit("cycle.start", cycles.start, owner)
    assert texts(plan, owner) == ["vòng một"]
    write(plan, owner, "vòng hai")
    assert [(one.cycle, one.text) for one in history(plan, owner)] == [(2, "vòng hai"), (1, "vòng một")]
    plan.undo()
    plan.undo()
    assert texts(plan, owner) == ["vòng hai", "vòng một"]


def test_typing_is_one_version(plan: Plan, owner: str) -> None:
    for text in ("m", "mộ", "một"):
        plan.edit("answer.write", answers.write, owner, "O1", text, typing="SOI5.O1")
    assert texts(plan, owner) == ["một"]


def test_after_any_steps_the_answer_stands_among_its_versions_and_all_are_counted(
    open_copy: Callable[[], Plan], clock: FakeClock
) -> None:
    random = Random(4)
    planner = Planner(open_copy, clock, look_every=1000)
    seen: dict[tuple[str, str], set[tuple[object, ...]]] = {}
    for _ in range(250):
        random.choice((planner.undo, planner.redo, *(lambda: planner.step(random),) * 5))()
        for content in planner.plan.read(initiatives.contents):
            for code, one in {**content.answers, **content.conclusions}.items():
                state = (one.text, one.status, one.cites, one.stakeholders)
                seen.setdefault((content.initiative.id, code), set()).add(state)
    for (owner, code), states in seen.items():
        found = {(one.text, one.status, one.cites, one.stakeholders) for one in history(planner.plan, owner, code)}
        assert states <= found, (owner, code)
    assert sum(len(states) for states in seen.values()) > 10
