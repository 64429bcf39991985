"""Somebody who takes random steps in a plan and in the model of it, and looks whether they agree."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select

from models.editing import answers, cycles, dependencies, initiatives, measures
from models.editing.measures import NO_DAY, MeasureFields
from models.errors import UserError
from models.method import Bilingual
from models.plan import AnswerStatus, DependencyKind, InitiativeStatus, MeasureStatus
from models.reading import initiatives as reading
from models.store.plan import Plan
from models.tables import changeset
from tests.models.desk import AUTHOR, FakeClock, Model, RefusedError, a_day
from tests.models.journal.talk import Talk
from tests.models.journal.words import QUESTIONS, a_text, composed, some
from tests.models.state import state_of

CLAUSES = ("NQ52.III.3.1", "NQ52.III.3.1.1", "QD2289.IV.3.2", "NQ50.1", "PT52.0.1")
STAKEHOLDERS = ("Hộ nông dân", "Sinh viên", "Doanh nghiệp nhỏ")
ACTORS = ("BTC", "BKHCN", "BCA", "BKHĐT", "BNV")
MOST_INITIATIVES = 24
CELLS = ((1, 1), (3, 2), (8, 4))


class Planner(Talk):
    """Works in a plan; `step` takes one random step, which both plan and model take or refuse.

    After every `look_every`th step it looks whether the plan changed exactly when it should have.
    """

    def __init__(self, open_plan: Callable[[], Plan], clock: FakeClock, look_every: int = 1) -> None:
        self.look_every = look_every
        self.steps = 0
        self.open_plan = open_plan
        self.clock = clock
        self.plan = open_plan()
        self.model = Model(self.plan.read(state_of))
        self.start = self.plan.content_digest()
        self.revisions: dict[tuple[str, str, int], Any] = {}

    def agree(self) -> None:
        """Compare what the plan holds and can undo with the model."""
        assert self.plan.read(state_of) == self.model.shown()
        assert (self.plan.undoable, self.plan.redoable) == (len(self.model.past), len(self.model.future))

    def watch_revisions(self) -> None:
        """No revision of an answer ever comes to stand for other words."""
        for content in self.plan.read(reading.contents):
            for code, one in content.answers.items():
                place = (content.initiative.code, code, one.rev)
                said = (one.text, one.status, one.cites, one.stakeholders)
                assert self.revisions.setdefault(place, said) == said

    def step(self, random: Random, kind: str | None = None) -> None:
        """Take one random step, of this kind when one is named."""
        getattr(self, f"_{kind or random.choice(KINDS)}")(random)

    def write(self, code: str, question: str, text: str) -> None:
        """Write an answer of any characters: those that no file keeps are refused."""
        kept = text.replace("\r\n", "\n").replace("\r", "\n")
        step = ("answer", code, question, composed(kept), None, None)
        if any(
            (unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\t") or one in "\ufffe\uffff" for one in kept
        ):
            step = ("refuse",)
        self._do("answer.write", answers.write, (self._id(code), question, text), step)

    def undo(self) -> None:
        if not self.model.past:
            with pytest.raises(UserError) as refused:
                self.plan.undo()
            assert refused.value.message_id == "undo.nothing"
            return
        self.plan.undo()
        self.model.undo()

    def redo(self) -> None:
        if not self.model.future:
            with pytest.raises(UserError) as refused:
                self.plan.redo()
            assert refused.value.message_id == "redo.nothing"
            return
        self.plan.redo()
        self.model.redo()

    def reopen(self) -> None:
        """Close the plan and open it again: what can be undone stays, the open typing step is closed."""
        self.plan.close()
        self.plan = self.open_plan()
        self.model.typing = None

    def all_back_and_forth(self) -> None:
        """Undo everything, redo everything: the content is the first and then the last one, to the bit."""
        end, steps = self.plan.content_digest(), len(self.model.past)
        for _ in range(steps):
            self.undo()
        assert self.plan.content_digest() == self.start
        self.agree()
        for _ in range(steps):
            self.redo()
        assert self.plan.content_digest() == end
        self.agree()

    def _do(self, label: str, function: Any, args: tuple[Any, ...], step: tuple[Any, ...], **more: Any) -> Any:
        """Take the step in both; both must refuse it, or both take it."""
        typing = more.pop("typing", None)
        moment = self.clock.moment.timestamp()
        self.steps += 1
        before = self._trace()
        try:
            self.model.step(*step, typing=typing, moment=moment)
        except RefusedError:
            with pytest.raises(UserError):
                self.plan.edit(label, function, *args, typing=typing, **more)
            assert self._trace() == before, "a refused step left something behind"
            return None
        changes = self.plan.edit(label, function, *args, typing=typing, **more)
        assert before is None or changes.is_empty == (self._trace() == before)
        return changes.result

    def _trace(self) -> tuple[str, int | None] | None:
        """Return what any change to the plan changes: its content, or the number of the last step."""
        if self.steps % self.look_every:
            return None
        last = select(func.max(changeset.c.sequence))
        return self.plan.content_digest(), self.plan.read(lambda reader: reader.connection.scalar(last))

    def _answer(self, random: Random) -> None:
        code, owner = self._initiative_of(random)
        question = random.choice(QUESTIONS)
        text = random.choice((None, "", a_text(random)))
        status = random.choice((None, None, *AnswerStatus))
        cites = random.choice((None, None, some(random, CLAUSES)))
        named = random.choice((None, None, some(random, STAKEHOLDERS)))
        self._do(
            "answer.write",
            answers.write,
            (owner, question, text),
            ("answer", code, question, composed(text), status and status.value, cites, named),
            status=status,
            cites=cites,
            stakeholders=named,
        )

    def _typing(self, random: Random) -> None:
        """Type on into a field, as the window does; now and then with a pause, now and then much at once."""
        code = random.choice(("SOI1", "SOI2"))
        question = random.choice(("O1", "S3"))
        old = self.model.state["initiatives"][code]["answers"].get(question, ("",))[0]
        text = composed((old + a_text(random, random.choice((3, 30, 150))))[-random.choice((50, 900)) :])
        owner = self._id(code)
        place = f"{code}.{question}"
        step = ("answer", code, question, text, None, None)
        self._do("answer.write", answers.write, (owner, question, text), step, typing=place)
        self.clock.let_pass(random.choice((0, 0.4, 2.9, 3.0)))

    def _initiative(self, random: Random) -> None:
        code, owner = self._initiative_of(random)
        given: dict[str, Any] = {
            "title": (a_text(random), a_text(random)),
            "lead": random.choice(("", *ACTORS)),
            "support": some(random, ACTORS),
            "status": random.choice(tuple(InitiativeStatus)),
            "frame": some(random, ("F1", "P2", "K1")),
            "owner": random.choice(("", "Thứ trưởng", "Cục trưởng Cục Viễn thông")),
        }
        given = {name: value for name, value in given.items() if random.random() < 0.4}
        expected = {name: set(value) if name == "frame" else value for name, value in given.items()}
        if "title" in given:
            given["title"] = Bilingual(*given["title"])
            expected["title"] = tuple(composed(text) for text in expected["title"])
        if "status" in given:
            expected["status"] = given["status"].value
        self._do("initiative.change", initiatives.change, (owner,), ("initiative", code, expected), **given)

    def _add_initiative(self, random: Random) -> None:
        if len(self.model.state["initiatives"]) >= MOST_INITIATIVES:
            return
        basis = random.randint(1, 12)
        taken = [code for code in self.model.state["initiatives"] if code.split("-")[0] == f"SOI{basis}"]
        title = (a_text(random), "")
        step = ("add_initiative", f"SOI{basis}-{len(taken) + 1}", tuple(map(composed, title)))
        self._do("initiative.add", initiatives.add, (f"C{basis}", Bilingual(*title)), step)

    def _cycle(self, random: Random) -> None:
        code, owner = self._initiative_of(random)
        action = random.choice(("close", "start"))
        self._do(f"cycle.{action}", getattr(cycles, action), (owner,), ("cycle", code, action))

    def _add_measure(self, random: Random) -> None:
        code, owner = self._initiative_of(random)
        cell = random.choice(CELLS)
        given, values = self._fields(random)
        made = self._do("measure.add", measures.add, (owner, *cell, given), ("add_measure", "new", code, cell, values))
        if made:
            there = self.model.owner("new")["measures"]
            there[made] = there.pop("new")

    def _change_measure(self, random: Random) -> None:
        if found := self._a_measure(random):
            given, values = self._fields(random)
            self._do("measure.change", measures.change, (found, given), ("change_measure", found, values))

    def _move_measure(self, random: Random) -> None:
        if found := self._a_measure(random):
            code, owner = self._initiative_of(random)
            cell = random.choice(CELLS)
            self._do("measure.move", measures.move, (found, owner, *cell), ("move_measure", found, code, cell))

    def _remove_measure(self, random: Random) -> None:
        if found := self._a_measure(random):
            self._do("measure.remove", measures.remove, (found,), ("remove_measure", found))

    def _confirm_measure(self, random: Random) -> None:
        if found := self._a_measure(random):
            today = self.clock.moment.astimezone().date()
            step = ("confirm_measure", found, today, AUTHOR)
            self._do("measure.confirm", measures.confirm, (found,), step)

    def _link(self, random: Random) -> None:
        ends = (self._initiative_of(random), self._initiative_of(random))
        kind = random.choice(tuple(DependencyKind))
        strength = random.choice((0, 1, 2, 3, 3, 4))
        why = random.choice((None, a_text(random)))
        step = ("link", *(code for code, _ in ends), kind.value, strength, composed(why))
        args = (*(owner for _, owner in ends), kind, strength, why)
        self._do("dependency.write", dependencies.write, args, step)

    def _initiative_of(self, random: Random) -> tuple[str, str]:
        code = random.choice(("SOI1", "SOI2") * 10 + tuple(self.model.state["initiatives"]))
        return code, self._id(code)

    def _id(self, code: str) -> str:
        return self.plan.read(partial(reading.find, archived=True), code)

    def _a_measure(self, random: Random) -> str | None:
        ids = self.model.measures()
        return random.choice(ids) if ids else None

    def _fields(self, random: Random) -> tuple[MeasureFields, dict[str, Any]]:
        values: dict[str, Any] = {
            **{
                name: a_text(random) for name in ("text", "person", "responsibility", "product", "authority", "funding")
            },
            "lead": random.choice(("", *ACTORS)),
            **{name: random.choice((NO_DAY, a_day(random.randint(0, 99)))) for name in ("start", "due")},
            "status": random.choice(tuple(MeasureStatus)),
            "progress": random.choice((-1, 0, 50, 100, 101)),
            "support": some(random, ACTORS),
            "origin": some(random, QUESTIONS),
            "words": {question: a_text(random, 4) for question in some(random, QUESTIONS)},
            "stakeholders": some(random, STAKEHOLDERS),
            "cites": some(random, CLAUSES),
        }
        chosen = {name: value for name, value in values.items() if random.random() < (0.9 if name == "text" else 0.3)}
        said = {name: composed(value) if type(value) is str else value for name, value in chosen.items()}
        if "words" in said:
            said["words"] = {question: composed(words) for question, words in said["words"].items()}
        return MeasureFields(**chosen), {**said, **({"status": chosen["status"].value} if "status" in chosen else {})}


_OFTEN = ("answer", "typing", "typing", "add_measure", "change_measure")
_SELDOM = ("initiative", "add_initiative", "cycle", "move_measure", "remove_measure", "confirm_measure", "link")
_TALK = ("comment", "settle_comment", "archive", "move_initiative")
KINDS = (*_OFTEN, *_OFTEN, *_SELDOM, *_TALK)
