"""A program that dies, and a disk that refuses, while a plan of an older version is brought over: it stays usable.

Row 4 of the fault matrix.
"""

from __future__ import annotations

import errno
from pathlib import Path
from random import Random

import pytest

from models.errors import UserError
from models.store import backups, files, working
from models.store.plan import Plan
from tests.store.test_faults import each_call_fails
from tests.store.tools import ledger, old
from tests.store.tools.children import Child, Tell
from tests.store.tools.faults import KILL, failing

MOST_CALLS = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file of version 1, in a folder of its own."""
    folder = tmp_path / "plans"
    folder.mkdir()
    path = folder / "Kế hoạch cũ.soi"
    path.write_bytes(old.unpacked(old.WITH_STAKEHOLDERS))
    return path


def check_whole(path: Path) -> None:
    """Look that the plan file is the old one or, brought over, has everything of it."""
    with Plan.open_to_read(path) as plan:
        found = plan.copy_to(path.with_name("seen.sqlite"))
    rows = old.tables(found)
    found.unlink()
    before = old.tables(old.unpacked(old.WITH_STAKEHOLDERS))
    old.check_same_fields({**before, "stakeholder": []}, {**rows, "stakeholder": []})
    assert len(rows["answer_stakeholder"]) == len(before["initiative_stakeholder"])


def open_and_edit(path: Path, tell: Tell) -> None:
    with Plan.open(path) as plan:
        tell("open")
        plan.edit("answer.write", ledger.write_name, "Người mới")


@pytest.mark.parametrize("stride", [5, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("is_left", [False, True], ids=["plan file", "left behind"])
def test_a_program_killed_at_any_call_while_it_brings_a_plan_over_leaves_it_usable(
    path: Path, is_left: bool, stride: int
) -> None:
    before = path.read_bytes()
    for first in range(1, MOST_CALLS, stride):
        if is_left:
            old.leave_behind(path)

        def work(tell: Tell, first: int = first) -> None:
            with failing(first, KILL):
                open_and_edit(path, tell)
            tell("closed")

        lines = Child(work).end()
        if "open" not in lines:
            assert path.read_bytes() == before
        check_whole(path)
        with Plan.open(path) as plan:
            assert plan.is_writable
        check_whole(path)
        assert before in [backup.path.read_bytes() for backup in backups.of(path)]
        if "closed" in lines:
            return
        path.write_bytes(before)
    raise AssertionError("it never came to an end")


@pytest.mark.parametrize("kills", [12, pytest.param(300, marks=pytest.mark.soak)])
def test_a_program_killed_at_any_moment_while_it_brings_a_plan_over_leaves_it_usable(path: Path, kills: int) -> None:
    random = Random(6)
    before = path.read_bytes()
    for _ in range(kills):
        child = Child(lambda tell: tell("begun") or open_and_edit(path, tell))
        child.wait_for("begun")
        if "open" not in child.kill_after(random.random() * 0.15):
            assert path.read_bytes() == before
        check_whole(path)
        with Plan.open(path):
            pass
        check_whole(path)
        path.write_bytes(before)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full disk", "one refusal"])
def test_an_older_plan_is_brought_over_or_left_whatever_call_fails(path: Path, data: Path, code: int) -> None:
    before = path.read_bytes()

    def look(has_failed: bool) -> None:
        check_whole(path)
        files.remove_folder(working.folder_for(path))
        path.write_bytes(before)

    assert each_call_fails(code, lambda: Plan.open(path).close(), look, path.parent, data) > 15


def test_a_plan_that_cannot_be_backed_up_is_not_brought_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(backups, "keep_as_it_is", refuse)
    with pytest.raises(UserError, match="disk is full"):
        Plan.open(path)
    with Plan.open_to_read(path) as plan:
        assert not plan.is_writable
