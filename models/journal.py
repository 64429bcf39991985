"""The journal: every row change of every step of work, written in the step's own transaction; also the undo stack.

Row changes are captured by TEMP triggers that are made on the writing connection and never reach the file. A row is
kept as its SQL literals (`quote()`), which are exact for every value; they are parsed, never executed. Replay runs
backwards with foreign keys deferred and capture off. Undo and redo are steps of their own (`reverts`); nothing but the
open typing step is ever rewritten.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Row,
    Table,
    Update,
    delete,
    func,
    insert,
    select,
    update,
)

from models.access import Transaction
from models.errors import DamagedError, UserError
from models.plan import Change
from models.tables import CONTENT, change, changeset

CREATE, EDIT, UNDO, REDO = "create", "edit", "undo", "redo"
_TABLES: Mapping[str, Table] = {table.name: table for table in CONTENT}
_OPPOSITE: Mapping[str, str] = {"I": "D", "U": "U", "D": "I"}
_LITERAL = re.compile(
    r"(NULL)|'((?:[^']++|'')*+)'|([-+]?[0-9]{1,19})(?![0-9.eE])|([-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
)
_WHOLE = range(-(1 << 63), 1 << 63)
"""The whole numbers that SQLite holds."""


def install(connection: Connection) -> None:
    """Make the capturing triggers on a writing connection; they live as long as it does."""
    connection.exec_driver_sql("CREATE TEMP TABLE capture (changeset INTEGER NOT NULL)")
    for table in CONTENT:
        for operation, event in (("I", "INSERT"), ("U", "UPDATE"), ("D", "DELETE")):
            connection.exec_driver_sql(_trigger(table, operation, event))


def _trigger(table: Table, operation: str, event: str) -> str:
    old = "NULL" if operation == "I" else _quoted("OLD", table)
    new = "NULL" if operation == "D" else _quoted("NEW", table)
    subject = f'{"OLD" if operation == "D" else "NEW"}."{next(iter(table.columns)).name}"'
    step = "(SELECT coalesce(max(step), 0) + 1 FROM change WHERE change.changeset = capture.changeset)"
    return (
        f"CREATE TEMP TRIGGER capture_{table.name}_{operation} AFTER {event} ON {table.name} "  # noqa: S608
        "WHEN EXISTS (SELECT 1 FROM capture) BEGIN "
        "INSERT INTO change (changeset, step, tab, operation, old, new, subject) "
        f"SELECT changeset, {step}, '{table.name}', '{operation}', {old}, {new}, {subject} FROM capture; END"
    )


def _quoted(row: str, table: Table) -> str:
    return "||','||".join(f'quote({row}."{column.name}")' for column in table.columns)


@dataclass
class History:
    """Which steps can be undone and redone now, last first out; one open typing step may still grow."""

    undoable: list[int] = field(default_factory=list)
    redoable: list[int] = field(default_factory=list)
    last: int = 0

    @classmethod
    def load(cls, connection: Connection) -> History:
        """Return the stacks that the steps written so far leave behind."""
        history = cls()
        rows = connection.execute(
            select(changeset.c.sequence, changeset.c.kind, changeset.c.reverts).order_by(changeset.c.sequence)
        )
        for sequence, kind, reverts in rows:
            history.note(sequence, kind, reverts)
        return history

    def note(self, sequence: int, kind: str, reverts: int | None) -> None:
        """Take one more step into account."""
        self.last = max(self.last, sequence)
        if kind == CREATE:
            self.undoable.clear()
            self.redoable.clear()
        elif kind == EDIT:
            self.undoable.append(sequence)
            self.redoable.clear()
        elif kind == UNDO and self.undoable and self.undoable[-1] == reverts:
            self.redoable.append(self.undoable.pop())
        elif kind == REDO and self.redoable and self.redoable[-1] == reverts:
            self.undoable.append(self.redoable.pop())
        else:
            raise DamagedError("file.journal", step=sequence)


def start_capture(connection: Connection, sequence: int) -> None:
    """Note every row change from here on under the step `sequence`."""
    connection.exec_driver_sql("INSERT INTO capture VALUES (?)", (sequence,))


def stop_capture(connection: Connection) -> None:
    """Note no further row changes."""
    connection.exec_driver_sql("DELETE FROM capture")


def rows_of(connection: Connection, sequence: int, after: int = 0) -> tuple[Change, ...]:
    """Return the rows that the step touched, in order, from its row change number `after` + 1 on."""
    rows = connection.execute(
        select(change).where(change.c.changeset == sequence, change.c.step > after).order_by(change.c.step)
    )
    return tuple(_change(row) for row in rows)


def count_rows(connection: Connection, sequence: int) -> int:
    """Return how many row changes the step holds so far."""
    return (
        connection.scalar(select(func.coalesce(func.max(change.c.step), 0)).where(change.c.changeset == sequence)) or 0
    )


def parameters_of(connection: Connection, sequence: int) -> dict[str, str]:
    """Return what fills the places of the step's label."""
    text = connection.scalar(select(changeset.c.parameters).where(changeset.c.sequence == sequence))
    return {str(name): str(value) for name, value in json.loads(text or "{}").items()}


def write_step(transaction: Transaction, kind: str, label: str, *, why: str = "", reverts: int | None = None) -> None:
    """Write the step itself beside its row changes."""
    transaction.connection.execute(
        insert(changeset).values(
            sequence=transaction.sequence,
            time=transaction.now,
            author=transaction.author,
            kind=kind,
            label=label,
            parameters=json.dumps(transaction.parameters, ensure_ascii=False, sort_keys=True),
            why=why,
            reverts=reverts,
        )
    )


def characters_of(connection: Connection, sequence: int, after: int = 0) -> int:
    """Return by how many characters a text of the step grew or shrank, from its row change number `after` + 1 on."""
    here = (change.c.changeset == sequence, change.c.step > after, change.c.operation == "U")
    rows = connection.execute(select(change).where(*here)).all()
    return max((_characters(_table(row.tab), row) for row in rows), default=0)


def merge_typing(connection: Connection, sequence: int, now: str) -> None:
    """Fold updates of one row that follow one another within the open typing step into one, dated `now`."""
    last: dict[tuple[str, tuple[str, ...]], Row[Any]] = {}
    for row in connection.execute(select(change).where(change.c.changeset == sequence).order_by(change.c.step)).all():
        place = (row.tab, _change(row).key)
        before = last.get(place)
        if before is not None and before.operation == row.operation == "U":
            here = (change.c.changeset == sequence) & (change.c.step == before.step)
            connection.execute(update(change).where(here).values(new=row.new))
            connection.execute(delete(change).where(change.c.changeset == sequence, change.c.step == row.step))
        else:
            last[place] = row
    connection.execute(update(changeset).where(changeset.c.sequence == sequence).values(time=now))


def replay(transaction: Transaction, sequence: int, *, backwards: bool) -> tuple[Change, ...]:
    """Take the row changes of step `sequence` back, or make them again, without noting them; return what that did."""
    connection = transaction.connection
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    order = change.c.step.desc() if backwards else change.c.step.asc()
    rows = connection.execute(select(change).where(change.c.changeset == sequence).order_by(order)).all()
    for row in rows:
        table = _table(row.tab)
        gone, come = (row.new, row.old) if backwards else (row.old, row.new)
        _exchange(transaction, table, values_of(table, gone), values_of(table, come))
    done = (_change(row) for row in rows)
    return tuple(replace(one, operation=_OPPOSITE[one.operation]) if backwards else one for one in done)


def _exchange(transaction: Transaction, table: Table, gone: dict[str, Any] | None, come: dict[str, Any] | None) -> None:
    statement: Insert | Update | Delete
    if come is None:
        statement = delete(table).where(*_here(table, gone or {}))
    else:
        if "rev" in come:
            come["rev"] = transaction.revision(max(come["rev"], gone["rev"] if gone else 0))
        statement = (
            insert(table).values(come) if gone is None else update(table).where(*_here(table, gone)).values(come)
        )
    if transaction.connection.execute(statement).rowcount != 1:
        raise UserError("undo.lost_row", table=table.name)


def _here(table: Table, row: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    return [column == row.get(column.name) for column in table.primary_key]


def _characters(table: Table, row: Row[Any]) -> int:
    old, new = values_of(table, row.old) or {}, values_of(table, row.new) or {}
    return max((abs(len(value) - len(old[name])) for name, value in new.items() if isinstance(value, str)), default=0)


def _change(row: Row[Any]) -> Change:
    table = _table(row.tab)
    values = values_of(table, row.new if row.new is not None else row.old) or {}
    return Change(table.name, tuple(str(values[column.name]) for column in table.primary_key), row.operation)


def _table(name: str) -> Table:
    if name not in _TABLES:
        raise DamagedError("file.journal", step=name)
    return _TABLES[name]


def values_of(table: Table, text: str | None) -> dict[str, Any] | None:
    """Return the row that the journal keeps as `text`, by column; raises DamagedError when it is no row of `table`."""
    if text is None:
        return None
    values = list(literals(text))
    if len(values) != len(table.columns):
        raise DamagedError("file.journal", step=table.name)
    return dict(zip((column.name for column in table.columns), values, strict=True))


def literals(text: str) -> Iterator[str | int | float | None]:
    """Yield the values of a list of SQL literals parted by commas; raises DamagedError at anything else."""
    place = 0
    while True:
        match = _LITERAL.match(text, place)
        if match is None:
            raise DamagedError("file.journal", step=text[place : place + 20])
        yield _value(match)
        place = match.end()
        if place == len(text):
            return
        if text[place] != ",":
            raise DamagedError("file.journal", step=text[place : place + 20])
        place += 1


def _value(match: re.Match[str]) -> str | int | float | None:
    _null, string, whole, real = match.groups()
    if string is not None:
        return str(string).replace("''", "'")
    if whole is not None:
        if int(whole) not in _WHOLE:
            raise DamagedError("file.journal", step=whole)
        return int(whole)
    return None if real is None else float(real)
