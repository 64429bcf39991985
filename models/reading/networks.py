"""Reading what the links between initiatives amount to; it loads networkx: import it where a network is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from models.access import Reader
from models.network import Network, analyse
from models.reading import dependencies, initiatives
from models.tables import measure


def network(reader: Reader) -> Network:
    """Return order, circles, critical path and influence, from the links and the dates of the measures."""
    return analyse(tuple(initiatives.codes(reader).values()), dependencies.every(reader), days(reader))


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
