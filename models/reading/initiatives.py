"""Reading initiatives: by code, in a row, and with their content."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Row, func, select

from models.access import Reader
from models.codes import initiative_code, parse_initiative
from models.errors import UsageError
from models.plan import Answer, Initiative, InitiativeContent, InitiativeStatus
from models.reading import answers, measures
from models.reading.rows import bilingual, lists_of
from models.reading.stakeholders import by_initiative
from models.tables import cycle, frame_choice, initiative, initiative_support


def find(reader: Reader, code: str, *, archived: bool = False) -> str:
    """Return the id of the initiative named by a code: SOI5, soi5, SOI-05 and 5 are the same.

    Raises UsageError when there is none, or when it was put away and `archived` does not ask for it all the same.
    """
    basis_number, number = parse_initiative(code)
    statement = select(initiative).where(initiative.c.basis == f"C{basis_number}", initiative.c.number == number)
    found = reader.connection.execute(statement).first()
    if found is None:
        raise UsageError("code.no_initiative", code=code)
    if found.archived is not None and not archived:
        raise UsageError("code.archived", code=initiative_code(basis_number, number))
    return str(found.id)


def every(reader: Reader, archived: bool = False) -> tuple[Initiative, ...]:
    """Return all initiatives in the order of the plan, or those that were put away; the others are in no list."""
    last = select(cycle.c.initiative, func.max(cycle.c.number).label("number")).group_by(cycle.c.initiative).subquery()
    statement = (
        select(initiative, cycle.c.number.label("cycle"), cycle.c.opened, cycle.c.closed)
        .join(last, last.c.initiative == initiative.c.id)
        .join(cycle, (cycle.c.initiative == initiative.c.id) & (cycle.c.number == last.c.number))
        .where(initiative.c.archived.is_not(None) if archived else initiative.c.archived.is_(None))
        .order_by(initiative.c.position)
    )
    support = lists_of(reader, initiative_support)
    frame = lists_of(reader, frame_choice)
    served = by_initiative(reader)
    return tuple(_initiative(reader, row, support, frame, served) for row in reader.connection.execute(statement))


def codes(reader: Reader) -> Mapping[str, str]:
    """Return the code of every initiative that is not put away, by its id, in the order of the plan."""
    statement = select(initiative.c.id, initiative.c.basis, initiative.c.number)
    rows = reader.connection.execute(statement.where(initiative.c.archived.is_(None)).order_by(initiative.c.position))
    return {row.id: initiative_code(reader.method.bases[row.basis].number, row.number) for row in rows}


def contents(reader: Reader, ids: Collection[str] | None = None) -> tuple[InitiativeContent, ...]:
    """Return the initiatives with these ids, or all, with the answers of their latest cycle and their measures."""
    written = answers.latest(reader, ids)
    placed = measures.by_initiative(reader, ids)
    return tuple(
        InitiativeContent(
            initiative=one,
            answers=_of(written, one, reader.method.questions),
            conclusions=_of(written, one, reader.method.steps),
            measures=placed.get(one.id, ()),
        )
        for one in every(reader)
        if ids is None or one.id in ids
    )


def _of(written: Mapping[str, Mapping[str, Answer]], one: Initiative, codes: Collection[str]) -> Mapping[str, Answer]:
    return {code: found for code, found in written.get(one.id, {}).items() if code in codes}


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
        owner=row.owner,
        support=support.get(row.id, ()),
        status=InitiativeStatus(row.status),
        frame=tuple(sorted(frame.get(row.id, ()), key=order.index)),
        stakeholders=served.get(row.id, ()),
        cycle=row.cycle,
        cycle_opened=row.opened,
        cycle_closed=row.closed,
        archived=row.archived,
        rev=row.rev,
    )
