"""The inspector of the matrix: every field of a measure, each committed by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from models.editing import answers, measures
from models.editing.measures import MeasureFields
from models.plan import Measure, MeasureStatus
from tests.window.matrix_desk import EMPTY, PAIR, Desk
from views.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    made = Desk(window)
    made.go(PAIR)
    return made


def editor(desk: Desk, key: str) -> Any:
    return desk.page.inspector.form.fields[key].editor


def error(desk: Desk, key: str) -> str:
    label = desk.page.inspector.form.fields[key].error
    return label.text() if label.isVisible() else ""


def kept(desk: Desk) -> Measure:
    return desk.measures(PAIR)[0]


def fill(desk: Desk, key: str, text: str) -> None:
    field = editor(desk, key)
    field.setFocus()
    field.selectAll()
    desk.key(Key.Key_Delete, widget=field)
    desk.type(text, field)
    desk.view.setFocus()
    desk.context.workbench.settle()
    QApplication.processEvents()


@pytest.mark.parametrize("key", ["text", "person", "responsibility", "product", "authority", "funding"])
def test_a_text_is_written_and_undone(desk: Desk, key: str) -> None:
    was = getattr(kept(desk), key)
    fill(desk, key, "Chữ mới, “ngoặc”")
    assert getattr(kept(desk), key) == "Chữ mới, “ngoặc”"
    assert desk.context.workbench.undo() is not None
    assert getattr(kept(desk), key) == was
    assert editor(desk, key).text() == was


def test_a_field_is_committed_in_a_pause_while_it_has_the_focus(desk: Desk, qtbot: Any) -> None:
    field = editor(desk, "product")
    field.setFocus()
    field.selectAll()
    desk.type("Sổ tay", field)
    qtbot.waitUntil(lambda: kept(desk).product == "Sổ tay")
    assert field.hasFocus()


@pytest.mark.parametrize("typed", ["bkhcn", "Bộ Khoa học và Công nghệ", "bo khoa hoc va cong nghe", "Bộ KH&CN"])
def test_a_body_is_known_by_symbol_or_name_with_or_without_accents(desk: Desk, typed: str) -> None:
    fill(desk, "lead", "")
    assert kept(desk).lead == ""
    fill(desk, "lead", typed)
    assert kept(desk).lead == "BKHCN"
    assert editor(desk, "lead").text() == "Bộ KH&CN"
    assert "Bộ KH&CN" in [entry.lead for entry in desk.page.model.cell(6, 2).entries]


def test_a_suggestion_is_taken_with_the_keyboard(desk: Desk) -> None:
    field = editor(desk, "support")
    fill(desk, "support", "")
    field.setFocus()
    desk.type("cong an", field)
    shown = [one for one in desk.window.findChildren(QListWidget) if one.isVisible()]
    assert [one.item(0).text() for one in shown] == ["Bộ Công an"]
    desk.key(Key.Key_Return, widget=field)
    assert kept(desk).support == ("BCA",)
    desk.type("nhnn", field)
    desk.key(Key.Key_Escape, widget=field)
    assert not any(one.isVisible() for one in shown)
    desk.key(Key.Key_Return, widget=field)
    assert kept(desk).support == ("BCA", "NHNN")


def test_an_unknown_body_is_a_sentence_beside_the_field_and_stays_to_be_mended(desk: Desk) -> None:
    was = kept(desk).lead
    fill(desk, "lead", "Bộ Không Có")
    assert "Bộ Không Có" in error(desk, "lead")
    assert editor(desk, "lead").text() == "Bộ Không Có"
    assert kept(desk).lead == was
    fill(desk, "lead", "BTC")
    assert error(desk, "lead") == ""
    assert kept(desk).lead == "BTC"


@pytest.mark.parametrize("typed", ["31/12/2029", "31.12.2029", "2029-12-31", " 31-12-2029 "])
def test_a_day_is_written_day_first_or_year_first(desk: Desk, typed: str) -> None:
    fill(desk, "due", typed)
    assert kept(desk).due == date(2029, 12, 31)
    assert editor(desk, "due").text() == "31/12/2029"


def test_an_emptied_day_is_no_day(desk: Desk) -> None:
    fill(desk, "due", "31/12/2029")
    fill(desk, "due", "")
    assert kept(desk).due is None


@pytest.mark.parametrize("typed", ["31/02/2029", "mai", "12/2029", "1/1/29"])
def test_what_is_no_day_is_refused_beside_the_field(desk: Desk, typed: str) -> None:
    was = kept(desk).due
    fill(desk, "due", typed)
    assert typed in error(desk, "due")
    assert kept(desk).due == was


def test_a_start_after_the_due_day_is_refused_beside_the_field(desk: Desk) -> None:
    fill(desk, "due", "31/12/2029")
    was = kept(desk).start
    fill(desk, "start", "01/01/2031")
    assert error(desk, "start")
    assert kept(desk).start == was


def test_a_measure_keeps_its_words(desk: Desk) -> None:
    was = kept(desk).text
    fill(desk, "text", "   ")
    assert error(desk, "text")
    assert kept(desk).text == was


def test_progress_is_a_whole_percentage(desk: Desk) -> None:
    fill(desk, "progress", "45%")
    assert kept(desk).progress == 45
    for typed in ("nhiều", "145", "-1", "4.5"):
        fill(desk, "progress", typed)
        assert error(desk, "progress")
        assert kept(desk).progress == 45


def test_a_status_is_chosen_with_the_keyboard_and_done_is_a_hundred_percent(desk: Desk) -> None:
    field = editor(desk, "status")
    field.setFocus()
    desk.key(Key.Key_End, widget=field)
    assert kept(desk).status is MeasureStatus.DONE
    assert kept(desk).progress == 100
    assert editor(desk, "progress").text() == "100 %"
    assert desk.page.model.cell(6, 2).entries[0].state == "done"


def test_questions_and_clauses_are_written_as_codes(desk: Desk) -> None:
    fill(desk, "origin", "o1; S3;o1")
    fill(desk, "cites", "nq52.iii.3.1")
    assert kept(desk).origin == ("O1", "S3")
    assert kept(desk).cites == ("NQ52.III.3.1",)
    fill(desk, "cites", "NQ52.III.3.1; NQ99.1")
    assert "NQ99.1" in error(desk, "cites")
    assert kept(desk).cites == ("NQ52.III.3.1",)


def test_late_is_reckoned_today(desk: Desk) -> None:
    measure_id = kept(desk).id
    for days, state in ((1, "late"), (0, "doing")):
        due = date.today() - timedelta(days=days)
        fields = MeasureFields(status=MeasureStatus.DOING, start=due, due=due, progress=10)
        desk.context.workbench.edit("measure.change", measures.change, measure_id, fields)
        assert desk.page.model.cell(6, 2).entries[0].state == state
        assert desk.page.inspector.form.fields["due"].remark.isVisible() is (state == "late")


def test_missing_clears_are_named(desk: Desk) -> None:
    empty = MeasureFields(person="", authority="")
    desk.context.workbench.edit("measure.change", measures.change, kept(desk).id, empty)
    said = desk.page.inspector.clears.text()
    assert "4/6" in said
    assert "người" in said
    assert "thẩm quyền" in said


def test_changed_answers_ask_for_a_review_that_is_confirmed(desk: Desk) -> None:
    one, workbench = kept(desk), desk.context.workbench
    fill(desk, "origin", "O1")
    workbench.edit("answer.write", answers.write, one.initiative, "O1", "Câu trả lời khác")
    assert desk.page.inspector.review.isVisible()
    QTest.mouseClick(desk.page.inspector.review.confirm, Qt.MouseButton.LeftButton)
    assert kept(desk).review == ()
    assert not desk.page.inspector.review.isVisible()


def test_what_is_typed_is_kept_when_another_measure_is_chosen(desk: Desk) -> None:
    field = editor(desk, "product")
    field.setFocus()
    field.selectAll()
    desk.type("Gõ dở", field)
    desk.view.go_to_cell(*EMPTY)
    assert kept(desk).product == "Gõ dở"
    assert not desk.page.inspector.form.isVisible()


def test_every_field_is_reached_by_tab_and_has_a_name(desk: Desk) -> None:
    desk.key(Key.Key_F6)
    reached: list[str] = []
    while desk.page.inspector.form.isAncestorOf(QApplication.focusWidget()):
        assert QApplication.focusWidget().accessibleName()
        reached.append(QApplication.focusWidget().objectName())
        desk.key(Key.Key_Tab, widget=QApplication.focusWidget())
    origin = [f"matrix.origin.{code}" for code in kept(desk).origin]
    assert reached[2 : 2 + len(origin)] == origin
    chips = ["matrix.field.stakeholders.chip"] * len(kept(desk).stakeholders)
    assert [name for name in reached if name in chips] == chips
    fields = [f"matrix.field.{key}" for key in desk.page.inspector.form.fields]
    assert [name for name in reached if name not in (*origin, *chips)] == fields


def test_the_resolution_speaks_for_the_cell(desk: Desk) -> None:
    desk.go((3, 3))
    reference = desk.page.inspector.beside.reference
    items = desk.context.workbench.method.cells["KFA3.KF3"].items
    assert reference.statements[0].text.text()[1:60] == items[0].text.vi[:59]
    reference.more.click()
    QApplication.processEvents()
    shown = [one.text.text() for one in reference.statements if one.isVisible()]
    assert shown == [f"“{item.text.vi}”" for item in items]


def test_a_clause_of_the_resolution_is_read_where_it_is_cited(desk: Desk) -> None:
    desk.go((3, 3))
    statement = desk.page.inspector.beside.reference.statements[0]
    code = desk.context.workbench.method.cells["KFA3.KF3"].items[0].clauses[0]
    link = statement.links[0]
    assert link.text() == "§ NQ 52, III.2.2.4"
    link.setFocus()
    desk.key(Key.Key_Space, widget=link)
    assert desk.context.workbench.method.clauses[code] in statement.clause.text()
    assert statement.clause.isVisible()
    desk.key(Key.Key_Space, widget=link)
    assert not statement.clause.isVisible()


def test_the_principle_of_the_key_factor_stands_in_the_head(desk: Desk) -> None:
    factor = desk.context.workbench.method.key_factors["KF2"]
    desk.go(EMPTY)
    assert desk.page.inspector.beside.principle.text() == factor.text.vi
    desk.go((3, 3))
    assert not desk.page.inspector.beside.principle.isVisible()
