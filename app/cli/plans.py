"""Commands for a plan as a whole: new, log, undo, redo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.cli import speech
from app.cli.arguments import (
    TEXT,
    WholeNumber,
    argument,
    as_json,
    moment,
    option,
    pack_name,
    plan_path,
    reading,
    reason,
    sound_pack,
    writing,
)
from app.cli.help import OneOf, command
from models.editing import example, plans
from models.errors import UsageError
from models.messages import LANGUAGES
from models.method import Bilingual, keep_pack
from models.plan import Changes, Step
from models.reading import history
from models.store.plan import Plan

_steps = argument("steps", "steps", type=WholeNumber(1), required=False, default=1)


@command("new")
@plan_path
@option("--title", says="title", stands_for="text", type=TEXT)
@option("--example", "is_example", says="example")
@pack_name
@option("--lang", "language", says="new_lang", type=OneOf(LANGUAGES))
@reason
def new(path: Path, title: str | None, is_example: bool, pack: str, language: str | None, why: str) -> None:
    """Make a new plan."""
    method = sound_pack(pack)
    keep_pack(method)
    if is_example:
        _refuse_beside_example(title, method.id, language)
        plan = Plan.create(path, method, author=example.author(), clock=example.made_at, ids=example.steady_ids())
        _found(plan, "plan.example", why, example.found)
    else:
        names = Bilingual(title, title) if title is not None else method.title
        plan = Plan.create(path, method)
        _found(plan, "plan.create", why, plans.found, names, language or speech.language())
    speech.tell("done.new", path=str(path))


def _refuse_beside_example(title: str | None, pack: str, language: str | None) -> None:
    """Raise UsageError where the example plan, which is always the same, is asked to be another."""
    if title is not None:
        raise UsageError("usage.example_title")
    if pack != example.PACK:
        raise UsageError("usage.example_pack", pack=example.PACK)
    if language not in (None, "vi"):
        raise UsageError("usage.example_language")


def _found(plan: Plan, label: str, why: str, function: Callable[..., None], *args: object) -> None:
    try:
        plan.found(label, function, *args, why=why)
        plan.close()
    except BaseException:
        plan.abandon()
        raise


@command("log")
@plan_path
@as_json
def log(path: Path, as_json: bool) -> None:
    """Print the journal, the newest step first."""
    with reading(path) as plan:
        steps = plan.read(history.steps)
    if as_json:
        speech.out_json([_step_json(step) for step in steps])
        return
    speech.out_rows(
        (str(step.sequence).rjust(len(str(steps[0].sequence))), moment(step.time), step.author, _line(step))
        for step in steps
    )


def _line(step: Step) -> str:
    label = _label(step.kind, step.label, step.parameters)
    return speech.text("show.step_why", label=label, why=" ".join(step.why.split())) if step.why else label


def _step_json(step: Step) -> dict[str, object]:
    return {
        "sequence": step.sequence,
        "time": step.time,
        "author": step.author,
        "kind": step.kind,
        "label": step.label,
        "parameters": dict(step.parameters),
        "text": _label(step.kind, step.label, step.parameters),
        "why": step.why,
        "reverts": step.reverts,
        "rows": step.rows,
    }


def _label(kind: str, label: str, parameters: Mapping[str, str]) -> str:
    sentence = speech.text(f"label.{label}", **parameters)
    return speech.text(f"label.{kind}", step=sentence) if kind in ("undo", "redo") else sentence


@command("undo")
@plan_path
@_steps
@reason
def undo(path: Path, steps: int, why: str) -> None:
    """Take back the last steps."""
    with writing(path) as plan:
        _repeat(steps, plan.undoable, lambda: _tell("done.undo", plan, plan.undo(why=why)))


@command("redo")
@plan_path
@_steps
@reason
def redo(path: Path, steps: int, why: str) -> None:
    """Make the steps that were taken back again."""
    with writing(path) as plan:
        _repeat(steps, plan.redoable, lambda: _tell("done.redo", plan, plan.redo(why=why)))


def _repeat(steps: int, there: int, once: Callable[[], None]) -> None:
    """Go so many steps, or as many as there are; at least one is tried, so that having none is said."""
    for _ in range(max(1, min(steps, there))):
        once()
    if there < steps:
        speech.tell("done.fewer_steps", there=there, steps=steps)


def _tell(message_id: str, plan: Plan, changes: Changes) -> None:
    step = plan.read(history.steps, 1)[0]
    assert step.sequence == changes.sequence
    speech.tell(message_id, step=speech.text(f"label.{step.label}", **step.parameters))
