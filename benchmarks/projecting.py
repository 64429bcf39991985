"""The picture that the room sees, over a plan with thirty measures in each of 384 cells, at 1080p and 4K."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping

from benchmarks.material import Material
from benchmarks.report import ROOT, Figure, Goal

_SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}
_GOALS = {"anew": 0.016, "switch": 0.03, "cell": 0.016, "focus": 0.03, "idea": 0.1}
_SAID = {
    "anew": "the room's matrix drawn anew, letter by letter",
    "switch": "the room sees another initiative",
    "cell": "the room sees another cell chosen",
    "focus": "the room sees the next cell in focus",
    "idea": "a proposal noted: on disk and seen by the room",
}


def projecting(material: Material) -> Iterator[Figure]:
    """Paint the whole matrix beside a finished picture that is put there at once, then go where a facilitator goes."""
    for name, (width, height) in _SIZES.items():
        told = _told(str(material.copy(material.full)), width, height)
        yield Figure(
            f"the room's matrix painted again, {name} (floor: a finished picture)",
            told["repaint"],
            told["floor"],
            goals=(Goal(3, "floor"),),
        )
        for work, limit in _GOALS.items():
            yield Figure(f"{_SAID[work]}, {name}", told[work], goals=(Goal(limit),))


def _told(plan: str, width: int, height: int) -> Mapping[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.projecting_child", plan, str(width), str(height)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"},
        capture_output=True,
        check=True,
    )
    told: Mapping[str, float] = json.loads(done.stdout)
    return told
