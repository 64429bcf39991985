"""Every call to the operating system fails in its turn: a sentence, the old or the new file, and nothing lost.

Rows 7 and 8 of the fault matrix; row 6, a disk that fills up under SQLite itself, is in test_full_disk.py.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from models.errors import UserError
from models.method import MethodPack
from models.store import backups, working
from models.store.copying import write_copy
from models.store.lock import lock_path
from models.store.plan import Plan
from models.store.recovery import recover
from models.store.refusals import explained
from tests.store.conftest import lay_small
from tests.store.tools import ledger
from tests.store.tools.children import Child, Tell
from tests.store.tools.faults import failing

MOST_CALLS = 400
codes = pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full disk", "one refusal"])


def each_call_fails(code: int, work: Callable[[], object], look: Callable[[bool], None], *places: Path) -> int:
    """Do the work with its first, second, … call failing until none is left; look after each; return how many failed.

    Nothing half-written may lie about in `places`.
    """
    for first in range(1, MOST_CALLS):
        has_failed = False
        with failing(first, code) as faults:
            try:
                work()
            except UserError as error:
                ledger.in_both_languages(error)
                has_failed = True
        left = [Path(name) for name in ledger.leftovers(*places)]
        if "unlink" in faults.failed:
            # What could not be removed is swept away once its program has ended.
            for file in left:
                file.unlink() if file.is_file() else shutil.rmtree(file)
        else:
            # A lock that could not be read when it was to be given back is void as soon as its program ends.
            assert left == [] or (code == errno.EIO and [file.name[:7] for file in left] == [".~lock."]), faults.failed
            for file in left:
                file.unlink()
        look(has_failed)
        if not faults.was_hit:
            assert not has_failed
            return first - 1
    raise AssertionError("it never came to an end")


@codes
def test_publishing_leaves_the_old_or_the_new_file_whatever_call_fails(path: Path, data: Path, code: int) -> None:
    plan = Plan.open(path)
    number = 1
    ledger.add(plan, number)

    def publish() -> None:
        assert plan.publish()

    def look(has_failed: bool) -> None:
        nonlocal number
        whole = tuple(range(1, number + 1))
        assert ledger.published(path) in ((whole[:-1], whole) if has_failed else (whole,))
        assert plan.read(ledger.entries) == whole
        assert plan.publish(), "the next time it is saved"
        assert ledger.published(path) == whole
        number += 1
        ledger.add(plan, number)

    assert each_call_fails(code, publish, look, data) > 10
    plan.close()


@codes
def test_closing_loses_nothing_whatever_call_fails(path: Path, data: Path, code: int) -> None:
    number = 1
    with Plan.open(path) as first:
        ledger.add(first, number)

    def work_once() -> None:
        nonlocal number
        plan = Plan.open(path)
        ledger.add(plan, number + 1)
        number += 1
        plan.close()

    def look(has_failed: bool) -> None:
        with Plan.open(path) as plan:
            assert plan.read(ledger.entries) == tuple(range(1, number + 1))
        assert ledger.published(path) == tuple(range(1, number + 1))

    assert each_call_fails(code, work_once, look, path.parent, data) > 20


@codes
def test_making_a_plan_makes_it_whole_or_not_at_all(tmp_path: Path, data: Path, method: MethodPack, code: int) -> None:
    number = 0

    def make() -> None:
        nonlocal number
        number += 1
        plan = Plan.create(tmp_path / f"{number}.soi", method)
        try:
            plan.found("plan.create", lay_small)
            plan.close()
        except BaseException:
            plan.abandon()
            raise

    def look(has_failed: bool) -> None:
        path = tmp_path / f"{number}.soi"
        if not path.exists():
            Plan.create(path, method).abandon()
        else:
            assert ledger.published(path) == ()

    assert each_call_fails(code, make, look, tmp_path) > 10


@codes
def test_a_backup_is_whole_or_not_counted(path: Path, data: Path, code: int) -> None:
    def look(has_failed: bool) -> None:
        for backup in backups.of(path):
            backups.check(backup.path)
        assert ledger.published(path) == ()

    def back_up() -> None:
        with explained(path):
            backups.keep(path, always=True)

    assert each_call_fails(code, back_up, look, path.parent, data) > 5


@codes
@pytest.mark.parametrize("kind", ["restore", "copy", "salvage"])
def test_a_new_file_is_whole_or_not_there(path: Path, tmp_path: Path, data: Path, code: int, kind: str) -> None:
    backups.keep(path)
    before = path.read_bytes()
    number = 0
    kinds: dict[str, Callable[[Path], object]] = {
        "restore": lambda out: backups.restore(path, 1, out),
        "copy": lambda out: write_copy(path, out, without_history=True),
        "salvage": lambda out: recover(path, out),
    }

    def make() -> None:
        nonlocal number
        number += 1
        kinds[kind](tmp_path / f"{number}.soi")

    def look(has_failed: bool) -> None:
        out = tmp_path / f"{number}.soi"
        # The last thing to fail is forcing the folder onto the disk: then the file is there, and whole.
        assert ledger.published(out) == () if out.exists() else has_failed
        assert path.read_bytes() == before

    assert each_call_fails(code, make, look, tmp_path) > 5


@codes
def test_recovering_what_a_dead_program_left_can_be_tried_again(
    path: Path, tmp_path: Path, data: Path, code: int
) -> None:
    def die(tell: Tell) -> None:
        plan = Plan.open(path)
        ledger.add_all(plan, (1, 2, 3))
        tell("done")

    child = Child(die)
    child.wait_for("done")
    child.kill()
    before = path.read_bytes()
    folder = tmp_path / "out"
    folder.mkdir()
    number = 0

    def save() -> None:
        nonlocal number
        number += 1
        assert recover(path, folder / f"{number}.soi").unpublished

    def look(has_failed: bool) -> None:
        assert path.read_bytes() == before
        lock_path(path).unlink(missing_ok=True)
        out = folder / f"{number}.soi"
        is_there = out.exists() and ledger.published(out) == (1, 2, 3)
        assert is_there or working.left_behind(path) is not None
        if working.left_behind(path) is None:
            die_again()

    def die_again() -> None:
        child = Child(die)
        child.wait_for("done")
        child.kill()

    assert each_call_fails(code, save, look, folder, data) > 5
