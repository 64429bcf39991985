"""Writing comments: remarks on a question of an initiative that stay from one cycle to the next."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, delete

from models.access import Transaction
from models.editing import cycles, rows
from models.editing.answers import known_question
from models.editing.initiatives import code_of
from models.errors import UserError
from models.tables import comment
from models.text import clean


def add(transaction: Transaction, initiative_id: str, question: str, text: str) -> str:
    """Add a comment on a question (O1) or the conclusion of a step (O) and return its id.

    It carries the number of the latest cycle, which may be closed. Raises UsageError at an unknown question, UserError
    when it has no words.
    """
    code = known_question(transaction, question)
    number = cycles.latest(transaction, initiative_id).number
    transaction.describe(place=f"{code_of(transaction, initiative_id)}.{code}")
    return rows.add_row(
        transaction,
        comment,
        initiative=initiative_id,
        question=code,
        cycle=number,
        text=_words(text),
        author=transaction.author,
        written=transaction.now,
    )


def change(transaction: Transaction, comment_id: str, text: str, expected_rev: int | None = None) -> int:
    """Write a comment's words anew and return its revision; its author and its moment stay.

    Raises UserError when it has no words or is gone, ConflictError when it has changed since `expected_rev`.
    """
    return rows.change_row(transaction, comment, _found(transaction, comment_id), {"text": _words(text)}, expected_rev)


def resolve(transaction: Transaction, comment_id: str) -> int:
    """Call a comment settled, by whoever does it now, and return its revision; one that is settled stays as it is."""
    row = _found(transaction, comment_id)
    if row.resolved is not None:
        return int(row.rev)
    return rows.change_row(transaction, comment, row, {"resolved": transaction.now, "resolver": transaction.author})


def reopen(transaction: Transaction, comment_id: str) -> int:
    """Call a settled comment unsettled again; return its revision."""
    return rows.change_row(transaction, comment, _found(transaction, comment_id), {"resolved": None, "resolver": ""})


def remove(transaction: Transaction, comment_id: str) -> None:
    """Remove a comment."""
    _found(transaction, comment_id)
    transaction.connection.execute(delete(comment).where(comment.c.id == comment_id))


def _found(transaction: Transaction, comment_id: str) -> Row[Any]:
    row = rows.find(transaction, comment, comment_id)
    transaction.describe(place=f"{code_of(transaction, row.initiative)}.{row.question}")
    return row


def _words(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise UserError("comment.no_text")
    return words
