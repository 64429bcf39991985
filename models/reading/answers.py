"""Reading answers and conclusions with what they cite and whom they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Select, func, select

from models.access import Reader
from models.plan import Answer, AnswerStatus
from models.reading.rows import is_any, lists_of
from models.reading.stakeholders import named
from models.tables import answer, answer_citation, answer_stakeholder, cycle


def latest(reader: Reader, ids: Collection[str] | None = None) -> Mapping[str, Mapping[str, Answer]]:
    """Return what the latest cycles of these initiatives, or of all, answer: by initiative and question."""
    last = select(cycle.c.initiative, func.max(cycle.c.number).label("number")).group_by(cycle.c.initiative).subquery()
    here = (last.c.initiative == cycle.c.initiative) & (last.c.number == cycle.c.number)
    cycles = select(cycle.c.id, cycle.c.initiative).join(last, here)
    condition = is_any(cycle.c.initiative, ids)
    owners = dict(reader.connection.execute(cycles if condition is None else cycles.where(condition)).all())
    chosen = cycles.with_only_columns(cycle.c.id)
    found: dict[str, dict[str, Answer]] = defaultdict(dict)
    for cycle_id, answers in _of_cycles(reader, chosen if condition is None else chosen.where(condition)).items():
        found[owners[cycle_id]] = answers
    return found


def of_cycle(reader: Reader, cycle_id: str) -> Mapping[str, Answer]:
    """Return what a cycle answers, by question."""
    return _of_cycles(reader, select(cycle.c.id).where(cycle.c.id == cycle_id)).get(cycle_id, {})


def _of_cycles(reader: Reader, cycles: Select[tuple[str]]) -> Mapping[str, dict[str, Answer]]:
    mine = select(answer.c.id).where(answer.c.cycle.in_(cycles))
    cites = lists_of(reader, answer_citation, answer_citation.c.answer.in_(mine))
    names = named(reader, answer_stakeholder, answer_stakeholder.c.answer.in_(mine))
    statement = select(answer).where(answer.c.cycle.in_(cycles)).order_by(answer.c.question)
    found: dict[str, dict[str, Answer]] = defaultdict(dict)
    for row in reader.connection.execute(statement):
        found[row.cycle][row.question] = Answer(
            question=row.question,
            text=row.text,
            status=AnswerStatus(row.status),
            cites=cites.get(row.id, ()),
            stakeholders=names.get(row.id, ()),
            updated=row.updated,
            author=row.author,
            rev=row.rev,
        )
    return found
