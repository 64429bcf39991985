"""What is said to be saved survives a power cut: bytes are forced onto the disk before they take a place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.method import MethodPack
from models.store import backups
from models.store.copying import write_copy
from models.store.plan import Plan
from models.store.recovery import recover
from models.store.working import folder_for
from tests.store.conftest import lay_small
from tests.store.tools import ledger


class Disk:
    """A disk that, when the power is cut, forgets the bytes and the folder entries that were not forced onto it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._forced: dict[int, tuple[int, int]] = {}
        self._moved: list[tuple[Path, bytes | None, bool]] = []
        self._fsync, self._replace = os.fsync, os.replace
        patch.setattr(os, "fsync", self.fsync)
        patch.setattr(os, "replace", self.replace)

    def fsync(self, descriptor: int) -> None:
        self._fsync(descriptor)
        status = os.fstat(descriptor)
        self._forced[status.st_ino] = (status.st_size, status.st_mtime_ns)
        self._moved = [one for one in self._moved if one[0].parent.stat().st_ino != status.st_ino or not one[2]]

    def replace(self, origin: str | Path, target: str | Path) -> None:
        status = Path(origin).stat()
        is_forced = self._forced.get(status.st_ino) == (status.st_size, status.st_mtime_ns)
        before = Path(target).read_bytes() if Path(target).exists() else None
        self._replace(origin, target)
        self._moved.append((Path(target), before, is_forced))

    def cut(self) -> None:
        """Cut the power: unforced bytes are gone, unforced names are what they were before."""
        for target, before, is_forced in reversed(self._moved):
            if not is_forced:
                target.write_bytes(b"")
            elif before is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(before)


@pytest.fixture
def disk() -> Iterator[Disk]:
    with pytest.MonkeyPatch.context() as patch:
        yield Disk(patch)


def test_a_published_plan_survives_a_power_cut(path: Path, disk: Disk) -> None:
    plan = Plan.open(path)
    ledger.add(plan, 1)
    plan.publish()
    disk.cut()
    assert ledger.published(path) == (1,)
    assert (folder_for(path) / "base.json").stat().st_size > 0
    plan.close()


def test_a_new_plan_and_the_backup_of_the_old_survive_a_power_cut(
    path: Path, disk: Disk, method: MethodPack, tmp_path: Path
) -> None:
    with Plan.create(tmp_path / "new.soi", method) as plan:
        plan.found("plan.create", lay_small)
    backups.keep(path)
    disk.cut()
    assert ledger.published(tmp_path / "new.soi") == ()
    backups.check(backups.of(path)[0].path)


@pytest.mark.parametrize("kind", ["restore", "copy", "recover"])
def test_a_new_file_survives_a_power_cut(path: Path, disk: Disk, tmp_path: Path, kind: str) -> None:
    backups.keep(path)
    out = tmp_path / "out.soi"
    ways: dict[str, Callable[[], object]] = {
        "restore": lambda: backups.restore(path, 1, out),
        "copy": lambda: write_copy(path, out, without_history=False),
        "recover": lambda: recover(path, out),
    }
    ways[kind]()
    disk.cut()
    assert ledger.published(out) == ()
