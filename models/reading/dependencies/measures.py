"""Reading the links between measures: those that planners drew, and what measures share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.access import Reader
from models.codes import cell_code
from models.plan import DependencyKind, MeasureLink, MeasureStatus
from models.reading.initiatives import codes
from models.tables import measure, measure_link


@dataclass(frozen=True, slots=True)
class MeasureNode:
    """A measure as the network of measures shows it; `initiative` is the code of its initiative."""

    id: str
    initiative: str
    cell: str
    text: str
    lead: str
    start: date | None
    due: date | None
    status: MeasureStatus
    product: str
    indicator: str


def nodes(reader: Reader) -> Mapping[str, MeasureNode]:
    """Return the measures of initiatives that were not put away, by id, in the order of the plan."""
    names = codes(reader)
    place = {owner: number for number, owner in enumerate(names)}
    columns = [measure.c[name] for name in ("id", "initiative", "kfa", "kf", "position", "text", "lead")]
    columns += [measure.c[name] for name in ("start", "due", "status", "product", "indicator")]
    found = [row for row in reader.connection.execute(select(*columns)) if row.initiative in place]
    found.sort(key=lambda row: (place[row.initiative], row.kfa, row.kf, row.position, row.id))
    return {
        row.id: MeasureNode(
            id=row.id,
            initiative=names[row.initiative],
            cell=cell_code(row.kfa, row.kf),
            text=row.text,
            lead=row.lead,
            start=date.fromisoformat(row.start) if row.start else None,
            due=date.fromisoformat(row.due) if row.due else None,
            status=MeasureStatus(row.status),
            product=row.product,
            indicator=row.indicator,
        )
        for row in found
    }


def every(reader: Reader) -> tuple[MeasureLink, ...]:
    """Return all links that planners drew between measures, but of none whose initiative was put away; in order."""
    if reader.connection.execute(select(measure_link.c.id).limit(1)).first() is None:
        return ()
    return between(reader, nodes(reader))


def between(reader: Reader, known: Mapping[str, MeasureNode]) -> tuple[MeasureLink, ...]:
    """Return the links between these measures, in the order of the measures from which and to which they go."""
    place = {one: number for number, one in enumerate(known)}
    links = (
        MeasureLink(
            id=row.id,
            origin=row.origin,
            to=row.target,
            kind=DependencyKind(row.kind),
            strength=row.strength,
            why=row.why,
            lag=row.lag,
        )
        for row in reader.connection.execute(select(measure_link))
        if row.origin in place and row.target in place
    )
    return tuple(sorted(links, key=lambda link: (place[link.origin], place[link.to], link.kind)))
