"""Where the words of an answer went: a chip for each measure that came from it, which leads to its cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from models.reading.desks import PlacedWords
from views.context import Context
from views.drawn.review_sign import SIDE, review_icon
from views.layouts.flow import FlowLayout
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE


class PlacedLine(QWidget):
    """A caption and the chips; those whose measure waits for a review carry its sign. They are made when seen."""

    def __init__(self, context: Context, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = code
        self._initiative = ""
        self._placed: Sequence[PlacedWords] = ()
        self._is_due = False
        self.caption = PlainLabel(role="small")
        self.chips: list[QPushButton] = []
        self._flow = FlowLayout(self, spacing=SPACE[0])
        self._flow.addWidget(self.caption)
        self.hide()

    def show_placed(self, initiative: str, placed: Sequence[PlacedWords]) -> None:
        """Show the measures that came from the answer of an initiative, given by its code."""
        if (initiative, placed) != (self._initiative, self._placed):
            self._initiative, self._placed, self._is_due = initiative, placed, True
        if self.isVisible():
            self._make()
        self.setVisible(bool(placed))

    def retranslate(self) -> None:
        """Show the words in the language of the window, and the signs in the colours of the theme."""
        self.caption.setText(self._context.language.say("card.placed"))
        self._is_due = True
        if self.isVisible():
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the chips that are due."""
        super().showEvent(event)
        self._make()

    def _make(self) -> None:
        if not self._is_due:
            return
        self._is_due = False
        while len(self.chips) < len(self._placed):
            self._add_chip()
        for chip in self.chips[len(self._placed) :]:
            chip.hide()
        for chip, placed in zip(self.chips, self._placed, strict=False):
            self._show(chip, placed)
            chip.show()
        self.updateGeometry()

    def _add_chip(self) -> None:
        chip, number = QPushButton(), len(self.chips)
        chip.setObjectName(f"sot.placed.{self._code}.{number + 1}")
        chip.setProperty("kind", "chip")
        chip.setIconSize(QSize(SIDE, SIDE))
        chip.clicked.connect(lambda: self._go(number))
        self.chips.append(chip)
        self._flow.addWidget(chip)

    def _show(self, chip: QPushButton, placed: PlacedWords) -> None:
        say = self._context.language.say
        cell = placed.cell.replace(".", "·")
        chip.setText(f"→ {cell}")
        key = "card.placed_review" if placed.needs_review else "card.placed_in"
        sentence = say(key, cell=cell, text=placed.text)
        chip.setAccessibleName(sentence)
        chip.setToolTip(tip(sentence))
        if placed.needs_review:
            chip.setIcon(review_icon(self._context.themes.current.doing))
        else:
            chip.setIcon(QIcon())

    def _go(self, number: int) -> None:
        placed = self._placed[number]
        self._context.navigator.go("matrix", f"{self._initiative}.{placed.cell}#{placed.measure}")
