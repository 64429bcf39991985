"""The lock beside a plan file: who has it open for writing. It advises; the check before publishing protects."""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from models.errors import UserError
from models.store import files

_LONGEST_NAME = 255


@dataclass(frozen=True)
class Holder:
    """Who holds a plan: user, host, process (with marks of the machine's and its own start), since when (UTC)."""

    user: str
    host: str
    pid: int
    boot: str
    start: str
    token: str
    since: str

    @classmethod
    def this_process(cls) -> Holder:
        """Return this process as a holder, with a token of its own."""
        pid = os.getpid()
        return cls(
            user=files.user(),
            host=files.host(),
            pid=pid,
            boot=files.boot(),
            start=files.process_start(pid) or "",
            token=uuid.uuid4().hex,
            since=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    @property
    def is_dead(self) -> bool:
        """Return whether the holder surely runs no more: same machine, and another start of it or no such process."""
        if self.host != files.host():
            return False
        return self.boot != files.boot() or files.process_start(self.pid) != self.start


def lock_path(path: Path) -> Path:
    """Return where the lock of the plan file `path` lies."""
    name = f".~lock.{path.name}#"
    if len(name.encode()) > _LONGEST_NAME:
        name = f".~lock.{uuid.uuid5(uuid.NAMESPACE_URL, path.name)}#"
    return path.with_name(name)


def holder_of(path: Path) -> Holder | None:
    """Return who holds the plan file, None when nobody does; raises UserError when the lock cannot be read."""
    try:
        values = json.loads(files.read(lock_path(path)))
        return Holder(**{name: kind(values[name]) for name, kind in _FIELDS.items()})
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError("lock.unreadable", path=str(path), lock=str(lock_path(path))) from error


_FIELDS = {"user": str, "host": str, "pid": int, "boot": str, "start": str, "token": str, "since": str}


def acquire(path: Path) -> Holder:
    """Take the lock of the plan file, also from a holder that surely runs no more; raises UserError naming a live one."""
    mine = Holder.this_process()
    content = json.dumps(asdict(mine), ensure_ascii=False).encode()
    if files.create_exclusive(lock_path(path), content):
        return mine
    other = holder_of(path)
    if other is not None and not other.is_dead:
        raise held(path, other)
    if other is not None:
        _remove(path, other)
    if not files.create_exclusive(lock_path(path), content):
        raise UserError("lock.taken_meanwhile", path=str(path))
    return mine


def held(path: Path, other: Holder) -> UserError:
    """Return the sentence that names the holder of a plan."""
    return UserError("lock.held", path=str(path), user=other.user, host=other.host, pid=other.pid, since=other.since)


def release(path: Path, mine: Holder) -> None:
    """Give the lock back, unless somebody has broken it meanwhile."""
    with contextlib.suppress(OSError, UserError):
        if holder_of(path) == mine:
            files.remove(lock_path(path))


def break_lock(path: Path) -> Holder | None:
    """Remove the lock of a holder who is not known to run, at the user's explicit word; return who held it.

    Raises UserError when the holder runs on this machine, or when there is no lock.
    """
    if not lock_path(path).exists():
        raise UserError("lock.none", path=str(path))
    try:
        other = holder_of(path)
    except UserError:
        files.remove(lock_path(path))
        return None
    if other is not None:
        if other.host == files.host() and not other.is_dead:
            raise held(path, other)
        _remove(path, other)
    return other


def _remove(path: Path, expected: Holder) -> None:
    """Remove the lock only if it is still the one that was read: it is set aside first, then looked at."""
    aside = lock_path(path).with_name(f".soi-{uuid.uuid4().hex}.tmp")
    try:
        os.rename(lock_path(path), aside)
    except FileNotFoundError:
        return
    content = files.read(aside)
    files.remove(aside)
    if json.loads(content).get("token") != expected.token:
        files.create_exclusive(lock_path(path), content)
        raise UserError("lock.taken_meanwhile", path=str(path))
