"""One edit to disk, and taking it back, beside a bare commit with the same settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from benchmarks.material import Material
from benchmarks.measuring import Rival, race
from benchmarks.report import Figure, Goal
from models.editing import answers, measures
from models.editing.measures import MeasureFields
from models.reading import initiatives
from models.reading.measures import by_initiative
from models.store.engine import connect
from models.store.plan import Plan

_RUNS = 400
_RUNS_LARGE = 100
_TEXT = "Hoàn thiện thể chế, tháo gỡ điểm nghẽn để huy động nguồn lực cho hạ tầng số. " * 5
_COMMIT = Goal(3, "floor")
_AS_EDIT = Goal(1.5, "peer")


def edits(material: Material) -> Iterator[Figure]:
    """One edit of an answer or a measure, its slowest moments, and undo and redo."""
    path = material.copy(material.example)
    with closing(_bare(material.copy(path))) as bare, Plan.open(path) as plan:
        target = plan.read(initiatives.find, "SOI5")
        text = _texts()
        taken = race(
            _RUNS,
            floor=_commit(bare, target, text),
            answer=lambda: plan.edit("answer.write", answers.write, target, "O1", next(text)),
            typing=lambda: plan.edit("answer.write", answers.write, target, "O2", next(text), typing="O2"),
            measure=_measure(plan, target, text),
            undo=Rival(plan.undo, before=lambda: plan.edit("answer.write", answers.write, target, "O3", next(text))),
            redo=Rival(plan.redo, before=plan.undo, after=lambda result: plan.undo()),
        )
        plan.undo()
    floor, edit = taken["floor"], taken["answer"]
    yield Figure("edit of one answer", edit.median, floor.median, goals=(_COMMIT,))
    yield Figure("… the slowest of a hundred", edit.p99, floor.p99, goals=(_COMMIT,))
    yield Figure("… while typing into it", taken["typing"].median, floor.median, goals=(_COMMIT,))
    yield Figure("edit of one field of a measure", taken["measure"].median, floor.median, goals=(_COMMIT,))
    yield Figure("undo (peer: the edit)", taken["undo"].median, floor.median, edit.median, (_AS_EDIT,))
    yield Figure("redo (peer: the edit)", taken["redo"].median, floor.median, edit.median, (_AS_EDIT,))
    yield from _in_large_plan(material)


def _in_large_plan(material: Material) -> Iterator[Figure]:
    path = material.copy(material.national)
    with closing(_bare(material.copy(path))) as bare:
        plan = Plan.open(path)
        target = plan.read(initiatives.find, "SOI5")
        text = _texts()
        taken = race(
            _RUNS_LARGE,
            floor=_commit(bare, target, text),
            answer=lambda: plan.edit("answer.write", answers.write, target, "O1", next(text)),
            measure=_measure(plan, target, text),
        )
        plan.abandon()
    floor = taken["floor"].median
    yield Figure("edit of one answer, plan of 400,000 measures", taken["answer"].median, floor, goals=(_COMMIT,))
    yield Figure("edit of one measure, plan of 400,000 measures", taken["measure"].median, floor, goals=(_COMMIT,))


def _bare(path: Path) -> sqlite3.Connection:
    return connect(path)


def _texts() -> Iterator[str]:
    return (f"{_TEXT}{number}" for number in count())


def _commit(bare: sqlite3.Connection, initiative: str, text: Iterator[str]) -> Callable[[], None]:
    """Return the floor: one row changed and committed by sqlite3 itself."""
    sql = (
        "SELECT answer.id FROM answer JOIN cycle ON cycle.id = answer.cycle "
        "WHERE cycle.initiative = ? AND question = 'O1' ORDER BY cycle.number DESC"
    )
    (answer_id,) = bare.execute(sql, (initiative,)).fetchone()

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE answer SET text = ?, rev = rev + 1 WHERE id = ?", (next(text), answer_id))
        bare.execute("COMMIT")

    return commit


def _measure(plan: Plan, initiative: str, text: Iterator[str]) -> Callable[[], object]:
    (measure_id,) = [one.id for one in plan.read(by_initiative, [initiative])[initiative][:1]]
    return lambda: plan.edit("measure.change", measures.change, measure_id, MeasureFields(product=next(text)))
