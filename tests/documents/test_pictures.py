"""Pictures: every initiative, link and measure is in them, nothing runs through a card, text stays literal."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse
from hypothesis import given
from hypothesis import strategies as st

from app.documents.export import export
from app.pictures import palette
from app.pictures.layering import Layout, crossings, laid_out
from app.pictures.matrix import matrix
from app.pictures.network import NetworkContent, network
from app.pictures.routing import Grid, Route, routed
from app.pictures.scene import A3_LYING, Box, Polygon, Sign, Words
from app.pictures.scene import Path as Way
from app.pictures.wording import Wording
from models.messages import LANGUAGES
from models.plan import DependencyKind, Sheet
from tests.documents.conftest import ON, Example, fonts_of, read_pdf, squashed, with_measures, with_title

SVG = "{http://www.w3.org/2000/svg}"
CARD, WIDTH, GAP = 60.0, 150.0, 90.0


def words_of(items: tuple[object, ...]) -> str:
    return squashed(
        "".join(
            piece.stands_for or piece.text for item in items if isinstance(item, Words) for piece in item.line.pieces
        )
    )


def svg_text(root: Element) -> str:
    return squashed("".join(node.text or "" for node in root.iter(f"{SVG}text")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_network_shows_every_initiative_and_every_link(plan: Example, language: str) -> None:
    scene = network(plan.network, Wording(plan.method, language, ON))
    text = words_of(scene.items)
    for one in plan.network.initiatives:
        assert squashed(f"{one.code}{one.title[language]}") in text
    assert sum(isinstance(item, Polygon) for item in scene.items) == len(plan.network.dependencies)
    assert (scene.width, scene.height) == A3_LYING


def test_links_are_told_apart_by_more_than_colour(plan: Example) -> None:
    scene = network(plan.network, Wording(plan.method, "vi", ON))
    looks = {(item.colour, bool(item.dash), item.round_ends) for item in scene.items if isinstance(item, Way)}
    assert looks == {
        (palette.LINK, False, False),
        (palette.LINK, True, False),
        (palette.ACCENT, False, False),
        (palette.LATE, True, True),
        (palette.LATE, False, False),
    }
    widths = {item.width for item in scene.items if isinstance(item, Way)}
    assert len(widths) >= 3


def test_a_card_as_tall_as_its_title_needs_holds_it(plan: Example) -> None:
    first, *others = plan.network.initiatives
    long = replace(first, title=replace(first.title, vi="Tên rất dài của một sáng kiến " * 20))
    content = replace(plan.network, initiatives=(long, *others))
    scene = network(content, Wording(plan.method, "vi", ON))
    assert "…" in words_of(scene.items)


def test_a_plan_without_links_or_initiatives_has_a_picture_too(plan: Example) -> None:
    wording = Wording(plan.method, "vi", ON)
    unlinked = replace(
        plan.network, dependencies=(), analysis=replace(plan.network.analysis, cycles=(), critical_path=())
    )
    assert network(unlinked, wording).items
    empty = NetworkContent(plan.network.plan, (), (), replace(unlinked.analysis, order=()))
    assert network(empty, wording).items


def test_the_network_of_the_example_plan_runs_through_no_card(plan: Example) -> None:
    scene = network(plan.network, Wording(plan.method, "vi", ON))
    cards = [item for item in scene.items if isinstance(item, Box) and item.stroke]
    assert len(cards) == 12
    for way in (item for item in scene.items if isinstance(item, Way)):
        for x, y in points_of(way.start, way.curves):
            assert not any(inside(x, y, card) for card in cards)


def points_of(start: tuple[float, float], curves: object) -> list[tuple[float, float]]:
    points = [start]
    for first, second, end in curves:  # type: ignore[attr-defined]
        a = points[-1]
        for step in range(1, 21):
            t = step / 20
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
            corners = (a, first, second, end)
            points.append(
                tuple(sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))  # type: ignore[arg-type]
            )
    return points


def inside(x: float, y: float, card: Box) -> bool:
    slack = 0.5
    return card.x + slack < x < card.x + card.width - slack and card.y + slack < y < card.y + card.height - slack


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[list[str]], list[tuple[str, str]]]:
    waves, number = [], 0
    for size in draw(st.lists(st.integers(1, 6), min_size=1, max_size=6)):
        waves.append([f"SOI{number + place}" for place in range(size)])
        number += size
    codes = [code for wave in waves for code in wave]
    pairs = st.tuples(st.sampled_from(codes), st.sampled_from(codes)).filter(lambda pair: pair[0] != pair[1])
    return waves, draw(st.lists(pairs, max_size=40))


@given(networks())
def test_in_any_network_cards_stand_apart_and_no_link_runs_through_one(
    drawn: tuple[list[list[str]], list[tuple[str, str]]],
) -> None:
    waves, links = drawn
    layout = laid_out(waves, links, CARD, 14, 26)
    grid = Grid([number * (WIDTH + GAP) for number in range(len(waves))], WIDTH, CARD)
    cards = {
        code: Box(grid.lefts[number], layout.middles[code] - CARD / 2, WIDTH, CARD)
        for number, wave in enumerate(waves)
        for code in wave
    }
    for wave in waves:
        tops = sorted(cards[code].y for code in wave)
        assert all(below - above >= CARD + 25.9 for above, below in pairwise(tops))
    for link, route in zip(links, routed(layout, links, grid), strict=True):
        assert ends_at(route, cards[link[0]], cards[link[1]])
        for x, y in points_of(route.start, route.curves):
            assert not any(inside(x, y, card) for card in cards.values())


def ends_at(route: Route, origin: Box, to: Box) -> bool:
    return touches(route.start, origin) and touches(route.curves[-1][2], to)


def touches(point: tuple[float, float], card: Box) -> bool:
    x, y = point
    return min(abs(x - card.x), abs(x - card.x - card.width)) < 0.01 and card.y <= y <= card.y + card.height


@given(networks())
def test_the_order_of_the_cards_never_has_more_crossings_than_the_plan_s_own(
    drawn: tuple[list[list[str]], list[tuple[str, str]]],
) -> None:
    waves, links = drawn
    layout = laid_out(waves, links, CARD, 14, 26)
    joined = neighbours(layout)
    assert crossings(layout.columns, joined) <= crossings(as_given(waves, layout), joined)


def neighbours(layout: Layout) -> dict[object, dict[int, list[object]]]:
    column_of = {node: number for number, column in enumerate(layout.columns) for node in column}
    joined: dict[object, dict[int, list[object]]] = {node: {-1: [], 1: []} for node in column_of}
    for way in layout.ways:
        for left, right in pairwise(way):
            if column_of[left] != column_of[right]:
                joined[left][1].append(right)
    return joined


def as_given(waves: list[list[str]], layout: Layout) -> list[list[object]]:
    columns: list[list[object]] = [list(wave) for wave in waves]
    for way in layout.ways:
        for lane in way[1:-1]:
            columns[lane.column].append(lane)  # type: ignore[attr-defined]
    return columns


def test_the_matrix_shows_every_measure_with_its_lead_and_state(plan: Example) -> None:
    for sheet in plan.sheets:
        scene = matrix(sheet, Wording(plan.method, "vi", ON))
        text = words_of(scene.items)
        for measure in sheet.content.measures:
            assert squashed(f"{measure.text} · {sheet.actors[measure.lead].short.vi}") in text
        legend = 4
        assert sum(isinstance(item, Sign) for item in scene.items) == len(sheet.content.measures) + legend
        assert (scene.width, scene.height) == A3_LYING


def test_a_matrix_with_more_than_its_sheet_holds_grows_and_keeps_all(sheet: Sheet, plan: Example) -> None:
    many = with_measures(sheet, lambda one: replace(one, text=f"Việc {one.id} dài dòng " * 12), 80)
    scene = matrix(many, Wording(plan.method, "vi", ON))
    assert scene.height > A3_LYING[1]
    assert words_of(scene.items).count("Việcm79dàidòng") == 12
    lowest = max(item.y for item in scene.items if isinstance(item, Words))
    assert lowest < scene.height


def test_a_matrix_file_has_a_page_for_every_initiative(plan: Example, tmp_path: Path) -> None:
    written = export("matrix", tmp_path / "m.pdf", plan.sheets, plan.method, "vi", ON)
    pdf = read_pdf(tmp_path / "m.pdf")
    assert written.pages == len(pdf.pages) == 12
    assert [target for _, _, target in pdf.outline] == list(range(12))
    assert all(pdf.shows(measure.text) for sheet in plan.sheets for measure in sheet.content.measures)


@pytest.mark.parametrize("kind", ["network", "matrix"])
def test_pictures_have_embedded_faces_only(plan: Example, tmp_path: Path, kind: str) -> None:
    content = plan.network if kind == "network" else plan.sheets
    export(kind, tmp_path / "p.pdf", content, plan.method, "vi", ON)
    assert {name.partition("-")[0] for name, _ in fonts_of(tmp_path / "p.pdf")} == {"BeVietnamPro"}
    assert all(embedded for _, embedded in fonts_of(tmp_path / "p.pdf"))
    assert b"Helvetica" not in (tmp_path / "p.pdf").read_bytes()


@pytest.mark.parametrize("kind", ["network", "matrix"])
def test_an_svg_is_well_formed_and_its_text_is_text(plan: Example, tmp_path: Path, kind: str) -> None:
    content = plan.network if kind == "network" else plan.sheets
    export(kind, tmp_path / "p.svg", content, plan.method, "vi", ON)
    root = parse(tmp_path / "p.svg").getroot()
    assert root.tag == f"{SVG}svg"
    assert "Be Vietnam Pro" in root.get("font-family", "")
    assert squashed(plan.sheets[0].content.initiative.title.vi) in svg_text(root)


@pytest.mark.parametrize("kind", ["network", "matrix"])
@pytest.mark.parametrize("suffix", [".svg", ".pdf"])
@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "&amp; R&D",
        "]]>",
        '" onload="x',
        "<image href='file:///etc/passwd'/>",
        "a\x00\ufffe😀世 ≥ →",
    ],
)
def test_text_in_a_picture_stays_literal(
    sheet: Sheet, plan: Example, tmp_path: Path, kind: str, suffix: str, text: str
) -> None:
    title = f"Tên {text}"
    renamed = with_title(with_measures(sheet, lambda one: replace(one, text=title)), title)
    first, *others = plan.network.initiatives
    initiatives = (replace(first, title=renamed.content.initiative.title), *others)
    content = replace(plan.network, initiatives=initiatives) if kind == "network" else [renamed]
    export(kind, tmp_path / f"p{suffix}", content, plan.method, "vi", ON)
    if suffix == ".svg":
        root = parse(tmp_path / "p.svg").getroot()
        kept = title.replace("\x00", "\ufffd").replace("\ufffe", "\ufffd")  # XML can hold neither
        assert squashed(kept) in svg_text(root)
        assert {node.tag for node in root.iter()} <= {
            SVG + tag for tag in ("svg", "title", "text", "rect", "path", "polygon", "circle")
        }
        assert not any("href" in name for node in root.iter() for name in node.attrib)
    elif "😀" not in text:
        assert read_pdf(tmp_path / "p.pdf").shows(title)


def test_a_character_outside_the_family_is_shown_by_the_family_of_documents(
    sheet: Sheet, plan: Example, tmp_path: Path
) -> None:
    changed = with_measures(sheet, lambda one: replace(one, text="Đạt ≥ 30 % → xong 世"))
    written = export("matrix", tmp_path / "m.pdf", [changed], plan.method, "vi", ON)
    assert written.missing == ("世",)
    assert read_pdf(tmp_path / "m.pdf").shows("Đạt ≥ 30 % → xong 世")


@pytest.mark.parametrize("kind", ["network", "matrix"])
def test_a_png_is_a_sharp_picture_of_the_page(plan: Example, tmp_path: Path, kind: str) -> None:
    content = plan.network if kind == "network" else plan.sheets[:1]
    export(kind, tmp_path / "p.png", content, plan.method, "vi", ON)
    head = (tmp_path / "p.png").read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(head[place : place + 4], "big") for place in (16, 20))
    assert (width, height) == pytest.approx((2 * A3_LYING[0], 2 * A3_LYING[1]), abs=2)


def test_a_cycle_is_drawn_as_one(plan: Example) -> None:
    scene = network(plan.network, Wording(plan.method, "vi", ON))
    circle = set(plan.network.analysis.cycles[0])
    within = [
        link
        for link in plan.network.dependencies
        if link.kind is DependencyKind.PRECEDES and {link.origin, link.to} <= circle
    ]
    red = [item for item in scene.items if isinstance(item, Way) and item.colour == palette.LATE and not item.dash]
    in_legend = 1
    assert len(red) == len(within) + in_legend
