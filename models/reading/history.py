"""Reading the history of a plan."""

from __future__ import annotations

import json

from sqlalchemy import func, select

from models.access import Reader
from models.plan import Step
from models.tables import change, changeset


def steps(reader: Reader, limit: int | None = None) -> tuple[Step, ...]:
    """Return the steps of work, the newest first, at most `limit` of them."""
    counts = select(change.c.changeset, func.count().label("rows")).group_by(change.c.changeset).subquery()
    statement = (
        select(changeset, func.coalesce(counts.c.rows, 0).label("rows"))
        .outerjoin(counts, counts.c.changeset == changeset.c.sequence)
        .order_by(changeset.c.sequence.desc())
        .limit(limit)
    )
    return tuple(
        Step(
            sequence=row.sequence,
            time=row.time,
            author=row.author,
            kind=row.kind,
            label=row.label,
            parameters=json.loads(row.parameters or "{}"),
            why=row.why,
            reverts=row.reverts,
            rows=row.rows,
        )
        for row in reader.connection.execute(statement)
    )
