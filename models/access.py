"""What a reading or an editing function is handed: a connection, the method and, to write, who and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from models.method import MethodPack

REVISIONS_A_STEP = 1_000_000


@dataclass(frozen=True)
class Reader:
    """One consistent view of a plan."""

    connection: Connection
    method: MethodPack


@dataclass(frozen=True)
class Transaction(Reader):
    """One step of work under way: `now` is UTC in ISO 8601, `sequence` its number in the journal."""

    now: str
    author: str
    sequence: int
    new_id: Callable[[], str]
    parameters: dict[str, str] = field(default_factory=dict)

    def describe(self, **parameters: str) -> None:
        """Fill the places of the step's label, such as place="SOI5.O1"."""
        self.parameters.update(parameters)

    def revision(self, old: int = 0) -> int:
        """Return the revision a row gets from this step.

        It is above `old` and above every revision given by an earlier step, so that no undo and no second window can
        bring back a number that stood for other words.
        """
        return max(old, self.sequence * REVISIONS_A_STEP) + 1
