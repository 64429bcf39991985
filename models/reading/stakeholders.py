"""Reading stakeholders: the plan's list of them, and where they are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Table, func, select

from models.access import Reader
from models.tables import answer, answer_stakeholder, cycle, stakeholder


def every(reader: Reader) -> tuple[str, ...]:
    """Return the names of all stakeholders of the plan, in use or not."""
    return tuple(reader.connection.scalars(select(stakeholder.c.name).order_by(stakeholder.c.name)))


def named(reader: Reader, table: Table, where: ColumnElement[bool] | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return, by owner, the names that a list of stakeholders holds, in its order; its first column is the owner."""
    owner = next(iter(table.columns))
    statement = (
        select(owner, stakeholder.c.name)
        .join(stakeholder, stakeholder.c.id == table.c.stakeholder)
        .order_by(owner, table.c.position)
    )
    gathered: dict[str, list[str]] = defaultdict(list)
    for owner_id, name in reader.connection.execute(statement if where is None else statement.where(where)):
        gathered[owner_id].append(name)
    return {owner_id: tuple(names) for owner_id, names in gathered.items()}


def by_initiative(reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """Return the names in the answers of each initiative's latest cycle, by question, each once, by the initiative."""
    last = select(cycle.c.initiative, func.max(cycle.c.number).label("number")).group_by(cycle.c.initiative).subquery()
    statement = (
        select(cycle.c.initiative, answer.c.question, stakeholder.c.name)
        .join(answer, answer.c.cycle == cycle.c.id)
        .join(answer_stakeholder, answer_stakeholder.c.answer == answer.c.id)
        .join(stakeholder, stakeholder.c.id == answer_stakeholder.c.stakeholder)
        .join(last, (last.c.initiative == cycle.c.initiative) & (last.c.number == cycle.c.number))
        .order_by(answer_stakeholder.c.position)
    )
    order = {code: place for place, code in enumerate((*reader.method.questions, *reader.method.steps))}
    rows = sorted(reader.connection.execute(statement), key=lambda row: order[row.question])
    gathered: dict[str, dict[str, None]] = defaultdict(dict)
    for owner, _question, name in rows:
        gathered[owner][name] = None
    return {owner: tuple(names) for owner, names in gathered.items()}
