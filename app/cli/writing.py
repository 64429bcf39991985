"""Commands that write what planners decide: answer, cycle, depend, initiative."""

from __future__ import annotations

from pathlib import Path

from app.cli import speech
from app.cli.arguments import (
    TEXT,
    WholeNumber,
    argument,
    given_list,
    given_settings,
    given_value,
    initiative_code,
    option,
    plan_path,
    reason,
    settings,
    tell_saved,
    writing,
)
from app.cli.help import OneOf, command
from models.access import Reader
from models.editing import answers, cycles, dependencies
from models.editing import initiatives as editing_initiatives
from models.errors import UsageError
from models.method import Bilingual
from models.plan import AnswerStatus, DependencyKind, Initiative, InitiativeStatus
from models.reading import initiatives

_FIELDS = ("title", "title_en", "lead", "support", "status", "frame", "stakeholders")
# An empty answer is empty by itself; nobody says so.
_GIVEN_STATUSES = [status for status in AnswerStatus if status is not AnswerStatus.EMPTY]
_NEW, _CLOSE = "new", "close"
_STRONGEST = 3


@command("answer")
@plan_path
@initiative_code
@argument("question", "question")
@argument("text", "text", says="answer_text", type=TEXT, required=False)
@option("--status", says="answer_status", type=OneOf(_GIVEN_STATUSES))
@option("--cites", says="cites", stands_for="clause", multiple=True)
@reason
def answer(
    path: Path,
    initiative: str,
    question: str,
    text: str | None,
    status: AnswerStatus | None,
    cites: tuple[str, ...],
    why: str,
) -> None:
    """Write an answer or the conclusion of a step."""
    if text is None and status is None and not cites:
        raise UsageError("usage.answer_nothing")
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        changes = plan.edit(
            "answer.write", answers.write, target, question, text, status=status, cites=cites or None, why=why
        )
    tell_saved(changes.is_empty)


@command("cycle")
@plan_path
@initiative_code
@argument("action", says="cycle_action", type=OneOf((_NEW, _CLOSE)))
@reason
def cycle(path: Path, initiative: str, action: str, why: str) -> None:
    """Open or close an SOT cycle."""
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        if action == _NEW:
            number = plan.edit("cycle.start", cycles.start, target, why=why).result
        else:
            number = plan.edit("cycle.close", cycles.close, target, why, why=why).result
    speech.tell("done.cycle_new" if action == _NEW else "done.cycle_close", number=number)


@command("depend")
@plan_path
@argument("origin", "initiative", says="origin")
@argument("target", "initiative", says="target")
@option("--kind", says="kind", type=OneOf(DependencyKind), required=True)
@option("--strength", says="strength", stands_for="strength", type=WholeNumber(0, _STRONGEST), required=True)
@option("--why", says="link_why", stands_for="text", type=TEXT)
def depend(path: Path, origin: str, target: str, kind: DependencyKind, strength: int, why: str | None) -> None:
    """Write, or with strength 0 remove, a link; its reason is the reason of the step too."""
    with writing(path) as plan:
        ends = plan.read(initiatives.find, origin), plan.read(initiatives.find, target)
        changes = plan.edit("dependency.write", dependencies.write, *ends, kind, strength, why, why=why or "")
    tell_saved(changes.is_empty)


@command("add", says="initiative_add")
@plan_path
@argument("basis", "basis")
@argument("title", "title", says="initiative_title", type=TEXT)
@reason
def add_initiative(path: Path, basis: str, title: str, why: str) -> None:
    """Add an initiative to the group of a basis and print its code."""
    with writing(path) as plan:
        code = plan.read(_basis, basis)
        made = plan.edit("initiative.add", editing_initiatives.add, code, Bilingual(title, ""), why=why).result
        name = plan.read(initiatives.codes)[str(made)]
    speech.out(name)


def _basis(reader: Reader, code: str) -> str:
    """Return the basis named by C5 or H1."""
    wanted = code.strip().upper()
    for basis in reader.method.bases.values():
        if wanted in (basis.code, basis.group_code):
            return basis.code
    raise UsageError("code.basis", code=code)


@command("set", says="initiative_set")
@plan_path
@initiative_code
@settings
@reason
def set_initiative(path: Path, initiative: str, settings: tuple[str, ...], why: str) -> None:
    """Change fields of an initiative."""
    given = given_settings(settings, _FIELDS)
    status = given_value(OneOf(InitiativeStatus), given["status"], "status") if "status" in given else None
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        now = next(one for one in plan.read(initiatives.every) if one.id == target)
        changes = plan.edit(
            "initiative.change",
            editing_initiatives.change,
            target,
            title=_title(given, now),
            lead=given.get("lead"),
            status=status,
            support=given_list(given["support"]) if "support" in given else None,
            frame=given_list(given["frame"]) if "frame" in given else None,
            stakeholders=given_list(given["stakeholders"], ";") if "stakeholders" in given else None,
            why=why,
        )
    tell_saved(changes.is_empty)


def _title(given: dict[str, str], now: Initiative) -> Bilingual | None:
    if "title" not in given and "title_en" not in given:
        return None
    return Bilingual(given.get("title", now.title.vi), given.get("title_en", now.title.en))
