"""The twelve statements of the basis in their three groups, each with its clauses and its initiatives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from models.method import Basis, MethodPack
from models.plan import Initiative
from views.context import Context
from views.drawn.dot import Dot
from views.drawn.pill import Pill
from views.parts.card import Card
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

_MARGIN = 14


class StatementCard(Card):
    """One statement: its codes, its clauses, its words, and a way to each of its initiatives."""

    pressed = Signal(str)

    def __init__(self, context: Context, basis: Basis) -> None:
        super().__init__(margin=_MARGIN)
        self._context = context
        self.basis = basis
        self._links: list[QPushButton] = []
        self.setObjectName(f"basis.{basis.code}")
        self.pill = Pill()
        self.clauses = PlainLabel(", ".join(basis.clauses), "small")
        self.text = PlainLabel(wraps=True)
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch()
        head.addWidget(self.clauses)
        self.body.addLayout(head)
        self.body.addWidget(self.text)
        self.body.addStretch()

    def show_initiatives(self, initiatives: Sequence[Initiative]) -> None:
        """Show the statement, and these initiatives below it."""
        pick, theme = self._context.language.pick, self._context.themes.current
        basis = self.basis
        self.pill.show_text(
            f"{basis.code} – {basis.group_code}", theme.group(basis.group), theme.group_ground(basis.group)
        )
        self.text.setText(pick(basis.text))
        while len(self._links) < len(initiatives):
            link = QPushButton()
            link.setProperty("kind", "link")
            link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            link.clicked.connect(lambda _checked=False, link=link: self.pressed.emit(link.property("place")))
            self._links.append(link)
            self.body.addWidget(link)
        for number, link in enumerate(self._links):
            link.setVisible(number < len(initiatives))
            if number < len(initiatives):
                self._show_link(link, initiatives[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the titles of the initiatives be as long as the card allows."""
        super().resizeEvent(event)
        for link in self._links:
            self._fit(link)

    def _fit(self, link: QPushButton) -> None:
        room = self.width() - 2 * _MARGIN - 8
        shown = link.fontMetrics().elidedText(link.accessibleName(), Qt.TextElideMode.ElideRight, room)
        link.setText(shown.replace("&", "&&"))

    def _show_link(self, link: QPushButton, one: Initiative) -> None:
        title = f"{one.code}  {self._context.language.pick(one.title)}"
        link.setProperty("place", one.code)
        link.setAccessibleName(title)
        link.setToolTip(tip(title))
        self._fit(link)


class Statements(QWidget):
    """Three columns, one for each group, with rows of one height. `pressed(code)` carries an initiative to go to."""

    pressed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("kind", "clear")
        self._cards: list[StatementCard] = []
        self._heads: dict[str, tuple[Dot, PlainLabel, PlainLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[2])
        self._grid.setVerticalSpacing(SPACE[2])

    def make(self, method: MethodPack) -> None:
        """Make the cards of a method."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._cards, self._heads = [], {}
        for column, group in enumerate(method.groups):
            self._grid.addWidget(self._head(group), 0, column)
            self._grid.setColumnStretch(column, 1)
            for row, basis in enumerate(one for one in method.bases.values() if one.group == group):
                card = StatementCard(self._context, basis)
                card.pressed.connect(self.pressed)
                self._cards.append(card)
                self._grid.addWidget(card, row + 1, column)

    def show_all(self, initiatives: Sequence[Initiative]) -> None:
        """Show every statement with its initiatives."""
        groups, theme = self._context.workbench.method.groups, self._context.themes.current
        for code, (dot, name, codes) in self._heads.items():
            dot.show_colour(theme.group(code))
            name.setText(self._context.language.pick(groups[code].text))
            own = [card.basis.group_code for card in self._cards if card.basis.group == code]
            codes.setText(f"{own[0]}–{own[-1]}")
        for card in self._cards:
            card.show_initiatives([one for one in initiatives if one.basis == card.basis.code])

    def card(self, code: str) -> StatementCard | None:
        """Return the card of a basis by its code, C5 or H1."""
        return next((card for card in self._cards if code in (card.basis.code, card.basis.group_code)), None)

    def _head(self, group: str) -> QWidget:
        head = QWidget()
        dot, name, codes = Dot(), PlainLabel(role="strong"), PlainLabel(role="muted")
        row = QHBoxLayout(head)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(SPACE[1])
        for widget in (dot, name, codes):
            row.addWidget(widget)
        row.addStretch()
        self._heads[group] = (dot, name, codes)
        return head
