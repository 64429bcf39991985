"""Figures as a table for the eye, and as an entry of the history in docs/performance.md."""

from __future__ import annotations

import os
import platform
import sqlite3
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HISTORY = ROOT / "docs" / "performance.md"
HEADS = ("what", "floor", "peer", "ours", "ratio", "goal", "ok?")
NOT_INSTALLED = "not installed"


@dataclass(frozen=True)
class Goal:
    """At most `limit` times the floor or the peer, or at most `limit` of the figure's own unit."""

    limit: float
    of: str = ""

    def text(self, unit: str) -> str:
        """Return the goal as the table says it."""
        return f"≤ {self.limit:g} × {self.of}" if self.of else f"≤ {_number(self.limit, unit)}"


@dataclass(frozen=True)
class Figure:
    """One thing measured, in seconds or, with `unit` "MB", in megabytes; less is better."""

    what: str
    ours: float
    floor: float | None = None
    peer: float | None = None
    goals: tuple[Goal, ...] = ()
    unit: str = "s"
    no_peer: str = ""

    def ratio(self, of: str) -> float | None:
        """Return ours as a multiple of the floor or the peer, None where there is none to compare with."""
        rival = self.floor if of == "floor" else self.peer
        return self.ours / rival if rival else None

    def is_met(self, goal: Goal) -> bool | None:
        """Return whether a goal is met, None when its rival is not here."""
        reached = self.ratio(goal.of) if goal.of else self.ours
        return None if reached is None else reached <= goal.limit

    @property
    def verdict(self) -> str:
        """Whether every goal that could be checked is met."""
        met = [self.is_met(goal) for goal in self.goals]
        if not self.goals or met.count(None) == len(met):
            return "–"
        return "no" if False in met else "yes"

    def cells(self) -> tuple[str, ...]:
        """Return the figure as a row of the table."""
        compared = dict.fromkeys(goal.of for goal in self.goals if goal.of)
        ratios = [(of, self.ratio(of)) for of in compared or ("floor" if self.floor else "peer",)]
        return (
            self.what,
            _number(self.floor, self.unit),
            self.no_peer or _number(self.peer, self.unit),
            _number(self.ours, self.unit),
            ", ".join(f"{ratio:.2f} × {of}" for of, ratio in ratios if ratio is not None) or "–",
            ", ".join(goal.text(self.unit) for goal in self.goals) or "–",
            self.verdict,
        )


def table(figures: Iterable[Figure]) -> str:
    """Return figures as a table that reads well in a terminal and in Markdown."""
    rows = [HEADS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(_line(row, widths) for row in rows)


def machine() -> str:
    """Return what was measured on what, briefly."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return (
        f"version {version}; {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def append(figures: Sequence[Figure], history: Path = HISTORY) -> None:
    """Add a run to the end of the history."""
    entry = f"\n### {datetime.now(UTC):%Y-%m-%d}: {machine()}\n\n{table(figures)}\n"
    with history.open("a", encoding="utf-8") as file:
        file.write(entry)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    if unit == "MB":
        return f"{value:.0f} MB"
    if value >= 1:
        return f"{value:.1f} s"
    return f"{value * 1000:.3g} ms"
