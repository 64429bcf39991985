"""The panel beside the questions: clauses to cite, the same question elsewhere, links, and what folds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.editing import answers, cycles, dependencies
from models.plan import DependencyKind
from models.reading import beside, clauses, initiatives
from sot_wizard.beside.panel import WIDTHS, ContextPanel
from sot_wizard.beside.rows import RowsCard, TextRow
from tests.window.wizard_desk import Key, WizardDesk
from views.main_window import MainWindow
from views.parts.labels import ElidedLabel


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> WizardDesk:
    made = WizardDesk(window)
    qtbot.waitUntil(lambda: bool(rows_of(made.page.panel.suggested)), timeout=10_000)
    return made


def rows_of(card: RowsCard) -> list[TextRow]:
    return [row for row in card.rows if row.isVisible()]


def codes_of(card: RowsCard) -> list[str]:
    return [row.code.text() for row in rows_of(card)]


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    for _ in range(8):
        QApplication.processEvents()


def read(desk: WizardDesk, code: str) -> list[str]:
    return list(desk.answer(f"SOI5.{code}").cites)


def test_a_few_clauses_are_suggested_with_their_words_and_more_when_wanted(desk: WizardDesk) -> None:
    card = desk.page.panel.suggested
    few = codes_of(card)
    assert 0 < len(few) < 10 and not set(few) & set(read(desk, "O1"))
    texts = desk.workbench.read(clauses.by_code, few)
    for row in rows_of(card):
        assert texts[row.code.text()].text.vi.startswith(row.text.text().rstrip("…")[:60])
    press(card.more)
    assert codes_of(card)[: len(few)] == few and len(codes_of(card)) > len(few)
    press(card.more)
    assert codes_of(card) == few


def test_a_press_on_plus_cites_the_clause_in_one_step_and_takes_it_from_the_list(desk: WizardDesk) -> None:
    card, before = desk.page.panel.suggested, read(desk, "O1")
    desk.editor("O1").setFocus()
    code = codes_of(card)[1]
    press(rows_of(card)[1].take)
    desk.workbench.settle()
    desk.settle()
    assert read(desk, "O1") == [*before, code]
    assert code not in codes_of(card) and code in codes_of(desk.page.panel.cited)
    assert QApplication.focusWidget() is desk.editor("O1")
    desk.undo()
    assert read(desk, "O1") == before and code not in codes_of(desk.page.panel.cited)


def test_enter_cites_by_the_keyboard_and_the_focus_stays_in_the_list(desk: WizardDesk) -> None:
    card, before = desk.page.panel.suggested, read(desk, "O1")
    first, second = codes_of(card)[:2]
    take = rows_of(card)[0].take
    assert first in take.accessibleName()
    take.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_Return)
    desk.workbench.settle()
    desk.settle()
    assert read(desk, "O1") == [*before, first]
    assert QApplication.focusWidget() is take and second in take.accessibleName()


def test_suggestions_follow_what_was_written_once_the_hands_rest(desk: WizardDesk, qtbot: QtBot) -> None:
    card = desk.page.panel.suggested
    before = codes_of(card)
    editor = desk.editor("O1")
    editor.setFocus()
    editor.selectAll()
    editor.insertPlainText("Đào tạo, bồi dưỡng nguồn nhân lực; đổi mới chương trình giáo dục, dạy nghề và đại học.")
    desk.wait_for_commit()
    desk.settle()
    assert codes_of(card) == before
    qtbot.waitUntil(lambda: codes_of(card) != before, timeout=10_000)
    words = " ".join(row.line.text for row in rows_of(card)).casefold()
    assert "đào tạo" in words or "giáo dục" in words


def test_another_question_has_its_own_suggestions(desk: WizardDesk, qtbot: QtBot) -> None:
    card = desk.page.panel.suggested
    before = codes_of(card)
    desk.go("sot", "SOI11.A2")
    qtbot.waitUntil(lambda: codes_of(card) not in ([], before), timeout=10_000)
    assert not set(codes_of(card)) & set(desk.answer("SOI11.A2").cites)


def test_a_closed_cycle_has_nothing_to_cite(desk: WizardDesk) -> None:
    assert desk.page.panel.suggested.isVisible()
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI5"))
    desk.settle()
    assert not desk.page.panel.suggested.isVisible() and desk.page.panel.cited.isVisible()


def test_the_same_question_of_every_other_initiative_opens_in_place_and_leads_there(
    desk: WizardDesk, qtbot: QtBot
) -> None:
    card = desk.page.panel.elsewhere
    assert not rows_of(card)
    press(card.head)
    qtbot.waitUntil(lambda: len(rows_of(card)) == 11)
    assert codes_of(card) == [f"SOI{number}" for number in range(1, 13) if number != 5]
    row = rows_of(card)[3]
    whole = desk.text("SOI4.O1")
    assert row.text.text() != whole and whole.startswith(row.text.text().rstrip("…"))
    row.more.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_Return)
    assert row.text.text() == whole
    desk.press(Key.Key_Space)
    assert row.text.text() != whole
    press(row.code)
    assert desk.window.context.selection.initiative == desk.initiative("SOI4")
    assert QApplication.focusWidget() is desk.editor("O1") and desk.editor("O1").toPlainText() == whole


def test_what_is_written_elsewhere_meanwhile_shows_without_asking(desk: WizardDesk, qtbot: QtBot) -> None:
    card = desk.page.panel.elsewhere
    press(card.head)
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI4"), "O1", "Đổi <b>khác</b> & hẳn")
    qtbot.waitUntil(lambda: any(row.text.text() == "Đổi <b>khác</b> & hẳn" for row in rows_of(card)))
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI4"), "O1", "")
    empty = desk.window.context.language.say("status.answer.empty")
    qtbot.waitUntil(lambda: any(row.text.text() == empty for row in rows_of(card)))
    assert card.tally.text() == "10/11"


def test_the_links_of_the_initiative_say_kind_strength_and_reason_and_lead_to_the_network(
    desk: WizardDesk, qtbot: QtBot
) -> None:
    card, say = desk.page.panel.links, desk.window.context.language.say
    press(card.head)
    links = desk.workbench.read(beside.links, "SOI5")
    qtbot.waitUntil(lambda: len(rows_of(card)) == len(links))
    for row, link in zip(rows_of(card), links, strict=True):
        assert row.code.text() == (link.origin if link.to == "SOI5" else link.to)
        assert row.remark.text() == say(f"network.strength_{link.strength}")
        row.more.setChecked(True)
        assert link.why in row.text.text()
    ends = (desk.initiative("SOI5"), desk.initiative("SOI9"))
    why = "Cùng một nguồn vốn"
    desk.workbench.edit("dependency.write", dependencies.write, *ends, DependencyKind.CONFLICTS, 2, why)
    qtbot.waitUntil(lambda: len(rows_of(card)) == len(links) + 1)
    row = next(row for row in rows_of(card) if why in row.line.text)
    press(row.code)
    assert desk.window.page is desk.window.pages["network"]


def test_an_earlier_answer_opens_to_the_whole_and_folds_again_for_another_question(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.O3")
    row = rows_of(desk.page.panel.earlier)[0]
    whole = desk.text("SOI5.O1")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() // 2, row.height() // 2))
    assert row.text.text() == whole
    desk.go("sot", "SOI5.M1")
    assert all(not one.more.isChecked() for one in rows_of(desk.page.panel.earlier))
    desk.go("sot", "SOI5.O")
    assert codes_of(desk.page.panel.earlier) == ["O1", "O2", "O3"]


def test_a_folded_card_stays_folded_when_the_window_comes_back(desk: WizardDesk) -> None:
    panel = desk.page.panel
    assert panel.earlier.is_open and not panel.links.is_open
    panel.earlier.head.setFocus(Qt.FocusReason.TabFocusReason)
    named = panel.earlier.head.accessibleName()
    desk.press(Key.Key_Return)
    press(panel.links.head)
    assert not panel.earlier.is_open and panel.earlier.head.accessibleName() != named
    again = ContextPanel(desk.window.context)
    assert not again.earlier.is_open and again.links.is_open and again.basis.is_open
    again.deleteLater()


def test_pressing_what_is_cited_opens_its_card(desk: WizardDesk) -> None:
    panel = desk.page.panel
    press(panel.cited.head)
    assert not panel.cited.is_open
    desk.page.middle.cite_pressed.emit()
    assert panel.cited.is_open


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_clipped_where_the_panel_is_narrowest(desk: WizardDesk, qtbot: QtBot, language: str) -> None:
    desk.window.resize(1280, 720)
    desk.window.context.language.use(language)
    desk.go("sot", "SOI5.M2")
    panel = desk.page.panel
    for card in (panel.elsewhere, panel.links):
        card.open()
    for corner in panel.frame.triangle.buttons.values():
        corner.click()
    qtbot.waitUntil(lambda: bool(rows_of(panel.suggested)) and bool(rows_of(panel.links)), timeout=10_000)
    desk.settle()
    assert panel.width() == WIDTHS[0]
    for widget in panel.inside.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, ElidedLabel):
            right = widget.mapTo(panel.inside, QPoint(widget.width(), 0)).x()
            assert right <= panel.viewport().width(), (widget, right)
            is_label = isinstance(widget, QLabel)
            needed = widget.heightForWidth(widget.width()) if is_label and widget.wordWrap() else 0
            least = 0 if is_label and widget.wordWrap() else widget.minimumSizeHint().width()
            assert widget.height() >= needed and widget.width() >= least, (widget, widget.size())


def test_words_and_names_of_the_panel_change_with_the_language(desk: WizardDesk, qtbot: QtBot) -> None:
    panel = desk.page.panel
    press(panel.links.head)
    qtbot.waitUntil(lambda: bool(rows_of(panel.links)))
    spoken = [panel.suggested.heading.text(), panel.links.head.accessibleName(), rows_of(panel.links)[0].remark.text()]
    spoken.append(rows_of(panel.suggested)[0].take.accessibleName())
    desk.window.actions_by_name["language"].trigger()
    desk.settle()
    now = [panel.suggested.heading.text(), panel.links.head.accessibleName(), rows_of(panel.links)[0].remark.text()]
    now.append(rows_of(panel.suggested)[0].take.accessibleName())
    assert all(one != other for one, other in zip(spoken, now, strict=True))


def test_a_plan_that_is_closed_and_another_opened_leave_no_old_suggestion(desk: WizardDesk, qtbot: QtBot) -> None:
    path, card = desk.workbench.path, desk.page.panel.suggested
    desk.close_and_reopen(path)
    desk.go("sot", "SOI7.S2")
    qtbot.waitUntil(lambda: bool(rows_of(card)), timeout=10_000)
    one = next(one for one in desk.workbench.read(initiatives.every) if one.code == "SOI7")
    assert desk.window.context.selection.initiative == one.id
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
