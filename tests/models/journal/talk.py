"""The random steps of a planner who talks about answers, and puts initiatives away or in order."""

from __future__ import annotations

from random import Random
from typing import Any

from models.editing import comments, initiatives
from tests.models.desk import Model
from tests.models.journal.words import QUESTIONS, a_text, composed


class Talk:
    """Comments on questions, settles and removes comments, archives, restores and moves initiatives."""

    model: Model

    def _do(self, label: str, function: Any, args: tuple[Any, ...], step: tuple[Any, ...], **more: Any) -> Any:
        raise NotImplementedError

    def _initiative_of(self, random: Random) -> tuple[str, str]:
        raise NotImplementedError

    def _comment(self, random: Random) -> None:
        code, owner = self._initiative_of(random)
        question, text = random.choice(QUESTIONS), a_text(random)
        step = ("comment", "new", code, question, composed(text))
        made = self._do("comment.add", comments.add, (owner, question, text), step)
        if made:
            there = self.model.state["initiatives"][code]["comments"]
            there[made] = there.pop("new")

    def _settle_comment(self, random: Random) -> None:
        every = [(code, key) for code, one in self.model.state["initiatives"].items() for key in one["comments"]]
        if every:
            code, found = random.choice(every)
            action, settled = random.choice((("resolve", True), ("reopen", False), ("remove", None)))
            step = ("settle_comment", found, code, settled)
            self._do(f"comment.{action}", getattr(comments, action), (found,), step)

    def _archive(self, random: Random) -> None:
        code, owner = self._initiative_of(random)
        action, archived = random.choice((("archive", True), ("restore", False), ("restore", False)))
        self._do(f"initiative.{action}", getattr(initiatives, action), (owner,), ("archive", code, archived))

    def _move_initiative(self, random: Random) -> None:
        code, owner = self._initiative_of(random)
        position = random.randint(0, 14)
        self._do("initiative.move", initiatives.move, (owner, position), ("move_initiative", code, position))
