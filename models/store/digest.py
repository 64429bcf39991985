"""Digests of what a plan file holds: SQLite's own checks miss most changed bits."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from models.store.versions.shapes import STAMP, Shape, Version, version

_ROWS = 1000
"""Rows that are hashed at once."""


def file_digest(connection: sqlite3.Connection, of: Version | None = None) -> str:
    """Return the digest of every row of every table, journal and revisions included, of the present version or `of`.

    Raises UnicodeDecodeError where a text is not UTF-8 and sqlite3.Error where a row cannot be read.
    """
    return _digest(connection, (of or version()).shapes, without=frozenset())


def content_digest(connection: sqlite3.Connection) -> str:
    """Return the digest of the plan itself, without journal and revisions: equal plans have equal digests."""
    return _digest(connection, version().content, without=frozenset({"rev"}))


def write_stamp(connection: sqlite3.Connection, digest: str | None = None) -> str:
    """Write the file digest, reckoned now when it is not given, into the file, and return it."""
    digest = digest or file_digest(connection)
    connection.execute(f"INSERT OR REPLACE INTO {STAMP} (id, digest) VALUES (1, ?)", (digest,))  # noqa: S608
    return digest


def read_stamp(connection: sqlite3.Connection) -> str | None:
    """Return the digest that was written into the file, or None."""
    row = connection.execute(f"SELECT digest FROM {STAMP} WHERE id = 1").fetchone()  # noqa: S608
    return None if row is None else str(row[0])


def _digest(connection: sqlite3.Connection, tables: Iterable[Shape], without: frozenset[str]) -> str:
    digest = hashlib.sha256()
    for table in sorted(tables, key=lambda table: table.name):
        columns = [f'quote("{column.name}")' for column in table.columns if column.name not in without]
        key = [f'"{name}"' for name in table.key]
        digest.update(f"\x1e{table.name}".encode())
        rows = connection.execute(
            f"SELECT CAST({'||char(31)||'.join(columns)} AS BLOB) FROM {table.name} ORDER BY {', '.join(key)}"  # noqa: S608
        )
        while some := rows.fetchmany(_ROWS):
            content = b"\x1d" + b"\x1d".join(row for (row,) in some)
            content.decode("utf-8")
            digest.update(content)
    return digest.hexdigest()
