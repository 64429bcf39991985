"""A plan that is open: the only door through which it is written, and the reads beside it."""

from __future__ import annotations

import re
import sqlite3
import threading
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, select

from models import journal, tables
from models.access import Reader, Transaction
from models.errors import DamagedError, UserError
from models.journal import CREATE, EDIT, REDO, UNDO, History
from models.messages import Sentence
from models.method import MethodPack, open_pack
from models.plan import Changes
from models.store import files
from models.store.digest import content_digest, file_digest
from models.store.engine import connect, reading_engine, writing_engine
from models.store.lock import Holder
from models.store.opening import Opened, give_free, to_create, to_read, to_write
from models.store.publishing import Interrupter, draft_of, prepare, put, snapshot
from models.store.refusals import database_explained, explained
from models.store.working import WorkingCopy

_PACK_NAME = re.compile(r"\w[\w.-]*")
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

    `open` and `create` are the ways to one; `edit` is the only way to write. `notices` says what the user should hear
    of how it was opened. A plan opened for reading has no lock and is never published.
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
        self._typing: tuple[str, int, float, int] | None = None
        self._publishing = threading.RLock()
        self._interrupter = Interrupter()
        self._steps = self._published = 0
        self._is_closed = False
        self._readers = reading_engine(database)
        self._writers = writing_engine(database) if copy is not None else None
        self._history = History()
        try:
            with database_explained("plan.unreadable"):
                self.method = method or self._pack()
                self._begin_history()
        except BaseException:
            self._disconnect()
            raise

    @classmethod
    def open(cls, path: Path, *, author: str | None = None, clock: Callable[[], datetime] = utc_now) -> Plan:
        """Open the plan file at `path` for writing.

        Takes the lock and a private working copy, or takes over the copy that a dead program left. Raises UserError
        when the plan is held, missing or cannot be locked, DamagedError when it is not a sound plan.
        """
        return cls._opened(to_write(path), author=author, clock=clock)

    @classmethod
    def open_to_read(cls, path: Path) -> Plan:
        """Open, without a lock, the plan file at `path` as last published, or what a dead program left of it."""
        database, notices = to_read(path)
        try:
            return cls(files.real(path), database, copy=None, holder=None, notices=notices)
        except BaseException:
            files.remove_folder(database.parent)
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
        """Make a new plan for the plan file `path`, which must not be there yet; it appears when it is published."""
        plan = cls._opened(to_create(path), method=method, author=author, clock=clock, ids=ids)
        plan._steps += 1
        return plan

    @classmethod
    def _opened(cls, opened: Opened, **settings: Any) -> Plan:
        try:
            plan = cls(
                opened.path,
                opened.copy.database,
                copy=opened.copy,
                holder=opened.holder,
                notices=opened.notices,
                **settings,
            )
        except BaseException:
            opened.give_up()
            raise
        plan._steps += opened.is_taken_over
        return plan

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def author(self) -> str:
        """Return the name under which steps of work are written."""
        return self._author

    @property
    def is_writable(self) -> bool:
        """Return whether the plan was opened for writing."""
        return self._writers is not None

    @property
    def is_dirty(self) -> bool:
        """Return whether there are steps of work that the plan file does not hold yet."""
        return self._steps != self._published

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
        self._refuse_closed()
        with database_explained("plan.unreadable"), self._readers.begin() as connection:
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

        `label` is the key of the step's name, `why` the user's reason. With `typing`, the name of the field that is
        being typed into, the step joins the one before it while that field's typing goes on: until three seconds pass,
        200 characters are written, `end_typing` is called or another step comes. A function that changes nothing leaves
        no step. Whatever it raises, nothing is changed.
        """
        with self._mutex:
            moment = self._clock().timestamp()
            joins = self._joins(typing, moment)
            sequence = self._history.last + (0 if joins else 1)
            with database_explained("edit.failed", "edit.disk_full"), self._writing() as connection:
                transaction = self._transaction(connection, sequence)
                before = journal.count_rows(connection, sequence) if joins else 0
                journal.start_capture(connection, sequence)
                result = function(transaction, *args, **kwargs)
                journal.stop_capture(connection)
                changed = journal.rows_of(connection, sequence, after=before)
                written = journal.characters_of(connection, sequence, after=before) if typing else 0
                if changed and joins:
                    journal.merge_typing(connection, sequence, transaction.now)
                elif changed:
                    journal.write_step(transaction, EDIT, label, why=why)
            if changed:
                self._steps += 1
                if not joins:
                    self._history.note(sequence, EDIT, None)
                written += self._typing[3] if joins and self._typing else 0
                is_open = typing is not None and written < TYPING_CHARACTERS
                self._typing = (typing, sequence, moment, written) if typing and is_open else None
            return Changes(sequence if changed else 0, label, changed, result)

    def found(self, label: str, function: Callable[..., Any], *args: Any, why: str = "", **kwargs: Any) -> None:
        """Let an editing function lay down what a new plan starts from: a step of the history that cannot be undone."""
        with self._mutex:
            with database_explained("edit.failed", "edit.disk_full"), self._writing() as connection:
                transaction = self._transaction(connection, self._history.last + 1)
                function(transaction, *args, **kwargs)
                journal.write_step(transaction, CREATE, label, why=why)
            self._history.note(transaction.sequence, CREATE, None)
            self._steps += 1

    def end_typing(self) -> None:
        """Close the open typing step: the next one is a step of its own."""
        self._typing = None

    def undo(self, *, why: str = "") -> Changes:
        """Take back the last step that was not taken back yet; raises UserError when there is none."""
        with self._mutex:
            if not self._history.undoable:
                raise UserError("undo.nothing")
            return self._replay(UNDO, self._history.undoable[-1], why)

    def redo(self, *, why: str = "") -> Changes:
        """Make the last undone step again; raises UserError when there is none."""
        with self._mutex:
            if not self._history.redoable:
                raise UserError("redo.nothing")
            return self._replay(REDO, self._history.redoable[-1], why)

    def publish(self) -> bool:
        """Write everything to the plan file now; return whether it then holds every step of work.

        Any thread may ask. Edits go on meanwhile, however slow the plan file's disk is: one that comes while the
        working copy is being copied stops that, a later one is for the next time.
        """
        with self._publishing, explained(self.path):
            if self._copy is None or not self.is_dirty:
                return True
            self._refuse_closed()
            steps = self._steps
            draft = draft_of(self._copy, self._interrupter)
            if draft is None:
                return False
            try:
                self._copy = prepare(self._copy, draft, self.path)
                self._copy = put(self._copy, draft, self.path)
            finally:
                files.remove(draft)
            self._published = steps
            return not self.is_dirty

    def close(self) -> None:
        """Publish what is not published yet, and give the plan free; when publishing fails the working copy stays."""
        with self._publishing, self._mutex:
            if self._is_closed:
                return
            try:
                while not self.publish():
                    pass
            except BaseException:
                self._shut(forget=False)
                raise
            self._shut(forget=True)

    def abandon(self) -> None:
        """Give the plan free and forget what was not published: for a new plan that failed to be made."""
        with self._publishing, self._mutex, explained(self.path):
            if self._is_closed and self._copy is not None and self._copy.is_still_left:
                self._copy.discard()
            self._shut(forget=True)

    def content_digest(self) -> str:
        """Return the digest of the plan itself, without journal and revisions."""
        return self._asked(content_digest)

    def file_digest(self) -> str:
        """Return the digest of every row, journal included: it changes with every step of work."""
        return self._asked(file_digest)

    def copy_to(self, database: Path) -> Path:
        """Copy the plan as it stands now into a new database, and return it."""
        return snapshot(self._database, database)

    def _asked(self, question: Callable[[sqlite3.Connection], str]) -> str:
        with database_explained("plan.unreadable"), closing(connect(self._database)) as connection:
            return question(connection)

    def _begin_history(self) -> None:
        if self._writers is not None:
            with self._writers.begin() as connection:
                journal.install(connection)
                self._history = History.load(connection)

    def _refuse_closed(self) -> None:
        if self._is_closed:
            raise UserError("plan.closed", path=str(self.path))

    def _disconnect(self) -> None:
        self._readers.dispose()
        if self._writers is not None:
            self._writers.dispose()

    def _shut(self, *, forget: bool) -> None:
        """Give the plan free. The working copy goes before the lock does: the next one may make its own at once."""
        if self._is_closed:
            return
        self._is_closed = True
        self._disconnect()
        if self._copy is None or self._holder is None:
            files.remove_folder(self._database.parent)
            return
        give_free(self._copy, self.path, self._holder, forget=forget)

    def _joins(self, typing: str | None, moment: float) -> bool:
        if typing is None or self._typing is None:
            return False
        field, sequence, last, _written = self._typing
        return field == typing and sequence == self._history.last and 0 <= moment - last < TYPING_PAUSE

    def _replay(self, kind: str, target: int, why: str) -> Changes:
        with self._mutex:
            self.end_typing()
            with database_explained("edit.failed", "edit.disk_full"), self._writing() as connection:
                label = connection.scalar(select(tables.changeset.c.label).where(tables.changeset.c.sequence == target))
                parameters = journal.parameters_of(connection, target)
                transaction = self._transaction(connection, self._history.last + 1)
                transaction.describe(**parameters)
                changed = journal.replay(transaction, target, backwards=kind == UNDO)
                journal.write_step(transaction, kind, str(label), why=why, reverts=target)
            self._steps += 1
            self._history.note(transaction.sequence, kind, target)
            return Changes(transaction.sequence, str(label), changed)

    def _writing(self) -> Any:
        self._refuse_closed()
        if self._writers is None:
            raise UserError("plan.read_only", path=str(self.path))
        self._interrupter.stop()
        return self._writers.begin()

    def _transaction(self, connection: Connection, sequence: int) -> Transaction:
        now = self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
        return Transaction(connection, self.method, now, self._author, sequence, self._ids)

    def _pack(self) -> MethodPack:
        with self._readers.begin() as connection:
            name: str | None = connection.scalar(select(tables.plan.c.pack))
        # The name of a pack, never a stranger's path.
        if name is None or _PACK_NAME.fullmatch(name) is None:
            raise DamagedError("file.bad_row", path=str(self.path), table=tables.plan.name)
        return open_pack(name)
