"""The ways to a plan: to write it, to read it, to make it; and what becomes of what a dead program left of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from models.errors import DamagedError, UserError
from models.messages import Sentence
from models.store import backups, files, working
from models.store.engine import connect
from models.store.inspection import check_copy, require_file
from models.store.lock import Holder, acquire, held, release
from models.store.publishing import snapshot
from models.store.refusals import database_explained, explained
from models.store.versions.bringing import bring_up, is_old
from models.store.versions.shapes import create
from models.store.working import WorkingCopy

_NEVER_A_PLAN = ("file.not_a_plan", "file.empty", "file.newer")


@dataclass(frozen=True)
class Opened:
    """A working copy under our lock; `notices` say how it was come by, `is_taken_over` that another had begun it."""

    path: Path
    copy: WorkingCopy
    holder: Holder
    notices: tuple[Sentence, ...] = ()
    is_taken_over: bool = False

    def give_up(self) -> None:
        """Give the plan free when it could not be opened after all; what was taken over stays for the next one."""
        give_free(self.copy, self.path, self.holder, forget=not self.is_taken_over)


class Left(Enum):
    """What a working copy that was left behind is to its plan file."""

    SAVED = "it holds nothing that is not published"
    UNSAVED = "it goes on from the plan file"
    CONFLICT = "it and the plan file have both gone on"


def to_write(path: Path) -> Opened:
    """Take the lock of a plan file and a private working copy, or take over the copy that was left behind.

    Raises UserError when the plan is held, missing or cannot be locked, DamagedError when it is not a sound plan.
    """
    with explained(path):
        path = files.real(path)
        if path.exists() and not files.is_writable(path):
            raise UserError("file.read_only" if path.is_file() else "file.is_folder", path=str(path))
        if not path.exists() and working.left_behind(path) is None:
            raise UserError("file.missing", path=str(path))
    with _locked(path) as holder:
        notices: tuple[Sentence, ...] = ()
        left = working.left_behind(path)
        if left is not None:
            copy, notices = _taken_over(left, path, holder)
            if copy is not None:
                return Opened(path, copy, holder, notices, is_taken_over=True)
        notices += _refuse_live(path)
        copy, told = _copied(path, holder)
        return Opened(path, copy, holder, notices + told)


def to_read(path: Path) -> tuple[Path, tuple[Sentence, ...]]:
    """Return a private copy of a plan as last published, or of what was left behind of it, and what to say of it."""
    folder = working.reading_folder()
    try:
        with explained(path):
            path = files.real(path)
            left = working.left_behind(path)
            database, notices = _left_to_read(left, folder, path) if left is not None else (None, ())
            database = database or _advised_copy(path, folder)
            bring_up(database, path)
            return database, notices
    except BaseException:
        files.remove_folder(folder)
        raise


def to_create(path: Path) -> Opened:
    """Lay down an empty plan in a working copy for a plan file that must not be there yet."""
    path = files.free_place(path)
    with _locked(path) as holder:
        if working.left_behind(path) is not None:
            raise UserError("plan.left_without_file", path=str(path))
        _refuse_live(path)
        folder = working.clear(path)
        with (
            database_explained("publish.failed"),
            contextlib.closing(connect(folder / working.COPY, create=True)) as connection,
        ):
            create(connection)
        return Opened(path, working.start(path, folder, holder, None), holder)


def give_free(copy: WorkingCopy, path: Path, holder: Holder, *, forget: bool) -> None:
    """Forget the working copy, or leave it for the next one, and then give the lock back: the next one may be fast."""
    try:
        if forget:
            copy.discard()
    except OSError:
        forget = False
    if not forget:
        copy.leave()
    release(path, holder)


def explain_damage(path: Path, error: DamagedError) -> DamagedError:
    """Return the error with what to do about it: the newest backup, or recovery."""
    there = backups.of(path) if error.message_id != "file.newer" else []
    if there:
        advice = Sentence("file.use_backup", {"number": there[0].number, "path": str(path)})
    elif error.message_id in _NEVER_A_PLAN:
        return error
    else:
        advice = Sentence("file.use_recover", {"path": str(path)})
    return DamagedError("file.damage_and_advice", damage=error, advice=advice)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[Holder]:
    """Take the lock; what fails within the block gives it back."""
    with explained(path, forbidden="file.read_only" if path.exists() else "file.forbidden"):
        holder = acquire(path)
        try:
            yield holder
        except BaseException:
            release(path, holder)
            raise


def _refuse_live(path: Path) -> tuple[Sentence, ...]:
    """Raise UserError when somebody still works on the plan though the lock is gone; put an unreadable copy aside."""
    current = working.current(path)
    if current is not None and not current.is_left:
        raise held(path, current.base.holder)
    aside = working.set_unreadable_aside(path)
    return () if aside is None else (_damaged(aside, DamagedError("file.empty", path=str(aside))),)


def _copied(path: Path, holder: Holder) -> tuple[WorkingCopy, tuple[Sentence, ...]]:
    require_file(path)
    sha256 = working.fingerprint(path)
    folder = working.clear(path)
    told = _brought_up(_advised_copy(path, folder), path)
    return working.start(path, folder, holder, sha256), told


def _brought_up(database: Path, path: Path) -> tuple[Sentence, ...]:
    """Back the plan file up and bring the database, when it is of an older version, to this one; say so."""
    if not is_old(database):
        return ()
    backup = backups.keep_as_it_is(path) if path.exists() else None
    bring_up(database, path)
    return () if backup is None else (Sentence("plan.migrated", {"path": str(path), "backup": str(backup.path)}),)


def _advised_copy(path: Path, folder: Path) -> Path:
    try:
        return working.private_copy(path, folder)
    except DamagedError as error:
        raise explain_damage(path, error) from error


def _state_of(left: Path, base: WorkingCopy, path: Path) -> Left:
    """Return what a database that was left behind is to the plan file; raises DamagedError when it is unsound."""
    digest = check_copy(left, path, stamped=False)
    if not path.exists():
        return Left.UNSAVED if base.base.sha256 is None else Left.CONFLICT
    with contextlib.suppress(DamagedError), working.reading_copy() as folder:
        if check_copy(working.private_copy(path, folder), path, stamped=True) == digest:
            return Left.SAVED
    return Left.CONFLICT if working.is_stale(base, working.fingerprint(path)) else Left.UNSAVED


def _taken_over(left: WorkingCopy, path: Path, holder: Holder) -> tuple[WorkingCopy | None, tuple[Sentence, ...]]:
    """Return the copy as our own with what to say of it, or None when the plan file is to be opened instead."""
    try:
        state = _state_of(left.database, left, path)
    except DamagedError as error:
        if not path.exists():
            raise explain_damage(path, error) from error
        return None, (_damaged(left.set_aside("damaged"), error),)
    if state is Left.CONFLICT:
        conflict = _told("plan.left_conflict", left, path)
        raise UserError(conflict.message_id, **conflict.parameters)
    if state is Left.SAVED:
        left.discard()
        return None, ()
    notices = (*_brought_up(left.database, path), _told("plan.taken_over", left, path))
    return left.adopt(path, holder), notices


def _left_to_read(left: WorkingCopy, folder: Path, path: Path) -> tuple[Path | None, tuple[Sentence, ...]]:
    """Return a copy of what was left behind with what to say of it, or None when the plan file is to be read."""
    try:
        database = snapshot(left.database, folder / "left.sqlite")
        state = _state_of(database, left, path)
    except UserError as error:
        if not path.exists():
            raise
        return None, (Sentence("plan.left_unreadable", {"folder": str(left.folder), "reason": error}),)
    if state is Left.UNSAVED or not path.exists():
        return database, (Sentence("plan.reads_left"),)
    return None, () if state is Left.SAVED else (_told("plan.left_conflict", left, path),)


def _told(message_id: str, left: WorkingCopy, path: Path) -> Sentence:
    holder = left.base.holder
    return Sentence(message_id, {"path": str(path), "user": holder.user, "since": holder.since})


def _damaged(aside: Path, error: DamagedError) -> Sentence:
    return Sentence("plan.left_damaged", {"folder": str(aside), "reason": error})
