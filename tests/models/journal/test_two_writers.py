"""Whoever writes over words that he has not seen is told so; nothing is overwritten in silence."""

from __future__ import annotations

from random import Random

import pytest

from models.editing import answers, initiatives, measures
from models.editing.measures import MeasureFields
from models.errors import ConflictError
from models.method import Bilingual
from models.reading import initiatives as reading
from models.reading import measures as reading_measures
from models.store.plan import Plan

EDITS = 10_000
SAMPLE = 400


@pytest.fixture
def owner(plan: Plan) -> str:
    return plan.read(reading.find, "SOI5")


def seen(plan: Plan, owner: str) -> tuple[str, int]:
    found = plan.read(reading.contents, [owner])[0].answers.get("O1")
    return ("", 0) if found is None else (found.text, found.rev)


def race(plan: Plan, owner: str, edits: int) -> None:
    """Let two windows write, read, undo and redo at random: a write lands only on the words its window has seen."""
    random = Random(52)
    windows = {name: seen(plan, owner) for name in "AB"}
    refused = 0
    for number in range(edits):
        name = random.choice("AB")
        there = seen(plan, owner)
        if random.random() < 0.1:
            plan.undo() if plan.undoable and random.random() < 0.6 else plan.redoable and plan.redo()
        elif random.random() < 0.3:
            windows[name] = there
        else:
            text, rev = windows[name]
            try:
                wanted = f"{name} {number % 7}"
                plan.edit("answer.write", answers.write, owner, "O1", wanted, expected_rev=rev)
            except ConflictError:
                assert text != there[0] or rev != there[1]
                assert seen(plan, owner) == there
                refused += 1
            else:
                assert (text, rev) == there, "words that nobody had seen were overwritten"
                windows[name] = seen(plan, owner)
    assert refused > edits // 20


def test_no_write_lands_on_words_that_were_not_seen(plan: Plan, owner: str) -> None:
    race(plan, owner, SAMPLE)


@pytest.mark.soak
def test_no_write_of_ten_thousand_lands_on_words_that_were_not_seen(plan: Plan, owner: str) -> None:
    race(plan, owner, EDITS)


def test_undo_and_redo_bring_words_back_but_never_their_revision(plan: Plan, owner: str) -> None:
    revisions = []
    for text in ("một", "hai"):
        plan.edit("answer.write", answers.write, owner, "O1", text)
        revisions.append(seen(plan, owner)[1])
    for step in (plan.undo, plan.redo, plan.undo, plan.undo, plan.redo, plan.redo):
        step()
        revisions.append(seen(plan, owner)[1])
    there = [revision for revision in revisions if revision]
    assert there == sorted(set(there))


def test_an_answer_that_was_undone_away_is_not_written_over(plan: Plan, owner: str) -> None:
    rev = plan.edit("answer.write", answers.write, owner, "O1", "một").result
    plan.undo()
    with pytest.raises(ConflictError):
        plan.edit("answer.write", answers.write, owner, "O1", "hai", expected_rev=rev)


def test_an_answer_that_somebody_made_meanwhile_is_not_written_over(plan: Plan, owner: str) -> None:
    plan.edit("answer.write", answers.write, owner, "O1", "một")
    with pytest.raises(ConflictError):
        plan.edit("answer.write", answers.write, owner, "O1", "hai", expected_rev=0)


def test_citations_alone_move_the_revision_of_an_answer(plan: Plan, owner: str) -> None:
    rev = plan.edit("answer.write", answers.write, owner, "O1", "một").result
    plan.edit("answer.write", answers.write, owner, "O1", cites=["NQ52.III.3.1"])
    with pytest.raises(ConflictError):
        plan.edit("answer.write", answers.write, owner, "O1", cites=[], expected_rev=rev)


@pytest.mark.parametrize("given", [{"support": ["BTC"]}, {"origin": ["O1"]}, {"cites": ["NQ52.III.3.1"]}])
def test_lists_alone_move_the_revision_of_a_measure(plan: Plan, owner: str, given: dict[str, list[str]]) -> None:
    made = plan.edit("measure.add", measures.add, owner, 3, 2, MeasureFields(text="việc")).result
    rev = plan.read(reading_measures.one, made).rev
    plan.edit("measure.change", measures.change, made, MeasureFields(**given))
    with pytest.raises(ConflictError):
        plan.edit("measure.change", measures.change, made, MeasureFields(text="khác"), expected_rev=rev)


@pytest.mark.parametrize("given", [{"support": ["BTC"]}, {"frame": ["F1"]}])
def test_lists_alone_move_the_revision_of_an_initiative(plan: Plan, owner: str, given: dict[str, list[str]]) -> None:
    rev = plan.read(reading.contents, [owner])[0].initiative.rev
    plan.edit("initiative.change", initiatives.change, owner, **given)
    with pytest.raises(ConflictError):
        plan.edit("initiative.change", initiatives.change, owner, title=Bilingual("khác", ""), expected_rev=rev)
