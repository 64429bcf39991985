"""How documents and pictures say what records hold: codes, bodies, days and signs, in one language as of one day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.messages import say
from models.method import Bilingual, MethodPack
from models.plan import Measure, MeasureStatus, PlanActor

LATE = "late"
SIGNS = {MeasureStatus.DRAFT.value: "○", MeasureStatus.DOING.value: "◐", MeasureStatus.DONE.value: "●", LATE: "▲"}
"""The sign of each state of a measure: state is never said by colour alone."""
_DAY_FORMATS = {"vi": "%d/%m/%Y", "en": "%Y-%m-%d"}
_CODE = re.compile(r"(\D+)(\d.*)")


@dataclass(frozen=True, slots=True)
class Wording:
    """The language of a document, the method it speaks of and the day as of which it speaks."""

    method: MethodPack
    language: str
    on: date

    def say(self, message_id: str, **parameters: Any) -> str:
        """Return a sentence of the catalogue."""
        return say(message_id, self.language, **parameters)

    def day(self, day: date) -> str:
        """Return a day as figures."""
        return day.strftime(_DAY_FORMATS[self.language])

    def titled(self, code: str, title: Bilingual | None) -> str:
        """Return an initiative by code and title: SOI 5. Mở rộng hạ tầng số."""
        if title is None:
            return spaced(code)
        return self.say("document.titled", code=spaced(code), title=title[self.language])

    def name(self, code: str, actors: Mapping[str, PlanActor]) -> str:
        """Return the full name of a body, or the code of one that the plan does not know."""
        return actors[code].name[self.language] if code in actors else code

    def short(self, code: str, actors: Mapping[str, PlanActor]) -> str:
        """Return the short name of a body, or the code of one that the plan does not know."""
        return actors[code].short[self.language] if code in actors else code

    def state(self, measure: Measure) -> str:
        """Return how a measure stands on the day of the document: draft, doing, done or late."""
        return LATE if measure.is_late(self.on) else measure.status.value


def spaced(code: str) -> str:
    """Return a code as people write it: SOI 5 for SOI5, KFA 3 for KFA3."""
    match = _CODE.fullmatch(code)
    return f"{match[1]} {match[2]}" if match else code
