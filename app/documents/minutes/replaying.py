"""Playing the minutes of a workshop again, on a copy of the plan that it started from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.documents.minutes.data import read_steps
from models.access import Transaction
from models.editing import workshops
from models.errors import UserError
from models.plan import MinutedStep
from models.reading import comments, dependencies, initiatives
from models.reading import workshops as reading
from models.store.plan import Plan
from models.store.refusals import explained


def replayed(plan: Plan, path: Path) -> str:
    """Do to `plan` what the minutes at `path`, as data, tell, in one step of work; return the content digest it gives.

    Raises UserError when the file holds no minutes, or the plan is not the one that the workshop started from.
    """
    with explained(path):
        content = path.read_bytes()
    try:
        title, steps = read_steps(content.decode(), str(path))
    except UnicodeDecodeError as error:
        raise UserError("minutes.unreadable", path=str(path)) from error
    if not steps:
        raise UserError("minutes.no_journal")
    plan.edit("workshop.replay", _replay, steps, title, str(path))
    return plan.content_digest()


def _replay(transaction: Transaction, steps: Sequence[MinutedStep], title: str, path: str) -> None:
    """Play the steps, and let them stand only if the plan can be read afterwards: the file may be anybody's."""
    workshops.replay(transaction, steps, title)
    try:
        initiatives.contents(transaction)
        dependencies.every(transaction)
        comments.by_initiative(transaction)
        for meeting in reading.every(transaction):
            reading.proposals(transaction, meeting.id)
            reading.decisions(transaction, meeting.id)
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("minutes.unreadable", path=path) from error
