"""Commands for measures: add, set, move, remove, confirm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from app.cli import speech
from app.cli.arguments import (
    DAY,
    TEXT,
    WholeNumber,
    argument,
    cell_code,
    given_list,
    given_settings,
    given_value,
    initiative_code,
    measure_id,
    option,
    plan_path,
    reason,
    settings,
    tell_saved,
    writing,
)
from app.cli.help import OneOf, command
from models.codes import parse_cell
from models.editing import measures as editing
from models.editing.measures import NO_DAY, MeasureFields
from models.plan import MeasureStatus
from models.reading import initiatives, measures

_TEXTS = ("text", "lead", "person", "responsibility", "product", "authority", "funding")
_LISTS = ("support", "from", "cites")
_DAYS = ("start", "due")
_FIELDS = (*_TEXTS, *_LISTS, *_DAYS, "status", "progress")
_STATUS = OneOf(MeasureStatus)
_PROGRESS = WholeNumber(0, 100)


@command("add", says="measure_add")
@plan_path
@initiative_code
@cell_code
@argument("text", "text", type=TEXT)
@option("--lead", says="measure_lead", stands_for="actor")
@option("--support", says="measure_support", stands_for="actor", multiple=True)
@option("--start", says="measure_start", stands_for="day", type=DAY)
@option("--due", says="measure_due", stands_for="day", type=DAY)
@option("--product", says="measure_product", stands_for="text", type=TEXT)
@option("--authority", says="measure_authority", stands_for="text", type=TEXT)
@option("--person", says="measure_person", stands_for="text", type=TEXT)
@option("--responsibility", says="measure_responsibility", stands_for="text", type=TEXT)
@option("--funding", says="measure_funding", stands_for="text", type=TEXT)
@option("--from", "origin", says="measure_from", stands_for="question", multiple=True)
@option("--cites", says="measure_cites", stands_for="clause", multiple=True)
@option("--status", says="measure_status", type=_STATUS)
@option("--progress", says="measure_progress", stands_for="progress", type=_PROGRESS)
@reason
def add(path: Path, initiative: str, cell: str, why: str, **given: Any) -> None:
    """Add a measure to a cell and print its id; `given` are the fields of a measure."""
    kfa, kf = parse_cell(cell)
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        made = plan.edit("measure.add", editing.add, target, kfa, kf, MeasureFields(**given), why=why).result
    speech.out(str(made))


@command("set", says="measure_set")
@plan_path
@measure_id
@settings
@reason
def set_fields(path: Path, measure: str, settings: tuple[str, ...], why: str) -> None:
    """Change fields of a measure."""
    fields = _fields(given_settings(settings, _FIELDS))
    with writing(path) as plan:
        target = plan.read(measures.find, measure)
        changes = plan.edit("measure.change", editing.change, target, fields, why=why)
    tell_saved(changes.is_empty)


@command("move", says="measure_move")
@plan_path
@measure_id
@initiative_code
@cell_code
@reason
def move(path: Path, measure: str, initiative: str, cell: str, why: str) -> None:
    """Move a measure to a cell."""
    kfa, kf = parse_cell(cell)
    with writing(path) as plan:
        target, owner = plan.read(measures.find, measure), plan.read(initiatives.find, initiative)
        changes = plan.edit("measure.move", editing.move, target, owner, kfa, kf, why=why)
    tell_saved(changes.is_empty)


@command("remove", says="measure_remove")
@plan_path
@measure_id
@reason
def remove(path: Path, measure: str, why: str) -> None:
    """Remove a measure."""
    with writing(path) as plan:
        changes = plan.edit("measure.remove", editing.remove, plan.read(measures.find, measure), why=why)
    tell_saved(changes.is_empty)


@command("confirm", says="measure_confirm")
@plan_path
@measure_id
@reason
def confirm(path: Path, measure: str, why: str) -> None:
    """Take the review marks off a measure."""
    with writing(path) as plan:
        changes = plan.edit("measure.confirm", editing.confirm, plan.read(measures.find, measure), why=why)
    tell_saved(changes.is_empty)


def _fields(given: Mapping[str, str]) -> MeasureFields:
    values: dict[str, Any] = {name: given[name] for name in _TEXTS if name in given}
    for name in _LISTS:
        if name in given:
            values["origin" if name == "from" else name] = given_list(given[name])
    for name in _DAYS:
        if name in given:
            values[name] = _day(given[name], name)
    for name, kind in (("status", _STATUS), ("progress", _PROGRESS)):
        if name in given:
            values[name] = given_value(kind, given[name], name)
    return MeasureFields(**values)


def _day(text: str, field: str) -> date:
    return given_value(DAY, text, field) if text.strip() else NO_DAY
