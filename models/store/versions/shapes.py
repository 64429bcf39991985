"""What a plan file of each version declares, read from resources/schema: a version that was released never changes."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.tables import APPLICATION_ID, SCHEMA_VERSION

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "schema"
STAMP = "stamp"
_JOURNAL = {"change": ("changeset", "step"), "changeset": ("sequence",)}
"""Tables outside undo and outside the content digest, and what orders their rows."""
_KINDS = {"INTEGER": "integer", "FLOAT": "real"}
_MOST_DECLARED = 1000
_BLANKS = re.compile(r"[ \t\n\r\f]+")
Schema = frozenset[tuple[str, str, str, str | None]]


@dataclass(frozen=True)
class Column:
    """A column, whose values are of the `kind` text, integer or real; `default` is what a row has that gives none."""

    name: str
    kind: str
    is_nullable: bool
    default: str | None


@dataclass(frozen=True)
class Shape:
    """A table with its columns in order, and the names of those that its rows are told apart by."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def is_journal(self) -> bool:
        """Return whether it says how the plan came about."""
        return self.name in _JOURNAL

    @property
    def names(self) -> str:
        """Return the names of its columns as SQL writes them."""
        return ", ".join(f'"{column.name}"' for column in self.columns)


@dataclass(frozen=True)
class Version:
    """A version of the plan file: the script that lays it down, everything it declares, its tables but the stamp.

    Each table comes before those that refer to it.
    """

    number: int
    script: str
    schema: Schema
    shapes: tuple[Shape, ...]

    @property
    def content(self) -> tuple[Shape, ...]:
        """Return the tables that hold the plan itself."""
        return tuple(shape for shape in self.shapes if not shape.is_journal)


@cache
def version(number: int = SCHEMA_VERSION) -> Version:
    """Return what is known of a version, from the first to the present one."""
    script = (FOLDER / f"version_{number}.sql").read_text(encoding="utf-8")
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        return Version(number, script, read_schema(connection), _shapes(connection))


def version_of(connection: sqlite3.Connection) -> int | None:
    """Return the number of the version that a file says it has, None when this program knows no such version."""
    number = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return number if 1 <= number <= SCHEMA_VERSION else None


def likeliest(declared: frozenset[str]) -> Version:
    """Return the version whose tables a file declares most of: that of a damaged file, whose head may say anything."""
    known = (version(number) for number in range(SCHEMA_VERSION, 0, -1))
    return max(known, key=lambda one: sum(1 if shape.name in declared else -1 for shape in one.shapes))


def read_schema(connection: sqlite3.Connection) -> Schema:
    """Return everything that a file declares; how its text is broken into lines says nothing."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ?", (_MOST_DECLARED,))
    return frozenset(
        (kind, name, table, None if sql is None else _BLANKS.sub(" ", sql)) for kind, name, table, sql in rows
    )


def create(connection: sqlite3.Connection, of: Version | None = None) -> None:
    """Make the empty tables of a plan, of the present version when none is named."""
    of = of or version()
    connection.executescript(
        f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {of.number}; {of.script} COMMIT;"
    )


def _shapes(connection: sqlite3.Connection) -> tuple[Shape, ...]:
    columns: dict[str, list[tuple[Column, int]]] = {}
    for table, name, kind, is_required, default, place in connection.execute(
        'SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk '
        "FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.rowid, c.cid"
    ):
        column = Column(name, _KINDS.get(kind, "text"), not is_required, default)
        columns.setdefault(table, []).append((column, place))
    return tuple(_shape(table, found) for table, found in columns.items() if table != STAMP)


def _shape(table: str, found: list[tuple[Column, int]]) -> Shape:
    keys = sorted((place, column.name) for column, place in found if place)
    return Shape(
        table,
        tuple(column for column, _place in found),
        _JOURNAL.get(table) or tuple(name for _place, name in keys),
    )
