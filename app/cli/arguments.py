"""Arguments and options that commands share, and how the texts among them are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.cli import speech
from models.errors import UsageError, UserError
from models.store.plan import Plan


def helps(message_id: str) -> str:
    """Return the help of an argument in the user's language."""
    return speech.text(f"help.{message_id}")


PlanPath = Annotated[Path, typer.Argument(metavar="PLAN.soi", help=helps("plan"))]
InitiativeCode = Annotated[str, typer.Argument(metavar="SOI5", help=helps("initiative"))]
CellCode = Annotated[str, typer.Argument(metavar="KFA3.KF2", help=helps("cell"))]
QuestionCode = Annotated[str, typer.Argument(metavar="O1", help=helps("question"))]
MeasureId = Annotated[str, typer.Argument(metavar="ID", help=helps("measure"))]
Text = Annotated[str, typer.Argument(metavar="TEXT", help=helps("text"))]
Settings = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help=helps("settings"))]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help=helps("why"))]
AsJson = Annotated[bool, typer.Option("--json", help=helps("json"))]
Out = Annotated[Path, typer.Option("-o", "--out", metavar="OUT.soi", help=helps("out"))]
Steps = Annotated[int, typer.Argument(metavar="[N]", help=helps("steps"))]
OnDay = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help=helps("on"))]


@contextmanager
def writing(path: Path) -> Iterator[Plan]:
    """Open a plan for writing, say what there is to say of how it was opened, and publish it at the end."""
    with Plan.open(path) as plan:
        _say_notices(plan)
        yield plan


@contextmanager
def reading(path: Path) -> Iterator[Plan]:
    """Open a plan for reading, and say what there is to say of how it was opened."""
    with Plan.open_to_read(path) as plan:
        _say_notices(plan)
        yield plan


def given_text(text: str) -> str:
    """Return the text of an argument; `-` stands for standard input."""
    if text != "-":
        return text
    try:
        return sys.stdin.read().removesuffix("\n")
    except UnicodeDecodeError as error:
        raise UserError("usage.not_utf8") from error


def given_day(text: str | None) -> date | None:
    """Return the day of an argument, None for none; raises UsageError unless it is written 2026-12-31."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError("usage.day", text=text) from error


def given_settings(settings: Sequence[str], allowed: Sequence[str]) -> dict[str, str]:
    """Return FIELD=VALUE arguments by field; a value may be `-`. Raises UsageError at an unknown field or no equals sign."""
    found: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        name = name.strip().lower()
        if not equals:
            raise UsageError("usage.setting", setting=setting)
        if name not in allowed:
            raise UsageError("usage.field", field=name, allowed=", ".join(allowed))
        found[name] = given_text(value)
    return found


def given_list(text: str, mark: str = ",") -> list[str]:
    """Return the parts of a list, without empty ones."""
    return [part.strip() for part in text.split(mark) if part.strip()]


def _say_notices(plan: Plan) -> None:
    for notice in plan.notices:
        speech.hint(notice.sentence(speech.language()))
