"""The frozen records of a plan that cross the layers: what reads return and what views and documents show."""

from models.plan.answers import Answer, AnswerVersion, Comment
from models.plan.initiatives import Dependency, Initiative, InitiativeContent, Sheet
from models.plan.measures import CLEARS, Measure, MeasureLink
from models.plan.reference import PlanActor, PlanHeader, PlanSource, PlanTarget
from models.plan.states import AnswerStatus, DependencyKind, InitiativeStatus, MeasureStatus
from models.plan.steps import Change, Changes, Step
from models.plan.workshop import (
    AgendaItem,
    Attendee,
    CellMinutes,
    Decision,
    MinutedStep,
    Minutes,
    Proposal,
    ProposalState,
    RowChange,
    Workshop,
)

__all__ = [
    "CLEARS",
    "AgendaItem",
    "Answer",
    "AnswerStatus",
    "AnswerVersion",
    "Attendee",
    "CellMinutes",
    "Change",
    "Changes",
    "Comment",
    "Decision",
    "Dependency",
    "DependencyKind",
    "Initiative",
    "InitiativeContent",
    "InitiativeStatus",
    "Measure",
    "MeasureLink",
    "MeasureStatus",
    "MinutedStep",
    "Minutes",
    "PlanActor",
    "PlanHeader",
    "PlanSource",
    "PlanTarget",
    "Proposal",
    "ProposalState",
    "RowChange",
    "Sheet",
    "Step",
    "Workshop",
]
