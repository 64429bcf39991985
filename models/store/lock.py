"""The lock beside a plan file: who has it open for writing. It advises; the check before publishing protects."""

from __future__ import annotations

import contextlib
import hashlib
import json
import uuid
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from models.errors import UserError
from models.store import files
from models.store.refusals import explained

_LONGEST_NAME = 255
_LONGEST_LOCK = 1 << 16


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
    def this_process(cls) -> Self:
        """Return this process as a holder, with a token of its own."""
        pid = files.this_process()
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
        start = files.process_start(self.pid)
        return self.boot != files.boot() or start is None or bool(start and self.start and start != self.start)

    @property
    def is_running(self) -> bool:
        """Return whether the holder surely runs: same machine, same start of it, and the very process."""
        here = self.host == files.host() and self.boot == files.boot()
        return here and bool(self.start) and files.process_start(self.pid) == self.start


_FIELDS = {"user": str, "host": str, "pid": int, "boot": str, "start": str, "token": str, "since": str}


def lock_path(path: Path) -> Path:
    """Return where the lock of the plan file `path` lies."""
    path = files.real(path)
    name = f".~lock.{path.name}#"
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        name = _named_after(path.name)
    return path.with_name(name)


def holder_of(path: Path) -> Holder | None:
    """Return who holds the plan file, None when nobody does; raises UserError when the lock cannot be read."""
    return _read(lock_path(path), path)


def acquire(path: Path) -> Holder:
    """Take the lock of the plan file, also from a dead holder; raises UserError naming one that may live."""
    mine = Holder.this_process()
    _take(lock_path(path), path, mine)
    return mine


def held(path: Path, other: Holder) -> UserError:
    """Return the sentence that names the holder of a plan."""
    return UserError("lock.held", path=str(path), user=other.user, host=other.host, pid=other.pid, since=other.since)


def release(path: Path, mine: Holder) -> None:
    """Give the lock back, unless somebody has broken it meanwhile; this takes no room on a full disk."""
    with contextlib.suppress(OSError, UserError):
        if holder_of(path) == mine:
            files.remove(lock_path(path))


def break_lock(path: Path) -> Holder | None:
    """Remove the lock of a holder who is not known to run, at the user's explicit word; return who held it.

    Raises UserError when the holder runs on this machine, or when there is no lock.
    """
    lock = lock_path(path)
    with explained(lock):
        if not lock.exists():
            raise UserError("lock.none", path=str(path))
        try:
            other = holder_of(path)
        except UserError:
            files.remove(lock)
            return None
        if other is not None:
            if other.is_running:
                raise held(path, other)
            _remove(lock, path, other)
    return other


def _take(lock: Path, path: Path, mine: Holder) -> None:
    content = json.dumps(asdict(mine)).encode()
    if files.create_exclusive(lock, content):
        return
    other = _read(lock, path)
    if other is not None:
        if not other.is_dead:
            raise held(path, other)
        _remove(lock, path, other)
    if not files.create_exclusive(lock, content):
        raise UserError("lock.taken_meanwhile", path=str(path))


def _remove(lock: Path, path: Path, expected: Holder) -> None:
    """Remove the lock if it is still the one of `expected`.

    Only one program at a time has the right to, or the second would remove what the first has put there since. That
    right is itself a lock, named after the one that goes.
    """
    right = lock.with_name(_named_after(expected.token))
    _take(right, path, Holder.this_process())
    try:
        if _read(lock, path) == expected:
            files.remove(lock)
    finally:
        files.remove(right)


def _read(lock: Path, path: Path) -> Holder | None:
    try:
        values = json.loads(files.read_head(lock, _LONGEST_LOCK))
        return Holder(**{name: kind(values[name]) for name, kind in _FIELDS.items()})
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError("lock.unreadable", path=str(path), lock=str(lock)) from error


def _named_after(text: str) -> str:
    return f".~lock.{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}#"
