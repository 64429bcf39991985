"""Opening a plan and publishing it, beside SQLite alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from benchmarks.material import Material, size
from benchmarks.measuring import Rival, race, told
from benchmarks.report import ROOT, Figure, Goal
from models.editing import answers
from models.reading import initiatives
from models.store.plan import Plan

_FIRST_READ = (
    "SELECT initiative.*, max(cycle.number) FROM initiative JOIN cycle ON initiative = initiative.id GROUP BY 1"
)
_AT_ONCE = Goal(0.040)
_RECOVERY = Goal(10)
_PUBLISH = Goal(1.4)
"""A plan file is at most 30 s old, and publishing waits twenty times as long as it took the last time."""

_FIRST = """
import sys, time
from pathlib import Path
from models.reading import initiatives
from models.store.plan import Plan
begin = time.perf_counter()
plan = Plan.open(Path(sys.argv[1]))
plan.read(initiatives.every)
print(time.perf_counter() - begin)
plan.abandon()
"""


def opening(material: Material) -> Iterator[Figure]:
    """Opening until the first page has been read, and publishing after one edit."""
    example, large = material.example, material.hundred
    warm = _open(material, "open the example, first read", example, 15, _AT_ONCE)
    yield warm
    cold = told((sys.executable, "-c", _FIRST, material.copy(example)), ROOT, 7).median
    yield Figure("… as the first work of its process, after import", cold, warm.floor, warm.peer, (_AT_ONCE,))
    yield _open(material, f"open a plan of {size(large)}, first read", large, 3, _RECOVERY)
    yield _publish(material, "publish the example", example, 9)
    yield _publish(material, f"publish a plan of {size(large)}", large, 3)


def _open(material: Material, what: str, origin: Path, runs: int, goal: Goal) -> Figure:
    path = material.copy(origin)
    copy = material.place(".sqlite")

    def bare() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(_FIRST_READ).fetchall()

    def checked() -> None:
        shutil.copyfile(path, copy)
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA integrity_check").fetchall()
            connection.execute(_FIRST_READ).fetchall()

    def ours() -> Plan:
        plan = Plan.open(path)
        plan.read(initiatives.every)
        return plan

    taken = race(runs, floor=bare, peer=checked, ours=Rival(ours, after=Plan.abandon))
    what = f"{what} (peer: copy, integrity_check, read)"
    return Figure(what, taken["ours"].median, taken["floor"].median, taken["peer"].median, (goal,))


def _publish(material: Material, what: str, origin: Path, runs: int) -> Figure:
    path = material.copy(origin)
    bare = material.copy(origin)
    compact = material.place(".sqlite")
    number = count()

    def vacuum() -> None:
        compact.unlink(missing_ok=True)
        with closing(sqlite3.connect(bare)) as connection:
            connection.execute("VACUUM INTO ?", (str(compact),))
        with compact.open("rb+") as file:
            os.fsync(file.fileno())

    plan = Plan.open(path)
    target = plan.read(initiatives.find, "SOI5")
    edit = Rival(
        plan.publish,
        before=lambda: plan.edit("answer.write", answers.write, target, "O1", f"Câu trả lời {next(number)}"),
    )
    taken = race(runs, floor=vacuum, ours=edit)
    plan.abandon()
    return Figure(f"{what} (floor: VACUUM INTO)", taken["ours"].median, taken["floor"].median, goals=(_PUBLISH,))
