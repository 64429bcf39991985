"""A desk for tests of the matrix: the page on screen, keys and mouse on it, and what the plan holds."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.plan import Measure
from models.reading import initiatives, measures
from views.main_window import MainWindow
from views.matrix.drawing.delegate import GAP
from views.matrix.page import MatrixPage

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
EMPTY, PAIR = (5, 2), (7, 3)
"""Cells of the example's SOI5: one without a measure, one with two."""


class Desk:
    """The matrix of SOI5, with the keyboard on it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.context = window.context
        self.page = cast(MatrixPage, window.pages["matrix"])
        self.view = self.page.view
        window.go("matrix", "SOI5.KFA1.KF1")
        QApplication.processEvents()

    def measures(self, cell: tuple[int, int], code: str = "SOI5") -> list[Measure]:
        """Return the measures that the plan holds in a cell."""
        initiative = self.context.workbench.read(initiatives.find, code)
        found = self.context.workbench.read(measures.by_initiative, [initiative]).get(initiative, ())
        return [one for one in found if (one.kfa, one.kf) == cell]

    def texts(self, cell: tuple[int, int], code: str = "SOI5") -> list[str]:
        """Return the texts of the measures of a cell in order."""
        return [one.text for one in self.measures(cell, code)]

    def shown(self, cell: tuple[int, int]) -> list[str]:
        """Return the texts that the matrix shows in a cell."""
        index = self.page.model.place_of(*cell)
        return [entry.text for entry in self.page.model.cell(index.row(), index.column()).entries]

    @property
    def steps(self) -> int:
        """Return how many steps can be undone."""
        return self.context.workbench.plan.undoable

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, widget: QWidget | None = None) -> None:
        """Press a key in the matrix, or in another widget."""
        QTest.keyClick(widget or self.view, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str, widget: QWidget | None = None) -> None:
        """Type a text into the editor of the matrix, or another widget."""
        target = widget or self.view.inline
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, NONE, letter))

    def go(self, cell: tuple[int, int], place: int = 0) -> None:
        """Choose an entry of a cell."""
        self.view.go_to_cell(*cell)
        for _ in range(place):
            self.key(Qt.Key.Key_Down)

    def point(self, cell: tuple[int, int], place: int | None = 0) -> QPoint:
        """Return a point on an entry of a cell, or at the foot of the cell."""
        index = self.page.model.place_of(*cell)
        outer = self.view.visualRect(index)
        if place is None:
            return QPoint(outer.center().x(), outer.bottom() - GAP - 2)
        made = self.view.itemDelegate().set_cell(index.row(), index.column(), outer.width())
        return QPoint(outer.center().x(), int(outer.top() + GAP + made.entries[place][0] + 5))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag from one point of the matrix to another."""
        port, left = self.view.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, NONE, start)
        QTest.mouseMove(port, start + QPoint(8, 8))
        move(port, start + QPoint(20, 12))
        move(port, end)
        QTest.mouseRelease(port, left, NONE, end)
        QApplication.processEvents()


def move(port: QWidget, point: QPoint) -> None:
    """Move the mouse with the left button held."""
    at = QPointF(point)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(port.mapToGlobal(point)), Qt.MouseButton.NoButton, left, NONE
    )
    QApplication.sendEvent(port, event)
