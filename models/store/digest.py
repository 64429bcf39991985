"""Digests of what a plan file holds: SQLite's own checks miss most changed bits."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from sqlalchemy import Table

from models.tables import CONTENT, JOURNAL, stamp


def file_digest(connection: sqlite3.Connection) -> str:
    """Return the digest of every row of every table, journal and revisions included.

    Raises UnicodeDecodeError where a text is not UTF-8 and sqlite3.Error where a row cannot be read.
    """
    return _digest(connection, (*CONTENT, *JOURNAL), without=frozenset())


def content_digest(connection: sqlite3.Connection) -> str:
    """Return the digest of the plan itself, without journal and revisions: equal plans have equal digests."""
    return _digest(connection, CONTENT, without=frozenset({"rev"}))


def write_stamp(connection: sqlite3.Connection) -> str:
    """Write the file digest into the file, and return it."""
    digest = file_digest(connection)
    connection.execute(f"INSERT OR REPLACE INTO {stamp.name} (id, digest) VALUES (1, ?)", (digest,))  # noqa: S608
    return digest


def read_stamp(connection: sqlite3.Connection) -> str | None:
    """Return the digest that was written into the file, or None."""
    row = connection.execute(f"SELECT digest FROM {stamp.name} WHERE id = 1").fetchone()  # noqa: S608
    return None if row is None else str(row[0])


def _digest(connection: sqlite3.Connection, tables: Iterable[Table], without: frozenset[str]) -> str:
    digest = hashlib.sha256()
    for table in sorted(tables, key=lambda table: table.name):
        columns = [f'quote("{column.name}")' for column in table.columns if column.name not in without]
        key = [f'"{column.name}"' for column in table.primary_key] or ["changeset", "step"]
        digest.update(f"\x1e{table.name}".encode())
        rows = connection.execute(
            f"SELECT CAST({'||char(31)||'.join(columns)} AS BLOB) FROM {table.name} ORDER BY {', '.join(key)}"  # noqa: S608
        )
        for (row,) in rows:
            row.decode("utf-8")
            digest.update(b"\x1d" + row)
    return digest.hexdigest()
