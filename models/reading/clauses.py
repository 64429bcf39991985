"""Reading the clauses of the sources: what answers and measures cite."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from models.access import Reader
from models.method import Bilingual
from models.reading.rows import bilingual
from models.tables import clause, source


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause that can be cited: `kind` is heading, paragraph or sentence."""

    code: str
    kind: str
    text: Bilingual


def every(reader: Reader) -> tuple[ClauseLine, ...]:
    """Return all clauses, the sources by rank, each in its own order."""
    statement = (
        select(clause.c.code, clause.c.kind, clause.c.text.label("text_vi"), clause.c.text_en)
        .join(source, source.c.code == clause.c.source)
        .order_by(source.c.rank, source.c.position, clause.c.position)
    )
    return tuple(_line(row) for row in reader.connection.execute(statement))


def by_code(reader: Reader, codes: Collection[str]) -> Mapping[str, ClauseLine]:
    """Return the clauses with these codes; those that the sources do not have are left out."""
    if not codes:
        return {}
    statement = select(clause.c.code, clause.c.kind, clause.c.text.label("text_vi"), clause.c.text_en)
    rows = reader.connection.execute(statement.where(clause.c.code.in_(list(codes))))
    return {row.code: _line(row) for row in rows}


def _line(row: Any) -> ClauseLine:
    return ClauseLine(row.code, row.kind, bilingual(row, "text"))
