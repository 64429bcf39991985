"""Recovery: what a dead program left behind, or what can still be read of a damaged file, becomes a new plan file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Float, Integer, Table

from models.errors import DamagedError, UserError
from models.store import files, working
from models.store.engine import connect
from models.store.inspection import check_copy, create_schema
from models.store.publishing import make_compact
from models.tables import CONTENT, plan
from models.text import clean


@dataclass(frozen=True)
class Recovered:
    """What recovery found: the edits that were `unpublished`, or rows read from damage; `lost` names rows left out."""

    unpublished: bool
    rows: int
    lost: tuple[str, ...]


def recover(path: Path, out: Path) -> Recovered:
    """Write what can be had of the plan file `path` to the new file `out`; `path` itself is never touched.

    A working copy that a dead program left comes first: it holds everything that was ever acknowledged. It is then set aside,
    so that `path` can be opened again. Raises UserError when there is nothing to recover.
    """
    if out.exists():
        raise UserError("file.exists", path=str(out))
    left = working.left_behind(path)
    if left is not None:
        found = _from_working_copy(left, path, out)
        if found is not None:
            return found
    if not path.exists():
        raise UserError("file.missing", path=str(path))
    return _from_damage(path, out)


def _from_working_copy(left: working.WorkingCopy, path: Path, out: Path) -> Recovered | None:
    try:
        check_copy(left.database, path, stamped=False)
    except DamagedError:
        left.set_aside("damaged")
        return None
    compact = left.folder / "recover.sqlite"
    with files.explained(out):
        make_compact(left.database, compact)
        files.copy_whole(compact, out)
    files.remove(compact)
    left.set_aside("recovered")
    return Recovered(unpublished=True, rows=0, lost=())


def _from_damage(path: Path, out: Path) -> Recovered:
    folder = working.reading_folder()
    try:
        damaged, fresh, compact = (folder / name for name in ("damaged.sqlite", "fresh.sqlite", "compact.sqlite"))
        with files.explained(path):
            files.copy(path, damaged)
        rows, lost = _salvage(damaged, fresh, path)
        make_compact(fresh, compact)
        check_copy(compact, path, stamped=True)
        with files.explained(out):
            files.copy_whole(compact, out)
        return Recovered(unpublished=False, rows=rows, lost=tuple(lost))
    finally:
        files.remove_folder(folder)


def _salvage(damaged: Path, fresh: Path, path: Path) -> tuple[int, list[str]]:
    lost: list[str] = []
    target = connect(fresh, create=True)
    try:
        create_schema(target)
        origin = _open_damaged(damaged, path)
        target.execute("BEGIN")
        kept = sum(_salvage_table(origin, target, table, lost) for table in CONTENT)
        origin.close()
        target.execute("COMMIT")
        if not target.execute(f"SELECT 1 FROM {plan.name}").fetchone():  # noqa: S608
            raise UserError("recover.nothing", path=str(path))
        return kept, lost
    finally:
        target.close()


def _open_damaged(damaged: Path, path: Path) -> sqlite3.Connection:
    try:
        connection = connect(damaged)
        connection.text_factory = bytes
        connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchall()
    except sqlite3.Error as error:
        raise UserError("recover.nothing", path=str(path)) from error
    return connection


def _salvage_table(origin: sqlite3.Connection, target: sqlite3.Connection, table: Table, lost: list[str]) -> int:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    places = ", ".join("?" for _ in table.columns)
    kept = 0
    for values in _rows(origin, table, columns):
        try:
            row = [_sound(value, column.type) for value, column in zip(values, table.columns, strict=True)]
            target.execute(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", row)  # noqa: S608
            kept += 1
        except sqlite3.IntegrityError as error:
            if "UNIQUE" not in str(error):
                lost.append(_name(table, values))
        except (ValueError, UserError):
            lost.append(_name(table, values))
    return kept


def _rows(origin: sqlite3.Connection, table: Table, columns: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows that can be read: from the first on until damage stops it, then from the last backwards.

    A row may come twice; the primary key keeps one.
    """
    for order in ("", " ORDER BY rowid DESC"):
        try:
            # Not by an index, and not through a view that a stranger put in the table's place.
            kind = origin.execute("SELECT type FROM sqlite_schema WHERE name = ?", (table.name,)).fetchone()
            if kind is None or bytes(kind[0]) != b"table":
                return
            yield from origin.execute(f"SELECT {columns} FROM {table.name} NOT INDEXED{order}")  # noqa: S608
        except sqlite3.Error:
            continue
        else:
            return


def _sound(value: object, kind: object) -> object:
    if isinstance(kind, Integer | Float):
        if value is not None and not (isinstance(value, int | float) and abs(value) < 1e300):
            raise ValueError
        return value
    if value is not None and not isinstance(value, bytes):
        raise ValueError
    return None if value is None else clean(value.decode("utf-8"))


def _name(table: Table, values: tuple[object, ...]) -> str:
    key = values[0].decode("utf-8", "replace") if isinstance(values[0], bytes) else str(values[0])
    return f"{table.name} {key[:60]}"
