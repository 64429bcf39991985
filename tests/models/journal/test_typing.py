"""Typing into one field is one step, until a pause, 200 characters, the end of typing or another step."""

from __future__ import annotations

import pytest

from models.editing import answers, initiatives
from models.method import Bilingual
from models.reading import history
from models.reading import initiatives as reading
from models.store.plan import Plan
from tests.models.desk import FakeClock

FIELD = "SOI5.O1"


class Writer:
    """Types into O1 of SOI5, as the window does: the whole text of the field at every commit."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.owner = plan.read(reading.find, "SOI5")

    def type(self, text: str, field: str | None = FIELD, question: str = "O1") -> None:
        self.plan.edit("answer.write", answers.write, self.owner, question, text, typing=field)

    def read(self) -> str:
        found = self.plan.read(reading.contents, [self.owner])[0].answers.get("O1")
        return "" if found is None else found.text


@pytest.fixture
def writer(plan: Plan) -> Writer:
    return Writer(plan)


def test_what_is_typed_without_a_pause_is_one_step(writer: Writer, clock: FakeClock) -> None:
    for text in ("V", "Vi", "Việ", "Việt"):
        writer.type(text)
        clock.let_pass(2.9)
    assert writer.plan.undoable == 1
    writer.plan.undo()
    assert writer.read() == ""
    writer.plan.redo()
    assert writer.read() == "Việt"


def test_a_pause_of_three_seconds_begins_a_new_step(writer: Writer, clock: FakeClock) -> None:
    writer.type("Một")
    clock.let_pass(3.0)
    writer.type("Một hai")
    assert writer.plan.undoable == 2
    writer.plan.undo()
    assert writer.read() == "Một"


def test_a_clock_that_is_set_back_begins_a_new_step(writer: Writer, clock: FakeClock) -> None:
    writer.type("Một")
    clock.let_pass(-60)
    writer.type("Một hai")
    assert writer.plan.undoable == 2


@pytest.mark.parametrize("is_new", [True, False], ids=["in a new answer", "in an answer that was there"])
def test_two_hundred_characters_end_a_step(writer: Writer, is_new: bool) -> None:
    if not is_new:
        writer.type("có sẵn", field=None)
    steps = writer.plan.undoable
    for length in range(20, 220, 20):
        writer.type("ă" * length if is_new else "có sẵn" + "ă" * length)
    assert writer.plan.undoable == steps + 1
    writer.type("ă" * 230)
    assert writer.plan.undoable == steps + 2


def test_typing_and_taking_away_counts_as_writing_too(writer: Writer) -> None:
    for _ in range(4):
        writer.type("đ" * 30)
        writer.type("đ")
    assert writer.plan.undoable == 2


def test_a_long_text_pasted_at_once_is_a_step_of_its_own(writer: Writer) -> None:
    writer.type("dán " * 100)
    writer.type("dán " * 100 + "rồi gõ")
    assert writer.plan.undoable == 2


def test_leaving_the_field_ends_a_step(writer: Writer) -> None:
    writer.type("Một")
    writer.plan.end_typing()
    writer.type("Một hai")
    assert writer.plan.undoable == 2


def test_another_field_begins_a_new_step(writer: Writer) -> None:
    writer.type("Một")
    writer.type("Hai", field="SOI5.O2", question="O2")
    writer.type("Một hai")
    assert writer.plan.undoable == 3


def test_another_kind_of_step_ends_the_typing(writer: Writer) -> None:
    writer.type("Một")
    writer.plan.edit("initiative.change", initiatives.change, writer.owner, title=Bilingual("Tên mới", ""))
    writer.type("Một hai")
    assert writer.plan.undoable == 3


def test_undo_ends_the_typing(writer: Writer) -> None:
    writer.type("Một")
    writer.plan.undo()
    writer.plan.redo()
    writer.type("Một hai")
    assert writer.plan.undoable == 2


def test_a_step_that_changes_nothing_does_not_end_the_typing(writer: Writer) -> None:
    writer.type("Một")
    writer.type("Một")
    writer.type("Một hai")
    assert writer.plan.undoable == 1


def test_the_history_shows_typing_as_one_line_dated_at_its_end(writer: Writer, clock: FakeClock) -> None:
    writer.type("Một")
    clock.let_pass(2)
    writer.type("Một hai")
    newest, *_ = writer.plan.read(history.steps)
    assert newest.time == clock.moment.isoformat(timespec="milliseconds")
    assert newest.rows == 2  # the answer made, and its words


def test_every_commit_of_typing_has_a_revision_of_its_own(writer: Writer) -> None:
    revisions = []
    for text in ("V", "Vi", "Việt"):
        writer.type(text)
        revisions.append(writer.plan.read(reading.contents, [writer.owner])[0].answers["O1"].rev)
    assert revisions == sorted(set(revisions))
