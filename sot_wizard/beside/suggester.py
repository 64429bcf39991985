"""Looks for clauses that an answer could cite, off the window's thread and only when the hands rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.jobs import Job
from models.errors import UserError
from models.method import MethodPack
from models.plan import Answer, Changes, Initiative
from models.reading import beside
from models.reading.desks import Desk
from models.suggesting import Citable, Clauses, Suggestion, for_answer
from views.context import Context

LIMIT = 10
_REST_MS, _TYPING_REST_MS = 150, 1200
"""How long to wait after another question came on, and after its answer was written."""
_TABLES = {"clause", "source"}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the suggestions are for."""

    initiative: Initiative
    answers: Mapping[str, Answer]
    code: str


class Suggester(QObject):
    """`found(suggestions)` follows a request when there was time for it, `failed(sentence)` when it cannot be met.

    The clauses are made ready once for a plan. An answer to an old request is dropped.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._texts: Clauses | None = None
        self._wanted: _Wanted | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)
        context.workbench.closed.connect(self._forget)
        context.workbench.changed.connect(self._on_changed)

    def ask(self, desk: Desk, code: str) -> None:
        """Ask for the clauses that fit a question of an initiative; the same request again costs nothing."""
        wanted = _Wanted(desk.initiative, desk.answers, code)
        last = self._wanted
        if wanted == last:
            return
        is_same = last is not None and (last.initiative.id, last.code) == (wanted.initiative.id, code)
        self._wanted = wanted
        self._timer.start(_TYPING_REST_MS if is_same else _REST_MS)

    def _start(self) -> None:
        wanted, workbench = self._wanted, self._context.workbench
        if wanted is None or not workbench.is_open or self._job is not None:
            return
        read, method, texts = workbench.plan.read, workbench.method, self._texts
        job = self._context.jobs.start(lambda _job: _reckon(read, method, texts, wanted))
        job.finished.connect(lambda result: self._on_finished(job, wanted, result))
        job.failed.connect(lambda error: self._on_failed(job, error))
        self._job = job

    def _on_finished(self, job: Job, wanted: _Wanted, result: tuple[Clauses, tuple[Suggestion, ...]]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._texts, suggestions = result
        if wanted == self._wanted:
            self.found.emit(suggestions)
        elif not self._timer.isActive():
            self._start()

    def _on_failed(self, job: Job, error: object) -> None:
        if job is not self._job:
            return
        self._job = None
        if not isinstance(error, UserError):
            raise error if isinstance(error, BaseException) else RuntimeError(error)
        self.failed.emit(error.sentence(self._context.language.code))

    @Slot()
    def _forget(self) -> None:
        """Drop what was asked and made ready for the plan that is closed."""
        self._timer.stop()
        self._texts, self._wanted, self._job = None, None, None

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: QObject | None) -> None:
        if _TABLES & {row.table for row in changes.rows}:
            self._texts = None


def _reckon(
    read: Callable[..., Iterable[Citable]], method: MethodPack, texts: Clauses | None, wanted: _Wanted
) -> tuple[Clauses, tuple[Suggestion, ...]]:
    """Return the clauses made ready, and those that fit."""
    ready = texts or Clauses(read(beside.citable), method.stop_words)
    return ready, for_answer(ready, method, wanted.initiative, wanted.answers, wanted.code, LIMIT)
