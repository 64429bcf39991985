"""Reading what stands beside a question: the same one elsewhere, the links of its initiative, what could be cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from models.access import Reader
from models.method import Bilingual
from models.plan import AnswerStatus, Dependency
from models.reading import dependencies, initiatives
from models.suggesting import Citable
from models.tables import answer, clause, cycle, initiative, source

_OWN, _OTHER, _ANALYSIS = 1.2, 1.0, 0.5
"""What a clause counts that is of the plan's resolution, of another source, of the analysis, which decides nothing."""
_ANALYSIS_RANK = 9


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The answer that another initiative gives to a question, in its latest cycle."""

    initiative: str
    code: str
    title: Bilingual
    text: str
    status: AnswerStatus


def elsewhere(reader: Reader, initiative_id: str, question: str) -> tuple[Elsewhere, ...]:
    """Return what the other initiatives answer to a question or conclude in a step, in the order of the plan."""
    last = select(cycle.c.initiative, func.max(cycle.c.number).label("number")).group_by(cycle.c.initiative).subquery()
    statement = (
        select(initiative.c.id, initiative.c.title_vi, initiative.c.title_en, answer.c.text, answer.c.status)
        .join(last, last.c.initiative == initiative.c.id)
        .join(cycle, (cycle.c.initiative == initiative.c.id) & (cycle.c.number == last.c.number))
        .join(answer, (answer.c.cycle == cycle.c.id) & (answer.c.question == question), isouter=True)
    )
    rows = {row.id: row for row in reader.connection.execute(statement)}
    return tuple(
        Elsewhere(
            initiative=one,
            code=code,
            title=Bilingual(rows[one].title_vi, rows[one].title_en),
            text=rows[one].text or "",
            status=AnswerStatus(rows[one].status or AnswerStatus.EMPTY),
        )
        for one, code in initiatives.codes(reader).items()
        if one != initiative_id
    )


def links(reader: Reader, code: str) -> tuple[Dependency, ...]:
    """Return the links that touch an initiative: first those that lead to it, then those that start from it."""
    touching = [link for link in dependencies.every(reader) if code in (link.origin, link.to)]
    return tuple(sorted(touching, key=lambda link: link.origin == code))


def citable(reader: Reader) -> tuple[Citable, ...]:
    """Return the paragraphs and sentences that can be cited; a paragraph of one sentence stands for both."""
    statement = select(clause.c.code, clause.c.kind, clause.c.text, clause.c.source, source.c.rank)
    joined = statement.join(source, source.c.code == clause.c.source).order_by(source.c.rank, clause.c.position)
    rows = reader.connection.execute(joined).all()
    headings = {row.code: row.text for row in rows if row.kind == "heading"}
    sentences = {row.code for row in rows if row.kind == "sentence"}
    found = []
    for row in rows:
        parent = row.code.rpartition(".")[0]
        if row.kind == "heading" or (row.kind == "sentence" and f"{parent}.2" not in sentences):
            continue
        whole = parent if row.kind == "sentence" else row.code
        weight = _OWN if row.source == reader.method.resolution else _OTHER
        weight = _ANALYSIS if row.rank >= _ANALYSIS_RANK else weight
        found.append(Citable(row.code, whole, row.text, _above(whole, headings), weight))
    return tuple(found)


def _above(code: str, headings: Mapping[str, str]) -> str:
    """Return the headings over a clause, the nearest first."""
    texts = []
    while (code := code.rpartition(".")[0]) != "":
        if code in headings:
            texts.append(headings[code])
    return "\n".join(texts)
