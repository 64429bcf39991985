"""Reading what lies on a planner's desk: one initiative with its answers and its SOT cycles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from models.access import Reader
from models.plan import Answer, AnswerStatus, Initiative
from models.reading import initiatives
from models.reading.rows import lists_of
from models.tables import answer, answer_citation, cycle


@dataclass(frozen=True, slots=True)
class CycleSpan:
    """One SOT cycle: its number, when it was opened and, once it is read-only, closed (UTC, ISO 8601)."""

    number: int
    opened: str
    closed: str | None


@dataclass(frozen=True, slots=True)
class Desk:
    """An initiative among all, the answers and conclusions of its latest cycle by question or step code, its cycles."""

    initiative: Initiative
    initiatives: tuple[Initiative, ...]
    answers: Mapping[str, Answer]
    cycles: tuple[CycleSpan, ...]

    @property
    def is_closed(self) -> bool:
        """Return whether the latest cycle can only be read."""
        return bool(self.cycles) and self.cycles[-1].closed is not None

    def tally(self, codes: tuple[str, ...]) -> Counter[AnswerStatus]:
        """Return how many of the questions `codes` have each status."""
        return Counter(self.answers[code].status if code in self.answers else AnswerStatus.EMPTY for code in codes)


def desk(reader: Reader, initiative_id: str) -> Desk | None:
    """Return the desk of an initiative, None when it is gone."""
    every = initiatives.every(reader)
    found = next((one for one in every if one.id == initiative_id), None)
    if found is None:
        return None
    statement = select(cycle).where(cycle.c.initiative == initiative_id).order_by(cycle.c.number)
    rows = reader.connection.execute(statement).all()
    return Desk(
        initiative=found,
        initiatives=every,
        answers=_answers(reader, rows[-1].id),
        cycles=tuple(CycleSpan(row.number, row.opened, row.closed) for row in rows),
    )


def _answers(reader: Reader, cycle_id: str) -> Mapping[str, Answer]:
    mine = select(answer.c.id).where(answer.c.cycle == cycle_id)
    cites = lists_of(reader, answer_citation, answer_citation.c.answer.in_(mine))
    return {
        row.question: Answer(
            question=row.question,
            text=row.text,
            status=AnswerStatus(row.status),
            cites=cites.get(row.id, ()),
            updated=row.updated,
            author=row.author,
            rev=row.rev,
        )
        for row in reader.connection.execute(select(answer).where(answer.c.cycle == cycle_id))
    }
