"""Reading where initiatives stand in the picture of the network."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from models.access import Reader
from models.reading.initiatives import codes
from models.tables import node_position


def places(reader: Reader) -> Mapping[str, tuple[int, int]]:
    """Return the upper left corner, in points, of every card that was put somewhere, by the initiative's code."""
    names = codes(reader)
    return {names[row.initiative]: (row.x, row.y) for row in reader.connection.execute(select(node_position))}
