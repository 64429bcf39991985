"""Every step of work is kept, with who, when and why; undo and redo are steps of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from models.access import Transaction
from models.editing import answers, cycles, dependencies, initiatives, measures, plans
from models.editing.measures import MeasureFields
from models.errors import UserError
from models.messages import LANGUAGES, say
from models.method import Bilingual, MethodPack
from models.plan import DependencyKind
from models.reading import history
from models.reading import initiatives as reading
from models.store.plan import Plan


def write(plan: Plan, text: str, question: str = "O1", **more: str) -> None:
    plan.edit("answer.write", answers.write, plan.read(reading.find, "SOI5"), question, text, **more)


def said(plan: Plan, question: str = "O1") -> str:
    found = plan.read(reading.contents, [plan.read(reading.find, "SOI5")])[0].answers.get(question)
    return "" if found is None else found.text


def test_undo_and_redo_work_after_the_plan_was_closed(open_copy: Callable[[], Plan]) -> None:
    with open_copy() as plan:
        write(plan, "một")
        write(plan, "hai")
        plan.undo()
    with open_copy() as plan:
        assert (plan.undoable, plan.redoable) == (1, 1)
        plan.redo()
        assert said(plan) == "hai"
    with open_copy() as plan:
        plan.undo()
        plan.undo()
        assert said(plan) == ""


def test_a_new_edit_ends_redo_and_the_history_keeps_the_branch(plan: Plan) -> None:
    write(plan, "một")
    write(plan, "nhánh cũ")
    plan.undo()
    write(plan, "nhánh mới")
    assert plan.redoable == 0
    with pytest.raises(UserError) as refused:
        plan.redo()
    assert refused.value.message_id == "redo.nothing"
    kinds = [step.kind for step in plan.read(history.steps)]
    assert kinds == ["edit", "undo", "edit", "edit", "create"]


def test_undo_and_redo_name_the_step_they_revert_and_keep_its_label_and_reason(plan: Plan) -> None:
    write(plan, "một", why="họp ngày 20/11")
    plan.undo(why="nhầm")
    plan.redo()
    redone, undone, edited, _ = plan.read(history.steps)
    assert [step.reverts for step in (redone, undone, edited)] == [edited.sequence, edited.sequence, None]
    assert {step.label for step in (redone, undone, edited)} == {"answer.write"}
    assert [dict(step.parameters) for step in (redone, undone, edited)] == [{"place": "SOI5.O1"}] * 3
    assert [step.why for step in (redone, undone, edited)] == ["", "nhầm", "họp ngày 20/11"]
    assert {step.author for step in (redone, undone, edited)} == {"Tổ soạn thảo"}


def test_undo_tells_what_it_did_to_the_rows(plan: Plan) -> None:
    write(plan, "một", cites=["NQ52.III.3.1"])
    done = [(row.table, row.operation) for row in plan.undo().rows]
    assert done == [("answer", "U"), ("answer_citation", "D"), ("answer", "D")]
    again = [(row.table, row.operation) for row in plan.redo().rows]
    assert again == [("answer", "I"), ("answer_citation", "I"), ("answer", "U")]


def test_what_lays_a_plan_down_cannot_be_undone(tmp_path: Path, method: MethodPack) -> None:
    with Plan.create(tmp_path / "mới.soi", method) as plan:
        plan.found("plan.create", plans.found, Bilingual("Kế hoạch", "Plan"), "vi")
        assert plan.undoable == 0
        with pytest.raises(UserError) as refused:
            plan.undo()
        assert refused.value.message_id == "undo.nothing"
        assert [step.kind for step in plan.read(history.steps)] == ["create"]


def test_an_edit_that_changes_nothing_leaves_no_step(plan: Plan) -> None:
    write(plan, "một")
    before = plan.file_digest()
    write(plan, "một")
    changes = plan.edit("initiative.change", initiatives.change, plan.read(reading.find, "SOI5"), support=[])
    assert changes.is_empty
    assert changes.sequence == 0
    assert plan.file_digest() == before


def test_an_edit_that_changes_nothing_leaves_redo_as_it_is(plan: Plan) -> None:
    write(plan, "một")
    plan.undo()
    write(plan, "")
    assert plan.redoable == 1


@pytest.mark.parametrize("error", [UserError("measure.no_text"), ValueError("a bug"), KeyboardInterrupt()])
def test_an_edit_that_fails_half_way_leaves_nothing(plan: Plan, error: BaseException) -> None:
    def half_way(transaction: Transaction, owner: str) -> None:
        answers.write(transaction, owner, "O1", "một nửa")
        raise error

    before = plan.file_digest()
    with pytest.raises(type(error)):
        plan.edit("answer.write", half_way, plan.read(reading.find, "SOI5"))
    assert plan.file_digest() == before
    write(plan, "sau lỗi")
    assert plan.undoable == 1
    plan.undo()
    assert said(plan) == ""


def test_only_so_many_steps_are_read_as_are_asked_for(plan: Plan) -> None:
    for number in range(5):
        write(plan, f"lần {number}")
    assert [step.sequence for step in plan.read(history.steps, 2)] == [6, 5]


def test_every_step_has_a_label_in_both_languages(plan: Plan) -> None:
    one, two = (plan.read(reading.find, code) for code in ("SOI1", "SOI2"))
    made = plan.edit("measure.add", measures.add, one, 3, 2, MeasureFields(text="việc", origin=["O1"])).result
    plan.edit("answer.write", answers.write, one, "O1", "một")
    plan.edit("answer.write", answers.write, one, "O1", "hai")
    plan.edit("measure.change", measures.change, made, MeasureFields(progress=5))
    plan.edit("measure.move", measures.move, made, two, 1, 1)
    plan.edit("measure.confirm", measures.confirm, made)
    plan.edit("measure.remove", measures.remove, made)
    plan.edit("dependency.write", dependencies.write, one, two, DependencyKind.PRECEDES, 2)
    plan.edit("initiative.add", initiatives.add, "C5", Bilingual("thêm", "more"))
    plan.edit("initiative.change", initiatives.change, one, lead="BTC")
    plan.edit("cycle.close", cycles.close, one)
    plan.edit("cycle.start", cycles.start, one)
    steps = plan.read(history.steps)
    for language in LANGUAGES:
        labels = {step.label: say(f"label.{step.label}", language, **step.parameters) for step in steps}
        assert all("{" not in label for label in labels.values())
    english = {step.label: say(f"label.{step.label}", "en", **step.parameters) for step in steps}
    places = {label: text for label, text in english.items() if label != "plan.create"}
    assert all("SOI" in text for text in places.values()), places
    assert "SOI2.KFA1.KF1" in english["measure.remove"]
    assert "2" in english["cycle.start"]
    assert len(labels) == 12
