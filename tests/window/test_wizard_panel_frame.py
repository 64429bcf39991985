"""The triangle F–P–K in the panel, chosen in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.editing import initiatives as writing
from models.plan import Initiative
from models.reading import initiatives
from sot_wizard.beside.frame_card import FrameCard
from tests.window.wizard_desk import Key, WizardDesk
from views.main_window import MainWindow
from views.parts.tick_box import TickBox


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    return WizardDesk(window)


@pytest.fixture
def card(desk: WizardDesk) -> FrameCard:
    return desk.page.panel.frame


def one(desk: WizardDesk, code: str = "SOI5") -> Initiative:
    return next(one for one in desk.workbench.read(initiatives.every) if one.code == code)


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    for _ in range(8):
        QApplication.processEvents()


def box(desk: WizardDesk, code: str) -> TickBox:
    found = desk.window.findChild(TickBox, f"sot.item.{code}")
    assert found is not None
    return found


def open_items(card: FrameCard) -> list[str]:
    return [kind for kind, items in card._items.items() if items.isVisible()]


def test_a_corner_opens_its_items_one_corner_at_a_time(desk: WizardDesk, card: FrameCard) -> None:
    corners = card.triangle.buttons
    press(corners["F"])
    assert open_items(card) == ["F"]
    method, frame = desk.workbench.method, one(desk).frame
    for item in method.frame.values():
        if item.kind == "F":
            assert box(desk, item.code).isChecked() == (item.code in frame)
            assert item.text.vi in box(desk, item.code).accessibleName()
    press(corners["K"])
    assert open_items(card) == ["K"] and not corners["F"].isChecked()
    press(corners["K"])
    assert open_items(card) == []


def test_a_tick_is_one_step_and_shows_everywhere_at_once(desk: WizardDesk, card: FrameCard) -> None:
    before = one(desk).frame
    desk.go("basis", "SOI5")
    desk.go("sot", "SOI5.O1")
    press(card.triangle.buttons["F"])
    press(box(desk, "F1"))
    assert one(desk).frame == ("F1", *before)
    assert card.triangle.accessibleName().endswith(", ".join(("F1", *before)))
    assert "F1" in card.triangle.buttons["F"].accessibleName()
    desk.go("basis", "SOI5")
    assert desk.window.pages["basis"].frame.cards["F"].rows["F1"].box.isChecked()
    desk.undo()
    assert one(desk).frame == before
    assert not desk.window.pages["basis"].frame.cards["F"].rows["F1"].box.isChecked()
    desk.go("sot", "SOI5.O1")
    assert not box(desk, "F1").isChecked() and card.triangle.accessibleName().endswith(", ".join(before))
    desk.redo()
    assert box(desk, "F1").isChecked()


def test_what_is_being_typed_is_kept_when_the_frame_is_changed(desk: WizardDesk, card: FrameCard) -> None:
    desk.editor("O1").setFocus()
    desk.type(" đang viết dở")
    press(card.triangle.buttons["P"])
    press(box(desk, "P1"))
    assert "P1" in one(desk).frame
    assert desk.editor("O1").toPlainText().endswith(" đang viết dở")
    desk.workbench.commit()
    assert desk.text("SOI5.O1").endswith(" đang viết dở")


def test_the_frame_is_chosen_by_the_keyboard_alone(desk: WizardDesk, card: FrameCard) -> None:
    card.triangle.buttons["P"].setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_Return)
    assert open_items(card) == ["P"]
    for _ in range(6):
        desk.press(Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), TickBox):
            break
    ticked = QApplication.focusWidget()
    assert isinstance(ticked, TickBox) and ticked.text().startswith("P")
    was = ticked.text() in one(desk).frame
    desk.press(Key.Key_Space)
    assert (ticked.text() in one(desk).frame) != was
    assert QApplication.focusWidget() is ticked


def test_every_corner_is_reached_by_tab_and_says_what_is_chosen(desk: WizardDesk, card: FrameCard) -> None:
    card.head.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(3):
        desk.press(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == list(card.triangle.buttons.values())
    for kind, corner in card.triangle.buttons.items():
        assert all(code in corner.accessibleName() for code in one(desk).frame if code.startswith(kind))


def test_a_choice_made_elsewhere_shows_and_an_old_one_is_refused_with_a_sentence(
    desk: WizardDesk, card: FrameCard
) -> None:
    press(card.triangle.buttons["F"])
    desk.workbench.plan.edit("initiative.change", writing.change, one(desk).id, frame=["F2"])
    press(box(desk, "F4"))
    assert one(desk).frame == ("F2",)
    assert not box(desk, "F4").isChecked()
    assert desk.window.toast.isVisible()
    desk.workbench.edit("initiative.change", writing.change, one(desk).id, frame=["F5", "K1"])
    desk.settle()
    assert box(desk, "F5").isChecked() and not box(desk, "F2").isChecked()


def test_items_are_said_in_the_language_of_the_window_and_in_every_theme(desk: WizardDesk, card: FrameCard) -> None:
    press(card.triangle.buttons["K"])
    item = next(item for item in desk.workbench.method.frame.values() if item.kind == "K")
    desk.window.actions_by_name["language"].trigger()
    for _ in range(3):
        desk.window.actions_by_name["theme"].trigger()
        desk.settle()
        assert not card.grab().isNull()
    assert item.text.en in box(desk, item.code).accessibleName()
    assert desk.workbench.method.frame_kinds["K"].text.en in card.triangle.buttons["K"].accessibleName()


def test_another_initiative_shows_its_own_choice(desk: WizardDesk, card: FrameCard) -> None:
    press(card.triangle.buttons["F"])
    desk.go("sot", "SOI8.O1")
    frame = one(desk, "SOI8").frame
    assert card.triangle.accessibleName().endswith(", ".join(frame))
    for item in desk.workbench.method.frame.values():
        if item.kind == "F":
            assert box(desk, item.code).isChecked() == (item.code in frame)


def test_the_link_leads_to_the_basis_page_with_this_initiative(desk: WizardDesk) -> None:
    desk.click("sot.frame")
    assert desk.window.page is desk.window.pages["basis"]
    assert desk.window.context.selection.initiative == desk.initiative("SOI5")
