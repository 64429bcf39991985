"""Texts that could not be written to the plan: kept with the settings until somebody decides, so that none is lost."""

from __future__ import annotations

from app.settings import Settings


class Drafts:
    """The planner's own words for an answer, by initiative and question, while they stand against others."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._texts: dict[str, str] = {}

    def find(self, initiative: str, code: str) -> str:
        """Return what is kept for an answer, empty when nothing is."""
        key = _key(initiative, code)
        return self._texts.get(key) or self._settings.text(key)

    def keep(self, initiative: str, code: str, text: str) -> None:
        """Keep a text until it is forgotten, over a restart too."""
        key = _key(initiative, code)
        self._texts[key] = text
        self._settings.set_text(key, text)

    def forget(self, initiative: str, code: str) -> None:
        """Keep nothing for an answer any more."""
        if self.find(initiative, code):
            self.keep(initiative, code, "")


def _key(initiative: str, code: str) -> str:
    return f"unwritten/{initiative}/{code}"
