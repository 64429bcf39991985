"""Reading how much of the resolution the measures of a plan carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from models.access import Reader
from models.tables import clause, initiative, measure, measure_citation

_PARAGRAPH, _SENTENCE = "paragraph", "sentence"


@dataclass(frozen=True, slots=True)
class PartCoverage:
    """One item of the resolution that a policy direction restates, such as NQ52.III.1.

    `total` counts its paragraphs, `missed` names those of them of which no measure cites anything.
    """

    code: str
    total: int
    missed: tuple[str, ...]

    @property
    def covered(self) -> int:
        """Return how many paragraphs some measure cites, as a whole or in one sentence."""
        return self.total - len(self.missed)


def parts(reader: Reader) -> tuple[PartCoverage, ...]:
    """Return, for each item that a policy direction restates, in the order of the resolution, what measures cite of it.

    A paragraph counts as covered when a measure cites it or one of its sentences; citing the item itself says nothing
    of its paragraphs.
    """
    heads = {direction.clause for direction in reader.method.directions.values()}
    rows = reader.connection.execute(
        select(clause.c.code, clause.c.parent, clause.c.kind).order_by(clause.c.position)
    ).all()
    parents = {row.code: row.parent for row in rows}
    paragraph_of = {row.code: row.parent if row.kind == _SENTENCE else row.code for row in rows}
    of_shown = select(measure.c.id).join(initiative, initiative.c.id == measure.c.initiative)
    shown = measure_citation.c.measure.in_(of_shown.where(initiative.c.archived.is_(None)))
    cites = reader.connection.scalars(select(measure_citation.c.clause).where(shown).distinct())
    cited = {paragraph_of.get(code) for code in cites}
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.kind == _PARAGRAPH and (head := _head(row.code, parents, heads)):
            found[head].append(row.code)
    order = [row.code for row in rows if row.code in heads]
    return tuple(
        PartCoverage(head, len(found[head]), tuple(code for code in found[head] if code not in cited)) for head in order
    )


def _head(code: str, parents: Mapping[str, str | None], heads: set[str]) -> str:
    """Return the item that a clause stands under, empty for none."""
    at: str | None = code
    while at is not None and at not in heads:
        at = parents.get(at)
    return at or ""
