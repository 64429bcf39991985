"""The room can read it: measured from the layout and from the pixels, at three sizes, over usual and crowded plans."""

from __future__ import annotations

from math import ceil

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from tests.window.projection_desk import LONG, ProjectionDesk, contrast, painted
from views.main_window import MainWindow
from views.projection.laying.flowing import ELLIPSIS
from views.projection.laying.scene import Panel, Scene, Text
from views.projection.painting.painter import colour
from views.projection.painting.ruler import room_font
from views.projection.showing.showing import Showing
from views.projection.showing.stage import CELL, HEAT, MATRIX
from views.theme import ROOM_DARK, ROOM_LIGHT, RoomTheme

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
CAPITALS = 0.735
MODES = (MATRIX, CELL, HEAT)


@pytest.fixture
def showing(window: MainWindow) -> Showing:
    """The example's SOI5 with the timer running, proposals, a decision and the lock, as on a full picture."""
    desk = ProjectionDesk(window)
    desk.project()
    made = window.projection.showing
    session = window.projection.session
    session.propose("Ưu tiên xã đảo, vùng cao trước 6/2026", "Ông Nguyễn Văn An")
    session.vote(12)
    session.decide("Chốt ba việc nền tảng", "đủ nguồn lực")
    made.countdown.turn()
    desk.context.workbench.set_locked(is_locked=True)
    return made


@pytest.fixture
def crowded(window: MainWindow) -> Showing:
    """SOI5 with 40 long measures in every cell, and 40 long proposals in one."""
    desk = ProjectionDesk(window)
    desk.crowd()
    desk.project()
    for number in range(40):
        window.projection.session.propose(LONG.format(number=number), "Bà Trần Thị Thanh Bình")
    return window.projection.showing


def pictures(showing: Showing, width: int, height: int) -> list[tuple[Scene, RoomTheme]]:
    """Return the pictures of every way of looking, dark and light, in both languages."""
    found = []
    language = showing.context.language
    for mode in MODES:
        showing.stage.turn_to(mode)
        for code in ("en", "vi"):
            language.use(code)
            found.append((showing.scene(width, height), ROOM_DARK))
        found.append((showing.scene(width, height), ROOM_LIGHT))
    return found


def inked(image: QImage, text: Text, ground: QColor) -> tuple[float, int]:
    """Return the best contrast among a text's pixels, and how many rows its ink takes."""
    left, right = max(0, int(text.x)), min(image.width(), ceil(text.x + text.width))
    top, bottom = max(0, int(text.y - 1.1 * text.size)), min(image.height(), ceil(text.y + 0.3 * text.size))
    best, rows = 1.0, []
    step = max(1, (right - left) // 400)
    for y in range(top, bottom):
        row = {image.pixel(x, y) for x in range(left, right, step)} - {ground.rgb()}
        found = max((contrast(QColor.fromRgb(pixel), ground) for pixel in row), default=1.0)
        best = max(best, found)
        if found > 2.0:
            rows.append(y)
    return best, rows[-1] - rows[0] + 1 if rows else 0


def check_layout(scene: Scene) -> None:
    """Check sizes and places of what is laid out, and that it is as wide as the typeface says."""
    least = scene.height / 45
    page = QRectF(0, 0, scene.width, scene.height)
    for text in scene.texts:
        assert text.size >= least, text
        advance = QFontMetricsF(room_font(text.size, text.weight)).horizontalAdvance(text.text)
        assert abs(advance - text.width) <= max(2.0, 0.02 * advance), text
        assert page.contains(QRectF(text.x, text.y - 0.75 * text.size, advance, text.size)), text
    panels = [item for item in scene.items if isinstance(item, Panel)]
    for text in scene.texts:
        if text.ground != "ground":
            around = QRectF(text.x, text.y - 0.7 * text.size, text.width, 0.7 * text.size)
            assert any(QRectF(one.x, one.y, one.width, one.height).contains(around) for one in panels), text


def check_pixels(scene: Scene, theme: RoomTheme) -> None:
    """Check contrast and height of what is painted."""
    image = painted(scene, theme)
    for text in {(one.ink, one.ground, one.size, one.weight): one for one in scene.texts}.values():
        ground = QColor(colour(theme, text.ground))
        best, rows = inked(image, text, ground)
        assert best >= 7, (text, theme.name, best)
        if any(letter.isupper() or letter.isdigit() for letter in text.text):
            assert rows / CAPITALS >= 0.97 * scene.height / 45, (text, rows)


def check(found: list[tuple[Scene, RoomTheme]]) -> None:
    """Check pictures; the pixels of those in one language."""
    for number, (scene, theme) in enumerate(found):
        check_layout(scene)
        if number % 3:
            check_pixels(scene, theme)


@pytest.mark.parametrize("size", SIZES)
def test_the_example_plan_is_legible(showing: Showing, size: tuple[int, int]) -> None:
    check(pictures(showing, *size))


@pytest.mark.parametrize("size", SIZES)
def test_forty_long_entries_a_cell_are_legible(crowded: Showing, size: tuple[int, int]) -> None:
    check(pictures(crowded, *size))


@pytest.mark.parametrize("size", SIZES)
def test_no_entry_of_a_full_cell_is_left_out_without_a_mark(crowded: Showing, size: tuple[int, int]) -> None:
    crowded.stage.turn_to(MATRIX)
    scene = crowded.scene(*size)
    assert scene.has_more
    cells = [
        one for one in scene.items if isinstance(one, Panel) and one.fill in ("cell", "chosen") and one.height > 60
    ]
    assert len(cells) == 32
    for cell in cells:
        box = QRectF(cell.x, cell.y, cell.width, cell.height)
        inside = [text.text for text in scene.texts if box.contains(text.x, text.y)]
        assert any(text.endswith(ELLIPSIS) for text in inside)
        assert any(text.startswith("+") and int(text[1:]) >= 38 for text in inside)


@pytest.mark.parametrize("size", SIZES)
def test_all_forty_entries_of_a_cell_come_by_page_after_page(crowded: Showing, size: tuple[int, int]) -> None:
    crowded.stage.turn_to(CELL)
    seen: list[str] = []
    page = 0
    while True:
        crowded.stage.turn_page(page)
        scene = crowded.scene(*size)
        seen += [
            text.text.replace(ELLIPSIS, "") for text in scene.texts if text.weight == 700 and text.y > size[1] / 12
        ]
        page += 1
        if not scene.has_more:
            break
    words = "".join(seen).replace(" ", "")
    for number in range(1, 41):
        assert LONG.format(number=number).replace(" ", "") in words
    assert 2 < page < 60


def test_a_short_entry_is_larger_than_a_long_one(showing: Showing) -> None:
    showing.stage.turn_to(CELL)
    large = max(text.size for text in showing.scene(1920, 1080).texts)
    assert large >= 2 * 1080 / 45
