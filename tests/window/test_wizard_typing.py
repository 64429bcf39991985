"""Typing into the wizard: every word reaches the plan, whatever else happens meanwhile."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.editing import answers
from models.plan import AnswerStatus
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow

TELEX = (
    ("t", "ti", "tiê", "tiế", "tiến", "tiếng"),
    ("V", "Vi", "Viê", "Việ", "Việt"),
    ("đ", "đổ", "đổi"),
    ("m", "mơ", "mớ", "mới"),
)


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    return WizardDesk(window)


def test_what_is_typed_is_in_the_plan_without_any_saving(desk: WizardDesk) -> None:
    before = desk.text("SOI5.O1")
    desk.type(" Thêm một ý.")
    assert desk.text("SOI5.O1") == before
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == before + " Thêm một ý."


def test_leaving_the_field_commits_at_once(desk: WizardDesk) -> None:
    before = desk.text("SOI5.O1")
    desk.type(" Xong")
    desk.press(Key.Key_Return, Modifier.ControlModifier)
    assert desk.text("SOI5.O1") == before + " Xong"
    assert QApplication.focusWidget() is desk.editor("O2")


@pytest.mark.parametrize("way", ["page", "initiative", "close"])
def test_going_away_commits_at_once(desk: WizardDesk, way: str) -> None:
    before = desk.text("SOI5.O1")
    desk.type(" đi")
    if way == "page":
        desk.press(Key.Key_1, Modifier.ControlModifier)
    elif way == "initiative":
        desk.go("sot", "SOI6")
        assert desk.editor("O1").toPlainText() == desk.text("SOI6.O1")
    else:
        desk.close_and_reopen(desk.workbench.path)
    assert desk.text("SOI5.O1") == before + " đi"


def test_undo_from_another_page_is_shown_in_place_and_redo_brings_it_back(desk: WizardDesk) -> None:
    before = desk.text("SOI5.O1")
    desk.type(" nháp")
    desk.press(Key.Key_1, Modifier.ControlModifier)
    desk.undo()
    assert desk.text("SOI5.O1") == before
    desk.go("sot")
    assert desk.editor("O1").toPlainText() == before
    desk.redo()
    assert desk.editor("O1").toPlainText() == before + " nháp" == desk.text("SOI5.O1")


def test_undo_by_its_keys_while_typing_takes_back_what_was_typed_last(desk: WizardDesk) -> None:
    before = desk.text("SOI5.O1")
    desk.type(" một")
    desk.wait_for_commit()
    desk.press(Key.Key_Z, Modifier.ControlModifier)
    assert desk.text("SOI5.O1") == before == desk.editor("O1").toPlainText()
    desk.press(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert desk.text("SOI5.O1") == before + " một" == desk.editor("O1").toPlainText()


def test_undo_by_its_keys_takes_back_words_that_no_timer_has_committed_yet(desk: WizardDesk) -> None:
    before = desk.text("SOI5.O1")
    assert desk.workbench.plan.undoable == 0
    desk.type(" vội")
    desk.press(Key.Key_Z, Modifier.ControlModifier)
    assert desk.editor("O1").toPlainText() == before == desk.text("SOI5.O1")
    desk.redo()
    assert desk.editor("O1").toPlainText() == before + " vội" == desk.text("SOI5.O1")


def test_a_change_from_elsewhere_comes_in_and_the_cursor_stays_with_its_word(desk: WizardDesk) -> None:
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "đầu giữa cuối")
    editor = desk.editor("O1")
    cursor = editor.textCursor()
    cursor.setPosition(len("đầu giữa"))
    editor.setTextCursor(cursor)
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "mở đầu giữa cuối")
    assert editor.toPlainText() == "mở đầu giữa cuối"
    assert editor.toPlainText()[: editor.textCursor().position()] == "mở đầu giữa"


def test_a_change_from_elsewhere_waits_while_the_input_method_composes(desk: WizardDesk) -> None:
    before = desk.text("SOI5.O1")
    QTest.keyClick(desk.editor("O1"), Key.Key_End, Modifier.ControlModifier)
    QApplication.sendEvent(desk.editor("O1"), QInputMethodEvent("tiế", []))
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", f"Mở đầu. {before}")
    assert desk.editor("O1").toPlainText() == before
    desk.compose("O1", commit=" tiếng")
    assert desk.editor("O1").toPlainText() == f"Mở đầu. {before} tiếng"
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == f"Mở đầu. {before} tiếng"


def test_undo_while_composing_keeps_the_word_that_is_being_composed(desk: WizardDesk) -> None:
    before = desk.text("SOI5.O1")
    desk.type(" bỏ")
    desk.wait_for_commit()
    QApplication.sendEvent(desk.editor("O1"), QInputMethodEvent("giữ", []))
    desk.undo()
    assert desk.text("SOI5.O1") == before
    desk.compose("O1", commit=" giữ")
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == before + " giữ" == desk.editor("O1").toPlainText()


def test_composing_at_speed_with_autosave_publish_and_undo_beside_it_loses_nothing(desk: WizardDesk) -> None:
    chance = random.Random(52)
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "")
    desk.press(Key.Key_Home, Modifier.ControlModifier)
    expected, other = "", desk.initiative("SOI9")
    for number in range(120):
        stages = chance.choice(TELEX)
        desk.compose("O1", *stages, commit=stages[-1])
        QTest.keyClick(desk.editor("O1"), Qt.Key.Key_Space)
        expected += stages[-1] + " "
        if number % 5 == 0:
            desk.workbench.commit()
        if number % 11 == 0:
            QTest.qWait(3)
        if number % 17 == 0:
            desk.workbench.save_now()
        if number % 13 == 0:
            desk.workbench.commit()
            desk.workbench.edit("answer.write", answers.write, other, "S1", f"Lần {number}")
            QApplication.sendEvent(desk.editor("O1"), QInputMethodEvent(stages[0], []))
            desk.workbench.undo()
            desk.compose("O1", commit="")
    desk.wait_for_commit()
    assert desk.editor("O1").toPlainText() == expected
    assert desk.text("SOI5.O1") == expected
    assert "Lần" not in desk.text("SOI9.S1")


def test_a_burst_of_typing_is_one_step_of_work(desk: WizardDesk) -> None:
    before, steps = desk.text("SOI5.O1"), desk.workbench.plan.undoable
    for word in (" một", " hai", " ba"):
        desk.type(word)
        desk.wait_for_commit()
    assert desk.workbench.plan.undoable == steps + 1
    desk.undo()
    assert desk.text("SOI5.O1") == before


def test_the_first_words_make_a_draft_and_no_words_make_it_empty_again(desk: WizardDesk) -> None:
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "", cites=())
    desk.type("Một ý")
    desk.wait_for_commit()
    answer = desk.answer("SOI5.O1")
    assert answer is not None and answer.status is AnswerStatus.DRAFT
    desk.press(Key.Key_A, Modifier.ControlModifier)
    desk.press(Key.Key_Delete)
    desk.wait_for_commit()
    answer = desk.answer("SOI5.O1")
    assert answer is not None and answer.status is AnswerStatus.EMPTY


@pytest.mark.parametrize("second", ["- hai", "hai"])
def test_the_marker_of_the_next_item_is_one_whether_it_is_typed_or_not(desk: WizardDesk, second: str) -> None:
    desk.editor("O1").selectAll()
    QTest.keyClick(desk.editor("O1"), Key.Key_Delete)
    desk.type("- một")
    QTest.keyClick(desk.editor("O1"), Key.Key_Return)
    desk.type(second)
    desk.workbench.commit()
    assert desk.text("SOI5.O1") == "- một\n- hai"
