"""The typefaces that ship with the program: which characters they have, how wide a word is, and PDF fonts of them."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "fonts"
SUBSTITUTE = "□"
"""Stands for every character that no typeface which ships has."""
HALF_FILLED = "◐"
"""A sign that no typeface which ships has: it is drawn as another with its left half filled."""
HALF_FILLED_AS = "○"
DOCUMENTS = "Tinos"
"""The family of documents, with the most characters."""
_RIGHT_TO_LEFT = ("R", "AL")
"""Classes of characters that are not set: in the order of the line they would be read backwards."""
_WORDS_KEPT = 50_000
_LONGEST_KEPT = 24


class Typeface:
    """One font file of resources/fonts, registered with reportlab under its file's name.

    Widths are in units of the type size: times 12 they are points at 12 points. What the file has no glyph for is shown
    by `fallback`, and what that has none for either, by a substitute.
    """

    def __init__(self, name: str, fallback: Typeface | None = None) -> None:
        self.name = name
        font = TTFont(name, str(FOLDER / f"{name}.ttf"), asciiReadable=False)
        pdfmetrics.registerFont(font)
        self._widths: dict[int, float] = font.face.charWidths
        self._fallback = fallback
        self._words: dict[str, tuple[float, bool]] = {}
        self.space: float = self._widths[0x20] / 1000

    def measure(self, word: str) -> tuple[float, bool]:
        """Return the width of a word, and whether this file has no glyph for some character of it."""
        known = self._words.get(word)
        if known is None:
            known = (self.width(word), not all(map(self._has, word)))
            if len(word) <= _LONGEST_KEPT:
                if len(self._words) >= _WORDS_KEPT:
                    self._words.clear()
                self._words[word] = known
        return known

    def width(self, text: str) -> float:
        """Return the width of a text on one line."""
        return sum(map(self._character_width, text))

    def shown(self, character: str) -> tuple[Typeface, str]:
        """Return the typeface that shows a character, and the character or what it shows in its place."""
        if self._has(character):
            return self, character
        if is_invisible(character):
            return self, ""
        if self._fallback is not None:
            return self._fallback.shown(character)
        return self, HALF_FILLED_AS if character == HALF_FILLED else SUBSTITUTE

    def fitting(self, word: str, width: float) -> int:
        """Return how many first characters of `word` fit into `width`, at least one."""
        taken = 0.0
        for place, character in enumerate(word):
            taken += self._character_width(character)
            if taken > width:
                return max(1, place)
        return len(word)

    def _has(self, character: str) -> bool:
        if ord(character) not in self._widths or unicodedata.category(character) == "Cc" or is_invisible(character):
            return False
        return unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT

    def _character_width(self, character: str) -> float:
        face, shown = self.shown(character)
        return face._widths[ord(shown)] / 1000 if shown else 0.0


@cache
def typeface(name: str) -> Typeface:
    """Return the typeface of resources/fonts/NAME.ttf; the faces of the window fall back on those of documents."""
    weight = "Bold" if name.endswith("Bold") else "Regular"
    return Typeface(name, None if name.startswith(DOCUMENTS) else typeface(f"{DOCUMENTS}-{weight}"))


def is_invisible(character: str) -> bool:
    """Return whether a character shows nothing of itself: joiners, direction marks, variation selectors."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
