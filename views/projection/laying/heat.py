"""The portfolio at a glance: a row for each initiative, a square for each of the 32 cells, coloured and numbered."""

from __future__ import annotations

from views.projection.laying.frame import FOOT, HEAD, MARGIN
from views.projection.laying.look import HeatLook
from views.projection.laying.scene import BOLD, MEDIUM, SEMIBOLD, Item, Panel, Ruler, baseline, least
from views.projection.laying.setting import line, shortened

_LABELS, _TOTAL = 4.6, 2.6
_HEADS = 2.7
_LOWEST, _HIGHEST = 1.5, 3.0
_GAP, _GROUP_GAP = 0.12, 0.55
LEVELS = 5


def laid_heat(look: HeatLook, width: float, height: float, ruler: Ruler) -> tuple[tuple[Item, ...], bool]:
    """Return the squares between head and foot, and whether further initiatives are on the next page."""
    unit = least(height)
    top = (HEAD + _HEADS) * unit
    room = height - top - FOOT * unit
    count = max(1, min(len(look.rows), int(room / (_LOWEST * unit))))
    pages = max(1, -(-len(look.rows) // count))
    page = min(look.page, pages - 1) if look.page else look.chosen // count
    high = min(_HIGHEST * unit, room / count)
    columns = _columns(look, width, unit)
    items = _heads(look, columns, unit, ruler)
    for place, (code, counts) in enumerate(look.rows[page * count : (page + 1) * count]):
        y = top + place * high
        is_chosen = page * count + place == look.chosen
        items += _row(code, counts, columns, (y, high), unit, ruler, is_chosen=is_chosen)
        total = str(sum(counts))
        wide = unit * ruler.width(total, BOLD)
        base = baseline(y, unit, high / unit)
        items.append(line(width - MARGIN * unit - wide, base, total, unit, (BOLD, "ink", "ground"), ruler))
    return tuple(items), page + 1 < pages


def _columns(look: HeatLook, width: float, unit: float) -> list[tuple[float, float]]:
    """Return where each square begins and how wide it is."""
    groups, factors = len(look.groups), len(look.factors)
    left = (MARGIN + _LABELS) * unit
    room = width - left - (MARGIN + _TOTAL) * unit - (groups - 1) * _GROUP_GAP * unit
    pitch = room / (groups * factors)
    return [
        (left + place * pitch + (place // factors) * _GROUP_GAP * unit, pitch - _GAP * unit)
        for place in range(groups * factors)
    ]


def _heads(look: HeatLook, columns: list[tuple[float, float]], unit: float, ruler: Ruler) -> list[Item]:
    items: list[Item] = []
    factors = len(look.factors)
    for number, group in enumerate(look.groups):
        first = columns[number * factors][0]
        last = columns[number * factors + factors - 1]
        room = last[0] + last[1] - first
        text = shortened(group, unit, SEMIBOLD, room, ruler)
        x = first + (room - unit * ruler.width(text, SEMIBOLD)) / 2
        items.append(line(x, (HEAD + 0.95) * unit, text, unit, (SEMIBOLD, "ink", "ground"), ruler))
    for place, (x, wide) in enumerate(columns):
        text = look.factors[place % factors]
        x += (wide - unit * ruler.width(text, MEDIUM)) / 2
        items.append(line(x, (HEAD + 2.2) * unit, text, unit, (MEDIUM, "muted", "ground"), ruler))
    return items


def _row(
    code: str,
    counts: tuple[int, ...],
    columns: list[tuple[float, float]],
    span: tuple[float, float],
    unit: float,
    ruler: Ruler,
    *,
    is_chosen: bool,
) -> list[Item]:
    y, high = span
    base = baseline(y, unit, high / unit)
    left = MARGIN * unit
    ground, ink = ("chosen", "chosen_ink") if is_chosen else ("ground", "ink")
    items: list[Item] = []
    if is_chosen:
        items.append(Panel(left - 0.4 * unit, y, (_LABELS + 0.1) * unit, high - _GAP * unit, "chosen", 0.3 * unit))
    items.append(line(left, base, code, unit, (SEMIBOLD, ink, ground), ruler))
    for (x, wide), count in zip(columns, counts, strict=True):
        level = min(count, LEVELS)
        items.append(Panel(x, y, wide, high - _GAP * unit, f"heat.{level}", 0.2 * unit))
        if count:
            text = str(count)
            middle = x + (wide - unit * ruler.width(text, SEMIBOLD)) / 2
            items.append(line(middle, base, text, unit, (SEMIBOLD, f"heat_ink.{level}", f"heat.{level}"), ruler))
    return items
