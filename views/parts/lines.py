"""Lines of plain text, put together from words, items and cells as a document hands them on."""

from __future__ import annotations

import re

BETWEEN_CELLS = " | "
_STEP = "  "
_DEEPEST = 8
_SPACES = re.compile(r"[ \t\n\r\f]+")
_LOOSE = re.compile(r"\u00a0* \u00a0*|\u00a0{2,}")
"""No-break spaces that only widen a gap: one of them alone between two words is kept."""
_LATE_MARKER = re.compile(r"(?:[·•●▪◦‣\uf0a7\uf0b7]|[o§](?=\u00a0))[\u00a0\t ]+")
"""A bullet that stands in the text itself."""


class Lines:
    """Words come by `add`; `end_paragraph` ends a line, `begin_item` one with a marker; a row's cells share a line."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything that has come."""
        self._lines: list[str] = []
        self._words: list[str] = []
        self._marker = ""
        self._indent = ""
        self._rows: list[list[str]] = []
        self._held: list[tuple[list[str], str, str]] = []
        self._keeps_spaces = False

    def text(self) -> str:
        """Return the lines: never two empty ones together, none at the ends."""
        while self._held:
            self.end_cell()
        while self._rows:
            self.end_row()
        self.end_paragraph()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n")

    def add(self, words: str) -> None:
        """Take words into the line."""
        self._words.append(words if self._keeps_spaces else _SPACES.sub(" ", words))

    def keep_spaces(self, *, is_kept: bool) -> None:
        """Keep the spaces and line ends of the words that follow, or let them run together."""
        self._keeps_spaces = is_kept

    def break_line(self) -> None:
        """Go to the next line of the same paragraph."""
        self._words.append("\n")

    def begin_item(self, depth: int, marker: str) -> None:
        """Begin an item so many lists deep."""
        self.end_paragraph()
        self._indent = _STEP * min(depth, _DEEPEST)
        self._marker = marker

    def mark(self, marker: str) -> None:
        """The item that has begun has another marker."""
        self._marker = marker

    def end_item(self) -> None:
        """End an item; one without words leaves nothing."""
        self.end_paragraph()
        self._marker, self._indent = "", ""

    def end_paragraph(self, *, keeps_empty: bool = False) -> None:
        """End the line; an empty one is kept only where it stands for itself."""
        words = "".join(self._words)
        self._words = []
        lines = [line if self._keeps_spaces else self._tight(line) for line in words.split("\n")]
        if not any(lines):
            if keeps_empty and ("\n" in words or "\u00a0" in words) and not self._marker and not self._held:
                self._lines.append("")
            return
        while not lines[0]:
            del lines[0]
        while not lines[-1]:
            del lines[-1]
        follow = " " * len(self._marker)
        self._lines.append(self._indent + self._marker + lines[0])
        self._lines += [self._indent + follow + line if line else "" for line in lines[1:]]
        self._indent += follow
        self._marker = ""

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self.end_paragraph()
        self._rows.append([])

    def begin_cell(self) -> None:
        """Begin a cell."""
        self.end_paragraph()
        self._held.append((self._lines, self._marker, self._indent))
        self._lines, self._marker, self._indent = [], "", ""

    def end_cell(self) -> None:
        """End a cell: what stands in it becomes part of its row's line."""
        if not self._held:
            return
        self.end_paragraph()
        words = " ".join(line.strip() for line in self._lines if line.strip())
        self._lines, self._marker, self._indent = self._held.pop()
        if self._rows:
            self._rows[-1].append(words)
        elif words:
            self._lines.append(words)

    def end_row(self) -> None:
        """End a row: one line, its cells side by side."""
        self.end_paragraph()
        if self._rows:
            cells = self._rows.pop()
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                self._lines.append(BETWEEN_CELLS.join(cells))

    def _tight(self, line: str) -> str:
        """Return a line whose gaps are single spaces; a bullet in the text itself becomes a marker."""
        line = line.strip(" \t\u00a0")
        if found := _LATE_MARKER.match(line):
            rest = line[found.end() :]
            line = rest if self._marker else f"- {rest}"
        return _LOOSE.sub(" ", _SPACES.sub(" ", line)).strip(" \u00a0")
