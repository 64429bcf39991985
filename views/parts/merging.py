"""Two changes to one text that were made at the same time."""

from __future__ import annotations


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Return the text with both changes to `base` in it, None when they touch the same part of it."""
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    (start, end), (start_2, end_2) = _changed(base, mine), _changed(base, theirs)
    ours = mine[start : len(mine) - (len(base) - end)]
    others = theirs[start_2 : len(theirs) - (len(base) - end_2)]
    if start == end == start_2 == end_2:
        return None
    if end <= start_2:
        return base[:start] + ours + base[end:start_2] + others + base[end_2:]
    if end_2 <= start:
        return base[:start_2] + others + base[end_2:start] + ours + base[end:]
    return None


def _changed(base: str, new: str) -> tuple[int, int]:
    """Return the part of `base`, from and to, that is another one in `new`."""
    shorter = min(len(base), len(new))
    start = 0
    while start < shorter and base[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and base[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(base) - end
