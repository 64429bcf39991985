"""Reading the whole portfolio at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from models.access import Reader
from models.plan import AnswerStatus, Initiative, PlanActor, PlanSource
from models.reading import initiatives, measures, plans
from models.reading.concerns import Concerns, concerns
from models.reading.coverage import PartCoverage, parts
from models.tables import answer, changeset, cycle, initiative


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a plan holds: groups of initiatives (one a basis), initiatives, questions, measures."""

    groups: int
    initiatives: int
    questions: int
    measures: int


@dataclass(frozen=True, slots=True)
class Glance:
    """An initiative at a glance: answers done by step code, measures by cell (KFA number, KF number)."""

    initiative: Initiative
    done: Mapping[str, int]
    cells: Mapping[tuple[int, int], int]

    @property
    def answers_done(self) -> int:
        """Return how many of the questions are done."""
        return sum(self.done.values())


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that the overview shows; `changed` is when the plan was changed last: UTC, ISO 8601."""

    glances: tuple[Glance, ...]
    actors: Mapping[str, PlanActor]
    sources: Mapping[str, PlanSource]
    concerns: Concerns
    coverage: tuple[PartCoverage, ...]
    changed: str


def portfolio(reader: Reader, on: date) -> Portfolio:
    """Return the whole portfolio as it stands on a day."""
    return Portfolio(
        glances=glances(reader),
        actors=plans.actors(reader),
        sources=plans.sources(reader),
        concerns=concerns(reader, on),
        coverage=parts(reader),
        changed=last_change(reader),
    )


def counts(reader: Reader) -> Counts:
    """Return how much the plan holds, without what was put away."""
    shown = select(func.count()).select_from(initiative).where(initiative.c.archived.is_(None))
    number = reader.connection.scalar(shown) or 0
    return Counts(
        groups=len(reader.method.bases),
        initiatives=number,
        questions=number * len(reader.method.questions),
        measures=sum(measures.counts(reader).values()),
    )


def last_change(reader: Reader) -> str:
    """Return when the plan was changed last, by an edit, an undo or a redo: UTC, ISO 8601."""
    return reader.connection.scalar(select(func.max(changeset.c.time))) or ""


def glances(reader: Reader) -> tuple[Glance, ...]:
    """Return every initiative at a glance, in the order of the plan."""
    done = _done(reader)
    placed = measures.counts(reader)
    return tuple(
        Glance(
            initiative=one,
            done={step: done[one.id, one.cycle, step] for step in reader.method.steps},
            cells={(kfa, kf): count for (owner, kfa, kf), count in placed.items() if owner == one.id},
        )
        for one in initiatives.every(reader)
    )


def _done(reader: Reader) -> Counter[tuple[str, int, str]]:
    """Return how many answers are done by (initiative id, cycle number, step code)."""
    rows = reader.connection.execute(
        select(cycle.c.initiative, cycle.c.number, answer.c.question)
        .join(cycle, cycle.c.id == answer.c.cycle)
        .where(answer.c.status == AnswerStatus.DONE.value)
    )
    steps = {code: question.step for code, question in reader.method.questions.items()}
    return Counter((owner, number, steps[code]) for owner, number, code in rows if code in steps)
