"""What every PDF file of the program has in common: what it says about itself, and how text is written in it."""

from __future__ import annotations

import codecs
import zlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from app.pictures.breaking import Piece
from app.pictures.typefaces import HALF_FILLED, is_invisible, typeface

_CREATOR = "SOI Workbench"
_LOCALES = {"vi": "vi-VN", "en": "en-GB"}
# ○ of Tinos, in units of 1/2048 of the type size: where its left half is filled to make ◐ of it.
_CIRCLE_MIDDLE, _CIRCLE_HEIGHT, _CIRCLE_RADIUS = 618 / 2048, 616 / 2048, 454 / 2048


class _Packed(PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A compressed page that is let go of once it has been written, so that a long file is not in memory twice."""

    def format(self, document: Any) -> bytes:
        """Return the page as it stands in the file."""
        written: bytes = super().format(document)
        self.content = b""
        return written


@dataclass(frozen=True, slots=True)
class Description:
    """What a file says about itself; its date is `day`, so that equal plans give equal files."""

    title: str
    subject: str
    author: str
    language: str
    day: date


def opened(file: Path | BinaryIO, size: tuple[float, float], description: Description, first_face: str) -> Canvas:
    """Return a canvas for a file that uses no typeface but those that are drawn with, from `first_face` on."""
    canvas = Canvas(
        str(file) if isinstance(file, Path) else file,
        pagesize=size,
        initialFontName=typeface(first_face).name,
        pageCompression=1,
        invariant=1,
        lang=_LOCALES[description.language],
    )
    canvas.setTitle(description.title)
    canvas.setSubject(description.subject)
    canvas.setAuthor(description.author)
    canvas.setCreator(_CREATOR)
    canvas.setDateFormatter(lambda *_: f"D:{description.day:%Y%m%d}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def turn(canvas: Canvas) -> None:
    """Finish a page and keep it compressed: reportlab would keep all pages as they are until the file is saved."""
    name = canvas._doc.thisPageName()
    canvas.showPage()
    page = canvas._doc.idToObject[name]
    packed = zlib.compress(page.stream.encode("latin-1"))
    page.Contents = _Packed(PDFDictionary({"Filter": PDFName("FlateDecode")}), packed)
    page.stream = None


@cache
def colour(hexadecimal: str) -> Color:
    """Return a colour such as #1B2430."""
    return HexColor(hexadecimal)


def write(text: Any, piece: Piece) -> None:
    """Write a piece into a text object that is in its typeface and colour already.

    What a piece stands for is still found by whoever copies or searches: ActualText of a marked-content sequence,
    ISO 32000-1, 14.9.4, for which reportlab has no call. Its textOut would measure each piece once more.
    """
    if piece.stands_for:
        actual = codecs.encode(f"\ufeff{piece.stands_for}", "utf-16-be", "surrogatepass").hex()
        text._code.append(f"/Span <</ActualText <{actual}>>> BDC")
    text._textOut(piece.text)
    if piece.stands_for:
        text._code.append("EMC")


def is_half_filled(piece: Piece) -> bool:
    """Return whether a piece stands for signs of which `fill_halves` draws a part."""
    return bool(piece.stands_for) and not piece.stands_for.strip(HALF_FILLED)


def fill_halves(canvas: Canvas, piece: Piece, x: float, y: float, size: float) -> None:
    """Fill the left halves of the circles that a piece at `x`, `y` has written."""
    middle, height, radius = (part * size for part in (_CIRCLE_MIDDLE, _CIRCLE_HEIGHT, _CIRCLE_RADIUS))
    canvas.setFillColor(colour(piece.colour))
    for number in range(len(piece.text)):
        at = x + middle + number * piece.face.width(piece.text[0]) * size
        box = (at - radius, y + height - radius, at + radius, y + height + radius)
        canvas.wedge(*box, 90, 180, stroke=0, fill=1)


def missing(piece: Piece) -> dict[str, None]:
    """Return the characters of a piece that no typeface has, in order."""
    return dict.fromkeys(one for one in piece.stands_for if one != HALF_FILLED and not is_invisible(one))
