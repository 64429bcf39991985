"""Breaking the measures of a cell into lines of cached static text: painting them again costs no layout."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextLayout, QTextOption

from models.text import one_line
from views.matrix.model import CellContent, Entry
from views.theme import FONT

SIZE = 12
FEWEST_LINES, MOST_LINES = 2, 12
"""An entry is cut after as many lines as leave the whole matrix in sight, but not after fewer or more than these."""
PAD, SIGN_ROOM, BETWEEN = 8.0, 15.0, 5.0
"""Within a cell: the edge, the room of the sign before the text, the gap between entries."""
LEADING = 1.25
_LONGEST, _LONGEST_LEAD = 600, 40
_KEPT = 4_000
_APART = " ·\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line; the short name of the lead is muted."""

    at: QPointF
    text: QStaticText
    is_muted: bool


@dataclass(frozen=True, slots=True)
class SetEntry:
    """The pieces of an entry and how high it is."""

    pieces: tuple[Piece, ...]
    height: float


@dataclass(frozen=True, slots=True)
class SetCell:
    """The entries of a cell, each with its top, and how high the cell has to be."""

    entries: tuple[tuple[float, SetEntry], ...]
    height: float

    def place_at(self, y: float) -> int:
        """Return the number of the entry at a height, or how many there are beneath the last."""
        for number, (top, entry) in enumerate(self.entries):
            if y < top + entry.height + BETWEEN / 2:
                return number
        return len(self.entries)


class Typesetter:
    """Sets entries for a width and a number of lines, and keeps what it has set."""

    def __init__(self) -> None:
        self.font = QFont(FONT)
        self.font.setPixelSize(SIZE)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.metrics = QFontMetricsF(self.font)
        self.leading = round(SIZE * LEADING)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._lines: dict[tuple[str, str, int], list[str]] = {}
        self._kept: dict[tuple[str, str, int, int], SetEntry] = {}

    def cell(self, content: CellContent, width: float, most: int) -> SetCell:
        """Return a cell of this inner width set, each entry in at most so many lines."""
        top, placed = PAD, []
        for entry in content.entries:
            made = self.entry(entry, width, most)
            placed.append((top, made))
            top += made.height + BETWEEN
        return SetCell(tuple(placed), self.height(content, width, most))

    def fitted(self, content: CellContent, width: float, room: float) -> SetCell:
        """Return a cell set with its entries cut after as many lines as a height leaves room for."""
        for most in range(MOST_LINES, FEWEST_LINES, -1):
            if self.height(content, width, most) <= room:
                return self.cell(content, width, most)
        return self.cell(content, width, FEWEST_LINES)

    def height(self, content: CellContent, width: float, most: int) -> float:
        """Return how high a cell has to be, without setting it."""
        lines = sum(min(most, len(self._broken_entry(entry, width))) for entry in content.entries)
        gaps = max(0, len(content.entries) - 1) * BETWEEN
        return 2 * PAD + (lines + bool(content.hidden)) * self.leading + gaps

    def entry(self, entry: Entry, width: float, most: int) -> SetEntry:
        """Return an entry set, from what is kept when it was set before."""
        key = (entry.text, entry.lead, int(width), most)
        made = self._kept.get(key)
        if made is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
                self._lines.clear()
            made = self._kept[key] = self._set(entry, width, most)
        return made

    def _set(self, entry: Entry, width: float, most: int) -> SetEntry:
        text, lead = _words(entry)
        lines = self._broken_entry(entry, width)
        if len(lines) > most:
            room = width - SIGN_ROOM - self.metrics.horizontalAdvance("…")
            lead = self.metrics.elidedText(lead, Qt.TextElideMode.ElideRight, room)
            lines = self._shortened(text, lead, width - SIGN_ROOM, most)
            lead_at = sum(len(line) for line in lines) - len(lead)
        else:
            lead_at = len(text)
        pieces: list[Piece] = []
        start = 0
        for number, line in enumerate(lines):
            split = max(0, min(len(line), lead_at - start))
            y = float(number * self.leading)
            if line[:split].strip():
                pieces.append(self._piece(0.0, y, line[:split].rstrip() if split == len(line) else line[:split], False))
            if line[split:].strip():
                pieces.append(self._piece(self.metrics.horizontalAdvance(line[:split]), y, line[split:].rstrip(), True))
            start += len(line)
        return SetEntry(tuple(pieces), float(len(lines) * self.leading))

    def _broken_entry(self, entry: Entry, width: float) -> list[str]:
        key = (entry.text, entry.lead, int(width))
        lines = self._lines.get(key)
        if lines is None:
            lines = self._lines[key] = self._broken("".join(_words(entry)), width - SIGN_ROOM)
        return lines

    def _broken(self, text: str, width: float) -> list[str]:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(self._option)
        units = text.encode("utf-16-le", "surrogatepass")
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass"))
        layout.endLayout()
        return lines

    def _shortened(self, text: str, lead: str, width: float, most: int) -> list[str]:
        """Return as many lines as there may be; the last ends in an ellipsis and the lead."""
        kept = self._broken(text, width)[: most - 1]
        rest = text[sum(len(line) for line in kept) :]
        room = max(0.0, width - self.metrics.horizontalAdvance(lead))
        cut = self.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        if cut != rest and not rest[len(cut) - 1 : len(cut)].isspace():
            cut = f"{cut[:-1].rpartition(' ')[0]}…"
        return [*kept, cut.replace(" …", "…") + lead]

    def _piece(self, x: float, y: float, text: str, is_muted: bool) -> Piece:
        made = QStaticText(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=self.font)
        return Piece(QPointF(x, y), made, is_muted)


def _words(entry: Entry) -> tuple[str, str]:
    lead = "\u00a0".join(one_line(entry.lead, _LONGEST_LEAD).split())
    return one_line(entry.text, _LONGEST), f"{_APART}{lead}" if lead else ""
