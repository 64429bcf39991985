"""The focus on one cell: its measures as large as they fit, the resolution, ideas and decisions, related cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from views.projection.laying.flowing import Paragraph, Portion, Room, fitted, holding, on_page
from views.projection.laying.frame import FOOT, HEAD, MARGIN
from views.projection.laying.look import CellLook, Idea
from views.projection.laying.scene import BOLD, MEDIUM, REGULAR, SEMIBOLD, Item, Panel, Ruler, baseline, least
from views.projection.laying.setting import flat, paragraphs_of, placed

LEADING = 1.28
_SIZES = (2.6, 2.3, 2.0, 1.8, 1.6, 1.45, 1.3)
_QUOTE_SIZES = (1.5, 1.3, 1.15, 1.0)
_SIDE_SIZES = (1.15, 1.0)
_PAD, _RADIUS, _EDGE = 0.8, 0.5, 0.22
_QUOTE_SHARE, _QUOTE_ALONE, _SIDE_SHARE = 0.2, 0.45, 0.36
"""The most of the height that the resolution, beside measures or alone, and the panels beneath may take."""
_SIGNS = {"open": "plus", "accepted": "done", "parked": "draft"}


def laid_cell(look: CellLook, width: float, height: float, ruler: Ruler) -> tuple[tuple[Item, ...], bool]:
    """Return the focus between head and foot, and whether there are more measures on the next page."""
    unit = least(height)
    left = MARGIN * unit
    wide = width - 2 * left
    bottom = height - FOOT * unit
    side_items, side_top, sides_go_on = _sides(look, (left, bottom, wide, _SIDE_SHARE * height), unit, ruler)
    top = (HEAD + 0.55) * unit
    quote = _quote(look, wide, (_QUOTE_SHARE if look.entries else _QUOTE_ALONE) * height, unit, ruler)
    quote_high = quote.height + 2 * _PAD * unit if quote is not None else 0.0
    room = Room(wide, side_top - top - quote_high - (1.4 if quote is not None else 0.7) * unit, unit, LEADING)
    paragraphs = tuple(_entries(look))
    first = fitted(paragraphs, room, [unit * share for share in _SIZES], ruler)
    portion = on_page(paragraphs, room, first, look.page, ruler)
    items: list[Item] = placed(portion, left, top, wide, LEADING, "ground", ruler)
    if quote is not None:
        y = min(top + portion.height + unit, side_top - quote_high - 0.7 * unit)
        items.append(Panel(left, y, wide, quote_high, "empty", 0.0, "edge"))
        inside = wide - 2 * _PAD * unit - _EDGE * unit
        corner = left + (_PAD + _EDGE) * unit
        items += placed(quote, corner, y + _PAD * unit, inside, LEADING, "empty", ruler)
    return (*items, *side_items), portion.after is not None or sides_go_on


def _entries(look: CellLook) -> Iterator[Paragraph]:
    if not look.entries:
        yield Paragraph(look.empty, 0, "muted", REGULAR, 0.8)
    for number, one in enumerate(look.entries):
        above = 0.35 if number else 0.0
        yield Paragraph(flat(one.text), number, "ink", BOLD, 1.0, above, one.state)
        if one.facts:
            yield Paragraph(flat(one.facts), number, "muted", REGULAR, 0.55, 0.08, hangs=True)


def _quote(look: CellLook, width: float, height: float, unit: float, ruler: Ruler) -> Portion | None:
    if not look.quote:
        return None
    paragraphs = [Paragraph(f"“{flat(look.quote)}”", 0, "ink", REGULAR)]
    if look.source:
        paragraphs.append(Paragraph(f"— {look.source}", 0, "muted", REGULAR))
    room = Room(width - (2 * _PAD + _EDGE) * unit, height - 2 * _PAD * unit, unit, LEADING)
    return fitted(paragraphs, room, [unit * share for share in _QUOTE_SIZES], ruler)


def _sides(
    look: CellLook, box: tuple[float, float, float, float], unit: float, ruler: Ruler
) -> tuple[list[Item], float, bool]:
    """Return the panels at the foot, their upper edge and whether there is more on the next page.

    Ideas and decisions are left, related cells right; the title says how many are before the first in sight.
    """
    x, bottom, width, most = box
    ideas = _ideas(look)
    related = paragraphs_of(look.related)
    shown = [
        (title, one, chosen)
        for title, one, chosen in ((look.ideas_title, ideas, look.chosen), (look.related_title, related, -1))
        if one
    ]
    if not shown:
        return [], bottom, False
    gap = unit
    wide = (width - gap * (len(shown) - 1)) / len(shown)
    head = 1.5 * unit
    room = Room(wide - 2 * _PAD * unit, most - head - 1.5 * _PAD * unit, unit, LEADING)
    portions = [_portion(one, room, chosen, look.page, unit, ruler) for _title, one, chosen in shown]
    high = max(portion.height for portion in portions) + head + 1.5 * _PAD * unit
    top = bottom - high
    items: list[Item] = []
    for number, ((title, _one, chosen), portion) in enumerate(zip(shown, portions, strict=True)):
        left = x + number * (wide + gap)
        items.append(Panel(left, top, wide, high, "empty", _RADIUS * unit))
        before = portion.lines[0].paragraph.entry if portion.lines else 0
        items += _title(left, top, f"{title}  ↑ {before}" if before else title, unit, ruler)
        body = placed(portion, left + _PAD * unit, top + head + 0.3 * unit, room.width, LEADING, "empty", ruler)
        items += [*_pointer(portion, chosen, left, top + head + 0.3 * unit, unit), *body]
    goes_on = any(one.after is not None for one, (_t, _o, chosen) in zip(portions, shown, strict=True) if chosen < 0)
    return items, top, goes_on


def _title(left: float, top: float, title: str, unit: float, ruler: Ruler) -> list[Item]:
    portion = fitted((Paragraph(title, 0, "muted", SEMIBOLD),), Room(1e6, 2 * unit, unit, LEADING), (unit,), ruler)
    return placed(portion, left + _PAD * unit, top + 0.35 * unit, 1e6, LEADING, "empty", ruler)


def _pointer(portion: Portion, chosen: int, left: float, y: float, unit: float) -> list[Item]:
    """Return the mark beside the idea that keys act on, when it is in sight."""
    for one in portion.lines:
        if chosen >= 0 and one.paragraph.entry == chosen and one.begin.offset == 0 and one.paragraph.weight != BOLD:
            side = 0.5 * unit
            middle = baseline(y + one.y, one.size, LEADING) - 0.37 * one.size
            return [Panel(left + 0.15 * unit, middle - side / 2, side * 0.6, side, "edge", 0.1 * unit)]
    return []


def _ideas(look: CellLook) -> tuple[Paragraph, ...]:
    made = [_idea(number, one) for number, one in enumerate(look.ideas)]
    if look.hidden:
        made.append(Paragraph(look.hidden, len(made), "mark", MEDIUM))
    made += [Paragraph(flat(text), len(made) + number, "ink", BOLD) for number, text in enumerate(look.decisions)]
    return tuple(made)


def _idea(number: int, one: Idea) -> Paragraph:
    text = flat(one.text)
    if one.proposer:
        text += f" — {flat(one.proposer)}"
    if one.votes:
        text += f" · {one.votes}"
    return Paragraph(text, number, "ink", MEDIUM, above=0.12 if number else 0.0, sign=_SIGNS[one.state])


def _portion(paragraphs: Sequence[Paragraph], room: Room, chosen: int, page: int, unit: float, ruler: Ruler) -> Portion:
    first = fitted(paragraphs, room, [unit * share for share in _SIDE_SIZES], ruler)
    if chosen >= 0:
        return holding(paragraphs, room, first, chosen, ruler)
    return on_page(paragraphs, room, first, page, ruler)
