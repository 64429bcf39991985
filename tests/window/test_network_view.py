"""The picture of the network: cards that stay where they are put, what is selected, zoom, words and colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.editing import initiatives as editing
from models.method import Bilingual
from models.reading import dependencies, initiatives, networks
from tests.window.network_desk import NetworkDesk
from views.main_window import MainWindow

HOSTILE = ("<b>x</b><img src='file:///etc/passwd'>", "a" * 400, "dòng\tmột dòng hai", "👩‍👩‍👧 𠀋 {0} %s")


def corner(desk: NetworkDesk, code: str) -> tuple[int, int]:
    card = desk.page.picture.cards[code]
    return round(card.x()), round(card.y())


def test_a_card_stays_where_the_mouse_has_put_it(desk: NetworkDesk) -> None:
    was = corner(desk, "SOI8")
    at = desk.place_of("SOI8")
    desk.drag(at, at + QPoint(40, 90))
    kept = desk.read(dependencies.places)
    assert kept == {"SOI8": corner(desk, "SOI8")}
    assert corner(desk, "SOI8") != was
    desk.page.refresh()
    assert kept == {"SOI8": corner(desk, "SOI8")}
    desk.undo()
    assert desk.read(dependencies.places) == {}
    assert corner(desk, "SOI8") == was


def test_its_links_follow_a_card_that_is_moved(desk: NetworkDesk) -> None:
    link = desk.page.picture.between("SOI2", "SOI8")
    before = link.middle()
    desk.choose("SOI8")
    card = desk.page.picture.cards["SOI8"]
    card.moveBy(0, 200)
    assert link.middle() != before
    assert link.boundingRect().bottom() > card.y()


def test_shift_and_arrows_move_a_card_as_one_step_of_work(desk: NetworkDesk) -> None:
    steps = desk.window.context.workbench.plan.undoable
    desk.choose("SOI8")
    x, y = corner(desk, "SOI8")
    desk.view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(desk.view, key, Qt.KeyboardModifier.ShiftModifier)
    assert desk.read(dependencies.places) == {"SOI8": (x + 20, y + 10)}
    assert desk.window.context.workbench.plan.undoable == steps + 1
    desk.undo()
    assert corner(desk, "SOI8") == (x, y)


def test_laying_out_again_forgets_the_places_until_it_is_undone(desk: NetworkDesk) -> None:
    button = desk.page.tools["layout"]
    assert not button.isEnabled()
    desk.choose("SOI8")
    was = corner(desk, "SOI8")
    QTest.keyClick(desk.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    moved = corner(desk, "SOI8")
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (desk.read(dependencies.places), corner(desk, "SOI8")) == ({}, was)
    desk.undo()
    assert (desk.read(dependencies.places), corner(desk, "SOI8")) == ({"SOI8": moved}, moved)


def test_arrows_walk_from_card_to_card(desk: NetworkDesk) -> None:
    desk.choose("SOI1")
    desk.view.setFocus()
    QTest.keyClick(desk.view, Qt.Key.Key_Right)
    assert desk.view.card().code == "SOI2"
    QTest.keyClick(desk.view, Qt.Key.Key_Left)
    assert desk.view.card().code == "SOI1"
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert desk.view.card() is None
    assert desk.page.hint.isVisible()


def test_a_selected_card_tells_what_the_plan_says_of_it(desk: NetworkDesk) -> None:
    desk.choose("SOI5")
    network = desk.read(networks.web)
    texts = [one.text() for one in desk.page.card_inspector.findChildren(QPushButton)]
    into = [one for one in network.links if one.to == "SOI5" and one.kind == "precedes"]
    assert {f"SOI {one.origin[3:]} · {one.strength}" for one in into} <= set(texts)
    standing = network.analysis.influence["SOI5"]
    labels = " ".join(one.text() for one in desk.page.card_inspector.findChildren(type(desk.page.title)))
    assert f"{standing.direct} · hạng {standing.rank}/12" in labels
    assert desk.window.context.selection.initiative == desk.read(initiatives.find, "SOI5")
    button = next(one for one in desk.page.card_inspector.findChildren(QPushButton) if one.text() == "SOI 4 · 3")
    button.click()
    assert (desk.view.link().link.origin, desk.view.link().link.to) == ("SOI4", "SOI5")


def test_enter_opens_the_initiative(desk: NetworkDesk, qtbot: QtBot) -> None:
    desk.choose("SOI9")
    desk.view.setFocus()
    with qtbot.waitSignal(desk.window.context.navigator.requested) as asked:
        QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert asked.args == ["sot", "SOI9"]


def test_the_initiative_of_the_other_screens_is_selected_here(desk: NetworkDesk) -> None:
    desk.window.context.selection.choose(desk.read(initiatives.find, "SOI12"))
    assert desk.view.card().code == "SOI12"


@pytest.mark.parametrize(("place", "wanted"), [("SOI5", "SOI5"), ("SOI4 → SOI5", "SOI4 → SOI5"), ("SOI5.O1", "SOI5")])
def test_a_place_is_shown_however_early_it_is_asked_for(
    window: MainWindow, qtbot: QtBot, place: str, wanted: str
) -> None:
    window.go("network", place)
    desk = NetworkDesk(window)
    qtbot.waitUntil(lambda: len(desk.page.picture.cards) == 12, timeout=20_000)
    card, link = desk.view.card(), desk.view.link()
    assert (card.code if card else f"{link.link.origin} → {link.link.to}") == wanted


def test_zoom_by_keys_and_wheel_and_back_to_fit(desk: NetworkDesk) -> None:
    fitted = desk.view.scale_now
    desk.view.setFocus()
    QTest.keyClick(desk.view, Qt.Key.Key_Plus)
    assert desk.view.scale_now == pytest.approx(fitted * 1.2)
    port = desk.view.viewport()
    at = QPointF(port.rect().center())
    turn = QWheelEvent(
        at,
        QPointF(port.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, turn)
    assert desk.view.scale_now == pytest.approx(fitted * 1.44)
    QTest.keyClick(desk.view, Qt.Key.Key_0)
    assert desk.view.scale_now == pytest.approx(fitted)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_is_drawn_literally_and_within_its_card(desk: NetworkDesk, text: str) -> None:
    one = desk.read(initiatives.find, "SOI3")
    desk.edit("initiative.change", editing.change, one, title=Bilingual(text, text))
    desk.choose("SOI3")
    card = desk.page.picture.cards["SOI3"]
    assert len(card.lines) <= 3
    assert "".join(card.lines).replace(" ", "").rstrip("…") in "".join(text.split())
    assert desk.page.card_inspector.title.text() == text
    assert desk.page.card_inspector.title.textFormat() is Qt.TextFormat.PlainText
    desk.window.grab()


def test_words_follow_the_language_and_colours_the_theme(desk: NetworkDesk) -> None:
    desk.choose("SOI5")
    desk.window.actions_by_name["language"].trigger()
    assert desk.page.picture.cards["SOI5"].title == "Extend digital infrastructure and the digital economy"
    assert desk.page.tools["add"].text() == "Add a dependency"
    assert desk.view.card().code == "SOI5"
    light = desk.view.grab().toImage().pixelColor(8, 8).lightness()
    desk.window.context.themes.use("dark")
    assert light > 200 > 60 > desk.view.grab().toImage().pixelColor(8, 8).lightness()


def test_another_plan_takes_the_place_of_the_first(desk: NetworkDesk, qtbot: QtBot) -> None:
    path = desk.window.context.workbench.path
    desk.window.files.close()
    assert desk.page.picture.cards == {}
    desk.window.files.open(path)
    desk.window.go("network")
    qtbot.waitUntil(lambda: len(desk.page.picture.cards) == 12)
