"""Two texts for one answer: both are kept until somebody chooses."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from models.errors import UserError
from tests.window.wizard_desk import WizardDesk
from views.main_window import MainWindow


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    """O1 of SOI5 is being typed, and somebody else has written it meanwhile."""
    desk = WizardDesk(window)
    desk.type(" Của tôi")
    desk.change_elsewhere("SOI5.O1", "Của người khác")
    return desk


def test_a_conflict_is_a_sentence_beside_the_answer_with_both_texts(desk: WizardDesk) -> None:
    desk.workbench.commit()
    desk.settle()
    clash = desk.page.middle.cards["O1"].clash
    assert clash.isVisible() and clash.other.text() == "Của người khác"
    assert clash.sentence.text() == desk.window.context.language.say("sot.clash")
    assert desk.editor("O1").toPlainText().endswith(" Của tôi")
    assert desk.text("SOI5.O1") == "Của người khác"


def test_take_the_other_gives_up_mine(desk: WizardDesk) -> None:
    desk.workbench.commit()
    desk.page.middle.cards["O1"].clash.take.click()
    assert desk.editor("O1").toPlainText() == "Của người khác" == desk.text("SOI5.O1")
    assert not desk.page.middle.cards["O1"].clash.isVisible()
    desk.type(" nữa")
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == "Của người khác nữa"


def test_keep_mine_writes_over_the_other_and_undo_brings_it_back(desk: WizardDesk) -> None:
    desk.workbench.commit()
    mine = desk.editor("O1").toPlainText()
    desk.page.middle.cards["O1"].clash.keep.click()
    assert desk.text("SOI5.O1") == mine == desk.editor("O1").toPlainText()
    desk.undo()
    assert desk.text("SOI5.O1") == "Của người khác" == desk.editor("O1").toPlainText()


def test_typing_goes_on_beside_an_open_conflict_and_nothing_is_written(desk: WizardDesk) -> None:
    desk.workbench.commit()
    desk.type(" và thêm")
    QTest.qWait(500)
    assert desk.text("SOI5.O1") == "Của người khác"
    desk.page.middle.cards["O1"].clash.keep.click()
    assert desk.text("SOI5.O1").endswith(" Của tôi và thêm")


@pytest.mark.parametrize("away", ["initiative", "close"])
def test_an_undecided_text_is_still_there_after_going_away(desk: WizardDesk, away: str) -> None:
    desk.workbench.commit()
    mine = desk.editor("O1").toPlainText()
    if away == "initiative":
        desk.go("sot", "SOI6.O1")
        assert not desk.page.middle.cards["O1"].clash.isVisible()
        assert desk.editor("O1").toPlainText() == desk.text("SOI6.O1")
    else:
        desk.close_and_reopen(desk.workbench.path)
    desk.go("sot", "SOI5.O1")
    assert desk.editor("O1").toPlainText() == mine
    assert desk.page.middle.cards["O1"].clash.other.text() == "Của người khác"
    desk.page.middle.cards["O1"].clash.take.click()
    desk.go("sot", "SOI6.O1")
    desk.go("sot", "SOI5.O1")
    assert desk.editor("O1").toPlainText() == "Của người khác"


def test_a_status_that_meets_a_newer_answer_is_not_written_and_the_newer_words_are_shown(window: MainWindow) -> None:
    desk = WizardDesk(window)
    desk.change_elsewhere("SOI5.O1", "Mới hơn")
    desk.choose_status("O1", "discuss")
    card = desk.page.middle.cards["O1"]
    assert card.error.isVisible() and card.error.text() == desk.window.context.language.say("edit.conflict")
    assert desk.editor("O1").toPlainText() == "Mới hơn"
    desk.choose_status("O1", "discuss")
    answer = desk.answer("SOI5.O1")
    assert answer is not None and answer.status == "discuss" and not card.error.isVisible()


def test_words_that_the_plan_refuses_stay_in_the_editor_with_the_sentence_beside_them(window: MainWindow) -> None:
    desk = WizardDesk(window)
    before = desk.text("SOI5.O1")
    desk.editor("O1").insertPlainText("\x07 chuông ")
    desk.workbench.commit()
    card = desk.page.middle.cards["O1"]
    with pytest.raises(UserError) as refused:
        desk.change_elsewhere("SOI5.O1", "\x07")
    assert card.error.isVisible() and "U+0007" in card.error.text() and "U+0007" in str(refused.value)
    assert desk.text("SOI5.O1") == before and "chuông" in desk.editor("O1").toPlainText()
    desk.editor("O1").setPlainText(desk.editor("O1").toPlainText().replace("\x07", ""))
    desk.wait_for_commit()
    assert "chuông" in desk.text("SOI5.O1") and not card.error.isVisible()
