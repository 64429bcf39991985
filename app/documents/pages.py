"""Pages of a PDF file: what is placed on one is gathered and drawn when it is full, shades beneath text beneath rules."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from app.documents import page
from app.documents.blocks import Document
from app.documents.type import INK, REGULAR
from app.pictures.breaking import HALF_FILLED, Line, Piece
from app.pictures.typefaces import is_invisible, typeface

_SHADE = "#EDF2F2"
_RULE = "#4D4D4D"
_RULE_WIDTH = 0.5
_CREATOR = "SOI Workbench"
# ○ of Tinos, in units of 1/2048 of the type size: where its left half is filled to make ◐ of it.
_CIRCLE_MIDDLE, _CIRCLE_HEIGHT, _CIRCLE_RADIUS = 618 / 2048, 616 / 2048, 454 / 2048


class Pages:
    """The pages of a file being written; `y` is how far down the text of the present page has come, in points."""

    def __init__(self, path: Path, document: Document) -> None:
        typeface(REGULAR)  # the canvas takes its first font by name
        self._canvas = Canvas(
            str(path),
            pagesize=(page.WIDTH, page.HEIGHT),
            initialFontName=REGULAR,
            pageCompression=1,
            invariant=1,
            lang={"vi": "vi-VN", "en": "en-GB"}[document.language],
        )
        _describe(self._canvas, document)
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
            self._lines.append((page.LEFT + x, self._up(y), size, spread, line))

    def shade(self, x: float, y: float, width: float, height: float) -> None:
        """Place a shaded field whose upper left corner is at `x`, `y`."""
        self._shades.append((page.LEFT + x, self._up(y + height), width, height))

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Place a thin line."""
        self._rules.append((page.LEFT + x1, self._up(y1), page.LEFT + x2, self._up(y2)))

    def mark(self, title: str, level: int) -> None:
        """Enter the present place in the outline."""
        self._marks += 1
        key = f"p{self._marks}"
        self._canvas.bookmarkPage(key, fit="XYZ", top=self._up(self.y) + page.HEADING_SIZE / 2)
        self._canvas.addOutlineEntry(title, key, level, closed=level == 0)

    def turn(self) -> None:
        """Finish this page and begin the next."""
        self._draw()
        self._canvas.showPage()
        self.number += 1
        self.y = 0.0

    def save(self) -> None:
        """Finish the last page and write the file."""
        self._draw()
        self._canvas.showOutline()
        self._canvas.save()

    def _up(self, y: float) -> float:
        """Return the height above the lower edge of the paper of what stands `y` below the upper margin."""
        return page.HEIGHT - page.TOP - y

    def _draw(self) -> None:
        canvas = self._canvas
        if self._shades:
            canvas.setFillColor(_colour(_SHADE))
            for shade in self._shades:
                canvas.rect(*shade, stroke=0, fill=1)
        overlays = self._draw_text()
        for overlay in overlays:
            overlay()
        if self._rules:
            canvas.setStrokeColor(_colour(_RULE))
            canvas.setLineWidth(_RULE_WIDTH)
            canvas.setLineCap(2)
            canvas.lines(self._rules)
        self._shades, self._rules, self._lines = [], [], []

    def _draw_text(self) -> list[Callable[[], None]]:
        """Draw all text of the page as one text object; return what is to be drawn over it."""
        overlays: list[Callable[[], None]] = []
        text = self._canvas.beginText()
        style: tuple[object, ...] = ()
        spread = 0.0
        for x, y, size, wide, line in self._lines:
            if wide != spread:
                text.setWordSpace(wide)
                spread = wide
            spaces = 0
            for piece in line.pieces:
                if style != (piece.face, size, piece.colour):
                    style = (piece.face, size, piece.colour)
                    text.setFont(piece.face.name, size)
                    text.setFillColor(_colour(piece.colour))
                at = x + piece.x + spaces * wide
                text.setTextOrigin(at, y)
                if piece.stands_for:
                    overlays += self._stand_in(text, piece, at, y, size)
                else:
                    text.textOut(piece.text)
                    spaces += piece.text.count(" ") if wide else 0
        if self.number > 1:
            _number(text, self.number)
        self._canvas.drawText(text)
        return overlays

    def _stand_in(self, text: Any, piece: Piece, x: float, y: float, size: float) -> list[Callable[[], None]]:
        """Draw a piece that stands for other text, which whoever copies or searches the file still finds.

        ActualText of a marked-content sequence, ISO 32000-1, 14.9.4; reportlab has no call for it.
        """
        actual = codecs.encode(f"\ufeff{piece.stands_for}", "utf-16-be", "surrogatepass").hex()
        text._code.append(f"/Span <</ActualText <{actual}>>> BDC")
        text.textOut(piece.text)
        text._code.append("EMC")
        if piece.stands_for.strip(HALF_FILLED):
            self.missing.update(dict.fromkeys(c for c in piece.stands_for if not is_invisible(c)))
            return []
        step = piece.face.width(piece.text[0]) * size
        return [
            lambda at=x + number * step: _fill_left_half(self._canvas, at, y, size) for number in range(len(piece.text))
        ]


@cache
def _colour(hexadecimal: str) -> Color:
    return HexColor(hexadecimal)


def _describe(canvas: Canvas, document: Document) -> None:
    """Set what a file says about itself; its date is the document's, so that equal plans give equal files."""
    canvas.setTitle(document.title)
    canvas.setSubject(document.subject)
    canvas.setAuthor(document.author)
    canvas.setCreator(_CREATOR)
    canvas.setDateFormatter(lambda *_: f"D:{document.day:%Y%m%d}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _number(text: Any, number: int) -> None:
    face = typeface(REGULAR)
    shown = str(number)
    text.setWordSpace(0)
    text.setFont(face.name, page.NUMBER_SIZE)
    text.setFillColor(_colour(INK))
    x = (page.WIDTH - face.width(shown) * page.NUMBER_SIZE) / 2
    text.setTextOrigin(x, page.HEIGHT - page.NUMBER_BASELINE)
    text.textOut(shown)


def _fill_left_half(canvas: Canvas, x: float, y: float, size: float) -> None:
    middle, height, radius = (part * size for part in (_CIRCLE_MIDDLE, _CIRCLE_HEIGHT, _CIRCLE_RADIUS))
    canvas.setFillColor(_colour(INK))
    canvas.wedge(
        x + middle - radius, y + height - radius, x + middle + radius, y + height + radius, 90, 180, stroke=0, fill=1
    )
