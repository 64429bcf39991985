"""Full disks, protected files and folders, places and names that cannot be.

Rows 6 and 9 of the fault matrix.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import UserError
from models.method import MethodPack
from models.store import backups, files
from models.store.copying import write_copy
from models.store.plan import Plan
from models.store.recovery import recover
from tests.store.tools import ledger
from tests.store.tools.children import Child, Tell, in_child

NOBODY = 65534
TOO_SMALL, ROOMS = (10_000, 20_000), (2_600, 20_000, 70_000)
"""Sizes below that of a journal, and what is left above that of the working copy: what is there can be rewritten."""


def limit_files(size: int) -> None:
    """Let the system refuse to write any file beyond this size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.parametrize(("size", "room"), [*((size, 0) for size in TOO_SMALL), *((0, room) for room in ROOMS)])
def test_on_a_full_disk_an_edit_says_so_and_the_edits_before_it_stay(path: Path, size: int, room: int) -> None:
    def work(tell: Tell) -> None:
        plan = Plan.open(path)
        ledger.add(plan, 1)
        limit_files(size or path.stat().st_size + room)
        number = 2
        with pytest.raises(UserError) as refusal:
            while True:
                ledger.add(plan, number, 10_000)
                number += 1
        tell(ledger.in_both_languages(refusal.value))
        whole = tuple(range(1, number))
        assert plan.read(ledger.entries) == whole
        with contextlib.suppress(UserError):
            plan.publish()
        limit_files(resource.RLIM_INFINITY)
        ledger.add(plan, number)
        plan.undo()
        assert plan.publish()
        assert plan.undoable == len(whole)
        plan.close()
        assert ledger.published(path) == whole

    assert "The plan is as it was" in in_child(work)[0]


def test_a_plan_that_cannot_be_saved_when_it_is_closed_is_there_the_next_time(path: Path) -> None:
    def work(tell: Tell) -> None:
        plan = Plan.open(path)
        ledger.add(plan, 1, 10_000)
        limit_files(100_000)
        with pytest.raises(UserError) as refusal:
            plan.close()
        tell(ledger.in_both_languages(refusal.value))
        limit_files(resource.RLIM_INFINITY)
        plan.close()
        with Plan.open(path) as again:
            assert again.read(ledger.entries) == (1,)
            assert [notice.message_id for notice in again.notices] == ["plan.taken_over"]

    assert "your changes are in the working copy" in in_child(work)[0]
    assert ledger.published(path) == (1,)


@pytest.fixture
def open_house(small: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that any user may enter, with a plan in it, and a data folder of nobody's."""
    house = Path(tempfile.mkdtemp(prefix="soi-house-"))
    plans, own = house / "plans", house / "data"
    plans.mkdir()
    own.mkdir()
    shutil.copy(small, plans / "plan.soi")
    house.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(own, NOBODY, NOBODY)
    monkeypatch.setenv("XDG_DATA_HOME", str(own))
    # What is imported and read on the way is read as who we are.
    Plan.open_to_read(plans / "plan.soi").close()
    shutil.rmtree(own / "soi-workbench")
    yield plans
    plans.chmod(0o755)
    shutil.rmtree(house)


def as_nobody() -> None:
    """Be somebody whom file permissions bind, in a child."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.mark.parametrize("protected", ["folder", "file"])
def test_a_protected_plan_can_be_read_and_copied_but_not_written(open_house: Path, protected: str) -> None:
    path = open_house / "plan.soi"
    before = path.read_bytes()
    open_house.chmod(0o555 if protected == "folder" else 0o777)
    path.chmod(0o444 if protected == "file" else 0o666)

    def work(tell: Tell) -> None:
        as_nobody()
        with pytest.raises(UserError) as refusal:
            Plan.open(path)
        tell(ledger.in_both_languages(refusal.value))
        with Plan.open_to_read(path) as plan:
            assert plan.read(ledger.entries) == ()
            with pytest.raises(UserError, match="reading only"):
                ledger.add(plan, 1)
        copy = open_house.parent / "data" / "copy.soi"
        write_copy(path, copy, without_history=False)
        with Plan.open(copy) as plan:
            ledger.add(plan, 1)
        assert ledger.published(copy) == (1,)

    assert "protected against writing" in in_child(work)[0]
    assert path.read_bytes() == before
    assert [file.name for file in open_house.iterdir()] == ["plan.soi"]


def test_a_plan_that_becomes_protected_while_it_is_open_is_saved_when_it_no_longer_is(open_house: Path) -> None:
    path = open_house / "plan.soi"
    open_house.chmod(0o777)
    path.chmod(0o666)

    def work(tell: Tell) -> None:
        as_nobody()
        plan = Plan.open(path)
        ledger.add(plan, 1)
        tell("open")
        with pytest.raises(UserError) as refusal:
            wait_until(lambda: not files.is_writable(path))
            plan.publish()
        tell(ledger.in_both_languages(refusal.value))
        wait_until(lambda: files.is_writable(path))
        plan.close()

    child = Child(work)
    child.wait_for("open")
    path.chmod(0o444)
    time.sleep(0.3)
    path.chmod(0o666)
    assert "protected" in child.end()[-1]
    assert ledger.published(path) == (1,)


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize(
    "name", ["missing.soi", "folder", "no folder/plan.soi", "pipe", "x" * 300 + ".soi", "plan.soi/x.soi"]
)
def test_what_is_no_file_is_refused_with_a_sentence(path: Path, name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    shutil.copy(path, tmp_path / "plan.soi")
    place = tmp_path / name
    for way in (Plan.open, Plan.open_to_read, lambda place: recover(place, tmp_path / "out.soi")):
        with pytest.raises(UserError) as refusal:
            way(place)
        assert str(tmp_path) in ledger.in_both_languages(refusal.value)
    assert not (tmp_path / "out.soi").exists()


@pytest.mark.parametrize(
    "name", ["no folder/new.soi", "x" * 300 + ".soi", "there.soi", "link.soi", "there.soi/new.soi"]
)
def test_a_new_file_is_not_made_where_it_cannot_be(path: Path, method: MethodPack, tmp_path: Path, name: str) -> None:
    shutil.copy(path, tmp_path / "there.soi")
    (tmp_path / "link.soi").symlink_to("there.soi")
    backups.keep(path)
    before = sorted(tmp_path.rglob("*.soi"))
    out = tmp_path / name
    for way in (
        lambda: Plan.create(out, method),
        lambda: write_copy(path, out, without_history=False),
        lambda: backups.restore(path, 1, out),
        lambda: recover(path, out),
    ):
        with pytest.raises(UserError) as refusal:
            way()
        assert str(tmp_path) in ledger.in_both_languages(refusal.value)
    assert sorted(tmp_path.rglob("*.soi")) == before
    assert ledger.leftovers(tmp_path) == []


@pytest.mark.parametrize("name", ["CON.soi", "nul", "com1.x.soi", "a:b.soi", "what?.soi", "end.", "end "])
def test_names_that_mean_something_else_on_windows_are_known(name: str) -> None:
    assert files.is_refused_name(name)


@pytest.mark.parametrize("name", ["Kế hoạch 2026.soi", "console.soi", ".soi", "a.b.soi"])
def test_other_names_are_as_good_on_windows(name: str) -> None:
    assert not files.is_refused_name(name)


def test_a_data_folder_that_cannot_be_made_is_named(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "occupied").write_text("a file")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "occupied"))
    for way in (Plan.open, Plan.open_to_read):
        with pytest.raises(UserError) as refusal:
            way(path)
        assert "occupied" in ledger.in_both_languages(refusal.value)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
