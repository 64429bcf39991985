"""Reading initiatives: by code, in a row, and with their content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Row, func, select

from models.access import Reader
from models.codes import initiative_code, parse_initiative
from models.errors import UsageError
from models.plan import Answer, AnswerStatus, Initiative, InitiativeContent, InitiativeStatus
from models.reading import measures
from models.reading.rows import bilingual, is_any, lists_of
from models.tables import (
    answer,
    answer_citation,
    cycle,
    frame_choice,
    initiative,
    initiative_stakeholder,
    initiative_support,
    stakeholder,
)


def find(reader: Reader, code: str) -> str:
    """Return the id of the initiative named by a code: SOI5, soi5, SOI-05 and 5 are the same.

    Raises UsageError when there is none.
    """
    basis_number, number = parse_initiative(code)
    statement = select(initiative.c.id).where(initiative.c.basis == f"C{basis_number}", initiative.c.number == number)
    found = reader.connection.scalar(statement)
    if found is None:
        raise UsageError("code.no_initiative", code=code)
    return str(found)


def every(reader: Reader) -> tuple[Initiative, ...]:
    """Return all initiatives in the order of the plan."""
    last = select(cycle.c.initiative, func.max(cycle.c.number).label("number")).group_by(cycle.c.initiative).subquery()
    statement = (
        select(initiative, cycle.c.number.label("cycle"), cycle.c.opened, cycle.c.closed)
        .join(last, last.c.initiative == initiative.c.id)
        .join(cycle, (cycle.c.initiative == initiative.c.id) & (cycle.c.number == last.c.number))
        .order_by(initiative.c.position)
    )
    support = lists_of(reader, initiative_support)
    frame = lists_of(reader, frame_choice)
    served = _stakeholders(reader)
    return tuple(_initiative(reader, row, support, frame, served) for row in reader.connection.execute(statement))


def codes(reader: Reader) -> Mapping[str, str]:
    """Return the code of every initiative by its id."""
    rows = reader.connection.execute(
        select(initiative.c.id, initiative.c.basis, initiative.c.number).order_by(initiative.c.position)
    )
    return {row.id: initiative_code(reader.method.bases[row.basis].number, row.number) for row in rows}


def contents(reader: Reader, ids: Collection[str] | None = None) -> tuple[InitiativeContent, ...]:
    """Return the initiatives with these ids, or all, with the answers of their latest cycle and their measures."""
    answers = _answers(reader, ids)
    placed = measures.by_initiative(reader, ids)
    return tuple(
        InitiativeContent(
            initiative=one,
            answers={code: a for code, a in answers[one.id].items() if code in reader.method.questions},
            conclusions={code: a for code, a in answers[one.id].items() if code in reader.method.steps},
            measures=placed.get(one.id, ()),
        )
        for one in every(reader)
        if ids is None or one.id in ids
    )


def _answers(reader: Reader, ids: Collection[str] | None) -> Mapping[str, dict[str, Answer]]:
    last = select(cycle.c.initiative, func.max(cycle.c.number).label("number")).group_by(cycle.c.initiative).subquery()
    statement = (
        select(answer, cycle.c.initiative)
        .join(cycle, cycle.c.id == answer.c.cycle)
        .join(last, (last.c.initiative == cycle.c.initiative) & (last.c.number == cycle.c.number))
        .order_by(answer.c.question)
    )
    condition = is_any(cycle.c.initiative, ids)
    rows = reader.connection.execute(statement if condition is None else statement.where(condition)).all()
    owners = select(answer.c.id).join(cycle, cycle.c.id == answer.c.cycle)
    cited = None if condition is None else answer_citation.c.answer.in_(owners.where(condition))
    cites = lists_of(reader, answer_citation, cited)
    found: dict[str, dict[str, Answer]] = defaultdict(dict)
    for row in rows:
        found[row.initiative][row.question] = Answer(
            question=row.question,
            text=row.text,
            status=AnswerStatus(row.status),
            cites=cites.get(row.id, ()),
            updated=row.updated,
            author=row.author,
            rev=row.rev,
        )
    return found


def _initiative(
    reader: Reader,
    row: Row[Any],
    support: Mapping[str, tuple[str, ...]],
    frame: Mapping[str, tuple[str, ...]],
    served: Mapping[str, tuple[str, ...]],
) -> Initiative:
    basis = reader.method.bases[row.basis]
    order = list(reader.method.frame)
    return Initiative(
        id=row.id,
        code=initiative_code(basis.number, row.number),
        basis=row.basis,
        group=basis.group,
        basis_code=basis.group_code,
        title=bilingual(row, "title"),
        lead=row.lead,
        support=support.get(row.id, ()),
        status=InitiativeStatus(row.status),
        frame=tuple(sorted(frame.get(row.id, ()), key=order.index)),
        stakeholders=served.get(row.id, ()),
        cycle=row.cycle,
        cycle_opened=row.opened,
        cycle_closed=row.closed,
        rev=row.rev,
    )


def _stakeholders(reader: Reader) -> Mapping[str, tuple[str, ...]]:
    statement = (
        select(initiative_stakeholder.c.initiative, stakeholder.c.name)
        .join(stakeholder, stakeholder.c.id == initiative_stakeholder.c.stakeholder)
        .order_by(stakeholder.c.name)
    )
    gathered: dict[str, list[str]] = defaultdict(list)
    for owner, name in reader.connection.execute(statement):
        gathered[owner].append(name)
    return {owner: tuple(names) for owner, names in gathered.items()}
