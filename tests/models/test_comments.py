"""Comments hang on a question of an initiative, across its cycles; anybody settles them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.editing import answers, comments, cycles
from models.errors import ConflictError, UsageError, UserError
from models.plan import Comment
from models.reading import comments as reading
from models.reading.initiatives import find
from models.store.plan import Plan
from tests.models.desk import AUTHOR, FakeClock


@pytest.fixture
def owner(plan: Plan) -> str:
    return plan.read(find, "SOI5")


def said(plan: Plan, owner: str, question: str = "O1") -> tuple[Comment, ...]:
    return plan.read(reading.of_initiative, owner).get(question, ())


def test_a_comment_is_read_with_who_wrote_it_when_and_in_which_cycle(plan: Plan, owner: str, clock: FakeClock) -> None:
    made = plan.edit("comment.add", comments.add, owner, "o1", " Nêu rõ nguồn số liệu.\n").result
    clock.let_pass(60)
    plan.edit("comment.add", comments.add, owner, "O1", "Đồng ý.")
    plan.edit("comment.add", comments.add, owner, "O", "Kết luận còn chung.")
    first, second = said(plan, owner)
    assert (first.id, first.initiative, first.question, first.cycle) == (made, owner, "O1", 1)
    assert (first.text, first.author, first.resolved, first.resolver) == ("Nêu rõ nguồn số liệu.", AUTHOR, None, "")
    assert first.written < second.written
    assert [one.text for one in said(plan, owner, "O")] == ["Kết luận còn chung."]


def test_anybody_settles_a_comment_and_it_is_noted_who_and_when(
    plan: Plan, open_copy: Callable[[], Plan], owner: str, clock: FakeClock
) -> None:
    made = plan.edit("comment.add", comments.add, owner, "O1", "Thiếu căn cứ.").result
    clock.let_pass(60)
    plan.edit("comment.resolve", comments.resolve, made)
    (settled,) = said(plan, owner)
    assert (settled.resolved, settled.resolver) == (clock.moment.isoformat(timespec="milliseconds"), AUTHOR)
    clock.let_pass(60)
    assert plan.edit("comment.resolve", comments.resolve, made).is_empty
    plan.edit("comment.reopen", comments.reopen, made)
    (open_again,) = said(plan, owner)
    assert (open_again.resolved, open_again.resolver) == (None, "")
    plan.undo()
    assert said(plan, owner)[0].resolved == settled.resolved


def test_a_comment_stays_when_its_cycle_is_closed_and_the_next_begins(plan: Plan, owner: str) -> None:
    plan.edit("answer.write", answers.write, owner, "O1", "lời")
    plan.edit("comment.add", comments.add, owner, "O1", "vòng một")
    plan.edit("cycle.close", cycles.close, owner)
    plan.edit("comment.add", comments.add, owner, "O1", "sau khi đóng")
    plan.edit("cycle.start", cycles.start, owner)
    plan.edit("comment.add", comments.add, owner, "O1", "vòng hai")
    assert sorted((one.cycle, one.text) for one in said(plan, owner)) == [
        (1, "sau khi đóng"),
        (1, "vòng một"),
        (2, "vòng hai"),
    ]


def test_a_comment_is_changed_and_removed(plan: Plan, owner: str) -> None:
    made = plan.edit("comment.add", comments.add, owner, "O1", "một").result
    rev = said(plan, owner)[0].rev
    plan.edit("comment.change", comments.change, made, "hai", rev)
    assert said(plan, owner)[0].text == "hai"
    with pytest.raises(ConflictError):
        plan.edit("comment.change", comments.change, made, "ba", rev)
    plan.edit("comment.remove", comments.remove, made)
    assert said(plan, owner) == ()
    with pytest.raises(UserError):
        plan.edit("comment.resolve", comments.resolve, made)
    plan.undo()
    assert [one.text for one in said(plan, owner)] == ["hai"]


def test_a_comment_without_words_or_on_no_question_is_refused(plan: Plan, owner: str) -> None:
    with pytest.raises(UserError) as refused:
        plan.edit("comment.add", comments.add, owner, "O1", " \n")
    assert refused.value.message_id == "comment.no_text"
    with pytest.raises(UsageError):
        plan.edit("comment.add", comments.add, owner, "Z9", "lời")
    made = plan.edit("comment.add", comments.add, owner, "O1", "lời").result
    with pytest.raises(UserError):
        plan.edit("comment.change", comments.change, made, "")
    assert said(plan, owner)[0].text == "lời"
