"""Publishing: the working copy becomes the plan file, whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from models.errors import ConflictError, DamagedError, UserError
from models.store import backups, files
from models.store.digest import write_stamp
from models.store.engine import connect
from models.store.inspection import check_copy
from models.store.refusals import database_explained, explained
from models.store.working import WorkingCopy, fingerprint, is_stale

MOST_STOPS = 3


class Interrupter:
    """Lets an edit stop the copying of the database that it would have to wait for, at most three times on end."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._copying: sqlite3.Connection | None = None
        self._stops = 0

    def stop(self) -> None:
        """Stop the copying that is under way."""
        with self._guard:
            if self._copying is not None and self._stops < MOST_STOPS:
                self._stops += 1
                self._copying.interrupt()

    @contextmanager
    def watching(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Let the block, which copies by this connection, be stopped: it then raises sqlite3.OperationalError."""
        with self._guard:
            self._copying = connection
        try:
            yield
            self._stops = 0
        finally:
            with self._guard:
                self._copying = None


def snapshot(database: Path, compact: Path) -> Path:
    """Write a compact copy of a database, as it stands at this moment, and return it."""
    with database_explained("publish.failed"), closing(connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(compact),))
    return compact


def make_compact(database: Path, compact: Path) -> Path:
    """Write a compact, stamped and synchronised copy of a database, and return it."""
    return finish(snapshot(database, compact))


def finish(compact: Path, digest: str | None = None) -> Path:
    """Stamp a compact copy, with its digest if that was just reckoned, synchronise it and return it."""
    with database_explained("publish.failed"), closing(connect(compact)) as connection:
        write_stamp(connection, digest)
    files.sync(compact)
    return compact


def draft_of(copy: WorkingCopy, interrupter: Interrupter) -> Path | None:
    """Return a compact copy of what is to be published, beside the working copy; None when it was interrupted."""
    draft = copy.folder / "publish.sqlite"
    files.remove(draft)
    with database_explained("publish.failed"), closing(connect(copy.database)) as connection:
        try:
            with interrupter.watching(connection):
                connection.execute("VACUUM INTO ?", (str(draft),))
        except sqlite3.Error as error:
            files.remove(draft)
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return None
    return draft


def prepare(copy: WorkingCopy, draft: Path, path: Path) -> WorkingCopy:
    """Check and stamp a draft, back up the plan file at `path` and note what takes its place; return the copy so noted.

    Whoever finds the working copy after a crash then knows the old and the new plan file as its own. Raises
    ConflictError when the plan file was changed or removed by somebody else meanwhile, UserError when it must not be
    written.
    """
    with explained(path):
        now = fingerprint(path)
        if is_stale(copy, now):
            raise ConflictError("publish.gone" if now is None else "publish.changed", path=str(path))
        if now is not None and not files.is_writable(path):
            raise UserError("file.read_only", path=str(path))
        try:
            finish(draft, check_copy(draft, path, stamped=False))
        except DamagedError as error:
            raise UserError("publish.unsound", path=str(path), folder=str(copy.folder), reason=error) from error
        if now is not None:
            backups.keep(path)
        return copy.noted(sha256=now, publishing=files.sha256(draft))


def put(copy: WorkingCopy, draft: Path, path: Path) -> WorkingCopy:
    """Let the prepared draft take the place of the plan file in one stroke; return the working copy with its new base.

    Raises ConflictError when somebody else was faster, UserError when it cannot be written; the plan file then holds
    what it held.
    """
    with explained(path), files.staged(path) as stage:
        files.copy(draft, stage)
        if files.sha256(stage) != copy.base.publishing:
            raise UserError("publish.failed", path=str(path), reason="SHA-256")
        if is_stale(copy, fingerprint(path)):
            raise ConflictError("publish.changed", path=str(path))
    return copy.published()
