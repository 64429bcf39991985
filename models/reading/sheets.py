"""Reading everything that initiative sheets show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from models.access import Reader
from models.plan import Dependency, DependencyKind, InitiativeContent, PlanSource, PlanTarget, Sheet
from models.reading import dependencies, initiatives, plans


def every(reader: Reader, ids: Collection[str] | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of the initiatives with these ids, or of all, in the order of the plan."""
    head = plans.header(reader)
    actors = plans.actors(reader)
    sources = plans.sources(reader)
    order = plans.clause_order(reader)
    targets = plans.targets(reader)
    links = dependencies.every(reader)
    titles = {one.code: one.title for one in initiatives.every(reader)}
    return tuple(
        Sheet(
            plan=head,
            content=content,
            basis=reader.method.bases[content.initiative.basis],
            frame=tuple(reader.method.frame[code] for code in content.initiative.frame),
            needs=_links(links, content, DependencyKind.PRECEDES, inward=True),
            opens=_links(links, content, DependencyKind.PRECEDES, inward=False),
            enabled_by=_links(links, content, DependencyKind.ENABLES, inward=True),
            enables=_links(links, content, DependencyKind.ENABLES, inward=False),
            conflicts=_links(links, content, DependencyKind.CONFLICTS, inward=True)
            + _links(links, content, DependencyKind.CONFLICTS, inward=False),
            titles=titles,
            targets=_targets(targets, _cited(content)),
            actors={code: actors[code] for code in _named(content) if code in actors},
            citations=_citations(_cited(content), order, sources),
        )
        for content in initiatives.contents(reader, ids)
    )


def _links(
    links: Iterable[Dependency], content: InitiativeContent, kind: DependencyKind, *, inward: bool
) -> tuple[Dependency, ...]:
    code = content.initiative.code
    return tuple(link for link in links if link.kind is kind and (link.to if inward else link.origin) == code)


def _cited(content: InitiativeContent) -> frozenset[str]:
    written = (*content.answers.values(), *content.conclusions.values())
    cites = (*(one.cites for one in written), *(one.cites for one in content.measures))
    return frozenset(code for codes in cites for code in codes)


def _named(content: InitiativeContent) -> tuple[str, ...]:
    named = [content.initiative.lead, *content.initiative.support]
    for one in content.measures:
        named += [one.lead, *one.support]
    return tuple(dict.fromkeys(code for code in named if code))


def _targets(targets: Iterable[PlanTarget], cited: frozenset[str]) -> tuple[PlanTarget, ...]:
    """Return the targets whose clause is cited, itself or as part of a cited paragraph."""
    return tuple(aim for aim in targets if not cited.isdisjoint(_with_ancestors(aim.clause)))


def _with_ancestors(clause: str) -> tuple[str, ...]:
    """Return a clause and what it is part of: NQ52.II.2.2, NQ52.II.2, NQ52.II, NQ52."""
    parts = clause.split(".")
    return tuple(".".join(parts[:length]) for length in range(len(parts), 0, -1))


def _citations(
    cited: Collection[str], order: Mapping[str, tuple[str, int]], sources: Mapping[str, PlanSource]
) -> tuple[tuple[PlanSource, tuple[str, ...]], ...]:
    known = sorted((code for code in cited if code in order), key=lambda code: order[code][1])
    grouped = ((document, tuple(c for c in known if order[c][0] == document.code)) for document in sources.values())
    return tuple((document, codes) for document, codes in grouped if codes)
