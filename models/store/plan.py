"""A plan that is open: the only door through which it is written, and the reads beside it."""

from __future__ import annotations

import sqlite3
import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError, OperationalError

from models import journal, tables
from models.access import Reader, Transaction
from models.errors import DamagedError, UserError
from models.journal import CREATE, EDIT, REDO, UNDO, History
from models.messages import Sentence
from models.method import MethodPack, open_pack
from models.plan import Changes
from models.store import backups, files, working
from models.store.digest import content_digest, file_digest, read_stamp
from models.store.engine import connect, reading_engine, writing_engine
from models.store.inspection import check_copy, create_schema
from models.store.lock import Holder, acquire, held, holder_of, release
from models.store.publishing import publish
from models.store.working import WorkingCopy

TYPING_PAUSE = 3.0
TYPING_CHARACTERS = 200
_Result = TypeVar("_Result")
_P = ParamSpec("_P")


def utc_now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a new random id."""
    return str(uuid.uuid4())


class Plan:
    """An open plan file.

    `open` and `create` are the ways to one; `edit` is the only way to write. `notices` says what the user should hear of how it
    was opened. A plan opened for reading has no lock and is never published.
    """

    def __init__(
        self,
        path: Path,
        database: Path,
        *,
        copy: WorkingCopy | None,
        holder: Holder | None,
        method: MethodPack | None = None,
        notices: tuple[Sentence, ...] = (),
        author: str | None = None,
        clock: Callable[[], datetime] = utc_now,
        ids: Callable[[], str] = new_id,
    ) -> None:
        self.path = path
        self.notices = notices
        self._database = database
        self._copy = copy
        self._holder = holder
        self._author = author or files.author()
        self._clock = clock
        self._ids = ids
        self._mutex = threading.RLock()
        self._typing: tuple[str, int, float] | None = None
        self._dirty = False
        self._readers = reading_engine(database)
        self._writers = writing_engine(database) if copy is not None else None
        self._history = History()
        self.method = method or self._pack()
        if self._writers is not None:
            with self._writers.begin() as connection:
                journal.install(connection)
                self._history = History.load(connection)

    @classmethod
    def open(cls, path: Path, *, author: str | None = None, clock: Callable[[], datetime] = utc_now) -> Plan:
        """Open the plan file at `path` for writing.

        Takes the lock and a private working copy, or takes over the copy that a dead program left. Raises UserError when the plan
        is held, missing or cannot be locked, DamagedError when it is not a sound plan.
        """
        path = path.absolute()
        left = working.left_behind(path)
        if left is None and not path.exists():
            raise UserError("file.missing", path=str(path))
        with files.explained(path):
            holder = acquire(path)
        try:
            copy, notices = _taken_over(left, path, holder) if left is not None else (None, ())
            if copy is None:
                copy = _copied(path, holder)
            plan = cls(path, copy.database, copy=copy, holder=holder, notices=notices, author=author, clock=clock)
            plan._dirty = bool(notices)
        except BaseException:
            release(path, holder)
            raise
        return plan

    @classmethod
    def open_to_read(cls, path: Path) -> Plan:
        """Open the last published state of the plan file at `path`, or what a dead program left of it, without a lock."""
        path = path.absolute()
        folder = working.reading_folder()
        try:
            left = working.left_behind(path)
            if left is not None and not working.is_stale(left, path):
                database = _copied_working_copy(left, folder, path)
                if database is not None:
                    return cls(path, database, copy=None, holder=None, notices=(Sentence("plan.reads_left"),))
            if not path.exists():
                raise UserError("file.missing", path=str(path))
            return cls(path, working.private_copy(path, folder), copy=None, holder=None)
        except BaseException:
            files.remove_folder(folder)
            raise

    @classmethod
    def create(
        cls,
        path: Path,
        method: MethodPack,
        *,
        author: str | None = None,
        clock: Callable[[], datetime] = utc_now,
        ids: Callable[[], str] = new_id,
    ) -> Plan:
        """Make a new plan for the plan file `path`, which must not be there yet; the file appears when it is published."""
        path = path.absolute()
        if path.exists():
            raise UserError("file.exists", path=str(path))
        left = working.left_behind(path)
        if left is not None and _has_plan(left):
            raise UserError("plan.left_without_file", path=str(path))
        with files.explained(path):
            holder = acquire(path)
        try:
            copy = working.start(path, holder, None)
            connection = connect(copy.database, create=True)
            create_schema(connection)
            connection.close()
            plan = cls(
                path, copy.database, copy=copy, holder=holder, method=method, author=author, clock=clock, ids=ids
            )
            plan._dirty = True
        except BaseException:
            release(path, holder)
            raise
        return plan

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_writable(self) -> bool:
        """Return whether the plan was opened for writing."""
        return self._writers is not None

    @property
    def undoable(self) -> int:
        """Return how many steps can be undone."""
        return len(self._history.undoable)

    @property
    def redoable(self) -> int:
        """Return how many steps can be made again."""
        return len(self._history.redoable)

    def read(
        self, function: Callable[Concatenate[Reader, _P], _Result], *args: _P.args, **kwargs: _P.kwargs
    ) -> _Result:
        """Return what a reading function finds in one consistent view of the plan; any thread may ask."""
        with self._explained(), self._readers.begin() as connection:
            return function(Reader(connection, self.method), *args, **kwargs)

    def edit(
        self,
        label: str,
        function: Callable[..., Any],
        *args: Any,
        why: str = "",
        typing: str | None = None,
        **kwargs: Any,
    ) -> Changes:
        """Let an editing function write, as one step of work; when this returns, it is on disk.

        `label` is the key of the step's name, `why` the user's reason. With `typing`, the name of the field that is being typed
        into, the step joins the one before it while that field's typing goes on: until three seconds pass, 200 characters are
        written, `end_typing` is called or another step comes. A function that changes nothing leaves no step. Whatever it
        raises, nothing is changed.
        """
        with self._mutex:
            moment = self._clock().timestamp()
            joins = self._joins(typing, moment)
            sequence = self._history.last + (0 if joins else 1)
            with self._explained(), self._writing() as connection:
                transaction = self._transaction(connection, sequence)
                before = journal.count_rows(connection, sequence) if joins else 0
                journal.start_capture(connection, sequence)
                result = function(transaction, *args, **kwargs)
                journal.stop_capture(connection)
                changed = journal.rows_of(connection, sequence, after=before)
                grown = 0
                if changed and joins:
                    grown = journal.merge_typing(connection, sequence, transaction.now)
                elif changed:
                    journal.write_step(transaction, EDIT, label, why=why)
            if changed:
                self._dirty = True
                if not joins:
                    self._history.note(sequence, EDIT, None)
                self._typing = (typing, sequence, moment) if typing and grown < TYPING_CHARACTERS else None
            return Changes(sequence if changed else 0, label, changed, result)

    def found(self, label: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        """Let an editing function lay down what a new plan starts from: a step of the history that cannot be undone."""
        with self._mutex:
            with self._explained(), self._writing() as connection:
                transaction = self._transaction(connection, self._history.last + 1)
                function(transaction, *args, **kwargs)
                journal.write_step(transaction, CREATE, label)
            self._history.note(transaction.sequence, CREATE, None)
            self._dirty = True

    def end_typing(self) -> None:
        """Close the open typing step: the next one is a step of its own."""
        self._typing = None

    def undo(self, *, why: str = "") -> Changes:
        """Take back the last step that was not taken back yet; raises UserError when there is none."""
        if not self._history.undoable:
            raise UserError("undo.nothing")
        return self._replay(UNDO, self._history.undoable[-1], why)

    def redo(self, *, why: str = "") -> Changes:
        """Make the last undone step again; raises UserError when there is none."""
        if not self._history.redoable:
            raise UserError("redo.nothing")
        return self._replay(REDO, self._history.redoable[-1], why)

    def publish(self) -> None:
        """Write everything to the plan file now; does nothing when it holds everything already."""
        with self._mutex:
            if self._copy is not None and self._dirty:
                self._copy = publish(self._copy, self.path)
                self._dirty = False

    def close(self) -> None:
        """Publish what is not published yet, and give the plan free; when publishing fails the working copy stays."""
        with self._mutex:
            try:
                self.publish()
            finally:
                self._let_go()
            if self._copy is not None:
                self._copy.discard()
            else:
                files.remove_folder(self._database.parent)

    def abandon(self) -> None:
        """Give the plan free without publishing, and forget what was not published: for a new plan that failed to be made."""
        with self._mutex:
            self._let_go()
            if self._copy is not None:
                self._copy.discard()

    def content_digest(self) -> str:
        """Return the digest of the plan itself, without journal and revisions."""
        connection = connect(self._database)
        try:
            return content_digest(connection)
        finally:
            connection.close()

    def file_digest(self) -> str:
        """Return the digest of every row, journal included: it changes with every step of work."""
        connection = connect(self._database)
        try:
            return file_digest(connection)
        finally:
            connection.close()

    def copy_to(self, database: Path) -> Path:
        """Copy the plan as it stands now into a new database, and return it."""
        connection = connect(self._database)
        try:
            connection.execute("VACUUM INTO ?", (str(database),))
        finally:
            connection.close()
        return database

    def _let_go(self) -> None:
        self._readers.dispose()
        if self._writers is not None:
            self._writers.dispose()
        if self._holder is not None:
            release(self.path, self._holder)

    def _joins(self, typing: str | None, moment: float) -> bool:
        if typing is None or self._typing is None:
            return False
        field, sequence, last = self._typing
        return field == typing and sequence == self._history.last and 0 <= moment - last < TYPING_PAUSE

    def _replay(self, kind: str, target: int, why: str) -> Changes:
        with self._mutex:
            self.end_typing()
            with self._explained(), self._writing() as connection:
                label = connection.scalar(select(tables.changeset.c.label).where(tables.changeset.c.sequence == target))
                parameters = journal.parameters_of(connection, target)
                transaction = self._transaction(connection, self._history.last + 1)
                transaction.describe(**parameters)
                changed = journal.replay(transaction, target, backwards=kind == UNDO)
                journal.write_step(transaction, kind, str(label), why=why, reverts=target)
            self._dirty = True
            self._history.note(transaction.sequence, kind, target)
            return Changes(transaction.sequence, str(label), changed)

    def _writing(self) -> Any:
        if self._writers is None:
            raise UserError("plan.read_only", path=str(self.path))
        return self._writers.begin()

    def _transaction(self, connection: Connection, sequence: int) -> Transaction:
        now = self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
        return Transaction(connection, self.method, now, self._author, sequence, self._ids)

    def _explained(self) -> _Explained:
        return _Explained(self._database)

    def _pack(self) -> MethodPack:
        with self._readers.begin() as connection:
            name = connection.scalar(select(tables.plan.c.pack))
        if name is None:
            raise DamagedError("file.bad_row", path=str(self.path), table="plan")
        return open_pack(str(name))


class _Explained:
    """Turns what the database refuses within the block into a sentence; the working copy keeps its last edit."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, DBAPIError):
            return
        original = error.orig
        if isinstance(error, OperationalError) and isinstance(original, sqlite3.OperationalError):
            full = "full" in str(original)
            raise UserError("edit.disk_full" if full else "edit.failed", reason=str(original)) from error


def _copied(path: Path, holder: Holder) -> WorkingCopy:
    with files.explained(path):
        sha256 = files.sha256(path)
    copy = working.start(path, holder, sha256)
    try:
        working.private_copy(path, copy.folder)
    except DamagedError as error:
        copy.discard()
        raise explain_damage(path, error) from error
    except BaseException:
        copy.discard()
        raise
    return copy


def explain_damage(path: Path, error: DamagedError) -> DamagedError:
    """Return the error with what to do about it: the newest backup, or recovery."""
    there = backups.of(path)
    if error.message_id in ("file.newer", "file.not_a_plan"):
        return error
    step = Sentence("file.use_backup", {"number": there[0].number, "path": str(path)}) if there else None
    advice = step or Sentence("file.use_recover", {"path": str(path)})
    return DamagedError("file.damage_and_advice", damage=error, advice=advice)


def _taken_over(left: WorkingCopy, path: Path, holder: Holder) -> tuple[WorkingCopy | None, tuple[Sentence, ...]]:
    """Return a dead program's copy as our own with what to say of it, or None when it holds nothing that is not published."""
    other = left.base.holder
    try:
        digest = check_copy(left.database, path, stamped=False)
    except DamagedError as error:
        if not path.exists():
            raise
        aside = left.set_aside("damaged")
        return None, (Sentence("plan.left_damaged", {"folder": str(aside), "reason": error}),)
    if path.exists() and not working.is_stale(left, path) and _published_digest(path) == digest:
        left.discard()
        return None, ()
    if working.is_stale(left, path):
        raise UserError("plan.left_conflict", path=str(path), user=other.user, since=other.since)
    return left.adopt(path, holder), (Sentence("plan.taken_over", {"user": other.user, "since": other.since}),)


def _copied_working_copy(left: WorkingCopy, folder: Path, path: Path) -> Path | None:
    database = folder / left.database.name
    journal_file = left.database.with_name(f"{left.database.name}-journal")
    files.copy(left.database, database)
    if journal_file.exists():
        files.copy(journal_file, database.with_name(journal_file.name))
    try:
        check_copy(database, path, stamped=False)
    except DamagedError:
        return None
    return database


def _published_digest(path: Path) -> str | None:
    with suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            return read_stamp(connection)
        finally:
            connection.close()
    return None


def _has_plan(left: WorkingCopy) -> bool:
    with suppress(sqlite3.Error):
        connection = connect(left.database)
        try:
            return connection.execute("SELECT 1 FROM plan").fetchone() is not None
        finally:
            connection.close()
    return False
