"""Initiatives, their content, the links between them and the sheets that show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.method import Basis, Bilingual, FrameItem
from models.plan.answers import Answer
from models.plan.measures import Measure
from models.plan.reference import PlanActor, PlanHeader, PlanSource, PlanTarget
from models.plan.states import DependencyKind, InitiativeStatus


@dataclass(frozen=True, slots=True)
class Initiative:
    """An initiative without its content; `cycle` is the number of its latest SOT cycle.

    `owner` is the named person who answers for it, `stakeholders` are the names that the answers of its latest cycle
    use, `archived` is when it was put away: UTC, ISO 8601.
    """

    id: str
    code: str
    basis: str
    group: str
    basis_code: str
    title: Bilingual
    lead: str
    owner: str
    support: tuple[str, ...]
    status: InitiativeStatus
    frame: tuple[str, ...]
    stakeholders: tuple[str, ...]
    cycle: int
    cycle_opened: str
    cycle_closed: str | None
    archived: str | None
    rev: int


@dataclass(frozen=True, slots=True)
class Dependency:
    """A link from one initiative to another, by their codes; strength 1–3.

    With `precedes`, `lag` months pass between the end of the one and the beginning of the other.
    """

    id: str
    origin: str
    to: str
    kind: DependencyKind
    strength: int
    why: str
    lag: int = 0


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
