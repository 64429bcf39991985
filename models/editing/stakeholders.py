"""Writing stakeholders: one list for the plan, grown by naming them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from models.access import Transaction
from models.editing import rows
from models.errors import UserError
from models.tables import stakeholder
from models.text import clean


def ids_of(transaction: Transaction, names: Iterable[str]) -> list[str]:
    """Return the ids of the stakeholders with these names, whatever their case; one that is not there yet is made.

    Raises UserError at a name without a letter in it.
    """
    statement = select(stakeholder.c.id, stakeholder.c.name)
    known = {name.casefold(): row_id for row_id, name in transaction.connection.execute(statement)}
    found = []
    for name in names:
        wanted = " ".join(clean(name).split())
        if not wanted:
            raise UserError("stakeholder.no_name")
        if wanted.casefold() not in known:
            known[wanted.casefold()] = rows.add_row(transaction, stakeholder, name=wanted)
        found.append(known[wanted.casefold()])
    return list(dict.fromkeys(found))
