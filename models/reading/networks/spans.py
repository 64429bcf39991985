"""Reading when initiatives begin and end, by their measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from models.access import Reader
from models.network import Span
from models.plan import MeasureStatus
from models.reading import initiatives
from models.tables import measure


def spans(reader: Reader) -> Mapping[str, Span]:
    """Return when each initiative begins and ends, by code in the order of the plan.

    It begins on the earliest start of its measures and ends on their latest due day; it has begun when one of them is
    no draft any more, and is done when all are.
    """
    states: dict[str, set[MeasureStatus]] = defaultdict(set)
    ends: dict[str, tuple[date | None, date | None]] = {}
    for owner, status in reader.connection.execute(select(measure.c.initiative, measure.c.status).distinct()):
        states[owner].add(MeasureStatus(status))
    grouped = select(measure.c.initiative, func.min(measure.c.start), func.max(measure.c.due))
    for owner, start, due in reader.connection.execute(grouped.group_by(measure.c.initiative)):
        ends[owner] = (_day(start), _day(due))
    return {
        code: Span(
            *ends.get(owner, (None, None)),
            is_begun=bool(states[owner] - {MeasureStatus.DRAFT}),
            is_done=states[owner] == {MeasureStatus.DONE},
        )
        for owner, code in initiatives.codes(reader).items()
    }


def days(reader: Reader) -> Mapping[str, int]:
    """Return how many days each initiative takes, by code: from its measures' earliest start to their latest due day.

    Both days count, and it is at least 1. An initiative whose measures name no start, or no due day, is left out.
    """
    return length(spans(reader))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def length(planned: Mapping[str, Span]) -> Mapping[str, int]:
    """Return how many days each takes whose first and last are known."""
    return {code: span.days for code, span in planned.items() if span.start and span.due}
