"""Writing answers and the conclusions of steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select

from models.access import Transaction
from models.editing import cycles, rows
from models.editing import stakeholders as named
from models.editing.initiatives import code_of
from models.errors import ConflictError, UsageError, UserError
from models.keys import answer_key
from models.plan import AnswerStatus
from models.tables import answer, answer_citation, answer_stakeholder, measure, measure_origin, review_mark
from models.text import clean


@dataclass(frozen=True, slots=True)
class Replacement:
    """The text that an answer is to have instead of the one it had at revision `rev`."""

    initiative: str
    question: str
    rev: int
    text: str


def write(
    transaction: Transaction,
    initiative_id: str,
    question: str,
    text: str | None = None,
    *,
    status: AnswerStatus | None = None,
    cites: Sequence[str] | None = None,
    stakeholders: Sequence[str] | None = None,
    expected_rev: int | None = None,
) -> int:
    """Write the answer to a question (O1), or the conclusion of a step (O), in the open cycle; return its revision.

    What is None stays; `stakeholders` are names. An answer with words is at least a draft, one without is empty; it is
    done only when `status` says so. Measures that came from the answer are marked for review when its words change.
    Raises UsageError at an unknown question or clause, UserError when the cycle is closed or an empty answer is called
    done, ConflictError when the answer has changed since `expected_rev` (0 for one that was not there).
    """
    code = known_question(transaction, question)
    cycle_id = cycles.open_cycle(transaction, initiative_id).id
    transaction.describe(place=f"{code_of(transaction, initiative_id)}.{code}")
    statement = select(answer).where(answer.c.cycle == cycle_id, answer.c.question == code)
    row = transaction.connection.execute(statement).first()
    if row is None:
        if expected_rev:
            raise ConflictError("edit.conflict")
        if _is_nothing(text, status) and not cites and not stakeholders:
            return 0
        row = _begin(transaction, cycle_id, code)
        expected_rev = None
    new_text = row.text if text is None else clean(text)
    values = {"text": new_text, "status": _status(new_text, row.status, status).value}
    is_relisted = _write_lists(transaction, row.id, cites, stakeholders)
    if is_relisted or any(getattr(row, name) != value for name, value in values.items()):
        values.update(updated=transaction.now, author=transaction.author)
    if new_text != row.text:
        _mark_measures(transaction, initiative_id, code, row.text, new_text)
    return rows.change_row(transaction, answer, row, values, expected_rev, lists_moved=is_relisted)


def replace_words(transaction: Transaction, replacements: Sequence[Replacement]) -> int:
    """Give each of these answers of open cycles its new text, all in one step; return how many texts that changed.

    Statuses, citations and stakeholders stay, but an answer that is left without words is empty. Raises ConflictError
    when one of the answers has changed since its revision was read, UserError when its cycle is closed.
    """
    changed: list[str] = []
    for one in replacements:
        before = one.rev
        if write(transaction, one.initiative, one.question, one.text, expected_rev=before) != before:
            changed.append(f"{code_of(transaction, one.initiative)}.{one.question}")
    transaction.describe(place=", ".join(changed[:3]) + (" …" if len(changed) > 3 else ""), count=str(len(changed)))
    return len(changed)


def known_question(transaction: Transaction, question: str) -> str:
    """Return the code of a question or a step, whatever its case; raises UsageError at an unknown one."""
    code = question.strip().upper()
    if code not in transaction.method.questions and code not in transaction.method.steps:
        raise UsageError("code.question", code=question)
    return code


def _is_nothing(text: str | None, status: AnswerStatus | None) -> bool:
    return not clean(text or "") and _status("", AnswerStatus.EMPTY, status) is AnswerStatus.EMPTY


def _begin(transaction: Transaction, cycle_id: str, question: str) -> Row[Any]:
    """Return the row of an answer that had none yet."""
    answer_id = rows.add_row(
        transaction,
        answer,
        row_id=answer_key(cycle_id, question),
        cycle=cycle_id,
        question=question,
        status=AnswerStatus.EMPTY.value,
        updated=transaction.now,
        author=transaction.author,
    )
    return rows.find(transaction, answer, answer_id)


def _write_lists(
    transaction: Transaction, answer_id: str, cites: Sequence[str] | None, stakeholders: Sequence[str] | None
) -> bool:
    """Write what the answer cites and whom it names, as far as given; return whether that changed anything."""
    moved = False
    if cites is not None:
        moved = rows.set_list(transaction, answer_citation, answer_id, rows.known_clauses(transaction, cites))
    if stakeholders is not None:
        ids = named.ids_of(transaction, stakeholders)
        moved = rows.set_list(transaction, answer_stakeholder, answer_id, ids) or moved
    return moved


def _status(text: str, old: str, wanted: AnswerStatus | None) -> AnswerStatus:
    if not text.strip():
        if wanted is AnswerStatus.DONE:
            raise UserError("answer.done_but_empty")
        return wanted if wanted is AnswerStatus.DISCUSS else AnswerStatus.EMPTY
    if wanted is None or wanted is AnswerStatus.EMPTY:
        return AnswerStatus.DRAFT if old == AnswerStatus.EMPTY else AnswerStatus(old)
    return wanted


def _mark_measures(transaction: Transaction, initiative_id: str, question: str, old: str, new: str) -> None:
    """Mark for review what came from an answer that had other words, or from words that it does not hold."""
    connection = transaction.connection
    derived = (
        select(measure.c.id, measure_origin.c.words)
        .join(measure_origin, measure_origin.c.measure == measure.c.id)
        .where(measure.c.initiative == initiative_id, measure_origin.c.question == question)
    )
    marked = select(review_mark.c.measure).where(review_mark.c.question == question)
    for measure_id, words in connection.execute(derived.where(measure.c.id.not_in(marked))).all():
        if old or _on_one_line(words) not in _on_one_line(new):
            connection.execute(insert(review_mark).values(measure=measure_id, question=question, since=transaction.now))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
