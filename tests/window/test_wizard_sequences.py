"""Any sequence of typing, undo, redo, going on, closing and being killed keeps text and journal as a model has them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.store import plan as store
from tests.window.wizard_desk import WizardDesk
from tests.window.writing_model import Hand, Model
from views.main_window import MainWindow

CODES = ("O1", "O2", "S3", "C")
LETTERS = st.text(alphabet="aăâđêôơưệữ ỔĐX.\n-“”–😀ế1<&", min_size=1, max_size=12)
TEXTS = LETTERS | st.sampled_from(["tiê\u0301ng Viê\u0323t", "đo\u031b\u0300i", "- một\n- hai\n", "\u00a0", "x" * 300])
TYPING = st.tuples(st.just("type"), st.sampled_from(CODES), st.sampled_from(["end", "start", "all"]), TEXTS)
OTHERS = st.sampled_from([("commit",), ("undo",), ("undo",), ("redo",), ("reopen",), ("die",)])
SEQUENCES = st.lists(TYPING | TYPING | OTHERS, min_size=3, max_size=14)


def carry_out(window: MainWindow, path: Path, acts: Sequence[tuple[str, ...]]) -> None:
    """Do the acts in the window and in the model; compare after each, and undo and redo everything at the end."""
    assert window.files.open(path)
    desk = WizardDesk(window)
    desk.go("sot", "SOI5")
    hand = Hand(desk, path)
    model = Model({code: desk.text(f"SOI5.{code}") for code in CODES})
    for act, *given_ in acts:
        if act == "type" and desk.page.middle.active.code != given_[0]:
            model.commit()
        if act == "reopen":
            model.commit()
        else:
            getattr(model, act)(*given_)
        getattr(hand, act)(*given_)
        compare(hand, model)
    hand.commit()
    model.commit()
    compare(hand, model)
    end, steps = desk.workbench.plan.content_digest(), len(model.done)
    assert desk.workbench.plan.undoable == steps
    for _ in range(steps):
        hand.undo()
        model.undo()
    compare(hand, model)
    for _ in range(steps):
        hand.redo()
        model.redo()
    compare(hand, model)
    assert desk.workbench.plan.content_digest() == end


def compare(hand: Hand, model: Model) -> None:
    for code in CODES:
        assert hand.shown(code) == model.shown[code], code
        assert hand.desk.text(f"SOI5.{code}") == model.kept[code], code


@pytest.fixture
def each_commit_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing does not join, so that the model knows the steps without a clock."""
    monkeypatch.setattr(store, "TYPING_PAUSE", 0.0)


def run(window: MainWindow, example: Path, folder: Path, most: int) -> None:
    numbers = iter(range(10**9))

    @settings(max_examples=most, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(acts=SEQUENCES)
    def any_sequence(acts: Sequence[tuple[str, ...]]) -> None:
        path = folder / f"{next(numbers)}.soi"
        shutil.copy(example, path)
        try:
            carry_out(window, path, acts)
        finally:
            window.files.close()
            path.unlink()

    any_sequence()


@pytest.mark.usefixtures("each_commit_a_step")
def test_any_sequence_keeps_text_and_journal_as_the_model_has_them(
    window: MainWindow, example: Path, tmp_path: Path
) -> None:
    run(window, example, tmp_path, 25)


@pytest.mark.soak
@pytest.mark.usefixtures("each_commit_a_step")
def test_a_thousand_sequences_keep_text_and_journal_as_the_model_has_them(
    window: MainWindow, example: Path, tmp_path: Path
) -> None:
    run(window, example, tmp_path, 1_000)
