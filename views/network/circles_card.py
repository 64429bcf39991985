"""The circles in the network, each with a way to see it and a way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.circles import way_round
from views.context import Context
from views.parts.card import Card, Line
from views.parts.labels import PlainLabel
from views.theme import SPACE

if TYPE_CHECKING:
    from models.network import Break
    from models.reading.networks import Web

_SHOWN = 6


class CirclesCard(Card):
    """Lists the circles; `show_wanted(codes)` asks to see one, `break_wanted(pairs of codes)` to weaken links."""

    show_wanted = Signal(object)
    break_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("network.circles")
        self.heading = PlainLabel(role="strong")
        self.none = PlainLabel(role="muted", wraps=True)
        self._list_in = QVBoxLayout()
        self.body.setSpacing(SPACE[0])
        self.body.addWidget(self.heading)
        self.body.addWidget(self.none)
        self.body.addLayout(self._list_in)
        self._list: QWidget | None = None

    def show_circles(self, web: Web) -> None:
        """Show the circles of the network."""
        say = self._context.language.say
        circles = web.analysis.cycles
        self.heading.setText(say("network.circles", count=len(circles)))
        self.none.setText(say("network.no_circles"))
        self.none.setVisible(not circles)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1] - 2)
        for number, circle in enumerate(circles[:_SHOWN]):
            breaks = [one for one in web.analysis.breaks if one.origin in circle]
            if number:
                column.addWidget(Line())
            self._add(column, number, circle, web, breaks)
        if self._list is not None:
            self._list_in.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = made
        self._list_in.addWidget(made)

    def _add(self, column: QVBoxLayout, number: int, circle: tuple[str, ...], web: Web, breaks: list[Break]) -> None:
        say = self._context.language.say
        way = " → ".join(self._spaced(code) for code in way_round(circle, web.links))
        column.addWidget(PlainLabel(way, role="error", wraps=True))
        named = "; ".join(
            say("network.break_one", link=f"{self._spaced(one.origin)} → {self._spaced(one.to)}", strength=one.cost)
            for one in breaks
        )
        column.addWidget(PlainLabel(say("network.break_by", links=named), role="muted", wraps=True))
        show, weaken = QPushButton(say("network.show")), QPushButton(say("network.break"))
        weaken.setProperty("kind", "primary")
        show.setObjectName(f"network.circle.{number}.show")
        weaken.setObjectName(f"network.circle.{number}.break")
        show.setAccessibleName(f"{show.text()}: {way}")
        weaken.setAccessibleName(f"{weaken.text()}: {named}")
        show.clicked.connect(lambda: self.show_wanted.emit(circle))
        weaken.clicked.connect(lambda: self.break_wanted.emit([(one.origin, one.to) for one in breaks]))
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(weaken)
        row.addStretch()
        column.addLayout(row)

    def _spaced(self, code: str) -> str:
        return self._context.language.say("overview.code", code=code.removeprefix("SOI"))
