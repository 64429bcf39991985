"""The writer: pieces of writing carried out one after another on a thread of their own, told of on the caller's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

Told = Callable[[Any, BaseException | None], None]
"""What is called with the result of a piece of writing, or with what it raised."""


class Writer(QObject):
    """Keeps the order in which writing is asked for, and tells of each piece once, on the thread that made the writer.

    Who needs everything that was asked for to be written calls `settle`.
    """

    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._asked: deque[tuple[Future[Any], Told]] = deque()
        self._ended.connect(self._tell_ended, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], Any], told: Told) -> None:
        """Carry out a piece of writing after those asked for before, and call `told` when it has ended."""
        future = self._thread.submit(work)
        self._asked.append((future, told))
        future.add_done_callback(lambda _future: self._ended.emit())

    def settle(self) -> None:
        """Wait until everything asked for is written, and tell of it now."""
        while self._asked:
            self._tell_first()

    @Slot()
    def _tell_ended(self) -> None:
        while self._asked and self._asked[0][0].done():
            self._tell_first()

    def _tell_first(self) -> None:
        future, told = self._asked.popleft()
        error = future.exception()
        told(None if error else future.result(), error)
