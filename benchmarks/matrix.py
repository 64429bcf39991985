"""The matrix with thirty measures in each of 384 cells, on a usual screen and on one of twice the pixels a side."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping

from benchmarks.material import Material
from benchmarks.report import ROOT, Figure, Goal

_SCREENS = {"1080p": (1920, 1080, "1"), "4K": (1920, 1080, "2")}
_GOALS = {"switch": 0.03, "type": 0.016, "drag": 0.1, "filter": 0.1, "heat": 0.1}
_SAID = {
    "switch": "another initiative, to its paint",
    "type": "a letter typed into a measure, to its paint",
    "drag": "a measure dragged to the next cell, on disk and painted",
    "filter": "a filter by words, to its paint",
    "heat": "the heat of 12 × 32, to its paint",
}


def matrix(material: Material) -> Iterator[Figure]:
    """Switch, paint, type, drag, filter and heat; painting beside a finished picture that is put there at once."""
    for screen, (width, height, ratio) in _SCREENS.items():
        told = _told(str(material.copy(material.full)), width, height, ratio)
        yield Figure(
            f"matrix painted again, {screen} (floor: a finished picture)",
            told["repaint"],
            told["floor"],
            goals=(Goal(3, "floor"),),
        )
        for name, limit in _GOALS.items():
            yield Figure(f"{_SAID[name]}, {screen}", told[name], goals=(Goal(limit),))


def _told(plan: str, width: int, height: int, ratio: str) -> Mapping[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.matrix_child", plan, str(width), str(height)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio},
        capture_output=True,
        check=True,
    )
    told: Mapping[str, float] = json.loads(done.stdout)
    return told
