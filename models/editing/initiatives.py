"""Writing initiatives: adding one to a basis, its title, lead, status, frame and stakeholders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table, func, select

from models.access import Transaction
from models.codes import initiative_code
from models.editing import rows
from models.errors import UsageError, UserError
from models.method import Bilingual
from models.plan import InitiativeStatus
from models.tables import cycle, frame_choice, initiative, initiative_stakeholder, initiative_support, stakeholder
from models.text import clean


def add(transaction: Transaction, basis: str, title: Bilingual) -> str:
    """Add an initiative to a basis (C5), with an open first cycle; return its id."""
    if basis not in transaction.method.bases:
        raise UsageError("code.basis", code=basis)
    if not title.vi.strip():
        raise UserError("initiative.no_title")
    connection = transaction.connection
    last = connection.scalar(select(func.max(initiative.c.number)).where(initiative.c.basis == basis)) or 0
    position = connection.scalar(select(func.coalesce(func.max(initiative.c.position) + 1, 0)))
    initiative_id = rows.add_row(
        transaction,
        initiative,
        basis=basis,
        number=last + 1,
        title_vi=title.vi,
        title_en=title.en,
        status=InitiativeStatus.DRAFTING.value,
        position=position,
    )
    rows.add_row(transaction, cycle, initiative=initiative_id, number=1, opened=transaction.now)
    transaction.describe(place=code_of(transaction, initiative_id))
    return initiative_id


def change(
    transaction: Transaction,
    initiative_id: str,
    *,
    title: Bilingual | None = None,
    lead: str | None = None,
    support: Sequence[str] | None = None,
    status: InitiativeStatus | None = None,
    frame: Sequence[str] | None = None,
    stakeholders: Sequence[str] | None = None,
    expected_rev: int | None = None,
) -> int:
    """Write what is given and leave the rest; return the revision.

    Raises UserError when the title would be empty or the initiative approved without a lead, UsageError at an unknown
    actor or frame item, ConflictError when the initiative has changed since `expected_rev`.
    """
    row = rows.find(transaction, initiative, initiative_id)
    transaction.describe(place=code_of(transaction, initiative_id))
    values: dict[str, Any] = {}
    if title is not None:
        values.update(title_vi=title.vi, title_en=title.en)
    if lead is not None:
        values["lead"] = rows.known_actors(transaction, [lead])[0] if lead else ""
    if status is not None:
        values["status"] = status.value
    _check(transaction, row, values)
    lists: list[tuple[Table, Sequence[str]]] = []
    if support is not None:
        lists.append((initiative_support, rows.known_actors(transaction, support)))
    if frame is not None:
        lists.append((frame_choice, _frame_items(transaction, frame)))
    if stakeholders is not None:
        lists.append((initiative_stakeholder, [_stakeholder(transaction, name) for name in stakeholders]))
    moved = [rows.set_list(transaction, table, initiative_id, wanted) for table, wanted in lists]
    return rows.change_row(transaction, initiative, row, values, expected_rev, lists_moved=any(moved))


_DECIDED = (InitiativeStatus.APPROVED, InitiativeStatus.CARRYING, InitiativeStatus.FINISHED)


def _check(transaction: Transaction, row: Row[Any], values: Mapping[str, Any]) -> None:
    if not values.get("title_vi", row.title_vi).strip():
        raise UserError("initiative.no_title")
    if values.get("status", row.status) in _DECIDED and not values.get("lead", row.lead):
        raise UserError("initiative.no_lead", code=code_of(transaction, row.id))


def code_of(transaction: Transaction, initiative_id: str) -> str:
    """Return the code of an initiative by its id: SOI5."""
    row: Row[Any] = rows.find(transaction, initiative, initiative_id)
    return initiative_code(transaction.method.bases[row.basis].number, row.number)


def _frame_items(transaction: Transaction, codes: Sequence[str]) -> list[str]:
    found = [code.strip().upper() for code in codes]
    for code in found:
        if code not in transaction.method.frame:
            raise UsageError("code.frame", code=code)
    return found


def _stakeholder(transaction: Transaction, name: str) -> str:
    cleaned = clean(name).strip()
    if not cleaned:
        raise UserError("stakeholder.no_name")
    there = transaction.connection.scalar(select(stakeholder.c.id).where(stakeholder.c.name == cleaned))
    return str(there) if there else rows.add_row(transaction, stakeholder, name=cleaned)
