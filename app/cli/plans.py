"""Commands for a plan as a whole: new, show, log, undo, redo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from app.cli import speech
from app.cli.arguments import AsJson, PlanPath, Steps, Why, helps, reading, writing
from app.documents.plan_json import plan_json
from models.access import Reader
from models.editing import example, plans
from models.errors import UsageError
from models.messages import LANGUAGES
from models.method import Bilingual, open_pack
from models.method.check import gaps
from models.plan import Answer, AnswerStatus, MeasureStatus, Step
from models.reading import dependencies, history, initiatives
from models.reading import plans as reading_plans
from models.store.plan import Plan

Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help=helps("title"))]
IsExample = Annotated[bool, typer.Option("--example", help=helps("example"))]
Pack = Annotated[str, typer.Option("--pack", metavar="NAME|FOLDER", help=helps("pack"))]
Language = Annotated[str | None, typer.Option("--lang", metavar="vi|en", help=helps("lang"))]


def new(
    path: PlanPath,
    title: Title = None,
    is_example: IsExample = False,
    pack: Pack = "nq52",
    language: Language = None,
) -> None:
    method = open_pack(pack)
    for gap in gaps(method):
        speech.hint(gap.sentence(speech.language()))
        raise typer.Exit(3)
    if is_example and title is not None:
        raise UsageError("usage.example_title")
    if is_example and method.id != example.PACK:
        raise UsageError("usage.example_pack", pack=example.PACK)
    if is_example:
        plan = Plan.create(path, method, author=example.author(), clock=example.made_at, ids=example.steady_ids())
        _found(plan, "plan.example", example.found)
    else:
        names = Bilingual(title, title) if title is not None else method.title
        plan = Plan.create(path, method)
        _found(plan, "plan.create", plans.found, names, document_language(language) or speech.language())
    speech.tell("done.new", path=str(path))


def _found(plan: Plan, label: str, function: Callable[..., None], *args: object) -> None:
    try:
        plan.found(label, function, *args)
        plan.close()
    except BaseException:
        plan.abandon()
        raise


def document_language(language: str | None) -> str | None:
    """Return a document language that was asked for; raises UsageError unless it is vi or en."""
    if language is not None and language not in LANGUAGES:
        raise UsageError("usage.language", language=language)
    return language


def show(path: PlanPath, as_json: AsJson = False) -> None:
    with reading(path) as plan:
        if as_json:
            speech.out_json(plan.read(plan_json))
        else:
            plan.read(_show)


def _show(reader: Reader) -> None:
    head = reading_plans.header(reader)
    language = speech.language()
    contents = initiatives.contents(reader)
    speech.out(head.title[language] or head.title.vi)
    speech.out(
        speech.text(
            "show.counts",
            initiatives=len(contents),
            answers=sum(_done(content.answers) for content in contents),
            questions=len(contents) * len(reader.method.questions),
            measures=sum(len(content.measures) for content in contents),
            links=len(dependencies.every(reader)),
        )
    )
    for content in contents:
        one = content.initiative
        states = Counter(measure.status for measure in content.measures)
        speech.out("")
        speech.out(f"{one.code}  ({one.basis} – {one.basis_code})  {one.title[language] or one.title.vi}")
        speech.out(
            "  "
            + speech.text(
                "show.initiative",
                lead=one.lead or "–",
                status=speech.text(f"status.initiative.{one.status}"),
                cycle=one.cycle,
                done=_done(content.answers),
                questions=len(reader.method.questions),
                measures=len(content.measures),
                measures_done=states[MeasureStatus.DONE],
            )
        )
        for measure in content.measures:
            sign = {"draft": "○", "doing": "◐", "done": "●"}[measure.status]
            speech.out(f"  {measure.id[:8]}  {measure.cell}  {sign} {measure.text} · {measure.lead or '–'}")


def _done(answers: Mapping[str, Answer]) -> int:
    return sum(answer.status is AnswerStatus.DONE for answer in answers.values())


def log(path: PlanPath, as_json: AsJson = False) -> None:
    with reading(path) as plan:
        steps = plan.read(history.steps)
    if as_json:
        speech.out_json([_step_json(step) for step in steps])
        return
    for step in steps:
        why = f" – {step.why}" if step.why else ""
        moment = step.time[:19].replace("T", " ")
        speech.out(
            f"{step.sequence:>5}  {moment}  {step.author}  {_label(step.kind, step.label, step.parameters)}{why}"
        )


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


def undo(path: PlanPath, steps: Steps = 1, why: Why = "") -> None:
    with writing(path) as plan:
        for _ in range(_at_most(steps, plan.undoable)):
            speech.tell("done.undo", step=_name_of(plan, plan.undo(why=why).sequence))


def redo(path: PlanPath, steps: Steps = 1, why: Why = "") -> None:
    with writing(path) as plan:
        for _ in range(_at_most(steps, plan.redoable)):
            speech.tell("done.redo", step=_name_of(plan, plan.redo(why=why).sequence))


def _at_most(steps: int, there: int) -> int:
    """Return how many steps to go: at least one, so that having nothing to undo is said."""
    if steps < 1:
        raise UsageError("usage.steps", steps=steps)
    return max(1, min(steps, there))


def _name_of(plan: Plan, sequence: int) -> str:
    step = plan.read(history.steps, 1)[0]
    assert step.sequence == sequence
    return speech.text(f"label.{step.label}", **step.parameters)
