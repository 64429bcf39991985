"""The wizard's cards, rail and panel."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.editing import cycles
from models.editing import initiatives as writing
from models.method import Bilingual
from models.plan import AnswerStatus
from models.text import fold
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow

HOSTILE = ("<img src='file:///etc/passwd'>", "<b>đậm</b> & <a href='x'>", "=1+1", "R&D", "‮ngược", "😀" * 30)


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    return WizardDesk(window)


def test_three_cards_and_the_conclusion_of_a_step_are_shown_with_their_texts(desk: WizardDesk) -> None:
    for code in ("O1", "O2", "O3", "O"):
        assert desk.editor(code).isVisible()
        assert desk.editor(code).toPlainText() == desk.text(f"SOI5.{code}")
    assert not desk.editor("S1").isVisible()


def test_every_editor_of_the_contract_is_there_and_has_a_name(desk: WizardDesk) -> None:
    QTest.qWait(50)
    method = desk.workbench.method
    for code in (*method.questions, *method.steps):
        editor = desk.window.findChild(QPlainTextEdit, f"sot.answer.{code}")
        assert editor is not None and editor.accessibleName() and editor.toPlainText() == desk.text(f"SOI5.{code}")
        assert desk.button(f"sot.status.{code}").accessibleName()


def test_keys_walk_questions_and_steps(desk: WizardDesk) -> None:
    seen = []
    for _ in range(4):
        seen.append(QApplication.focusWidget().objectName())
        desk.press(Key.Key_Return, Modifier.ControlModifier)
    assert seen == ["sot.answer.O1", "sot.answer.O2", "sot.answer.O3", "sot.answer.O"]
    assert QApplication.focusWidget() is desk.editor("S1")
    desk.press(Key.Key_PageDown, Modifier.ControlModifier)
    assert desk.page.middle.step == "M" and desk.editor("M1").isVisible()
    desk.press(Key.Key_PageUp, Modifier.ControlModifier)
    assert desk.page.middle.step == "S" and not desk.editor("M1").isVisible()


def test_a_click_on_a_step_shows_it_at_what_is_left_to_do(desk: WizardDesk) -> None:
    desk.click("sot.step.M")
    assert QApplication.focusWidget() is desk.editor("M3")
    assert "1" in desk.page.rail.steps["M"].accessibleName()


def test_status_is_chosen_from_the_menu_and_counted_in_the_rail(desk: WizardDesk) -> None:
    whole = desk.page.rail.steps["O"].accessibleName()
    desk.choose_status("O1", "discuss")
    answer = desk.answer("SOI5.O1")
    assert answer is not None and answer.status is AnswerStatus.DISCUSS
    assert desk.button("sot.status.O1").text().startswith("◆")
    assert desk.page.rail.steps["O"].accessibleName() != whole
    desk.undo()
    assert desk.page.rail.steps["O"].accessibleName() == whole
    assert desk.button("sot.status.O1").text().startswith("●")


def test_the_menu_of_a_status_outlives_the_collector_of_unused_objects(desk: WizardDesk) -> None:
    gc.collect()
    desk.go("sot", "SOI6.M1")
    desk.choose_status("M1", "discuss")
    assert desk.answer("SOI6.M1").status is AnswerStatus.DISCUSS


def test_an_empty_answer_is_not_called_done_and_the_card_says_why(desk: WizardDesk) -> None:
    desk.press(Key.Key_A, Modifier.ControlModifier)
    desk.press(Key.Key_Delete)
    desk.choose_status("O1", "done")
    card = desk.page.middle.cards["O1"]
    assert card.error.isVisible() and card.error.text() == desk.window.context.language.say("answer.done_but_empty")
    assert desk.answer("SOI5.O1").status is AnswerStatus.EMPTY


def test_later_marks_the_question_to_be_discussed_and_goes_on(desk: WizardDesk) -> None:
    desk.click("sot.later")
    assert desk.answer("SOI5.O1").status is AnswerStatus.DISCUSS
    assert QApplication.focusWidget() is desk.editor("O2")


def test_a_clause_is_found_without_accents_and_cited_by_the_keyboard(desk: WizardDesk) -> None:
    before = desk.answer("SOI5.O1").cites
    desk.click("sot.cite.O1")
    box, found = desk.find(QLineEdit, "citing.box"), desk.find(QListWidget, "citing.list")
    assert QApplication.focusWidget() is box
    QTest.keyClicks(box, "co so ha tang vien thong")
    QTest.qWait(120)
    texts = [found.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(found.count())]
    assert "co so ha tang vien thong" in fold(texts[0])
    code = texts[0].split()[0]
    QTest.keyClick(box, Key.Key_Return)
    assert desk.answer("SOI5.O1").cites == (*before, code)
    assert not desk.page.picker.isVisible()
    desk.undo()
    assert desk.answer("SOI5.O1").cites == before == desk.page.middle.cards["O1"].chips.codes


def test_delete_on_a_chip_takes_the_citation_off(desk: WizardDesk) -> None:
    chips = desk.page.middle.cards["O1"].chips
    before = desk.answer("SOI5.O1").cites
    chips._chips[0].name.setFocus()
    desk.press(Key.Key_Delete)
    assert desk.answer("SOI5.O1").cites == before[1:] == chips.codes


def test_words_are_counted_when_the_hands_rest(desk: WizardDesk, qtbot: QtBot) -> None:
    desk.editor("O1").setPlainText("Chuyển đổi số – quốc gia, 2.030!")
    qtbot.waitUntil(lambda: desk.label("sot.words.O1").text().startswith("6 "), timeout=5_000)


def test_help_unfolds_purpose_hint_and_the_example_of_the_group(desk: WizardDesk) -> None:
    question = desk.workbench.method.questions["O1"]
    desk.click("sot.help.O1")
    shown = [label.text() for label in desk.page.middle.cards["O1"].help.findChildren(type(desk.label("sot.words.O1")))]
    for text in (question.purpose.vi, question.hint.vi, question.examples["H"].vi):
        assert text in shown


def test_the_panel_shows_basis_frame_and_the_answers_that_the_question_builds_on(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.O3")
    panel, one = desk.page.panel, desk.page.middle.active
    assert one.code == "O3"
    assert desk.workbench.method.bases["C5"].text.vi[:80] in panel.statement.text()
    assert panel.triangle.accessibleName().endswith("F3, F6, P2, P4, K5, K6")
    rows = [row for row in panel.earlier.rows if row.isVisible()]
    assert [row.code.text() for row in rows] == ["O1", "O2"]
    assert desk.text("SOI5.O1").startswith(rows[0].text.text().rstrip("…")[:60])
    QTest.mouseClick(rows[0].code, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is desk.editor("O1")


def test_an_initiative_is_chosen_in_the_selector_and_shared_with_the_other_pages(desk: WizardDesk) -> None:
    box = desk.find(QComboBox, "sot.initiative")
    box.setFocus()
    desk.press(Key.Key_Down)
    assert desk.window.context.selection.initiative == desk.initiative("SOI6")
    assert desk.editor("O1").toPlainText() == desk.text("SOI6.O1")


def test_each_initiative_resumes_at_the_question_last_worked_on(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.W2")
    desk.go("sot", "SOI6.A1")
    desk.go("sot", "SOI5")
    assert desk.page.middle.active.code == "W2"
    path = desk.workbench.path
    desk.close_and_reopen(path)
    desk.go("sot")
    assert desk.page.middle.active.code == "W2" and desk.editor("W2").isVisible()


def test_a_closed_cycle_can_only_be_read_and_says_so_and_the_next_one_is_a_copy(desk: WizardDesk) -> None:
    text = desk.text("SOI5.O1")
    desk.click("sot.cycle.turn")
    desk.click("sot.cycle.close")
    assert desk.editor("O1").isReadOnly() and not desk.button("sot.status.O1").isEnabled()
    assert desk.label("sot.closed").isVisible() and "1" in desk.label("sot.closed").text()
    desk.type(" không vào")
    desk.workbench.commit()
    assert desk.text("SOI5.O1") == text
    desk.click("sot.cycle.start")
    assert not desk.editor("O1").isReadOnly() and not desk.label("sot.closed").isVisible()
    assert desk.text("SOI5.O1") == text
    desk.editor("O1").setFocus()
    desk.type(" vòng hai")
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == text + " vòng hai"


def test_a_cycle_that_is_closed_elsewhere_locks_the_cards_at_once(desk: WizardDesk) -> None:
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI5"))
    assert desk.editor("O1").isReadOnly()
    desk.undo()
    assert not desk.editor("O1").isReadOnly()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_and_kept_literally(desk: WizardDesk, text: str) -> None:
    initiative = desk.initiative("SOI5")
    desk.workbench.edit("initiative.change", writing.change, initiative, title=Bilingual(text, text))
    desk.editor("O1").selectAll()
    desk.editor("O1").insertPlainText(text)
    desk.workbench.commit()
    assert desk.text("SOI5.O1") == text == desk.editor("O1").toPlainText()
    desk.go("sot", "SOI5.O3")
    assert desk.page.rail.title.text() == text
    assert desk.page.rail.title.textFormat() is Qt.TextFormat.PlainText
    rows = [row.text for row in desk.page.panel.earlier.rows if row.isVisible()]
    assert rows[0].text() == text and rows[0].textFormat() is Qt.TextFormat.PlainText


def test_language_and_theme_are_switched_live_without_touching_what_is_typed(desk: WizardDesk) -> None:
    desk.type(" giữa chừng")
    shown = desk.editor("O1").toPlainText()
    desk.window.actions_by_name["language"].trigger()
    desk.window.actions_by_name["theme"].trigger()
    desk.settle()
    assert desk.page.middle.cards["O1"].prompt.text() == desk.workbench.method.questions["O1"].text.en
    assert desk.page.rail.title.text() == "Extend digital infrastructure and the digital economy"
    assert desk.editor("O1").toPlainText() == shown
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == shown


def test_words_are_looked_for_in_the_answers_without_accents(desk: WizardDesk) -> None:
    desk.press(Key.Key_F, Modifier.ControlModifier)
    box = desk.find(QLineEdit, "sot.find")
    assert QApplication.focusWidget() is box
    QTest.keyClicks(box, "khoang cach thi truong")
    QTest.keyClick(box, Key.Key_Return)
    desk.settle()
    editor = desk.page.middle.active.editor
    assert editor.textCursor().selectedText().casefold() == "khoảng cách thị trường"
    QTest.keyClick(box, Key.Key_Escape)
    assert QApplication.focusWidget() is editor
