"""A process that `benchmarks.matrix` measures: the matrix of a full plan, worked in at one size and pixel ratio."""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from views.matrix.page import MatrixPage

_RUNS = 15


def main() -> None:
    """Show a plan at a width and height, do everything below over and over, and print the medians as JSON."""
    plan, width, height = sys.argv[1:]
    from main import build_window, load_libraries

    load_libraries()
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    from views.main_window import MainWindow
    from views.matrix.page import MatrixPage

    window = cast(MainWindow, build_window(Path(plan)))
    window.resize(int(width), int(height))
    window.show()
    window.go("matrix", "SOI5.KFA3.KF2")
    for _ in range(20):
        application.processEvents()
    gc.collect()
    gc.freeze()
    gc.enable()
    page = cast(MatrixPage, window.pages["matrix"])
    works = {"switch": switch, "repaint": repaint, "floor": floor, "type": write, "drag": drag}
    works |= {"filter": sift, "heat": heat}
    print(json.dumps({name: _median(prepare(page)) for name, prepare in works.items()}), flush=True)
    window.close()


def switch(page: MatrixPage) -> Callable[[int], None]:
    """Show another initiative."""

    def work(number: int) -> None:
        page.context.selection.choose(page.every[number % len(page.every)].id)
        page.view.viewport().repaint()

    return work


def repaint(page: MatrixPage) -> Callable[[int], None]:
    """Paint every cell in sight again."""
    return lambda _number: page.view.viewport().repaint()


def floor(page: MatrixPage) -> Callable[[int], None]:
    """Paint a widget of the same size that does nothing but put a finished picture there."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    picture = page.view.viewport().grab()

    class Floor(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QPainter(self).drawPixmap(0, 0, picture)

    shown = Floor(page.view.viewport())
    shown.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    shown.resize(page.view.viewport().size())
    shown.show()

    def work(number: int) -> None:
        shown.repaint()
        if number == _RUNS - 1:
            shown.hide()

    return work


def write(page: MatrixPage) -> Callable[[int], None]:
    """Type a letter into a measure."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    page.view.deeds.edit_here()

    def work(_number: int) -> None:
        QTest.keyClick(page.view.inline, Qt.Key.Key_A)
        page.view.viewport().repaint()

    return work


def drag(page: MatrixPage) -> Callable[[int], None]:
    """Move a measure to the cell beside it, which is a step of work."""
    page.view.inline.close_with("escape")
    page.view.go_to_cell(3, 2)

    def work(number: int) -> None:
        one = page.view.measure
        assert one is not None
        page.view.deeds.drop([one.id], page.view.cursor_at.row, number % 2, 0)
        page.view.viewport().repaint()

    return work


def sift(page: MatrixPage) -> Callable[[int], None]:
    """Filter by words."""

    def work(number: int) -> None:
        page.heading.bar.finder.setText(("số", "du", "")[number % 3])
        page.view.viewport().repaint()

    return work


def heat(page: MatrixPage) -> Callable[[int], None]:
    """Show the heat of the portfolio anew."""
    page.turn_to("heat")

    def work(_number: int) -> None:
        page.refresh()
        page.boards.current.repaint()

    return work


def _median(work: Callable[[int], None]) -> float:
    taken = []
    for number in range(_RUNS):
        begin = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken[1:])


if __name__ == "__main__":
    main()
