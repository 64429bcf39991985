"""Reading what the links between initiatives amount to; it loads networkx: import it where a network is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from models.access import Reader
from models.network import Network, analyse
from models.plan import Dependency, Initiative
from models.reading import dependencies, initiatives
from models.tables import measure


@dataclass(frozen=True, slots=True)
class Web:
    """All that the picture of the network shows; `places` are the corners of the cards that were moved, by code."""

    initiatives: tuple[Initiative, ...]
    links: tuple[Dependency, ...]
    analysis: Network
    places: Mapping[str, tuple[int, int]]


def network(reader: Reader) -> Network:
    """Return order, circles, critical path and influence, from the links and the dates of the measures."""
    return analyse(tuple(initiatives.codes(reader).values()), dependencies.every(reader), days(reader))


def web(reader: Reader) -> Web:
    """Return the initiatives, their links, what those amount to, and where the cards were put."""
    known = initiatives.every(reader)
    links = dependencies.every(reader)
    analysis = analyse([one.code for one in known], links, days(reader))
    return Web(known, links, analysis, dependencies.places(reader))


def days(reader: Reader) -> Mapping[str, int]:
    """Return how many days each initiative takes, by code: from its measures' earliest start to their latest due day.

    Both days count, and it is at least 1. An initiative whose measures name no start, or no due day, is left out.
    """
    codes = initiatives.codes(reader)
    rows = reader.connection.execute(
        select(measure.c.initiative, func.min(measure.c.start), func.max(measure.c.due)).group_by(measure.c.initiative)
    )
    return {
        codes[owner]: max(1, (date.fromisoformat(due) - date.fromisoformat(start)).days + 1)
        for owner, start, due in rows
        if start and due
    }
