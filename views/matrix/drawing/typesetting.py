"""Breaking the measures of a cell into lines of cached static text: painting them again costs no layout."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextLayout, QTextOption

from models.text import one_line
from views.matrix.drawing.scale import Scale
from views.matrix.model import CellContent, Entry
from views.theme import FONT

PAD, SIGN_ROOM = 8.0, 15.0
"""Within a cell: the edge, the room of the sign before the text."""
_LONGEST, _LONGEST_LEAD = 600, 40
_KEPT = 4_000
_TOLD_BY_LENGTH = 2
_APART = " ·\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line; the short name of the lead and the count of clears are muted."""

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
    """The entries of a cell, each with its top, how high the cell has to be, and the gap between entries."""

    entries: tuple[tuple[float, SetEntry], ...]
    height: float
    between: float = 0.0

    def place_at(self, y: float) -> int:
        """Return the number of the entry at a height, or how many there are beneath the last."""
        for number, (top, entry) in enumerate(self.entries):
            if y < top + entry.height + self.between / 2:
                return number
        return len(self.entries)


class Typesetter:
    """Sets entries for a width and a number of lines, and keeps what it has set.

    An entry is cut after as many lines as leave the whole matrix in sight, within the bounds of the scale.
    """

    def __init__(self, scale: Scale | None = None) -> None:
        self.scale = scale or Scale()
        self.font = QFont(FONT)
        self.font.setPixelSize(self.scale.size)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.metrics = QFontMetricsF(self.font)
        self.leading = self.scale.leading
        self._widths: dict[tuple[str, str, str], float] = {}
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._lines: dict[tuple[str, int], list[str]] = {}
        self._kept: dict[tuple[str, str, int, int, int], SetEntry] = {}

    def cell(self, content: CellContent, width: float, most: int) -> SetCell:
        """Return a cell of this inner width set, each entry in at most so many lines."""
        top, placed = PAD, []
        for entry in content.entries:
            made = self.entry(entry, width, most)
            placed.append((top, made))
            top += made.height + self.scale.between
        return SetCell(tuple(placed), self.height(content, width, most), self.scale.between)

    def fitted(self, content: CellContent, width: float, room: float) -> SetCell:
        """Return a cell set with as many lines an entry as leave it in a room, the fewest where none do."""
        if self.height(content, width, self.scale.fewest) >= room:
            return self.cell(content, width, self.scale.fewest)
        for most in range(self.scale.most, self.scale.fewest, -1):
            if self.height(content, width, most) <= room:
                return self.cell(content, width, most)
        return self.cell(content, width, self.scale.fewest)

    def height(self, content: CellContent, width: float, most: int) -> float:
        """Return how high a cell has to be, without setting it."""
        lines = sum(max(_fewest(one), self._count(one, width, most)) for one in content.entries)
        gaps = max(0, len(content.entries) - 1) * self.scale.between
        return 2 * PAD + (lines + bool(content.hidden)) * self.leading + gaps

    def _count(self, entry: Entry, width: float, most: int) -> int:
        """Return how many lines an entry takes: where two are the most, its length tells it without breaking it."""
        if most > _TOLD_BY_LENGTH:
            return min(most, len(self._broken_entry(entry, width)))
        key = (entry.text, entry.lead, entry.clears)
        length = self._widths.get(key)
        if length is None:
            length = self._widths[key] = self.metrics.horizontalAdvance("".join(_words(entry)))
        return 1 if length <= width - SIGN_ROOM else most

    def entry(self, entry: Entry, width: float, most: int) -> SetEntry:
        """Return an entry set, from what is kept when it was set before."""
        key = (*_words(entry), _fewest(entry), int(width), most)
        made = self._kept.get(key)
        if made is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
                self._lines.clear()
                self._widths.clear()
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
        return SetEntry(tuple(pieces), float(max(len(lines), _fewest(entry)) * self.leading))

    def _broken_entry(self, entry: Entry, width: float) -> list[str]:
        words = "".join(_words(entry))
        key = (words, int(width))
        lines = self._lines.get(key)
        if lines is None:
            lines = self._lines[key] = self._broken(words, width - SIGN_ROOM)
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
    """Return the text of an entry, and what is muted after it: the lead, and how many clears are there."""
    lead = "\u00a0".join(one_line(entry.lead, _LONGEST_LEAD).split())
    return one_line(entry.text, _LONGEST), "".join(f"{_APART}{part}" for part in (lead, entry.clears) if part)


def _fewest(entry: Entry) -> int:
    """Return the lines an entry takes at least: beneath the sign of its state there may be that of its review."""
    return 2 if entry.needs_review else 1
