"""Commands that write what planners decide: answer, cycle, depend, initiative."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from app.cli import speech
from app.cli.arguments import (
    InitiativeCode,
    PlanPath,
    QuestionCode,
    Settings,
    Why,
    given_list,
    given_settings,
    given_text,
    helps,
    writing,
)
from models.access import Reader
from models.editing import answers, cycles, dependencies
from models.editing import initiatives as editing_initiatives
from models.errors import UsageError
from models.method import Bilingual
from models.plan import AnswerStatus, DependencyKind, Initiative, InitiativeStatus
from models.reading import initiatives

initiative_commands = typer.Typer(help=helps("initiative_group"), no_args_is_help=True)
_FIELDS = ("title", "title_en", "lead", "support", "status", "frame", "stakeholders")


class GivenStatus(StrEnum):
    """The statuses that can be given to an answer; an empty one is empty by itself."""

    DRAFT = "draft"
    DONE = "done"
    DISCUSS = "discuss"


class CycleAction(StrEnum):
    """What can be done with the SOT cycles of an initiative."""

    NEW = "new"
    CLOSE = "close"


def answer(
    path: PlanPath,
    initiative: InitiativeCode,
    question: QuestionCode,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help=helps("answer_text"))] = None,
    status: Annotated[GivenStatus | None, typer.Option("--status", help=helps("answer_status"))] = None,
    cites: Annotated[list[str] | None, typer.Option("--cites", metavar="CLAUSE", help=helps("cites"))] = None,
    why: Why = "",
) -> None:
    if text is None and status is None and not cites:
        raise UsageError("usage.answer_nothing")
    wanted = AnswerStatus(status.value) if status else None
    words = None if text is None else given_text(text)
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        changes = plan.edit(
            "answer.write", answers.write, target, question, words, status=wanted, cites=cites or None, why=why
        )
    speech.tell("done.nothing_new" if changes.is_empty else "done.saved")


def cycle(
    path: PlanPath,
    initiative: InitiativeCode,
    action: Annotated[CycleAction, typer.Argument(help=helps("cycle_action"))],
    why: Why = "",
) -> None:
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        if action is CycleAction.NEW:
            number = plan.edit("cycle.start", cycles.start, target, why=why).result
        else:
            number = plan.edit("cycle.close", cycles.close, target, why, why=why).result
    speech.tell(f"done.cycle_{action.value}", number=number)


def depend(
    path: PlanPath,
    origin: InitiativeCode,
    target: InitiativeCode,
    kind: Annotated[DependencyKind, typer.Option("--kind", help=helps("kind"))],
    strength: Annotated[int, typer.Option("--strength", metavar="0-3", help=helps("strength"))],
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help=helps("link_why"))] = None,
) -> None:
    with writing(path) as plan:
        ends = plan.read(initiatives.find, origin), plan.read(initiatives.find, target)
        changes = plan.edit("dependency.write", dependencies.write, *ends, kind, strength, why, why=why or "")
    speech.tell("done.nothing_new" if changes.is_empty else "done.saved")


@initiative_commands.command("add", help=helps("initiative_add"))
def add_initiative(
    path: PlanPath,
    basis: Annotated[str, typer.Argument(metavar="C5", help=helps("basis"))],
    title: Annotated[str, typer.Argument(metavar="TITLE", help=helps("initiative_title"))],
    why: Why = "",
) -> None:
    with writing(path) as plan:
        code = plan.read(_basis, basis)
        name = given_text(title)
        made = plan.edit("initiative.add", editing_initiatives.add, code, Bilingual(name, ""), why=why).result
        speech.out(plan.read(initiatives.codes)[str(made)])


def _basis(reader: Reader, code: str) -> str:
    """Return the basis named by C5 or H1."""
    wanted = code.strip().upper()
    for basis in reader.method.bases.values():
        if wanted in (basis.code, basis.group_code):
            return basis.code
    raise UsageError("code.basis", code=code)


@initiative_commands.command("set", help=helps("initiative_set"))
def set_initiative(path: PlanPath, initiative: InitiativeCode, settings: Settings, why: Why = "") -> None:
    given = given_settings(settings, _FIELDS)
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        now = next(one for one in plan.read(initiatives.every) if one.id == target)
        changes = plan.edit(
            "initiative.change",
            editing_initiatives.change,
            target,
            title=_title(given, now),
            lead=given.get("lead"),
            status=_status(given.get("status")),
            support=given_list(given["support"]) if "support" in given else None,
            frame=given_list(given["frame"]) if "frame" in given else None,
            stakeholders=given_list(given["stakeholders"], ";") if "stakeholders" in given else None,
            why=why,
        )
    speech.tell("done.nothing_new" if changes.is_empty else "done.saved")


def _title(given: dict[str, str], now: Initiative) -> Bilingual | None:
    if "title" not in given and "title_en" not in given:
        return None
    return Bilingual(given.get("title", now.title.vi), given.get("title_en", now.title.en))


def _status(text: str | None) -> InitiativeStatus | None:
    if text is None:
        return None
    try:
        return InitiativeStatus(text.strip())
    except ValueError as error:
        raise UsageError("usage.value", value=text, allowed=", ".join(InitiativeStatus)) from error
