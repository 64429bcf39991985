"""Whatever is done to a plan is what it holds, and undoing and redoing it all ends at the same content, to the bit."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from models.store.plan import Plan
from tests.models.desk import AUTHOR, FakeClock
from tests.models.journal.planner import KINDS, Planner

EDITS = 10_000


class PlannersAtWork(RuleBasedStateMachine):
    """Random steps, undo, redo and reopening in any order; the plan and the model of it always agree."""

    blank: Path

    @initialize()
    def open_a_copy(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "Kế hoạch.soi"
        shutil.copy(self.blank, path)
        self.clock = FakeClock()
        self.planner = Planner(lambda: Plan.open(path, author=AUTHOR, clock=self.clock), self.clock)

    @rule(seed=st.integers(0, 1 << 32), times=st.integers(1, 6))
    def take_steps(self, seed: int, times: int) -> None:
        random = Random(seed)
        for _ in range(times):
            self.planner.step(random)

    @rule(seed=st.integers(0, 1 << 32), kind=st.sampled_from(KINDS))
    def take_a_step(self, seed: int, kind: str) -> None:
        self.planner.step(Random(seed), kind)

    @rule(seed=st.integers(0, 1 << 32), times=st.integers(2, 5))
    def type_on(self, seed: int, times: int) -> None:
        random = Random(seed)
        for _ in range(times):
            self.planner.step(random, "typing")

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.planner.undo()

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.planner.redo()

    @rule(text=st.text(st.characters(codec=None), max_size=8))
    def write_any_characters(self, text: str) -> None:
        self.planner.write("SOI12", "C3", text)

    @rule(seconds=st.sampled_from((-5, 0, 1, 4)))
    def let_time_pass(self, seconds: int) -> None:
        self.clock.let_pass(seconds)

    @rule()
    def reopen(self) -> None:
        self.planner.reopen()

    @invariant()
    def plan_and_model_agree(self) -> None:
        self.is_sound = False
        self.planner.agree()
        self.planner.watch_revisions()
        self.is_sound = True

    def teardown(self) -> None:
        try:
            if self.is_sound:
                self.planner.all_back_and_forth()
        finally:
            self.planner.plan.close()
            shutil.rmtree(self.folder)


@pytest.fixture
def planners_at_work(blank: Path) -> type[PlannersAtWork]:
    PlannersAtWork.blank = blank
    return PlannersAtWork


def test_any_steps_undone_and_redone_give_the_same_content(planners_at_work: type[PlannersAtWork]) -> None:
    run_state_machine_as_test(planners_at_work, settings=settings(max_examples=8, stateful_step_count=25))


@pytest.mark.soak
def test_ten_thousand_edits_undone_and_redone_give_the_same_content(
    open_copy: Callable[[], Plan], clock: FakeClock
) -> None:
    random = Random(52)
    planner = Planner(open_copy, clock, look_every=25)
    while len(planner.model.past) < EDITS:
        planner.step(random)
        if len(planner.model.past) % 500 == 0:
            planner.agree()
            planner.watch_revisions()
    planner.agree()
    planner.reopen()
    planner.all_back_and_forth()


@pytest.mark.soak
def test_ten_thousand_steps_with_undo_and_redo_among_them_agree_with_the_model(
    open_copy: Callable[[], Plan], clock: FakeClock
) -> None:
    random = Random(2289)
    planner = Planner(open_copy, clock, look_every=25)
    for number in range(EDITS):
        random.choice((planner.undo, planner.redo, *(lambda: planner.step(random),) * 6))()
        if number % 250 == 0:
            planner.agree()
            planner.watch_revisions()
        if number % 1000 == 999:
            planner.reopen()
    planner.all_back_and_forth()
