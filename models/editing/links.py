"""Writing a link of either kind: between initiatives, or between measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Table, delete, select

from models.access import Transaction
from models.editing import rows
from models.errors import UserError
from models.plan import DependencyKind

LONGEST_LAG = 120
"""Months that a link may lag, at most: the ten years of a plan."""


@dataclass(frozen=True)
class Links:
    """A table of links, and how its ends are named in steps and sentences."""

    table: Table
    name_of: Callable[[Transaction, str], str]

    def write(
        self,
        transaction: Transaction,
        ends: tuple[str, str],
        kind: DependencyKind,
        strength: int,
        why: str | None = None,
        lag: int | None = None,
    ) -> None:
        """Let a link of this kind go from the first of `ends` to the second; strength 0 removes it.

        None leaves the reason, or the lag, of a link as it is. Raises UserError for a link of something to itself, a
        strength outside 0–3, a lag outside 0–120 months, or the removal of a link that is not there.
        """
        origin, target = ends
        names = {"origin": self.name_of(transaction, origin), "target": self.name_of(transaction, target)}
        if origin == target:
            raise UserError("dependency.itself", code=names["origin"])
        if strength not in range(4):
            raise UserError("dependency.strength", strength=strength)
        _check_lag(lag)
        transaction.describe(place=f"{names['origin']} → {names['target']}")
        row = self.find(transaction, ends, kind)
        if strength == 0:
            if row is None:
                raise UserError("dependency.none", **names)
            self._delete(transaction, row.id)
        elif row is None:
            given: dict[str, Any] = {"kind": kind.value, "strength": strength, "why": why or "", "lag": lag or 0}
            rows.add_row(transaction, self.table, origin=origin, target=target, **given)
        else:
            values = {"strength": strength, "why": why, "lag": lag}
            wanted = {name: value for name, value in values.items() if value is not None}
            rows.change_row(transaction, self.table, row, wanted)

    def change(
        self,
        transaction: Transaction,
        link_id: str,
        kind: DependencyKind | None = None,
        strength: int | None = None,
        reason: str | None = None,
        lag: int | None = None,
    ) -> str:
        """Write what is given of a link and leave the rest; return the link's id.

        When its ends have a link of the new kind already, the two become one: with the greater strength and lag, and
        the reason of the one that was there unless it has none. Raises UserError when the link is gone, the strength
        outside 1–3 or the lag outside 0–120 months.
        """
        row = rows.find(transaction, self.table, link_id)
        self._describe(transaction, row)
        if strength is not None and strength not in range(1, 4):
            raise UserError("dependency.strength", strength=strength)
        _check_lag(lag)
        values: dict[str, Any] = {
            "strength": strength,
            "why": reason,
            "kind": kind.value if kind else None,
            "lag": lag,
        }
        wanted = {name: value for name, value in values.items() if value is not None}
        twin = self.find(transaction, (row.origin, row.target), wanted.get("kind", row.kind))
        if twin is None or twin.id == row.id:
            rows.change_row(transaction, self.table, row, wanted)
            return link_id
        self._delete(transaction, link_id)
        joined = {
            "strength": max(twin.strength, wanted.get("strength", row.strength)),
            "lag": max(twin.lag, wanted.get("lag", row.lag)),
            "why": twin.why or wanted.get("why", row.why),
        }
        rows.change_row(transaction, self.table, twin, joined)
        return str(twin.id)

    def remove(self, transaction: Transaction, link_id: str) -> None:
        """Remove a link; raises UserError when it is gone."""
        self._describe(transaction, rows.find(transaction, self.table, link_id))
        self._delete(transaction, link_id)

    def find(self, transaction: Transaction, ends: tuple[str, str], kind: str) -> Row[Any] | None:
        """Return the link of this kind between these ends, None where there is none."""
        table = self.table
        here = (table.c.origin == ends[0], table.c.target == ends[1], table.c.kind == str(kind))
        return transaction.connection.execute(select(table).where(*here)).first()

    def _delete(self, transaction: Transaction, link_id: str) -> None:
        transaction.connection.execute(delete(self.table).where(self.table.c.id == link_id))

    def _describe(self, transaction: Transaction, row: Row[Any]) -> None:
        ends = (self.name_of(transaction, one) for one in (row.origin, row.target))
        transaction.describe(place=" → ".join(ends))


def _check_lag(lag: int | None) -> None:
    if lag is not None and not 0 <= lag <= LONGEST_LAG:
        raise UserError("dependency.lag", lag=lag, longest=LONGEST_LAG)
