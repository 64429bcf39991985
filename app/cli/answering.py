"""The command for one answer: answer, which writes it, comments on it and shows what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli import speech
from app.cli.arguments import (
    TEXT,
    argument,
    as_json,
    initiative_code,
    moment,
    option,
    plan_path,
    reading,
    reason,
    tell_saved,
    writing,
)
from app.cli.help import OneOf, command
from models.access import Transaction
from models.editing import answers, comments
from models.errors import UsageError
from models.plan import AnswerStatus, AnswerVersion
from models.reading import initiatives, versions

# An empty answer is empty by itself; nobody says so.
_GIVEN_STATUSES = [status for status in AnswerStatus if status is not AnswerStatus.EMPTY]
_INDENT = "  "


@command("answer")
@plan_path
@initiative_code
@argument("question", "question")
@argument("text", "text", says="answer_text", type=TEXT, required=False)
@option("--status", says="answer_status", type=OneOf(_GIVEN_STATUSES))
@option("--cites", says="cites", stands_for="clause", multiple=True)
@option("--stakeholder", "stakeholders", says="answer_stakeholder", stands_for="name", multiple=True)
@option("--comment", says="answer_comment", stands_for="text", type=TEXT)
@option("--history", "is_history", says="answer_history")
@as_json
@reason
def answer(
    path: Path,
    initiative: str,
    question: str,
    comment: str | None,
    is_history: bool,
    as_json: bool,
    why: str,
    cites: tuple[str, ...],
    stakeholders: tuple[str, ...],
    **given: Any,
) -> None:
    """Write an answer or the conclusion of a step, comment on it, or show what it said; `given` are text and status."""
    given |= {"cites": _listed(cites), "stakeholders": _listed(stakeholders)}
    is_written = any(value is not None for value in given.values())
    if is_history:
        if is_written or comment is not None:
            raise UsageError("usage.history_alone")
        _show_history(path, initiative, question, as_json=as_json)
        return
    if as_json:
        raise UsageError("usage.json_of_history")
    if not is_written and comment is None:
        raise UsageError("usage.answer_nothing")
    label = "answer.write" if is_written else "comment.add"
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        changes = plan.edit(label, _write, target, question, comment, given if is_written else None, why=why)
    tell_saved(changes.is_empty)


def _write(
    transaction: Transaction, initiative_id: str, question: str, comment: str | None, given: dict[str, Any] | None
) -> None:
    """Write what is given of an answer and add a comment, in one step."""
    if given is not None:
        answers.write(transaction, initiative_id, question, **given)
    if comment is not None:
        comments.add(transaction, initiative_id, question, comment)


def _listed(values: Sequence[str]) -> list[str] | None:
    """Return the values of an option that may be repeated, None when it is not given; an empty one empties the list."""
    return [value for value in values if value.strip()] if values else None


def _show_history(path: Path, initiative: str, question: str, *, as_json: bool) -> None:
    with reading(path) as plan:
        target = plan.read(initiatives.find, initiative)
        code = question.strip().upper()
        if code not in plan.method.questions and code not in plan.method.steps:
            raise UsageError("code.question", code=question)
        found = plan.read(versions.of_answer, target, code)
    if as_json:
        speech.out_json([_version_json(one) for one in found])
        return
    if not found:
        speech.tell("show.no_versions")
    for place, one in enumerate(found):
        if place:
            speech.out()
        _show_version(one)


def _show_version(one: AnswerVersion) -> None:
    status = speech.text(f"status.answer.{one.status}")
    when = moment(one.time)
    speech.out(speech.text("show.version", sequence=one.sequence, when=when, author=one.author or "–", cycle=one.cycle))
    speech.out_hanging(_INDENT, f"[{status}] {one.text}".rstrip())
    if one.cites:
        speech.out_hanging(_INDENT, f"[{', '.join(one.cites)}]")
    if one.stakeholders:
        speech.out_hanging(_INDENT, speech.text("show.stakeholders", names="; ".join(one.stakeholders)))


def _version_json(one: AnswerVersion) -> dict[str, Any]:
    return {
        "sequence": one.sequence,
        "time": one.time,
        "author": one.author,
        "cycle": one.cycle,
        "text": one.text,
        "status": one.status,
        "cites": list(one.cites),
        "stakeholders": list(one.stakeholders),
    }
