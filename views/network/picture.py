"""Keeps the scene of the network in step with the plan: cards, links, what is selected, what is emphasised."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from models.plan import Dependency, DependencyKind, Initiative
from views.context import Context
from views.network.arrangement import Arrangement
from views.network.items import CardItem, LinkItem
from views.network.looks import Look, looks
from views.network.view import NetworkView
from views.parts.labels import tip

if TYPE_CHECKING:
    from models.reading.networks import Web


class Picture:
    """The cards by code and the links by id, as they stand in a view's scene."""

    def __init__(self, context: Context, view: NetworkView) -> None:
        self._context = context
        self._view = view
        self._arrangement: Arrangement | None = None
        self.cards: dict[str, CardItem] = {}
        self.links: dict[str, LinkItem] = {}

    def show(self, web: Web) -> None:
        """Show a network; what was selected stays selected as long as it is there."""
        card, link = self._view.card(), self._view.link()
        chosen = (card.code if card else "", link.link.id if link else "")
        scene = self._view.scene()
        was = scene.blockSignals(True)
        scene.clear()
        self._arrangement = Arrangement(web)
        self.cards = {one.code: self._add_card(one) for one in web.initiatives}
        self.links = {one.id: self._add_link(one, look) for one, look in looks(web.links, web.analysis)}
        self._view.make_room()
        kept = self.cards.get(chosen[0]) or self.links.get(chosen[1])
        if kept is not None:
            kept.setSelected(True)
        scene.blockSignals(was)

    def clear(self) -> None:
        """Show nothing."""
        scene = self._view.scene()
        was = scene.blockSignals(True)
        self.cards, self.links = {}, {}
        scene.clear()
        scene.blockSignals(was)

    def between(self, origin: str, to: str) -> LinkItem | None:
        """Return a link between two initiatives, in this direction rather than in the other."""
        found = [one for one in self.links.values() if {one.link.origin, one.link.to} == {origin, to}]
        return next((one for one in found if one.link.origin == origin), found[0] if found else None)

    def at(self, place: str) -> CardItem | LinkItem | None:
        """Return what a place such as SOI5 or SOI4 → SOI5 names."""
        origin, _, to = (part.strip() for part in place.partition("→"))
        return self.between(origin, to) if to else self.cards.get(origin.partition(".")[0])

    def first(self, initiative: str, web: Web) -> CardItem | None:
        """Return the card of an initiative (its id), or else of the one with the most influence."""
        ranks = {code: one.rank for code, one in web.analysis.influence.items()}
        return min(
            self.cards.values(), key=lambda one: (one.initiative.id != initiative, ranks[one.code]), default=None
        )

    def of_kind(self, origin: str, to: str, kind: DependencyKind) -> LinkItem | None:
        """Return the link of a kind from one initiative to another (ids)."""
        ids = {code: card.initiative.id for code, card in self.cards.items()}
        for one in self.links.values():
            if (ids[one.link.origin], ids[one.link.to], one.link.kind) == (origin, to, kind):
                return one
        return None

    def neighbour(self, right: int, down: int) -> CardItem | None:
        """Return the card next to the selected one in a direction; the first one when none is selected."""
        card = self._view.card()
        if card is None or self._arrangement is None:
            return next(iter(self.cards.values()), None)
        code = self._arrangement.neighbour(card.code, right, down)
        return self.cards[code] if code else None

    def emphasise(self, circle: Collection[str]) -> None:
        """Let the cards and links of a circle stand out, or all alike for none."""
        for code, card in self.cards.items():
            card.in_circle = code in circle
            card.update()
        for link in self.links.values():
            link.is_quiet = bool(circle) and not {link.link.origin, link.link.to} <= set(circle)
            link.update()

    def _add_card(self, one: Initiative) -> CardItem:
        assert self._arrangement is not None
        language = self._context.language
        label = language.say("overview.code", code=one.code.removeprefix("SOI"))
        card = CardItem(one, language.pick(one.title), label, self._context.themes.current)
        card.setPos(*self._arrangement.corners[one.code])
        card.setToolTip(tip(card.title))
        card.follow(self._on_moved)
        self._view.scene().addItem(card)
        return card

    def _add_link(self, one: Dependency, look: Look) -> LinkItem:
        assert self._arrangement is not None
        link = LinkItem(one, look, self._context.themes.current)
        link.run(*self._arrangement.way(one.id))
        say = self._context.language.say
        link.setToolTip(tip(f"{one.origin} → {one.to} · {say(f'network.kind_{one.kind}')} · {one.strength}"))
        self._view.scene().addItem(link)
        return link

    def _on_moved(self, card: CardItem) -> None:
        assert self._arrangement is not None
        self._arrangement.corners[card.code] = (card.x(), card.y())
        for link in self._arrangement.touching(card.code):
            if link in self.links:
                self.links[link].run(*self._arrangement.way(link))
