"""The network page at work: what a person does with it, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.plan import Changes, Dependency
from views.main_window import MainWindow
from views.network.page import NetworkPage
from views.network.view import NetworkView

STEPS = 8


class NetworkDesk:
    """The page, its view, and the plan behind them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        page = window.pages["network"]
        assert isinstance(page, NetworkPage)
        self.page = page

    @property
    def view(self) -> NetworkView:
        return self.page.view

    def read(self, function: Callable[..., Any], *values: Any) -> Any:
        return self.window.context.workbench.read(function, *values)

    def edit(self, label: str, function: Callable[..., Any], *values: Any, **named: Any) -> Changes:
        return self.window.context.workbench.edit(label, function, *values, **named)

    def undo(self) -> None:
        self.window.actions_by_name["undo"].trigger()

    def choose(self, code: str) -> None:
        self.view.choose(self.page.picture.cards[code])

    def link(self, origin: str, to: str) -> Dependency:
        """Select a link and return what it is."""
        self.page.go_to(f"{origin} → {to}")
        link: Dependency = self.view.link().link
        return link

    def place_of(self, code: str) -> QPoint:
        """Where the middle of a card is in the view."""
        return self.view.mapFromScene(self.page.picture.cards[code].sceneBoundingRect().center())

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, move in steps and let go, with the left button."""
        port = self.view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, STEPS + 1):
            at = QPointF(start) + QPointF(end - start) * step / STEPS
            moved = QMouseEvent(
                QEvent.Type.MouseMove,
                at,
                QPointF(port.mapToGlobal(at.toPoint())),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(port, moved)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)

    def draw(self, origin: str, to: str | None) -> None:
        """Draw a line from the handle of a card to another card, or to nothing."""
        self.choose(origin)
        card = self.page.picture.cards[origin]
        start = self.view.mapFromScene(card.mapToScene(card.handle().center()))
        self.drag(start, self.place_of(to) if to else QPoint(5, 5))
