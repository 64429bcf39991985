"""The versions of an answer: listed, marked against the present one, restored as one step of work."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.editing import answers, cycles
from models.plan import AnswerStatus
from sot_wizard.card.history import HistorySheet
from tests.window.wizard_desk import Key, WizardDesk
from views.main_window import MainWindow

FIRST, SECOND, NOW = "Bản <b>một</b> & một", "Bản hai, thêm lời", "Bản ba, thêm lời nữa"


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    """M3 of SOI5 written three times, at first with a clause and done."""
    desk = WizardDesk(window, "SOI5.M3")
    here = (desk.initiative("SOI5"), "M3")
    edit = desk.workbench.edit
    edit("answer.write", answers.write, *here, FIRST, status=AnswerStatus.DONE, cites=["NQ52.III.3.1"])
    edit("answer.write", answers.write, *here, SECOND, cites=[])
    edit("answer.write", answers.write, *here, NOW, status=AnswerStatus.DISCUSS)
    desk.settle()
    return desk


@pytest.fixture
def sheet(desk: WizardDesk) -> HistorySheet:
    desk.editor("M3").setFocus()
    desk.click("sot.history.M3")
    assert desk.page.history.isVisible()
    return desk.page.history


def rows(sheet: HistorySheet) -> list[str]:
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def row_of(sheet: HistorySheet, text: str) -> int:
    return next(number for number, version in enumerate(sheet._versions) if version.text == text)


def test_the_foot_says_how_many_versions_there_are_and_they_are_listed_newest_first(
    desk: WizardDesk, sheet: HistorySheet
) -> None:
    say = desk.window.context.language.say
    assert desk.button("sot.history.M3").text() == say("card.versions", versions=len(rows(sheet)))
    assert [version.text for version in sheet._versions[:3]] == [NOW, SECOND, FIRST]
    author = desk.workbench.plan.author
    assert all(author in row for row in rows(sheet)[:3])
    assert say("status.answer.discuss") in rows(sheet)[0] and say("status.answer.done") in rows(sheet)[2]


def test_one_version_needs_no_history(desk: WizardDesk) -> None:
    desk.go("sot", "SOI6.O1")
    assert desk.button("sot.history.O1").isHidden()


def test_the_chosen_version_is_shown_literally_with_the_words_marked_that_differ(
    desk: WizardDesk, sheet: HistorySheet
) -> None:
    assert QApplication.focusWidget() is sheet.list and not sheet.restore.isEnabled()
    assert sheet.text.text() == NOW
    sheet.list.setCurrentRow(row_of(sheet, FIRST))
    assert "<b>một</b>" in sheet.text.text() and "nữa" in sheet.text.text()
    assert sheet.text.accessibleName() == FIRST and sheet.restore.isEnabled()
    assert "NQ52.III.3.1" in sheet.about.text()


def test_a_version_is_restored_by_keys_as_one_step_that_undo_takes_back(desk: WizardDesk, sheet: HistorySheet) -> None:
    steps = desk.workbench.plan.undoable
    for _ in range(row_of(sheet, FIRST)):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert not sheet.isVisible() and QApplication.focusWidget() is desk.editor("M3")
    answer = desk.answer("SOI5.M3")
    assert (answer.text, answer.status, answer.cites) == (FIRST, AnswerStatus.DONE, ("NQ52.III.3.1",))
    assert desk.editor("M3").toPlainText() == FIRST
    assert desk.workbench.plan.undoable == steps + 1
    desk.undo()
    answer = desk.answer("SOI5.M3")
    assert (answer.text, answer.status, answer.cites) == (NOW, AnswerStatus.DISCUSS, ())
    assert desk.editor("M3").toPlainText() == NOW


def test_what_is_typed_and_not_kept_yet_is_a_version_before_another_is_restored(desk: WizardDesk) -> None:
    desk.editor("M3").setFocus()
    desk.type(" vừa gõ")
    desk.click("sot.history.M3")
    sheet = desk.page.history
    assert sheet._versions[0].text == f"{NOW} vừa gõ"
    sheet.list.setCurrentRow(row_of(sheet, SECOND))
    desk.click("sot.versions.restore")
    assert desk.text("SOI5.M3") == SECOND
    desk.undo()
    assert desk.text("SOI5.M3") == f"{NOW} vừa gõ"


def test_escape_closes_and_the_keys_go_back_to_where_they_were(desk: WizardDesk, sheet: HistorySheet) -> None:
    QTest.keyClick(sheet.list, Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is desk.button("sot.history.M3")


def test_a_closed_cycle_shows_its_versions_and_restores_none(desk: WizardDesk) -> None:
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI5"))
    desk.click("sot.history.M3")
    sheet = desk.page.history
    sheet.list.setCurrentRow(row_of(sheet, FIRST))
    assert not sheet.restore.isEnabled()
    desk.press(Key.Key_Return)
    assert desk.text("SOI5.M3") == NOW


def test_a_step_made_while_the_sheet_is_open_is_listed_at_once(desk: WizardDesk, sheet: HistorySheet) -> None:
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "M3", "Bản bốn")
    desk.settle()
    assert sheet._versions[0].text == "Bản bốn" == sheet.text.text()


def test_words_and_colours_are_switched_live(desk: WizardDesk, sheet: HistorySheet) -> None:
    sheet.list.setCurrentRow(1)
    desk.window.actions_by_name["language"].trigger()
    desk.window.actions_by_name["theme"].trigger()
    desk.settle()
    assert sheet.restore.text() == "Restore this version" and sheet.list.currentRow() == 1
    assert "words" in rows(sheet)[0]
