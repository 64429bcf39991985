"""Reading workshops with their attendees and agenda, and what was proposed and decided in them."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement, Table, select

from models.access import Reader
from models.errors import UsageError, UserError
from models.plan import AgendaItem, Attendee, Decision, Proposal, ProposalState, Workshop
from models.reading.measures import FEWEST_OF_ID
from models.tables import agenda_item, decision, proposal, workshop, workshop_attendee

Cell = tuple[str, int, int]
"""A cell: the initiative's id, KFA number, KF number."""


def every(reader: Reader) -> tuple[Workshop, ...]:
    """Return all workshops, the oldest first."""
    attendees: dict[str, list[Attendee]] = defaultdict(list)
    for row in reader.connection.execute(select(workshop_attendee).order_by(workshop_attendee.c.position)):
        attendees[row.workshop].append(Attendee(row.name, row.body))
    agenda: dict[str, list[AgendaItem]] = defaultdict(list)
    for row in reader.connection.execute(select(agenda_item).order_by(agenda_item.c.position)):
        item = AgendaItem(row.id, row.initiative, row.kfa, row.kf, row.minutes, row.note, row.position)
        agenda[row.workshop].append(item)
    statement = select(workshop).order_by(workshop.c.opened, workshop.c.first, workshop.c.id)
    return tuple(
        Workshop(
            id=row.id,
            number=number,
            title=row.title,
            facilitator=row.facilitator,
            opened=row.opened,
            closed=row.closed,
            first=row.first,
            last=row.last,
            attendees=tuple(attendees[row.id]),
            agenda=tuple(agenda[row.id]),
            rev=row.rev,
        )
        for number, row in enumerate(reader.connection.execute(statement), start=1)
    )


def current(reader: Reader) -> Workshop | None:
    """Return the workshop that is open, None when there is none."""
    return next((one for one in every(reader) if one.closed is None), None)


def one(reader: Reader, workshop_id: str) -> Workshop:
    """Return the workshop with this id; raises UserError when it is gone."""
    for found in every(reader):
        if found.id == workshop_id:
            return found
    raise UserError("edit.gone", id=workshop_id)


def numbered(reader: Reader, number: int | None = None) -> Workshop:
    """Return the workshop of this number, from 1, or the latest; raises UsageError when there is none."""
    there = every(reader)
    if not there:
        raise UsageError("workshop.none_yet")
    wanted = len(there) if number is None else number
    if not 1 <= wanted <= len(there):
        raise UsageError("workshop.none", number=wanted)
    return there[wanted - 1]


def proposals(reader: Reader, workshop_id: str, cell: Cell | None = None) -> tuple[Proposal, ...]:
    """Return the proposals of a workshop, or those for one of its cells, in the order in which they were made."""
    here = [proposal.c.workshop == workshop_id, *_of_cell(proposal, cell)]
    return tuple(
        Proposal(
            id=row.id,
            workshop=row.workshop,
            initiative=row.initiative,
            kfa=row.kfa,
            kf=row.kf,
            text=row.text,
            proposer=row.proposer,
            made=row.made,
            is_silent=bool(row.is_silent),
            is_revealed=bool(row.is_revealed),
            votes=row.votes,
            state=ProposalState(row.state),
            reason=row.reason,
            decided=row.decided,
            measure=row.measure,
            rev=row.rev,
        )
        for row in reader.connection.execute(select(proposal).where(*here).order_by(proposal.c.position))
    )


def find_proposal(reader: Reader, name: str) -> str:
    """Return the id of the proposal whose id is, or begins with, `name`; raises UsageError unless exactly one does."""
    wanted = name.strip().lower()
    if len(wanted) < FEWEST_OF_ID or not set(wanted) <= set("0123456789abcdef-"):
        raise UsageError("code.proposal", code=name)
    found = reader.connection.scalars(select(proposal.c.id).where(proposal.c.id.startswith(wanted)).limit(2)).all()
    if len(found) != 1:
        raise UsageError("code.no_proposal" if not found else "code.many_proposals", code=name)
    return str(found[0])


def decisions(reader: Reader, workshop_id: str, cell: Cell | None = None) -> tuple[Decision, ...]:
    """Return the decisions of a workshop, or those on one of its cells, in the order in which they were made."""
    here = [decision.c.workshop == workshop_id, *_of_cell(decision, cell)]
    return tuple(
        Decision(
            id=row.id,
            workshop=row.workshop,
            initiative=row.initiative,
            kfa=row.kfa,
            kf=row.kf,
            text=row.text,
            reason=row.reason,
            made=row.made,
            rev=row.rev,
        )
        for row in reader.connection.execute(select(decision).where(*here).order_by(decision.c.position))
    )


def _of_cell(table: Table, cell: Cell | None) -> list[ColumnElement[bool]]:
    if cell is None:
        return []
    owner, kfa, kf = cell
    return [table.c.initiative == owner, table.c.kfa == kfa, table.c.kf == kf]
