"""The heat of the portfolio with the choice of what it measures."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from models.reading import initiatives
from models.reading.portfolio import heat
from views.context import Context
from views.matrix.heat.grid import COUNT, MEASURES, HeatGrid, Shown
from views.parts.card import Card
from views.parts.labels import ElidedLabel, leave_room
from views.theme import SPACE

_SETTING = "matrix/heat"


class HeatBoard(Card):
    """`opened(place)` asks for a cell, `closed` follows Esc. The number keys choose what is measured."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("matrix.heat.board")
        self.grid = HeatGrid(context)
        self.setFocusProxy(self.grid)
        self.choices = {measure: QPushButton() for measure in MEASURES}
        self.said = ElidedLabel(role="muted")
        self.said.setObjectName("matrix.heat.said")
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        chosen = context.settings.text(_SETTING)
        self._lay_out(chosen if chosen in MEASURES else COUNT)
        self.grid.opened.connect(self.opened)
        self.grid.moved.connect(self.said.setText)

    def _lay_out(self, chosen: str) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE[0])
        group = QButtonGroup(self)
        for measure, button in self.choices.items():
            button.setObjectName(f"matrix.heat.{measure}")
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setChecked(measure == chosen)
            button.clicked.connect(lambda _on=False, measure=measure: self.choose(measure))
            group.addButton(button)
            top.addWidget(button)
        top.addWidget(self.said, stretch=1)
        self.body.addLayout(top)
        self.body.addWidget(self.grid, stretch=1)

    @property
    def measure(self) -> str:
        """Return what is measured."""
        return next(measure for measure, button in self.choices.items() if button.isChecked())

    def choose(self, measure: str) -> None:
        """Measure something else."""
        self.choices[measure].setChecked(True)
        self._context.settings.set_text(_SETTING, measure)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        workbench = self._context.workbench
        method = workbench.method
        shown = Shown(
            workbench.read(initiatives.every),
            [one.number for one in method.directions.values()],
            [one.number for one in method.key_factors.values()],
            workbench.read(heat.squares, date.today()),
        )
        self.grid.show_squares(shown, self.measure)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        for number, (measure, button) in enumerate(self.choices.items(), start=1):
            button.setText(f"{number}  {say(f'matrix.heat.by_{measure}')}")
            leave_room(button)
        self.grid.setAccessibleName(say("matrix.heat.name"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what is measured with its number; close with Esc."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif 0 <= number < len(MEASURES) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(MEASURES[number])
        else:
            super().keyPressEvent(event)
