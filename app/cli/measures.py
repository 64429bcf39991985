"""Commands for measures: add, set, move, remove, confirm, link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    tell_saved,
    writing,
)
from app.cli.help import OneOf, command
from models.codes import parse_cell
from models.editing import measure_links
from models.editing import measures as editing
from models.editing.links import LONGEST_LAG
from models.editing.measures import NO_COST, NO_DAY, MeasureFields
from models.errors import UsageError
from models.plan import DependencyKind, MeasureStatus
from models.reading import initiatives, measures

_TEXTS = ("text", "lead", "person", "responsibility", "product", "authority", "funding", "indicator", "confirmed_by")
_LISTS = {"support": "support", "from": "origin", "cites": "cites", "serves": "stakeholders"}
"""The fields that are lists, and what each is to a measure."""
_SEMICOLON = "serves"
"""The list whose parts may have commas in them."""
_DAYS = ("start", "due", "confirmed")
_FIELDS = (*_TEXTS, *_LISTS, *_DAYS, "status", "progress", "cost")
_STATUS = OneOf(MeasureStatus)
_PROGRESS = WholeNumber(0, 100)
_COST = WholeNumber(0)


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
@option("--indicator", says="measure_indicator", stands_for="text", type=TEXT)
@option("--cost", says="measure_cost", stands_for="cost", type=_COST)
@option("--confirmed", says="measure_confirmed", stands_for="day", type=DAY)
@option("--from", "origin", says="measure_from", stands_for="question", multiple=True)
@option("--from-words", "words", says="measure_words", stands_for="words_of", multiple=True)
@option("--serves", "stakeholders", says="measure_serves", stands_for="name", multiple=True)
@option("--cites", says="measure_cites", stands_for="clause", multiple=True)
@option("--status", says="measure_status", type=_STATUS)
@option("--progress", says="measure_progress", stands_for="progress", type=_PROGRESS)
@reason
def add(path: Path, initiative: str, cell: str, why: str, words: tuple[str, ...], **given: Any) -> None:
    """Add a measure to a cell and print its id; `given` are the fields of a measure."""
    kfa, kf = parse_cell(cell)
    given["words"] = _words(words)
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        made = plan.edit("measure.add", editing.add, target, kfa, kf, MeasureFields(**given), why=why).result
    speech.out(str(made))


@command("set", says="measure_set")
@plan_path
@measure_id
@argument("settings", "settings", nargs=-1)
@option("--from-words", "words", says="measure_words", stands_for="words_of", multiple=True)
@reason
def set_fields(path: Path, measure: str, settings: tuple[str, ...], words: tuple[str, ...], why: str) -> None:
    """Change fields of a measure."""
    if not settings and not words:
        raise UsageError("usage.measure_nothing")
    fields = _fields(given_settings(settings, _FIELDS), _words(words))
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
    """Note that a measure was looked at today and stands; its review marks go."""
    with writing(path) as plan:
        changes = plan.edit("measure.confirm", editing.confirm, plan.read(measures.find, measure), why=why)
    tell_saved(changes.is_empty)


@command("link", says="measure_link")
@plan_path
@argument("origin", "measure", says="measure_origin")
@argument("target", "measure", says="measure_target")
@option("--kind", says="kind", type=OneOf(DependencyKind), required=True)
@option("--strength", says="strength", stands_for="strength", type=WholeNumber(0, 3), required=True)
@option("--why", says="link_why", stands_for="text", type=TEXT)
@option("--lag", says="lag", stands_for="months", type=WholeNumber(0, LONGEST_LAG))
def link(
    path: Path, origin: str, target: str, kind: DependencyKind, strength: int, why: str | None, lag: int | None
) -> None:
    """Write, or with strength 0 remove, a link between measures; its reason is the reason of the step too."""
    with writing(path) as plan:
        ends = plan.read(measures.find, origin), plan.read(measures.find, target)
        changes = plan.edit("measure_link.write", measure_links.write, *ends, kind, strength, why, lag, why=why or "")
    tell_saved(changes.is_empty)


def _fields(given: Mapping[str, str], words: Mapping[str, str]) -> MeasureFields:
    values: dict[str, Any] = {name: given[name] for name in _TEXTS if name in given} | {"words": words}
    for name, field in _LISTS.items():
        if name in given:
            values[field] = given_list(given[name], ";" if name == _SEMICOLON else ",")
    for name in _DAYS:
        if name in given:
            values[name] = _day(given[name], name)
    for name, kind in (("status", _STATUS), ("progress", _PROGRESS)):
        if name in given:
            values[name] = given_value(kind, given[name], name)
    if "cost" in given:
        values["cost"] = given_value(_COST, given["cost"], "cost") if given["cost"].strip() else NO_COST
    return MeasureFields(**values)


def _words(given: Sequence[str]) -> dict[str, str]:
    """Return words selected in answers, given as O1=TEXT, by question; raises UsageError where one is not well said."""
    found: dict[str, str] = {}
    for one in given:
        question, equals, text = one.partition("=")
        if not equals:
            raise UsageError("usage.words", given=one)
        found[question.strip().upper()] = text
    return found


def _day(text: str, field: str) -> date:
    return given_value(DAY, text, field) if text.strip() else NO_DAY
