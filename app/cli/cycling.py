"""The command for SOT cycles: cycle, which opens, closes and compares them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.cli import speech
from app.cli.arguments import (
    WholeNumber,
    argument,
    as_json,
    initiative_code,
    moment,
    option,
    plan_path,
    reading,
    reason,
    writing,
)
from app.cli.help import OneOf, command
from app.documents.plan_json import span_json
from models.access import Reader
from models.editing import cycles as editing
from models.errors import UsageError, UserError
from models.plan import Answer, AnswerStatus
from models.reading import cycles, initiatives
from models.reading.cycles import Compared, Comparison
from models.reading.desks import CycleSpan, spans
from models.wording import marks

_NEW, _CLOSE, _COMPARE = "new", "close", "compare"
_INDENT = "  "
_MARKED = {"same": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}
"""How what is the same, went and came is shown: as git shows the differences of words."""


@command("cycle")
@plan_path
@initiative_code
@argument("action", says="cycle_action", type=OneOf((_NEW, _CLOSE, _COMPARE)))
@option("--with", "other", says="cycle_with", stands_for="number", type=WholeNumber(1))
@as_json
@reason
def cycle(path: Path, initiative: str, action: str, other: int | None, as_json: bool, why: str) -> None:
    """Open or close an SOT cycle, or compare the latest with another."""
    if action == _COMPARE:
        with reading(path) as plan:
            found = plan.read(_compared, initiative, other)
            if as_json:
                speech.out_json(_comparison_json(found))
            else:
                plan.read(_show, found)
        return
    if other is not None or as_json:
        raise UsageError("usage.compare_alone")
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        if action == _NEW:
            number = plan.edit("cycle.start", editing.start, target, why=why).result
        else:
            number = plan.edit("cycle.close", editing.close, target, why, why=why).result
    speech.tell("done.cycle_new" if action == _NEW else "done.cycle_close", number=number)


def _compared(reader: Reader, code: str, other: int | None) -> Comparison:
    """Return the latest cycle of an initiative beside another one, or beside the one before it."""
    target = initiatives.find(reader, code)
    last = spans(reader, target)[-1].number
    if last == 1:
        raise UserError("cycle.only_one", code=code)
    return cycles.compare(reader, target, last - 1 if other is None else other, last)


def _show(reader: Reader, found: Comparison) -> None:
    for span in (found.first, found.second):
        speech.out(_span(span))
    changed = [one for one in found.answers if one.has_changed]
    if not changed:
        speech.out(speech.text("show.no_differences"))
    method = reader.method
    for one in changed:
        step = method.steps.get(one.question)
        asked = step.conclusion if step is not None else method.questions[one.question].text
        speech.out()
        speech.out_hanging(f"{one.question:<2}  ", f"{asked[speech.language()]} [{_statuses(one)}]")
        speech.out_hanging(_INDENT * 2, "".join(_MARKED[kind].format(text) for kind, text in _marks(one)))
        for name in ("cites", "stakeholders"):
            listed = _listed(one, name)
            if listed:
                speech.out_hanging(_INDENT * 2, f"[{listed}]")


def _span(span: CycleSpan) -> str:
    if span.closed is None:
        return speech.text("show.cycle_open", number=span.number, opened=moment(span.opened))
    said = speech.text("show.cycle_closed", number=span.number, opened=moment(span.opened), closed=moment(span.closed))
    return speech.text("show.step_why", label=said, why=span.reason) if span.reason else said


def _statuses(one: Compared) -> str:
    said = [
        speech.text(f"status.answer.{AnswerStatus.EMPTY if answer is None else answer.status}")
        for answer in (one.first, one.second)
    ]
    return " → ".join(dict.fromkeys(said))


def _marks(one: Compared) -> list[tuple[str, str]]:
    texts = ["" if answer is None else answer.text for answer in (one.first, one.second)]
    return [(piece.kind, piece.text) for piece in marks(*texts)]


def _listed(one: Compared, name: str) -> str:
    """Return a list of both cycles, what went and came marked; nothing when it is the same in both."""
    first, second = (() if answer is None else getattr(answer, name) for answer in (one.first, one.second))
    if first == second:
        return ""
    gone = [_MARKED["gone"].format(value) for value in first if value not in second]
    kept = [value if value in first else _MARKED["come"].format(value) for value in second]
    return "; ".join([*gone, *kept])


def _comparison_json(found: Comparison) -> dict[str, Any]:
    return {
        "initiative": found.initiative.code,
        "first": span_json(found.first),
        "second": span_json(found.second),
        "answers": [
            {
                "question": one.question,
                "changed": one.has_changed,
                "first": _answer_json(one.first),
                "second": _answer_json(one.second),
                "marks": [{"kind": kind, "text": text} for kind, text in _marks(one)],
            }
            for one in found.answers
        ],
    }


def _answer_json(one: Answer | None) -> dict[str, Any] | None:
    if one is None:
        return None
    lists = {"cites": list(one.cites), "stakeholders": list(one.stakeholders)}
    return {"text": one.text, "status": one.status, **lists, "updated": one.updated, "author": one.author}
