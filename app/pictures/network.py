"""The picture of how initiatives depend on one another: cards in waves from left to right, links in the gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from app.pictures import palette, scene
from app.pictures.breaking import Line, broken
from app.pictures.layering import Layout, laid_out
from app.pictures.legend import Sample, legend
from app.pictures.routing import Grid, Route, routed
from app.pictures.scene import Box, Item, Path, Polygon, Scene, Style
from app.pictures.wording import Wording, spaced
from models.plan import Dependency, DependencyKind, Initiative, PlanHeader

if TYPE_CHECKING:
    from models.network import Network

_MARGIN, _TOP, _FOOT = 46.0, 104.0, 66.0
_CARD_WIDTH, _LANE_HEIGHT, _APART, _NARROWEST_GAP = 152.0, 14.0, 26.0, 84.0
_BAR, _PAD_X, _PAD_Y, _RADIUS = 5.0, 9.0, 8.0, 7.0
_WIDEST_STRETCH = 1.7
_MOST_LINES = 6
_CODE = Style(11.5, palette.INK, scene.SEMIBOLD)
_TITLE = Style(11.0, palette.INK)
_HEADING = Style(20.0, palette.INK, scene.SEMIBOLD)
_BELOW = Style(12.0, palette.MUTED)
_DASHED, _DOTTED = (6.0, 4.0), (0.1, 4.2)
_WIDTHS = {1: 1.1, 2: 1.9, 3: 2.8}


@dataclass(frozen=True, slots=True)
class NetworkContent:
    """What the picture of a network shows: the initiatives of a plan, their links, and what those amount to."""

    plan: PlanHeader
    initiatives: tuple[Initiative, ...]
    dependencies: tuple[Dependency, ...]
    analysis: Network


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a link is drawn; what has a higher `rank` is drawn over the rest."""

    name: str
    colour: str
    dash: tuple[float, ...] = ()
    rank: int = 0


_PRECEDES = _Kind("precedes", palette.LINK)
_ENABLES = _Kind("enables", palette.LINK, _DASHED)
_CONFLICTS = _Kind("conflicts", palette.LATE, _DOTTED, 2)
_CYCLE = _Kind("cycle", palette.LATE, (), 2)
_CRITICAL = _Kind("critical", palette.ACCENT, (), 1)


def network(content: NetworkContent, wording: Wording) -> Scene:
    """Return the picture, on a sheet of A3 or larger if the plan needs it."""
    links = [link for link in content.dependencies if link.origin != link.to]
    ends = [(link.origin, link.to) for link in links]
    titles = {one.code: _title_lines(one.title[wording.language]) for one in content.initiatives}
    height = 2 * _PAD_Y + _CODE.leading + max((len(t) for t in titles.values()), default=1) * _TITLE.leading
    layout = laid_out(content.analysis.order, ends, height, _LANE_HEIGHT, _APART)
    needed = max(layout.middles.values(), default=0.0) + height / 2
    page = _page(len(layout.columns), needed)
    layout = _spread(layout, height, page[1] - _TOP - _FOOT)
    grid = _grid(len(layout.columns), height, page[0])
    routes = routed(layout, ends, grid)
    kinds = list(_kinds(links, content.analysis))
    drawn = sorted(zip(kinds, links, routes, strict=True), key=lambda one: one[0].rank)
    items: list[Item] = [Box(0, 0, *page, fill=palette.PAPER), *_heading(content, wording)]
    for kind, link, route in drawn:
        items += _arrow(kind, link.strength, route)
    lefts = {node: grid.lefts[number] for number, column in enumerate(layout.columns) for node in column}
    for one in content.initiatives:
        upper = layout.middles[one.code] - height / 2
        items += _card(one, Box(lefts[one.code], upper, _CARD_WIDTH, height), titles[one.code])
    room = page[0] - 2 * _MARGIN
    items += legend(_MARGIN, page[1] - _FOOT + 10, room, list(_kinds_explained(wording)))
    items += legend(_MARGIN, page[1] - _FOOT + 30, room, list(_groups_explained(content, wording)))
    return Scene(*page, wording.say("picture.network_title", plan=content.plan.title[wording.language]), tuple(items))


def _title_lines(title: str) -> list[Line]:
    """Return a title in the lines of a card, cut with an ellipsis when it is longer than six."""
    width = _CARD_WIDTH - _BAR - 2 * _PAD_X
    lines = broken([_TITLE.run(title)], _TITLE.size, width)
    while len(lines) > _MOST_LINES:
        title = title[: max(1, len(title) * 9 // 10)].rstrip() + "…"
        lines = broken([_TITLE.run(title)], _TITLE.size, width)
    return lines


def _page(columns: int, height: float) -> tuple[float, float]:
    """Return the size of the sheet: A3 lying, ISO 216, or what the columns and their height need."""
    width = 2 * _MARGIN + columns * _CARD_WIDTH + (columns - 1) * _NARROWEST_GAP
    return max(scene.A3_LYING[0], width), max(scene.A3_LYING[1], _TOP + height + _FOOT)


def _spread(layout: Layout, height: float, room: float) -> Layout:
    """Return the layout set in the middle of `room`, its distances stretched towards filling it."""
    middles = layout.middles.values()
    extent = max(middles, default=0.0) - min(middles, default=0.0)
    stretch = max(1.0, min(_WIDEST_STRETCH, (room - height) / extent)) if extent else 1.0
    top = _TOP + (room - extent * stretch) / 2 - min(middles, default=0.0) * stretch
    return Layout(layout.columns, {node: top + y * stretch for node, y in layout.middles.items()}, layout.ways)


def _grid(columns: int, height: float, width: float) -> Grid:
    step = (width - 2 * _MARGIN - _CARD_WIDTH) / max(1, columns - 1)
    return Grid([_MARGIN + number * step for number in range(columns)], _CARD_WIDTH, height)


def _kinds(links: Sequence[Dependency], analysis: Network) -> Iterator[_Kind]:
    circle_of = {code: number for number, circle in enumerate(analysis.cycles) for code in circle}
    critical = set(pairwise(analysis.critical_path))
    for link in links:
        if link.kind is DependencyKind.CONFLICTS:
            yield _CONFLICTS
        elif link.kind is DependencyKind.ENABLES:
            yield _ENABLES
        elif link.origin in circle_of and circle_of[link.origin] == circle_of.get(link.to):
            yield _CYCLE
        else:
            yield _CRITICAL if (link.origin, link.to) in critical else _PRECEDES


def _arrow(kind: _Kind, strength: int, route: Route) -> Iterator[Item]:
    """Yield a link as a line that ends where the head begins, and its head."""
    width = _WIDTHS[strength]
    length, half = 5.5 + 1.9 * width, 2.6 + 1.1 * width
    *others, (first, second, (x, y)) = route.curves
    foot = x - route.points * length
    last = (first, (second[0] - route.points * length, second[1]), (foot + route.points, y))
    yield Path(route.start, (*others, last), kind.colour, width, kind.dash, round_ends=kind.dash == _DOTTED)
    yield Polygon(((x, y), (foot, y - half), (foot, y + half)), kind.colour)


def _card(one: Initiative, at: Box, title: Sequence[Line]) -> Iterator[Item]:
    colour = palette.of_group(one.group)
    yield replace(at, fill=palette.CARD, stroke=colour, stroke_width=1.2, radius=_RADIUS)
    yield replace(at, width=_BAR, fill=colour, radius=_BAR / 2)
    left = at.x + _BAR + _PAD_X
    upper = at.y + (at.height - _CODE.leading - len(title) * _TITLE.leading) / 2
    yield from scene.text(left, upper, spaced(one.code), Style(_CODE.size, colour, _CODE.face))
    yield from scene.placed(left, upper + _CODE.leading, _TITLE, title)


def _heading(content: NetworkContent, wording: Wording) -> Iterator[Item]:
    yield from scene.text(_MARGIN, 30, wording.say("picture.network_heading"), _HEADING)
    below = wording.say("picture.as_of", plan=content.plan.title[wording.language], day=wording.day(wording.on))
    yield from scene.text(_MARGIN, 60, below, _BELOW)


def _kinds_explained(wording: Wording) -> Iterator[Sample]:
    for kind in (_PRECEDES, _ENABLES, _CRITICAL, _CONFLICTS, _CYCLE):
        yield Sample(wording.say(f"picture.{kind.name}"), line=(kind.colour, kind.dash))
    yield Sample(wording.say("picture.thickness"))


def _groups_explained(content: NetworkContent, wording: Wording) -> Iterator[Sample]:
    present = {one.group for one in content.initiatives}
    for group in wording.method.groups.values():
        if group.code in present:
            name = f"{group.code} · {group.text[wording.language]}"
            yield Sample(name, swatch=palette.of_group(group.code))
