"""The colours of pictures: the tokens of the light theme, which print well too."""

from __future__ import annotations

PAPER = "#FFFFFF"
FIELD = "#F7F6F2"
CARD = "#FFFFFF"
INK = "#1B2430"
MUTED = "#66707C"
LINE = "#E3E0D8"
LINK = "#B3BAC3"
ACCENT = "#0F5C6E"
LATE = "#B3261E"
GROUPS = {"G": "#B4531A", "H": "#1B7A5A", "T": "#6B3FA0"}
STATES = {"draft": "#7A8592", "doing": "#C98A00", "done": "#1B7A5A", "late": LATE}


def of_group(code: str) -> str:
    """Return the colour of a group of bases, and the ink for one that has none."""
    return GROUPS.get(code, INK)
