"""Ranks that equal values share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def ranks(values: Sequence[Any]) -> list[int]:
    """Return the rank of each value: 1 for the highest, equal values sharing one (1, 2, 2, 4)."""
    first: dict[Any, int] = {}
    for place, value in enumerate(sorted(values, reverse=True), start=1):
        first.setdefault(value, place)
    return [first[value] for value in values]
