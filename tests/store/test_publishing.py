"""The plan file while a plan is open: replaced, removed, linked, slow.

Rows 11–13 and 16 of the fault matrix, and what is stored of row 37.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from models.editing import answers
from models.errors import ConflictError, UserError
from models.method import MethodPack
from models.reading import initiatives
from models.store import files, working
from models.store.plan import Plan
from models.store.publishing import MOST_STOPS, Interrupter
from models.store.recovery import recover
from tests.store.conftest import lay_small
from tests.store.tools import ledger


@pytest.mark.parametrize("kind", ["removed", "renamed", "replaced", "written over", "emptied"])
def test_a_plan_file_that_somebody_changed_is_not_overwritten(
    path: Path, full: Path, tmp_path: Path, kind: str
) -> None:
    plan = Plan.open(path)
    ledger.add(plan, 1)
    if kind in ("replaced", "written over"):
        other = tmp_path / "synced"
        other.write_bytes(full.read_bytes())
        other.replace(path) if kind == "replaced" else path.write_bytes(other.read_bytes())
    elif kind == "emptied":
        path.write_bytes(b"")
    else:
        path.rename(tmp_path / "elsewhere.soi") if kind == "renamed" else path.unlink()
    there = path.read_bytes() if path.exists() else None
    with pytest.raises(ConflictError) as refusal:
        plan.publish()
    assert f"soi recover {path}" in ledger.in_both_languages(refusal.value)
    ledger.add(plan, 2)
    with pytest.raises(ConflictError):
        plan.close()
    assert (path.read_bytes() if path.exists() else None) == there
    assert recover(path, tmp_path / "saved.soi").unpublished
    assert ledger.published(tmp_path / "saved.soi") == (1, 2)


def test_one_that_is_changed_in_the_last_moment_is_not_overwritten(path: Path, full: Path, monkeypatch) -> None:
    plan = Plan.open(path)
    ledger.add(plan, 1)
    copy = files.copy

    def copy_and_meddle(origin: Path, target: Path) -> None:
        copy(origin, target)
        if target.parent == path.parent:
            path.write_bytes(full.read_bytes())

    monkeypatch.setattr(files, "copy", copy_and_meddle)
    with pytest.raises(ConflictError):
        plan.publish()
    assert path.read_bytes() == full.read_bytes()
    plan.abandon()


def test_a_file_that_was_copied_badly_does_not_take_the_place_of_the_good_one(path: Path, monkeypatch) -> None:
    before = path.read_bytes()
    plan = Plan.open(path)
    ledger.add(plan, 1)
    copy = files.copy

    def copy_badly(origin: Path, target: Path) -> None:
        copy(origin, target)
        if target.parent == path.parent:
            target.write_bytes(target.read_bytes()[:-1])

    monkeypatch.setattr(files, "copy", copy_badly)
    with pytest.raises(UserError, match="working copy"):
        plan.publish()
    assert path.read_bytes() == before
    monkeypatch.undo()
    plan.close()
    assert ledger.published(path) == (1,)


def test_edits_go_on_while_a_slow_share_holds_the_publishing_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Plan.open(path)
    ledger.add(plan, 1)
    hangs, goes_on = threading.Event(), threading.Event()
    replace = files.replace

    def hang(origin: Path, target: Path) -> None:
        if target == path:
            hangs.set()
            assert goes_on.wait(20)
        replace(origin, target)

    monkeypatch.setattr(files, "replace", hang)
    outcome: list[bool] = []
    publisher = threading.Thread(target=lambda: outcome.append(plan.publish()))
    publisher.start()
    assert hangs.wait(20)
    ledger.add_all(plan, (2, 3))
    assert plan.read(ledger.entries) == (1, 2, 3)
    assert ledger.published(path) == ()
    goes_on.set()
    publisher.join()
    assert outcome == [False], "there are edits that came too late"
    assert ledger.published(path) == (1,)
    assert plan.is_dirty
    plan.close()
    assert ledger.published(path) == (1, 2, 3)


def test_many_threads_read_and_publish_while_one_writes(path: Path) -> None:
    plan = Plan.open(path)
    is_over = threading.Event()
    seen: list[tuple[int, ...]] = []
    errors: list[BaseException] = []

    def repeat(work) -> None:
        try:
            while not is_over.is_set():
                work()
        except BaseException as error:  # noqa: BLE001 - looked at when every thread has ended
            errors.append(error)

    readers = [
        threading.Thread(target=repeat, args=(lambda: seen.append(plan.read(ledger.entries)),)) for _ in range(4)
    ]
    publisher = threading.Thread(target=repeat, args=(lambda: plan.publish() and time.sleep(0.005),))
    for thread in (*readers, publisher):
        thread.start()
    ledger.add_all(plan, range(1, 41))
    is_over.set()
    for thread in (*readers, publisher):
        thread.join()
    assert errors == []
    assert all(one == tuple(range(1, len(one) + 1)) for one in seen)
    plan.close()
    assert ledger.published(path) == tuple(range(1, 41))


def test_a_closed_plan_is_neither_read_nor_written(path: Path) -> None:
    plan = Plan.open(path)
    ledger.add(plan, 1)
    plan.close()
    plan.close()
    for ask in (lambda: ledger.add(plan, 2), lambda: plan.read(ledger.entries), plan.undo):
        with pytest.raises(UserError, match="is closed already"):
            ask()
    assert ledger.published(path) == (1,)
    assert not list(files.data_folder("working").iterdir())


def test_a_link_to_a_plan_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "shortcut.soi"
    link.symlink_to(path)
    with Plan.open(link) as plan:
        ledger.add(plan, 1)
    assert link.is_symlink()
    assert ledger.published(path) == (1,)


def test_one_plan_is_one_plan_whatever_way_leads_to_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    ways = (Path(path.name), path.parent / ".." / path.parent.name / path.name, path)
    assert len({working.key_of(way) for way in ways}) == 1
    for number, way in enumerate(ways, start=1):
        with Plan.open(way) as plan:
            ledger.add(plan, number)
    assert ledger.published(path) == (1, 2, 3)


def test_the_plan_file_keeps_its_permissions(path: Path) -> None:
    for mode in (0o640, 0o664):
        path.chmod(mode)
        with Plan.open(path) as plan:
            ledger.add(plan, mode)
        assert path.stat().st_mode & 0o777 == mode


def test_a_name_that_is_not_text_is_as_good_as_another(path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(path.parent) + b"/k\xff.soi"))
    path.rename(odd)
    with Plan.open(odd) as plan:
        ledger.add(plan, 1)
    assert ledger.published(odd) == (1,)


def test_a_plan_that_was_not_changed_is_not_written(path: Path) -> None:
    before = path.stat()
    with Plan.open(path) as plan:
        assert plan.publish()
        assert not plan.is_dirty
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_a_new_plan_does_not_overwrite_a_file_that_came_meanwhile(
    path: Path, method: MethodPack, tmp_path: Path
) -> None:
    new = tmp_path / "new.soi"
    plan = Plan.create(new, method)
    plan.found("plan.create", lay_small)
    new.write_bytes(path.read_bytes())
    with pytest.raises(ConflictError):
        plan.close()
    assert new.read_bytes() == path.read_bytes()


def test_an_edit_that_stands_on_an_old_reading_overwrites_nothing(path: Path) -> None:
    random = Random(1)
    plan = Plan.open(path)
    target = plan.read(initiatives.every)[0].id
    screens = [0, 0]
    written: list[str] = []
    refusals = 0
    for number in range(200):
        screen = random.randrange(2)
        try:
            plan.edit("answer.write", answers.write, target, "O1", f"{number}", expected_rev=screens[screen])
            written.append(f"{number}")
        except ConflictError as error:
            ledger.in_both_languages(error)
            refusals += 1
        found = plan.read(initiatives.contents)[0].answers["O1"]
        assert found.text == written[-1]
        screens[screen] = found.rev
    assert refusals > 50
    plan.close()


def test_text_is_stored_composed_whatever_form_it_was_typed_in(path: Path) -> None:
    composed = "Đẩy mạnh chuyển đổi số – Nghị quyết 52-NQ/TW"
    with Plan.open(path) as plan:
        target = plan.read(initiatives.every)[0].id
        plan.edit("answer.write", answers.write, target, "O1", unicodedata.normalize("NFD", composed))
    with Plan.open_to_read(path) as plan:
        assert plan.read(initiatives.contents)[0].answers["O1"].text == composed


def test_an_edit_stops_the_copying_it_would_wait_for_but_not_without_end() -> None:
    interrupter = Interrupter()
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
        for _ in range(MOST_STOPS):
            edit = threading.Timer(0.05, interrupter.stop)
            edit.start()
            with pytest.raises(sqlite3.OperationalError, match="interrupted"), interrupter.watching(connection):
                connection.execute(endless).fetchall()
            edit.join()
        edit = threading.Timer(0.05, interrupter.stop)
        edit.start()
        with interrupter.watching(connection):
            assert connection.execute(f"{endless.replace('FROM n)', 'FROM n WHERE x < 2000000)')}").fetchone() == (
                2_000_000,
            )
        edit.join()


def test_a_publishing_that_was_stopped_says_so_and_the_next_one_saves_all(path: Path, monkeypatch) -> None:
    plan = Plan.open(path)
    ledger.add(plan, 1)
    with monkeypatch.context() as patch:
        watching = Interrupter.watching

        @contextmanager
        def watching_while_an_edit_comes(interrupter: Interrupter, connection: sqlite3.Connection) -> Iterator[None]:
            connection.set_progress_handler(lambda: (interrupter.stop(), 0)[1], 1)
            with watching(interrupter, connection):
                yield

        patch.setattr(Interrupter, "watching", watching_while_an_edit_comes)
        assert plan.publish() is False
    assert plan.is_dirty
    assert ledger.published(path) == ()
    plan.close()
    assert ledger.published(path) == (1,)
