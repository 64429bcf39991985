"""Connections to a SQLite file of this program, with the settings that reliability rests on."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

LONGEST_VALUE = 50_000_000
"""Bytes of the longest value that SQLite may build: a hostile file cannot fill the memory."""

PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "busy_timeout = 5000",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
)


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open a private copy; without `create` a missing file is an error, never a new empty database."""
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def writing_engine(path: Path) -> Engine:
    """Return an engine with the one connection that writes; each transaction takes the write lock when it begins."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connect(path), poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: _begin(connection, "BEGIN IMMEDIATE"))
    return engine


def reading_engine(path: Path) -> Engine:
    """Return an engine whose connections only read, for any thread."""

    def creator() -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=creator, poolclass=QueuePool, pool_size=2, max_overflow=4)
    event.listen(engine, "begin", lambda connection: _begin(connection, "BEGIN"))
    return engine


def _begin(connection: Any, statement: str) -> None:
    connection.exec_driver_sql(statement)
