"""The driving matrix of an initiative as a table: its measures, with state and lead, in the cells they belong to."""

from __future__ import annotations

from app.documents.blocks import Cell, Look, Paragraph, Role, Row, Span, Table, Text, bold
from app.pictures.wording import SIGNS, Wording, spaced
from models.plan import Measure, Sheet

_WIDTHS = (28, 35, 35, 35, 35)


def table(sheet: Sheet, wording: Wording) -> Table:
    """Return the matrix of one initiative."""
    factors = wording.method.key_factors.values()
    head = Row(
        (
            Cell((bold(wording.say("document.matrix.direction")),)),
            *(Cell(((Span(f"{one.code} ", bold=True), Span(one.short[wording.language])),)) for one in factors),
        ),
        Look.HEAD,
    )
    placed: dict[tuple[int, int], list[Measure]] = {}
    for measure in sheet.content.measures:
        placed.setdefault((measure.kfa, measure.kf), []).append(measure)
    rows = []
    for direction in wording.method.directions.values():
        name = (Span(f"{spaced(direction.code)} ", bold=True), Span(direction.short[wording.language]))
        cells = (
            Cell(tuple(_entry(one, sheet, wording) for one in placed.get((direction.number, factor.number), ())))
            for factor in factors
        )
        rows.append(Row((Cell((name,), shaded=True), *cells)))
    return Table(_WIDTHS, tuple(rows), (head,))


def legend(wording: Wording) -> Paragraph:
    """Return what the signs in the matrix mean."""
    text = wording.say("document.matrix.legend", **SIGNS, day=wording.day(wording.on))
    return Paragraph((Span(text, italic=True),), Role.CAPTION)


def _entry(measure: Measure, sheet: Sheet, wording: Wording) -> Text:
    sign = Span(f"{SIGNS[wording.state(measure)]} ")
    text = Span(measure.text)
    if not measure.lead:
        return (sign, text)
    return (sign, text, Span(f" ({wording.short(measure.lead, sheet.actors)})", italic=True))
