"""Who does what until when: the measures of an initiative with the six clears.

The six clears (sáu rõ) are person, task, time, responsibility, product and authority: what is missing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.blocks import Block, Cell, Look, Paragraph, Role, Row, Span, Table, Text, bold, plain
from app.pictures.wording import LATE, SIGNS, Wording
from models.plan import Measure, Sheet

_WIDTHS = (9, 52, 32, 28, 25, 30)
_HEADS = ("number", "task", "lead", "support", "time", "product")


def blocks(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    """Yield the table of the measures, or the remark that there are none."""
    if not sheet.content.measures:
        yield Paragraph((Span(wording.say("document.sheet.no_measures"), italic=True),), Role.CAPTION)
        return
    head = Row(tuple(Cell((bold(wording.say(f"document.assignment.{key}")),)) for key in _HEADS), Look.HEAD)
    rows = (
        row
        for number, measure in enumerate(sheet.content.measures, start=1)
        for row in (_task(number, measure, sheet, wording), _clears(measure, wording))
    )
    yield Table(_WIDTHS, tuple(rows), (head,))


def _task(number: int, measure: Measure, sheet: Sheet, wording: Wording) -> Row:
    unclear = (Span(wording.say("document.undetermined"), italic=True),)
    lead = bold(wording.short(measure.lead, sheet.actors)) if measure.lead else unclear
    support = "; ".join(wording.short(code, sheet.actors) for code in measure.support)
    return Row(
        (
            Cell((plain(str(number)),), centred=True),
            Cell((plain(measure.text),)),
            Cell((lead, plain(measure.person) if measure.person else unclear)),
            Cell((plain(support),)),
            Cell(_time(measure, wording) or (unclear,)),
            Cell((plain(measure.product) if measure.product else unclear,)),
        )
    )


def _time(measure: Measure, wording: Wording) -> tuple[Text, ...]:
    """Return from when until when, and whether that is past."""
    lines: list[Text] = []
    if measure.start and measure.due:
        days = {"start": wording.day(measure.start), "due": wording.day(measure.due)}
        lines.append(plain(wording.say("document.assignment.from_until", **days)))
    elif measure.start:
        lines.append(plain(wording.say("document.assignment.from", start=wording.day(measure.start))))
    elif measure.due:
        lines.append(plain(wording.say("document.assignment.until", due=wording.day(measure.due))))
    if wording.state(measure) == LATE:
        lines.append(bold(f"{SIGNS[LATE]} {wording.say('document.assignment.late')}"))
    return tuple(lines)


def _clears(measure: Measure, wording: Wording) -> Row:
    """Return the row beneath a task: who answers for it, by whose authority and money, for whom, and in which cell."""
    unclear = wording.say("document.undetermined")
    labelled = [("responsibility", measure.responsibility or unclear), ("authority", measure.authority or unclear)]
    if measure.funding:
        labelled.append(("funding", measure.funding))
    if measure.cost is not None:
        labelled.append(("cost", wording.say("document.assignment.million", cost=measure.cost)))
    if measure.indicator:
        labelled.append(("indicator", measure.indicator))
    if measure.stakeholders:
        labelled.append(("serves", "; ".join(measure.stakeholders)))
    labelled.append(("cell", measure.cell))
    text: list[Span] = []
    for key, value in labelled:
        apart = "   " if text else ""
        label = Span(apart + wording.say(f"document.assignment.{key}"), italic=True, muted=True)
        text += [label, Span(f" {value}")]
    return Row((Cell(), Cell((tuple(text),), columns=len(_WIDTHS) - 1)), continues=True)
