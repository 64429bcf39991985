"""Writing the meeting itself: when it is open, who is there, and which cells it is to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, delete, func, insert, select

from models.access import Transaction
from models.codes import cell_code
from models.editing import rows
from models.editing.initiatives import code_of
from models.editing.measures import check_cell
from models.errors import UserError
from models.messages import say
from models.plan import Attendee
from models.tables import agenda_item, initiative, plan, workshop, workshop_attendee
from models.text import clean

_DAY_FORMATS = {"vi": "%d/%m/%Y", "en": "%Y-%m-%d"}


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A cell to be decided in so many minutes; a note that is None stays as it is."""

    initiative: str
    kfa: int
    kf: int
    minutes: int = 0
    note: str | None = None


def open_workshop(
    transaction: Transaction, title: str, facilitator: str = "", attendees: Sequence[Attendee] = ()
) -> str:
    """Open a workshop and return its id; its minutes begin with this step.

    Raises UserError when it has no title, an attendee has no name, or another one is still open.
    """
    there = transaction.connection.execute(select(workshop).where(workshop.c.closed.is_(None))).first()
    if there is not None:
        raise UserError("workshop.still_open", title=there.title)
    workshop_id = rows.add_row(
        transaction,
        workshop,
        title=_title(title),
        facilitator=_line(facilitator),
        opened=transaction.now,
        first=transaction.sequence,
    )
    _set_attendees(transaction, workshop_id, attendees)
    transaction.describe(place=_title(title))
    return workshop_id


def close_workshop(transaction: Transaction, workshop_id: str) -> int:
    """Close a workshop and return its revision; its minutes end with this step, and what it recorded stays so."""
    row = still_open(transaction, workshop_id)
    transaction.describe(place=row.title)
    return rows.change_row(transaction, workshop, row, {"closed": transaction.now, "last": transaction.sequence})


def change_workshop(
    transaction: Transaction,
    workshop_id: str,
    title: str | None = None,
    facilitator: str | None = None,
    attendees: Sequence[Attendee] | None = None,
) -> int:
    """Write what is given, also of one that is closed, and return the revision."""
    row = rows.find(transaction, workshop, workshop_id)
    values: dict[str, Any] = {}
    if title is not None:
        values["title"] = _title(title)
    if facilitator is not None:
        values["facilitator"] = _line(facilitator)
    moved = attendees is not None and _set_attendees(transaction, workshop_id, attendees)
    transaction.describe(place=values.get("title", row.title))
    return rows.change_row(transaction, workshop, row, values, lists_moved=moved)


def set_agenda(transaction: Transaction, workshop_id: str, items: Sequence[AgendaEntry]) -> tuple[str, ...]:
    """Let the agenda be these cells in this order, and return the ids of its items; a cell that was there keeps its."""
    transaction.describe(place=still_open(transaction, workshop_id).title)
    here = select(agenda_item).where(agenda_item.c.workshop == workshop_id).order_by(agenda_item.c.position)
    left = {(row.initiative, row.kfa, row.kf): row for row in transaction.connection.execute(here)}
    ids = []
    for position, item in enumerate(items):
        if item.minutes < 0:
            raise UserError("workshop.minutes", minutes=item.minutes)
        row = left.pop((item.initiative, item.kfa, item.kf), None)
        values: dict[str, Any] = {"minutes": item.minutes, "position": position}
        if row is None:
            place = known_cell(transaction, item.initiative, item.kfa, item.kf)
            note = clean(item.note or "")
            ids.append(rows.add_row(transaction, agenda_item, workshop=workshop_id, note=note, **values, **place))
        else:
            noted = {} if item.note is None else {"note": item.note}
            rows.change_row(transaction, agenda_item, row, values | noted)
            ids.append(row.id)
    for row in left.values():
        transaction.connection.execute(delete(agenda_item).where(agenda_item.c.id == row.id))
    return tuple(ids)


def write_note(transaction: Transaction, item_id: str, text: str) -> int:
    """Write the presenter's private note on an item of the agenda, and return the item's revision."""
    row = rows.find(transaction, agenda_item, item_id)
    describe_cell(transaction, row)
    return rows.change_row(transaction, agenda_item, row, {"note": text})


def still_open(transaction: Transaction, workshop_id: str | None, *, opens: bool = False) -> Row[Any]:
    """Return a workshop that can be written to; without an id the open one, which `opens` makes if there is none.

    Raises UserError when the workshop is closed, or none is open.
    """
    if workshop_id is None:
        found = transaction.connection.scalar(select(workshop.c.id).where(workshop.c.closed.is_(None)))
        if found is None and not opens:
            raise UserError("workshop.none_open")
        workshop_id = found or open_workshop(transaction, _of_today(transaction))
    row = rows.find(transaction, workshop, workshop_id)
    if row.closed is not None:
        raise UserError("workshop.closed", title=row.title)
    return row


def known_cell(transaction: Transaction, initiative_id: str, kfa: int, kf: int) -> dict[str, Any]:
    """Return the columns that name a cell; raises UserError when the initiative is gone, UsageError at no such cell."""
    rows.find(transaction, initiative, initiative_id)
    check_cell(transaction, kfa, kf)
    return {"initiative": initiative_id, "kfa": kfa, "kf": kf}


def describe_cell(transaction: Transaction, row: Any) -> None:
    """Let the step be named by the cell of a row: SOI5.KFA3.KF2."""
    transaction.describe(place=f"{code_of(transaction, row.initiative)}.{cell_code(row.kfa, row.kf)}")


def end_of(transaction: Transaction, table: Table, workshop_id: str) -> int:
    """Return the position of a new row among those of a workshop."""
    last = transaction.connection.scalar(select(func.max(table.c.position)).where(table.c.workshop == workshop_id))
    return 0 if last is None else int(last) + 1


def _set_attendees(transaction: Transaction, workshop_id: str, attendees: Sequence[Attendee]) -> bool:
    wanted = [(_line(one.name), _line(one.body)) for one in attendees]
    if not all(name for name, _ in wanted):
        raise UserError("workshop.no_name")
    here = workshop_attendee.c.workshop == workshop_id
    columns = select(workshop_attendee.c.name, workshop_attendee.c.body).where(here)
    there = transaction.connection.execute(columns.order_by(workshop_attendee.c.position)).all()
    if [(row.name, row.body) for row in there] == wanted:
        return False
    transaction.connection.execute(delete(workshop_attendee).where(here))
    for position, (name, body) in enumerate(wanted):
        row = {"workshop": workshop_id, "position": position, "name": name, "body": body}
        transaction.connection.execute(insert(workshop_attendee).values(row))
    return True


def _title(text: str) -> str:
    title = _line(text)
    if not title:
        raise UserError("workshop.no_title")
    return title


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _of_today(transaction: Transaction) -> str:
    """Return the title of a workshop that nobody has named: by the day, in the language of the plan."""
    language = transaction.connection.scalar(select(plan.c.language)) or "vi"
    day = datetime.fromisoformat(transaction.now).astimezone().strftime(_DAY_FORMATS[language])
    return say("workshop.of_day", language, day=day)
