"""Reading what lies on a planner's desk: one initiative with its answers, the talk about them and its SOT cycles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from models.access import Reader
from models.errors import UsageError
from models.plan import Answer, AnswerStatus, Comment, Initiative
from models.reading import answers, comments, initiatives, measures, versions
from models.tables import cycle


@dataclass(frozen=True, slots=True)
class CycleSpan:
    """One SOT cycle: its number, when it was opened and, once it is read-only, closed (UTC, ISO 8601), and why."""

    number: int
    opened: str
    closed: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Where words of an answer went: a measure and its cell; `words` is empty when it came from the whole answer."""

    measure: str
    cell: str
    text: str
    words: str
    needs_review: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """An initiative among all, and what one of its cycles, the latest unless another is asked for, answers.

    By question or step code: `answers` of that cycle, `comments` of all cycles, in how many `versions` the question was
    answered so far, and what was `placed` in the matrix from it, in matrix order. `cycle` is the number of the cycle
    that is shown.
    """

    initiative: Initiative
    initiatives: tuple[Initiative, ...]
    cycle: int
    answers: Mapping[str, Answer]
    cycles: tuple[CycleSpan, ...]
    comments: Mapping[str, tuple[Comment, ...]]
    versions: Mapping[str, int]
    placed: Mapping[str, tuple[PlacedWords, ...]]

    @property
    def is_closed(self) -> bool:
        """Return whether the cycle that is shown can only be read."""
        return any(span.number == self.cycle and span.closed is not None for span in self.cycles)

    def tally(self, codes: tuple[str, ...]) -> Counter[AnswerStatus]:
        """Return how many of the questions `codes` have each status."""
        return Counter(self.answers[code].status if code in self.answers else AnswerStatus.EMPTY for code in codes)


def desk(reader: Reader, initiative_id: str, cycle: int | None = None) -> Desk | None:
    """Return the desk of an initiative with its latest cycle or the one of that number; None when it is gone.

    One that was put away is gone too. Raises UsageError when it has no such cycle.
    """
    every = initiatives.every(reader)
    found = next((one for one in every if one.id == initiative_id), None)
    if found is None:
        return None
    number = found.cycle if cycle is None else cycle
    return Desk(
        initiative=found,
        initiatives=every,
        cycle=number,
        answers=answers.of_cycle(reader, cycle_id(reader, found, number)),
        cycles=spans(reader, initiative_id),
        comments=comments.of_initiative(reader, initiative_id),
        versions=versions.count_of(reader, initiative_id),
        placed=_placed(reader, initiative_id),
    )


def spans(reader: Reader, initiative_id: str) -> tuple[CycleSpan, ...]:
    """Return the SOT cycles of an initiative, the first one first."""
    statement = select(cycle).where(cycle.c.initiative == initiative_id).order_by(cycle.c.number)
    rows = reader.connection.execute(statement)
    return tuple(CycleSpan(row.number, row.opened, row.closed, row.reason) for row in rows)


def cycle_id(reader: Reader, one: Initiative, number: int) -> str:
    """Return the id of the cycle of an initiative that has this number; raises UsageError when there is none."""
    here = (cycle.c.initiative == one.id, cycle.c.number == number)
    found = reader.connection.scalar(select(cycle.c.id).where(*here))
    if found is None:
        raise UsageError("code.cycle", code=one.code, number=number, last=one.cycle)
    return str(found)


def _placed(reader: Reader, initiative_id: str) -> Mapping[str, tuple[PlacedWords, ...]]:
    gathered: dict[str, list[PlacedWords]] = defaultdict(list)
    for one in measures.by_initiative(reader, [initiative_id]).get(initiative_id, ()):
        for question in one.origin:
            words = one.words.get(question, "")
            placed = PlacedWords(one.id, one.cell, one.text, words, needs_review=question in one.review)
            gathered[question].append(placed)
    return {question: tuple(found) for question, found in gathered.items()}
