"""Reading the minutes of a workshop: they write themselves, from the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from models.access import Reader
from models.codes import cell_code
from models.plan import CellMinutes, Decision, Initiative, MinutedStep, Minutes, Proposal, Workshop
from models.reading import initiatives
from models.reading.workshops import meetings, steps
from models.reading.workshops.meetings import Cell
from models.tables import measure, workshop

_IN_CELLS = ("measure", "proposal", "decision")
"""The tables whose rows stand in a cell."""
_Rows = dict[str, Mapping[str, Any]]
"""Rows of measures, by id."""


def minutes(reader: Reader, workshop_id: str) -> Minutes:
    """Return the minutes of a workshop, up to now while it is open.

    A plan whose history was left out has no steps to tell of: then before and after are the same. Raises UserError when
    the workshop is gone.
    """
    meeting = meetings.one(reader, workshop_id)
    taken = _steps(reader, meeting)
    after = _measures(reader, meeting, is_known=bool(taken))
    before = _rolled_back(dict(after), taken)
    stands = [step for step in taken if step.stands]
    proposed, decided = meetings.proposals(reader, workshop_id), meetings.decisions(reader, workshop_id)
    worked_in = [cell for step in stands for cell in _cells_of(step)]
    worked_in += [(it.initiative, it.kfa, it.kf) for it in proposed]
    worked_in += [(it.initiative, it.kfa, it.kf) for it in decided]
    known = {one.id: one for archived in (False, True) for one in initiatives.every(reader, archived=archived)}
    used = _used(meeting, taken)
    return Minutes(
        workshop=meeting,
        author=taken[0].author if taken else "",
        ended=meeting.closed or (taken[-1].time if taken else meeting.opened),
        cells=tuple(
            _minuted(cell, known[cell[0]], meeting, used, (before, after), proposed, decided, stands)
            for cell in _ordered(meeting, worked_in, known)
        ),
        other_changes=tuple(step for step in stands if not _cells_of(step) and not step.label.startswith("workshop.")),
        steps=taken,
    )


def _steps(reader: Reader, meeting: Workshop) -> tuple[MinutedStep, ...]:
    """Return the steps of a workshop; none where the journal does not begin with the opening of this one."""
    taken = steps.between(reader, meeting.first, meeting.last)
    made = (row for row in (taken[0].rows if taken else ()) if row.table == workshop.name and row.old is None)
    return taken if any((row.new or {}).get("id") == meeting.id for row in made) else ()


def _minuted(
    cell: Cell,
    one: Initiative,
    meeting: Workshop,
    used: Mapping[Cell, float],
    states: tuple[_Rows, _Rows],
    proposed: Iterable[Proposal],
    decided: Iterable[Decision],
    stands: Iterable[MinutedStep],
) -> CellMinutes:
    _, kfa, kf = cell
    planned = [item.minutes for item in meeting.agenda if (item.initiative, item.kfa, item.kf) == cell]
    before, after = (_texts(rows, cell) for rows in states)
    return CellMinutes(
        code=f"{one.code}.{cell_code(kfa, kf)}",
        title=one.title,
        initiative=one.id,
        kfa=kfa,
        kf=kf,
        planned=sum(planned) if planned else None,
        used=round(used.get(cell, 0.0)),
        before=before,
        after=after,
        proposals=tuple(it for it in proposed if (it.initiative, it.kfa, it.kf) == cell),
        decisions=tuple(it for it in decided if (it.initiative, it.kfa, it.kf) == cell),
        changes=tuple(step for step in stands if cell in _cells_of(step)),
    )


def _ordered(meeting: Workshop, worked_in: Iterable[Cell], known: Mapping[str, Initiative]) -> list[Cell]:
    """Return the cells of the agenda in its order, then the others in the order of the plan."""
    places = {one: number for number, one in enumerate(known)}
    listed = [(item.initiative, item.kfa, item.kf) for item in meeting.agenda]
    others = sorted(set(worked_in) - set(listed), key=lambda cell: (places[cell[0]], cell[1], cell[2]))
    return list(dict.fromkeys([*listed, *others]))


def _cells_of(step: MinutedStep) -> tuple[Cell, ...]:
    """Return the cells that a step changed, in order, each once."""
    rows = (row for change in step.rows if change.table in _IN_CELLS for row in (change.old, change.new))
    return tuple(dict.fromkeys((row["initiative"], row["kfa"], row["kf"]) for row in rows if row is not None))


def _used(meeting: Workshop, taken: Sequence[MinutedStep]) -> Mapping[Cell, float]:
    """Return how many seconds each cell took: what passes before a step in a cell was spent on that cell."""
    used: dict[Cell, float] = defaultdict(float)
    last = datetime.fromisoformat(meeting.opened)
    for step in taken:
        now = datetime.fromisoformat(step.time)
        cells = _cells_of(step)
        for cell in cells:
            used[cell] += max(0.0, (now - last).total_seconds()) / len(cells)
        last = max(last, now)
    return used


def _measures(reader: Reader, meeting: Workshop, *, is_known: bool) -> _Rows:
    """Return the measures as they were when the workshop was closed, or as they are while it is open."""
    rows: _Rows = {row["id"]: dict(row) for row in reader.connection.execute(select(measure)).mappings()}
    if meeting.last is None or not is_known:
        return rows
    return _rolled_back(rows, steps.between(reader, meeting.last + 1, None, measure.name))


def _rolled_back(rows: _Rows, taken: Sequence[MinutedStep]) -> _Rows:
    """Return the measures as they were before these steps."""
    for step in reversed(taken):
        for change in reversed(step.rows):
            if change.table != measure.name:
                continue
            if change.new is not None:
                rows.pop(change.new["id"], None)
            if change.old is not None:
                rows[change.old["id"]] = change.old
    return rows


def _texts(rows: _Rows, cell: Cell) -> tuple[str, ...]:
    here = (row for row in rows.values() if (row["initiative"], row["kfa"], row["kf"]) == cell)
    return tuple(row["text"] for row in sorted(here, key=lambda row: (row["position"], row["id"])))
