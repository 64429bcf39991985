"""What the network says of one initiative: what it needs, what it opens, how much it influences and depends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.plan import Dependency, DependencyKind, Initiative
from views.context import Context
from views.drawn.pill import Pill
from views.layouts.flow import FlowLayout
from views.parts.card import Card, Line
from views.parts.labels import PlainLabel
from views.theme import SPACE

if TYPE_CHECKING:
    from models.network import Standing
    from models.reading.networks import Web

_LABEL = 134
_ALWAYS = ("needs", "opens")


class CardInspector(Card):
    """An initiative in the network; each of its links can be pressed, `link_wanted(id)`; `opened(code)` asks for it."""

    link_wanted = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self.setObjectName("network.card")
        self.pill = Pill()
        self.title = PlainLabel(role="strong", wraps=True)
        self.open_button = QPushButton()
        self.open_button.setProperty("kind", "link")
        self.open_button.setObjectName("network.open")
        self.open_button.clicked.connect(lambda: self.opened.emit(self._code))
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch()
        head.addWidget(self.open_button)
        self.body.setSpacing(SPACE[0])
        self.body.addLayout(head)
        self.body.addWidget(self.title)
        self._rows_in = QVBoxLayout()
        self.body.addLayout(self._rows_in)
        self._rows: QWidget | None = None

    def show_card(self, one: Initiative, web: Web) -> None:
        """Show an initiative."""
        language, theme = self._context.language, self._context.themes.current
        self._code = one.code
        self.pill.show_text(self._spaced(one.code), theme.group(one.group), theme.group_ground(one.group))
        self.title.setText(language.pick(one.title))
        self.open_button.setText(language.say("network.open"))
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, SPACE[0], 0, 0)
        grid.setHorizontalSpacing(SPACE[1])
        grid.setVerticalSpacing(SPACE[0] + 1)
        grid.setColumnStretch(1, 1)
        for name, links in self._links(one.code, web.links):
            if links or name in _ALWAYS:
                self._add(grid, language.say(f"network.{name}"), self._buttons(one.code, links))
        for name, standings in (("influence", web.analysis.influence), ("dependence", web.analysis.dependence)):
            for part, text in self._standing(one.code, standings):
                value = PlainLabel(text, role="bold")
                value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._add(grid, language.say(f"network.{name}_{part}"), value)
        if self._rows is not None:
            self._rows_in.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = rows
        self._rows_in.addWidget(rows)

    def _add(self, grid: QGridLayout, name: str, value: QWidget) -> None:
        row = grid.rowCount()
        label = PlainLabel(name, role="muted", wraps=True)
        label.setFixedWidth(_LABEL)
        grid.addWidget(Line(), row, 0, 1, 2)
        grid.addWidget(label, row + 1, 0)
        grid.addWidget(value, row + 1, 1)

    def _links(self, code: str, links: Iterable[Dependency]) -> list[tuple[str, list[Dependency]]]:
        kinds = DependencyKind
        every = list(links)
        into = [link for link in every if link.to == code]
        out = [link for link in every if link.origin == code]
        return [
            ("needs", [link for link in into if link.kind is kinds.PRECEDES]),
            ("enabled_by", [link for link in into if link.kind is kinds.ENABLES]),
            ("opens", [link for link in out if link.kind is kinds.PRECEDES]),
            ("enables", [link for link in out if link.kind is kinds.ENABLES]),
            ("conflicts", [link for link in into + out if link.kind is kinds.CONFLICTS]),
        ]

    def _buttons(self, code: str, links: list[Dependency]) -> QWidget:
        if not links:
            value = PlainLabel("–")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            return value
        say = self._context.language.say
        holder = QWidget()
        flow = FlowLayout(holder, spacing=2, from_right=True)
        for link in links:
            other = self._spaced(link.to if link.origin == code else link.origin)
            button = QPushButton(say("network.link_short", code=other, strength=link.strength))
            button.setProperty("kind", "link")
            button.setAccessibleName(
                say("network.link_name", link=f"{link.origin} → {link.to}", kind=say(f"network.kind_{link.kind}"))
            )
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _checked=False, link=link.id: self.link_wanted.emit(link))
            flow.addWidget(button)
        return holder

    def _standing(self, code: str, standings: Mapping[str, Standing]) -> list[tuple[str, str]]:
        say, own = self._context.language.say, standings[code]
        rank = 1 + sum(one.indirect > own.indirect for one in standings.values())
        total = len(standings)
        direct = say("network.ranked", value=own.direct, rank=own.rank, total=total)
        return [("direct", direct), ("indirect", say("network.rank", rank=rank, total=total))]

    def _spaced(self, code: str) -> str:
        return self._context.language.say("overview.code", code=code.removeprefix("SOI"))
