"""Plan files to measure on: the example, a hundred of it in one plan, and that with 400,000 measures."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table

from models import tables
from models.editing import example
from models.method import open_pack
from models.store.digest import write_stamp
from models.store.engine import connect
from models.store.plan import Plan

COPIES = 100
IN_A_CELL = 30
MEASURES = 400_000
RARE = "zirconi"
"""A word that only a few measures of the national plan hold."""
_RARE_EVERY = 20_000


class Material:
    """Plan files below `folder`, each made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._copies = 0

    @cached_property
    def example(self) -> Path:
        """The example plan: 12 initiatives."""
        path = self.folder / "example.soi"
        plan = Plan.create(
            path,
            open_pack(example.PACK),
            author=example.author(),
            clock=example.made_at,
            ids=example.steady_ids(),
        )
        plan.found("plan.example", example.found)
        plan.close()
        return path

    @cached_property
    def hundred(self) -> Path:
        """A plan of 1,200 initiatives: each of the example a hundred times."""
        return self._enlarged(self.example, "hundred.soi", _multiply_initiatives)

    @cached_property
    def national(self) -> Path:
        """A plan of 1,200 initiatives with 400,000 measures."""
        return self._enlarged(self.hundred, "national.soi", _multiply_measures)

    @cached_property
    def full(self) -> Path:
        """The example plan with thirty measures in each of its 384 cells."""
        return self._enlarged(self.example, "full.soi", _fill_cells)

    def copy(self, path: Path) -> Path:
        """Return a fresh copy of a plan file, to be written to."""
        copy = self.place(".soi")
        shutil.copyfile(path, copy)
        return copy

    def place(self, suffix: str) -> Path:
        """Return a path at which there is no file yet."""
        self._copies += 1
        return self.folder / f"{self._copies}{suffix}"

    def _enlarged(self, origin: Path, name: str, enlarge: Callable[[sqlite3.Connection], None]) -> Path:
        path = self.folder / name
        shutil.copyfile(origin, path)
        connection = connect(path)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        enlarge(connection)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        write_stamp(connection)
        connection.close()
        return path


def size(path: Path) -> str:
    """Return how large a file is, for people."""
    return f"{path.stat().st_size / 1024 / 1024:.0f} MB"


def _multiply_initiatives(connection: sqlite3.Connection) -> None:
    """Copy the initiatives, and what hangs on them, under ids that begin with the number of the copy."""
    copied = {tables.initiative}
    for table in tables.metadata.sorted_tables:
        if any(key.column.table in copied for key in table.foreign_keys):
            copied.add(table)
    ordered = [table for table in tables.metadata.sorted_tables if table in copied]
    for table in ordered:
        connection.execute(f"CREATE TEMP TABLE original_{table.name} AS SELECT * FROM {table.name}")
    statements = [_copying(table, copied) for table in ordered]
    for number in range(1, COPIES):
        for statement in statements:
            connection.execute(statement, {"copy": number})


def _copying(table: Table, copied: set[Table]) -> str:
    values = [_value(table, column, copied) for column in table.columns]
    return f"INSERT INTO {table.name} SELECT {', '.join(values)} FROM original_{table.name}"


def _value(table: Table, column: Column[Any], copied: set[Table]) -> str:
    if column.name == "id" or any(key.column.table in copied for key in column.foreign_keys):
        return f"printf('%08x', :copy) || substr({column.name}, 9)"
    if table is tables.initiative and column.name == "number":
        return "number + :copy"
    if table is tables.initiative and column.name == "position":
        return "position + 12 * :copy"
    return str(column.name)


def _multiply_measures(connection: sqlite3.Connection) -> None:
    """Copy the measures within their cells until there are enough of them, and give a few the rare word."""
    connection.execute("CREATE TEMP TABLE original AS SELECT * FROM measure")
    there = connection.execute("SELECT count(*) FROM original").fetchone()[0]
    changed = {
        "id": "substr(id, 1, 9) || printf('%04x', :copy) || substr(id, 14)",
        "position": "position + 100 * :copy",
        "text": "text || ' · đợt ' || :copy",
    }
    values = ", ".join(changed.get(column.name, column.name) for column in tables.measure.columns)
    for number, total in enumerate(range(there, MEASURES, there), start=1):
        connection.execute(
            f"INSERT INTO measure SELECT {values} FROM original LIMIT :wanted",
            {"copy": number, "wanted": MEASURES - total},
        )
    connection.execute("UPDATE measure SET text = text || ' ' || ? WHERE rowid % ? = 0", (RARE, _RARE_EVERY))


def _fill_cells(connection: sqlite3.Connection) -> None:
    """Let every cell hold as many measures, each with a text of the example."""
    connection.execute("CREATE TEMP TABLE original AS SELECT row_number() OVER (ORDER BY id) AS place, * FROM measure")
    there = connection.execute("SELECT count(*) FROM original").fetchone()[0]
    changed = {
        "id": "printf('%08x-%04x-7000-8000-%012x', i.rowid, 10 * d.value + f.value, n.value)",
        "initiative": "i.id",
        "kfa": "d.value",
        "kf": "f.value",
        "position": "n.value + 1000",
    }
    values = ", ".join(changed.get(column.name, f"o.{column.name}") for column in tables.measure.columns)
    connection.execute(
        f"INSERT INTO measure SELECT {values} FROM initiative i, json_each('[1,2,3,4,5,6,7,8]') d, "
        "json_each('[1,2,3,4]') f, json_each(:numbers) n JOIN original o "
        "ON o.place = 1 + (i.position * 32 + d.value * 4 + f.value + n.value * 7) % :there",
        {"numbers": str(list(range(IN_A_CELL))), "there": there},
    )
    connection.execute("DELETE FROM measure WHERE position < 1000")
