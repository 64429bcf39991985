"""The type of documents on a page: which face a style takes, and where a line's letters stand."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents import page
from app.documents.blocks import Span
from app.pictures.breaking import Run
from app.pictures.typefaces import typeface

REGULAR = "Tinos-Regular"
_FACES = {
    (False, False): REGULAR,
    (True, False): "Tinos-Bold",
    (False, True): "Tinos-Italic",
    (True, True): "Tinos-BoldItalic",
}
INK = "#000000"
_MUTED = "#595959"
# Of Tinos, by type size: the height of its letters above the baseline, and what hangs below.
_ASCENT, _DESCENT = 0.891, 0.216


def runs(text: Sequence[Span]) -> list[Run]:
    """Return spans in the typefaces of documents."""
    return [Run(span.text, typeface(_FACES[span.bold, span.italic]), _MUTED if span.muted else INK) for span in text]


def first_baseline(size: float) -> float:
    """Return how far below the upper edge of a line of type size `size` its baseline is."""
    return ((page.LEADING - _ASCENT - _DESCENT) / 2 + _ASCENT) * size
