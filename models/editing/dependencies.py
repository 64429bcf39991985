"""Writing dependencies between initiatives."""

from __future__ import annotations

from sqlalchemy import delete, select

from models.access import Transaction
from models.editing import rows
from models.editing.initiatives import code_of
from models.errors import UserError
from models.plan import DependencyKind
from models.tables import dependency


def write(
    transaction: Transaction, origin: str, target: str, kind: DependencyKind, strength: int, why: str | None = None
) -> None:
    """Let `origin` precede, enable or conflict with `target` (ids of initiatives) with strength 1–3; 0 removes the link.

    None leaves an existing reason as it is. Raises UserError for a link of an initiative to itself, a strength outside 0–3, or the
    removal of a link that is not there.
    """
    codes = {"origin": code_of(transaction, origin), "target": code_of(transaction, target)}
    if origin == target:
        raise UserError("dependency.itself", code=codes["origin"])
    if strength not in range(4):
        raise UserError("dependency.strength", strength=strength)
    transaction.describe(place=f"{codes['origin']} → {codes['target']}")
    here = (dependency.c.origin == origin, dependency.c.target == target, dependency.c.kind == kind.value)
    row = transaction.connection.execute(select(dependency).where(*here)).first()
    if strength == 0:
        if row is None:
            raise UserError("dependency.none", **codes)
        transaction.connection.execute(delete(dependency).where(dependency.c.id == row.id))
    elif row is None:
        rows.add_row(
            transaction, dependency, origin=origin, target=target, kind=kind.value, strength=strength, why=why or ""
        )
    else:
        values = {"strength": strength} if why is None else {"strength": strength, "why": why}
        rows.change_row(transaction, dependency, row, values)
