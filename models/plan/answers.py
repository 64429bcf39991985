"""What is written in the SOT wizard: answers, their versions and the comments on them."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan.states import AnswerStatus


@dataclass(frozen=True, slots=True)
class Answer:
    """The text for one question (O1) or the conclusion of one step (O) in one cycle; `stakeholders` are names."""

    question: str
    text: str
    status: AnswerStatus
    cites: tuple[str, ...]
    stakeholders: tuple[str, ...]
    updated: str
    author: str
    rev: int


@dataclass(frozen=True, slots=True)
class AnswerVersion:
    """What an answer said after one step of work, in the cycle of that number; `time` is when it was written.

    `sequence` is the number of the step in the journal: 0 when the plan has no record of it.
    """

    sequence: int
    time: str
    author: str
    text: str
    status: AnswerStatus
    cites: tuple[str, ...]
    stakeholders: tuple[str, ...]
    cycle: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a question of an initiative, written in the cycle of that number; moments are UTC, ISO 8601.

    `resolved` and `resolver` say when and by whom it was called settled, None and empty while it is not.
    """

    id: str
    initiative: str
    question: str
    cycle: int
    text: str
    author: str
    written: str
    resolved: str | None
    resolver: str
    rev: int
