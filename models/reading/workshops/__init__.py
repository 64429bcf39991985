"""Reading workshops: which there are, what was proposed and decided, and their minutes from the journal."""

from models.reading.workshops.meetings import current, decisions, every, find_proposal, numbered, one, proposals
from models.reading.workshops.minutes import minutes

__all__ = ["current", "decisions", "every", "find_proposal", "minutes", "numbered", "one", "proposals"]
