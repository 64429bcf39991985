"""The wizard in small windows: nothing makes the window wider, nothing lies over another thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    window.resize(1280, 720)
    return WizardDesk(window)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_step_makes_the_window_wider_than_a_small_screen(desk: WizardDesk, language: str) -> None:
    desk.window.context.language.use(language)
    for code in desk.page.middle.steps:
        desk.go("sot", f"SOI5.{code}3")
        assert (desk.window.width(), desk.window.height()) == (1280, 720), code


def test_a_step_is_named_whole_where_there_is_room_and_by_its_number_where_there_is_none(desk: WizardDesk) -> None:
    desk.window.context.language.use("vi")
    desk.go("sot", "SOI5.W3")
    after = desk.button("sot.after")
    assert after.text() == "Bước 5 →"
    assert "Định hướng thực tiễn" in after.accessibleName()
    assert "Định hướng thực tiễn" in after.toolTip()
    desk.window.resize(1920, 1080)
    desk.settle()
    assert after.text() == "Bước 5: Định hướng thực tiễn →"
    assert after.toolTip() == ""


def test_on_a_low_page_the_fields_of_a_new_measure_keep_their_places(desk: WizardDesk) -> None:
    desk.window.resize(1280, 540)
    desk.go("sot", "SOI5.S3")
    desk.press(Key.Key_M, Modifier.ControlModifier)
    box = desk.page.placing.box
    assert box.isVisible()
    shown = [*box.labels.values(), box.picker, box.text, box.lead, box.due, box.stakeholders, box.place]
    places = [_place(widget, box) for widget in shown]
    for number, place in enumerate(places):
        assert box.rect().contains(place)
        for other in places[number + 1 :]:
            assert not place.intersects(other)
    chosen = box.picker.visualRect(box.picker.currentIndex())
    assert box.picker.viewport().rect().contains(chosen)


def _place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())
