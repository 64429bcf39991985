"""Which measures are shown: those that meet everything that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from models.plan import Measure
from models.text import fold
from views.drawn.status_sign import LATE

ANY = "any"
"""Any of the six clears."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of measures; what is empty takes all.

    `actor` leads or supports, `state` is draft, doing, done or late, `year` lies between start and due day, `lacking`
    is a clear that is missing (or any), `words` stand somewhere in it.
    """

    actor: str = ""
    words: str = ""
    state: str = ""
    year: int = 0
    lacking: str = ""

    def takes(self, measure: Measure, on: date) -> bool:
        """Return whether a measure is shown on a day."""
        return (
            (not self.actor or self.actor == measure.lead or self.actor in measure.support)
            and (not self.state or self.state == state_of(measure, on))
            and (not self.year or self.year in years_of(measure))
            and (not self.lacking or self._lacks(measure))
            and (not self.words or self._holds(measure))
        )

    def _lacks(self, measure: Measure) -> bool:
        return bool(measure.unclear) if self.lacking == ANY else self.lacking in measure.unclear

    def _holds(self, measure: Measure) -> bool:
        found = _searched(measure.text, measure.product, measure.person, measure.lead, measure.indicator)
        return all(word in found for word in fold(self.words).split())


@lru_cache(maxsize=32_768)
def _searched(*texts: str) -> str:
    """Return what is looked for in: the same texts are gone through with every letter that is typed."""
    return fold(" ".join(texts))


def state_of(measure: Measure, on: date) -> str:
    """Return how a measure stands on a day: draft, doing, done or late."""
    return LATE if measure.is_late(on) else measure.status.value


def years_of(measure: Measure) -> range:
    """Return the years in which a measure is carried out, as far as its days say."""
    last = measure.due or measure.start
    if last is None:
        return range(0)
    return range((measure.start or last).year, last.year + 1)
