"""A process that `benchmarks.projecting` measures: a full plan projected at one size, and a facilitator's keys."""

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
    from views.projection.painting.view import RoomView
    from views.projection.projection import Projection

_RUNS = 15


def main() -> None:
    """Project a plan at a width and height, do everything below over and over, and print the medians as JSON."""
    plan, width, height = sys.argv[1:]
    from main import build_window, load_libraries

    load_libraries()
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    from views.main_window import MainWindow

    window = cast(MainWindow, build_window(Path(plan)))
    window.show()
    projection = window.projection
    projection.open("SOI5.KFA3.KF2")
    assert projection.audience is not None
    projection.audience.showNormal()
    projection.audience.resize(int(width), int(height))
    for _ in range(20):
        application.processEvents()
    gc.collect()
    gc.freeze()
    gc.enable()
    works = {"repaint": repaint, "anew": anew, "floor": floor, "switch": switch, "cell": cell}
    works |= {"focus": focus, "idea": idea}
    print(json.dumps({name: _median(prepare(projection)) for name, prepare in works.items()}), flush=True)
    window.close()


def repaint(projection: Projection) -> Callable[[int], None]:
    """Paint the whole window again, as when it is uncovered."""
    return lambda _number: _view(projection).repaint()


def anew(projection: Projection) -> Callable[[int], None]:
    """Draw the whole matrix on its ground, every letter of it."""
    from PySide6.QtGui import QPainter, QPixmap

    from views.projection.painting.painter import paint_scene

    view, theme = _view(projection), projection.showing.theme
    canvas = QPixmap(view.size())

    def work(_number: int) -> None:
        painter = QPainter(canvas)
        paint_scene(painter, view.scene, theme)
        painter.end()

    return work


def floor(projection: Projection) -> Callable[[int], None]:
    """Paint a widget of the same size that does nothing but put a finished picture there."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    view = _view(projection)
    picture = view.grab()

    class Floor(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QPainter(self).drawPixmap(0, 0, picture)

    shown = Floor(view)
    shown.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    shown.resize(view.size())
    shown.show()

    def work(number: int) -> None:
        shown.repaint()
        if number == _RUNS - 1:
            shown.hide()

    return work


def switch(projection: Projection) -> Callable[[int], None]:
    """Show the matrix of the next initiative, and begin again after the last one."""
    stage = projection.showing.stage

    def work(number: int) -> None:
        stage.show(stage.initiatives[number % len(stage.initiatives)])
        _view(projection).repaint()

    return work


def cell(projection: Projection) -> Callable[[int], None]:
    """Choose the cell beside it, there and back."""

    def work(number: int) -> None:
        projection.do("left" if number % 2 else "right", from_console=False)
        _view(projection).repaint()

    return work


def focus(projection: Projection) -> Callable[[int], None]:
    """Go on to the next cell while one is in focus."""
    projection.do("zoom", from_console=False)

    def work(_number: int) -> None:
        projection.do("next", from_console=False)
        _view(projection).repaint()

    return work


def idea(projection: Projection) -> Callable[[int], None]:
    """Note a proposal for the cell in focus, which is a step of work."""

    def work(number: int) -> None:
        assert projection.session.propose(f"Ý kiến {number}", "Người nêu")
        _view(projection).repaint()

    return work


def _view(projection: Projection) -> RoomView:
    assert projection.audience is not None
    return projection.audience.view


def _median(work: Callable[[int], None]) -> float:
    taken = []
    for number in range(_RUNS):
        begin = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken[1:])


if __name__ == "__main__":
    main()
