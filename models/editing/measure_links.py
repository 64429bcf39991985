"""Writing links between measures."""

from __future__ import annotations

from models.access import Transaction
from models.editing.links import Links
from models.editing.measures import place_of
from models.plan import DependencyKind
from models.tables import measure_link

_LINKS = Links(measure_link, place_of)


def write(
    transaction: Transaction,
    origin: str,
    target: str,
    kind: DependencyKind,
    strength: int,
    why: str | None = None,
    lag: int | None = None,
) -> None:
    """Let `origin` precede, enable or conflict with `target` (ids of measures), strength 1–3; 0 removes the link.

    None leaves an existing reason, or lag in months, as it is. Raises UserError for a link of a measure to itself, a
    strength outside 0–3, a lag outside 0–120, or the removal of a link that is not there.
    """
    _LINKS.write(transaction, (origin, target), kind, strength, why, lag)


def change(
    transaction: Transaction,
    link_id: str,
    *,
    kind: DependencyKind | None = None,
    strength: int | None = None,
    reason: str | None = None,
    lag: int | None = None,
) -> str:
    """Write what is given of a link and leave the rest; return its id, or that of the link that it becomes one with.

    Raises UserError when the link is gone, the strength outside 1–3 or the lag outside 0–120.
    """
    return _LINKS.change(transaction, link_id, kind, strength, reason, lag)


def remove(transaction: Transaction, link_id: str) -> None:
    """Remove a link; raises UserError when it is gone."""
    _LINKS.remove(transaction, link_id)
