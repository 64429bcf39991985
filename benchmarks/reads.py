"""Reads of a plan beside the same rows fetched by sqlite3 alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.material import Material
from benchmarks.measuring import race
from benchmarks.report import Figure, Goal
from models.reading import initiatives, measures, sheets
from models.store.engine import connect
from models.store.plan import Plan

_GOAL = Goal(2, "floor")
_HANGING = {
    "measure_support": "actor",
    "measure_origin": "question",
    "measure_citation": "clause",
    "measure_stakeholder": "stakeholder",
    "review_mark": "question",
}
_WHOLE = ("plan", "actor", "successor", "source", "target", "dependency", "initiative", "initiative_support")
_OF_ANSWER = ("answer_citation", "answer_stakeholder")
_OF_SHEET = ("frame_choice",)


def reads(material: Material) -> Iterator[Figure]:
    """The matrix of one initiative, the counts of all cells, and the sheets of 12, in a small and in a large plan."""
    yield from reads_of(material.copy(material.example), "example", 60)
    yield from reads_of(material.copy(material.national), "400,000 measures", 9)


def reads_of(path: Path, name: str, runs: int) -> Iterator[Figure]:
    """The same reads of the plan at `path`, each `runs` times."""
    with closing(connect(path)) as bare, Plan.open_to_read(path) as plan:
        ids = [one.id for one in plan.read(initiatives.every)[:12]]
        one = ids[:1]
        matrix = race(runs, floor=_raw_matrix(bare, one), ours=lambda: plan.read(measures.by_initiative, one))
        counted = race(runs, floor=_raw_counts(bare), ours=lambda: plan.read(measures.counts))
        twelve = race(runs, floor=_raw_sheets(bare, ids), ours=lambda: plan.read(sheets.every, ids))
        rows = len(plan.read(measures.by_initiative, one)[one[0]])
        cells = len(plan.read(measures.counts))
    works = {f"matrix of one initiative, {rows} measures": matrix, f"measures in each of {cells} cells": counted}
    works["all that 12 sheets show"] = twelve
    for what, taken in works.items():
        yield Figure(f"{what} ({name})", taken["ours"].median, taken["floor"].median, goals=(_GOAL,))


def _marks(ids: Sequence[str]) -> str:
    return ", ".join("?" * len(ids))


def _raw_matrix(bare: sqlite3.Connection, ids: Sequence[str]) -> Callable[[], None]:
    wanted = f"SELECT id FROM measure WHERE initiative IN ({_marks(ids)})"
    statements = [
        f"SELECT * FROM measure WHERE initiative IN ({_marks(ids)}) ORDER BY initiative, kfa, kf, position, id",
        *(f"SELECT measure, {value} FROM {table} WHERE measure IN ({wanted})" for table, value in _HANGING.items()),
    ]
    return lambda: _fetch(bare, statements, ids)


def _raw_counts(bare: sqlite3.Connection) -> Callable[[], None]:
    return lambda: _fetch(bare, ["SELECT initiative, kfa, kf, count(*) FROM measure GROUP BY 1, 2, 3"], ())


def _raw_sheets(bare: sqlite3.Connection, ids: Sequence[str]) -> Callable[[], None]:
    matrix = _raw_matrix(bare, ids)
    answers = f"SELECT answer.* FROM answer JOIN cycle ON cycle.id = cycle WHERE initiative IN ({_marks(ids)})"
    of_answers = answers.replace("answer.*", "answer.id")
    statements = [
        answers,
        *(f"SELECT * FROM {table} WHERE answer IN ({of_answers})" for table in _OF_ANSWER),
        *(f"SELECT * FROM {table} WHERE initiative IN ({_marks(ids)})" for table in _OF_SHEET),
    ]
    whole = [f"SELECT * FROM {table}" for table in _WHOLE]
    whole.append("SELECT code, source, position FROM clause")

    def fetch() -> None:
        matrix()
        _fetch(bare, statements, ids)
        _fetch(bare, whole, ())

    return fetch


def _fetch(bare: sqlite3.Connection, statements: Sequence[str], values: Sequence[str]) -> None:
    for statement in statements:
        bare.execute(statement, values).fetchall()
