"""Writing where initiatives stand in the picture of the network."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update

from models.access import Transaction
from models.editing.initiatives import code_of
from models.tables import node_position

FARTHEST = 1_000_000
"""How far from the origin, in points, a card may be put: what is farther comes back to this."""


def place(transaction: Transaction, initiative_id: str, x: float, y: float) -> None:
    """Keep the upper left corner of an initiative's card, in points; raises UserError when the initiative is gone."""
    transaction.describe(place=code_of(transaction, initiative_id))
    point = {"x": _whole(x), "y": _whole(y)}
    here = node_position.c.initiative == initiative_id
    row = transaction.connection.execute(select(node_position).where(here)).first()
    if row is None:
        transaction.connection.execute(insert(node_position).values(initiative=initiative_id, **point))
    elif (row.x, row.y) != (point["x"], point["y"]):
        transaction.connection.execute(update(node_position).where(here).values(**point))


def clear(transaction: Transaction) -> None:
    """Forget every place, so that all initiatives are laid out again."""
    transaction.connection.execute(delete(node_position))


def _whole(value: float) -> int:
    return round(max(-FARTHEST, min(FARTHEST, value)))
