"""The ids of what there is one of at its place: the same whenever, and in whichever copy of a plan, it is made.

An answer that was undone and is written again keeps its id, and with it its history in the journal; two copies of a
plan give the same answer the same id.
"""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.UUID("5d0b7a52-7f0e-5c1e-8a49-52039a1f2289")


def cycle_key(initiative_id: str, number: int) -> str:
    """Return the id of the SOT cycle of an initiative that has this number."""
    return str(uuid.uuid5(_NAMESPACE, f"{initiative_id}/{number}"))


def answer_key(cycle_id: str, question: str) -> str:
    """Return the id of the answer to a question, or of the conclusion of a step, in a cycle."""
    return str(uuid.uuid5(_NAMESPACE, f"{cycle_id}/{question}"))
