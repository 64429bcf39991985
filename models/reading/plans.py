"""Reading a plan's head and the reference data it keeps: actors, sources, clauses, targets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from models.access import Reader
from models.plan import PlanActor, PlanHeader, PlanSource, PlanTarget
from models.reading.rows import bilingual
from models.tables import actor, clause, plan, source, successor, target


def header(reader: Reader) -> PlanHeader:
    """Return what the plan is."""
    row = reader.connection.execute(select(plan)).one()
    return PlanHeader(
        id=row.id,
        title=bilingual(row, "title"),
        pack=row.pack,
        created=row.created,
        language=row.language,
        superior_body=row.superior_body,
        issuing_body=row.issuing_body,
    )


def actors(reader: Reader) -> Mapping[str, PlanActor]:
    """Return the bodies by symbol, each with its default successor."""
    rows = reader.connection.execute(select(successor).where(successor.c.clause == ""))
    follows = {row.actor: (row.to_actor, date.fromisoformat(row.day)) for row in rows}
    return {
        row.code: PlanActor(
            code=row.code,
            name=bilingual(row, "name"),
            short=bilingual(row, "short"),
            block=row.block,
            kind=row.kind,
            successor=follows.get(row.code, (None, None))[0],
            successor_from=follows.get(row.code, (None, None))[1],
        )
        for row in reader.connection.execute(select(actor).order_by(actor.c.position))
    }


def sources(reader: Reader) -> Mapping[str, PlanSource]:
    """Return the source documents by code, highest rank first."""
    return {
        row.code: PlanSource(
            code=row.code,
            number=row.number,
            kind=bilingual(row, "kind"),
            title=bilingual(row, "title"),
            issuer=bilingual(row, "issuer"),
            day=date.fromisoformat(row.day) if row.day else None,
            rank=row.rank,
            secondary=bool(row.secondary),
        )
        for row in reader.connection.execute(select(source).order_by(source.c.rank, source.c.position))
    }


def clause_order(reader: Reader) -> Mapping[str, tuple[str, int]]:
    """Return, for every clause, the document it is of and its place in it."""
    rows = reader.connection.execute(select(clause.c.code, clause.c.source, clause.c.position))
    return {code: (document, position) for code, document, position in rows}


def targets(reader: Reader) -> tuple[PlanTarget, ...]:
    """Return the targets in their order."""
    return tuple(
        PlanTarget(
            code=row.code,
            indicator=row.indicator,
            name=bilingual(row, "name"),
            unit=bilingual(row, "unit"),
            source=row.source,
            clause=row.clause,
            year=row.year,
            comparator=row.comparator,
            value=row.value,
            text=bilingual(row, "text"),
        )
        for row in reader.connection.execute(select(target).order_by(target.c.position))
    )
