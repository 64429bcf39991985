"""Reading steps of the journal with all that they did, undo and redo included."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from models.access import Reader
from models.errors import DamagedError
from models.journal import EDIT, REDO, UNDO, values_of
from models.plan import MinutedStep, RowChange
from models.tables import CONTENT, change, changeset

_TABLES = {table.name: table for table in CONTENT}


def between(reader: Reader, first: int, last: int | None, table: str | None = None) -> tuple[MinutedStep, ...]:
    """Return the steps from `first` to `last`, or to the newest, in order, with their rows, or those of one table."""
    here = changeset.c.sequence >= first
    if last is not None:
        here &= changeset.c.sequence <= last
    heads = reader.connection.execute(select(changeset).where(here).order_by(changeset.c.sequence)).all()
    noted = _noted(reader, {head.reverts or head.sequence for head in heads}, table)
    standing = _standing(heads)
    return tuple(
        MinutedStep(
            sequence=head.sequence,
            time=head.time,
            author=head.author,
            kind=head.kind,
            label=head.label,
            parameters={str(name): str(value) for name, value in json.loads(head.parameters or "{}").items()},
            why=head.why,
            reverts=head.reverts,
            stands=head.sequence in standing,
            rows=_done(noted[head.reverts or head.sequence], is_back=head.kind == UNDO),
        )
        for head in heads
    )


def _noted(reader: Reader, sequences: set[int], table: str | None) -> Mapping[int, Sequence[RowChange]]:
    """Return the row changes that the journal holds of these steps."""
    noted: dict[int, list[RowChange]] = defaultdict(list)
    if not sequences:
        return noted
    statement = select(change).where(change.c.changeset.between(min(sequences), max(sequences)))
    if table is not None:
        statement = statement.where(change.c.tab == table)
    for row in reader.connection.execute(statement.order_by(change.c.changeset, change.c.step)):
        if row.changeset in sequences:
            noted[row.changeset].append(_read(row))
    return noted


def _read(row: Row[Any]) -> RowChange:
    if row.tab not in _TABLES:
        raise DamagedError("file.journal", step=row.changeset)
    table = _TABLES[row.tab]
    return RowChange(table.name, values_of(table, row.old), values_of(table, row.new))


def _done(noted: Sequence[RowChange], *, is_back: bool) -> tuple[RowChange, ...]:
    if not is_back:
        return tuple(noted)
    return tuple(RowChange(one.table, one.new, one.old) for one in reversed(noted))


def _standing(heads: Sequence[Row[Any]]) -> set[int]:
    """Return which of the steps are edits that stand at the end."""
    standing: set[int] = set()
    for head in heads:
        if head.kind == EDIT:
            standing.add(head.sequence)
        elif head.kind == UNDO:
            standing.discard(head.reverts)
        elif head.kind == REDO:
            standing.add(head.reverts)
    return standing
