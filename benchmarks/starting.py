"""The command line from the start of its process to its end, beside Python alone and Python with SQLAlchemy."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.material import Material
from benchmarks.measuring import command, race
from benchmarks.report import ROOT, Figure, Goal

_RUNS = 11


def starting(material: Material) -> Iterator[Figure]:
    """Help, the whole example plan shown, and one answer written."""
    path = material.copy(material.example)
    soi = (sys.executable, ROOT / "main.py")
    taken = race(
        _RUNS,
        floor=command((sys.executable, "-c", "pass")),
        peer=command((sys.executable, "-c", "import sqlalchemy")),
        help=command((*soi, "--help")),
        show=command((*soi, "show", path)),
        answer=command((*soi, "answer", path, "SOI5", "O1", "Câu trả lời")),
    )
    for what, name, limit in (
        ("soi --help", "help", 1.0),
        ("soi show, the example plan", "show", 2.5),
        ("soi answer, published", "answer", 3.0),
    ):
        yield Figure(
            f"{what} (floor: Python; peer: import sqlalchemy)",
            taken[name].median,
            taken["floor"].median,
            taken["peer"].median,
            (Goal(limit, "peer"),),
        )
