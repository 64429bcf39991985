"""The tables of a plan file, as SQLAlchemy Core tables with portable types.

Entities that people make have UUID keys and a `rev` for optimistic locking; reference data copied from the method pack,
and what hangs on an entity, is keyed by its natural code. A new schema version is a new set of tables and a function
that copies each row.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from models.text import clean

APPLICATION_ID = 0x534F4932
SCHEMA_VERSION = 2


class PlanText(TypeDecorator[str]):
    """Text as it is stored: NFC, without control characters; what cannot be stored raises UserError at entry."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Clean the text on its way into the database."""
        return None if value is None else clean(value)


metadata = MetaData()


def _id() -> Column[Any]:
    return Column("id", String(36), primary_key=True)


def _text(name: str) -> Column[Any]:
    return Column(name, PlanText, nullable=False, default="", server_default="")


def _code(name: str, *, key: bool = False) -> Column[Any]:
    return Column(name, PlanText, primary_key=key, nullable=False)


def _rev() -> Column[Any]:
    return Column("rev", Integer, nullable=False, default=1, server_default="1")


def _of(table: str, name: str, *, key: bool = False, column: str = "id") -> Column[Any]:
    link = ForeignKey(f"{table}.{column}", ondelete="CASCADE")
    return Column(name, String(36), link, primary_key=key, nullable=False)


def _number(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=nullable)


def _lag() -> Column[Any]:
    """Return the column for the months that pass between the end of the one and the beginning of the other."""
    return Column("lag", Integer, nullable=False, default=0, server_default=text("0"))


def _cell() -> tuple[Column[Any], ...]:
    return (_of("initiative", "initiative"), _number("kfa"), _number("kf"))


plan = Table(
    "plan",
    metadata,
    _id(),
    _text("title_vi"),
    _text("title_en"),
    _code("pack"),
    _number("pack_version"),
    _code("language"),
    _code("created"),
    _text("superior_body"),
    _text("issuing_body"),
    _rev(),
)

initiative = Table(
    "initiative",
    metadata,
    _id(),
    _code("basis"),
    _number("number"),
    _text("title_vi"),
    _text("title_en"),
    _text("lead"),
    _text("owner"),
    _code("status"),
    _number("position"),
    Column("archived", PlanText),
    _rev(),
    UniqueConstraint("basis", "number"),
)

initiative_support = Table(
    "initiative_support",
    metadata,
    _of("initiative", "initiative", key=True),
    _code("actor", key=True),
    _number("position"),
)

frame_choice = Table(
    "frame_choice",
    metadata,
    _of("initiative", "initiative", key=True),
    _code("item", key=True),
)

stakeholder = Table("stakeholder", metadata, _id(), _text("name"), _rev(), UniqueConstraint("name"))

cycle = Table(
    "cycle",
    metadata,
    _id(),
    _of("initiative", "initiative"),
    _number("number"),
    _code("opened"),
    Column("closed", PlanText),
    _text("reason"),
    _rev(),
    UniqueConstraint("initiative", "number"),
)

answer = Table(
    "answer",
    metadata,
    _id(),
    _of("cycle", "cycle"),
    _code("question"),
    _text("text"),
    _code("status"),
    _code("updated"),
    _text("author"),
    _rev(),
    UniqueConstraint("cycle", "question"),
)

answer_citation = Table(
    "answer_citation",
    metadata,
    _of("answer", "answer", key=True),
    _code("clause", key=True),
    _number("position"),
)

answer_stakeholder = Table(
    "answer_stakeholder",
    metadata,
    _of("answer", "answer", key=True),
    _of("stakeholder", "stakeholder", key=True),
    _number("position"),
)

comment = Table(
    "comment",
    metadata,
    _id(),
    _of("initiative", "initiative"),
    _code("question"),
    _number("cycle"),
    _text("text"),
    _text("author"),
    _code("written"),
    Column("resolved", PlanText),
    _text("resolver"),
    _rev(),
    Index("comment_place", "initiative", "question"),
)

measure = Table(
    "measure",
    metadata,
    _id(),
    _of("initiative", "initiative"),
    _number("kfa"),
    _number("kf"),
    _number("position"),
    _text("text"),
    _text("lead"),
    _text("person"),
    _text("responsibility"),
    Column("start", String(10)),
    Column("due", String(10)),
    _text("product"),
    _text("authority"),
    _text("funding"),
    _text("indicator"),
    _number("cost", nullable=True),
    Column("confirmed", String(10)),
    _text("confirmed_by"),
    _code("status"),
    _number("progress"),
    _code("updated"),
    _rev(),
    Index("measure_cell", "initiative", "kfa", "kf", "position"),
)

measure_support = Table(
    "measure_support",
    metadata,
    _of("measure", "measure", key=True),
    _code("actor", key=True),
    _number("position"),
)

measure_origin = Table(
    "measure_origin",
    metadata,
    _of("measure", "measure", key=True),
    _code("question", key=True),
    _number("position"),
    _text("words"),
)

measure_stakeholder = Table(
    "measure_stakeholder",
    metadata,
    _of("measure", "measure", key=True),
    _of("stakeholder", "stakeholder", key=True),
    _number("position"),
)

measure_citation = Table(
    "measure_citation",
    metadata,
    _of("measure", "measure", key=True),
    _code("clause", key=True),
    _number("position"),
)

review_mark = Table(
    "review_mark",
    metadata,
    _of("measure", "measure", key=True),
    _code("question", key=True),
    _code("since"),
)

dependency = Table(
    "dependency",
    metadata,
    _id(),
    _of("initiative", "origin"),
    _of("initiative", "target"),
    _code("kind"),
    _number("strength"),
    _text("why"),
    _lag(),
    _rev(),
    UniqueConstraint("origin", "target", "kind"),
)

measure_link = Table(
    "measure_link",
    metadata,
    _id(),
    _of("measure", "origin"),
    _of("measure", "target"),
    _code("kind"),
    _number("strength"),
    _text("why"),
    _lag(),
    _rev(),
    UniqueConstraint("origin", "target", "kind"),
    Index("measure_link_target", "target"),
)

node_position = Table(
    "node_position",
    metadata,
    _of("initiative", "initiative", key=True),
    _number("x"),
    _number("y"),
)

workshop = Table(
    "workshop",
    metadata,
    _id(),
    _text("title"),
    _text("facilitator"),
    _code("opened"),
    Column("closed", PlanText),
    _number("first"),
    _number("last", nullable=True),
    _rev(),
)

workshop_attendee = Table(
    "workshop_attendee",
    metadata,
    _of("workshop", "workshop", key=True),
    Column("position", Integer, primary_key=True, nullable=False),
    _text("name"),
    _text("body"),
)

agenda_item = Table(
    "agenda_item",
    metadata,
    _id(),
    _of("workshop", "workshop"),
    *_cell(),
    _number("minutes"),
    _text("note"),
    _number("position"),
    _rev(),
    Index("agenda_place", "workshop", "position"),
)

proposal = Table(
    "proposal",
    metadata,
    _id(),
    _of("workshop", "workshop"),
    *_cell(),
    _text("text"),
    _text("proposer"),
    _code("made"),
    _number("is_silent"),
    _number("is_revealed"),
    _number("votes"),
    _code("state"),
    _text("reason"),
    Column("decided", PlanText),
    Column("measure", String(36), ForeignKey("measure.id", ondelete="SET NULL")),
    _number("position"),
    _rev(),
    Index("proposal_place", "workshop", "initiative", "kfa", "kf"),
    Index("proposal_measure", "measure"),
)

decision = Table(
    "decision",
    metadata,
    _id(),
    _of("workshop", "workshop"),
    *_cell(),
    _text("text"),
    _text("reason"),
    _code("made"),
    _number("position"),
    _rev(),
    Index("decision_place", "workshop", "initiative", "kfa", "kf"),
)

source = Table(
    "source",
    metadata,
    _code("code", key=True),
    _text("number"),
    _text("kind_vi"),
    _text("kind_en"),
    _text("title_vi"),
    _text("title_en"),
    _text("issuer_vi"),
    _text("issuer_en"),
    Column("day", String(10)),
    _number("rank"),
    _number("secondary"),
    _code("language"),
    _number("position"),
    _rev(),
)

clause = Table(
    "clause",
    metadata,
    _code("code", key=True),
    Column("source", PlanText, ForeignKey("source.code", ondelete="CASCADE"), nullable=False),
    Column("parent", PlanText),
    _code("kind"),
    _text("text"),
    _text("text_en"),
    _number("position"),
    _rev(),
)

target = Table(
    "target",
    metadata,
    _code("code", key=True),
    _code("indicator"),
    _text("name_vi"),
    _text("name_en"),
    _text("unit_vi"),
    _text("unit_en"),
    _text("source"),
    _text("clause"),
    _number("year"),
    Column("comparator", PlanText),
    Column("value", Float),
    _text("text_vi"),
    _text("text_en"),
    _number("position"),
    _rev(),
)

actor = Table(
    "actor",
    metadata,
    _code("code", key=True),
    _text("name_vi"),
    _text("name_en"),
    _text("short_vi"),
    _text("short_en"),
    _code("block"),
    _code("kind"),
    _number("position"),
    _rev(),
)

successor = Table(
    "successor",
    metadata,
    _id(),
    _code("actor"),
    _code("to_actor"),
    Column("day", String(10), nullable=False),
    _text("clause"),
    _text("basis_vi"),
    _text("basis_en"),
    _number("confirmed"),
    _rev(),
)

changeset = Table(
    "changeset",
    metadata,
    Column("sequence", Integer, primary_key=True),
    _code("time"),
    _text("author"),
    _code("kind"),
    _text("label"),
    _text("parameters"),
    _text("why"),
    _number("reverts", nullable=True),
)

change = Table(
    "change",
    metadata,
    _number("changeset"),
    _number("step"),
    Column("tab", Text, nullable=False),
    Column("operation", String(1), nullable=False),
    Column("old", Text),
    Column("new", Text),
    _text("subject"),
    Index("change_step", "changeset", "step", unique=True),
    Index("change_subject", "tab", "subject", "operation", "changeset"),
)
"""`subject` is what the row's first column holds: its own id or code, or that of what it hangs on."""

stamp = Table("stamp", metadata, Column("id", Integer, primary_key=True), Column("digest", Text, nullable=False))

JOURNAL = (changeset, change)
"""Tables that say how the plan came about: outside undo and outside the content digest."""

CONTENT = tuple(table for table in metadata.sorted_tables if table not in (*JOURNAL, stamp))
"""Tables that hold the plan itself, each before those that refer to it."""
