"""The window: from the start of the process to the first picture, from page to page, and from a key to its paint."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.material import Material
from benchmarks.report import ROOT, Figure, Goal
from benchmarks.spreadsheet import first_window
from models.editing import answers
from models.reading import desks, initiatives
from models.store.plan import Plan

_RUNS = 7
_SWITCH, _KEY = 0.05, 0.016
_LONG, _PARAGRAPH = 20_000, 100


def screens(material: Material) -> Iterator[Figure]:
    """Start beside a bare Qt window, page switches, and keys while the plan is committed, published and undone."""
    plan = str(material.copy(material.example))
    floors, ours = [], []
    for _ in range(_RUNS + 1):
        floors.append(_started("bare"))
        ours.append(_started("whole", plan))
    floor, our = _median(floors[1:]), _median(ours[1:])
    yield Figure(
        "start to first paint (floor: bare window; peer: LibreOffice's window with 12 matrices)",
        our["taken"],
        floor["taken"],
        first_window(Path(plan)),
        (Goal(3.5, "floor"), Goal(1, "peer")),
    )
    yield Figure("memory then", our["memory"], floor["memory"], None, (Goal(110),), unit="MB")
    pairs = _told("pages", plan)
    worst = max(pairs, key=lambda pair: pairs[pair])
    yield Figure(f"page switch, slowest of {len(pairs)}: {worst}", pairs[worst], goals=(Goal(_SWITCH),))
    yield Figure("page switch, median", statistics.median(pairs.values()), goals=(Goal(_SWITCH),))
    keys = _told("typing", plan, "SOI5.O1")
    yield from _waits("key to paint while committed, published, undone", keys)
    yield Figure("memory after typing, with every page built", keys["memory"], unit="MB")
    _lengthen(Path(plan), "SOI5", "O2")
    yield from _waits(f"the same in an answer of {_LONG:,} words", _told("typing", plan, "SOI5.O2"))


def _waits(what: str, keys: Mapping[str, float]) -> Iterator[Figure]:
    for name in ("median", "p99", "max"):
        yield Figure(f"{what}: {name}", keys[name], goals=(Goal(_KEY),) if name != "max" else ())


def _lengthen(path: Path, code: str, question: str) -> None:
    """Let an answer be very long: what its paragraphs say again and again."""
    with Plan.open(path) as plan:
        one = plan.read(initiatives.find, code)
        found = plan.read(desks.desk, one)
        assert found is not None
        text = found.answers[question].text
        paragraph = " ".join((text.split() * _PARAGRAPH)[:_PARAGRAPH])
        plan.edit("answer.write", answers.write, one, question, "\n".join([paragraph] * (_LONG // _PARAGRAPH)))


def _started(*work: str) -> Mapping[str, float]:
    begin = time.monotonic()
    told = _told(*work)
    return {"taken": told["moment"] - begin, "memory": told["memory"]}


def _told(*work: str) -> Mapping[str, float]:
    """Let a child do a work and return what it found; raises CalledProcessError when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.screen_child", *work],
        cwd=ROOT,
        # Compiled modules are kept, as they are wherever the program is installed; the first run, which makes them, is
        # not counted.
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        check=True,
    )
    told: Mapping[str, float] = json.loads(done.stdout)
    return told


def _median(runs: list[Mapping[str, float]]) -> Mapping[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
