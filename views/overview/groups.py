"""The columns of the overview: a group of bases each, with the cards of its initiatives in rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from views.drawn.dot import Dot
from views.overview.initiative_card import LEAST_HEIGHT, MOST_HEIGHT, InitiativeCard
from views.parts.labels import ElidedLabel, PlainLabel
from views.theme import SPACE

_FIRST_ROW = 1


class GroupHead(QWidget):
    """The name of a group, and which bases and how many initiatives it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dot = Dot()
        self.name = ElidedLabel(role="strong")
        self.bases = PlainLabel(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.dot)
        row.addWidget(self.name, stretch=1)
        row.addWidget(self.bases)


class Groups(QWidget):
    """A grid whose rows run through all groups, so that the cards of one row are equally high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads: dict[str, GroupHead] = {}
        self._shown: list[list[InitiativeCard]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[2] + 2)
        self._grid.setVerticalSpacing(SPACE[2] - 2)

    @property
    def shown(self) -> list[InitiativeCard]:
        """Return the cards, column by column."""
        return [card for column in self._shown for card in column]

    def head(self, code: str) -> GroupHead:
        """Return the head of a group, the next column's when the group is new."""
        if code not in self.heads:
            head = self.heads[code] = GroupHead()
            column = len(self.heads) - 1
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)
        return self.heads[code]

    def fit(self, height: int) -> None:
        """Let the cards grow towards filling a height, as far as it becomes them."""
        rows = max((len(column) for column in self._shown), default=0)
        if not rows:
            return
        head = max(one.sizeHint().height() for one in self.heads.values())
        each = (height - head - rows * self._grid.verticalSpacing()) // rows
        for card in (card for column in self._shown for card in column):
            card.setMinimumHeight(max(LEAST_HEIGHT, min(MOST_HEIGHT, each)))

    def show_cards(self, columns: Sequence[Sequence[InitiativeCard]]) -> None:
        """Put cards into the columns, in these orders."""
        wanted = [list(column) for column in columns]
        if wanted == self._shown:
            return
        rows = max(len(column) for column in (*self._shown, *wanted, []))
        for column in self._shown:
            for card in column:
                self._grid.removeWidget(card)
        for number, column in enumerate(wanted):
            for row, card in enumerate(column, start=_FIRST_ROW):
                self._grid.addWidget(card, row, number)
        filled = max(len(column) for column in (*wanted, []))
        for row in range(_FIRST_ROW, _FIRST_ROW + rows + 1):
            self._grid.setRowStretch(row, 1 if row == _FIRST_ROW + filled else 0)
        self._shown = wanted
        previous: InitiativeCard | None = None
        for card in (card for column in wanted for card in column):
            if previous is not None:
                QWidget.setTabOrder(previous.heat_button, card)
            QWidget.setTabOrder(card, card.heat_button)
            previous = card
