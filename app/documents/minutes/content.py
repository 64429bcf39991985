"""What the minutes of a workshop are written from, and how they say days and times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.documents.moments import here
from app.pictures.wording import Wording
from models.plan import MinutedStep, Minutes, PlanHeader

BLANK = "……………………"
"""Left for a person to fill in."""


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """The plan and the minutes of one of its workshops."""

    plan: PlanHeader
    minutes: Minutes

    @property
    def opened_on(self) -> date:
        """Return the day on which the workshop was opened."""
        return here(self.minutes.workshop.opened).date()


def clock(moment: str, content: MinutesContent, wording: Wording) -> str:
    """Return the time of day of a moment, with the day where that is not the one the workshop began on."""
    there = here(moment)
    day = "" if there.date() == content.opened_on else f" {wording.day(there.date())}"
    return f"{there:%H:%M}{day}"


def in_full(moment: str, wording: Wording) -> str:
    """Return a moment in full: 08 giờ 30 phút, ngày 22 tháng 11 năm 2026."""
    there = here(moment)
    return wording.say("document.minutes.moment", hour=f"{there:%H}", minute=f"{there:%M}", day=day(moment, wording))


def day(moment: str, wording: Wording) -> str:
    """Return the day of a moment in words; days below 10 and months 1 and 2 have a 0 in front (Appendix I, II.4)."""
    there = here(moment)
    if wording.language != "vi":
        return wording.day(there.date())
    month = f"{there.month:02}" if there.month < 3 else str(there.month)
    return wording.say("document.minutes.day", day=f"{there.day:02}", month=month, year=there.year)


def deed(step: MinutedStep, wording: Wording) -> str:
    """Return what a step did, in words."""
    return wording.say(f"label.{step.label}", **step.parameters)
