"""Writing answers and the conclusions of steps."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select

from models.access import Transaction
from models.editing import cycles, rows
from models.editing.initiatives import code_of
from models.errors import ConflictError, UsageError, UserError
from models.plan import AnswerStatus
from models.tables import answer, answer_citation, measure, measure_origin, review_mark
from models.text import clean


def write(
    transaction: Transaction,
    initiative_id: str,
    question: str,
    text: str | None = None,
    *,
    status: AnswerStatus | None = None,
    cites: Sequence[str] | None = None,
    expected_rev: int | None = None,
) -> int:
    """Write the answer to a question (O1), or the conclusion of a step (O), in the open cycle; return its revision.

    What is None stays. An answer with words is at least a draft, one without is empty; it is done only when `status`
    says so. Measures that came from the answer are marked for review when its words change. Raises UsageError at an
    unknown question or clause, UserError when the cycle is closed or an empty answer is called done, ConflictError when
    the answer has changed since `expected_rev` (0 for one that was not there).
    """
    code = question.strip().upper()
    if code not in transaction.method.questions and code not in transaction.method.steps:
        raise UsageError("code.question", code=question)
    cycle_id = cycles.open_cycle(transaction, initiative_id).id
    transaction.describe(place=f"{code_of(transaction, initiative_id)}.{code}")
    statement = select(answer).where(answer.c.cycle == cycle_id, answer.c.question == code)
    row = transaction.connection.execute(statement).first()
    if row is None:
        if expected_rev:
            raise ConflictError("edit.conflict")
        if not clean(text or "") and _status("", AnswerStatus.EMPTY, status) is AnswerStatus.EMPTY and not cites:
            return 0
        answer_id = rows.add_row(
            transaction,
            answer,
            cycle=cycle_id,
            question=code,
            status=AnswerStatus.EMPTY.value,
            updated=transaction.now,
            author=transaction.author,
        )
        row = rows.find(transaction, answer, answer_id)
        expected_rev = None
    new_text = row.text if text is None else clean(text)
    values = {"text": new_text, "status": _status(new_text, row.status, status).value}
    is_recited = cites is not None and rows.set_list(
        transaction, answer_citation, row.id, rows.known_clauses(transaction, cites)
    )
    if is_recited or any(getattr(row, name) != value for name, value in values.items()):
        values.update(updated=transaction.now, author=transaction.author)
    if row.text and new_text != row.text:
        _mark_measures(transaction, initiative_id, code)
    return rows.change_row(transaction, answer, row, values, expected_rev, lists_moved=is_recited)


def _status(text: str, old: str, wanted: AnswerStatus | None) -> AnswerStatus:
    if not text.strip():
        if wanted is AnswerStatus.DONE:
            raise UserError("answer.done_but_empty")
        return wanted if wanted is AnswerStatus.DISCUSS else AnswerStatus.EMPTY
    if wanted is None or wanted is AnswerStatus.EMPTY:
        return AnswerStatus.DRAFT if old == AnswerStatus.EMPTY else AnswerStatus(old)
    return wanted


def _mark_measures(transaction: Transaction, initiative_id: str, question: str) -> None:
    connection = transaction.connection
    derived = (
        select(measure.c.id)
        .join(measure_origin, measure_origin.c.measure == measure.c.id)
        .where(measure.c.initiative == initiative_id, measure_origin.c.question == question)
    )
    marked = select(review_mark.c.measure).where(review_mark.c.question == question)
    for measure_id in connection.scalars(derived.where(measure.c.id.not_in(marked))).all():
        connection.execute(insert(review_mark).values(measure=measure_id, question=question, since=transaction.now))
