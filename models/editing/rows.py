"""Writing one row, or the list that hangs on one, so that only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table, delete, insert, select, update

from models.access import Transaction
from models.errors import ConflictError, UsageError, UserError
from models.tables import actor, clause
from models.text import clean


def find(transaction: Transaction, table: Table, row_id: str) -> Row[Any]:
    """Return the row with this id; raises UserError when it is gone."""
    row = transaction.connection.execute(select(table).where(table.c.id == row_id)).first()
    if row is None:
        raise UserError("edit.gone", id=row_id)
    return row


def change_row(
    transaction: Transaction,
    table: Table,
    row: Row[Any],
    values: Mapping[str, Any],
    expected_rev: int | None = None,
    *,
    lists_moved: bool = False,
) -> int:
    """Write those of `values` that differ from `row` and return the row's revision.

    The revision is a new one also when only lists that hang on the row have moved. Raises ConflictError when
    `expected_rev` is given and the row has moved on since it was read.
    """
    if expected_rev is not None and row.rev != expected_rev:
        raise ConflictError("edit.conflict")
    new = {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}
    differing = {name: value for name, value in new.items() if getattr(row, name) != value}
    if not differing and not lists_moved:
        return int(row.rev)
    revision = transaction.revision(row.rev)
    key = [column == getattr(row, column.name) for column in table.primary_key]
    transaction.connection.execute(update(table).where(*key).values(rev=revision, **differing))
    return revision


def add_row(transaction: Transaction, table: Table, row_id: str | None = None, **values: Any) -> str:
    """Write a new row under `row_id`, or else a new id, and return the id."""
    row_id = row_id or transaction.new_id()
    transaction.connection.execute(insert(table).values(id=row_id, rev=transaction.revision(), **values))
    return row_id


def set_list(transaction: Transaction, table: Table, owner: str, values: Sequence[str]) -> bool:
    """Let the ordered list that hangs on `owner` be `values`, each once; return whether that changed it.

    `table` has the owner's key in its first column and the value in its second, and a position or none.
    """
    owner_column, value_column = list(table.columns)[:2]
    wanted = list(dict.fromkeys(clean(value) for value in values))
    order = table.c.position if "position" in table.c else value_column
    there = transaction.connection.scalars(select(value_column).where(owner_column == owner).order_by(order)).all()
    same = list(there) == wanted if "position" in table.c else set(there) == set(wanted)
    if same:
        return False
    transaction.connection.execute(delete(table).where(owner_column == owner))
    for position, value in enumerate(wanted):
        row = {owner_column.name: owner, value_column.name: value}
        transaction.connection.execute(
            insert(table).values({**row, "position": position} if "position" in table.c else row)
        )
    return True


def known_actors(transaction: Transaction, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the symbols as the plan writes them, whatever their case; raises UsageError at an unknown one."""
    known = {code.casefold(): code for code in transaction.connection.scalars(select(actor.c.code))}
    found = []
    for code in codes:
        wanted = clean(code).strip().casefold()
        if wanted not in known:
            raise UsageError("code.actor", code=code)
        found.append(known[wanted])
    return tuple(dict.fromkeys(found))


def known_clauses(transaction: Transaction, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the clause codes as the sources write them, whatever their case; raises UsageError at an unknown one."""
    found = []
    for code in codes:
        wanted = clean(code).strip()
        exact = transaction.connection.scalar(select(clause.c.code).where(clause.c.code == wanted))
        if exact is None:
            folded = {known.casefold(): known for known in transaction.connection.scalars(select(clause.c.code))}
            exact = folded.get(wanted.casefold())
        if exact is None:
            raise UsageError("code.clause", code=code)
        found.append(exact)
    return tuple(dict.fromkeys(found))
