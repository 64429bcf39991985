"""Steps of work: what one did, and how the history shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One row that a step of work made, changed or removed: operation I, U or D."""

    table: str
    key: tuple[str, ...]
    operation: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step of work did; `sequence` is its number in the journal, 0 when it changed nothing."""

    sequence: int
    label: str
    rows: tuple[Change, ...]
    result: object = None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was changed."""
        return not self.rows


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history: `kind` is edit, undo or redo; `reverts` is the sequence it takes back or makes again."""

    sequence: int
    time: str
    author: str
    kind: str
    label: str
    parameters: Mapping[str, str]
    why: str
    reverts: int | None
    rows: int
