"""What a plan should hold, kept apart from the program in plain dictionaries, and the steps that planners take."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from models.editing.measures import NO_DAY
from models.store.plan import TYPING_CHARACTERS, TYPING_PAUSE

NO_ANSWER = ("", "empty", (), ())
AUTHOR = "Tổ soạn thảo"
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


EMPTY_MEASURE = {
    **dict.fromkeys(("lead", "person", "responsibility", "product", "authority", "funding"), ""),
    **dict.fromkeys(("support", "origin", "cites", "stakeholders"), ()),
    **{
        "confirmed": None,
        "confirmed_by": "",
        "words": {},
        "text": "",
        "start": None,
        "due": None,
        "status": "draft",
        "progress": 0,
    },
}


@dataclass
class Model:
    """The state that is right now, and those that undo and redo lead to."""

    state: dict[str, Any]
    past: list[dict[str, Any]] = field(default_factory=list)
    future: list[dict[str, Any]] = field(default_factory=list)
    typing: tuple[str, float, int] | None = None

    def shown(self) -> dict[str, Any]:
        """Return the state without the initiatives that were put away."""
        there = {code: one for code, one in self.state["initiatives"].items() if not one["archived"]}
        links = {ends: link for ends, link in self.state["links"].items() if ends[0] in there and ends[1] in there}
        order = [code for code in self.state["order"] if code in there]
        return {"order": order, "initiatives": there, "links": links}

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

    def _answer(
        self, code: str, question: str, text: str | None, status: str | None, cites: Any, named: Any = None
    ) -> None:
        owner = self.state["initiatives"][code]
        if owner["closed"]:
            raise RefusedError
        old_text, old_status, old_cites, old_named = owner["answers"].get(question, NO_ANSWER)
        new_text = old_text if text is None else text
        if new_text.strip():
            kept = "draft" if old_status == "empty" else old_status
            new_status = kept if status in (None, "empty") else status
        elif status == "done":
            raise RefusedError
        else:
            new_status = "discuss" if status == "discuss" else "empty"
        for measure in owner["measures"].values() if new_text != old_text else ():
            words = " ".join(measure["words"].get(question, "").split())
            if question in measure["origin"] and (old_text or words not in " ".join(new_text.split())):
                measure["review"] |= {question}
        lists = (old_cites if cites is None else cites, old_named if named is None else named)
        owner["answers"][question] = (new_text, new_status, *lists)
        if owner["answers"][question] == NO_ANSWER:
            del owner["answers"][question]

    def _initiative(self, code: str, values: dict[str, Any]) -> None:
        owner = self.state["initiatives"][code]
        old = dict(owner)
        owner.update(values)
        is_new = owner["status"] != old["status"]
        missing = [name for name in ("lead", "owner") if not owner[name] and (is_new or old[name])]
        if not owner["title"][0].strip() or (owner["status"] in DECIDED and missing):
            raise RefusedError

    def _archive(self, code: str, archived: bool) -> None:
        self.state["initiatives"][code]["archived"] = archived

    def _move_initiative(self, code: str, position: int) -> None:
        others = [one for one in self.state["order"] if one != code]
        shown = [one for one in others if not self.state["initiatives"][one]["archived"]]
        place = others.index(shown[position]) if position < len(shown) else len(others)
        self.state["order"] = [*others[:place], code, *others[place:]]

    def _comment(self, comment_id: str, code: str, question: str, text: str) -> None:
        if not text.strip():
            raise RefusedError
        owner = self.state["initiatives"][code]
        owner["comments"][comment_id] = (question, owner["cycle"], text.strip(), False)

    def _settle_comment(self, comment_id: str, code: str, settled: bool | None) -> None:
        there = self.state["initiatives"][code]["comments"]
        if settled is None:
            del there[comment_id]
        else:
            there[comment_id] = (*there[comment_id][:3], settled)

    def _add_initiative(self, code: str, title: tuple[str, str]) -> None:
        if not title[0].strip():
            raise RefusedError
        fresh = {"title": title, "lead": "", "support": (), "status": "drafting", "frame": set(), "owner": ""}
        rest = {"cycle": 1, "closed": False, "archived": False, "answers": {}, "comments": {}, "measures": {}}
        self.state["initiatives"][code] = {**fresh, **rest}
        self.state["order"].append(code)

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
        there = {code: one["words"].get(code, "") for code in one["origin"]}
        selected = {code: words.strip() for code, words in values.get("words", {}).items()}
        wanted = {code: selected.get(code, there.get(code, "")) for code in [*values.get("origin", there), *selected]}
        one.update(values)
        one.update({"origin": tuple(wanted), "words": {code: words for code, words in wanted.items() if words}})
        one["review"] &= set(wanted) | (one["review"] if list(wanted.items()) == list(there.items()) else set())
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

    def _confirm_measure(self, measure_id: str, on: date, by: str) -> None:
        self.measure(measure_id).update(review=set(), confirmed=on, confirmed_by=by)

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
