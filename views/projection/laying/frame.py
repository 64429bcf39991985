"""What surrounds the picture on all its pages: title, clock and timer above; keys and totals beneath."""

from __future__ import annotations

from views.projection.laying.look import Foot, Head
from views.projection.laying.scene import BOLD, MEDIUM, REGULAR, SEMIBOLD, Item, Panel, Ruler, Sign, least
from views.projection.laying.setting import line, shortened

MARGIN, TITLE, CLOCK = 1.6, 1.5, 1.15
HEAD, FOOT = 2.9, 1.75
"""Heights and sizes, in the size of the smallest text."""
_GAP = 0.8


def laid_head(head: Head, width: float, height: float, ruler: Ruler) -> tuple[Item, ...]:
    """Return the line at the top of a picture of this size."""
    unit = least(height)
    base = 1.95 * unit
    right = width - MARGIN * unit
    items: list[Item] = []
    clock = line(0, base, head.clock, CLOCK * unit, (SEMIBOLD, "ink", "ground"), ruler)
    right -= clock.width
    items.append(line(right, base, head.clock, CLOCK * unit, (SEMIBOLD, "ink", "ground"), ruler))
    if head.is_locked:
        right -= 1.6 * unit
        items.append(Sign(right, base - 0.98 * unit, 1.1 * unit, "lock", "muted"))
    if head.timer:
        right = _timer(head, right - _GAP * unit, base, unit, ruler, items)
    x = MARGIN * unit
    room = right - _GAP * unit - x
    title = shortened(head.title, TITLE * unit, BOLD, room, ruler)
    made = line(x, base, title, TITLE * unit, (BOLD, "ink", "ground"), ruler)
    items.append(made)
    rest = room - made.width - _GAP * unit
    if head.subtitle and unit * ruler.width(head.subtitle, REGULAR) <= rest:
        left = x + made.width + _GAP * unit
        items.append(line(left, base, head.subtitle, unit, (REGULAR, "muted", "ground"), ruler))
    return tuple(items)


def laid_foot(foot: Foot, width: float, height: float, ruler: Ruler, *, has_more: bool) -> tuple[Item, ...]:
    """Return the line at the foot of a picture of this size: a hint that has no room is left out."""
    unit = least(height)
    base = height - 0.62 * unit
    right = width - MARGIN * unit
    items: list[Item] = []
    for text, ink, weight in ((foot.totals, "muted", MEDIUM), (foot.more if has_more else "", "mark", SEMIBOLD)):
        if not text:
            continue
        text = shortened(text, unit, weight, width - 2 * MARGIN * unit, ruler)
        made = line(0, base, text, unit, (weight, ink, "ground"), ruler)
        if right - made.width < MARGIN * unit:
            continue
        right -= made.width
        items.append(line(right, base, text, unit, (weight, ink, "ground"), ruler))
        right -= _GAP * unit
    x = MARGIN * unit
    for hint in foot.hints:
        made = line(x, base, hint, unit, (REGULAR, "muted", "ground"), ruler)
        if x + made.width > right:
            break
        items.append(made)
        x += made.width + _GAP * unit
    return tuple(items)


def _timer(head: Head, right: float, base: float, unit: float, ruler: Ruler, items: list[Item]) -> float:
    """Add the timer, on a pill when its time is over, and return its left edge."""
    ground = "chosen" if head.is_over else "cell"
    ink = "chosen_ink" if head.is_over else "ink"
    wide = CLOCK * unit * ruler.width(head.timer, BOLD)
    left = right - wide - 0.9 * unit
    items.append(Panel(left, base - 1.28 * unit, wide + 0.9 * unit, 1.7 * unit, ground, 0.5 * unit))
    items.append(line(left + 0.45 * unit, base, head.timer, CLOCK * unit, (BOLD, ink, ground), ruler))
    return left
