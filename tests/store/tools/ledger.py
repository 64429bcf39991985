"""Edits that can be told whole from half: each writes its number in five rows of three tables, in one step of work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import insert, select

from models.access import Reader, Transaction
from models.editing import answers
from models.editing.rows import change_row, find
from models.errors import UserError
from models.store.plan import Plan
from models.store.working import private_copy, reading_copy
from models.tables import answer, initiative, stakeholder

BASES = ("C1", "C2", "C3")
QUESTIONS = ("O1", "S1")


def write(transaction: Transaction, number: int, weight: int = 0) -> None:
    """Write one entry of the ledger: a row of its own, and the same number over the last one's in four others."""
    transaction.connection.execute(insert(stakeholder).values(id=f"{number:036d}", name=f"{number}", rev=1))
    ids = transaction.connection.scalars(select(initiative.c.id).order_by(initiative.c.position)).all()
    for question in QUESTIONS:
        answers.write(transaction, ids[0], question, f"{number} {'ă' * weight}")
    for one in ids[1:]:
        change_row(transaction, initiative, find(transaction, initiative, one), {"title_vi": f"Số {number}"})


def write_name(transaction: Transaction, name: str) -> None:
    """Write one row of its own into any plan."""
    transaction.connection.execute(insert(stakeholder).values(id=transaction.new_id(), name=name, rev=1))


def entries(reader: Reader) -> tuple[int, ...]:
    """Return the numbers written, in order, after looking that none is there by half."""
    run = reader.connection.execute
    numbers = sorted(int(name) for (name,) in run(select(stakeholder.c.name)))
    last = str(numbers[-1]) if numbers else None
    said = {text.split(" ")[0] for (text,) in run(select(answer.c.text).where(answer.c.question.in_(QUESTIONS)))}
    titles = [title for (title,) in run(select(initiative.c.title_vi).order_by(initiative.c.position))][1:]
    assert said == ({last} if last else set()), (numbers[-3:], said)
    assert set(titles) == {f"Số {last}"} if last else not any(title.startswith("Số") for title in titles), titles
    return tuple(numbers)


def add(plan: Plan, number: int, weight: int = 0) -> None:
    """Make one entry, as a step of work."""
    plan.edit("answer.write", write, number, weight)


def add_all(plan: Plan, numbers: Iterable[int]) -> None:
    """Make entries, each as a step of work."""
    for number in numbers:
        add(plan, number)


def published(path: Path) -> tuple[int, ...]:
    """Return what the plan file itself holds; raises DamagedError when it is not sound."""
    with reading_copy() as folder:
        private_copy(path, folder)
        plan = Plan(path, folder / "plan.sqlite", copy=None, holder=None)
        found = plan.read(entries)
        plan.close()
    return found


def in_both_languages(error: UserError) -> str:
    """Return the English sentence of an error, after looking that it can be said in both languages."""
    for language in ("vi", "en"):
        sentence = error.sentence(language)
        assert len(sentence) > 20 and sentence.rstrip()[-1] in ".)”?", sentence
    return error.sentence("en")


def leftovers(*places: Path) -> list[str]:
    """Return what lies half-written or locked in these folders, and what was copied to be read and forgotten."""
    files = [file for place in places for file in place.rglob("*") if file.name.startswith((".soi-", ".~lock."))]
    drafts = [file for place in places for file in place.rglob("publish.sqlite")]
    read = [folder for place in places for folder in place.glob("soi-workbench/reading/*")]
    return [str(file) for file in (*files, *drafts, *read)]
