"""The program is killed while somebody types: the keys of the last 400 ms at most are lost; the next open says so."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from main import build_window
from models.store.plan import Plan
from tests.window.test_frame import answer_in
from views.main_window import MainWindow
from views.parts.keeping import COMMIT_MS

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST_LIFE = 6.0
MARGIN = 0.35
"""Seconds for one commit, and for a process that waits for its turn on a busy machine."""


def type_and_kill(path: Path, seed: int) -> tuple[list[tuple[float, str]], float]:
    """Let somebody type until a random moment; return each key's moment and text, and the moment of the kill."""
    random = Random(seed)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.window.typist", path, str(seed)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "ready\n"
        time.sleep(random.uniform(0.05, LONGEST_LIFE))
        killed = time.monotonic()
        os.kill(typist.pid, signal.SIGKILL)
        keys = [line.rstrip("\n").partition("\t") for line in typist.stdout if line.endswith("\n")]
    return [(float(pressed), text) for pressed, _, text in keys], killed


def check(path: Path, before: str, seed: int) -> None:
    """Kill, open the plan again and compare what it holds with what was typed."""
    keys, killed = type_and_kill(path, seed)
    texts = [before, *(text for _, text in keys)]
    due = sum(killed - pressed > COMMIT_MS / 1000 + MARGIN for pressed, _ in keys)
    with Plan.open(path) as plan:
        kept = answer_in(plan)
        is_told = [notice.message_id for notice in plan.notices]
    assert kept in texts, "no half of a text"
    assert texts.index(kept) >= due, f"seed {seed}: {kept!r} was kept, {texts[due]!r} was due"
    if due:
        assert is_told == ["plan.taken_over"]


@pytest.mark.parametrize("seed", range(6))
def test_what_was_typed_400_ms_before_a_kill_is_kept(plan_file: Path, seed: int) -> None:
    with Plan.open_to_read(plan_file) as plan:
        before = answer_in(plan)
    check(plan_file, before, seed)


@pytest.mark.soak
def test_what_was_typed_400_ms_before_any_of_a_hundred_kills_is_kept(plan_file: Path, tmp_path: Path) -> None:
    with Plan.open_to_read(plan_file) as plan:
        before = answer_in(plan)
    for seed in range(100, 200):
        path = tmp_path / f"{seed}.soi"
        shutil.copy(plan_file, path)
        check(path, before, seed)
        path.unlink()


def test_the_window_says_that_it_took_the_work_over(plan_file: Path, qtbot: object) -> None:
    keys, _ = type_and_kill(plan_file, 1)
    assert keys
    window = build_window(plan_file)
    assert isinstance(window, MainWindow)
    window.show()
    assert window.toast.isVisible()
    assert window.toast.sentence.text()
    window.close()
