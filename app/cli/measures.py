"""Commands for measures: add, set, move, remove, confirm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from app.cli import speech
from app.cli.arguments import (
    CellCode,
    InitiativeCode,
    MeasureId,
    PlanPath,
    Settings,
    Text,
    Why,
    given_day,
    given_list,
    given_settings,
    given_text,
    helps,
    writing,
)
from models.codes import parse_cell
from models.editing import measures as editing
from models.editing.measures import NO_DAY, MeasureFields
from models.errors import UsageError
from models.plan import MeasureStatus
from models.reading import initiatives, measures

measure_commands = typer.Typer(help=helps("measure_group"), no_args_is_help=True)
_TEXTS = ("text", "lead", "person", "responsibility", "product", "authority", "funding")
_LISTS = ("support", "from", "cites")
_FIELDS = (*_TEXTS, *_LISTS, "start", "due", "status", "progress")


def _option(name: str, metavar: str) -> Any:
    return typer.Option(f"--{name}", metavar=metavar, help=helps(f"measure_{name}"))


@measure_commands.command("add", help=helps("measure_add"))
def add(
    path: PlanPath,
    initiative: InitiativeCode,
    cell: CellCode,
    text: Text,
    lead: Annotated[str | None, _option("lead", "CODE")] = None,
    support: Annotated[list[str] | None, _option("support", "CODE")] = None,
    start: Annotated[str | None, _option("start", "DATE")] = None,
    due: Annotated[str | None, _option("due", "DATE")] = None,
    product: Annotated[str | None, _option("product", "TEXT")] = None,
    authority: Annotated[str | None, _option("authority", "TEXT")] = None,
    person: Annotated[str | None, _option("person", "TEXT")] = None,
    responsibility: Annotated[str | None, _option("responsibility", "TEXT")] = None,
    funding: Annotated[str | None, _option("funding", "TEXT")] = None,
    origin: Annotated[list[str] | None, _option("from", "O1")] = None,
    cites: Annotated[list[str] | None, _option("cites", "CLAUSE")] = None,
    status: Annotated[MeasureStatus | None, _option("status", "draft|doing|done")] = None,
    progress: Annotated[int | None, _option("progress", "0-100")] = None,
    why: Why = "",
) -> None:
    kfa, kf = parse_cell(cell)
    given = MeasureFields(
        text=given_text(text),
        lead=lead,
        support=support,
        start=given_day(start),
        due=given_day(due),
        product=product,
        authority=authority,
        person=person,
        responsibility=responsibility,
        funding=funding,
        origin=origin,
        cites=cites,
        status=status,
        progress=progress,
    )
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        made = plan.edit("measure.add", editing.add, target, kfa, kf, given, why=why).result
    speech.out(str(made))


@measure_commands.command("set", help=helps("measure_set"))
def set_fields(path: PlanPath, measure: MeasureId, settings: Settings, why: Why = "") -> None:
    fields = _fields(given_settings(settings, _FIELDS))
    with writing(path) as plan:
        target = plan.read(measures.find, measure)
        changes = plan.edit("measure.change", editing.change, target, fields, why=why)
    speech.tell("done.nothing_new" if changes.is_empty else "done.saved")


@measure_commands.command("move", help=helps("measure_move"))
def move(path: PlanPath, measure: MeasureId, initiative: InitiativeCode, cell: CellCode, why: Why = "") -> None:
    kfa, kf = parse_cell(cell)
    with writing(path) as plan:
        target, owner = plan.read(measures.find, measure), plan.read(initiatives.find, initiative)
        changes = plan.edit("measure.move", editing.move, target, owner, kfa, kf, why=why)
    speech.tell("done.nothing_new" if changes.is_empty else "done.saved")


@measure_commands.command("remove", help=helps("measure_remove"))
def remove(path: PlanPath, measure: MeasureId, why: Why = "") -> None:
    with writing(path) as plan:
        plan.edit("measure.remove", editing.remove, plan.read(measures.find, measure), why=why)
    speech.tell("done.saved")


@measure_commands.command("confirm", help=helps("measure_confirm"))
def confirm(path: PlanPath, measure: MeasureId, why: Why = "") -> None:
    with writing(path) as plan:
        changes = plan.edit("measure.confirm", editing.confirm, plan.read(measures.find, measure), why=why)
    speech.tell("done.nothing_new" if changes.is_empty else "done.saved")


def _fields(given: Mapping[str, str]) -> MeasureFields:
    values: dict[str, Any] = {name: given[name] for name in _TEXTS if name in given}
    for name in _LISTS:
        if name in given:
            values["origin" if name == "from" else name] = given_list(given[name])
    for name in ("start", "due"):
        if name in given:
            values[name] = given_day(given[name]) if given[name].strip() else NO_DAY
    if "status" in given:
        values["status"] = _status(given["status"])
    if "progress" in given:
        values["progress"] = _progress(given["progress"])
    return MeasureFields(**values)


def _status(text: str) -> MeasureStatus:
    try:
        return MeasureStatus(text.strip())
    except ValueError as error:
        raise UsageError("usage.value", value=text, allowed=", ".join(MeasureStatus)) from error


def _progress(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise UsageError("usage.value", value=text, allowed="0–100") from error
