"""What is written from the network page: places of cards, and dependencies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from models.editing import dependencies, layouts
from models.errors import UserError
from models.plan import Changes, DependencyKind
from views.context import Context
from views.network.items import CardItem
from views.network.link_form import USUAL_STRENGTH
from views.network.picture import Picture


class NetworkHand(QObject):
    """Writes through the workbench; what cannot be written is said by the herald, or handed back as a sentence."""

    def __init__(self, context: Context, page: QObject, view: QObject, picture: Picture) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._view = view
        self._picture = picture

    def drop(self, card: CardItem) -> None:
        """Keep where a card was put by mouse."""
        self._place(card, None)

    def nudge(self, card: CardItem) -> None:
        """Keep where a card was put by keys; one press after the other is one step of work."""
        self._place(card, f"place.{card.code}")

    def lay_out(self) -> None:
        """Forget where cards were put."""
        self._write("layout.clear", layouts.clear)

    def change(self, link: str, editor: QObject, **values: Any) -> str:
        """Write what is given of a link and return the id of the link that it became, empty when it was refused."""
        typing = f"why.{link}" if "reason" in values else None
        made = self._write("dependency.change", dependencies.change, link, initiator=editor, typing=typing, **values)
        return str(made.result) if made else ""

    def remove(self, link: str) -> bool:
        """Remove a link, and offer to undo it; return whether it could be done."""
        made = self._write("dependency.remove", dependencies.remove, link)
        if made:
            self._context.herald.note(self._context.language.say("network.removed"), with_undo=True)
        return made is not None

    def draw(self, origin: str, to: str) -> None:
        """Let one initiative precede another (codes), unless they have a link in this direction already."""
        link = f"{origin} → {to}"
        if any((one.link.origin, one.link.to) == (origin, to) for one in self._picture.links.values()):
            self._context.herald.note(self._context.language.say("network.there", link=link))
            return
        ends = [self._picture.cards[code].initiative.id for code in (origin, to)]
        if self._write("dependency.write", dependencies.write, *ends, DependencyKind.PRECEDES, USUAL_STRENGTH, ""):
            self._note_added(link)

    def add(self, origin: str, to: str, kind: DependencyKind, strength: int, why: str) -> str:
        """Add a link between initiatives (ids); return what is wrong with it, nothing when it was added."""
        codes = {card.initiative.id: card.code for card in self._picture.cards.values()}
        link = f"{codes.get(origin, '')} → {codes.get(to, '')}"
        if self._picture.of_kind(origin, to, kind) is not None:
            return self._context.language.say("network.there", link=link)
        values = (origin, to, kind, strength, why)
        try:
            self._context.workbench.edit("dependency.write", dependencies.write, *values, initiator=self._page)
        except UserError as error:
            return error.sentence(self._context.language.code)
        self._note_added(link)
        return ""

    def weaken(self, breaks: Sequence[tuple[str, str]]) -> None:
        """Let the first of each pair of codes enable the second instead of preceding it."""
        pairs = [tuple(self._picture.cards[code].initiative.id for code in pair) for pair in breaks]
        if self._write("dependency.weaken", dependencies.weaken, pairs):
            self._context.herald.note(self._context.language.say("network.broken"), with_undo=True)

    def _place(self, card: CardItem, typing: str | None) -> None:
        values = (card.initiative.id, card.x(), card.y())
        self._write("layout.place", layouts.place, *values, initiator=self._view, typing=typing)

    def _note_added(self, link: str) -> None:
        self._context.herald.note(self._context.language.say("network.added", link=link), with_undo=True)

    def _write(self, label: str, function: Callable[..., Any], *values: Any, **named: Any) -> Changes | None:
        """Write as one step of work; when that is refused, say why and return None."""
        named.setdefault("initiator", self._page)
        try:
            return self._context.workbench.edit(label, function, *values, **named)
        except UserError as error:
            self._context.herald.trouble(error.sentence(self._context.language.code))
            return None
