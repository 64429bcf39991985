"""Writing dependencies between initiatives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, select

from models.access import Transaction
from models.editing import rows
from models.editing.initiatives import code_of
from models.errors import UserError
from models.plan import DependencyKind
from models.tables import dependency


def write(
    transaction: Transaction, origin: str, target: str, kind: DependencyKind, strength: int, why: str | None = None
) -> None:
    """Let `origin` precede, enable or conflict with `target` (ids of initiatives), strength 1–3; 0 removes the link.

    None leaves an existing reason as it is. Raises UserError for a link of an initiative to itself, a strength outside
    0–3, or the removal of a link that is not there.
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


def change(
    transaction: Transaction,
    dependency_id: str,
    *,
    kind: DependencyKind | None = None,
    strength: int | None = None,
    reason: str | None = None,
) -> str:
    """Write what is given of a link and leave the rest; return the link's id.

    When the two initiatives have a link of the new kind already, the two become one: with the greater strength, and the
    reason of the one that was there unless it has none. Raises UserError when the link is gone or the strength outside
    1–3.
    """
    row = rows.find(transaction, dependency, dependency_id)
    _describe(transaction, row)
    if strength is not None and strength not in range(1, 4):
        raise UserError("dependency.strength", strength=strength)
    values: dict[str, Any] = {"strength": strength, "why": reason, "kind": kind.value if kind else None}
    wanted = {name: value for name, value in values.items() if value is not None}
    twin = _twin(transaction, row, wanted.get("kind", row.kind))
    if twin is None:
        rows.change_row(transaction, dependency, row, wanted)
        return dependency_id
    transaction.connection.execute(delete(dependency).where(dependency.c.id == dependency_id))
    strongest = max(twin.strength, wanted.get("strength", row.strength))
    rows.change_row(
        transaction, dependency, twin, {"strength": strongest, "why": twin.why or wanted.get("why", row.why)}
    )
    return str(twin.id)


def weaken(transaction: Transaction, links: Sequence[tuple[str, str]]) -> None:
    """Let each first of `links` (pairs of ids of initiatives), which precedes the second, enable it instead.

    Raises UserError when one of these links is not there.
    """
    places = []
    for origin, target in links:
        here = (dependency.c.origin == origin, dependency.c.target == target)
        kind = dependency.c.kind == DependencyKind.PRECEDES.value
        link = transaction.connection.scalar(select(dependency.c.id).where(*here, kind))
        codes = {"origin": code_of(transaction, origin), "target": code_of(transaction, target)}
        if link is None:
            raise UserError("dependency.none", **codes)
        change(transaction, str(link), kind=DependencyKind.ENABLES)
        places.append(f"{codes['origin']} → {codes['target']}")
    transaction.describe(place=", ".join(places))


def remove(transaction: Transaction, dependency_id: str) -> None:
    """Remove a link; raises UserError when it is gone."""
    _describe(transaction, rows.find(transaction, dependency, dependency_id))
    transaction.connection.execute(delete(dependency).where(dependency.c.id == dependency_id))


def _describe(transaction: Transaction, row: Row[Any]) -> None:
    transaction.describe(place=f"{code_of(transaction, row.origin)} → {code_of(transaction, row.target)}")


def _twin(transaction: Transaction, row: Row[Any], kind: str) -> Row[Any] | None:
    """Return another link of this kind between the same initiatives."""
    here = (dependency.c.origin == row.origin, dependency.c.target == row.target, dependency.c.kind == kind)
    return transaction.connection.execute(select(dependency).where(*here, dependency.c.id != row.id)).first()
