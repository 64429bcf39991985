"""Writing proposals: what is proposed for a cell, aloud or in a silent round, and how many votes it gets."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, delete, select

from models.access import Transaction
from models.editing import rows
from models.editing.measures import place_of
from models.editing.workshops.meeting import describe_cell, end_of, known_cell, still_open
from models.errors import UserError
from models.plan import ProposalState
from models.tables import proposal
from models.text import clean


def propose(
    transaction: Transaction,
    workshop_id: str | None,
    initiative_id: str,
    kfa: int,
    kf: int,
    text: str,
    proposer: str = "",
    *,
    is_silent: bool = False,
) -> str:
    """Record a proposal for a cell and return its id; one of a silent round is hidden until it is revealed.

    Without a workshop it is made in the open one, or in a new one that is named by the day. Raises UserError when it
    has no text or the workshop is closed.
    """
    place = known_cell(transaction, initiative_id, kfa, kf)
    meeting = still_open(transaction, workshop_id, opens=True)
    proposal_id = rows.add_row(
        transaction,
        proposal,
        workshop=meeting.id,
        text=_words(text),
        proposer=" ".join(clean(proposer).split()),
        made=transaction.now,
        is_silent=int(is_silent),
        is_revealed=int(not is_silent),
        votes=0,
        state=ProposalState.OPEN.value,
        position=end_of(transaction, proposal, meeting.id),
        **place,
    )
    describe_cell(transaction, rows.find(transaction, proposal, proposal_id))
    return proposal_id


def change_proposal(
    transaction: Transaction, proposal_id: str, text: str | None = None, proposer: str | None = None
) -> int:
    """Write the words or the proposer of a proposal anew, and return its revision."""
    row = found(transaction, proposal_id)
    values: dict[str, Any] = {}
    if text is not None:
        values["text"] = _words(text)
    if proposer is not None:
        values["proposer"] = " ".join(clean(proposer).split())
    return rows.change_row(transaction, proposal, row, values)


def remove_proposal(transaction: Transaction, proposal_id: str) -> None:
    """Remove a proposal, as if it had never been made; raises UserError when its measure stands."""
    refuse_standing(transaction, found(transaction, proposal_id))
    transaction.connection.execute(delete(proposal).where(proposal.c.id == proposal_id))


def reveal(
    transaction: Transaction,
    workshop_id: str | None,
    initiative_id: str | None = None,
    kfa: int | None = None,
    kf: int | None = None,
) -> int:
    """Show the room what a silent round brought, of the whole workshop or of what is named; return how many it is."""
    meeting = still_open(transaction, workshop_id)
    transaction.describe(place=meeting.title)
    named = {"initiative": initiative_id, "kfa": kfa, "kf": kf}
    here = [proposal.c[name] == value for name, value in named.items() if value is not None]
    statement = select(proposal).where(proposal.c.workshop == meeting.id, proposal.c.is_revealed == 0, *here)
    hidden = transaction.connection.execute(statement.order_by(proposal.c.position)).all()
    for row in hidden:
        rows.change_row(transaction, proposal, row, {"is_revealed": 1})
        if all(value is not None for value in named.values()):
            describe_cell(transaction, row)
    return len(hidden)


def vote(transaction: Transaction, proposal_id: str, count: int) -> int:
    """Let a proposal have so many votes, and return its revision; raises UserError below 0."""
    if count < 0:
        raise UserError("workshop.votes", count=count)
    return rows.change_row(transaction, proposal, found(transaction, proposal_id), {"votes": count})


def found(transaction: Transaction, proposal_id: str) -> Row[Any]:
    """Return a proposal that can be written to, and name the step by its cell; raises UserError when it cannot."""
    row = rows.find(transaction, proposal, proposal_id)
    still_open(transaction, row.workshop)
    describe_cell(transaction, row)
    return row


def refuse_standing(transaction: Transaction, row: Row[Any]) -> None:
    """Raise UserError when the measure that a proposal became is there."""
    if row.measure is not None:
        raise UserError("workshop.measure_stands", place=place_of(transaction, row.measure))


def _words(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise UserError("workshop.no_text")
    return words
