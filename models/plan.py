"""Frozen records of a plan that cross the layers: what reads return and what views and documents show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.codes import cell_code
from models.method import Basis, Bilingual, FrameItem


class AnswerStatus(StrEnum):
    """How far an answer has come; done only when the planner says so."""

    EMPTY = "empty"
    DRAFT = "draft"
    DONE = "done"
    DISCUSS = "discuss"


class InitiativeStatus(StrEnum):
    """How far an initiative has come."""

    DRAFTING = "drafting"
    REVIEW = "review"
    APPROVED = "approved"
    CARRYING = "carrying"
    FINISHED = "finished"


class MeasureStatus(StrEnum):
    """How far a measure has come; late is reckoned on a day, never stored."""

    DRAFT = "draft"
    DOING = "doing"
    DONE = "done"


class DependencyKind(StrEnum):
    """What one initiative is to another; the first of `precedes` must come first."""

    PRECEDES = "precedes"
    ENABLES = "enables"
    CONFLICTS = "conflicts"


@dataclass(frozen=True, slots=True)
class PlanHeader:
    """What a plan is, in one line; `created` is UTC, ISO 8601."""

    id: str
    title: Bilingual
    pack: str
    created: str
    language: str
    superior_body: str
    issuing_body: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The text for one question (O1) or the conclusion of one step (O) in one cycle."""

    question: str
    text: str
    status: AnswerStatus
    cites: tuple[str, ...]
    updated: str
    author: str
    rev: int


CLEARS = ("person", "text", "due", "responsibility", "product", "authority")
"""The fields that say the six clears of a measure: person, task, time, responsibility, product, authority."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of a cell with the six clears; dates are days, progress is 0–100 percent."""

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
    status: MeasureStatus
    progress: int
    origin: tuple[str, ...]
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
class Initiative:
    """An initiative without its content; `cycle` is the number of its latest SOT cycle."""

    id: str
    code: str
    basis: str
    group: str
    basis_code: str
    title: Bilingual
    lead: str
    support: tuple[str, ...]
    status: InitiativeStatus
    frame: tuple[str, ...]
    stakeholders: tuple[str, ...]
    cycle: int
    cycle_opened: str
    cycle_closed: str | None
    rev: int


@dataclass(frozen=True, slots=True)
class Dependency:
    """A link from one initiative to another, by their codes; strength 1–3."""

    id: str
    origin: str
    to: str
    kind: DependencyKind
    strength: int
    why: str


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """A target kept in the plan: a figure with comparator and value, or a qualitative aim."""

    code: str
    indicator: str
    name: Bilingual
    unit: Bilingual
    source: str
    clause: str
    year: int
    comparator: str | None
    value: float | None
    text: Bilingual


@dataclass(frozen=True, slots=True)
class PlanActor:
    """A body kept in the plan, with who follows it by default and from when."""

    code: str
    name: Bilingual
    short: Bilingual
    block: str
    kind: str
    successor: str | None
    successor_from: date | None


@dataclass(frozen=True, slots=True)
class PlanSource:
    """A source document kept in the plan, without its clauses."""

    code: str
    number: str
    kind: Bilingual
    title: Bilingual
    issuer: Bilingual
    day: date | None
    rank: int
    secondary: bool


@dataclass(frozen=True, slots=True)
class InitiativeContent:
    """An initiative with the answers and conclusions of its latest cycle and its measures in matrix order."""

    initiative: Initiative
    answers: Mapping[str, Answer]
    conclusions: Mapping[str, Answer]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that an initiative sheet shows.

    `actors` gives the names of the bodies that it mentions by code, `citations` the clauses cited, in order of rank and
    number, by source.
    """

    plan: PlanHeader
    content: InitiativeContent
    basis: Basis
    frame: tuple[FrameItem, ...]
    needs: tuple[Dependency, ...]
    opens: tuple[Dependency, ...]
    enabled_by: tuple[Dependency, ...]
    enables: tuple[Dependency, ...]
    conflicts: tuple[Dependency, ...]
    titles: Mapping[str, Bilingual]
    targets: tuple[PlanTarget, ...]
    actors: Mapping[str, PlanActor]
    citations: tuple[tuple[PlanSource, tuple[str, ...]], ...]


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
