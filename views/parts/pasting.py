"""What is pasted, as plain text: paragraphs, lists and the cells of tables stay, all else of it is dropped."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

from views.parts.lines import Lines

LONGEST_HTML = 4_000_000
"""Characters of marked-up text that are read; of longer ones the plain text beside them is taken."""

_OWN = 'name="qrichtext"'
"""What Qt's own editors put on the clipboard: their plain text is the text itself, to the last space."""
_DROPPED = re.compile(
    "applet|audio|button|canvas|datalist|embed|head|iframe|map|math|noembed|noframes|noscript|object|option|script|select"
    "|style|svg|template|textarea|title|video|xml"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|div|fieldset|figcaption|figure|footer|form|h[1-6r]"
    "|header|html|main|nav|p|pre|section|table|tbody|tfoot|thead"
)
_ALONE = re.compile(
    "area|base|basefont|bgsound|br|col|command|embed|frame|hr|image|img|input|keygen|link|meta|param|source|track|wbr"
)
_LISTS = ("dir", "menu", "ol", "ul")
_CELLS = ("td", "th")
_LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d{1,2})\b", re.IGNORECASE)
_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all|visibility:\s*hidden", re.IGNORECASE)
_COUNTED = re.compile(r".{0,20}\d.{0,4}|\(?\w{1,7}(?:\.\w{1,7})*[.)]")
"""A marker that counts, such as 1. or 1.2 or a) or Điều 5.; every other one is a bullet."""
_WORD_BULLET = re.compile(r"(?m)^([ \t]*)[·•●▪\uf0a7\uf0b7]\t[ \t]*")
"""How Word writes a bullet where it has nothing but plain text to put it in."""
_REFUSED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ufeff\ufffc\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def plain_of(mime: QMimeData) -> str:
    """Return what is pasted or dropped as plain text: bullets as “- ”, numbers as “1. ”, cells between “ | ”.

    Marked-up text (HTML 5, as Word, LibreOffice and browsers put it on the clipboard) is read for its words and their
    order alone: nothing that it refers to is opened, and what it hides stays out.
    """
    marked_up = mime.html() if mime.hasHtml() else ""
    if marked_up and len(marked_up) <= LONGEST_HTML and _OWN not in marked_up[:2_000]:
        text = _tidy(read_html(marked_up))
        if text:
            return text
    return _WORD_BULLET.sub(lambda found: found[1].replace("\t", "  ") + "- ", _tidy(mime.text()))


def read_html(marked_up: str) -> str:
    """Return the words of marked-up text, a line for each paragraph, item and row; none where it is broken.

    The parser is not told of the end: it would go through what is left open there again and again.
    """
    reader = _Reader()
    try:
        reader.feed(marked_up)
    except AssertionError:
        return ""
    if "<" not in reader.rawdata:
        reader.handle_data(html.unescape(reader.rawdata))
    return reader.lines.text()


def _tidy(text: str) -> str:
    return _REFUSED.sub("", _BREAKS.sub("\n", text))


class _Reader(HTMLParser):
    """Hands the words to `lines` as they come; what an element is for is settled when it opens."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = Lines()
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._lists: list[int | None] = []
        self._quiet: int | None = None
        self._marked: int | None = None
        self._marker = ""
        self._is_done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, an item, a cell; or take nothing until the element ends."""
        if _ALONE.fullmatch(tag):
            if tag == "br" and self._quiet is None and not self._is_done:
                self.lines.break_line()
            return
        if tag == "body":
            self._quiet = None
        self._open.append(tag)
        self._counts[tag] += 1
        if self._quiet is not None or self._is_done:
            return
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if _DROPPED.fullmatch(tag) or "hidden" in given or _HIDDEN.search(style):
            self._quiet = len(self._open)
        elif _MARKER.search(style):
            self._marked, self._marker = len(self._open), ""
        else:
            self._begin(tag, given, style)

    def _begin(self, tag: str, given: dict[str, str], style: str) -> None:
        if tag in _LISTS:
            self.lines.end_paragraph()
            self._lists.append(_number(given.get("start", "")) if tag == "ol" else None)
        elif tag == "li":
            self._begin_item(given)
        elif tag == "tr":
            self.lines.begin_row()
        elif tag in _CELLS:
            self.lines.begin_cell()
        elif _BLOCK.fullmatch(tag):
            self._end_block(keeps_empty=False)
            if tag == "pre":
                self.lines.keep_spaces(is_kept=True)
            if level := _LEVEL.search(style):
                self.lines.begin_item(int(level[1]) - 1, "- ")

    def handle_endtag(self, tag: str) -> None:
        """End what the element began."""
        if not self._counts[tag]:
            if tag == "p" and self._quiet is None and not self._is_done:
                self.lines.end_paragraph()
            return
        while True:
            ended = self._open.pop()
            self._counts[ended] -= 1
            self._end(ended)
            if ended == tag:
                return

    def _end(self, tag: str) -> None:
        depth = len(self._open)
        if self._quiet is not None:
            if depth < self._quiet:
                self._quiet = None
            return
        if self._is_done:
            return
        if self._marked is not None and depth < self._marked:
            self._marked = None
            marker = " ".join(self._marker.split())
            self.lines.mark(f"{marker} " if _COUNTED.fullmatch(marker) else "- ")
        if tag in _LISTS:
            self.lines.end_paragraph()
            if self._lists:
                self._lists.pop()
        elif tag == "li":
            self.lines.end_item()
        elif tag in _CELLS:
            self.lines.end_cell()
        elif tag == "tr":
            self.lines.end_row()
        elif _BLOCK.fullmatch(tag):
            self._end_block(keeps_empty=tag in ("p", "div"))
            if tag == "pre":
                self.lines.keep_spaces(is_kept=False)

    def handle_data(self, data: str) -> None:
        """Take words, as the marker of an item where they are one."""
        if self._quiet is not None or self._is_done:
            return
        if self._marked is not None:
            self._marker += data
        else:
            self.lines.add(data)

    def handle_comment(self, data: str) -> None:
        """Take only what lies within the fragment that was copied, where that is marked."""
        if data.strip() == "StartFragment":
            self.lines.clear()
        elif data.strip() == "EndFragment":
            self._is_done = True

    def unknown_decl(self, data: str) -> None:
        """Pass by what Word puts around its markers."""

    def _end_block(self, *, keeps_empty: bool) -> None:
        self.lines.end_paragraph(keeps_empty=keeps_empty)
        if not self._lists:
            self.lines.end_item()

    def _begin_item(self, given: dict[str, str]) -> None:
        number = self._lists[-1] if self._lists else None
        value = given.get("value", "")
        if number is not None:
            number = _number(value) if value else number
            self._lists[-1] = number + 1
        self.lines.begin_item(max(0, len(self._lists) - 1), "- " if number is None else f"{number}. ")


def _number(text: str) -> int:
    """Return where a list begins to count: 1 unless it says so."""
    stripped = text.strip()
    return int(stripped) if re.fullmatch(r"\d{1,6}", stripped, re.ASCII) else 1
