"""The codes by which people name the parts of a plan."""

from __future__ import annotations

import re

from models.errors import UsageError

_INITIATIVE = re.compile(r"(?:soi)?[-\s]*0*(\d{1,3})(?:[-.]0*(\d{1,3}))?", re.IGNORECASE)
_CELL = re.compile(r"kfa[-\s]*0*(\d{1,2})\s*[.·-]\s*kf[-\s]*0*(\d)", re.IGNORECASE)


def initiative_code(basis_number: int, number: int) -> str:
    """Return SOI5 for the first initiative of basis C5, SOI5-2 for the second."""
    return f"SOI{basis_number}" if number == 1 else f"SOI{basis_number}-{number}"


def parse_initiative(code: str) -> tuple[int, int]:
    """Return (basis number, number within the basis): SOI5, soi5, SOI-05 and 5 are all (5, 1).

    Raises UsageError when `code` is none of these.
    """
    match = _INITIATIVE.fullmatch(code.strip())
    if not match:
        raise UsageError("code.initiative", code=code)
    return int(match[1]), int(match[2] or 1)


def cell_code(kfa: int, kf: int) -> str:
    """Return KFA3.KF2 for (3, 2)."""
    return f"KFA{kfa}.KF{kf}"


def parse_cell(code: str) -> tuple[int, int]:
    """Return (KFA number, KF number) of a cell such as KFA3.KF2; raises UsageError otherwise."""
    match = _CELL.fullmatch(code.strip())
    if not match:
        raise UsageError("code.cell", code=code)
    return int(match[1]), int(match[2])
