"""Reading measures: one, those of a cell, all of an initiative, and how many stand in each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from models.access import Reader
from models.errors import UsageError
from models.plan import Measure, MeasureStatus
from models.reading.rows import is_any, lists_of
from models.tables import measure, measure_citation, measure_origin, measure_support, review_mark

_ORDER = (measure.c.initiative, measure.c.kfa, measure.c.kf, measure.c.position, measure.c.id)
_HANGING = (measure_support, measure_origin, measure_citation, review_mark)
_Lists = tuple[Mapping[str, tuple[str, ...]], ...]
FEWEST_OF_ID = 4
"""Characters of an id that are enough to name a measure, if no other begins with them."""


def find(reader: Reader, name: str) -> str:
    """Return the id of the measure whose id is, or begins with, `name`; raises UsageError unless exactly one does."""
    wanted = name.strip().lower()
    if len(wanted) < FEWEST_OF_ID or not set(wanted) <= set("0123456789abcdef-"):
        raise UsageError("code.measure", code=name)
    found = reader.connection.scalars(select(measure.c.id).where(measure.c.id.startswith(wanted)).limit(2)).all()
    if len(found) != 1:
        raise UsageError("code.no_measure" if not found else "code.many_measures", code=name)
    return str(found[0])


def by_initiative(reader: Reader, ids: Collection[str] | None = None) -> Mapping[str, tuple[Measure, ...]]:
    """Return the measures of these initiatives, or of all, in matrix order, by the initiative's id."""
    condition = is_any(measure.c.initiative, ids)
    statement = select(measure).order_by(*_ORDER)
    rows = reader.connection.execute(statement if condition is None else statement.where(condition)).all()
    lists = _lists(reader, condition)
    found: dict[str, list[Measure]] = defaultdict(list)
    for row in rows:
        found[row.initiative].append(_measure(row, lists))
    return {owner: tuple(owned) for owner, owned in found.items()}


def one(reader: Reader, measure_id: str) -> Measure:
    """Return the measure with this id."""
    row = reader.connection.execute(select(measure).where(measure.c.id == measure_id)).one()
    return _measure(row, _lists(reader, measure.c.id == measure_id))


def counts(reader: Reader) -> Mapping[tuple[str, int, int], int]:
    """Return how many measures stand in each cell that holds any: by (initiative id, KFA number, KF number)."""
    cell = (measure.c.initiative, measure.c.kfa, measure.c.kf)
    rows = reader.connection.execute(select(*cell, func.count()).group_by(*cell))
    return {(owner, kfa, kf): count for owner, kfa, kf, count in rows}


def _lists(reader: Reader, condition: ColumnElement[bool] | None) -> _Lists:
    if condition is None:
        return tuple(lists_of(reader, table) for table in _HANGING)
    owners = select(measure.c.id).where(condition)
    return tuple(lists_of(reader, table, table.c.measure.in_(owners)) for table in _HANGING)


def _measure(row: Row[Any], lists: _Lists) -> Measure:
    support, origin, cites, review = (hanging.get(row.id, ()) for hanging in lists)
    return Measure(
        id=row.id,
        initiative=row.initiative,
        kfa=row.kfa,
        kf=row.kf,
        position=row.position,
        text=row.text,
        lead=row.lead,
        person=row.person,
        support=support,
        responsibility=row.responsibility,
        start=date.fromisoformat(row.start) if row.start else None,
        due=date.fromisoformat(row.due) if row.due else None,
        product=row.product,
        authority=row.authority,
        funding=row.funding,
        status=MeasureStatus(row.status),
        progress=row.progress,
        origin=origin,
        cites=cites,
        review=review,
        updated=row.updated,
        rev=row.rev,
    )
