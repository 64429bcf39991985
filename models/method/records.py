"""The records of a method pack. docs/method-pack.md describes the files they are read from.

`original` is a text of the analysis document, verbatim; `text` is the same with typing errors mended, and translated.
`clauses` are codes of numbered provisions (NQ52.III.3.1.2): where a statement comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages."""

    vi: str
    en: str

    def __getitem__(self, language: str) -> str:
        """Return the text in `language`: vi or en."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Group:
    """A group of basis statements: G limits, H finite capacities, T obstacles; or a kind of frame item: F, P, K."""

    code: str
    original: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Basis:
    """One of the twelve statements that a group of initiatives answers."""

    code: str
    group: str
    group_code: str
    original: str
    text: Bilingual
    title: Bilingual
    clauses: tuple[str, ...]

    @property
    def number(self) -> int:
        """Return 5 for C5."""
        return int(self.code[1:])


@dataclass(frozen=True, slots=True)
class FrameItem:
    """A viewpoint (F), goal (P) or vision line (K)."""

    code: str
    kind: str
    original: str
    text: Bilingual
    clauses: tuple[str, ...]
    group: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a target measures; `direction` says whether more (up) or less (down) is better, none where neither is."""

    code: str
    name: Bilingual
    unit: Bilingual
    direction: str


@dataclass(frozen=True, slots=True)
class Target:
    """A figure (comparator, value) or a qualitative aim of one source for one year."""

    code: str
    indicator: str
    source: str
    clause: str
    year: int
    kind: str
    original: str
    text: Bilingual
    comparator: str | None = None
    value: float | None = None
    evidence: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One of the six steps of the SOT; `conclusion` says what its closing paragraph must hold."""

    code: str
    number: int
    original: str
    text: Bilingual
    short: Bilingual
    conclusion: Bilingual


@dataclass(frozen=True, slots=True)
class Question:
    """One of the eighteen questions.

    `builds_on` are the questions whose answers it needs; its own answer may name stakeholders, whom it then lists.
    """

    code: str
    step: str
    original: str
    text: Bilingual
    builds_on: tuple[str, ...]
    purpose: Bilingual
    hint: Bilingual
    examples: dict[str, Bilingual]
    names_stakeholders: bool = False


@dataclass(frozen=True, slots=True)
class KeyFactor:
    """A column of the driving matrix and its principle."""

    code: str
    number: int
    original: str
    text: Bilingual
    short: Bilingual


@dataclass(frozen=True, slots=True)
class PolicyDirection:
    """A row of the driving matrix and the item of the resolution it restates."""

    code: str
    number: int
    original: str
    text: Bilingual
    short: Bilingual
    clause: str


@dataclass(frozen=True, slots=True)
class CellItem:
    """One statement of a cell; `repeats` names the item that it repeats word for word."""

    code: str
    cell: str
    original: str
    text: Bilingual
    clauses: tuple[str, ...]
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One of the 8 × 4 cells with what the analysis says in it."""

    code: str
    original: str | None
    text: Bilingual | None
    items: tuple[CellItem, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """What the analysis charges a block of actors with."""

    original: str
    text: Bilingual
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One of the four blocks of actors."""

    code: str
    original: str
    text: Bilingual
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A body, or a collective of bodies, under the symbol that official documents use."""

    code: str
    name: Bilingual
    short: Bilingual
    block: str
    kind: str
    clauses: tuple[str, ...]
    members: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class Successor:
    """Who carries an actor's work from a day on; with `clauses`, only those tasks."""

    actor: str
    to: str
    day: date
    basis: Bilingual
    confirmed: bool
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erratum:
    """A place where what is shown differs from the source, or repeats it."""

    place: str
    kind: str
    was: str
    now: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered provision: a heading (title) or a paragraph (sentences, each a clause of its own one level down)."""

    code: str
    title: str | None
    sentences: tuple[str, ...]
    original: str | None = None
    en: str | None = None

    @property
    def text(self) -> str:
        """Return the heading's title or the whole paragraph."""
        return self.title if self.title is not None else " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Source:
    """A document and its clauses; a secondary one is known only through news and never quoted as the act itself."""

    code: str
    number: str
    kind: Bilingual
    title: Bilingual
    issuer: Bilingual
    date: date | None
    rank: int
    secondary: bool
    status: str
    language: str
    clauses: tuple[Clause, ...]
