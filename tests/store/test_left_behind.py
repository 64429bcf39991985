"""What a program that died leaves behind: taken over, read, put aside or saved elsewhere, but never thrown away."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from models.errors import DamagedError, UserError
from models.method import MethodPack
from models.store import files, working
from models.store.copying import write_copy
from models.store.lock import acquire
from models.store.plan import Plan
from models.store.recovery import recover
from tests.store.conftest import lay_small
from tests.store.tools import ledger
from tests.store.tools.children import Child, Tell


def die_with(path: Path, *numbers: int, then_publish: bool = False) -> None:
    """Let a program make these entries in the plan and be killed."""

    def work(tell: Tell) -> None:
        plan = Plan.open(path)
        ledger.add_all(plan, numbers)
        if then_publish:
            plan.publish()
        tell("done")
        signal.pause()

    child = Child(work)
    child.wait_for("done")
    child.kill()


def notices(plan: Plan) -> list[str]:
    for notice in plan.notices:
        assert notice.sentence("vi") != notice.sentence("en")
    return [notice.message_id for notice in plan.notices]


def test_the_next_program_takes_it_over_and_says_so(path: Path) -> None:
    die_with(path, 1, 2)
    with Plan.open(path) as plan:
        assert notices(plan) == ["plan.taken_over"]
        assert plan.read(ledger.entries) == (1, 2)
        assert plan.is_dirty
        plan.undo()
        plan.redo()
    assert ledger.published(path) == (1, 2)
    with Plan.open(path) as plan:
        assert notices(plan) == []


def test_a_reader_sees_it_without_publishing_it(path: Path, tmp_path: Path) -> None:
    die_with(path, 1)
    before = path.read_bytes()
    for _ in range(2):
        with Plan.open_to_read(path) as plan:
            assert notices(plan) == ["plan.reads_left"]
            assert plan.read(ledger.entries) == (1,)
    write_copy(path, tmp_path / "copy.soi", without_history=False)
    assert ledger.published(tmp_path / "copy.soi") == (1,)
    assert path.read_bytes() == before
    assert working.left_behind(path) is not None


@pytest.mark.parametrize("way", [Plan.open, Plan.open_to_read])
def test_what_holds_nothing_new_is_dropped_in_silence(path: Path, way) -> None:
    die_with(path, 1, then_publish=True)
    with way(path) as plan:
        assert notices(plan) == []
        assert plan.read(ledger.entries) == (1,)
    with Plan.open(path):
        pass
    assert not list(files.data_folder("working").iterdir())


def test_what_was_published_just_before_the_kill_is_no_conflict(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working.WorkingCopy, "published", lambda copy: os.kill(os.getpid(), signal.SIGKILL))

    def work(tell: Tell) -> None:
        plan = Plan.open(path)
        ledger.add(plan, 1)
        plan.publish()

    Child(work).end()
    monkeypatch.undo()
    assert ledger.published(path) == (1,)
    with Plan.open(path) as plan:
        assert notices(plan) == []


def test_what_was_edited_after_a_publishing_that_failed_at_its_very_end_is_no_conflict(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        if folder == path.parent:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def work(tell: Tell) -> None:
        plan = Plan.open(path)
        ledger.add(plan, 1)
        monkeypatch.setattr(files, "sync_folder", refuse)
        with pytest.raises(UserError):
            plan.publish()
        ledger.add(plan, 2)

    Child(work).end()
    assert ledger.published(path) == (1,)
    with Plan.open(path) as plan:
        assert notices(plan) == ["plan.taken_over"]
        assert plan.read(ledger.entries) == (1, 2)


def test_it_is_found_again_when_the_plan_file_was_renamed_since_twice(path: Path) -> None:
    die_with(path, 1)
    second = path.rename(path.with_name("second.soi"))
    die_with(second, 2)
    third = second.rename(second.with_name("third.soi"))
    with Plan.open(third) as plan:
        assert notices(plan) == ["plan.taken_over"]
        assert plan.read(ledger.entries) == (1, 2)
    assert ledger.published(third) == (1, 2)


def test_a_copy_of_the_plan_file_does_not_take_what_belongs_to_the_original(path: Path) -> None:
    die_with(path, 1)
    copy = Path(shutil.copy(path, path.with_name("copy.soi")))
    with Plan.open(copy) as plan:
        assert plan.read(ledger.entries) == ()
    with Plan.open(path) as plan:
        assert plan.read(ledger.entries) == (1,)


def test_where_both_have_gone_on_both_are_kept_and_can_be_had(path: Path, full: Path, tmp_path: Path) -> None:
    die_with(path, 1)
    other = full.read_bytes()
    path.write_bytes(other)
    with pytest.raises(UserError) as refusal:
        Plan.open(path)
    assert f"soi recover {path}" in ledger.in_both_languages(refusal.value)
    with Plan.open_to_read(path) as plan:
        assert notices(plan) == ["plan.left_conflict"]
        assert plan.read(ledger.entries) == ()
    assert recover(path, tmp_path / "saved.soi").unpublished
    with Plan.open(tmp_path / "saved.soi") as saved:
        assert saved.read(ledger.entries) == (1,)
        assert saved.undoable == 1
    assert path.read_bytes() == other
    Plan.open(path).close()


def test_a_plan_file_that_is_gone_can_be_had_back_from_it(path: Path, tmp_path: Path) -> None:
    die_with(path, 1)
    path.unlink()
    with Plan.open_to_read(path) as plan:
        assert plan.read(ledger.entries) == (1,)
    with pytest.raises(UserError, match="soi recover"):
        Plan.open(path)
    assert recover(path, tmp_path / "saved.soi").unpublished
    assert ledger.published(tmp_path / "saved.soi") == (1,)
    with pytest.raises(UserError, match="was not found"):
        Plan.open(path)


def test_a_damaged_one_is_put_aside_and_the_plan_file_opened(path: Path) -> None:
    die_with(path, 1)
    left = working.left_behind(path)
    assert left is not None
    left.database.write_bytes(left.database.read_bytes()[:50_000])
    with Plan.open_to_read(path) as plan:
        assert notices(plan) == ["plan.left_unreadable"]
    with Plan.open(path) as plan:
        assert notices(plan) == ["plan.left_damaged"]
        assert not plan.is_dirty
        aside = Path(plan.notices[0].parameters["folder"])
    assert (aside / left.database.name).stat().st_size == 50_000


def test_one_whose_note_is_damaged_is_put_aside_too(path: Path) -> None:
    die_with(path, 1)
    (working.folder_for(path) / "base.json").write_bytes(bytes(300))
    with Plan.open(path) as plan:
        assert notices(plan) == ["plan.left_damaged"]
        aside = Path(plan.notices[0].parameters["folder"])
    recover(aside / "plan.sqlite", path.with_name("saved.soi"))
    assert ledger.published(path.with_name("saved.soi")) == (1,)


def test_recovery_saves_what_can_be_read_of_a_damaged_one(path: Path, tmp_path: Path) -> None:
    die_with(path, 1)
    left = working.left_behind(path)
    assert left is not None
    left.database.write_bytes(left.database.read_bytes().replace("Số 1".encode(), b"S\xff\xff\xff 1"))
    found = recover(path, tmp_path / "saved.soi")
    assert found.lost and not found.unpublished
    Plan.open(tmp_path / "saved.soi").close()
    Plan.open(path).close()


def test_recovery_turns_to_the_plan_file_when_nothing_of_it_can_be_read(path: Path, tmp_path: Path) -> None:
    die_with(path, 1)
    left = working.left_behind(path)
    assert left is not None
    left.database.write_bytes(bytes(100_000))
    assert recover(path, tmp_path / "saved.soi").rows > 0
    assert ledger.published(tmp_path / "saved.soi") == ()


def test_a_new_plan_that_was_never_saved_is_kept_until_it_is_recovered(method: MethodPack, tmp_path: Path) -> None:
    path = tmp_path / "new.soi"

    def work(tell: Tell) -> None:
        plan = Plan.create(path, method)
        plan.found("plan.create", lay_small)
        ledger.add(plan, 1)

    Child(work).end()
    assert not path.exists()
    with pytest.raises(UserError, match="soi recover"):
        Plan.create(path, method)
    with Plan.open_to_read(path) as plan:
        assert plan.read(ledger.entries) == (1,)
    recover(path, tmp_path / "saved.soi")
    assert ledger.published(tmp_path / "saved.soi") == (1,)
    Plan.create(path, method).abandon()


def test_a_new_plan_whose_program_died_before_it_was_laid_down_leaves_nothing(
    method: MethodPack, tmp_path: Path
) -> None:
    path = tmp_path / "new.soi"
    Child(lambda tell: Plan.create(path, method) and None).end()
    for way in (Plan.open, Plan.open_to_read):
        with pytest.raises(UserError, match="was not found"):
            way(path)
    with Plan.create(path, method) as plan:
        plan.found("plan.create", lay_small)
    assert ledger.published(path) == ()


def test_recovery_waits_for_the_program_that_has_the_plan_open(path: Path, tmp_path: Path) -> None:
    die_with(path, 1)
    acquire(path)
    with pytest.raises(UserError, match="is open with"):
        recover(path, tmp_path / "saved.soi")
    assert not (tmp_path / "saved.soi").exists()


def test_a_note_says_what_a_working_copy_stands_on(path: Path) -> None:
    with Plan.open(path):
        note = json.loads((working.folder_for(path) / "base.json").read_text())
        assert note["path"] == str(path)
        assert note["sha256"] == files.sha256(path)
        assert working.folder_for(path).stat().st_mode & 0o077 == 0


def test_a_damaged_plan_whose_left_copy_goes_on_from_it_is_not_lost(path: Path) -> None:
    die_with(path, 1)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(UserError, match="changed elsewhere"):
        Plan.open(path)
    with pytest.raises(DamagedError):
        Plan.open_to_read(path)
    assert working.left_behind(path) is not None
