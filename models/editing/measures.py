"""Writing measures: the entries of the driving matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select

from models.access import Transaction
from models.codes import cell_code
from models.editing import rows, stakeholders
from models.editing.answers import known_question
from models.editing.initiatives import code_of
from models.errors import UsageError, UserError
from models.plan import Measure, MeasureStatus
from models.tables import (
    initiative,
    measure,
    measure_citation,
    measure_origin,
    measure_stakeholder,
    measure_support,
    review_mark,
)
from models.text import clean


@dataclass(frozen=True, kw_only=True)
class MeasureFields:
    """What can be written of a measure; None leaves a field as it is, an empty text, NO_DAY or NO_COST empties it.

    `stakeholders` are names. `words` are what was selected in an answer, by question: a question that is not named
    there keeps its words, one that the measure did not come from joins its origin. `cost` is in million VND.
    """

    text: str | None = None
    lead: str | None = None
    person: str | None = None
    responsibility: str | None = None
    start: date | None = None
    due: date | None = None
    product: str | None = None
    authority: str | None = None
    funding: str | None = None
    indicator: str | None = None
    cost: int | None = None
    confirmed: date | None = None
    confirmed_by: str | None = None
    status: MeasureStatus | None = None
    progress: int | None = None
    support: Sequence[str] | None = None
    origin: Sequence[str] | None = None
    words: Mapping[str, str] | None = None
    stakeholders: Sequence[str] | None = None
    cites: Sequence[str] | None = None


NO_DAY = date.min
"""Stands for no day at all where a day is to be emptied."""
NO_COST = -1
"""Stands for no cost at all where the cost is to be emptied."""

_LISTS = {"support": measure_support, "stakeholders": measure_stakeholder, "cites": measure_citation}
_ELSEWHERE = (*_LISTS, "origin", "words")
"""The fields that are kept in rows of their own."""
_DAYS = ("start", "due", "confirmed")


def add(
    transaction: Transaction,
    initiative_id: str,
    kfa: int,
    kf: int,
    given: MeasureFields,
    position: int | None = None,
    row_id: str | None = None,
) -> str:
    """Add a measure to a cell, at a position (from 0) or at its end, and return its id: `row_id` or else a new one.

    Raises UserError when it has no text.
    """
    rows.find(transaction, initiative, initiative_id)
    check_cell(transaction, kfa, kf)
    if not (given.text or "").strip():
        raise UserError("measure.no_text")
    measure_id = rows.add_row(
        transaction,
        measure,
        row_id,
        initiative=initiative_id,
        kfa=kfa,
        kf=kf,
        position=_end_of(transaction, initiative_id, kfa, kf),
        status=MeasureStatus.DRAFT.value,
        progress=0,
        updated=transaction.now,
    )
    change(transaction, measure_id, given)
    if position is not None:
        reorder(transaction, measure_id, position)
    return measure_id


def add_many(
    transaction: Transaction,
    initiative_id: str,
    kfa: int,
    kf: int,
    given: Sequence[MeasureFields],
    position: int | None = None,
) -> tuple[str, ...]:
    """Add measures one after another, from a position of the cell on or at its end, and return their ids."""
    return tuple(
        add(transaction, initiative_id, kfa, kf, one, None if position is None else position + number)
        for number, one in enumerate(given)
    )


def copied(one: Measure) -> MeasureFields:
    """Return what can be written of a measure, to add another like it, which nobody has confirmed yet."""
    values = {field.name: getattr(one, field.name) for field in fields(MeasureFields)}
    return MeasureFields(**values | {"confirmed": None, "confirmed_by": None})


def change(transaction: Transaction, measure_id: str, given: MeasureFields, expected_rev: int | None = None) -> int:
    """Write the fields that are given and return the revision.

    A measure called done is 100 percent unless its progress is given. Raises UserError when the text would be empty,
    the start after the due day, the progress outside 0–100 or the cost below 0, UsageError at an unknown actor,
    question or clause, ConflictError when the measure has changed since `expected_rev`.
    """
    row = rows.find(transaction, measure, measure_id)
    values = _values(transaction, given)
    _check(row, values)
    lists_moved = False
    for name, table in _LISTS.items():
        wanted = getattr(given, name)
        if wanted is not None:
            known = _known(transaction, name, wanted)
            lists_moved = rows.set_list(transaction, table, measure_id, known) or lists_moved
    lists_moved = _write_origin(transaction, measure_id, given) or lists_moved
    if lists_moved or any(getattr(row, name) != value for name, value in values.items()):
        values["updated"] = transaction.now
    transaction.describe(place=place_of(transaction, measure_id), measure=measure_id)
    return rows.change_row(transaction, measure, row, values, expected_rev, lists_moved=lists_moved)


def move(
    transaction: Transaction, measure_id: str, initiative_id: str, kfa: int, kf: int, position: int | None = None
) -> None:
    """Move a measure to a cell, of the same or another initiative: to a position (from 0) or to its end."""
    rows.find(transaction, initiative, initiative_id)
    check_cell(transaction, kfa, kf)
    row = rows.find(transaction, measure, measure_id)
    if (row.initiative, row.kfa, row.kf) != (initiative_id, kfa, kf):
        values = {"initiative": initiative_id, "kfa": kfa, "kf": kf, "updated": transaction.now}
        values["position"] = _end_of(transaction, initiative_id, kfa, kf)
        rows.change_row(transaction, measure, row, values)
        transaction.describe(place=place_of(transaction, measure_id), measure=measure_id)
    if position is not None:
        reorder(transaction, measure_id, position)


def reorder(transaction: Transaction, measure_id: str, position: int) -> None:
    """Let a measure stand at a position of its cell, from 0; one past the end is the end."""
    row = rows.find(transaction, measure, measure_id)
    here = (measure.c.initiative == row.initiative, measure.c.kfa == row.kfa, measure.c.kf == row.kf)
    statement = select(measure).where(*here, measure.c.id != measure_id).order_by(measure.c.position, measure.c.id)
    others = transaction.connection.execute(statement).all()
    place = max(0, position)
    for number, one in enumerate([*others[:place], row, *others[place:]]):
        rows.change_row(transaction, measure, one, {"position": number})
    transaction.describe(place=place_of(transaction, measure_id), measure=measure_id)


def remove(transaction: Transaction, measure_id: str) -> None:
    """Remove a measure."""
    transaction.describe(place=place_of(transaction, measure_id), measure=measure_id)
    transaction.connection.execute(delete(measure).where(measure.c.id == measure_id))


def remove_many(transaction: Transaction, ids: Sequence[str]) -> None:
    """Remove measures, all in one step."""
    for measure_id in ids:
        remove(transaction, measure_id)


def confirm(transaction: Transaction, measure_id: str) -> None:
    """Note that whoever writes has looked at a measure today and lets it stand; its review marks go."""
    row = rows.find(transaction, measure, measure_id)
    today = datetime.fromisoformat(transaction.now).astimezone().date()
    values = {"confirmed": today.isoformat(), "confirmed_by": transaction.author}
    rows.change_row(transaction, measure, row, values)
    transaction.describe(place=place_of(transaction, measure_id), measure=measure_id)
    transaction.connection.execute(delete(review_mark).where(review_mark.c.measure == measure_id))


def place_of(transaction: Transaction, measure_id: str) -> str:
    """Return where a measure stands: SOI5.KFA3.KF2."""
    row = rows.find(transaction, measure, measure_id)
    return f"{code_of(transaction, row.initiative)}.{cell_code(row.kfa, row.kf)}"


def _values(transaction: Transaction, given: MeasureFields) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields(given):
        value = getattr(given, field.name)
        if value is None or field.name in _ELSEWHERE:
            continue
        if field.name in _DAYS:
            value = None if value == NO_DAY else value.isoformat()
        elif field.name == "cost":
            value = None if value == NO_COST else value
        elif field.name == "lead" and value:
            value = rows.known_actors(transaction, [value])[0]
        elif field.name == "status":
            value = value.value
        elif isinstance(value, str):
            value = clean(value)
        values[field.name] = value
    if given.status is MeasureStatus.DONE and given.progress is None:
        values["progress"] = 100
    return values


def _check(row: Any, values: dict[str, Any]) -> None:
    if not values.get("text", row.text or "-").strip():
        raise UserError("measure.no_text")
    start, due = values.get("start", row.start), values.get("due", row.due)
    if start and due and start > due:
        raise UserError("measure.dates", start=start, due=due)
    progress = values.get("progress", row.progress)
    if not 0 <= progress <= 100:
        raise UserError("measure.progress", progress=progress)
    if (values.get("cost") or 0) < 0:
        raise UserError("measure.cost", cost=values["cost"])


def check_cell(transaction: Transaction, kfa: int, kf: int) -> None:
    """Raise UsageError when the method has no such cell."""
    if cell_code(kfa, kf) not in transaction.method.cells:
        raise UsageError("code.cell", code=cell_code(kfa, kf))


def _known(transaction: Transaction, name: str, wanted: Sequence[str]) -> tuple[str, ...]:
    if name == "support":
        return rows.known_actors(transaction, wanted)
    if name == "cites":
        return rows.known_clauses(transaction, wanted)
    return tuple(stakeholders.ids_of(transaction, wanted))


def _write_origin(transaction: Transaction, measure_id: str, given: MeasureFields) -> bool:
    """Write which answers a measure came from and the words selected in them; return whether that changed anything."""
    here = measure_origin.c.measure == measure_id
    statement = select(measure_origin.c.question, measure_origin.c.words).where(here)
    there = dict(transaction.connection.execute(statement.order_by(measure_origin.c.position)).all())
    selected = {known_question(transaction, code): clean(text).strip() for code, text in (given.words or {}).items()}
    codes = list(there) if given.origin is None else [known_question(transaction, code) for code in given.origin]
    wanted = {code: selected.get(code, there.get(code, "")) for code in [*codes, *selected]}
    if list(wanted.items()) == list(there.items()):
        return False
    transaction.connection.execute(delete(measure_origin).where(here))
    for position, (code, words) in enumerate(wanted.items()):
        row = {"measure": measure_id, "question": code, "position": position, "words": words}
        transaction.connection.execute(insert(measure_origin).values(row))
    marked = delete(review_mark).where(review_mark.c.measure == measure_id)
    transaction.connection.execute(marked.where(review_mark.c.question.not_in(wanted)))
    return True


def _end_of(transaction: Transaction, initiative_id: str, kfa: int, kf: int) -> int:
    here = (measure.c.initiative == initiative_id, measure.c.kfa == kfa, measure.c.kf == kf)
    last = transaction.connection.scalar(select(func.max(measure.c.position)).where(*here))
    return 0 if last is None else int(last) + 1
