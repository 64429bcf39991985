"""What a document is made of, whatever kind of file it becomes: sections of headings, paragraphs and tables.

All text is data: a writer shows it literally.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is in its document; each writer has one look for each.

    HEAD and LINE are centred: the names at the head of a document, and what stands beneath them and at its end.
    """

    HEAD = "head"
    LINE = "line"
    TITLE = "title"
    SUBTITLE = "subtitle"
    NOTE = "note"
    BODY = "body"
    CAPTION = "caption"


class Look(StrEnum):
    """How a row of a table looks: an ordinary one, a shaded head, or a shaded band across the table."""

    PLAIN = "plain"
    HEAD = "head"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; a line feed in it ends the line."""

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a section, or at level 2 of a part of that; also an entry of the outline."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables; `rule` is the length of a rule beneath a centred one, as a share of its own."""

    text: Text
    role: Role = Role.BODY
    rule: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of paragraphs that takes `columns` columns."""

    paragraphs: tuple[Text, ...] = ()
    columns: int = 1
    shaded: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; one that `continues` carries on the row above, with no rule between them."""

    cells: tuple[Cell, ...]
    look: Look = Look.PLAIN
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are shares of the text's width, `head` is repeated on every page."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Centred paragraphs in two columns side by side, kept on one page; `widths` are shares of the text's width."""

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    widths: tuple[float, float] = (1.0, 1.0)


Block = Heading | Paragraph | Pair | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part that begins on a page of its own and is an entry of the outline."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document; its sections are read once, in order, so that a long one need never be in memory whole."""

    title: str
    subject: str
    author: str
    language: str
    day: date
    sections: Iterable[Section]


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer made: how many pages, and which characters no typeface has, in order of first appearance."""

    pages: int
    missing: tuple[str, ...] = ()


def plain(text: str) -> Text:
    """Return a text in the ordinary style."""
    return (Span(text),)


def bold(text: str) -> Text:
    """Return a text in bold type."""
    return (Span(text, bold=True),)
