"""Reading what in a plan wants attention: circles, what is overdue, what nobody leads, what is not answered.

The checks of the whole method come on top of this; what stands here can be told from the plan without them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.access import Reader
from models.circles import circles, way_round
from models.codes import cell_code
from models.plan import AnswerStatus, MeasureStatus
from models.reading import dependencies, initiatives
from models.tables import answer, cycle, measure


@dataclass(frozen=True, slots=True)
class Concerns:
    """What wants attention, each thing named by its place, in the order of the plan.

    `circles` are ways along links from one initiative back to it, one for each group that is caught in circles; `late`
    measures (SOI5.KFA3.KF2#id) that were due before the day asked for; `leaderless` initiatives; `to_discuss` and
    `unanswered` questions (SOI5.O1) of the latest cycles.
    """

    circles: tuple[tuple[str, ...], ...]
    late: tuple[str, ...]
    leaderless: tuple[str, ...]
    to_discuss: tuple[str, ...]
    unanswered: tuple[str, ...]


def concerns(reader: Reader, on: date) -> Concerns:
    """Return what wants attention on a day."""
    known = initiatives.every(reader)
    links = dependencies.every(reader)
    states = _states(reader)
    marks = {
        (one.code, question): states.get((one.id, one.cycle, question), AnswerStatus.EMPTY.value)
        for one in known
        for question in reader.method.questions
    }
    return Concerns(
        circles=tuple(way_round(circle, links) for circle in circles([one.code for one in known], links)),
        late=_late(reader, on),
        leaderless=tuple(one.code for one in known if not one.lead),
        to_discuss=_in_state(marks, AnswerStatus.DISCUSS),
        unanswered=_in_state(marks, AnswerStatus.EMPTY),
    )


def _in_state(marks: Mapping[tuple[str, str], str], status: AnswerStatus) -> tuple[str, ...]:
    return tuple(f"{code}.{question}" for (code, question), state in marks.items() if state == status.value)


def _states(reader: Reader) -> Mapping[tuple[str, int, str], str]:
    """Return the state of every answer by (initiative id, cycle number, question)."""
    rows = reader.connection.execute(
        select(cycle.c.initiative, cycle.c.number, answer.c.question, answer.c.status).join(
            cycle, cycle.c.id == answer.c.cycle
        )
    )
    return {(owner, number, question): status for owner, number, question, status in rows}


def _late(reader: Reader, on: date) -> tuple[str, ...]:
    codes = initiatives.codes(reader)
    order = {owner: number for number, owner in enumerate(codes)}
    rows = reader.connection.execute(
        select(measure.c.id, measure.c.initiative, measure.c.kfa, measure.c.kf, measure.c.position).where(
            measure.c.status != MeasureStatus.DONE.value, measure.c.due < on.isoformat()
        )
    )
    shown = (row for row in rows if row.initiative in order)
    ordered = sorted(shown, key=lambda row: (order[row.initiative], row.kfa, row.kf, row.position))
    return tuple(f"{codes[row.initiative]}.{cell_code(row.kfa, row.kf)}#{row.id}" for row in ordered)
