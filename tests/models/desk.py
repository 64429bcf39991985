"""What a plan should hold, kept apart from the program in plain dictionaries, and the steps that planners take."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from models.access import Reader
from models.editing.measures import NO_DAY
from models.reading import dependencies, initiatives
from models.store.plan import TYPING_CHARACTERS, TYPING_PAUSE

NO_ANSWER = ("", "empty", ())
DECIDED = {"approved", "carrying", "finished"}


class FakeClock:
    """A clock that stands still until time is let pass."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def let_pass(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


class RefusedError(Exception):
    """The step should be refused and leave nothing behind."""


def state_of(reader: Reader) -> dict[str, Any]:
    """Return what a plan holds, as the model holds it."""
    return {
        "initiatives": {content.initiative.code: _initiative(content) for content in initiatives.contents(reader)},
        "links": {(one.origin, one.to, one.kind.value): (one.strength, one.why) for one in dependencies.every(reader)},
    }


def _initiative(content: Any) -> dict[str, Any]:
    one = content.initiative
    answers = {**content.answers, **content.conclusions}
    kept = {code: (a.text, a.status.value, a.cites) for code, a in answers.items()}
    return {
        "title": (one.title.vi, one.title.en),
        "lead": one.lead,
        "support": one.support,
        "status": one.status.value,
        "frame": set(one.frame),
        "stakeholders": set(one.stakeholders),
        "cycle": one.cycle,
        "closed": one.cycle_closed is not None,
        "answers": {code: answer for code, answer in kept.items() if answer != NO_ANSWER},
        "measures": {measure.id: _measure(measure) for measure in content.measures},
    }


def _measure(one: Any) -> dict[str, Any]:
    names = ("kfa", "kf", "position", "text", "lead", "person", "support", "responsibility", "start", "due")
    more = ("product", "authority", "funding", "progress", "origin", "cites")
    kept = {name: getattr(one, name) for name in (*names, *more)}
    return {**kept, "status": one.status.value, "review": set(one.review)}


EMPTY_MEASURE = {
    **dict.fromkeys(("lead", "person", "responsibility", "product", "authority", "funding"), ""),
    **dict.fromkeys(("support", "origin", "cites"), ()),
    **{"text": "", "start": None, "due": None, "status": "draft", "progress": 0},
}


@dataclass
class Model:
    """The state that is right now, and those that undo and redo lead to."""

    state: dict[str, Any]
    past: list[dict[str, Any]] = field(default_factory=list)
    future: list[dict[str, Any]] = field(default_factory=list)
    typing: tuple[str, float, int] | None = None

    def step(self, name: str, *args: Any, typing: str | None = None, moment: float = 0.0) -> None:
        """Take a step; raises RefusedError when the program should refuse it."""
        before = copy.deepcopy(self.state)
        try:
            getattr(self, f"_{name}")(*args)
        except RefusedError:
            self.state = before
            raise
        if self.state != before:
            self._remember(before, typing, moment)

    def _remember(self, before: dict[str, Any], typing: str | None, moment: float) -> None:
        field_name, last, written = self.typing or (None, 0.0, 0)
        joins = typing is not None and field_name == typing and 0 <= moment - last < TYPING_PAUSE
        if not joins:
            self.past.append(before)
            self.future.clear()
            written = 0
        if typing is not None:
            written += self._grown(before, typing)
        is_open = typing is not None and written < TYPING_CHARACTERS
        self.typing = (str(typing), moment, written) if is_open else None

    def _grown(self, before: dict[str, Any], place: str) -> int:
        code, question = place.split(".")
        texts = (state["initiatives"][code]["answers"].get(question, NO_ANSWER)[0] for state in (before, self.state))
        old, new = (len(text) for text in texts)
        return abs(new - old)

    def undo(self) -> None:
        self.typing = None
        self.future.append(self.state)
        self.state = self.past.pop()

    def redo(self) -> None:
        self.typing = None
        self.past.append(self.state)
        self.state = self.future.pop()

    def _refuse(self) -> None:
        raise RefusedError

    def _answer(self, code: str, question: str, text: str | None, status: str | None, cites: Any) -> None:
        owner = self.state["initiatives"][code]
        if owner["closed"]:
            raise RefusedError
        old_text, old_status, old_cites = owner["answers"].get(question, NO_ANSWER)
        new_text = old_text if text is None else text
        if new_text.strip():
            kept = "draft" if old_status == "empty" else old_status
            new_status = kept if status in (None, "empty") else status
        elif status == "done":
            raise RefusedError
        else:
            new_status = "discuss" if status == "discuss" else "empty"
        if old_text and new_text != old_text:
            for measure in owner["measures"].values():
                if question in measure["origin"]:
                    measure["review"] |= {question}
        owner["answers"][question] = (new_text, new_status, old_cites if cites is None else cites)
        if owner["answers"][question] == NO_ANSWER:
            del owner["answers"][question]

    def _initiative(self, code: str, values: dict[str, Any]) -> None:
        owner = self.state["initiatives"][code]
        owner.update(values)
        if not owner["title"][0].strip() or (owner["status"] in DECIDED and not owner["lead"]):
            raise RefusedError

    def _add_initiative(self, code: str, title: tuple[str, str]) -> None:
        if not title[0].strip():
            raise RefusedError
        fresh = {"title": title, "lead": "", "support": (), "status": "drafting", "frame": set(), "stakeholders": set()}
        self.state["initiatives"][code] = {**fresh, "cycle": 1, "closed": False, "answers": {}, "measures": {}}

    def _cycle(self, code: str, action: str) -> None:
        owner = self.state["initiatives"][code]
        if owner["closed"] != (action == "start"):
            raise RefusedError
        owner["closed"] = not owner["closed"]
        owner["cycle"] += action == "start"

    def _add_measure(self, measure_id: str, code: str, cell: tuple[int, int], values: dict[str, Any]) -> None:
        if not values.get("text", "").strip():
            raise RefusedError
        position = self._end_of(code, cell)
        placed = {"kfa": cell[0], "kf": cell[1], "position": position, "review": set()}
        self.state["initiatives"][code]["measures"][measure_id] = {**copy.deepcopy(EMPTY_MEASURE), **placed}
        self._change_measure(measure_id, values)

    def _change_measure(self, measure_id: str, values: dict[str, Any]) -> None:
        one = self.measure(measure_id)
        one.update(values)
        one.update({day: None for day in ("start", "due") if one[day] == NO_DAY})
        if values.get("status") == "done" and "progress" not in values:
            one["progress"] = 100
        is_late = bool(one["start"] and one["due"] and one["start"] > one["due"])
        if not one["text"].strip() or is_late or not 0 <= one["progress"] <= 100:
            raise RefusedError

    def _move_measure(self, measure_id: str, code: str, cell: tuple[int, int]) -> None:
        one = self.measure(measure_id)
        here = self.state["initiatives"][code]["measures"]
        if measure_id in here and (one["kfa"], one["kf"]) == cell:
            return
        position = self._end_of(code, cell)
        del self.owner(measure_id)["measures"][measure_id]
        here[measure_id] = {**one, "kfa": cell[0], "kf": cell[1], "position": position}

    def _remove_measure(self, measure_id: str) -> None:
        del self.owner(measure_id)["measures"][measure_id]

    def _confirm_measure(self, measure_id: str) -> None:
        self.measure(measure_id)["review"] = set()

    def _link(self, origin: str, target: str, kind: str, strength: int, why: str | None) -> None:
        place = (origin, target, kind)
        old = self.state["links"].get(place)
        if origin == target or strength not in range(4) or (strength == 0 and old is None):
            raise RefusedError
        if strength == 0:
            del self.state["links"][place]
        else:
            self.state["links"][place] = (strength, (old[1] if old else "") if why is None else why)

    def owner(self, measure_id: str) -> dict[str, Any]:
        """Return the initiative that holds a measure."""
        found = (one for one in self.state["initiatives"].values() if measure_id in one["measures"])
        return next(found)  # type: ignore[no-any-return]

    def measure(self, measure_id: str) -> dict[str, Any]:
        """Return a measure."""
        return self.owner(measure_id)["measures"][measure_id]  # type: ignore[no-any-return]

    def measures(self) -> list[str]:
        """Return the ids of all measures."""
        return [key for one in self.state["initiatives"].values() for key in one["measures"]]

    def _end_of(self, code: str, cell: tuple[int, int]) -> int:
        placed = self.state["initiatives"][code]["measures"].values()
        return 1 + max((one["position"] for one in placed if (one["kfa"], one["kf"]) == cell), default=-1)


def a_day(number: int) -> date:
    """Return the day with this number."""
    return date(2026, 1, 1) + timedelta(days=number)
