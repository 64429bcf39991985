"""A process that `benchmarks.screens` measures: it shows a window, works in it and prints what it found as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from views.main_window import MainWindow

KEYS, BETWEEN = 600, 0.03
"""How many keys are typed, and the seconds from one to the next: a fast typist's."""


def main() -> None:
    """Carry out one of the works below on the plan that is given."""
    work, *arguments = sys.argv[1:]
    print(json.dumps(_WORKS[work](*arguments)), flush=True)


def bare() -> dict[str, float]:
    """Show a main window with a label in it: the floor."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("…"))
    window.resize(1440, 900)
    return _painted(application, window)


def whole(plan: str) -> dict[str, float]:
    """Show the window with a plan in it, as the program does."""
    application, window = _window(plan, is_gradual=True)
    found = _painted(application, window)
    window.close()
    return found


def pages(plan: str) -> dict[str, float]:
    """Go from every page to every other, three times, and return the longest and the median of each pair's median."""
    application, window = _window(plan)
    window.show()
    application.processEvents()
    codes = tuple(window.pages)
    taken: dict[str, list[float]] = {}
    for _ in range(4):
        for origin in codes:
            for target in codes:
                if origin != target:
                    window.go(origin)
                    _settle(application)
                    taken.setdefault(f"{origin} → {target}", []).append(_timed(window, target))
    window.close()
    return {pair: sorted(runs[1:])[1] for pair, runs in taken.items()}


def typing(plan: str, place: str) -> dict[str, float]:
    """Type into an answer while it is committed, published and undone now and then; return how long the keys wait."""
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    application, window = _window(plan)
    window.show()
    window.go("sot", place)
    _settle(application)
    editor = window.findChild(QPlainTextEdit, f"sot.answer.{place.partition('.')[2]}")
    assert editor is not None
    waits: list[float] = []
    painted: list[float] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                painted.append(time.perf_counter())
            return False

    watch = Watch()
    editor.viewport().installEventFilter(watch)
    due = time.perf_counter()
    for number in range(KEYS):
        due += BETWEEN
        while time.perf_counter() < due:
            application.processEvents()
            time.sleep(0.0005)
        QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_A if number % 6 else Qt.Key.Key_Space)
        painted.clear()
        while not painted:
            application.processEvents()
        waits.append(painted[0] - due)
        if number % 10 == 0:
            window.context.workbench._publish()
        if number % 100 == 99:
            window.actions_by_name["undo"].trigger()
            due = time.perf_counter()
    memory = _memory()
    window.close()
    waits.sort()
    return {"median": waits[len(waits) // 2], "p99": waits[len(waits) * 99 // 100], "max": waits[-1], "memory": memory}


def _window(plan: str, *, is_gradual: bool = False) -> tuple[Any, MainWindow]:
    from main import build_window, load_libraries

    load_libraries()
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    application.setApplicationName("SOI Workbench")
    from views.main_window import MainWindow

    window = build_window(Path(plan), is_gradual=is_gradual)
    assert isinstance(window, MainWindow)
    return application, window


def _painted(application: Any, window: QMainWindow) -> dict[str, float]:
    """Show a window; return the moment at which its first picture is complete, and the memory then."""
    from PySide6.QtCore import QTimer

    window.show()
    moments: list[float] = []

    def paint() -> None:
        window.repaint()
        moments.append(time.monotonic())

    QTimer.singleShot(0, window, paint)
    while not moments:
        application.processEvents()
    return {"moment": moments[0], "memory": _memory()}


def _settle(application: Any) -> None:
    for _ in range(20):
        application.processEvents()


def _timed(window: MainWindow, code: str) -> float:
    """Go to a page and return how long it took until it was painted."""
    begin = time.perf_counter()
    window.go(code)
    window.repaint()
    return time.perf_counter() - begin


def _memory() -> float:
    """Return the memory that this process alone answers for, in MB; 0 where the system does not say."""
    return next(_shares(), 0.0)


def _shares() -> Iterator[float]:
    with suppress(OSError):
        for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                yield int(line.split()[1]) / 1024


_WORKS: dict[str, Callable[..., dict[str, float]]] = {"bare": bare, "whole": whole, "pages": pages, "typing": typing}

if __name__ == "__main__":
    main()
