"""Making the example plan from its data in resources/example: every time the same plan, to the last of its ids."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from models.access import Transaction
from models.codes import parse_initiative
from models.editing import answers, comments, dependencies, initiatives, measures, plans
from models.editing.measures import MeasureFields
from models.method.table import Table, open_table
from models.plan import AnswerStatus, DependencyKind, InitiativeStatus, MeasureStatus
from models.tables import initiative

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "example"
PACK = "nq52"
WHO_TAKES_PART = "O2"
"""The question whose answer names an initiative's stakeholders."""
_NAMESPACE = uuid.UUID("6f0d1b1c-52a5-5f0e-9c1d-2289aa522019")


def steady_ids() -> Callable[[], str]:
    """Return a maker of ids that gives the same row of them every time it is made."""
    number = 0

    def next_id() -> str:
        nonlocal number
        number += 1
        return str(uuid.uuid5(_NAMESPACE, str(number)))

    return next_id


def made_at() -> datetime:
    """Return the fixed moment at which the example plan was made, in UTC."""
    return open_table(FOLDER / "plan.toml").moment("created").astimezone(UTC)


def author() -> str:
    """Return who wrote the example plan."""
    return open_table(FOLDER / "plan.toml").string("author")


def found(transaction: Transaction) -> None:
    """Lay down the example plan: initiatives with answers, conclusions and measures, their dependencies, comments."""
    head = open_table(FOLDER / "plan.toml")
    body = head.table("issuing_body")
    plans.found(
        transaction,
        head.bilingual("title"),
        head.string("language"),
        superior_body=body.string("superior"),
        issuing_body=body.string("body"),
    )
    for file in sorted(FOLDER.glob("soi*.toml")):
        _initiative(transaction, open_table(file))
    links = open_table(FOLDER / "dependencies.toml")
    for origin, target, kind, strength, why in links.tables("dependency", _dependency):
        dependencies.write(
            transaction, _id(transaction, origin), _id(transaction, target), DependencyKind(kind), strength, why
        )
    for row in open_table(FOLDER / "comments.toml").tables("comment", lambda row: row):
        _comment(transaction, row)


def _id(transaction: Transaction, code: str) -> str:
    basis, number = parse_initiative(code)
    here = (initiative.c.basis == f"C{basis}", initiative.c.number == number)
    return str(transaction.connection.execute(select(initiative.c.id).where(*here)).scalar_one())


def _dependency(row: Table) -> tuple[str, str, str, int, str]:
    return row.string("from"), row.string("to"), row.string("kind"), row.integer("strength"), row.string("why")


def _initiative(transaction: Transaction, file: Table) -> None:
    initiative_id = _id(transaction, file.string("code"))
    initiatives.change(
        transaction,
        initiative_id,
        title=file.bilingual("title"),
        lead=file.string("lead"),
        support=file.strings("support"),
        owner=file.string("owner"),
        status=InitiativeStatus(file.string("status")),
        frame=file.strings("frame"),
    )
    given = file.table("answers")
    for code in transaction.method.questions:
        one = given.table(code)
        answers.write(
            transaction,
            initiative_id,
            code,
            one.string("text"),
            status=AnswerStatus(one.string("status")),
            cites=one.strings("cites"),
            stakeholders=file.strings("stakeholders") if code == WHO_TAKES_PART else None,
        )
    concluded = file.table("conclusions")
    for code in transaction.method.steps:
        answers.write(transaction, initiative_id, code, concluded.string(code), status=AnswerStatus.DONE)
    for kfa, kf, fields in file.tables("measure", _measure):
        measures.add(transaction, initiative_id, kfa, kf, fields)


def _comment(transaction: Transaction, row: Table) -> None:
    """Write a comment as the one who made it, and settle it as the one who did."""
    written = replace(transaction, author=row.string("author"), now=_moment(row.moment("written")))
    comment_id = comments.add(
        written, _id(transaction, row.string("initiative")), row.string("question"), row.string("text")
    )
    if "resolved" in row:
        settled = replace(transaction, author=row.string("resolver"), now=_moment(row.moment("resolved")))
        comments.resolve(settled, comment_id)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _measure(row: Table) -> tuple[int, int, MeasureFields]:
    fields = MeasureFields(
        text=row.string("text"),
        lead=row.string("lead"),
        person=row.text("person"),
        responsibility=row.text("responsibility"),
        product=row.text("product"),
        authority=row.text("authority"),
        funding=row.text("funding"),
        start=row.day("start") if "start" in row else None,
        due=row.day("due") if "due" in row else None,
        status=MeasureStatus(row.string("status")),
        progress=row.integer("progress"),
        support=row.strings("support"),
        origin=row.strings("from"),
        words=row.table("words").texts() if "words" in row else None,
        stakeholders=row.optional_strings("serves"),
        cites=row.strings("cites"),
    )
    return row.integer("kfa"), row.integer("kf"), fields
