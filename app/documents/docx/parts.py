"""The parts of a Word file, made as XML: paragraphs, tables with repeated heads, columns side by side, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from app.documents import page, pairs
from app.documents.blocks import Cell, Look, Pair, Paragraph, Row, Span, Table, Text
from app.documents.docx import styles

_BREAKS = re.compile(r"([\n\t])")
_MUTED, _SHADE = "595959", "EDF2F2"
_PAD_X, _PAD_Y = 80, 60
"""Inner margins of a cell, in twentieths of a point."""
_SHORT, _FEW_LINES = 300, 8
"""Characters and line ends of a cell up to which its row is kept whole."""
_SIDES = ("w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV")


def paragraph(content: Paragraph, style: str) -> Any:
    """Return a paragraph in a style."""
    return _paragraph(content.text, style)


def page_turn() -> Any:
    """Return what lets the next block begin on a new page."""
    element = _paragraph((), styles.TABLE)
    _of(_of(element, "w:r"), "w:br", type="page")
    return element


def spacer() -> Any:
    """Return a paragraph of next to no height, which keeps what stands above and below it apart."""
    element = _paragraph((), styles.TABLE)
    _of(element.get_or_add_pPr(), "w:spacing", before="0", after="0", line="20", lineRule="exact")
    return element


def page_number() -> Any:
    """Return a paragraph that holds the number of its page."""
    element = _paragraph((), styles.NUMBER)
    for kind, code in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "2"), ("end", "")):
        run = _of(element, "w:r")
        if kind == "text":
            _of(run, "w:t").text = code
        elif kind:
            _of(run, "w:fldChar", fldCharType=kind)
        else:
            _of(run, "w:instrText").text = code
    return element


def table(content: Table) -> Any:
    """Return a table; its rows are made one after another as XML, so that a long one takes no longer than it must."""
    unit = page.TEXT_WIDTH / sum(content.widths)
    widths = [round(share * unit * 20) for share in content.widths]
    element = _empty_table(widths, is_ruled=True)
    rows = [(row, True) for row in content.head] + [(row, False) for row in content.rows]
    for place, (row, is_head) in enumerate(rows):
        follower = rows[place + 1][0] if place + 1 < len(rows) else None
        element.append(_row(row, widths, is_head=is_head, is_carried_on=follower is not None and follower.continues))
    return element


def pair(content: Pair) -> Any:
    """Return two columns side by side as a table without rules, whose row is not split."""
    widths = [round(width * 20) for width in pairs.widths(content)]
    element = _empty_table(widths, is_ruled=False)
    row = _of(element, "w:tr")
    _of(_of(row, "w:trPr"), "w:cantSplit")
    for column, width in zip((content.left, content.right), widths, strict=True):
        cell = _of(row, "w:tc")
        _of(_of(cell, "w:tcPr"), "w:tcW", w=str(width), type="dxa")
        for one in column:
            cell.append(_paragraph(one.text, styles.NAMES[one.role]))
            for rule in styles.rule_beneath(one, width / 20 - _PAD_X / 10):
                cell.append(rule)
    return element


def _empty_table(widths: Sequence[int], *, is_ruled: bool) -> Any:
    element = OxmlElement("w:tbl")
    about = _of(element, "w:tblPr")
    _of(about, "w:tblW", w=str(sum(widths)), type="dxa")
    if is_ruled:
        sides = _of(about, "w:tblBorders")
        for side in _SIDES:
            sides.append(styles.border(side))
    _of(about, "w:tblLayout", type="fixed")
    margins = _of(about, "w:tblCellMar")
    for side, width in (("top", _PAD_Y), ("left", _PAD_X), ("bottom", _PAD_Y), ("right", _PAD_X)):
        _of(margins, f"w:{side}", w=str(width if is_ruled or side in ("left", "right") else 0), type="dxa")
    grid = _of(element, "w:tblGrid")
    for width in widths:
        _of(grid, "w:gridCol", w=str(width))
    return element


def _row(row: Row, widths: Sequence[int], *, is_head: bool, is_carried_on: bool) -> Any:
    element = OxmlElement("w:tr")
    if is_head or _is_short(row):
        about = _of(element, "w:trPr")
        _of(about, "w:cantSplit")
        if is_head:
            _of(about, "w:tblHeader")
    first = 0
    for cell in row.cells:
        width = sum(widths[first : first + cell.columns])
        element.append(_cell(cell, row, width, is_carried_on=is_carried_on))
        first += cell.columns
    return element


def _is_short(row: Row) -> bool:
    """Return whether a row is rather moved to the next page than split."""
    texts = ("\n".join("".join(span.text for span in text) for text in cell.paragraphs) for cell in row.cells)
    return all(len(text) <= _SHORT and text.count("\n") <= _FEW_LINES for text in texts)


def _cell(cell: Cell, row: Row, width: int, *, is_carried_on: bool) -> Any:
    element = OxmlElement("w:tc")
    about = _of(element, "w:tcPr")
    _of(about, "w:tcW", w=str(width), type="dxa")
    if cell.columns > 1:
        _of(about, "w:gridSpan", val=str(cell.columns))
    if row.continues or is_carried_on:
        sides = _of(about, "w:tcBorders")
        for side in (["w:top"] if row.continues else []) + (["w:bottom"] if is_carried_on else []):
            sides.append(styles.border(side, "nil"))
    if cell.shaded or row.look is not Look.PLAIN:
        _of(about, "w:shd", val="clear", color="auto", fill=_SHADE)
    for text in cell.paragraphs or ((),):
        one = _paragraph(text, styles.TABLE)
        about = one.get_or_add_pPr()
        if row.look is Look.BAND:
            _of(about, "w:keepNext")
        if cell.centred:
            _of(about, "w:jc", val="center")
        element.append(one)
    return element


def _paragraph(text: Text, style: str) -> Any:
    element = OxmlElement("w:p")
    _of(element.get_or_add_pPr(), "w:pStyle", val=styles.style_id(style))
    for run in _runs(text):
        element.append(run)
    return element


def _runs(text: Iterable[Span]) -> Iterator[Any]:
    """Go through the runs of a text: whatever it says is text, a line feed ends the line, a tab is one."""
    for span in text:
        run = OxmlElement("w:r")
        if span.bold or span.italic or span.muted:
            about = _of(run, "w:rPr")
            if span.bold:
                _of(about, "w:b")
            if span.italic:
                _of(about, "w:i")
            if span.muted:
                _of(about, "w:color", val=_MUTED)
        for part in _BREAKS.split(span.text):
            if part == "\n":
                _of(run, "w:br")
            elif part == "\t":
                _of(run, "w:tab")
            elif part:
                words = _of(run, "w:t")
                words.text = part
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield run


def _of(parent: Any, tag: str, **values: str) -> Any:
    """Return a new last child of an element."""
    child = OxmlElement(tag)
    for name, value in values.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    return child
