"""One function for each kind of record: a TOML table in, a frozen record out."""

from __future__ import annotations

from collections.abc import Sequence

from models.method.records import (
    Actor,
    Basis,
    Block,
    Cell,
    CellItem,
    Clause,
    Duty,
    Erratum,
    FrameItem,
    Group,
    Indicator,
    KeyFactor,
    PolicyDirection,
    Question,
    Source,
    Step,
    Successor,
    Target,
)
from models.method.table import Table


def group(row: Table) -> Group:
    """Read a group of bases or a kind of frame item."""
    return Group(row.string("code"), row.string("original"), row.bilingual("text"))


def basis(row: Table) -> Basis:
    """Read a basis statement."""
    return Basis(
        code=row.string("code"),
        group=row.string("group"),
        group_code=row.string("group_code"),
        original=row.string("original"),
        text=row.bilingual("text"),
        title=row.bilingual("title"),
        clauses=row.strings("clauses"),
    )


def frame_item(row: Table) -> FrameItem:
    """Read a viewpoint, goal or vision line."""
    return FrameItem(
        code=row.string("code"),
        kind=row.string("kind"),
        original=row.string("original"),
        text=row.bilingual("text"),
        clauses=row.strings("clauses"),
        group=row.optional_bilingual("group"),
    )


def indicator(row: Table) -> Indicator:
    """Read an indicator."""
    return Indicator(
        code=row.string("code"),
        name=row.bilingual("name"),
        unit=row.bilingual("unit", may_be_empty=True),
        direction=row.string("direction"),
    )


def target(row: Table) -> Target:
    """Read a target: a figure needs comparator and value, a qualitative one its evidence."""
    kind = row.string("kind")
    is_figure = kind == "figure"
    return Target(
        code=row.string("code"),
        indicator=row.string("indicator"),
        source=row.string("source"),
        clause=row.string("clause"),
        year=row.integer("year"),
        kind=kind,
        original=row.string("original"),
        text=row.bilingual("text"),
        comparator=row.string("comparator") if is_figure else None,
        value=row.number("value") if is_figure else None,
        evidence=None if is_figure else row.bilingual("evidence"),
    )


def step(row: Table) -> Step:
    """Read a step of the SOT."""
    return Step(
        code=row.string("code"),
        number=row.integer("number"),
        original=row.string("original"),
        text=row.bilingual("text"),
        short=row.bilingual("short"),
        conclusion=row.bilingual("conclusion"),
    )


def question(row: Table, groups: Sequence[str]) -> Question:
    """Read a question with one worked example for each group of bases."""
    examples = row.table("example")
    return Question(
        code=row.string("code"),
        step=row.string("step"),
        original=row.string("original"),
        text=row.bilingual("text"),
        builds_on=row.strings("builds_on"),
        purpose=row.bilingual("purpose"),
        hint=row.bilingual("hint"),
        examples={code: examples.bilingual(code) for code in groups},
        names_stakeholders="names_stakeholders" in row and row.boolean("names_stakeholders"),
    )


def key_factor(row: Table) -> KeyFactor:
    """Read a column of the matrix."""
    return KeyFactor(
        code=row.string("code"),
        number=row.integer("number"),
        original=row.string("original"),
        text=row.bilingual("text"),
        short=row.bilingual("short"),
    )


def direction(row: Table) -> PolicyDirection:
    """Read a row of the matrix."""
    return PolicyDirection(
        code=row.string("code"),
        number=row.integer("number"),
        original=row.string("original"),
        text=row.bilingual("text"),
        short=row.bilingual("short"),
        clause=row.string("clause"),
    )


def cell_item(row: Table) -> CellItem:
    """Read one statement of a cell."""
    return CellItem(
        code=row.string("code"),
        cell=row.string("cell"),
        original=row.string("original"),
        text=row.bilingual("text"),
        clauses=row.strings("clauses"),
        repeats=row.optional_string("repeats"),
    )


def cell(row: Table, items: Sequence[CellItem]) -> Cell:
    """Read a cell and gather its items."""
    code = row.string("code")
    return Cell(
        code=code,
        original=row.optional_string("original"),
        text=row.optional_bilingual("text"),
        items=tuple(item for item in items if item.cell == code),
    )


def block(row: Table) -> Block:
    """Read a block of actors with its duties."""
    return Block(
        code=row.string("code"),
        original=row.string("original"),
        text=row.bilingual("text"),
        duties=row.tables("duty", _duty),
    )


def actor(row: Table) -> Actor:
    """Read a body or a collective."""
    return Actor(
        code=row.string("code"),
        name=row.bilingual("name"),
        short=row.bilingual("short"),
        block=row.string("block"),
        kind=row.string("kind"),
        clauses=row.strings("clauses"),
        members=row.bilinguals("members"),
    )


def successor(row: Table) -> Successor:
    """Read who follows an actor."""
    return Successor(
        actor=row.string("actor"),
        to=row.string("to"),
        day=row.day("from"),
        basis=row.bilingual("basis"),
        confirmed=row.boolean("confirmed"),
        clauses=row.optional_strings("clauses"),
    )


def erratum(row: Table) -> Erratum:
    """Read a place where what is shown differs from the source."""
    return Erratum(
        place=row.string("place"),
        kind=row.string("kind"),
        was=row.string("was"),
        now=row.string("now"),
        note=row.bilingual("note"),
    )


def source(file: Table) -> Source:
    """Read a source document with its clauses."""
    document = file.table("document")
    return Source(
        code=document.string("code"),
        number=document.optional_string("number") or "",
        kind=document.bilingual("kind"),
        title=document.bilingual("title"),
        issuer=document.bilingual("issuer"),
        date=document.day("date") if "date" in document else None,
        rank=document.integer("rank"),
        secondary=document.boolean("secondary"),
        status=document.string("status"),
        language=document.string("language"),
        clauses=file.tables("clause", _clause),
    )


def _duty(row: Table) -> Duty:
    return Duty(row.string("original"), row.bilingual("text"), row.strings("clauses"))


def _clause(row: Table) -> Clause:
    is_heading = "title" in row
    return Clause(
        code=row.string("code"),
        title=row.string("title") if is_heading else None,
        sentences=() if is_heading else row.strings("sentences"),
        original=row.optional_string("original"),
        en=row.optional_string("en"),
    )
