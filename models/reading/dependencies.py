"""Reading the links between initiatives."""

from __future__ import annotations

from sqlalchemy import select

from models.access import Reader
from models.plan import Dependency, DependencyKind
from models.reading.initiatives import codes
from models.tables import dependency


def every(reader: Reader) -> tuple[Dependency, ...]:
    """Return all links in the order of the initiatives they start from and lead to."""
    names = codes(reader)
    order = {code: place for place, code in enumerate(names.values())}
    links = (
        Dependency(
            id=row.id,
            origin=names[row.origin],
            to=names[row.target],
            kind=DependencyKind(row.kind),
            strength=row.strength,
            why=row.why,
        )
        for row in reader.connection.execute(select(dependency))
    )
    return tuple(sorted(links, key=lambda link: (order[link.origin], order[link.to], link.kind)))
