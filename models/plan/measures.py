"""The entries of the driving matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.codes import cell_code
from models.plan.states import DependencyKind, MeasureStatus

CLEARS = ("person", "text", "due", "responsibility", "product", "authority")
"""The fields that say the six clears of a measure: person, task, time, responsibility, product, authority."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of a cell with the six clears; dates are days, progress is 0–100 percent.

    `origin` holds the codes of the answers that it came from, `words` what was selected in them, by question, where
    something was; `stakeholders` are the names of those it serves. `cost` is in million VND; `confirmed` is the day on
    which somebody, `confirmed_by`, last looked at it and let it stand.
    """

    id: str
    initiative: str
    kfa: int
    kf: int
    position: int
    text: str
    lead: str
    person: str
    support: tuple[str, ...]
    responsibility: str
    start: date | None
    due: date | None
    product: str
    authority: str
    funding: str
    indicator: str
    cost: int | None
    confirmed: date | None
    confirmed_by: str
    status: MeasureStatus
    progress: int
    origin: tuple[str, ...]
    words: Mapping[str, str]
    stakeholders: tuple[str, ...]
    cites: tuple[str, ...]
    review: tuple[str, ...]
    updated: str
    rev: int

    @property
    def cell(self) -> str:
        """Return the code of its cell: KFA3.KF2."""
        return cell_code(self.kfa, self.kf)

    def is_late(self, on: date) -> bool:
        """Return whether it was due before `on` and is not done."""
        return self.status is not MeasureStatus.DONE and self.due is not None and self.due < on

    @property
    def unclear(self) -> tuple[str, ...]:
        """Return which of the six clears (sáu rõ) it lacks, by field; its task is its text, which is never empty."""
        return tuple(name for name in CLEARS if not getattr(self, name))


@dataclass(frozen=True, slots=True)
class MeasureLink:
    """A link from one measure to another, by their ids, as `Dependency` is one between initiatives."""

    id: str
    origin: str
    to: str
    kind: DependencyKind
    strength: int
    why: str
    lag: int = 0
