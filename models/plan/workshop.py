"""What happens in a workshop: who is there, what is to be decided, what is proposed and what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.method import Bilingual


class ProposalState(StrEnum):
    """What has become of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    PARKED = "parked"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is there, and the body that they come from."""

    name: str
    body: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A cell to be decided in so many minutes; `note` is for the presenter alone."""

    id: str
    initiative: str
    kfa: int
    kf: int
    minutes: int
    note: str
    position: int


@dataclass(frozen=True, slots=True)
class Workshop:
    """A meeting on the matrix; `number` counts the plan's workshops, moments are UTC, ISO 8601.

    `first` is the step of the journal that opened it, `last` the one that closed it, None while it is open.
    """

    id: str
    number: int
    title: str
    facilitator: str
    opened: str
    closed: str | None
    first: int
    last: int | None
    attendees: tuple[Attendee, ...]
    agenda: tuple[AgendaItem, ...]
    rev: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed entry for a cell; `measure` is the id of what came of it, as long as that is there.

    One of a silent round is hidden from the room until it `is_revealed`; one made aloud is revealed from the start.
    """

    id: str
    workshop: str
    initiative: str
    kfa: int
    kf: int
    text: str
    proposer: str
    made: str
    is_silent: bool
    is_revealed: bool
    votes: int
    state: ProposalState
    reason: str
    decided: str | None
    measure: str | None
    rev: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a cell, and why."""

    id: str
    workshop: str
    initiative: str
    kfa: int
    kf: int
    text: str
    reason: str
    made: str
    rev: int


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a step did to one row: None is no row, else the row's values by column."""

    table: str
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class MinutedStep:
    """A step of work within a workshop, with all that it did; `stands` unless it is an undo, or was undone."""

    sequence: int
    time: str
    author: str
    kind: str
    label: str
    parameters: Mapping[str, str]
    why: str
    reverts: int | None
    stands: bool
    rows: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class CellMinutes:
    """What a workshop did in one cell, SOI5.KFA3.KF2: its entries before and after, and how that came about.

    `title` is that of the initiative; `planned` are the minutes the agenda gives, None where it
    does not name the cell; `used` are the seconds that led up to the steps in the cell. `changes` are the steps there.
    """

    code: str
    title: Bilingual
    initiative: str
    kfa: int
    kf: int
    planned: int | None
    used: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...]
    changes: tuple[MinutedStep, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the journal has to tell of a workshop, from its first step to its last, or to now while it is open.

    `cells` are those of the agenda in its order, then those that were worked in besides. `other_changes` are the steps
    that stand and touch no cell; `steps` are all, in order, undone ones and undoing ones too. `author` opened it.
    """

    workshop: Workshop
    author: str
    ended: str
    cells: tuple[CellMinutes, ...]
    other_changes: tuple[MinutedStep, ...]
    steps: tuple[MinutedStep, ...]
