"""The window: from the start of the process to the first picture, from page to page, and from a key to its paint."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

from benchmarks.material import Material
from benchmarks.report import ROOT, Figure, Goal

_RUNS = 7
_SWITCH, _KEY = 0.05, 0.016


def screens(material: Material) -> Iterator[Figure]:
    """Start beside a bare Qt window, page switches, and keys while the plan is committed, published and undone."""
    plan = str(material.copy(material.example))
    floors, ours = [], []
    for _ in range(_RUNS + 1):
        floors.append(_started("bare"))
        ours.append(_started("whole", plan))
    floor, our = _median(floors[1:]), _median(ours[1:])
    yield Figure("start to first paint (floor: bare window)", our["taken"], floor["taken"], None, (Goal(3.5, "floor"),))
    yield Figure("memory then", our["memory"], floor["memory"], None, (Goal(110),), unit="MB")
    pairs = _told("pages", plan)
    worst = max(pairs, key=lambda pair: pairs[pair])
    yield Figure(f"page switch, slowest of {len(pairs)}: {worst}", pairs[worst], goals=(Goal(_SWITCH),))
    yield Figure("page switch, median", statistics.median(pairs.values()), goals=(Goal(_SWITCH),))
    keys = _told("typing", plan)
    for name in ("median", "p99", "max"):
        goals = (Goal(_KEY),) if name != "max" else ()
        yield Figure(f"key to paint while committed, published, undone: {name}", keys[name], goals=goals)
    yield Figure("memory after typing", keys["memory"], goals=(Goal(110),), unit="MB")


def _started(*work: str) -> Mapping[str, float]:
    begin = time.monotonic()
    told = _told(*work)
    return {"taken": told["moment"] - begin, "memory": told["memory"]}


def _told(*work: str) -> Mapping[str, float]:
    """Let a child do a work and return what it found; raises CalledProcessError when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.screen_child", *work],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
    )
    told: Mapping[str, float] = json.loads(done.stdout)
    return told


def _median(runs: list[Mapping[str, float]]) -> Mapping[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
