"""Private working copies: where edits are kept until they are published, and what a program that died leaves behind."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from models.errors import DamagedError, UserError
from models.store import files
from models.store.engine import connect
from models.store.inspection import check_copy, check_head
from models.store.lock import Holder, holder_of
from models.store.refusals import explained
from models.tables import plan

COPY, _NOTE, _LEFT = "plan.sqlite", "base.json", "left.json"


@dataclass(frozen=True)
class Base:
    """What a working copy stands on: the plan file's place and the SHA-256 it had, None when it was not there yet.

    `publishing` is the SHA-256 of what is just being put in its place.
    """

    path: str
    sha256: str | None
    holder: Holder
    publishing: str | None = None


@dataclass(frozen=True)
class WorkingCopy:
    """A folder of our own with the database that is edited and a note of what it stands on.

    Without its note a folder is nothing but a copy that was never finished.
    """

    folder: Path
    base: Base
    is_given_up: bool = False

    @property
    def database(self) -> Path:
        """Return where the database lies."""
        return self.folder / COPY

    @property
    def is_left(self) -> bool:
        """Return whether nobody works on it any more: its holder gave it up, has died, or lost the lock elsewhere."""
        holder = self.base.holder
        if self.is_given_up or holder.is_dead:
            return True
        return not holder.is_running and not self._is_locked()

    @property
    def is_still_left(self) -> bool:
        """Return whether it was given up and nobody has taken it over since."""
        now = _read(self.folder)
        return now is not None and now.is_given_up and now.base.holder == self.base.holder

    def noted(self, **changes: Any) -> WorkingCopy:
        """Write down what it stands on, with these changes, and return it."""
        moved = WorkingCopy(self.folder, replace(self.base, **changes))
        files.write_whole(self.folder / _NOTE, json.dumps(asdict(moved.base)).encode())
        return moved

    def published(self) -> WorkingCopy:
        """Return it as it stands on what was just published; the note may be late, for it says both until then."""
        with contextlib.suppress(OSError):
            return self.noted(sha256=self.base.publishing, publishing=None)
        return WorkingCopy(self.folder, replace(self.base, sha256=self.base.publishing, publishing=None))

    def leave(self) -> None:
        """Give it up as it is, for whoever opens the plan next; this takes no room on a full disk."""
        with contextlib.suppress(OSError):
            files.replace(self.folder / _NOTE, self.folder / _LEFT)

    def adopt(self, path: Path, holder: Holder) -> WorkingCopy:
        """Make a copy that was left behind this process's own, for the plan file at `path`, and return it."""
        folder = folder_for(path)
        if folder != self.folder:
            files.remove_folder(folder)
            files.rename(self.folder, folder)
        copy = WorkingCopy(folder, self.base)
        try:
            copy = copy.noted(path=str(path), holder=holder)
        except BaseException:
            copy.leave()
            raise
        with contextlib.suppress(OSError):
            files.remove(folder / _LEFT)
        return copy

    def discard(self) -> None:
        """Remove the working copy: its note first, so that half a removal leaves nothing that looks alive."""
        for note in (_LEFT, _NOTE):
            files.remove(self.folder / note)
        files.remove_folder(self.folder)

    def set_aside(self, suffix: str) -> Path:
        """Keep the working copy out of the way, under a name ending in `suffix`; return its new folder."""
        return _set_aside(self.folder, suffix)

    def _is_locked(self) -> bool:
        try:
            return holder_of(Path(self.base.path)) == self.base.holder
        except (OSError, UserError):
            return True


def key_of(path: Path) -> str:
    """Return the name under which what belongs to the plan file at `path` is kept."""
    return hashlib.sha256(files.case_of(files.real(path)).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def folder_for(path: Path) -> Path:
    """Return the folder in which the working copy of the plan file at `path` lies or would lie."""
    return files.data_folder("working") / key_of(path)


def clear(path: Path) -> Path:
    """Return the folder for a new working copy of the plan file at `path`, empty.

    What lies there under a note must have been looked at before.
    """
    folder = folder_for(path)
    files.remove_folder(folder)
    return files.private_folder(folder)


def set_unreadable_aside(path: Path) -> Path | None:
    """Put away a working copy whose note cannot be read; return its folder, None when there is none."""
    folder = folder_for(path)
    if any((folder / note).exists() for note in (_NOTE, _LEFT)) and _read(folder) is None:
        return _set_aside(folder, "damaged")
    return None


def start(path: Path, folder: Path, holder: Holder, sha256: str | None) -> WorkingCopy:
    """Make a working copy of what lies in `folder`, for the plan file at `path`, which had this SHA-256."""
    try:
        return WorkingCopy(folder, Base(str(path), sha256, holder)).noted()
    except BaseException:
        files.remove_folder(folder)
        raise


def current(path: Path) -> WorkingCopy | None:
    """Return the working copy of the plan file at `path`, whoever's it is."""
    return _read(folder_for(path))


def left_behind(path: Path) -> WorkingCopy | None:
    """Return the working copy that was left behind for the plan file at `path`, also under its former name."""
    own = current(path)
    if own is not None:
        return own if own.is_left and not _is_unborn(own) else None
    with explained(path):
        if not path.is_file():
            return None
        homeless = [copy for copy in _all() if copy.is_left and _is_gone(Path(copy.base.path))]
        sha256 = files.sha256(path) if homeless else None
    return next((copy for copy in homeless if sha256 in (copy.base.sha256, copy.base.publishing)), None)


def fingerprint(path: Path) -> str | None:
    """Return the SHA-256 of the plan file at `path`, None when there is none."""
    return files.sha256(path) if path.exists() else None


def is_stale(copy: WorkingCopy, now: str | None) -> bool:
    """Return whether the plan file, which has this SHA-256 now, was changed since the working copy was made from it."""
    return now != copy.base.sha256 and (now is None or now != copy.base.publishing)


def private_copy(path: Path, folder: Path) -> Path:
    """Copy the plan file at `path` into `folder` and check it; return the copy.

    A rollback journal beside the plan file is left out at first: our own files never have one. If the file alone is not
    what was published, it was moved in the middle of another program's transaction, and the journal is tried with it.
    """
    copy = folder / COPY
    with explained(path):
        journal = path.with_name(f"{path.name}-journal")
        check_head(path)
        files.copy(path, copy)
        try:
            check_copy(copy, path, stamped=True)
        except DamagedError:
            if not journal.is_file():
                raise
            files.copy(path, copy)
            files.copy(journal, copy.with_name(f"{copy.name}-journal"))
            check_copy(copy, path, stamped=True)
    return copy


def reading_folder() -> Path:
    """Return a new private folder for a copy that is only read; those of dead processes are swept away."""
    parent = files.data_folder("reading")
    for folder in parent.iterdir():
        pid = folder.name.partition("-")[0]
        if pid.isdigit() and files.process_start(int(pid)) is None:
            files.remove_folder(folder)
    return files.private_folder(parent / f"{files.this_process()}-{uuid.uuid4().hex[:8]}")


@contextlib.contextmanager
def reading_copy() -> Iterator[Path]:
    """Yield a private folder that is gone when the block ends."""
    folder = reading_folder()
    try:
        yield folder
    finally:
        files.remove_folder(folder)


def _all() -> Iterator[WorkingCopy]:
    for folder in sorted(files.data_folder("working").iterdir()):
        with contextlib.suppress(OSError):
            copy = _read(folder)
            if copy is not None:
                yield copy


def _read(folder: Path) -> WorkingCopy | None:
    if folder.suffix:
        return None
    for note in (_NOTE, _LEFT):
        with contextlib.suppress(FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
            values = json.loads((folder / note).read_bytes())
            base = Base(**{**values, "holder": Holder(**values["holder"])})
            if (folder / COPY).is_file():
                return WorkingCopy(folder, base, is_given_up=note == _LEFT)
    return None


def _is_gone(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError:
        return False


def _set_aside(folder: Path, suffix: str) -> Path:
    aside = folder.with_name(f"{folder.name}-{uuid.uuid4().hex[:8]}.{suffix}")
    files.rename(folder, aside)
    return aside


def _is_unborn(copy: WorkingCopy) -> bool:
    """Return whether its program died before it laid down the new plan: there is nothing in it yet."""
    if copy.base.sha256 is not None:
        return False
    with contextlib.suppress(sqlite3.Error):
        connection = connect(copy.database)
        try:
            return connection.execute(f"SELECT 1 FROM {plan.name}").fetchone() is None  # noqa: S608
        finally:
            connection.close()
    return False
