"""Writing measures: the entries of the driving matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from models.access import Transaction
from models.codes import cell_code
from models.editing import rows
from models.editing.initiatives import code_of
from models.errors import UsageError, UserError
from models.plan import Measure, MeasureStatus
from models.tables import initiative, measure, measure_citation, measure_origin, measure_support, review_mark
from models.text import clean


@dataclass(frozen=True, kw_only=True)
class MeasureFields:
    """What can be written of a measure; None leaves a field as it is, an empty text or NO_DAY empties it."""

    text: str | None = None
    lead: str | None = None
    person: str | None = None
    responsibility: str | None = None
    start: date | None = None
    due: date | None = None
    product: str | None = None
    authority: str | None = None
    funding: str | None = None
    status: MeasureStatus | None = None
    progress: int | None = None
    support: Sequence[str] | None = None
    origin: Sequence[str] | None = None
    cites: Sequence[str] | None = None


NO_DAY = date.min
"""Stands for no day at all where a day is to be emptied."""

_LISTS = {"support": measure_support, "origin": measure_origin, "cites": measure_citation}
_DAYS = ("start", "due")


def add(
    transaction: Transaction, initiative_id: str, kfa: int, kf: int, given: MeasureFields, position: int | None = None
) -> str:
    """Add a measure to a cell, at a position (from 0) or at its end, and return its id.

    Raises UserError when it has no text.
    """
    rows.find(transaction, initiative, initiative_id)
    _check_cell(transaction, kfa, kf)
    if not (given.text or "").strip():
        raise UserError("measure.no_text")
    measure_id = rows.add_row(
        transaction,
        measure,
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
    """Return everything that can be written of a measure, to add another like it."""
    values = {field.name: getattr(one, field.name) for field in fields(MeasureFields)}
    return MeasureFields(**values)


def change(transaction: Transaction, measure_id: str, given: MeasureFields, expected_rev: int | None = None) -> int:
    """Write the fields that are given and return the revision.

    A measure called done is 100 percent unless its progress is given. Raises UserError when the text would be empty,
    the start after the due day or the progress outside 0–100, UsageError at an unknown actor, question or clause,
    ConflictError when the measure has changed since `expected_rev`.
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
    if lists_moved or any(getattr(row, name) != value for name, value in values.items()):
        values["updated"] = transaction.now
    transaction.describe(place=place_of(transaction, measure_id), measure=measure_id)
    return rows.change_row(transaction, measure, row, values, expected_rev, lists_moved=lists_moved)


def move(
    transaction: Transaction, measure_id: str, initiative_id: str, kfa: int, kf: int, position: int | None = None
) -> None:
    """Move a measure to a cell, of the same or another initiative: to a position (from 0) or to its end."""
    rows.find(transaction, initiative, initiative_id)
    _check_cell(transaction, kfa, kf)
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
    """Take the review marks off a measure: somebody has looked at it since the answers it came from changed."""
    rows.find(transaction, measure, measure_id)
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
        if value is None or field.name in _LISTS:
            continue
        if field.name in _DAYS:
            value = None if value == NO_DAY else value.isoformat()
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


def _check_cell(transaction: Transaction, kfa: int, kf: int) -> None:
    if cell_code(kfa, kf) not in transaction.method.cells:
        raise UsageError("code.cell", code=cell_code(kfa, kf))


def _known(transaction: Transaction, name: str, wanted: Sequence[str]) -> tuple[str, ...]:
    if name == "support":
        return rows.known_actors(transaction, wanted)
    if name == "cites":
        return rows.known_clauses(transaction, wanted)
    codes = tuple(code.strip().upper() for code in wanted)
    for code in codes:
        if code not in transaction.method.questions and code not in transaction.method.steps:
            raise UsageError("code.question", code=code)
    return codes


def _end_of(transaction: Transaction, initiative_id: str, kfa: int, kf: int) -> int:
    here = (measure.c.initiative == initiative_id, measure.c.kfa == kfa, measure.c.kf == kf)
    last = transaction.connection.scalar(select(func.max(measure.c.position)).where(*here))
    return 0 if last is None else int(last) + 1
