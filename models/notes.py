"""Quiet notes on an answer: what it lacks to be complete. They block nothing; whether it is done, its planner says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from models.method import MethodPack
from models.plan import AnswerStatus
from models.wording import COPIED, likest

_MEASURED = ("S", "A", "C")
"""The steps from whose answers measures come."""
_FEWEST = 8
"""Words from which an answer is long enough to be called copied: “Not yet decided.” is nobody's own."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that an answer lacks, and the parameters of the sentence that says so."""

    kind: Literal["empty", "copied", "uncited", "unplaced"]
    parameters: Mapping[str, str] = field(default_factory=dict)


def notes(
    method: MethodPack,
    code: str,
    *,
    text: str,
    status: AnswerStatus,
    cites: Sequence[str],
    others: Mapping[str, str],
    placed: Collection[str],
) -> tuple[Note, ...]:
    """Return what the answer to a question, or the conclusion of a step, lacks.

    `others` holds what other initiatives answer to the same question, by their codes; `placed` the questions from which
    measures of this initiative came. A conclusion needs no citation of its own; that no measure came from a step is
    said once, at its conclusion.
    """
    if not text.strip():
        return () if status is AnswerStatus.EMPTY else (Note("empty", {"status": status.value}),)
    return (*_copied(text, others), *_uncited(method, code, cites), *_unplaced(method, code, placed))


def _copied(text: str, others: Mapping[str, str]) -> Iterator[Note]:
    if len(re.findall(r"\w+", text)) >= _FEWEST:
        other, how_much = likest(text, others)
        if how_much >= COPIED:
            yield Note("copied", {"initiative": other})


def _uncited(method: MethodPack, code: str, cites: Sequence[str]) -> Iterator[Note]:
    if code in method.questions and not cites:
        yield Note("uncited")


def _unplaced(method: MethodPack, code: str, placed: Collection[str]) -> Iterator[Note]:
    if code not in _MEASURED:
        return
    sources = {code, *(question.code for question in method.questions.values() if question.step == code)}
    if not sources & set(placed):
        yield Note("unplaced", {"step": code})
