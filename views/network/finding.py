"""The line of the network that finds a card: it is selected and brought to the middle."""

from __future__ import annotations

from functools import partial

from app.language import Language
from models.text import fold
from views.network.picture import Picture
from views.network.view import NetworkView
from views.parts.finder import Finder


class CardFinder(Finder):
    """Looks for words in the codes and titles of the cards, in either language."""

    def __init__(self, language: Language, view: NetworkView, picture: Picture) -> None:
        super().__init__(language, "network")
        self._view = view
        self._picture = picture
        self.typed.connect(partial(self._find, goes_on=False))
        self.next_wanted.connect(partial(self._find, goes_on=True))
        self.closed.connect(view.setFocus)

    def _find(self, words: str, *, goes_on: bool) -> None:
        """Show the first card that has every one of the words, or the first after the card that is selected."""
        wanted = fold(words).split()
        cards = list(self._picture.cards.values())
        now = self._view.card()
        start = cards.index(now) + 1 if goes_on and now in cards else 0
        around = cards[start:] + cards[:start] if wanted else []
        found = next((one for one in around if all(word in one.folded for word in wanted)), None)
        if found is not None:
            self._view.choose(found)
            self._view.centerOn(found)
        self.say_none(is_none=bool(wanted) and found is None)
