"""Writing dependencies between initiatives."""

from __future__ import annotations

from collections.abc import Sequence

from models.access import Transaction
from models.editing.initiatives import code_of
from models.editing.links import Links
from models.errors import UserError
from models.plan import DependencyKind
from models.tables import dependency

_LINKS = Links(dependency, code_of)


def write(
    transaction: Transaction,
    origin: str,
    target: str,
    kind: DependencyKind,
    strength: int,
    why: str | None = None,
    lag: int | None = None,
) -> None:
    """Let `origin` precede, enable or conflict with `target` (ids of initiatives), strength 1–3; 0 removes the link.

    `lag` is the months between the end of the one and the beginning of the other. None leaves an existing reason, or
    lag, as it is. Raises UserError for a link of an initiative to itself, a strength outside 0–3, a lag outside 0–120,
    or the removal of a link that is not there.
    """
    _LINKS.write(transaction, (origin, target), kind, strength, why, lag)


def change(
    transaction: Transaction,
    dependency_id: str,
    *,
    kind: DependencyKind | None = None,
    strength: int | None = None,
    reason: str | None = None,
    lag: int | None = None,
) -> str:
    """Write what is given of a link and leave the rest; return the link's id.

    When the two initiatives have a link of the new kind already, the two become one: with the greater strength and lag,
    and the reason of the one that was there unless it has none. Raises UserError when the link is gone, the strength
    outside 1–3 or the lag outside 0–120.
    """
    return _LINKS.change(transaction, dependency_id, kind, strength, reason, lag)


def weaken(transaction: Transaction, links: Sequence[tuple[str, str]]) -> None:
    """Let each first of `links` (pairs of ids of initiatives), which precedes the second, enable it instead.

    Raises UserError when one of these links is not there.
    """
    places = []
    for origin, target in links:
        link = _LINKS.find(transaction, (origin, target), DependencyKind.PRECEDES)
        codes = {"origin": code_of(transaction, origin), "target": code_of(transaction, target)}
        if link is None:
            raise UserError("dependency.none", **codes)
        change(transaction, str(link.id), kind=DependencyKind.ENABLES)
        places.append(f"{codes['origin']} → {codes['target']}")
    transaction.describe(place=", ".join(places))


def remove(transaction: Transaction, dependency_id: str) -> None:
    """Remove a link; raises UserError when it is gone."""
    _LINKS.remove(transaction, dependency_id)
