"""Recovery: what was left behind of a plan, or what can still be read of a damaged file, becomes a new plan file."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.errors import DamagedError, UserError
from models.store import files, working
from models.store.engine import connect
from models.store.inspection import HEAD, check_copy, declared_size, looped_rows
from models.store.lock import acquire, release
from models.store.publishing import finish, make_compact, snapshot
from models.store.refusals import database_explained, explained
from models.store.versions.bringing import bring_up
from models.store.versions.shapes import Column, Shape, Version, create, likeliest
from models.tables import plan
from models.text import clean

_SECONDS = 60
_LONGEST = 1_000_000_000
_MOST_TABLES = 1000
_Row = tuple[object, ...]


@dataclass(frozen=True)
class Recovered:
    """What recovery found: the edits that were `unpublished`, or rows read from damage; `lost` names rows left out."""

    unpublished: bool
    rows: int
    lost: tuple[str, ...]


def recover(path: Path, out: Path) -> Recovered:
    """Write what can be had of the plan file `path` to the new file `out`; `path` itself is never touched.

    A working copy that was left behind comes first: it holds everything that was ever acknowledged. It is then set
    aside, so that `path` can be opened again. Raises UserError when there is nothing to recover, or the plan is open.
    """
    path, out = files.real(path), files.free_place(out)
    with explained(path):
        return _from_what_was_left(path, out) or _from_plan_file(path, out)


def _from_what_was_left(path: Path, out: Path) -> Recovered | None:
    if working.left_behind(path) is None:
        return None
    with _locked(path):
        left = working.left_behind(path)
        return _from_working_copy(left, path, out) if left is not None else None


def _from_plan_file(path: Path, out: Path) -> Recovered:
    with working.reading_copy() as folder:
        damaged = folder / "damaged.sqlite"
        try:
            # A file that was moved in the middle of a transaction is only sound with its journal.
            damaged = working.private_copy(path, folder)
        except DamagedError as error:
            if error.message_id == "file.newer":
                raise
            files.copy(path, damaged)
            _lengthen(damaged)
        return _from_damage(damaged, folder, path, out)


def _lengthen(damaged: Path) -> None:
    """Give a file that was cut short its length back: SQLite reads nothing of a shorter one."""
    size = declared_size(files.read_head(damaged, HEAD))
    if damaged.stat().st_size < size <= _LONGEST:
        files.lengthen(damaged, size)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock, so that nobody takes the working copy over meanwhile; where none can be made there is no rival."""
    try:
        holder = acquire(path)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        release(path, holder)


def _from_working_copy(left: working.WorkingCopy, path: Path, out: Path) -> Recovered | None:
    """Write out what was left behind and set it aside; return None when only the plan file can still be read."""
    with explained(out), working.reading_copy() as folder:
        try:
            check_copy(left.database, left.database, stamped=False)
        except DamagedError:
            return _from_damaged_working_copy(left, folder, path, out)
        compact = snapshot(left.database, folder / "compact.sqlite")
        bring_up(compact, path)
        check_copy(finish(compact), out, stamped=True)
        files.copy_whole(compact, out)
        left.set_aside("recovered")
        return Recovered(unpublished=True, rows=0, lost=())


def _from_damaged_working_copy(left: working.WorkingCopy, folder: Path, path: Path, out: Path) -> Recovered | None:
    damaged = folder / "damaged.sqlite"
    files.copy(left.database, damaged)
    try:
        found = _from_damage(damaged, folder, left.database, out)
    except UserError as error:
        if error.message_id != "recover.nothing" or not path.exists():
            raise
        found = None
    left.set_aside("damaged")
    return found


def _from_damage(damaged: Path, folder: Path, path: Path, out: Path) -> Recovered:
    fresh = folder / "fresh.sqlite"
    with database_explained("recover.failed"):
        rows, lost = _salvage(damaged, fresh, path)
    bring_up(fresh, path)
    compact = make_compact(fresh, folder / "salvaged.sqlite")
    check_copy(compact, path, stamped=True)
    with explained(out):
        files.copy_whole(compact, out)
    return Recovered(unpublished=False, rows=rows, lost=tuple(lost))


def _salvage(damaged: Path, fresh: Path, path: Path) -> tuple[int, list[str]]:
    """Copy what can be read into a new plan of the damaged one's version; return how many rows, and what was lost."""
    lost: list[str] = []
    with (
        contextlib.closing(connect(fresh, create=True)) as target,
        contextlib.closing(_open_damaged(damaged, path)) as origin,
    ):
        found = _version_of(origin)
        create(target, found)
        target.execute("BEGIN")
        kept = sum(_salvage_table(origin, target, shape, lost) for shape in found.content)
        kept -= _drop_loops(target, found, lost)
        target.execute("COMMIT")
        if not target.execute(f"SELECT 1 FROM {plan.name}").fetchone():  # noqa: S608
            raise UserError("recover.nothing", path=str(path))
        return kept, lost


def _open_damaged(damaged: Path, path: Path) -> sqlite3.Connection:
    try:
        connection = connect(damaged)
        connection.text_factory = bytes
        deadline = time.monotonic() + _SECONDS
        connection.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
        connection.execute("SELECT name FROM sqlite_schema LIMIT 1").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # What SQLite says of a broken schema quotes it, and the bytes of a damaged one need not be text.
        raise UserError("recover.nothing", path=str(path)) from error
    return connection


def _version_of(damaged: sqlite3.Connection) -> Version:
    declared = set()
    with contextlib.suppress(sqlite3.Error):
        for (name,) in damaged.execute("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT ?", (_MOST_TABLES,)):
            declared.add(bytes(name).decode("utf-8", "replace"))
    return likeliest(frozenset(declared))


def _salvage_table(origin: sqlite3.Connection, target: sqlite3.Connection, shape: Shape, lost: list[str]) -> int:
    places = ", ".join("?" for _ in shape.columns)
    kept = 0
    for values in _rows(origin, shape, lost):
        try:
            row = [_sound(value, column) for value, column in zip(values, shape.columns, strict=True)]
            target.execute(f"INSERT INTO {shape.name} ({shape.names}) VALUES ({places})", row)  # noqa: S608
            kept += 1
        except (ValueError, UserError, sqlite3.IntegrityError):
            lost.append(_name(shape, values))
    return kept


def _drop_loops(target: sqlite3.Connection, found: Version, lost: list[str]) -> int:
    """Leave out rows that lead back to themselves; return how many."""
    shapes = {shape.name: shape for shape in found.content}
    loops = [(shapes[name], key) for name, keys in looped_rows(target).items() for key in keys]
    for shape, key in loops:
        target.execute(f"DELETE FROM {shape.name} WHERE {shape.key[0]} = ?", (key,))  # noqa: S608
        lost.append(_name(shape, (key,)))
    return len(loops)


def _rows(origin: sqlite3.Connection, shape: Shape, lost: list[str]) -> Iterator[_Row]:
    """Yield, once each, the rows that can be read: from the first on until damage, then from the last backwards.

    That there were rows in between is noted in `lost`.
    """
    seen: set[int] = set()
    for order in ("", " ORDER BY rowid DESC"):
        try:
            # Not by an index, and not through a view that a stranger put in the table's place.
            kind = origin.execute("SELECT type FROM sqlite_schema WHERE name = ?", (shape.name,)).fetchone()
            if kind is None or bytes(kind[0]) != b"table":
                return
            for values in origin.execute(f"SELECT {shape.names} FROM {shape.name} NOT INDEXED{order}"):  # noqa: S608
                if hash(values) not in seen:
                    seen.add(hash(values))
                    yield values
        except sqlite3.Error:
            lost.extend([_name(shape, ("…",))] if not order else [])
        else:
            return


def _sound(value: object, column: Column) -> object:
    """Return a value as it may be written; raises ValueError or UserError when it is not of its column's kind."""
    if value is None:
        return None
    if column.kind != "text":
        kinds = int if column.kind == "integer" else int | float
        if not isinstance(value, kinds) or abs(value) > 1e300:
            raise ValueError
        return value
    if not isinstance(value, bytes):
        raise ValueError
    return clean(value.decode("utf-8"))


def _name(shape: Shape, values: _Row) -> str:
    key = values[0].decode("utf-8", "replace") if isinstance(values[0], bytes) else str(values[0])
    return f"{shape.name} {key[:60]}"
