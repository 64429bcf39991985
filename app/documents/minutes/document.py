"""The minutes as a document: a BIÊN BẢN in the form of Decree 30/2020/NĐ-CP; what a person has to fill in is blank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.documents.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Pair,
    Paragraph,
    Role,
    Row,
    Section,
    Span,
    Table,
    Text,
    bold,
    plain,
)
from app.documents.minutes import cells
from app.documents.minutes.content import BLANK, MinutesContent, clock, day, in_full
from app.pictures.wording import Wording
from models.plan import Decision

_HEAD_WIDTHS = (10.0, 13.0)
_AGENDA_WIDTHS = (9, 116, 25, 25)
_ATTENDEE_WIDTHS = (9, 60, 106)
_DECISION_WIDTHS = (9, 34, 90, 42)
_SIGNATURE_SPACE = 4
"""Lines that are left for a signature."""


def minutes(content: MinutesContent, wording: Wording) -> Document:
    """Return the minutes of a workshop."""
    plan, title = content.plan, content.minutes.workshop.title
    return Document(
        title=wording.say("document.minutes.title", title=title),
        subject=plan.title[wording.language] or plan.title.vi,
        author=plan.issuing_body or plan.superior_body,
        language=wording.language,
        day=wording.on,
        sections=[Section(wording.say("document.minutes.title", title=title), tuple(_blocks(content, wording)))],
    )


def _blocks(content: MinutesContent, wording: Wording) -> Iterator[Block]:
    say = wording.say
    meeting = content.minutes.workshop
    yield _head(content, wording)
    yield Paragraph(plain(""), Role.LINE)
    yield Paragraph(bold(say("document.minutes.kind")), Role.TITLE)
    yield Paragraph(bold(meeting.title), Role.SUBTITLE, rule=0.4)
    for key, value in (
        ("begun", in_full(meeting.opened, wording)),
        ("where", BLANK),
        ("chair", meeting.facilitator or BLANK),
        ("secretary", _secretary(content) or BLANK),
    ):
        yield Paragraph((Span(say(f"document.minutes.{key}"), bold=True), Span(f" {value}")))
    yield Heading(say("document.minutes.attendance"))
    yield from _attendance(content, wording)
    yield Heading(say("document.minutes.agenda"))
    yield from _agenda(content, wording)
    yield Heading(say("document.minutes.content"))
    if not content.minutes.cells:
        yield Paragraph(plain(say("document.minutes.no_content")))
    yield from cells.blocks(content, wording)
    yield Heading(say("document.minutes.conclusion"))
    yield from _conclusion(content, wording)
    yield _closing(content, wording)
    yield Paragraph(plain(""), Role.LINE)
    yield _signatures(content, wording)


def _head(content: MinutesContent, wording: Wording) -> Pair:
    """Return who issues the minutes and under which number, and the state title with place and date."""
    plan, say = content.plan, wording.say
    left = [Paragraph(plain(plan.superior_body.upper()), Role.HEAD)] if plan.superior_body else []
    body = plan.issuing_body.upper() or BLANK
    left.append(Paragraph(bold(body), Role.HEAD, rule=0.4 if plan.issuing_body else 0.0))
    left.append(Paragraph(plain(say("document.minutes.number")), Role.LINE))
    place = say("document.minutes.place_and_day", place=BLANK, day=day(content.minutes.ended, wording))
    right = (
        Paragraph(bold(say("document.minutes.state")), Role.HEAD),
        Paragraph(bold(say("document.minutes.motto")), Role.LINE, rule=1.0),
        Paragraph((Span(place, italic=True),), Role.LINE),
    )
    return Pair(tuple(left), right, _HEAD_WIDTHS)


def _secretary(content: MinutesContent) -> str:
    """Return who kept the record, unless that is the one in the chair."""
    author = content.minutes.author
    return "" if author == content.minutes.workshop.facilitator else author


def _attendance(content: MinutesContent, wording: Wording) -> Iterator[Block]:
    there = content.minutes.workshop.attendees
    if not there:
        yield Paragraph(plain(wording.say("document.minutes.nobody")))
        return
    rows = (
        Row((_centred(str(number)), Cell((plain(one.name),)), Cell((plain(one.body),))))
        for number, one in enumerate(there, start=1)
    )
    yield Table(_ATTENDEE_WIDTHS, tuple(rows), (cells.heads(("number", "name", "body"), wording),))


def _agenda(content: MinutesContent, wording: Wording) -> Iterator[Block]:
    """Yield the cells with the minutes that were planned for them and those that they took."""
    if not content.minutes.cells:
        yield Paragraph(plain(wording.say("document.minutes.no_cells")))
        return
    rows = []
    for number, one in enumerate(content.minutes.cells, start=1):
        name = (Span(f"{one.code}. ", bold=True), Span(cells.named(one, wording)))
        planned = wording.say("document.minutes.unplanned") if one.planned is None else str(one.planned or "–")
        rows.append(Row((_centred(str(number)), Cell((name,)), _centred(planned), _centred(_whole(one.used)))))
    yield Table(_AGENDA_WIDTHS, tuple(rows), (cells.heads(("number", "cell", "planned", "used"), wording),))


def _conclusion(content: MinutesContent, wording: Wording) -> Iterator[Block]:
    proposals = [one for cell in content.minutes.cells for one in cell.proposals]
    counts = Counter(one.state.value for one in proposals)
    decisions = cells.decisions(content)
    states = {state: counts[state] for state in ("accepted", "parked", "rejected", "open")}
    about = {"cells": len(content.minutes.cells), "proposals": len(proposals), "decisions": len(decisions), **states}
    key = "counts" if proposals or decisions else "no_conclusion"
    yield Paragraph(plain(wording.say(f"document.minutes.{key}", **about)))
    if decisions:
        rows = (_decision(number, code, one, content, wording) for number, (code, one) in enumerate(decisions, start=1))
        yield Table(_DECISION_WIDTHS, tuple(rows), (cells.heads(("number", "cell", "decision", "reason"), wording),))
    if content.minutes.other_changes:
        yield Paragraph((Span(wording.say("document.minutes.other_changes"), italic=True),), Role.CAPTION)
        yield cells.steps(content.minutes.other_changes, content, wording)


def _decision(number: int, code: str, one: Decision, content: MinutesContent, wording: Wording) -> Row:
    place: tuple[Text, ...] = (plain(code), (Span(clock(one.made, content, wording), italic=True, muted=True),))
    return Row((_centred(str(number)), Cell(place), Cell((plain(one.text),)), Cell((plain(one.reason),))))


def _closing(content: MinutesContent, wording: Wording) -> Paragraph:
    if content.minutes.workshop.closed is None:
        return Paragraph(plain(wording.say("document.minutes.not_closed")))
    ended = in_full(content.minutes.ended, wording)
    return Paragraph(plain(wording.say("document.minutes.closed", moment=ended)))


def _signatures(content: MinutesContent, wording: Wording) -> Pair:
    signing = (("secretary_signs", _secretary(content)), ("chair_signs", content.minutes.workshop.facilitator))
    left, right = (
        (
            Paragraph(bold(wording.say(f"document.minutes.{office}")), Role.LINE),
            Paragraph((Span(wording.say("document.minutes.sign"), italic=True),), Role.LINE),
            *(Paragraph(plain(""), Role.LINE) for _ in range(_SIGNATURE_SPACE)),
            Paragraph(bold(name), Role.LINE),
        )
        for office, name in signing
    )
    return Pair(left, right)


def _centred(text: str) -> Cell:
    return Cell((plain(text),), centred=True)


def _whole(seconds: int) -> str:
    """Return seconds as whole minutes, at least one where anything was done."""
    return str(max(1, round(seconds / 60))) if seconds else "0"
