"""The language of the window: one object that all screens listen to, so that it can be switched while they are open."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, Signal

from models.messages import LANGUAGES, say
from models.method import Bilingual

_DAYS = {"vi": "dd/MM/yyyy"}
"""Days as documents write them, where a system's short form leaves out half of the year."""


class Language(QObject):
    """Says sentences of the catalogue, numbers and days in the language that was chosen for the window."""

    changed = Signal()

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = code if code in LANGUAGES else LANGUAGES[0]

    @property
    def code(self) -> str:
        """Return vi or en."""
        return self._code

    def use(self, code: str) -> None:
        """Switch to a language; every screen hears of it."""
        if code != self._code and code in LANGUAGES:
            self._code = code
            self.changed.emit()

    def say(self, message_id: str, /, **parameters: Any) -> str:
        """Return the sentence `message_id` of the window's catalogue with its places filled."""
        return say(message_id, self._code, **parameters)

    def pick(self, text: Bilingual) -> str:
        """Return a text of the method in this language; a title that has no English yet is shown in Vietnamese."""
        return text[self._code] or text.vi

    def day(self, day: date | None) -> str:
        """Return a day in the short form of the user's locale, a dash for none."""
        if day is None:
            return "–"
        locale = self._locale()
        form = _DAYS.get(self._code) or locale.dateFormat(QLocale.FormatType.ShortFormat)
        return locale.toString(QDate(day.year, day.month, day.day), form)

    def day_of(self, moment: str | None) -> str:
        """Return the day of a moment as the plan keeps it (UTC, ISO 8601) where the user is, a dash for none."""
        return self.day(datetime.fromisoformat(moment).astimezone().date() if moment else None)

    def moment_of(self, moment: str) -> str:
        """Return the day and the minute of a moment as the plan keeps it (UTC, ISO 8601) where the user is."""
        return f"{self.day_of(moment)} {self.clock(datetime.fromisoformat(moment))[:5]}"

    def clock(self, moment: datetime) -> str:
        """Return the time of day of a moment, to the second, where the user is."""
        local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
        return self._locale().toString(local, "HH:mm:ss")

    def _locale(self) -> QLocale:
        system = QLocale.system()
        own = QLocale(QLocale.Language.Vietnamese if self._code == "vi" else QLocale.Language.English)
        return system if system.language() == own.language() else own
