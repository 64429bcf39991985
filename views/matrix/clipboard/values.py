"""Reading what people write in the cells of a table: bodies, days, states, figures, codes."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from models.errors import UserError
from models.messages import LANGUAGES, say
from models.plan import MeasureStatus, PlanActor
from models.text import fold
from views.forms.fields import read_day

_BETWEEN = re.compile(r"[;\n]")
_YEAR = re.compile(r"(?:nam\s*|year\s*)?(\d{4})")
_MONTH = re.compile(r"(?:thang\s*|month\s*)?(\d{1,2})[/.\-](\d{4})")
_QUARTER = re.compile(r"(?:quy|q|quarter)\s*(iv|iii|ii|i|[1-4])\s*[/.,\-\s]?\s*(?:nam\s*)?(\d{4})")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]0+)?\s*%?")
_COST = re.compile(
    r"(\d{1,3}(?:[.,\s]\d{3})+|\d{1,12})(?:[.,]0+)?\s*(?:trieu(?:\s*dong)?|trd|tr|million(?:\s*vnd)?|m)?"
)
_MORE_STATES = {
    "draft": ("chua lam", "chua thuc hien", "chua bat dau", "du thao", "moi", "not started", "planned", "todo"),
    "doing": ("dang thuc hien", "dang trien khai", "in progress", "ongoing", "under way", "started", "late", "qua han"),
    "done": ("hoan thanh", "da hoan thanh", "da xong", "complete", "completed", "finished"),
}


class Bodies:
    """The bodies of a plan by symbol, short and full name in both languages."""

    def __init__(self, actors: Mapping[str, PlanActor]) -> None:
        self._named: dict[str, str] = {}
        for code, one in actors.items():
            for name in (code, one.short.vi, one.short.en, one.name.vi, one.name.en):
                self._named.setdefault(_folded(name), code)
        self._named.pop("", None)

    def one(self, text: str) -> str:
        """Return the symbol of one body; raises UserError at several, and at one that the plan does not know."""
        found = self.many(text)
        if len(found) > 1:
            raise UserError("matrix.wrong.leads", text=text.replace("\n", "; "))
        return found[0] if found else ""

    def many(self, text: str) -> tuple[str, ...]:
        """Return the symbols of bodies between semicolons, lines or commas; raises UserError at an unknown one."""
        found = [code for part in _BETWEEN.split(text) if part.strip() for code in self._part(part)]
        return tuple(dict.fromkeys(found))

    def _part(self, text: str) -> Sequence[str]:
        """Return the bodies of a list between commas, though names have commas of their own."""
        pieces = [piece for piece in text.split(",") if piece.strip()]
        found, first = [], 0
        while first < len(pieces):
            for last in range(len(pieces), first, -1):
                code = self._named.get(_folded(",".join(pieces[first:last])))
                if code is not None:
                    found.append(code)
                    first = last
                    break
            else:
                raise UserError("matrix.wrong.body", text=pieces[first].strip())
        return found


def day(text: str, *, is_end: bool) -> date:
    """Return a day: 31/12/2026, or the last (or first) of 12/2026, Quý IV/2026, 2026; raises UserError otherwise."""
    stripped = text.strip().partition(" 00:00")[0]
    with suppress(UserError):
        found = read_day(stripped)
        if found is not None:
            return found
    folded = _folded(stripped)
    if match := _MONTH.fullmatch(folded):
        first = last = int(match[1])
        year = int(match[2])
    elif match := _QUARTER.fullmatch(folded):
        quarter = _QUARTERS.get(match[1]) or int(match[1])
        first, last, year = 3 * quarter - 2, 3 * quarter, int(match[2])
    elif match := _YEAR.fullmatch(folded):
        first, last, year = 1, 12, int(match[1])
    else:
        raise UserError("inspector.not_a_day", text=stripped)
    if not (1 <= first <= last <= 12 and 1900 <= year <= 2200):
        raise UserError("inspector.not_a_day", text=stripped)
    return date(year, last, monthrange(year, last)[1]) if is_end else date(year, first, 1)


def status(text: str) -> MeasureStatus:
    """Return a state by its name in either language; raises UserError at another word."""
    folded = _folded(text.strip("○◐●▲ "))
    for one in MeasureStatus:
        names = (one.value, *(_folded(say(f"status.measure.{one.value}", code)) for code in LANGUAGES))
        if folded in (*names, *_MORE_STATES[one.value]):
            return one
    raise UserError("matrix.wrong.state", text=text.strip())


def percentage(text: str) -> int:
    """Return a whole number of percent; raises UserError otherwise."""
    match = _PERCENT.fullmatch(text.strip())
    if match is None or int(match[1]) > 100:
        raise UserError("inspector.not_a_percentage", text=text.strip())
    return int(match[1])


def cost(text: str) -> int:
    """Return a number of million VND; raises UserError otherwise."""
    match = _COST.fullmatch(_folded(text))
    if match is None:
        raise UserError("measure.cost", cost=text.strip())
    return int(re.sub(r"[.,\s]", "", match[1]))


def names(text: str) -> tuple[str, ...]:
    """Return names between semicolons or lines, or else between commas."""
    parts = _BETWEEN.split(text) if _BETWEEN.search(text) else text.split(",")
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def codes(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return codes between semicolons, lines or commas as they are `known` (folded → code); raises UserError."""
    found = []
    for part in re.split(r"[;,\n]", text):
        wanted = re.sub(r"\s", "", fold(part))
        if not wanted:
            continue
        if wanted not in known:
            raise UserError("matrix.wrong.code", text=part.strip())
        found.append(known[wanted])
    return tuple(dict.fromkeys(found))


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
