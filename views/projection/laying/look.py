"""What the room is shown: public words only. No note, problem, person, comment or idea that is still hidden is here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Cell = tuple[int, int]
"""The numbers of a KFA and a KF."""


@dataclass(frozen=True, slots=True)
class Head:
    """The line at the top: `timer` is empty while no time box runs."""

    title: str
    subtitle: str
    clock: str
    timer: str = ""
    is_over: bool = False
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Foot:
    """The line at the foot: what keys do, the rest as a sentence; `more` is said when there are further pages."""

    hints: tuple[str, ...]
    totals: str
    more: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure: its text, its state and, in the focus on one cell, who leads it, when it is due, where it is from."""

    text: str
    state: str
    facts: str = ""


@dataclass(frozen=True, slots=True)
class MatrixLook:
    """The whole matrix of one initiative; headings are pairs of code and name by number."""

    rows: Mapping[int, tuple[str, str]]
    columns: Mapping[int, tuple[str, str]]
    cells: Mapping[Cell, tuple[Shown, ...]]
    chosen: Cell
    page: int


@dataclass(frozen=True, slots=True)
class Idea:
    """A proposal that the room may see; `votes` says how many dots it has, nothing for none."""

    text: str
    proposer: str
    votes: str
    state: str


@dataclass(frozen=True, slots=True)
class CellLook:
    """One cell: measures, what the resolution says, ideas and decisions, and the same cell of linked initiatives."""

    entries: tuple[Shown, ...]
    quote: str
    source: str
    ideas_title: str
    ideas: tuple[Idea, ...]
    decisions: tuple[str, ...]
    hidden: str
    related_title: str
    related: tuple[str, ...]
    empty: str
    chosen: int
    page: int


@dataclass(frozen=True, slots=True)
class HeatLook:
    """How many measures stand in each cell of each initiative: rows of a code and its counts."""

    groups: tuple[str, ...]
    factors: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    chosen: int
    page: int


Body = MatrixLook | CellLook | HeatLook
"""What stands between head and foot."""
