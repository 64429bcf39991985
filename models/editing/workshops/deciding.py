"""Writing decisions: what was decided on a cell, and why."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, delete

from models.access import Transaction
from models.editing import rows
from models.editing.workshops.meeting import describe_cell, end_of, known_cell, still_open
from models.errors import UserError
from models.tables import decision
from models.text import clean


def decide(
    transaction: Transaction,
    workshop_id: str | None,
    initiative_id: str,
    kfa: int,
    kf: int,
    text: str,
    reason: str = "",
) -> str:
    """Record a decision on a cell and return its id; without a workshop in the open one, or in a new one of the day.

    Raises UserError when it has no text or the workshop is closed.
    """
    place = known_cell(transaction, initiative_id, kfa, kf)
    meeting = still_open(transaction, workshop_id, opens=True)
    decision_id = rows.add_row(
        transaction,
        decision,
        workshop=meeting.id,
        text=_words(text),
        reason=clean(reason).strip(),
        made=transaction.now,
        position=end_of(transaction, decision, meeting.id),
        **place,
    )
    describe_cell(transaction, rows.find(transaction, decision, decision_id))
    return decision_id


def change_decision(
    transaction: Transaction, decision_id: str, text: str | None = None, reason: str | None = None
) -> int:
    """Write the words or the reason of a decision anew, and return its revision."""
    row = _found(transaction, decision_id)
    values: dict[str, Any] = {} if text is None else {"text": _words(text)}
    if reason is not None:
        values["reason"] = clean(reason).strip()
    return rows.change_row(transaction, decision, row, values)


def remove_decision(transaction: Transaction, decision_id: str) -> None:
    """Remove a decision, as if it had never been made."""
    _found(transaction, decision_id)
    transaction.connection.execute(delete(decision).where(decision.c.id == decision_id))


def _found(transaction: Transaction, decision_id: str) -> Row[Any]:
    row = rows.find(transaction, decision, decision_id)
    still_open(transaction, row.workshop)
    describe_cell(transaction, row)
    return row


def _words(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise UserError("workshop.no_decision")
    return words
