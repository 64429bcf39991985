"""Private working copies: where edits are kept until they are published, and what a program that died leaves behind."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from models.errors import DamagedError
from models.store import files
from models.store.inspection import check_copy, check_head
from models.store.lock import Holder

_COPY, _NOTE = "plan.sqlite", "base.json"


@dataclass(frozen=True)
class Base:
    """What a working copy stands on: the plan file's place and the SHA-256 it had, None when it was not there yet."""

    path: str
    sha256: str | None
    holder: Holder


@dataclass(frozen=True)
class WorkingCopy:
    """A folder of our own with the database that is edited and a note of what it stands on."""

    folder: Path
    base: Base

    @property
    def database(self) -> Path:
        """Return where the database lies."""
        return self.folder / _COPY

    def note(self, sha256: str | None) -> WorkingCopy:
        """Note that the plan file now is the one with this SHA-256."""
        moved = WorkingCopy(self.folder, replace(self.base, sha256=sha256))
        files.write_whole(self.folder / _NOTE, json.dumps(asdict(moved.base), ensure_ascii=False).encode())
        return moved

    def adopt(self, path: Path, holder: Holder) -> WorkingCopy:
        """Make a dead program's working copy this process's own, for the plan file at `path`."""
        return WorkingCopy(self.folder, Base(str(path), self.base.sha256, holder)).note(self.base.sha256)

    def discard(self) -> None:
        """Remove the working copy: the note first, so that half a removal leaves nothing that looks alive."""
        files.remove(self.folder / _NOTE)
        files.remove_folder(self.folder)

    def set_aside(self, suffix: str) -> Path:
        """Keep the working copy out of the way, under a name ending in `suffix`; return its new folder."""
        aside = self.folder.with_name(f"{self.folder.name}-{uuid.uuid4().hex[:8]}.{suffix}")
        os.rename(self.folder, aside)
        return aside


def key_of(path: Path) -> str:
    """Return the name under which what belongs to the plan file at `path` is kept."""
    return hashlib.sha256(os.path.normcase(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:20]


def folder_for(path: Path) -> Path:
    """Return the folder in which the working copy of the plan file at `path` lies or would lie."""
    return files.data_folder("working") / key_of(path)


def start(path: Path, holder: Holder, sha256: str | None) -> WorkingCopy:
    """Make an empty working copy for the plan file at `path`; its database is put there next."""
    folder = folder_for(path)
    files.remove_folder(folder)
    folder.mkdir(mode=0o700, parents=True)
    return WorkingCopy(folder, Base(str(path), sha256, holder)).note(sha256)


def left_behind(path: Path) -> WorkingCopy | None:
    """Return the working copy that a dead program left for the plan file at `path`, also under its former name."""
    own = _read(folder_for(path))
    if own is not None:
        return own if own.base.holder.is_dead else None
    if not path.exists():
        return None
    found = None
    sha256 = None
    for folder in sorted(files.data_folder("working").iterdir()):
        other = _read(folder)
        if other is None or not other.base.holder.is_dead or Path(other.base.path).exists():
            continue
        sha256 = sha256 or files.sha256(path)
        if other.base.sha256 == sha256:
            found = other
    return found


def is_stale(copy: WorkingCopy, path: Path) -> bool:
    """Return whether the plan file has changed since the working copy was made from it."""
    now = files.sha256(path) if path.exists() else None
    return now != copy.base.sha256


def private_copy(path: Path, folder: Path) -> Path:
    """Copy the plan file at `path` into `folder` and check it; return the copy.

    A rollback journal beside the plan file is left out at first: our own files never have one. If the file alone is not what was
    published, it was moved in the middle of another program's transaction, and the journal is tried with it.
    """
    check_head(path)
    copy = folder / _COPY
    journal = path.with_name(f"{path.name}-journal")
    with files.explained(path):
        files.copy(path, copy)
    try:
        check_copy(copy, path, stamped=True)
    except DamagedError:
        if not journal.exists():
            raise
        with files.explained(path):
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
    folder = parent / f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(mode=0o700)
    return folder


def _read(folder: Path) -> WorkingCopy | None:
    if folder.suffix:
        return None
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        values = json.loads(files.read(folder / _NOTE))
        base = Base(str(values["path"]), values["sha256"], Holder(**values["holder"]))
        if (folder / _COPY).is_file():
            return WorkingCopy(folder, base)
    return None
