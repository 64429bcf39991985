"""Reading measures: one, those of a cell, all of an initiative, and how many stand in each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, func, select

from models.access import Reader
from models.errors import UsageError
from models.plan import Measure, MeasureStatus
from models.reading.rows import is_any, lists_of
from models.reading.stakeholders import named
from models.tables import (
    initiative,
    measure,
    measure_citation,
    measure_origin,
    measure_stakeholder,
    measure_support,
    review_mark,
)

_ORDER = (measure.c.initiative, measure.c.kfa, measure.c.kf, measure.c.position, measure.c.id)
_HANGING = (measure_support, measure_origin, measure_citation, review_mark)
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


def by_initiative(
    reader: Reader, ids: Collection[str] | None = None, kfa: int | None = None, kf: int | None = None
) -> Mapping[str, tuple[Measure, ...]]:
    """Return the measures of these initiatives, or of all, in matrix order, by the initiative's id.

    Only those of one policy direction or key factor, where its number is given.
    """
    wanted = (
        is_any(measure.c.initiative, ids),
        None if kfa is None else measure.c.kfa == kfa,
        None if kf is None else measure.c.kf == kf,
    )
    conditions = [one for one in wanted if one is not None]
    condition = and_(*conditions) if conditions else None
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


def led_by(reader: Reader, body: str) -> tuple[Measure, ...]:
    """Return the measures that a body leads in initiatives that are not put away: those done last, else by due day."""
    here = select(initiative.c.id).where(initiative.c.archived.is_(None))
    condition = (measure.c.lead == body) & measure.c.initiative.in_(here)
    is_done = measure.c.status == MeasureStatus.DONE.value
    order = (is_done, measure.c.due.is_(None), measure.c.due, *_ORDER)
    statement = select(measure).where(condition).order_by(*order)
    lists = _lists(reader, condition)
    return tuple(_measure(row, lists) for row in reader.connection.execute(statement))


def counts(reader: Reader) -> Mapping[tuple[str, int, int], int]:
    """Return how many measures stand in each cell that holds any: by (initiative id, KFA number, KF number).

    Those of initiatives that were put away do not count.
    """
    cell = (measure.c.initiative, measure.c.kfa, measure.c.kf)
    away = select(initiative.c.id).where(initiative.c.archived.is_not(None))
    statement = select(*cell, func.count()).where(measure.c.initiative.not_in(away))
    rows = reader.connection.execute(statement.group_by(*cell))
    return {(owner, kfa, kf): count for owner, kfa, kf, count in rows}


@dataclass(frozen=True, slots=True)
class _Lists:
    """What hangs on measures, by their ids."""

    hanging: tuple[Mapping[str, tuple[str, ...]], ...]
    stakeholders: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, str]]


def _lists(reader: Reader, condition: ColumnElement[bool] | None) -> _Lists:
    owners = None if condition is None else select(measure.c.id).where(condition)

    def mine(table: Table) -> ColumnElement[bool] | None:
        return None if owners is None else table.c.measure.in_(owners)

    selected = select(measure_origin.c.measure, measure_origin.c.question, measure_origin.c.words)
    here = mine(measure_origin)
    statement = selected.where(measure_origin.c.words != "").order_by(measure_origin.c.position)
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for owner, question, text in reader.connection.execute(statement if here is None else statement.where(here)):
        words[owner][question] = text
    return _Lists(
        tuple(lists_of(reader, table, mine(table)) for table in _HANGING),
        named(reader, measure_stakeholder, mine(measure_stakeholder)),
        words,
    )


def _measure(row: Row[Any], lists: _Lists) -> Measure:
    """Return a measure from a row of its table; taken apart at once, for a thousand of them are read at a time."""
    one, owner, kfa, kf, position, text, lead, person, responsibility, start, due, *others = tuple(row)
    product, authority, funding, indicator, cost, confirmed, confirmed_by, status, progress, updated, rev = others
    support, origin, cites, review = (hanging.get(one, ()) for hanging in lists.hanging)
    return Measure(
        id=one,
        initiative=owner,
        kfa=kfa,
        kf=kf,
        position=position,
        text=text,
        lead=lead,
        person=person,
        support=support,
        responsibility=responsibility,
        start=date.fromisoformat(start) if start else None,
        due=date.fromisoformat(due) if due else None,
        product=product,
        authority=authority,
        funding=funding,
        indicator=indicator,
        cost=cost,
        confirmed=date.fromisoformat(confirmed) if confirmed else None,
        confirmed_by=confirmed_by,
        status=MeasureStatus(status),
        progress=progress,
        origin=origin,
        words=lists.words.get(one, {}),
        stakeholders=lists.stakeholders.get(one, ()),
        cites=cites,
        review=review,
        updated=updated,
        rev=rev,
    )
