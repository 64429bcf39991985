"""The whole matrix: eight rows, four columns, what fits of every cell."""

from __future__ import annotations

from collections.abc import Sequence

from views.projection.laying.flowing import Paragraph, Room, fitted, on_page
from views.projection.laying.frame import FOOT, HEAD, MARGIN
from views.projection.laying.look import MatrixLook, Shown
from views.projection.laying.scene import MEDIUM, REGULAR, SEMIBOLD, Item, Panel, Ruler, least
from views.projection.laying.setting import flat, line, placed, shortened

_LABELS = 0.19
"""The share of the width that the names of the rows take."""
_GAP, _PAD, _COLUMNS = 0.26, 0.34, 1.45
_RADIUS = 0.35
_COLUMN_SIZES = (1.1, 1.0)
_SIZES = (1.5, 1.3, 1.15, 1.0)
LEADING, LABEL_LEADING = 1.22, 1.16


def laid_matrix(look: MatrixLook, width: float, height: float, ruler: Ruler) -> tuple[tuple[Item, ...], bool]:
    """Return the matrix between head and foot, and whether there is more of some cell on the next page."""
    unit = least(height)
    gap, left = _GAP * unit, MARGIN * unit
    labels = _LABELS * width
    wide = (width - 2 * left - labels - gap * (len(look.columns) - 1)) / len(look.columns)
    top = (HEAD + _COLUMNS) * unit
    high = (height - top - FOOT * unit) / len(look.rows) - gap
    items: list[Item] = []
    has_more = False
    for place, (code, name) in enumerate(look.columns.values()):
        items += _column(left + labels + place * (wide + gap), HEAD * unit, wide, code, name, unit, ruler)
    for row, (kfa, (code, name)) in enumerate(look.rows.items()):
        y = top + row * (high + gap)
        items += _label(left, y, labels - 0.6 * unit, high, (code, name), unit, ruler)
        for place, kf in enumerate(look.columns):
            x = left + labels + place * (wide + gap)
            entries = look.cells.get((kfa, kf), ())
            ground = "chosen" if (kfa, kf) == look.chosen else "cell" if entries else "empty"
            items.append(Panel(x, y, wide, high, ground, _RADIUS * unit))
            made, more = _cell(entries, (x, y, wide, high), look.page, ground, unit, ruler)
            items += made
            has_more = has_more or more
    return tuple(items), has_more


def _column(x: float, y: float, width: float, code: str, name: str, unit: float, ruler: Ruler) -> list[Item]:
    base = y + 0.95 * unit
    whole = ruler.width(code, SEMIBOLD) + 0.4 + ruler.width(name, REGULAR)
    size = next((unit * share for share in _COLUMN_SIZES if unit * share * whole <= width), unit)
    first = line(x, base, code, size, (SEMIBOLD, "ink", "ground"), ruler)
    room = width - first.width - 0.4 * size
    name = shortened(name, size, REGULAR, room, ruler)
    return [first, line(x + first.width + 0.4 * size, base, name, size, (REGULAR, "muted", "ground"), ruler)]


def _label(
    x: float, y: float, width: float, height: float, names: tuple[str, str], unit: float, ruler: Ruler
) -> list[Item]:
    code, name = names
    room = Room(width, height, unit, LABEL_LEADING)
    paragraphs = (Paragraph(code, 0, "muted", MEDIUM), Paragraph(flat(name), 0, "ink", SEMIBOLD))
    portion = fitted(paragraphs, room, (unit,), ruler)
    if portion.after is not None:
        portion = fitted((Paragraph(f"{code} · {flat(name)}", 0, "ink", SEMIBOLD),), room, (unit,), ruler)
    above = max(0.0, (height - portion.height) / 2)
    return placed(portion, x, y + above, width, LABEL_LEADING, "ground", ruler)


def _cell(
    entries: Sequence[Shown],
    box: tuple[float, float, float, float],
    page: int,
    ground: str,
    unit: float,
    ruler: Ruler,
) -> tuple[list[Item], bool]:
    x, y, width, height = box
    if not entries:
        return [], False
    pad = _PAD * unit
    paragraphs = tuple(
        Paragraph(flat(one.text), number, weight=MEDIUM, sign=one.state) for number, one in enumerate(entries)
    )
    room = Room(width - 2 * pad, height - 1.4 * pad, unit, LEADING)
    first = fitted(paragraphs, room, [unit * share for share in _SIZES], ruler)
    portion = on_page(paragraphs, room, first, page, ruler)
    items = placed(portion, x + pad, y + 0.7 * pad, room.width, LEADING, ground, ruler)
    return items, portion.after is not None
