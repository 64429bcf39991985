"""Small pieces that every part of the room's picture is made of: single lines and paragraphs set into a rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from views.projection.laying.flowing import ELLIPSIS, Paragraph, Portion
from views.projection.laying.scene import CAPITALS, SEMIBOLD, Item, Ruler, Sign, Text, baseline

_SIGN_SIDE = 0.74


def line(x: float, y: float, text: str, size: float, look: tuple[int, str, str], ruler: Ruler) -> Text:
    """Return a line whose baseline begins at x, y, in whole pixels; `look` is weight, ink and ground."""
    weight, ink, ground = look
    size = float(round(size))
    return Text(x, y, text, size, weight, ink, ground, size * ruler.width(text, weight))


def shortened(text: str, size: float, weight: int, width: float, ruler: Ruler) -> str:
    """Return a text that fits a width, with an ellipsis where it was cut."""
    size = float(round(size))
    if size * ruler.width(text, weight) <= width:
        return text
    end = len(text)
    while end > 1 and size * ruler.width(text[:end].rstrip() + ELLIPSIS, weight) > width:
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def placed(portion: Portion, x: float, y: float, width: float, leading: float, ground: str, ruler: Ruler) -> list[Item]:
    """Return the lines of a portion, their signs and the mark of what is left out, from a corner on."""
    items: list[Item] = []
    for one in portion.lines:
        base = baseline(y + one.y, one.size, leading)
        ink = _on(one.paragraph.ink, ground)
        if one.sign:
            side = one.size * _SIGN_SIDE
            top = base - one.size * CAPITALS / 2 - side / 2
            items.append(Sign(x, top, side, one.sign, _on("late" if one.sign == "late" else one.paragraph.ink, ground)))
        items.append(Text(x + one.x, base, one.text, one.size, one.paragraph.weight, ink, ground, one.width))
    if portion.mark:
        last = portion.lines[-1]
        wide = last.size * ruler.width(portion.mark, SEMIBOLD)
        base = baseline(y + last.y, last.size, leading)
        ink = _on("mark", ground)
        items.append(Text(x + width - wide, base, portion.mark, last.size, SEMIBOLD, ink, ground, wide))
    return items


def paragraphs_of(texts: Sequence[str], ink: str = "ink") -> tuple[Paragraph, ...]:
    """Return texts as one entry each."""
    return tuple(Paragraph(flat(text), number, ink) for number, text in enumerate(texts))


@lru_cache(maxsize=20_000)
def flat(text: str) -> str:
    """Return a text as one run of words."""
    return " ".join(text.split())


def _on(ink: str, ground: str) -> str:
    """Return the ink that is legible on the ground of the chosen cell, which is light where the others are dark."""
    if ground != "chosen":
        return ink
    return {"ink": "chosen_ink", "mark": "chosen_ink"}.get(ink, f"chosen_{ink}")
