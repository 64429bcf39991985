"""Where the planner's cursor stood: the question last worked on and the place in each text, over a restart too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.settings import Settings

_BETWEEN, _AT = " ", ":"
_LONGEST = 8
"""Digits of a place: no text is longer."""


class Places:
    """Cursor places by initiative and question; they belong to the plan file that is open."""

    def __init__(self, settings: Settings, path: Callable[[], Path]) -> None:
        self._settings = settings
        self._path = path

    def question(self, initiative: str) -> str:
        """Return the question last worked on, empty when there is none."""
        return self._settings.text(self._key(initiative)).partition(_BETWEEN)[0]

    def caret(self, initiative: str, code: str) -> int | None:
        """Return where the cursor stood in an answer, None when it never did."""
        return self._carets(initiative).get(code)

    def remember(self, initiative: str, code: str, caret: int) -> None:
        """Remember the question worked on, and where the cursor stands in its answer."""
        carets = self._carets(initiative) | {code: caret}
        kept = _BETWEEN.join(f"{name}{_AT}{place}" for name, place in carets.items())
        self._settings.set_text(self._key(initiative), f"{code}{_BETWEEN}{kept}")

    def _carets(self, initiative: str) -> dict[str, int]:
        found = {}
        for part in self._settings.text(self._key(initiative)).split(_BETWEEN)[1:]:
            code, _, place = part.partition(_AT)
            if place.isascii() and place.isdigit() and len(place) <= _LONGEST:
                found[code] = int(place)
        return found

    def _key(self, initiative: str) -> str:
        return f"sot/{self._path()}/{initiative}"
