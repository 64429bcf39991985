"""How far answers, initiatives and measures have come, and what links are."""

from __future__ import annotations

from enum import StrEnum


class AnswerStatus(StrEnum):
    """How far an answer has come; done only when the planner says so."""

    EMPTY = "empty"
    DRAFT = "draft"
    DONE = "done"
    DISCUSS = "discuss"


class InitiativeStatus(StrEnum):
    """How far an initiative has come."""

    DRAFTING = "drafting"
    REVIEW = "review"
    APPROVED = "approved"
    CARRYING = "carrying"
    FINISHED = "finished"


class MeasureStatus(StrEnum):
    """How far a measure has come; late is reckoned on a day, never stored."""

    DRAFT = "draft"
    DOING = "doing"
    DONE = "done"


class DependencyKind(StrEnum):
    """What one initiative is to another; the first of `precedes` must come first."""

    PRECEDES = "precedes"
    ENABLES = "enables"
    CONFLICTS = "conflicts"
