"""Cutting texts that stand beside the matrix."""

from __future__ import annotations

from models.text import one_line


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, cut between words with an ellipsis when it is longer."""
    whole = " ".join(text.split())
    return whole if len(whole) <= longest else f"{one_line(text, longest).rpartition(' ')[0].rstrip('.,;:')}…"
