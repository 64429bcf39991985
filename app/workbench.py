"""The workbench: the plan that is open in the window, its write door, undo and saving, told by signals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.jobs import Job, Jobs
from app.writing import Writer
from models.access import Reader
from models.errors import UserError
from models.method import MethodPack
from models.plan import Changes
from models.store.plan import Plan

IDLE_MS = 2_000
LONGEST_MS = 30_000
BACKOFF = 20
"""A publish waits at least this many times the duration of the one before: a slow share is not kept busy."""
_OF_WORKSHOP = "workshop."
"""The steps of a workshop, by the beginning of their labels: they go on while the plan is locked."""

_Result = TypeVar("_Result")
_P = ParamSpec("_P")


class Workbench(QObject):
    """An open plan in the window.

    `changed(changes, initiator)` follows every step of work; the editor that started it is the initiator and does not
    rewrite itself, undo has none. `commit_requested` asks editors to write what is still in their fields.
    `saved(moment)` follows publishing, `save_failed(error)` its failure. `lock_changed` follows the lock of a workshop.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object, object)
    commit_requested = Signal()
    saved = Signal(object)
    save_failed = Signal(object)
    lock_changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._writer = Writer(self)
        self._plan: Plan | None = None
        self._publishing: Job | None = None
        self._is_locked = False
        self._started = datetime.now(UTC)
        self._idle = self._timer(IDLE_MS)
        self._longest = self._timer(LONGEST_MS)

    @property
    def is_open(self) -> bool:
        """Return whether there is a plan."""
        return self._plan is not None

    @property
    def plan(self) -> Plan:
        """Return the open plan."""
        assert self._plan is not None, "no plan is open"
        return self._plan

    @property
    def method(self) -> MethodPack:
        """Return the method of the open plan."""
        return self.plan.method

    @property
    def path(self) -> Path:
        """Return the plan file."""
        return self.plan.path

    @property
    def is_locked(self) -> bool:
        """Return whether nothing but what the workshop itself records is written."""
        return self._is_locked

    def set_locked(self, *, is_locked: bool) -> None:
        """Let nothing be written but what the workshop itself records, or everything again.

        What is still in the fields is written first: it was typed before the lock.
        """
        if is_locked == self._is_locked:
            return
        if is_locked:
            self.commit()
        self._is_locked = is_locked
        self.lock_changed.emit()

    def take(self, plan: Plan) -> None:
        """Close the plan that is open and show this one."""
        self.close()
        self._plan = plan
        self.opened.emit()
        if plan.is_dirty:
            self._schedule()

    def close(self) -> None:
        """Commit what is still in the fields, publish and give the plan free; raises UserError when it cannot be."""
        if self._plan is None:
            return
        self.commit()
        self._idle.stop()
        self._longest.stop()
        self._jobs.wait()
        plan, self._plan = self._plan, None
        try:
            plan.close()
        finally:
            self.closed.emit()
            self.set_locked(is_locked=False)

    def read(
        self, function: Callable[Concatenate[Reader, _P], _Result], *args: _P.args, **kwargs: _P.kwargs
    ) -> _Result:
        """Return what a reading function finds in the plan now, after everything that was asked to be written."""
        self._writer.settle()
        return self.plan.read(function, *args, **kwargs)

    def edit(
        self,
        label: str,
        function: Callable[..., Any],
        *args: Any,
        initiator: QObject | None = None,
        typing: str | None = None,
        why: str = "",
        **kwargs: Any,
    ) -> Changes:
        """Let an editing function write as one step of work; it is on disk, and every screen knows, on return."""
        self._refuse_locked(label)
        self._writer.settle()
        changes = self.plan.edit(label, function, *args, typing=typing, why=why, **kwargs)
        self._tell(changes, initiator)
        return changes

    def edit_soon(
        self,
        label: str,
        function: Callable[..., Any],
        *args: Any,
        initiator: QObject,
        typing: str,
        done: Callable[[UserError | None], None],
        **kwargs: Any,
    ) -> None:
        """Let an editing function write what is being typed, on the writer's thread: no key waits for the disk.

        When it is on disk and every screen knows, or when it was refused, `done` is called with what was wrong. Pieces
        are written in the order in which they were asked for; reads, other edits, undo and closing come after them.
        """
        try:
            self._refuse_locked(label)
        except UserError as error:
            done(error)
            return
        plan = self.plan

        def told(changes: Changes | None, error: BaseException | None) -> None:
            if error is not None and not isinstance(error, UserError):
                raise error
            if changes is not None:
                self._tell(changes, initiator)
            done(error)

        self._writer.ask(lambda: plan.edit(label, function, *args, typing=typing, **kwargs), told)

    def settle(self) -> None:
        """Wait until everything that was asked to be written is on disk and told of."""
        self._writer.settle()

    def commit(self) -> None:
        """Write what is still in the fields, and wait until it is on disk."""
        self.commit_requested.emit()
        self._writer.settle()

    def end_typing(self) -> None:
        """Close the open typing step: focus has left the field."""
        if self._plan is not None:
            self._writer.ask(self._plan.end_typing, _nothing_to_tell)

    def undo(self) -> Changes | None:
        """Commit what is still in the fields and take back the last step, whatever page it was made on."""
        return self._replay(lambda plan: plan.undo() if plan.undoable else None)

    def redo(self) -> Changes | None:
        """Make the last undone step again."""
        return self._replay(lambda plan: plan.redo() if plan.redoable else None)

    def save_now(self) -> None:
        """Commit what is still in the fields and publish now, in the background."""
        self.commit()
        self._publish()

    def _refuse_locked(self, label: str = "") -> None:
        if self._is_locked and not label.startswith(_OF_WORKSHOP):
            raise UserError("edit.locked")

    def _replay(self, step: Callable[[Plan], Changes | None]) -> Changes | None:
        self._refuse_locked()
        self.commit()
        changes = step(self.plan)
        if changes is not None:
            self._tell(changes, None)
        return changes

    def _tell(self, changes: Changes, initiator: QObject | None) -> None:
        if not changes.is_empty:
            self.changed.emit(changes, initiator)
            self._schedule()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self._publish)
        return timer

    def _schedule(self) -> None:
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()

    @Slot()
    def _publish(self) -> None:
        if self._plan is None or self._publishing is not None:
            return
        self._idle.stop()
        self._longest.stop()
        self._started = datetime.now(UTC)
        plan = self._plan
        job = self._jobs.start(lambda _job: plan.publish())
        job.finished.connect(self._on_published)
        job.failed.connect(self._on_publish_failed)
        self._publishing = job

    @Slot(object)
    def _on_published(self, is_whole: object) -> None:
        """Say that the plan is saved; when an edit came between, publish again, later if publishing is slow."""
        self._publishing = None
        now = datetime.now(UTC)
        if self._plan is None:
            return
        if is_whole:
            self.saved.emit(now)
        else:
            took = int((now - self._started).total_seconds() * 1000)
            self._idle.start(max(IDLE_MS, min(LONGEST_MS, BACKOFF * took)))

    @Slot(object)
    def _on_publish_failed(self, error: object) -> None:
        self._publishing = None
        if not isinstance(error, UserError):
            raise error if isinstance(error, BaseException) else RuntimeError(error)
        self.save_failed.emit(error)
        if self._plan is not None:
            self._longest.start()


def _nothing_to_tell(_result: Any, error: BaseException | None) -> None:
    if error is not None:
        raise error
