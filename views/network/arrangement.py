"""Where the cards of the network stand and which way its links run; knows nothing of Qt.

The columns are those of the pictures that are exported (`app.pictures`). A card that was moved stays where it was put;
the links that touch it run straight between the cards, the others keep their lanes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.pictures.layering import Layout, laid_out
from app.pictures.routing import Curve, Grid, Point, routed
from models.plan import Dependency

if TYPE_CHECKING:
    from models.reading.networks import Web

CARD_WIDTH, CARD_HEIGHT = 150.0, 76.0
_LANE_HEIGHT, _APART, _GAP = 13.0, 24.0, 46.0
_SHAPE, _WIDEST_STRETCH = 0.72, 1.7
_APART_LINKS = 9.0
_LEAST_EASE, _EASE_SHARE = 26.0, 0.42


class Arrangement:
    """The corners of all cards by code, and the way of each link by its id."""

    def __init__(self, web: Web) -> None:
        self._links = {link.id: link for link in web.links if link.origin != link.to}
        ends = [(link.origin, link.to) for link in self._links.values()]
        layout = laid_out(web.analysis.order, ends, CARD_HEIGHT, _LANE_HEIGHT, _APART)
        layout = _stretched(layout)
        step = CARD_WIDTH + _GAP
        grid = Grid([number * step for number in range(len(layout.columns))], CARD_WIDTH, CARD_HEIGHT)
        self._routes = dict(zip(self._links, routed(layout, ends, grid), strict=True))
        lefts = {node: grid.lefts[number] for number, column in enumerate(layout.columns) for node in column}
        self._laid: Mapping[str, Point] = {
            one.code: (lefts[one.code], layout.middles[one.code] - CARD_HEIGHT / 2) for one in web.initiatives
        }
        self.corners: dict[str, Point] = {code: web.places.get(code, laid) for code, laid in self._laid.items()}
        self._touching: Mapping[str, list[str]] = self._by_card()
        self._offsets = self._side_by_side()

    def touching(self, code: str) -> tuple[str, ...]:
        """Return the ids of the links that touch a card."""
        return tuple(self._touching.get(code, ()))

    def way(self, link: str) -> tuple[Point, tuple[Curve, ...]]:
        """Return where a link starts and the curves it runs through."""
        one, route = self._links[link], self._routes[link]
        if all(self.corners[code] == self._laid[code] for code in (one.origin, one.to)):
            return route.start, route.curves
        return self._straight(one)

    def neighbour(self, code: str, right: int, down: int) -> str | None:
        """Return the nearest card in a direction (-1, 0 or 1 along each axis), None when there is none."""
        x, y = self.corners[code]
        found: list[tuple[float, str]] = []
        for other, (other_x, other_y) in self.corners.items():
            ahead = (other_x - x) * right + (other_y - y) * down
            aside = abs((other_x - x) * down) + abs((other_y - y) * right)
            if other != code and ahead > 1:
                found.append((ahead + 2 * aside, other))
        return min(found)[1] if found else None

    def _by_card(self) -> dict[str, list[str]]:
        touching: dict[str, list[str]] = defaultdict(list)
        for link in self._links.values():
            touching[link.origin].append(link.id)
            touching[link.to].append(link.id)
        return touching

    def _side_by_side(self) -> dict[str, float]:
        """Return how far each link is set aside from the line between its cards, so that no two run on one another."""
        pairs: dict[frozenset[str], list[str]] = defaultdict(list)
        for link in self._links.values():
            pairs[frozenset((link.origin, link.to))].append(link.id)
        return {
            link: (number - (len(links) - 1) / 2) * _APART_LINKS
            for links in pairs.values()
            for number, link in enumerate(links)
        }

    def _straight(self, link: Dependency) -> tuple[Point, tuple[Curve, ...]]:
        """Return the way from the side of a card that faces the other to the side of that one, in one bend."""
        (x1, y1), (x2, y2) = self.corners[link.origin], self.corners[link.to]
        aside = self._offsets[link.id]
        if abs(x2 - x1) >= CARD_WIDTH + 2 * _LEAST_EASE or abs(x2 - x1) > abs(y2 - y1) * CARD_WIDTH / CARD_HEIGHT:
            turn = 1 if x2 > x1 else -1
            start = (x1 + (CARD_WIDTH if turn > 0 else 0), y1 + CARD_HEIGHT / 2 + aside)
            end = (x2 + (0 if turn > 0 else CARD_WIDTH), y2 + CARD_HEIGHT / 2 + aside)
            ease = turn * max(_LEAST_EASE, abs(end[0] - start[0]) * _EASE_SHARE)
            return start, (((start[0] + ease, start[1]), (end[0] - ease, end[1]), end),)
        turn = 1 if y2 > y1 else -1
        start = (x1 + CARD_WIDTH / 2 + aside, y1 + (CARD_HEIGHT if turn > 0 else 0))
        end = (x2 + CARD_WIDTH / 2 + aside, y2 + (0 if turn > 0 else CARD_HEIGHT))
        ease = turn * max(_LEAST_EASE, abs(end[1] - start[1]) * _EASE_SHARE)
        return start, (((start[0], start[1] + ease), (end[0], end[1] - ease), end),)


def _stretched(layout: Layout) -> Layout:
    """Return the layout with its distances from top to bottom stretched towards the shape of a page."""
    width = len(layout.columns) * (CARD_WIDTH + _GAP) - _GAP
    middles = layout.middles.values()
    extent = max(middles, default=0.0) - min(middles, default=0.0)
    stretch = max(1.0, min(_WIDEST_STRETCH, (width * _SHAPE - CARD_HEIGHT) / extent)) if extent else 1.0
    return Layout(layout.columns, {node: y * stretch for node, y in layout.middles.items()}, layout.ways)
