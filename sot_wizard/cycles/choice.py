"""The selector of a SOT cycle, by its number and days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from models.reading.desks import CycleSpan
from views.context import Context
from views.forms.chevron import ListBox
from views.parts.labels import set_look

_LEAST = 120


class CycleChoice(ListBox):
    """`picked(number)` carries the cycle that a person chose; an initiative with one cycle leaves nothing to choose."""

    picked = Signal(int)

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.setObjectName(name)
        set_look(self, "kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(ListBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(_LEAST)
        self.activated.connect(lambda row: self.picked.emit(self.itemData(row)))

    def show_cycles(self, cycles: Sequence[CycleSpan], number: int) -> None:
        """Show these cycles, the latest first, and the one with this number as the current one."""
        rows = [(self._name(span), span.number) for span in reversed(cycles)]
        if rows != [(self.itemText(row), self.itemData(row)) for row in range(self.count())]:
            self.clear()
            for name, one in rows:
                self.addItem(name, one)
        self.setCurrentIndex(self.findData(number))
        self.setEnabled(len(rows) > 1)

    def number(self) -> int:
        """Return the number of the cycle that is shown."""
        return int(self.currentData())

    def retranslate(self) -> None:
        """Show the words in the language of the window; the cycles themselves follow with the initiative."""
        self.setAccessibleName(self._context.language.say("sot.cycle_choice"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _name(self, span: CycleSpan) -> str:
        language = self._context.language
        if span.closed:
            day = language.day_of(span.closed)
            if span.reason:
                return language.say("sot.cycle_closed_why", number=span.number, day=day, reason=span.reason)
            return language.say("sot.cycle_closed", number=span.number, day=day)
        return language.say("sot.cycle_open", number=span.number, day=language.day_of(span.opened))
