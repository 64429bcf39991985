"""Pages of a PDF file: what is placed on one is gathered, and drawn when it is full: shades, text, rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.documents import page
from app.documents.blocks import Document
from app.documents.type import INK, REGULAR
from app.pictures.breaking import Line, Piece
from app.pictures.painters.canvas import Description, colour, fill_halves, is_half_filled, missing, opened, turn, write
from app.pictures.typefaces import typeface

_SHADE = "#EDF2F2"
_RULE = "#4D4D4D"
_RULE_WIDTH = 0.5


class Pages:
    """The pages of a file being written; `y` is how far down the text of the present page has come, in points."""

    def __init__(self, path: Path, document: Document) -> None:
        description = Description(document.title, document.subject, document.author, document.language, document.day)
        self._canvas = opened(path, (page.WIDTH, page.HEIGHT), description, REGULAR)
        self.y = 0.0
        self.number = 1
        self.missing: dict[str, None] = {}
        self._shades: list[tuple[float, float, float, float]] = []
        self._rules: list[tuple[float, float, float, float]] = []
        self._lines: list[tuple[float, float, float, float, Line]] = []
        self._marks = 0

    @property
    def room(self) -> float:
        """How much height is left on this page."""
        return page.TEXT_HEIGHT - self.y

    def line(self, line: Line, x: float, y: float, size: float, spread: float = 0.0) -> None:
        """Place a line with its baseline at `y`, each space wider by `spread`."""
        if line.pieces:
            self._lines.append((page.LEFT + x, _up(y), size, spread, line))

    def shade(self, x: float, y: float, width: float, height: float) -> None:
        """Place a shaded field whose upper left corner is at `x`, `y`."""
        self._shades.append((page.LEFT + x, _up(y + height), width, height))

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Place a thin line."""
        self._rules.append((page.LEFT + x1, _up(y1), page.LEFT + x2, _up(y2)))

    def mark(self, title: str, level: int) -> None:
        """Enter the present place in the outline."""
        self._marks += 1
        key = f"p{self._marks}"
        self._canvas.bookmarkPage(key, fit="XYZ", top=_up(self.y) + page.HEADING_SIZE / 2)
        self._canvas.addOutlineEntry(title, key, level, closed=level == 0)

    def turn(self) -> None:
        """Finish this page and begin the next."""
        self._draw()
        turn(self._canvas)
        self.number += 1
        self.y = 0.0

    def save(self) -> None:
        """Finish the last page and write the file."""
        self._draw()
        turn(self._canvas)
        self._canvas.showOutline()
        self._canvas.save()

    def _draw(self) -> None:
        canvas = self._canvas
        if self._shades:
            canvas.setFillColor(colour(_SHADE))
            for shade in self._shades:
                canvas.rect(*shade, stroke=0, fill=1)
        for piece, x, y, size in self._draw_text():
            fill_halves(canvas, piece, x, y, size)
        if self._rules:
            canvas.setStrokeColor(colour(_RULE))
            canvas.setLineWidth(_RULE_WIDTH)
            canvas.setLineCap(2)
            canvas.lines(self._rules)
        self._shades, self._rules, self._lines = [], [], []

    def _draw_text(self) -> list[tuple[Piece, float, float, float]]:
        """Draw all text of the page as one text object; return the pieces, with place and size, to be drawn over."""
        halves = []
        text = self._canvas.beginText()
        style: tuple[object, ...] = ()
        spread = 0.0
        for left, y, size, wide, line in self._lines:
            if wide != spread:
                text.setWordSpace(wide)
                spread = wide
            spaces = 0
            for piece in line.pieces:
                if style != (piece.face, size, piece.colour):
                    style = (piece.face, size, piece.colour)
                    text.setFont(piece.face.name, size)
                    text.setFillColor(colour(piece.colour))
                x = left + piece.x + spaces * wide
                text.setTextOrigin(x, y)
                write(text, piece)
                spaces += piece.text.count(" ") if wide else 0
                if piece.stands_for:
                    self.missing.update(missing(piece))
                    if is_half_filled(piece):
                        halves.append((piece, x, y, size))
        if self.number > 1:
            _number(text, self.number)
        self._canvas.drawText(text)
        return halves


def _up(y: float) -> float:
    """Return the height above the lower edge of the paper of what stands `y` below the upper margin."""
    return page.HEIGHT - page.TOP - y


def _number(text: Any, number: int) -> None:
    face = typeface(REGULAR)
    shown = str(number)
    text.setWordSpace(0)
    text.setFont(face.name, page.NUMBER_SIZE)
    text.setFillColor(colour(INK))
    x = (page.WIDTH - face.width(shown) * page.NUMBER_SIZE) / 2
    text.setTextOrigin(x, page.HEIGHT - page.NUMBER_BASELINE)
    text.textOut(shown)
