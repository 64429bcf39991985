"""Writing SOT cycles: closing one, which makes it read-only, and opening the next from a copy."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, Table, insert, select

from models.access import Transaction
from models.editing import rows
from models.editing.initiatives import code_of
from models.errors import UserError
from models.keys import answer_key, cycle_key
from models.tables import answer, answer_citation, answer_stakeholder, cycle


def latest(transaction: Transaction, initiative_id: str) -> Row[Any]:
    """Return the latest cycle of an initiative; raises UserError when the initiative is gone."""
    statement = select(cycle).where(cycle.c.initiative == initiative_id).order_by(cycle.c.number.desc()).limit(1)
    row = transaction.connection.execute(statement).first()
    if row is None:
        raise UserError("edit.gone", id=initiative_id)
    return row


def open_cycle(transaction: Transaction, initiative_id: str) -> Row[Any]:
    """Return the latest cycle when it can still be written; raises UserError when it is closed."""
    row = latest(transaction, initiative_id)
    if row.closed is not None:
        raise UserError("cycle.closed", code=code_of(transaction, initiative_id), number=row.number)
    return row


def close(transaction: Transaction, initiative_id: str, reason: str = "") -> int:
    """Close the open cycle, dated now; return its number."""
    row = open_cycle(transaction, initiative_id)
    rows.change_row(transaction, cycle, row, {"closed": transaction.now, "reason": reason})
    transaction.describe(place=code_of(transaction, initiative_id), number=str(row.number))
    return int(row.number)


def start(transaction: Transaction, initiative_id: str) -> int:
    """Open the next cycle with a copy of the last one's answers; return its number. The last one must be closed."""
    last = latest(transaction, initiative_id)
    if last.closed is None:
        raise UserError("cycle.still_open", code=code_of(transaction, initiative_id), number=last.number)
    cycle_id = rows.add_row(
        transaction,
        cycle,
        row_id=cycle_key(initiative_id, last.number + 1),
        initiative=initiative_id,
        number=last.number + 1,
        opened=transaction.now,
    )
    for row in transaction.connection.execute(select(answer).where(answer.c.cycle == last.id)).all():
        kept = {name: getattr(row, name) for name in ("question", "text", "status", "updated", "author")}
        key = answer_key(cycle_id, row.question)
        answer_id = rows.add_row(transaction, answer, row_id=key, cycle=cycle_id, **kept)
        for table in (answer_citation, answer_stakeholder):
            _copy_list(transaction, table, row.id, answer_id)
    transaction.describe(place=code_of(transaction, initiative_id), number=str(last.number + 1))
    return int(last.number) + 1


def _copy_list(transaction: Transaction, table: Table, old: str, new: str) -> None:
    rows_there = transaction.connection.execute(select(table).where(table.c.answer == old)).mappings().all()
    for row in rows_there:
        transaction.connection.execute(insert(table).values({**row, "answer": new}))
