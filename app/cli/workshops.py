"""Commands for a workshop as a whole: open, close, change, agenda, list, replay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.cli import speech
from app.cli.arguments import (
    FILE,
    SHORT_ID,
    TEXT,
    argument,
    as_json,
    moment,
    option,
    plan_path,
    reading,
    reason,
    tell_saved,
    writing,
)
from app.cli.help import command
from app.documents.plan_json import workshop_json
from models.access import Reader
from models.codes import cell_code, parse_cell
from models.editing import workshops as editing
from models.editing.workshops import AgendaEntry
from models.errors import UsageError, UserError
from models.plan import Attendee, Proposal, Workshop
from models.reading import initiatives, workshops

_INDENT = "  "
_attendees = option("--attendee", "attendees", says="workshop_attendee", stands_for="attendee", multiple=True)


@command("open", says="workshop_open")
@plan_path
@argument("title", "title", says="workshop_title", type=TEXT)
@option("--facilitator", says="workshop_facilitator", stands_for="name", default="")
@_attendees
@reason
def open_one(path: Path, title: str, facilitator: str, attendees: tuple[str, ...], why: str) -> None:
    """Open a workshop and print its number."""
    there = _attending(attendees)
    with writing(path) as plan:
        plan.edit("workshop.open", editing.open_workshop, title, facilitator, there, why=why)
        number = plan.read(workshops.numbered).number
    speech.out(str(number))


@command("close", says="workshop_close")
@plan_path
@reason
def close(path: Path, why: str) -> None:
    """Close the open workshop."""
    with writing(path) as plan:
        changes = plan.edit(
            "workshop.close", editing.close_workshop, _current(plan.read(workshops.current)).id, why=why
        )
    tell_saved(changes.is_empty)


@command("change", says="workshop_change")
@plan_path
@option("--title", says="workshop_title", stands_for="title", type=TEXT)
@option("--facilitator", says="workshop_facilitator", stands_for="name")
@_attendees
@reason
def change(path: Path, title: str | None, facilitator: str | None, attendees: tuple[str, ...], why: str) -> None:
    """Change the title, the chair or the attendance of the latest workshop."""
    if title is None and facilitator is None and not attendees:
        raise UsageError("usage.workshop_nothing")
    there = _attending(attendees) if attendees else None
    with writing(path) as plan:
        meeting = plan.read(workshops.numbered)
        changes = plan.edit("workshop.change", editing.change_workshop, meeting.id, title, facilitator, there, why=why)
    tell_saved(changes.is_empty)


@command("agenda", says="workshop_agenda")
@plan_path
@argument("items", "agenda", says="workshop_items", nargs=-1, required=True)
@reason
def agenda(path: Path, items: tuple[str, ...], why: str) -> None:
    """Set the agenda of the open workshop."""
    with writing(path) as plan:
        entries = [plan.read(_entry, item) for item in items]
        meeting = _current(plan.read(workshops.current))
        changes = plan.edit("workshop.agenda", editing.set_agenda, meeting.id, entries, why=why)
    tell_saved(changes.is_empty)


@command("list", says="workshop_list")
@plan_path
@as_json
def list_all(path: Path, as_json: bool) -> None:
    """List the workshops with what was proposed and decided."""
    with reading(path) as plan:
        if as_json:
            speech.out_json(plan.read(lambda reader: [workshop_json(reader, one) for one in workshops.every(reader)]))
        else:
            plan.read(_show)


@command("replay", says="workshop_replay")
@plan_path
@argument("minutes", "minutes", says="workshop_minutes", type=FILE)
def replay(path: Path, minutes: Path) -> None:
    """Do to a copy of the starting plan what minutes as data tell."""
    from app.documents.minutes.replaying import replayed

    with writing(path) as plan:
        replayed(plan, minutes)
    tell_saved(False)


def _current(meeting: Workshop | None) -> Workshop:
    if meeting is None:
        raise UserError("workshop.none_open")
    return meeting


def _attending(given: Sequence[str]) -> list[Attendee]:
    found = []
    for one in given:
        name, _, body = one.partition("=")
        if not name.strip():
            raise UsageError("usage.attendee", given=one)
        found.append(Attendee(name, body))
    return found


def _entry(reader: Reader, given: str) -> AgendaEntry:
    """Return an item of the agenda written SOI5.KFA3.KF2=15, or without the minutes."""
    place, equals, minutes = given.partition("=")
    code, dot, cell = place.partition(".")
    if not dot or (equals and not minutes.strip().isdecimal()):
        raise UsageError("usage.agenda", given=given)
    kfa, kf = parse_cell(cell)
    return AgendaEntry(initiatives.find(reader, code), kfa, kf, int(minutes or 0))


def _show(reader: Reader) -> None:
    known = (*initiatives.every(reader), *initiatives.every(reader, archived=True))
    codes = {one.id: one.code for one in known}
    meetings = workshops.every(reader)
    if not meetings:
        speech.tell("show.no_workshops")
    for meeting in meetings:
        ended = moment(meeting.closed) if meeting.closed else speech.text("show.workshop_open")
        about = {"title": meeting.title, "opened": moment(meeting.opened), "ended": ended}
        speech.out(speech.text("show.workshop", number=meeting.number, **about))
        proposals = workshops.proposals(reader, meeting.id)
        if proposals:
            speech.out_rows((_row(one, codes) for one in proposals), _INDENT)
        for one in workshops.decisions(reader, meeting.id):
            place = f"{codes[one.initiative]}.{cell_code(one.kfa, one.kf)}"
            said = " ".join(one.text.split())
            speech.out_hanging(_INDENT, speech.text("show.decision", place=place, text=said, reason=one.reason or "–"))


def _row(one: Proposal, codes: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a list says of a proposal: the words of one that is hidden are not for the room."""
    text = " ".join(one.text.split()) if one.is_revealed else speech.text("show.hidden")
    place = f"{codes[one.initiative]}.{cell_code(one.kfa, one.kf)}"
    state = speech.text(f"status.proposal.{one.state}")
    return one.id[:SHORT_ID], place, state, str(one.votes), one.proposer or "–", text
