"""Long work off the window's thread, with progress and cancel; its results come back on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot


class Cancelled(Exception):
    """The user has cancelled the job; what it wrote so far is taken back by whoever wrote it."""


class Job(QObject):
    """One piece of long work: tells how far it is, and ends with `finished`, `failed` or `cancelled`."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next `report`."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Tell from within the work how far it is; raises Cancelled when the user has asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def end(self, result: object, error: BaseException | None) -> None:
        """Tell from within the work's thread how it ended."""
        self._ended.emit(result, error)

    @Slot(object, object)
    def _on_ended(self, result: object, error: BaseException | None) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(result)
        self.deleteLater()


class _Runnable(QRunnable):
    def __init__(self, job: Job, work: Callable[[Job], Any]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        try:
            result = self._work(self._job)
        except BaseException as error:  # noqa: BLE001 - handed to the window's thread, which knows errors from bugs
            self._job.end(None, error)
        else:
            self._job.end(result, None)


class Jobs(QObject):
    """Runs jobs on threads of their own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)

    def start(self, work: Callable[[Job], Any]) -> Job:
        """Start work on another thread and return its job; connect to its signals before the event loop goes on."""
        job = Job(self)
        self._pool.start(_Runnable(job, work))
        return job

    def wait(self) -> None:
        """Wait until no job runs any more."""
        self._pool.waitForDone()
