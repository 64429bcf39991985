"""Reading the links between initiatives, and where initiatives stand in the picture of them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from models.access import Reader
from models.plan import Dependency, DependencyKind
from models.reading.initiatives import codes
from models.tables import dependency, node_position


def every(reader: Reader) -> tuple[Dependency, ...]:
    """Return all links in the order of the initiatives they start from and lead to, but of none that was put away."""
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
            lag=row.lag,
        )
        for row in reader.connection.execute(select(dependency))
        if row.origin in names and row.target in names
    )
    return tuple(sorted(links, key=lambda link: (order[link.origin], order[link.to], link.kind)))


def places(reader: Reader) -> Mapping[str, tuple[int, int]]:
    """Return the upper left corner, in points, of every card that was put somewhere, by the initiative's code."""
    names = codes(reader)
    rows = reader.connection.execute(select(node_position))
    return {names[row.initiative]: (row.x, row.y) for row in rows if row.initiative in names}
