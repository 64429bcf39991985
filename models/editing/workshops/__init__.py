"""Writing workshops: the meeting, its agenda, what is proposed and voted on, what is decided, and playing it again."""

from models.editing.workshops.deciding import change_decision, decide, remove_decision
from models.editing.workshops.judging import accept, park, reject, reopen
from models.editing.workshops.meeting import (
    AgendaEntry,
    change_workshop,
    close_workshop,
    open_workshop,
    set_agenda,
    write_note,
)
from models.editing.workshops.proposing import change_proposal, propose, remove_proposal, reveal, vote
from models.editing.workshops.replaying import replay

__all__ = [
    "AgendaEntry",
    "accept",
    "change_decision",
    "change_proposal",
    "change_workshop",
    "close_workshop",
    "decide",
    "open_workshop",
    "park",
    "propose",
    "reject",
    "remove_decision",
    "remove_proposal",
    "reopen",
    "replay",
    "reveal",
    "set_agenda",
    "vote",
    "write_note",
]
