"""What an initiative rests on and is bound to: other initiatives, targets, and the clauses that it cites."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.blocks import Cell, Row, Span, Table, Text, bold, plain
from app.pictures.wording import Wording, spaced
from models.method import Source
from models.plan import Dependency, PlanSource, PlanTarget, Sheet

_WIDTHS = (4, 17)


def basis(sheet: Sheet, wording: Wording) -> Text:
    """Return the statement that the initiative answers, with the clauses it comes from."""
    by_source: dict[str, list[str]] = {}
    for code in sheet.basis.clauses:
        document, _, place = code.partition(".")
        by_source.setdefault(document, []).append(place)
    named = "; ".join(
        wording.say("document.clauses", source=_named(_source(code, sheet, wording), wording), places=", ".join(places))
        for code, places in by_source.items()
    )
    statement = Span(sheet.basis.text[wording.language])
    return (statement, Span(f" ({named})", italic=True)) if named else (statement,)


def table(sheet: Sheet, wording: Wording) -> Table:
    """Return the links, targets and citations of an initiative."""
    entries = {
        "needs": _links(sheet.needs, sheet, wording),
        "opens": _links(sheet.opens, sheet, wording),
        "enabled_by": _links(sheet.enabled_by, sheet, wording),
        "enables": _links(sheet.enables, sheet, wording),
        "conflicts": _links(sheet.conflicts, sheet, wording),
        "targets": _targets(sheet, wording),
        "citations": tuple(_citation(source, codes, wording) for source, codes in sheet.citations),
    }
    nothing = (plain(wording.say("document.references.nothing")),)
    rows = (
        Row((Cell((bold(wording.say(f"document.references.{key}")),), shaded=True), Cell(texts or nothing)))
        for key, texts in entries.items()
    )
    return Table(_WIDTHS, tuple(rows))


def _links(links: Sequence[Dependency], sheet: Sheet, wording: Wording) -> tuple[Text, ...]:
    return tuple(_link(link, sheet, wording) for link in links)


def _link(link: Dependency, sheet: Sheet, wording: Wording) -> Text:
    """Return the other end of a link, how strong the link is, and why there is one."""
    here = sheet.content.initiative.code
    other = link.to if link.origin == here else link.origin
    name = bold(spaced(other))
    title = sheet.titles[other][wording.language] if other in sheet.titles else ""
    strength = Span(" " + wording.say("document.references.link", title=title, strength=link.strength))
    return (*name, strength, Span(f" {link.why}")) if link.why else (*name, strength)


def _targets(sheet: Sheet, wording: Wording) -> tuple[Text, ...]:
    """Return each target once, with every document that sets it for the same year in the same words."""
    sources = {source.code: source for source, _ in sheet.citations}
    found: dict[tuple[str, int], list[PlanTarget]] = {}
    for aim in sheet.targets:
        found.setdefault((aim.text[wording.language], aim.year), []).append(aim)
    return tuple(
        plain(
            wording.say(
                "document.references.target",
                text=text,
                year=year,
                sources="; ".join(
                    dict.fromkeys(_named(sources[aim.source], wording) for aim in aims if aim.source in sources)
                ),
            )
        )
        for (text, year), aims in found.items()
    )


def _citation(source: PlanSource, codes: Sequence[str], wording: Wording) -> Text:
    places = ", ".join(code.partition(".")[2] or code for code in codes)
    name = _named(source, wording)
    if source.secondary:
        name = wording.say("document.references.secondary", source=name)
    return (Span(f"{name}: ", italic=True), Span(places))


def _source(code: str, sheet: Sheet, wording: Wording) -> PlanSource | Source:
    """Return a source by its code, from the plan when the sheet cites it, else from the method pack."""
    for source, _ in sheet.citations:
        if source.code == code:
            return source
    return wording.method.sources[code]


def _named(source: PlanSource | Source, wording: Wording) -> str:
    kind = source.kind[wording.language]
    return f"{kind} {source.number}" if source.number else kind
