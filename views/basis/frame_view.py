"""The triangle F–P–K with all its items, to tick for one initiative."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.method import MethodPack
from models.plan import Initiative
from views.context import Context
from views.drawn.triangle import KINDS, Triangle
from views.forms.frame_items import FrameItems
from views.layouts.scroll_column import ScrollColumn
from views.parts.card import Card
from views.parts.initiative_box import InitiativeBox
from views.parts.labels import PlainLabel
from views.theme import SPACE

_CHOICE_WIDTH = 250
_LONGEST = 130


class FrameView(ScrollColumn):
    """`toggled(initiative, item)` asks for an item to be kept to or not, `chosen(initiative)` for another one."""

    toggled = Signal(str, str)
    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._one: Initiative | None = None
        self.cards: dict[str, FrameItems] = {}
        self._holders: list[Card] = []
        self.box = InitiativeBox(context)
        self.box.setObjectName("basis.initiative")
        self.box.picked.connect(self.chosen)
        self.title = PlainLabel(role="strong", wraps=True)
        self.triangle = Triangle()
        self.hint = PlainLabel(role="muted", wraps=True)
        choice = Card(margin=14)
        choice.setFixedWidth(_CHOICE_WIDTH)
        for widget in (self.box, self.title, self.triangle, self.hint):
            choice.body.addWidget(widget)
        choice.body.addStretch()
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE[2])
        self._row.addWidget(choice)
        self.column.addLayout(self._row)
        self.column.addStretch()

    def make(self, method: MethodPack) -> None:
        """Make the cards of a method."""
        for holder in self._holders:
            holder.deleteLater()
        of_kind = {kind: [item for item in method.frame.values() if item.kind == kind] for kind in KINDS}
        self.cards = {
            kind: FrameItems(self._context, items, "basis", longest=_LONGEST) for kind, items in of_kind.items()
        }
        self._holders = [Card(margin=14) for _ in self.cards]
        for holder, card in zip(self._holders, self.cards.values(), strict=True):
            card.ticked.connect(self._on_ticked)
            holder.body.addWidget(card)
            self._row.addWidget(holder, stretch=1)

    def show_all(self, initiatives: Sequence[Initiative], chosen: Initiative | None) -> None:
        """Show the choice of one initiative."""
        self._one = chosen
        self.box.show_all(initiatives, chosen.id if chosen else "")
        frame = chosen.frame if chosen else ()
        self.title.setText(self._context.language.pick(chosen.title) if chosen else "")
        self.triangle.show_items(frame, self._context.themes.current)
        self.triangle.setAccessibleName(", ".join(frame))
        missing = [kind for kind in KINDS if not any(code.startswith(kind) for code in frame)]
        key = "basis.frame_missing" if missing else "basis.frame_hint"
        self.hint.setText(self._context.language.say(key, kinds=", ".join(missing)))
        for card in self.cards.values():
            card.show_chosen(frame)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.box.setAccessibleName(say("sot.initiative"))
        for card in self.cards.values():
            card.retranslate()

    def _on_ticked(self, code: str, _on: bool) -> None:
        if self._one is not None:
            self.toggled.emit(self._one.id, code)
