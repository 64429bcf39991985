"""What a plan is, and the reference data that it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.method import Bilingual


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
