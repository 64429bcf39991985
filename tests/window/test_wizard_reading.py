"""Reading an initiative through, as one page."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from models.editing import cycles
from sot_wizard.centre import READING, STEPS
from sot_wizard.review.passage import Passage
from sot_wizard.review.read_through import ReadThrough
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow

BOTH = Modifier.ControlModifier | Modifier.ShiftModifier
LONGEST_SECONDS = 1.0
"""Far above what it takes: the machine of the tests may be busy. The benchmark keeps the tenth of a second."""


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    made = WizardDesk(window)
    made.press(Key.Key_R, BOTH)
    return made


def reading(desk: WizardDesk) -> ReadThrough:
    return desk.page.centre.reading


def passage(desk: WizardDesk, code: str) -> Passage:
    return reading(desk).passages[code]


def in_order(desk: WizardDesk) -> list[str]:
    """The codes of the passages from the top of the page to its end."""
    page = reading(desk)
    return sorted(page.passages, key=lambda code: page.passages[code].mapTo(page.view.inside, page.pos()).y())


def test_all_24_texts_stand_on_one_page_led_by_the_six_conclusions(desk: WizardDesk) -> None:
    method = desk.workbench.method
    assert in_order(desk) == [*method.steps, *method.questions]
    for code, one in reading(desk).passages.items():
        assert one.isVisible()
        assert one.text.text() == desk.text(f"SOI5.{code}")
    assert not desk.page.middle.isVisible()


def test_status_citations_and_stakeholders_stand_below_the_words(desk: WizardDesk) -> None:
    answer = desk.answer("SOI5.O1")
    assert answer is not None
    line = passage(desk, "O1").state.text()
    assert line.startswith(f"● {desk.window.context.language.say('status.answer.done')}")
    assert all(cite in line for cite in answer.cites)


def test_the_head_of_the_initiative_and_its_cycle_stand_at_the_top(desk: WizardDesk) -> None:
    facts = reading(desk).facts.values
    one = desk.page._desk.initiative
    assert facts["lead"].text() == "Bộ Khoa học và Công nghệ"
    assert facts["owner"].text() == one.owner
    assert facts["stakeholders"].text() == ", ".join(one.stakeholders)
    assert "1" in reading(desk).cycle.currentText() and not reading(desk).cycle.isEnabled()
    assert desk.page.centre.title.text() == one.title.vi


@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_pressing_a_text_goes_to_its_card_to_be_written_on(desk: WizardDesk, way: str) -> None:
    if way == "mouse":
        QTest.mouseClick(passage(desk, "S2"), Qt.MouseButton.LeftButton)
    else:
        passage(desk, "S2").setFocus(Qt.FocusReason.TabFocusReason)
        desk.press(Key.Key_Return)
    desk.settle()
    assert desk.page.centre.form == STEPS
    assert QApplication.focusWidget() is desk.editor("S2")
    desk.type(" viết tiếp")
    desk.wait_for_commit()
    desk.press(Key.Key_R, BOTH)
    assert passage(desk, "S2").text.text().endswith(" viết tiếp")
    assert QApplication.focusWidget() is passage(desk, "S2")


def test_keys_walk_the_texts_and_the_steps(desk: WizardDesk) -> None:
    assert QApplication.focusWidget() is passage(desk, "O1")
    desk.press(Key.Key_Return, Modifier.ControlModifier)
    assert QApplication.focusWidget() is passage(desk, "O2")
    desk.press(Key.Key_PageDown, Modifier.ControlModifier)
    assert desk.page.rail.steps["S"].isChecked()
    assert QApplication.focusWidget() is passage(desk, "S1")
    desk.press(Key.Key_Home)
    assert reading(desk).view.verticalScrollBar().value() == 0


def test_the_panel_follows_the_text_that_has_the_focus(desk: WizardDesk) -> None:
    passage(desk, "M2").setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.page.middle.active.code == "M2"
    assert desk.page.panel.isVisible()


def test_the_words_of_a_text_are_copied(desk: WizardDesk) -> None:
    passage(desk, "O").setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_C, Modifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == desk.text("SOI5.O")


def test_words_are_looked_for_without_accents_and_the_text_is_brought_in_sight(desk: WizardDesk) -> None:
    desk.press(Key.Key_F, Modifier.ControlModifier)
    box = desk.find(QLineEdit, "reading.find")
    assert QApplication.focusWidget() is box
    QTest.keyClicks(box, "khoang cach thi truong")
    QTest.keyClick(box, Key.Key_Return)
    desk.settle()
    found = desk.page.middle.active.code
    assert "khoảng cách thị trường" in desk.text(f"SOI5.{found}").casefold()
    assert passage(desk, found).property("found") is True
    QTest.keyClick(box, Key.Key_Escape)
    assert QApplication.focusWidget() is passage(desk, found)
    assert passage(desk, found).property("found") is False


def test_a_step_of_work_and_its_undo_are_seen_at_once(desk: WizardDesk) -> None:
    from models.editing import answers

    before = desk.text("SOI5.O1")
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "Đổi <b>ngay</b>")
    assert passage(desk, "O1").text.text() == "Đổi <b>ngay</b>"
    desk.undo()
    assert passage(desk, "O1").text.text() == before


def test_the_next_initiative_is_read_at_the_same_question(desk: WizardDesk) -> None:
    desk.press(Key.Key_PageDown, Modifier.ControlModifier | Modifier.AltModifier)
    assert desk.page.centre.form == READING
    assert passage(desk, "O1").text.text() == desk.text("SOI6.O1")
    assert QApplication.focusWidget() is passage(desk, "O1")


def test_the_form_that_was_on_is_on_again_when_the_plan_is_opened_again(desk: WizardDesk) -> None:
    desk.close_and_reopen(desk.workbench.path)
    desk.go("sot")
    assert desk.page.centre.form == READING and reading(desk).isVisible()
    desk.press(Key.Key_R, BOTH)
    desk.close_and_reopen(desk.workbench.path)
    desk.go("sot")
    assert desk.page.centre.form == STEPS and desk.page.middle.isVisible()


def test_a_place_that_names_a_question_shows_its_card(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.W1")
    assert desk.page.centre.form == STEPS
    assert QApplication.focusWidget() is desk.editor("W1")


def test_it_is_written_as_the_language_and_the_theme_say(desk: WizardDesk) -> None:
    desk.window.actions_by_name["language"].trigger()
    desk.window.actions_by_name["theme"].trigger()
    desk.settle()
    question = desk.workbench.method.questions["O1"]
    assert passage(desk, "O1").prompt.text() == question.text.en
    assert desk.page.centre.title.text() == "Extend digital infrastructure and the digital economy"
    assert passage(desk, "O1").text.text() == desk.text("SOI5.O1")


def test_an_answer_that_is_not_there_says_so(desk: WizardDesk) -> None:
    from models.editing import answers

    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "")
    assert passage(desk, "O1").empty.isVisible() and not passage(desk, "O1").text.isVisible()


def test_an_earlier_cycle_is_chosen_at_the_top_and_read_only(desk: WizardDesk) -> None:
    from models.editing import answers

    soi5, before = desk.initiative("SOI5"), desk.text("SOI5.O1")
    desk.workbench.edit("cycle.close", cycles.close, soi5, "Hội nghị đã chốt")
    desk.workbench.edit("cycle.start", cycles.start, soi5)
    desk.workbench.edit("answer.write", answers.write, soi5, "O1", "Lời mới")
    choice = reading(desk).cycle
    assert choice.isEnabled() and choice.number() == 2
    choice.setFocus()
    desk.press(Key.Key_Down)
    assert choice.number() == 1 and "Hội nghị đã chốt" in choice.currentText()
    assert passage(desk, "O1").text.text() == before
    desk.workbench.edit("answer.write", answers.write, soi5, "O1", "Lời mới hơn")
    assert passage(desk, "O1").text.text() == before, "an earlier cycle goes on being read"
    QTest.mouseClick(passage(desk, "O1"), Qt.MouseButton.LeftButton)
    desk.settle()
    row = desk.page.centre.comparing.rows["O1"]
    assert row.isVisible() and row.first.text() == before and row.second.text() == "Lời mới hơn"


def test_it_opens_at_once(window: MainWindow) -> None:
    desk = WizardDesk(window)
    QTest.qWait(300)
    started = time.perf_counter()
    desk.page.centre.turn_reading()
    QApplication.processEvents()
    assert time.perf_counter() - started < LONGEST_SECONDS
