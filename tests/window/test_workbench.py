"""The workbench: what is edited reaches the plan file by itself, soon, and never at the cost of an edit."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app import workbench as module
from app.jobs import Jobs
from app.workbench import Workbench
from models.editing import answers
from models.errors import UserError
from models.reading import desks, initiatives
from models.store import plan as store
from models.store.plan import Plan
from tests.window.test_frame import answer_in, published
from views.main_window import MainWindow


@pytest.fixture
def bench(qtbot: QtBot, plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    """A workbench that publishes after a moment instead of two seconds."""
    monkeypatch.setattr(module, "IDLE_MS", 300)
    monkeypatch.setattr(module, "LONGEST_MS", 1_500)
    made = Workbench(Jobs())
    made.take(Plan.open(plan_file))
    yield made
    made.close()


def write(bench: Workbench, text: str) -> None:
    one = bench.read(initiatives.find, "SOI5")
    bench.edit("answer.write", answers.write, one, "O1", text)


def test_it_publishes_when_there_was_no_edit_for_a_while(bench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.saved, timeout=20_000):
        write(bench, "Một")
    assert not bench.plan.is_dirty
    assert published(bench.path) == "Một"


def test_it_does_not_publish_between_two_quick_edits_but_at_the_latest_after_the_longest_wait(
    bench: Workbench, qtbot: QtBot
) -> None:
    before, begin, number = bench.path.read_bytes(), time.monotonic(), 0
    while bench.path.read_bytes() == before:
        number += 1
        write(bench, f"Lần {number}")
        QTest.qWait(200)
        assert time.monotonic() - begin < 20, "who types without a pause is published all the same"
    assert time.monotonic() - begin > 1.4, "but not at every pause of a moment"


def test_the_intervals_are_two_and_thirty_seconds() -> None:
    bench = Workbench(Jobs())
    assert (bench._idle.interval(), bench._longest.interval()) == (2_000, 30_000)


def test_edits_while_it_publishes_are_not_delayed_and_not_lost(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The share is slow: the copy to the plan file hangs until the edits are through."""
    reached, goes_on = threading.Event(), threading.Event()
    really = store.put

    def slowly(*args: object) -> object:
        reached.set()
        assert goes_on.wait(20)
        return really(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "put", slowly)
    write(bench, "Trước")
    qtbot.waitUntil(reached.is_set, timeout=20_000)
    for number in range(20):
        write(bench, f"Trong khi lưu {number}")
    assert not goes_on.is_set()
    assert answer_in(bench.plan) == "Trong khi lưu 19"
    monkeypatch.setattr(store, "put", really)
    with qtbot.waitSignal(bench.saved, timeout=30_000):
        goes_on.set()
    assert published(bench.path) == "Trong khi lưu 19"


def test_a_failure_is_told_tried_again_and_nothing_is_lost(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, fails = os.fsync, [True]

    def refuse(descriptor: int) -> None:
        if fails[0] and ".soi-" in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(28, "No space left on device")
        really(descriptor)

    monkeypatch.setattr(os, "fsync", refuse)
    before = bench.path.read_bytes()
    with qtbot.waitSignal(bench.save_failed, timeout=20_000) as failed:
        write(bench, "Đĩa đầy")
    (error,) = failed.args
    assert isinstance(error, UserError)
    assert "đầy" in error.sentence("vi")
    assert bench.path.read_bytes() == before
    assert answer_in(bench.plan) == "Đĩa đầy"
    write(bench, "Vẫn ghi được")
    fails[0] = False
    with qtbot.waitSignal(bench.saved, timeout=20_000):
        pass
    assert published(bench.path) == "Vẫn ghi được"


def test_a_plan_file_that_was_changed_elsewhere_is_not_overwritten(bench: Workbench, qtbot: QtBot) -> None:
    write(bench, "Của tôi")
    bench.path.write_bytes(bench.path.read_bytes() + b"\0")
    foreign = bench.path.read_bytes()
    with qtbot.waitSignal(bench.save_failed, timeout=20_000) as failed:
        bench.save_now()
    assert failed.args[0].message_id.startswith("publish.")
    assert bench.path.read_bytes() == foreign
    assert answer_in(bench.plan) == "Của tôi"
    with pytest.raises(UserError):
        bench.close()
    assert not bench.is_open


def test_undo_first_commits_what_is_being_typed(window: MainWindow) -> None:
    bench = window.context.workbench
    window.go("sot", "SOI5.O1")
    QApplication.processEvents()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    before = answer_in(bench.plan)
    editor.selectAll()
    QTest.keyClicks(editor, "con dang go")
    assert answer_in(bench.plan) == before
    bench.undo()
    assert answer_in(bench.plan) == before
    assert editor.toPlainText() == before
    bench.redo()
    assert answer_in(bench.plan) == "con dang go"
    assert editor.toPlainText() == "con dang go"


def test_each_step_is_told_once_with_who_made_it(bench: Workbench, qtbot: QtBot) -> None:
    told: list[tuple[bool, object]] = []
    bench.changed.connect(lambda changes, initiator: told.append((changes.is_empty, initiator)))
    one = bench.read(initiatives.find, "SOI5")
    bench.edit("answer.write", answers.write, one, "O1", "Một", initiator=bench)
    bench.edit("answer.write", answers.write, one, "O1", "Một", initiator=bench)
    bench.undo()
    assert told == [(False, bench), (False, None)], "a step that changes nothing is none"
    assert bench.read(desks.desk, one)
