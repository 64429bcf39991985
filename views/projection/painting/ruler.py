"""How wide words are in the window's typeface, measured once each."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from views.theme import FONT

_AT = 200
_KEPT = 60_000


def room_font(size: float, weight: int) -> QFont:
    """Return the room's typeface: its letters stand where they would at any size."""
    font = QFont(FONT)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class FontRuler:
    """Measures texts word by word; the width of a word does not depend on its neighbours."""

    def __init__(self) -> None:
        self._metrics: dict[int, QFontMetricsF] = {}
        self._words: dict[tuple[int, str], float] = {}

    def width(self, text: str, weight: int) -> float:
        """Return the width of a text on one line, at size 1."""
        if " " not in text or text == " ":
            return self._word(text, weight)
        words = text.split(" ")
        return sum(self._word(word, weight) for word in words) + self._word(" ", weight) * (len(words) - 1)

    def _word(self, word: str, weight: int) -> float:
        known = self._words.get((weight, word))
        if known is None:
            metrics = self._metrics.get(weight)
            if metrics is None:
                metrics = self._metrics[weight] = QFontMetricsF(room_font(_AT, weight))
            if len(self._words) > _KEPT:
                self._words.clear()
            known = self._words[weight, word] = metrics.horizontalAdvance(word) / _AT
        return known
