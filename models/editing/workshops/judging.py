"""Writing what becomes of a proposal: a measure, an idea kept for later, or a line in the minutes."""

from __future__ import annotations

from dataclasses import replace

from models.access import Transaction
from models.editing import measures, rows
from models.editing.measures import MeasureFields
from models.editing.workshops.proposing import found, refuse_standing
from models.plan import ProposalState
from models.tables import proposal


def accept(transaction: Transaction, proposal_id: str, fields: MeasureFields | None = None, reason: str = "") -> str:
    """Make a proposal a measure at the end of its cell, with its text unless `fields` has another; return its id.

    Raises UserError when it has become one that stands.
    """
    row = found(transaction, proposal_id)
    refuse_standing(transaction, row)
    given = fields or MeasureFields()
    given = given if given.text is not None else replace(given, text=row.text)
    measure_id = measures.add(transaction, row.initiative, row.kfa, row.kf, given)
    _judge(transaction, proposal_id, ProposalState.ACCEPTED, reason, measure_id)
    return measure_id


def park(transaction: Transaction, proposal_id: str, reason: str = "") -> int:
    """Keep a proposal for later and return its revision; raises UserError when its measure stands."""
    return _judge(transaction, proposal_id, ProposalState.PARKED, reason)


def reject(transaction: Transaction, proposal_id: str, reason: str = "") -> int:
    """Turn a proposal down and return its revision: the minutes keep it. Raises UserError when its measure stands."""
    return _judge(transaction, proposal_id, ProposalState.REJECTED, reason)


def reopen(transaction: Transaction, proposal_id: str) -> int:
    """Let a proposal be open again, and return its revision; raises UserError when its measure stands."""
    row = found(transaction, proposal_id)
    refuse_standing(transaction, row)
    values = {"state": ProposalState.OPEN.value, "reason": "", "decided": None}
    return rows.change_row(transaction, proposal, row, values)


def _judge(
    transaction: Transaction, proposal_id: str, state: ProposalState, reason: str, measure_id: str | None = None
) -> int:
    row = found(transaction, proposal_id)
    refuse_standing(transaction, row)
    values = {"state": state.value, "reason": reason.strip(), "is_revealed": 1, "measure": measure_id}
    if any(getattr(row, name) != value for name, value in values.items()):
        values["decided"] = transaction.now
    return rows.change_row(transaction, proposal, row, values)
