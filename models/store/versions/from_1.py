"""From version 1 to version 2.

Version 1 kept the stakeholders of an initiative as a whole; version 2 keeps those of each answer. They go to the answer
on stakeholders (O2) of the initiative's latest cycle, into an empty answer where there is none.

The history goes along. Every earlier step can be undone as before, unless the plan has, or ever had, stakeholders: then
taking an earlier step back would not lead to what there was, so the move is a step of its own at which undo stops.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from models.access import REVISIONS_A_STEP
from models.errors import DamagedError
from models.journal import CREATE, literals
from models.store import files
from models.store.versions.shapes import Shape, version

_STAKEHOLDERS, _CHANGES = "initiative_stakeholder", "change"
_Row = tuple[Any, ...]


@dataclass
class _Place:
    """The answer to which an initiative's stakeholders go; without a cycle there is none, but in the history."""

    answer: str
    cycle: str | None = None
    is_there: bool = False


def copy(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy every row of a plan of version 1 into an empty one of version 2."""
    for shape in version(1).shapes:
        if shape.name not in (_STAKEHOLDERS, _CHANGES):
            _insert(new, shape, old.execute(f"SELECT {shape.names} FROM {shape.name} ORDER BY rowid"))  # noqa: S608
    places = _places(new)
    wider = _wider()
    rows = old.execute(f"SELECT {_shapes_of(1)[_CHANGES].names} FROM {_CHANGES} ORDER BY changeset, step")  # noqa: S608
    _insert(new, _shapes_of(2)[_CHANGES], (_change(row, wider, places) for row in rows))
    links = old.execute(
        f"SELECT initiative, stakeholder FROM {_STAKEHOLDERS} "  # noqa: S608
        "JOIN stakeholder ON stakeholder.id = stakeholder ORDER BY initiative, name"
    ).fetchall()
    if links or old.execute("SELECT 1 FROM change WHERE tab = ?", (_STAKEHOLDERS,)).fetchone():
        _move_stakeholders(new, places, links)


def _shapes_of(number: int) -> Mapping[str, Shape]:
    return {shape.name: shape for shape in version(number).shapes}


def _wider() -> Mapping[str, tuple[Shape, Shape]]:
    """Return the tables that have more columns now, as they were and as they are."""
    now = _shapes_of(2)
    pairs = {name: (was, now[name]) for name, was in _shapes_of(1).items() if name in now}
    return {name: (was, wide) for name, (was, wide) in pairs.items() if was.columns != wide.columns}


def _insert(new: sqlite3.Connection, shape: Shape, rows: Iterable[_Row]) -> None:
    """Insert rows as version 1 has them: what version 2 adds to them stands at its default."""
    places = ", ".join("?" for _ in shape.columns)
    new.executemany(f"INSERT INTO {shape.name} ({shape.names}) VALUES ({places})", rows)  # noqa: S608


def _places(new: sqlite3.Connection) -> dict[str, _Place]:
    rows = new.execute(
        "SELECT initiative, cycle.id, answer.id FROM cycle "
        "LEFT JOIN answer ON answer.cycle = cycle.id AND answer.question = 'O2' ORDER BY number"
    )
    return {
        initiative: _Place(answer or str(uuid.uuid4()), cycle, answer is not None) for initiative, cycle, answer in rows
    }


def _change(row: _Row, wider: Mapping[str, tuple[Shape, Shape]], places: dict[str, _Place]) -> _Row:
    """Return a row of the journal as version 2 keeps it: as its table is now, and with what its first column holds."""
    changeset, step, table, operation, *texts = row
    if table == _STAKEHOLDERS:
        table, texts = "answer_stakeholder", [_moved(text, places) for text in texts]
    elif table in wider:
        texts = [_widened(text, *wider[table]) for text in texts]
    before, after = texts
    there = before if after is None else after
    if there is None:
        raise DamagedError("file.journal", step=changeset)
    return (changeset, step, table, operation, before, after, str(next(literals(there))))


def _widened(text: str | None, was: Shape, now: Shape) -> str | None:
    if text is None:
        return None
    names = [column.name for column in was.columns]
    there = dict(zip(names, _values(text, was), strict=True))
    return ",".join(
        _literal(there[column.name]) if column.name in there else column.default or "NULL" for column in now.columns
    )


def _moved(text: str | None, places: dict[str, _Place]) -> str | None:
    if text is None:
        return None
    initiative, stakeholder = _values(text, _shapes_of(1)[_STAKEHOLDERS])
    place = places.setdefault(initiative, _Place(str(uuid.uuid4())))
    return f"{_literal(place.answer)},{_literal(stakeholder)},0"


def _values(text: str, shape: Shape) -> list[Any]:
    """Return the values of a row of the journal; raises DamagedError where they are not those of such a row."""
    values = list(literals(text))
    if len(values) != len(shape.columns):
        raise DamagedError("file.journal", step=shape.name)
    return values


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return "NULL" if value is None else str(value)


def _move_stakeholders(new: sqlite3.Connection, places: dict[str, _Place], links: list[tuple[str, str]]) -> None:
    """Give the stakeholders to the answers that take them, as a step of the history."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    (sequence,) = new.execute("SELECT coalesce(max(sequence), 0) + 1 FROM changeset").fetchone()
    new.execute(
        "INSERT INTO changeset (sequence, time, author, kind, label, parameters) VALUES (?, ?, ?, ?, ?, ?)",
        (sequence, now, files.author(), CREATE, "plan.migrate", json.dumps({"old": "1", "new": "2"})),
    )
    taken: dict[str, int] = {}
    for initiative, stakeholder in links:
        place = places.get(initiative)
        if place is None or place.cycle is None:
            continue
        if not place.is_there:
            new.execute(
                "INSERT INTO answer (id, cycle, question, status, updated, rev) VALUES (?, ?, 'O2', 'empty', ?, ?)",
                (place.answer, place.cycle, now, sequence * REVISIONS_A_STEP + 1),
            )
            place.is_there = True
        position = taken.get(place.answer, 0)
        new.execute("INSERT INTO answer_stakeholder VALUES (?, ?, ?)", (place.answer, stakeholder, position))
        taken[place.answer] = position + 1
