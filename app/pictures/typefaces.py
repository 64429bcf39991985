"""The typefaces that ship with the program: which characters they have, how wide a word is, and PDF fonts of them."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "fonts"
SUBSTITUTE = "□"
"""Stands for every character that a typeface has not."""
_WORDS_KEPT = 50_000
_LONGEST_KEPT = 24


class Typeface:
    """One font file of resources/fonts, registered with reportlab under its file's name.

    Widths are in units of the type size: times 12 they are points at 12 points.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        font = TTFont(name, str(FOLDER / f"{name}.ttf"), asciiReadable=False)
        pdfmetrics.registerFont(font)
        self._widths: dict[int, float] = font.face.charWidths
        self._words: dict[str, tuple[float, bool]] = {}
        self.space: float = self._widths[0x20] / 1000
        substitute = SUBSTITUTE if ord(SUBSTITUTE) in self._widths else "?"
        self.substitute = substitute
        self._substitute_width: float = self._widths[ord(substitute)]

    def measure(self, word: str) -> tuple[float, bool]:
        """Return the width of a word, and whether some character of it has no glyph here."""
        known = self._words.get(word)
        if known is None:
            width = sum(self._character_width(character) for character in word) / 1000
            known = (width, not all(map(self.has, word)))
            if len(word) <= _LONGEST_KEPT:
                if len(self._words) >= _WORDS_KEPT:
                    self._words.clear()
                self._words[word] = known
        return known

    def width(self, text: str) -> float:
        """Return the width of a text on one line."""
        return sum(map(self._character_width, text)) / 1000

    def has(self, character: str) -> bool:
        """Return whether the typeface shows this character."""
        return ord(character) in self._widths and unicodedata.category(character) != "Cc"

    def fitting(self, word: str, width: float) -> int:
        """Return how many first characters of `word` fit into `width`, at least one."""
        taken = 0.0
        for place, character in enumerate(word):
            taken += self._character_width(character) / 1000
            if taken > width:
                return max(1, place)
        return len(word)

    def _character_width(self, character: str) -> float:
        if self.has(character):
            return self._widths[ord(character)]
        return 0.0 if is_invisible(character) else self._substitute_width


@cache
def typeface(name: str) -> Typeface:
    """Return the typeface of resources/fonts/NAME.ttf."""
    return Typeface(name)


def is_invisible(character: str) -> bool:
    """Return whether a character shows nothing of itself: joiners, direction marks, variation selectors."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
