"""What stands between head and foot, whichever way the room looks at the plan."""

from __future__ import annotations

from views.projection.laying.cell import laid_cell
from views.projection.laying.heat import laid_heat
from views.projection.laying.look import Body, CellLook, HeatLook
from views.projection.laying.matrix import laid_matrix
from views.projection.laying.scene import Item, Ruler


def laid_body(body: Body, width: float, height: float, ruler: Ruler) -> tuple[tuple[Item, ...], bool]:
    """Return what stands between head and foot, and whether the next page has more of it."""
    if isinstance(body, CellLook):
        return laid_cell(body, width, height, ruler)
    if isinstance(body, HeatLook):
        return laid_heat(body, width, height, ruler)
    return laid_matrix(body, width, height, ruler)
