"""Documents as PDF: blocks flow onto pages, with page numbers, an outline and embedded typefaces only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.documents import page, pairs, tables
from app.documents.blocks import Block, Document, Heading, Pair, Paragraph, Role, Table, Written, bold
from app.documents.pages import Pages
from app.documents.type import first_baseline, runs
from app.pictures.breaking import Line, broken

_SIZES = {
    Role.HEAD: page.HEAD_SIZE,
    Role.LINE: page.LINE_SIZE,
    Role.TITLE: page.TITLE_SIZE,
    Role.SUBTITLE: page.SUBTITLE_SIZE,
    Role.NOTE: page.NOTE_SIZE,
    Role.BODY: page.BODY_SIZE,
    Role.CAPTION: page.CAPTION_SIZE,
}
_CENTRED = (Role.HEAD, Role.LINE, Role.TITLE, Role.SUBTITLE, Role.NOTE)
_ABOVE = {
    Role.HEAD: 0.0,
    Role.LINE: 0.0,
    Role.TITLE: 0.0,
    Role.SUBTITLE: 2.0,
    Role.NOTE: 4.0,
    Role.BODY: page.PARAGRAPH_GAP,
    Role.CAPTION: 4.0,
}
_ABOVE_TABLE = 4.0
"""What parts a table from a paragraph above it."""
_CAPTION = page.CAPTION_SIZE * page.LEADING + _ABOVE[Role.CAPTION] + _ABOVE_TABLE
"""The height of a caption of one line over a table."""
_ABOVE_HEADING = {1: 14.0, 2: 8.0}
_BELOW_HEADING = 6.0
_FEWEST = 2
"""Lines of a paragraph that stay together at the foot of a page."""
_WIDEST = 0.2
"""Share of the text's width up to which a justified line is stretched: not before a very long word."""


def write(document: Document, path: Path) -> Written:
    """Write a document to `path`; say how many pages it took and which characters had to be replaced."""
    pages = Pages(path, document)
    for number, section in enumerate(document.sections):
        if number:
            pages.turn()
        pages.mark(section.title, 0)
        for place, block in enumerate(section.blocks):
            if place and isinstance(block, Table) and isinstance(section.blocks[place - 1], Paragraph):
                pages.y += _ABOVE_TABLE
            _place(pages, block, section.blocks[place + 1 :])
    pages.save()
    return Written(pages.number, tuple(pages.missing))


def _place(pages: Pages, block: Block, following: Sequence[Block]) -> None:
    if isinstance(block, Heading):
        _place_heading(pages, block, following)
    elif isinstance(block, Table):
        tables.draw(pages, block)
    elif isinstance(block, Pair) and pairs.fits(block):
        pairs.draw(pages, block)
    elif isinstance(block, Pair):
        for paragraph in (*block.left, *block.right):
            _place_paragraph(pages, paragraph)
    else:
        wanted = _CAPTION + _begun(following) if _is_over_table(block, following) else 0.0
        if wanted > pages.room and pages.y > 0:
            pages.turn()
        _place_paragraph(pages, block)


def _place_heading(pages: Pages, heading: Heading, following: Sequence[Block]) -> None:
    """Place a heading where what it heads begins on the same page, and enter it in the outline."""
    lines = broken(runs(bold(heading.text)), page.HEADING_SIZE, page.TEXT_WIDTH)
    leading = page.HEADING_SIZE * page.LEADING
    height = _ABOVE_HEADING[heading.level] + len(lines) * leading + _BELOW_HEADING
    if pages.y > 0 and height + _begun(following) > pages.room:
        pages.turn()
    if pages.y > 0:
        pages.y += _ABOVE_HEADING[heading.level]
    pages.mark(heading.text, heading.level)
    for line in lines:
        _set(pages, line, page.HEADING_SIZE, centred=False)
    pages.y += _BELOW_HEADING


def _begun(following: Sequence[Block]) -> float:
    """Return the height that what comes next wants with what stands above it: a caption brings the table beneath it."""
    if not following:
        return 0.0
    block, *rest = following
    if isinstance(block, Table):
        return tables.first_height(block)
    if isinstance(block, Heading):
        return _ABOVE_HEADING[block.level] + page.HEADING_SIZE * page.LEADING + _BELOW_HEADING + _begun(rest)
    if isinstance(block, Paragraph) and _is_over_table(block, rest):
        return _CAPTION + _begun(rest)
    return _FEWEST * page.BODY_SIZE * page.LEADING


def _place_paragraph(pages: Pages, paragraph: Paragraph) -> None:
    """Place a paragraph, split over pages where it does not fit; body text is justified and its first line indented."""
    size = _SIZES[paragraph.role]
    indent = page.BODY_INDENT if paragraph.role is Role.BODY else 0.0
    lines = broken(runs(paragraph.text), size, page.TEXT_WIDTH, indent)
    if pages.y > 0:
        pages.y += _ABOVE[paragraph.role]
    for number, line in enumerate(lines):
        wanted = min(_FEWEST, len(lines) - number) if number == 0 or number == len(lines) - _FEWEST else 1
        if wanted * size * page.LEADING > pages.room and pages.y > 0:
            pages.turn()
        _set(pages, line, size, centred=paragraph.role in _CENTRED, justified=paragraph.role is Role.BODY)
    if paragraph.rule and lines:
        pairs.rule(pages, 0.0, page.TEXT_WIDTH, paragraph.rule * max(line.width for line in lines))


def _set(pages: Pages, line: Line, size: float, *, centred: bool, justified: bool = False) -> None:
    """Place one line and move on by its height."""
    spare = page.TEXT_WIDTH - line.width
    x = spare / 2 if centred else 0.0
    stretched = justified and not line.ends and spare < _WIDEST * page.TEXT_WIDTH
    spaces = sum(piece.text.count(" ") for piece in line.pieces) if stretched else 0
    pages.line(line, x, pages.y + first_baseline(size), size, spare / spaces if spaces else 0.0)
    pages.y += size * page.LEADING


def _is_over_table(paragraph: Paragraph, following: Sequence[Block]) -> bool:
    return paragraph.role is Role.CAPTION and bool(following) and isinstance(following[0], Table)
