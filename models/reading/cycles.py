"""Reading two SOT cycles of an initiative beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from models.access import Reader
from models.errors import UserError
from models.plan import Answer, Initiative
from models.reading import answers, initiatives
from models.reading.desks import CycleSpan, cycle_id, spans


@dataclass(frozen=True, slots=True)
class Compared:
    """What two cycles answer to one question or conclude for one step; None where a cycle has nothing."""

    question: str
    first: Answer | None
    second: Answer | None

    @property
    def has_changed(self) -> bool:
        """Return whether words, status, citations or stakeholders differ."""
        return _said(self.first) != _said(self.second)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two cycles of an initiative: every question and every step, in the order of the method."""

    initiative: Initiative
    first: CycleSpan
    second: CycleSpan
    answers: tuple[Compared, ...]


def compare(reader: Reader, initiative_id: str, first: int, second: int) -> Comparison:
    """Return what the cycles of these numbers say, question by question, each step closed by its conclusion.

    Raises UsageError when the initiative has no such cycle, UserError when it is gone.
    """
    one = next((found for found in initiatives.every(reader) if found.id == initiative_id), None)
    if one is None:
        raise UserError("edit.gone", id=initiative_id)
    written = [answers.of_cycle(reader, cycle_id(reader, one, number)) for number in (first, second)]
    known = {span.number: span for span in spans(reader, initiative_id)}
    order = []
    for step in reader.method.steps:
        order += [code for code, question in reader.method.questions.items() if question.step == step] + [step]
    return Comparison(
        initiative=one,
        first=known[first],
        second=known[second],
        answers=tuple(Compared(code, written[0].get(code), written[1].get(code)) for code in order),
    )


def _said(one: Answer | None) -> tuple[object, ...] | None:
    if one is None:
        return None
    return (one.text, one.status, one.cites, one.stakeholders)
