"""Writing initiatives: adding one to a basis, its head, its place in the plan, and putting it away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table, func, select

from models.access import Transaction
from models.codes import initiative_code
from models.editing import rows
from models.errors import UsageError, UserError
from models.keys import cycle_key
from models.method import Bilingual
from models.plan import InitiativeStatus
from models.tables import cycle, frame_choice, initiative, initiative_support
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
    key = cycle_key(initiative_id, 1)
    rows.add_row(transaction, cycle, row_id=key, initiative=initiative_id, number=1, opened=transaction.now)
    transaction.describe(place=code_of(transaction, initiative_id))
    return initiative_id


def change(
    transaction: Transaction,
    initiative_id: str,
    *,
    title: Bilingual | None = None,
    lead: str | None = None,
    owner: str | None = None,
    support: Sequence[str] | None = None,
    status: InitiativeStatus | None = None,
    frame: Sequence[str] | None = None,
    expected_rev: int | None = None,
) -> int:
    """Write what is given and leave the rest; return the revision.

    Raises UserError when the title would be empty, or the initiative approved, carried out or finished without a lead
    and an owner, UsageError at an unknown actor or frame item, ConflictError when it has changed since `expected_rev`.
    """
    row = rows.find(transaction, initiative, initiative_id)
    transaction.describe(place=code_of(transaction, initiative_id))
    values: dict[str, Any] = {}
    if title is not None:
        values.update(title_vi=title.vi, title_en=title.en)
    if lead is not None:
        values["lead"] = rows.known_actors(transaction, [lead])[0] if lead else ""
    if owner is not None:
        values["owner"] = " ".join(clean(owner).split())
    if status is not None:
        values["status"] = status.value
    _check(transaction, row, values)
    lists: list[tuple[Table, Sequence[str]]] = []
    if support is not None:
        lists.append((initiative_support, rows.known_actors(transaction, support)))
    if frame is not None:
        lists.append((frame_choice, _frame_items(transaction, frame)))
    moved = [rows.set_list(transaction, table, initiative_id, wanted) for table, wanted in lists]
    return rows.change_row(transaction, initiative, row, values, expected_rev, lists_moved=any(moved))


_DECIDED = (InitiativeStatus.APPROVED, InitiativeStatus.CARRYING, InitiativeStatus.FINISHED)
_NEEDED = {"lead": "initiative.no_lead", "owner": "initiative.no_owner"}
"""What an initiative that was decided on must name. One of an older plan may lack it until its status changes."""


def _check(transaction: Transaction, row: Row[Any], values: Mapping[str, Any]) -> None:
    if not values.get("title_vi", row.title_vi).strip():
        raise UserError("initiative.no_title")
    if values.get("status", row.status) not in _DECIDED:
        return
    is_new = values.get("status", row.status) != row.status
    for name, message in _NEEDED.items():
        if not values.get(name, getattr(row, name)) and (is_new or getattr(row, name)):
            raise UserError(message, code=code_of(transaction, row.id))


def archive(transaction: Transaction, initiative_id: str) -> int:
    """Put an initiative away, with all that it holds, and return its revision; its code is given to no other."""
    row = rows.find(transaction, initiative, initiative_id)
    transaction.describe(place=code_of(transaction, initiative_id))
    return rows.change_row(transaction, initiative, row, {"archived": row.archived or transaction.now})


def restore(transaction: Transaction, initiative_id: str) -> int:
    """Bring an initiative that was put away back to where it stood, and return its revision."""
    row = rows.find(transaction, initiative, initiative_id)
    transaction.describe(place=code_of(transaction, initiative_id))
    return rows.change_row(transaction, initiative, row, {"archived": None})


def move(transaction: Transaction, initiative_id: str, position: int) -> None:
    """Let an initiative stand at a position of the plan, from 0, among those not put away; past the end is the end."""
    row = rows.find(transaction, initiative, initiative_id)
    transaction.describe(place=code_of(transaction, initiative_id))
    statement = select(initiative).where(initiative.c.id != initiative_id)
    others = transaction.connection.execute(statement.order_by(initiative.c.position, initiative.c.id)).all()
    shown = [place for place, one in enumerate(others) if one.archived is None]
    place = [*shown, len(others)][min(max(0, position), len(shown))]
    for number, one in enumerate([*others[:place], row, *others[place:]]):
        rows.change_row(transaction, initiative, one, {"position": number})


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
