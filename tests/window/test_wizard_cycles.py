"""SOT cycles: closed with a reason, opened from a copy, read again, set side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from models.editing import answers
from models.editing import cycles as writing
from models.plan import AnswerStatus
from models.reading import desks
from models.reading.desks import CycleSpan
from sot_wizard.centre import COMPARE, READING, STEPS
from sot_wizard.cycles.comparison import CompareView
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    return WizardDesk(window)


@pytest.fixture
def two(desk: WizardDesk) -> WizardDesk:
    """SOI5 in its second cycle, in which O1 and the conclusion of M say something else."""
    soi5 = desk.initiative("SOI5")
    desk.workbench.edit("cycle.close", writing.close, soi5, "Hội nghị đã chốt")
    desk.workbench.edit("cycle.start", writing.start, soi5)
    old = desk.text("SOI5.O1")
    desk.workbench.edit("answer.write", answers.write, soi5, "O1", old.replace("thị trường", "nền kinh tế"))
    desk.workbench.edit("answer.write", answers.write, soi5, "M", "Kết luận khác hẳn")
    desk.settle()
    return desk


def spans(desk: WizardDesk, code: str = "SOI5") -> tuple[CycleSpan, ...]:
    found = desk.workbench.read(desks.desk, desk.initiative(code))
    assert found is not None
    return found.cycles


def comparing(desk: WizardDesk) -> CompareView:
    return desk.page.centre.comparing


def shown(desk: WizardDesk) -> list[str]:
    return [code for code, row in comparing(desk).rows.items() if row.isVisible()]


def test_closing_asks_for_the_reason_in_one_line_and_is_one_step(desk: WizardDesk) -> None:
    desk.click("sot.cycle.turn")
    line = desk.find(QLineEdit, "sot.cycle.reason")
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "Hoi nghi da chot")
    desk.press(Key.Key_Return)
    only = spans(desk)[0]
    assert only.closed is not None and only.reason == "Hoi nghi da chot"
    assert desk.editor("O1").isReadOnly() and not line.isVisible()
    assert desk.window.toast.isVisible() and desk.window.toast.undo.isVisible()
    desk.undo()
    assert spans(desk)[0].closed is None and spans(desk)[0].reason == ""
    assert not desk.editor("O1").isReadOnly()


def test_a_cycle_is_not_closed_when_one_thinks_better_of_it(desk: WizardDesk) -> None:
    desk.click("sot.cycle.turn")
    desk.press(Key.Key_Escape)
    assert spans(desk)[0].closed is None
    assert QApplication.focusWidget() is desk.button("sot.cycle.turn")
    desk.click("sot.cycle.turn")
    desk.click("sot.cycle.leave")
    assert spans(desk)[0].closed is None and desk.button("sot.cycle.turn").isVisible()


def test_what_is_being_typed_belongs_to_the_cycle_that_is_closed(desk: WizardDesk) -> None:
    desk.type(" lời cuối")
    desk.click("sot.cycle.turn")
    desk.click("sot.cycle.close")
    assert desk.text("SOI5.O1").endswith(" lời cuối") and desk.editor("O1").isReadOnly()


def test_the_form_goes_when_another_initiative_comes(desk: WizardDesk) -> None:
    desk.click("sot.cycle.turn")
    desk.go("sot", "SOI6.O1")
    assert not desk.find(QLineEdit, "sot.cycle.reason").isVisible()
    assert desk.button("sot.cycle.turn").isVisible()


def test_the_next_cycle_is_opened_from_a_copy_and_counted_alone(desk: WizardDesk) -> None:
    text = desk.text("SOI5.O1")
    desk.click("sot.cycle.turn")
    desk.click("sot.cycle.close")
    desk.click("sot.cycle.turn")
    assert [span.number for span in spans(desk)] == [1, 2]
    assert desk.text("SOI5.O1") == text and not desk.editor("O1").isReadOnly()
    desk.choose_status("O1", "discuss")
    assert list(desk.page.rail.steps["O"].parts) == [False, True, True, True]
    ring = desk.window.pages["overview"].cards[desk.initiative("SOI5")].ring
    desk.go("overview")
    done = sum(
        answer.status is AnswerStatus.DONE
        for code, answer in desk.workbench.read(desks.desk, desk.initiative("SOI5")).answers.items()
        if code in desk.workbench.method.questions
    )
    assert ring.accessibleName() == str(done)


def test_the_foot_of_the_rail_names_the_cycles(two: WizardDesk) -> None:
    say, day = two.window.context.language.say, two.window.context.language.day_of
    first, second = spans(two)
    assert two.label("sot.cycle").text() == say("sot.cycle_open", number=2, day=day(second.opened))
    assert two.button("sot.cycle.earlier.0").text() == say("sot.cycle_closed", number=1, day=day(first.closed))
    assert "Hội nghị đã chốt" in two.button("sot.cycle.earlier.0").toolTip()
    assert not two.button("sot.cycle.earlier.1").isVisible()


def test_an_earlier_cycle_is_read_from_the_rail(two: WizardDesk) -> None:
    two.click("sot.cycle.earlier.0")
    reading = two.page.centre.reading
    assert two.page.centre.form == READING and reading.number == 1
    assert "thị trường" in reading.passages["O1"].text.text()
    assert "1" in two.page.centre.number.text()


def test_two_cycles_stand_side_by_side_with_the_words_marked(two: WizardDesk) -> None:
    two.click("sot.cycle.compare")
    assert two.page.centre.form == COMPARE and shown(two) == ["O1", "M"]
    row = comparing(two).rows["O1"]
    gone = [piece.text for piece in row._pieces if piece.kind == "gone"]
    come = [piece.text for piece in row._pieces if piece.kind == "come"]
    assert "thị trường" in "".join(gone) and "nền kinh tế" in "".join(come)
    old = two.workbench.read(desks.desk, two.initiative("SOI5"), 1)
    assert row.first.text() == old.answers["O1"].text and row.second.text() == two.text("SOI5.O1")
    assert not two.page.panel.isVisible(), "two texts need the room"


def test_all_questions_are_shown_when_the_filter_is_off(two: WizardDesk) -> None:
    two.click("sot.form.compare")
    two.click("sot.compare.only")
    assert len(shown(two)) == 24
    count = two.window.context.language.say("comparing.count", changed=2, total=24)
    assert two.label("sot.compare.count").text() == count


def test_any_two_cycles_are_chosen_by_the_keyboard(two: WizardDesk) -> None:
    soi5 = two.initiative("SOI5")
    two.workbench.edit("cycle.close", writing.close, soi5)
    two.workbench.edit("cycle.start", writing.start, soi5)
    two.click("sot.form.compare")
    assert (comparing(two).first.number(), comparing(two).second.number()) == (2, 3) and shown(two) == []
    assert comparing(two).none.isVisible()
    comparing(two).first.setFocus()
    two.press(Key.Key_Down)
    assert comparing(two).first.number() == 1 and shown(two) == ["O1", "M"]


def test_keys_walk_the_rows_and_enter_goes_to_the_card(two: WizardDesk) -> None:
    two.click("sot.form.compare")
    two.page.centre.focus()
    assert QApplication.focusWidget() is comparing(two).rows["O1"]
    two.press(Key.Key_Return, Modifier.ControlModifier)
    assert QApplication.focusWidget() is comparing(two).rows["M"]
    two.press(Key.Key_Return)
    assert two.page.centre.form == STEPS and QApplication.focusWidget() is two.editor("M")


def test_a_step_of_work_is_seen_in_the_comparison_and_undone(two: WizardDesk) -> None:
    two.click("sot.form.compare")
    two.workbench.edit("answer.write", answers.write, two.initiative("SOI5"), "C1", "<i>Mới</i> & lạ")
    assert shown(two) == ["O1", "M", "C1"]
    assert comparing(two).rows["C1"].second.text() == "<i>Mới</i> & lạ"
    two.undo()
    assert shown(two) == ["O1", "M"]


def test_an_initiative_with_one_cycle_has_nothing_to_compare(two: WizardDesk) -> None:
    two.click("sot.form.compare")
    two.press(Key.Key_PageDown, Modifier.ControlModifier | Modifier.AltModifier)
    assert two.page._desk.initiative.code == "SOI6"
    assert two.page.centre.form == STEPS and not two.button("sot.form.compare").isVisible()


def test_undoing_the_second_cycle_leaves_the_comparison(two: WizardDesk) -> None:
    two.click("sot.form.compare")
    for _ in range(3):
        two.undo()
    assert len(spans(two)) == 1 and two.page.centre.form == STEPS


def test_the_comparison_follows_language_and_theme(two: WizardDesk) -> None:
    two.click("sot.form.compare")
    two.window.actions_by_name["language"].trigger()
    two.window.actions_by_name["theme"].trigger()
    two.settle()
    assert comparing(two).rows["O1"].prompt.text() == two.workbench.method.questions["O1"].text.en
    assert comparing(two).only.text() == "Only what has changed"
    assert shown(two) == ["O1", "M"]


def test_a_click_on_a_row_goes_to_its_card(two: WizardDesk) -> None:
    two.click("sot.form.compare")
    QTest.mouseClick(comparing(two).rows["M"], Qt.MouseButton.LeftButton)
    two.settle()
    assert QApplication.focusWidget() is two.editor("M")
