"""Two columns of centred paragraphs on one page: the head of a document, and who signs at its end."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents import page
from app.documents.blocks import Pair, Paragraph, Role
from app.documents.pages import Pages
from app.documents.type import first_baseline, runs
from app.pictures.breaking import Line, broken

_SIZES = {Role.HEAD: page.HEAD_SIZE, Role.LINE: page.LINE_SIZE}
_GAP = 8.0
"""Width that is left free between the columns."""
_Laid = list[tuple[Paragraph, list[Line]]]


def widths(pair: Pair) -> tuple[float, float]:
    """Return the widths of both columns."""
    left, right = (share / sum(pair.widths) * page.TEXT_WIDTH for share in pair.widths)
    return left, right


def fits(pair: Pair) -> bool:
    """Return whether a page can hold the pair."""
    return _height(pair) <= page.TEXT_HEIGHT


def draw(pages: Pages, pair: Pair) -> None:
    """Place a pair, on the next page when this one has no room for it."""
    height = _height(pair)
    if height > pages.room and pages.y > 0:
        pages.turn()
    top, x = pages.y, 0.0
    for laid, width in _laid(pair):
        pages.y = top
        for paragraph, lines in laid:
            size = _SIZES[paragraph.role]
            for line in lines:
                pages.line(line, x + (width - line.width) / 2, pages.y + first_baseline(size), size)
                pages.y += size * page.LEADING
            if paragraph.rule and lines:
                rule(pages, x, width, paragraph.rule * max(line.width for line in lines))
        x += width
    pages.y = top + height


def rule(pages: Pages, x: float, width: float, length: float) -> None:
    """Place a centred rule of a length beneath what was placed last, and move on."""
    start = x + (width - length) / 2
    pages.rule(start, pages.y + page.RULE_GAP, start + length, pages.y + page.RULE_GAP)
    pages.y += 2 * page.RULE_GAP


def _laid(pair: Pair) -> list[tuple[_Laid, float]]:
    return [
        ([(one, broken(runs(one.text), _SIZES[one.role], width - _GAP)) for one in column], width)
        for column, width in zip((pair.left, pair.right), widths(pair), strict=True)
    ]


def _height(pair: Pair) -> float:
    return max(_column_height(laid) for laid, _ in _laid(pair))


def _column_height(laid: Sequence[tuple[Paragraph, list[Line]]]) -> float:
    return sum(
        len(lines) * _SIZES[paragraph.role] * page.LEADING + (2 * page.RULE_GAP if paragraph.rule else 0.0)
        for paragraph, lines in laid
    )
