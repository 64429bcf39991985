"""Commands for what is said in a workshop: propose, reveal, vote, accept, park, reject, reopen, decide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.cli import speech
from app.cli.arguments import (
    TEXT,
    WholeNumber,
    argument,
    cell_code,
    initiative_code,
    option,
    plan_path,
    reason,
    tell_saved,
    writing,
)
from app.cli.help import command
from models.codes import parse_cell
from models.editing import workshops as editing
from models.editing.measures import MeasureFields
from models.reading import initiatives, workshops

_proposal = argument("proposal", "proposal")


@command("propose", says="workshop_propose")
@plan_path
@initiative_code
@cell_code
@argument("text", "text", type=TEXT)
@option("--by", "proposer", says="proposer", stands_for="name", default="")
@option("--silent", "is_silent", says="silent")
def propose(path: Path, initiative: str, cell: str, text: str, proposer: str, is_silent: bool) -> None:
    """Record a proposal for a cell in the open workshop, or in a new one of the day, and print its id."""
    kfa, kf = parse_cell(cell)
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        given = (None, target, kfa, kf, text, proposer)
        made = plan.edit("workshop.propose", editing.propose, *given, is_silent=is_silent).result
    speech.out(str(made))


@command("reveal", says="workshop_reveal")
@plan_path
def reveal(path: Path) -> None:
    """Show the room what the silent round brought."""
    with writing(path) as plan:
        changes = plan.edit("workshop.reveal", editing.reveal, None)
    tell_saved(changes.is_empty)


@command("vote", says="workshop_vote")
@plan_path
@_proposal
@argument("count", "number", says="votes", type=WholeNumber(0))
def vote(path: Path, proposal: str, count: int) -> None:
    """Let a proposal have so many votes."""
    with writing(path) as plan:
        target = plan.read(workshops.find_proposal, proposal)
        changes = plan.edit("workshop.vote", editing.vote, target, count)
    tell_saved(changes.is_empty)


@command("accept", says="workshop_accept")
@plan_path
@_proposal
@option("--text", says="accepted_text", stands_for="text", type=TEXT)
@option("--lead", says="measure_lead", stands_for="actor")
@option("--person", says="measure_person", stands_for="text", type=TEXT)
@reason
def accept(path: Path, proposal: str, why: str, **given: Any) -> None:
    """Make a proposal a measure and print the measure's id; `given` are fields of the measure."""
    with writing(path) as plan:
        target = plan.read(workshops.find_proposal, proposal)
        made = plan.edit("workshop.accept", editing.accept, target, MeasureFields(**given), why, why=why).result
    speech.out(str(made))


@command("park", says="workshop_park")
@plan_path
@_proposal
@reason
def park(path: Path, proposal: str, why: str) -> None:
    """Keep a proposal for later."""
    _judge(path, "workshop.park", editing.park, proposal, why)


@command("reject", says="workshop_reject")
@plan_path
@_proposal
@reason
def reject(path: Path, proposal: str, why: str) -> None:
    """Turn a proposal down; the minutes keep it."""
    _judge(path, "workshop.reject", editing.reject, proposal, why)


@command("reopen", says="workshop_reopen")
@plan_path
@_proposal
@reason
def reopen(path: Path, proposal: str, why: str) -> None:
    """Let a proposal be open again."""
    with writing(path) as plan:
        target = plan.read(workshops.find_proposal, proposal)
        changes = plan.edit("workshop.reopen", editing.reopen, target, why=why)
    tell_saved(changes.is_empty)


@command("decide", says="workshop_decide")
@plan_path
@initiative_code
@cell_code
@argument("text", "text", says="decision", type=TEXT)
@reason
def decide(path: Path, initiative: str, cell: str, text: str, why: str) -> None:
    """Record a decision on a cell and print its id; its reason is the reason of the step too."""
    kfa, kf = parse_cell(cell)
    with writing(path) as plan:
        target = plan.read(initiatives.find, initiative)
        made = plan.edit("workshop.decide", editing.decide, None, target, kfa, kf, text, why, why=why).result
    speech.out(str(made))


def _judge(path: Path, label: str, function: Callable[..., int], proposal: str, why: str) -> None:
    with writing(path) as plan:
        target = plan.read(workshops.find_proposal, proposal)
        changes = plan.edit(label, function, target, why, why=why)
    tell_saved(changes.is_empty)
