"""Backups of a plan file: made before it is replaced, checked before they count, thinned out as they age."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.errors import DamagedError, UserError
from models.store import files, working
from models.store.refusals import explained

INTERVAL = timedelta(minutes=10)
LARGEST = 500_000_000
REMOVED_AT_ONCE = 2
"""Backups that go for each one that is made: a clock that jumps ahead for a while does not empty the shelf."""
_NAME = re.compile(r"([0-9]{6,18})-([0-9]{8}T[0-9]{6})\.soi")
_TIME = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Backup:
    """One earlier state of a plan file; `number` counts up whatever the clock does, `time` is UTC, `size` in bytes."""

    number: int
    time: datetime
    path: Path
    size: int


def utc_now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def of(path: Path) -> list[Backup]:
    """Return the backups of the plan file at `path`, newest first."""
    found = []
    with explained(path):
        for file in _folder(path).iterdir():
            match = _NAME.fullmatch(file.name)
            # A name that gives no time, or a file that another program is just removing, is no backup.
            with contextlib.suppress(ValueError, FileNotFoundError):
                if match:
                    time = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC)
                    found.append(Backup(int(match[1]), time, file, file.stat().st_size))
    return sorted(found, key=lambda backup: -backup.number)


def keep(path: Path, *, always: bool = False) -> Backup | None:
    """Back up the plan file unless that was done within the last ten minutes (or `always`); return the backup made.

    A backup that does not read back sound is not counted.
    """
    there = of(path)
    now = utc_now().replace(microsecond=0)
    if there and not always and timedelta(0) <= now - there[0].time < INTERVAL:
        return None
    try:
        return _added(path, path, there, now)
    except DamagedError:
        return None


def keep_as_it_is(path: Path) -> Backup:
    """Back up the plan file before its content is brought to a newer format, and return the backup.

    The newest one is as good when it holds the same. Raises DamagedError when the plan file is not sound.
    """
    with working.reading_copy() as folder:
        # One that was moved in the middle of a transaction is only sound together with its journal.
        sound = working.private_copy(path, folder)
        there = of(path)
        if there and files.sha256(there[0].path) == files.sha256(sound):
            return there[0]
        return _added(path, sound, there, utc_now().replace(microsecond=0))


def _added(path: Path, origin: Path, there: Sequence[Backup], now: datetime) -> Backup:
    """Put a copy of `origin` to the backups of `path` and thin them out; raises DamagedError when it is not sound."""
    number = there[0].number + 1 if there else 1
    target = _folder(path) / f"{number:06d}-{now.strftime(_TIME)}.soi"
    with files.staged(target) as stage:
        files.copy(origin, stage)
        check(stage)
    made = Backup(number, now, target, target.stat().st_size)
    for backup in superfluous([made, *there], now)[-REMOVED_AT_ONCE:]:
        with contextlib.suppress(OSError):
            files.remove(backup.path)
    return made


def check(backup: Path) -> None:
    """Raise DamagedError unless the backup reads back sound."""
    with working.reading_copy() as folder:
        working.private_copy(backup, folder)


def restore(path: Path, number: int, out: Path) -> Backup:
    """Write backup `number` of the plan file `path` to the new file `out`; raises UserError when it cannot be done."""
    out = files.free_place(out)
    for backup in of(path):
        if backup.number == number:
            check(backup.path)
            with explained(out):
                files.copy_whole(backup.path, out)
            return backup
    raise UserError("backup.unknown", number=number, path=str(path))


def _folder(path: Path) -> Path:
    return files.private_folder(files.data_folder("backups") / working.key_of(path))


def superfluous(there: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return the backups to remove, of those that are there, newest first.

    All of 2 hours stay, then one an hour for 2 days, a day for 12 days, a week for 8 weeks, a month for a year, 500 MB
    in all; the newest always stays.
    """
    kept: list[Backup] = []
    slots: set[str] = set()
    size = 0
    for backup in there:
        slot = _slot(backup, now)
        if kept and (slot is None or slot in slots or size + backup.size > LARGEST):
            continue
        kept.append(backup)
        slots.add(slot or "")
        size += backup.size
    return [backup for backup in there if backup not in kept]


def _slot(backup: Backup, now: datetime) -> str | None:
    age = now - backup.time
    if age < timedelta(hours=2):
        return f"each {backup.number}"
    if age < timedelta(days=2):
        return backup.time.strftime("hour %Y%m%d%H")
    if age < timedelta(days=12):
        return backup.time.strftime("day %Y%m%d")
    if age < timedelta(weeks=8):
        return backup.time.strftime("week %G%V")
    return backup.time.strftime("month %Y%m") if age < timedelta(days=366) else None
