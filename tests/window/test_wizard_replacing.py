"""Finding words in the answers and replacing them: seen before and after, ticked, one step of work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.editing import answers, cycles
from sot_wizard.replacing.sheet import ReplaceSheet
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    """SOI5 and SOI6 with answers that say the same in several ways."""
    desk = WizardDesk(window)
    for place, text in (
        ("SOI5.O1", "Mở xưởng số. Xưởng số ở mỗi tỉnh; xưởngsố thì không."),
        ("SOI5.S2", "Xuong so khong dau"),
        ("SOI6.O1", "Một xưởng số <b>nữa</b>"),
    ):
        code, _, question = place.partition(".")
        desk.workbench.edit("answer.write", answers.write, desk.initiative(code), question, text)
    desk.settle()
    desk.editor("O1").setFocus()
    return desk


@pytest.fixture
def sheet(desk: WizardDesk, qtbot: QtBot) -> ReplaceSheet:
    """The sheet, opened by Ctrl+H, with “xưởng số” typed."""
    desk.press(Key.Key_H, Modifier.ControlModifier)
    sheet = desk.page.replacing
    assert sheet.isVisible() and QApplication.focusWidget() is sheet.box
    desk.type("xưởng số")
    qtbot.waitUntil(lambda: places(sheet) == ["SOI5.O1", "SOI5.O1"])
    return sheet


def places(sheet: ReplaceSheet) -> list[str]:
    return [hit.place for hit in sheet.hits.hits]


def test_every_place_is_listed_with_the_words_around_it(sheet: ReplaceSheet) -> None:
    first, second = sheet.hits.hits
    assert (first.before, first.words) == ("Mở ", "xưởng số")
    assert second.words == "Xưởng số" and second.after.startswith(" ở mỗi tỉnh")
    assert "2" in sheet.counts.text() and "2" in sheet.replace.text()


def test_ticked_places_are_replaced_in_one_step_that_undo_takes_back(
    desk: WizardDesk, sheet: ReplaceSheet, qtbot: QtBot
) -> None:
    before, steps = desk.text("SOI5.O1"), desk.workbench.plan.undoable
    QTest.keyClick(sheet.box, Key.Key_Return)
    desk.type("trạm số")
    QTest.keyClick(sheet.words, Key.Key_Return)
    assert QApplication.focusWidget() is sheet.list
    sheet.list.setCurrentIndex(sheet.hits.index(1))
    QTest.keyClick(sheet.list, Key.Key_Space)
    desk.click("sot.replace.go")
    assert desk.text("SOI5.O1") == "Mở trạm số. Xưởng số ở mỗi tỉnh; xưởngsố thì không."
    assert desk.editor("O1").toPlainText() == desk.text("SOI5.O1")
    assert desk.workbench.plan.undoable == steps + 1
    desk.undo()
    assert desk.text("SOI5.O1") == before == desk.editor("O1").toPlainText()
    qtbot.waitUntil(lambda: places(sheet) == ["SOI5.O1", "SOI5.O1"])


def test_all_initiatives_are_replaced_at_once(desk: WizardDesk, sheet: ReplaceSheet, qtbot: QtBot) -> None:
    steps = desk.workbench.plan.undoable
    desk.click("sot.replace.every")
    qtbot.waitUntil(lambda: places(sheet) == ["SOI5.O1", "SOI5.O1", "SOI6.O1"])
    sheet.words.setText("R&D <i>=1+1</i>")
    desk.click("sot.replace.go")
    assert desk.text("SOI6.O1") == "Một R&D <i>=1+1</i> <b>nữa</b>"
    assert desk.workbench.plan.undoable == steps + 1
    desk.undo()
    assert desk.text("SOI6.O1") == "Một xưởng số <b>nữa</b>"


def test_case_accents_and_whole_words_are_matched_as_wanted(
    desk: WizardDesk, sheet: ReplaceSheet, qtbot: QtBot
) -> None:
    desk.click("sot.replace.case")
    qtbot.waitUntil(lambda: [hit.words for hit in sheet.hits.hits] == ["xưởng số"])
    desk.click("sot.replace.case")
    desk.click("sot.replace.accents")
    qtbot.waitUntil(lambda: places(sheet) == ["SOI5.O1", "SOI5.O1", "SOI5.S2"])
    desk.click("sot.replace.accents")
    sheet.box.setText("xưởng")
    qtbot.waitUntil(lambda: len(sheet.hits.hits) == 3)
    desk.click("sot.replace.whole")
    qtbot.waitUntil(lambda: len(sheet.hits.hits) == 2)


def test_answers_of_closed_cycles_are_shown_locked_and_left_as_they_are(
    desk: WizardDesk, sheet: ReplaceSheet, qtbot: QtBot
) -> None:
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI6"))
    desk.click("sot.replace.every")
    qtbot.waitUntil(lambda: places(sheet) == ["SOI5.O1", "SOI5.O1", "SOI6.O1"])
    locked = sheet.hits.index(2)
    assert not locked.flags() & Qt.ItemFlag.ItemIsUserCheckable
    sheet.list.setCurrentIndex(locked)
    QTest.keyClick(sheet.list, Key.Key_Space)
    assert sheet.hits.count() == 2 and "1" in sheet.counts.text()
    sheet.words.setText("x")
    desk.click("sot.replace.go")
    assert desk.text("SOI6.O1") == "Một xưởng số <b>nữa</b>" and desk.text("SOI5.O1").startswith("Mở x.")


def test_a_click_on_the_box_leaves_a_place_out(desk: WizardDesk, sheet: ReplaceSheet) -> None:
    row = sheet.list.visualRect(sheet.hits.index(0))
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(15, row.center().y()))
    assert [sheet.hits.is_ticked(hit) for hit in sheet.hits.hits] == [False, True]
    desk.click("sot.replace.all")
    assert sheet.hits.count() == 0 and not sheet.replace.isEnabled()
    desk.click("sot.replace.all")
    assert sheet.hits.count() == 2


def test_an_answer_written_elsewhere_meanwhile_is_not_overwritten(
    desk: WizardDesk, sheet: ReplaceSheet, qtbot: QtBot
) -> None:
    desk.change_elsewhere("SOI5.O1", "Nay nói một xưởng số khác")
    sheet.words.setText("x")
    desk.click("sot.replace.go")
    assert desk.text("SOI5.O1") == "Nay nói một xưởng số khác"
    qtbot.waitUntil(lambda: len(sheet.hits.hits) == 1)
    desk.click("sot.replace.go")
    assert desk.text("SOI5.O1") == "Nay nói một x khác"


def test_escape_closes_and_the_keys_go_back_to_the_answer(desk: WizardDesk, sheet: ReplaceSheet) -> None:
    QTest.keyClick(sheet.box, Key.Key_Escape)
    assert not sheet.isVisible() and QApplication.focusWidget() is desk.editor("O1")


def test_the_line_that_finds_leads_to_replacing_with_its_words(desk: WizardDesk, qtbot: QtBot) -> None:
    desk.press(Key.Key_F, Modifier.ControlModifier)
    desk.type("xưởng")
    desk.click("sot.find.replace")
    assert desk.page.replacing.box.text() == "xưởng"
    qtbot.waitUntil(lambda: len(desk.page.replacing.hits.hits) == 3)


def test_words_and_colours_are_switched_live(desk: WizardDesk, sheet: ReplaceSheet) -> None:
    desk.window.actions_by_name["language"].trigger()
    desk.window.actions_by_name["theme"].trigger()
    desk.settle()
    assert sheet.heading.text() == desk.window.context.language.say("replacing.heading")
    assert sheet.options["every"].text() == "All initiatives" and sheet.box.text() == "xưởng số"
