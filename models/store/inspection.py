"""What a file must be before a single query of the program is put to it.

The head is read from the plan file itself; everything else is asked of a private copy, under limits.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path

from models.errors import DamagedError, UserError
from models.store import files
from models.store.digest import file_digest, read_stamp
from models.store.engine import connect
from models.store.versions.shapes import Column, Shape, read_schema, version, version_of
from models.tables import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
HEAD = 100
_SECONDS = 60
_LINKS, _CLAUSE = ("dependency", "measure_link"), "clause"


def require_file(path: Path) -> None:
    """Raise UserError unless there is a file: a pipe, for one, would be waited for without end."""
    if path.is_dir():
        raise UserError("file.is_folder", path=str(path))
    if not path.is_file():
        raise UserError("file.not_a_plan" if path.exists() else "file.missing", path=str(path))


def check_head(path: Path) -> None:
    """Raise DamagedError unless the file's first bytes are those of a plan that this version reads."""
    require_file(path)
    head = files.read_head(path, HEAD)
    size = path.stat().st_size
    if not head:
        raise DamagedError("file.empty", path=str(path))
    if len(head) < HEAD or not head.startswith(_MAGIC) or _number(head, 68) != APPLICATION_ID:
        raise DamagedError("file.not_a_plan", path=str(path))
    version = _number(head, 60)
    if version > SCHEMA_VERSION:
        raise DamagedError("file.newer", path=str(path), version=version, ours=SCHEMA_VERSION)
    if version < 1:
        raise DamagedError("file.not_a_plan", path=str(path))
    if size < declared_size(head):
        raise DamagedError("file.truncated", path=str(path))


def declared_size(head: bytes) -> int:
    """Return how many bytes a file has by what its head says."""
    page = int.from_bytes(head[16:18], "big")
    return (65536 if page == 1 else page) * _number(head, 28)


def check_copy(copy: Path, path: Path, *, stamped: bool) -> str:
    """Raise DamagedError unless the private copy is a sound plan; return its file digest.

    With `stamped` it must hold the very rows that were published; a working copy has no such stamp. `path` is the plan
    file that the sentence names.
    """
    try:
        connection = connect(copy)
        try:
            return _check(connection, path, stamped=stamped)
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
        raise DamagedError("file.damaged", path=str(path), reason=str(error)) from error


def _check(connection: sqlite3.Connection, path: Path, *, stamped: bool) -> str:
    deadline = time.monotonic() + _SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
    number = version_of(connection)
    if number is None or read_schema(connection) != version(number).schema:
        raise DamagedError("file.schema", path=str(path))
    verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if verdict != "ok":
        raise DamagedError("file.damaged", path=str(path), reason=verdict)
    for shape in version(number).shapes:
        if connection.execute(bad_rows(shape)).fetchone():
            raise DamagedError("file.bad_row", path=str(path), table=shape.name)
    for name, keys in looped_rows(connection).items():
        if keys:
            raise DamagedError("file.bad_row", path=str(path), table=name)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise DamagedError("file.bad_row", path=str(path), table=broken[0])
    digest = file_digest(connection, version(number))
    if stamped and read_stamp(connection) != digest:
        raise DamagedError("file.digest", path=str(path))
    return digest


def bad_rows(shape: Shape) -> str:
    """Return the query for one row of a table that holds a value of a wrong kind, an endless number or a NUL."""
    wrong = " OR ".join(part for column in shape.columns for part in _wrong(column))
    return f"SELECT 1 FROM {shape.name} WHERE {wrong} LIMIT 1"  # noqa: S608


def _wrong(column: Column) -> list[str]:
    kinds = "'real', 'integer'" if column.kind == "real" else f"'{column.kind}'"
    null = ", 'null'" if column.is_nullable else ""
    wrong = [f'typeof("{column.name}") NOT IN ({kinds}{null})']
    if column.kind == "real":
        wrong.append(f'abs("{column.name}") > 1e300')
    if column.kind == "text":
        wrong.append(f'instr("{column.name}", char(0))')
    return wrong


def looped_rows(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the keys of rows that lead back to themselves, by table: own ancestors, links to oneself."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    own = {
        name: [key for (key,) in connection.execute(f"SELECT id FROM {name} WHERE origin = target")]  # noqa: S608
        for name in _LINKS
        if name in there
    }
    parents = dict(connection.execute(f"SELECT code, parent FROM {_CLAUSE} WHERE parent IS NOT NULL"))  # noqa: S608
    return {**own, _CLAUSE: _own_ancestors(parents)}


def _own_ancestors(parents: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    known: set[str] = set()
    for code in parents:
        trail: dict[str, None] = {}
        place = code
        while place in parents and place not in known and place not in trail:
            trail[place] = None
            place = parents[place]
        if place in trail:
            found.extend(list(trail)[list(trail).index(place) :])
        known.update(trail)
    return found


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")
