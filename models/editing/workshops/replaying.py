"""Playing the steps of a workshop again, on the plan that it started from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Delete, Insert, Table, Update, delete, insert, select, update

from models.access import Transaction
from models.errors import UserError
from models.plan import MinutedStep, RowChange
from models.tables import CONTENT

_TABLES: Mapping[str, Table] = {table.name: table for table in CONTENT}


def replay(transaction: Transaction, steps: Sequence[MinutedStep], place: str = "") -> None:
    """Do what the steps did, row by row, all in one step; only revisions differ afterwards. `place` names the workshop.

    Raises UserError where a row is not as the workshop found it: then the plan is not the one that it started from.
    """
    transaction.describe(place=place)
    transaction.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for step in steps:
        for change in step.rows:
            if not _exchange(transaction, change):
                raise UserError("minutes.other_plan", step=step.sequence)


def _exchange(transaction: Transaction, change: RowChange) -> bool:
    """Let a row be as the change left it; return whether it was as the change found it."""
    table = _TABLES[change.table]
    key = _key(table, change.old or change.new or {})
    there = transaction.connection.execute(select(table).where(*key)).mappings().first()
    if _compared(there) != _compared(change.old):
        return False
    statement: Insert | Update | Delete
    if change.new is None:
        statement = delete(table).where(*key)
    else:
        come = dict(change.new)
        if "rev" in come:
            come["rev"] = transaction.revision(max(come["rev"], there["rev"] if there is not None else 0))
        statement = insert(table).values(come) if there is None else update(table).where(*key).values(come)
    return transaction.connection.execute(statement).rowcount == 1


def _compared(row: Mapping[Any, Any] | None) -> dict[str, Any] | None:
    """Return a row without its revision, None for none."""
    return None if row is None else {str(name): value for name, value in row.items() if name != "rev"}


def _key(table: Table, row: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    return [column == row.get(column.name) for column in table.primary_key]
