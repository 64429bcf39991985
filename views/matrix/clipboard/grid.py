"""Tables on the clipboard: of marked-up text, as Excel, Word and browsers put it there, or of text with tabs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

LONGEST = 8_000_000
"""Characters of a table that are read."""
MOST_ROWS, MOST_COLUMNS = 5_000, 60
_QUIET = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "noscript",
        "noembed",
        "select",
        "textarea",
        "xml",
        "video",
        "audio",
    ]
)
_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-list:\s*ignore", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Grid:
    """Rows of texts, all of one length; `is_whole` says that nothing was left out for being too much."""

    rows: tuple[tuple[str, ...], ...]
    is_whole: bool = True

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0


def of_html(marked_up: str) -> Grid | None:
    """Return the first table of marked-up text that has a cell, None when there is none.

    The parser is not told of the end: it would go through what is left open there again and again.
    """
    if len(marked_up) > LONGEST or "<t" not in marked_up.lower():
        return None
    reader = _Reader()
    try:
        reader.feed(marked_up)
    except AssertionError:
        return None
    reader.end_table()
    return _squared(reader.rows, is_whole=reader.is_whole)


def of_text(text: str) -> Grid | None:
    """Return text with tabs as a table: when every line has as many, as spreadsheets write it; else None."""
    if "\t" not in text or len(text) > LONGEST:
        return None
    lines = csv.reader(io.StringIO(_LINES.sub("\n", text).rstrip("\n") + "\n", newline=""), "excel-tab")
    try:
        rows = [row for _, row in zip(range(MOST_ROWS + 1), lines, strict=False)]
    except csv.Error:
        return None
    rows = [row for row in rows if row]
    if len({len(row) for row in rows}) != 1 or len(rows[0]) > MOST_COLUMNS:
        return None
    return _squared(rows[:MOST_ROWS], is_whole=len(rows) <= MOST_ROWS)


def _squared(rows: list[list[str]], *, is_whole: bool) -> Grid | None:
    """Return rows made equally long, without those and the columns at the right that are empty."""
    kept = [[cell.strip() for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    width = max((number + 1 for row in kept for number, cell in enumerate(row) if cell), default=0)
    if not width:
        return None
    return Grid(tuple(tuple((row + [""] * width)[:width]) for row in kept), is_whole)


class _Reader(HTMLParser):
    """Gathers the cells of the first table; what is hidden or is no text stays out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.is_whole = True
        self._depth = 0
        self._quiet: list[str] = []
        self._counts: Counter[str] = Counter()
        self._is_done = False
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._held: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_done:
            return
        given = {name: value or "" for name, value in attrs}
        if self._quiet or tag in _QUIET or "hidden" in given or _HIDDEN.search(given.get("style", "")):
            if tag not in _VOID:
                self._quiet.append(tag)
                self._counts[tag] += 1
            return
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self._row = []
        elif self._depth == 1 and tag in ("td", "th"):
            self._begin_cell(given)
        elif self._cell is not None and tag in _BREAKS:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._quiet:
            self._end_quiet(tag)
            return
        if self._is_done:
            return
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self.end_table()
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()

    def _end_quiet(self, tag: str) -> None:
        while self._counts[tag]:
            ended = self._quiet.pop()
            self._counts[ended] -= 1
            if ended == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._quiet:
            self._cell.append(_SPACES.sub(" ", data))

    def unknown_decl(self, data: str) -> None:
        """Pass by what Word puts around its markers."""

    def end_table(self) -> None:
        """End the table; it was the one that counts if it had a cell."""
        self._end_row()
        self._is_done = bool(self.rows)
        self._held.clear()

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._end_cell()
        if self._row is None:
            self._row = []
        self._cell = []
        self._span = (_number(given.get("rowspan", ""), MOST_ROWS), _number(given.get("colspan", ""), MOST_COLUMNS))

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._cell = None
        self._fill_held()
        down, right = self._span
        for number in range(right):
            if len(self._row) >= MOST_COLUMNS:
                self.is_whole = False
                return
            if down > 1:
                self._held[len(self._row)] = (down - 1, "" if number else text)
            self._row.append("" if number else text)

    def _fill_held(self) -> None:
        """Let a cell that is merged over several rows stand in each of them."""
        assert self._row is not None
        while len(self._row) in self._held and len(self._row) < MOST_COLUMNS:
            place = len(self._row)
            left, text = self._held.pop(place)
            if left > 1:
                self._held[place] = (left - 1, text)
            self._row.append(text)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        self._fill_held()
        if len(self.rows) >= MOST_ROWS:
            self.is_whole = False
        else:
            self.rows.append(self._row)
        self._row = None


def _number(text: str, most: int) -> int:
    """Return over how many rows or columns a cell goes."""
    return max(1, min(most, int(text))) if re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII) else 1
