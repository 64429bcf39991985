"""How the cells of all initiatives stand: how many measures, how far, how many late, how much is not clear yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Integer, case, cast, func, select

from models.access import Reader
from models.plan import CLEARS, MeasureStatus
from models.tables import initiative, measure


@dataclass(frozen=True, slots=True)
class Square:
    """What stands in a cell, or in several: `done` are percents summed, `unclear` clears that are missing."""

    count: int = 0
    done: int = 0
    late: int = 0
    unclear: int = 0

    @property
    def progress(self) -> int:
        """Return how far the measures have come on average, in percent."""
        return round(self.done / self.count) if self.count else 0


def squares(reader: Reader, on: date) -> Mapping[tuple[str, int, int], Square]:
    """Return how each cell that holds measures stands on a day: by (initiative id, KFA number, KF number).

    Those of initiatives that were put away do not count.
    """
    cell = (measure.c.initiative, measure.c.kfa, measure.c.kf)
    is_late = (measure.c.due < on.isoformat()) & (measure.c.status != MeasureStatus.DONE.value)
    missing = sum((case((func.coalesce(measure.c[name], "") == "", 1), else_=0) for name in CLEARS), cast(0, Integer))
    away = select(initiative.c.id).where(initiative.c.archived.is_not(None))
    statement = select(
        *cell,
        func.count(),
        func.sum(measure.c.progress),
        func.sum(case((is_late, 1), else_=0)),
        func.sum(missing),
    )
    rows = reader.connection.execute(statement.where(measure.c.initiative.not_in(away)).group_by(*cell))
    return {(owner, kfa, kf): Square(*values) for owner, kfa, kf, *values in rows}


def together(found: Iterable[Square]) -> Square:
    """Return how several cells stand taken together."""
    count = done = late = unclear = 0
    for one in found:
        count, done, late, unclear = count + one.count, done + one.done, late + one.late, unclear + one.unclear
    return Square(count, done, late, unclear)
