"""Where measures came from, beside the matrix: the words, the review when they change, the conclusions."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QToolTip, QWidget

from models.editing import answers, measures
from models.editing.measures import MeasureFields
from models.plan import Measure
from models.reading import initiatives, stakeholders
from models.reading.origins import texts
from tests.window.matrix_desk import CONTROL, EMPTY, PAIR, SHIFT, Desk
from views.main_window import MainWindow
from views.matrix.drawing.delegate import GAP
from views.matrix.model import CELL_ROLE
from views.parts.marked_text import MarkedText

Key = Qt.Key
WORDS = "Chia lãnh thổ thành ba loại xã: tự đầu tư, đầu tư có điều kiện và công ích"


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """The matrix with a measure drawn from words of S3 and from the whole of A2."""
    made = Desk(window)
    fields = MeasureFields(text="Phân loại xã", origin=("S3", "A2"), words={"S3": WORDS})
    made.context.workbench.edit("measure.add", measures.add, soi(made), *EMPTY, fields)
    made.go(EMPTY)
    return made


def soi(desk: Desk) -> str:
    return str(desk.context.workbench.read(initiatives.find, "SOI5"))


def kept(desk: Desk) -> Measure:
    return desk.measures(EMPTY)[0]


def said(desk: Desk, question: str) -> str:
    return desk.context.workbench.read(texts, soi(desk), [question])[question]


def write(desk: Desk, question: str, text: str) -> None:
    desk.context.workbench.edit("answer.write", answers.write, soi(desk), question, text)
    QApplication.processEvents()


def child(desk: Desk, kind: type[QWidget], name: str) -> Any:
    found = desk.page.inspector.findChild(kind, name)
    assert found is not None, name
    return found


def shown(desk: Desk, name: str) -> str:
    """Return a marked text that is in sight, else nothing."""
    found = desk.page.inspector.findChild(MarkedText, name)
    return found.text() if found is not None and found.isVisible() else ""


def entry(desk: Desk, cell: tuple[int, int] = EMPTY) -> Any:
    return desk.page.model.place_of(*cell).data(CELL_ROLE).entries[0]


def test_the_question_stands_with_the_words_and_leads_to_them(desk: Desk) -> None:
    rows = desk.page.inspector.origins.rows
    assert WORDS in rows[0].text.text()
    assert rows[1].text.text() == "cả câu trả lời"
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    editor = desk.window.findChild(QPlainTextEdit, "sot.answer.S3")
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == WORDS


def test_a_question_is_reached_and_pressed_by_keyboard(desk: Desk) -> None:
    desk.key(Key.Key_F6)
    for _ in range(40):
        widget = QApplication.focusWidget()
        if widget.objectName() == "matrix.origin.A2":
            break
        desk.key(Key.Key_Tab, widget=widget)
    desk.key(Key.Key_Return, widget=QApplication.focusWidget())
    assert desk.window.findChild(QPlainTextEdit, "sot.answer.A2").hasFocus()


def test_words_that_have_changed_are_shown_as_they_were_and_as_they_are(desk: Desk) -> None:
    assert not desk.page.inspector.review.isVisible()
    write(desk, "S3", said(desk, "S3").replace("ba loại xã", "bốn loại xã"))
    assert kept(desk).review == ("S3",)
    assert entry(desk).needs_review
    assert desk.page.inspector.review.isVisible()
    then, now = shown(desk, "matrix.said.then.S3"), shown(desk, "matrix.said.now.S3")
    assert "ba loại xã" in then
    assert "bốn loại xã" in now
    assert "ba loại" not in now


def test_words_that_still_stand_are_said_to(desk: Desk) -> None:
    write(desk, "S3", said(desk, "S3") + "\nMột đoạn mới.")
    assert desk.page.inspector.review.isVisible()
    assert shown(desk, "matrix.said.then.S3") == ""
    labels = [one.text() for one in desk.page.inspector.review.findChildren(QLabel) if one.isVisible()]
    assert any(WORDS in text for text in labels)


def test_a_whole_answer_is_compared_with_what_it_said_before(desk: Desk) -> None:
    before = said(desk, "A2")
    write(desk, "A2", "Câu trả lời khác hẳn")
    assert before[:20] in shown(desk, "matrix.said.then.A2")
    assert shown(desk, "matrix.said.now.A2") == "Câu trả lời khác hẳn"
    write(desk, "A2", "")
    assert shown(desk, "matrix.said.now.A2") == ""
    assert before[:20] in shown(desk, "matrix.said.then.A2")


def test_the_review_is_confirmed_by_its_key_and_undone(desk: Desk) -> None:
    write(desk, "S3", "Khác")
    steps = desk.steps
    desk.key(Key.Key_R, CONTROL)
    assert kept(desk).review == ()
    assert desk.steps == steps + 1
    assert not desk.page.inspector.review.isVisible()
    assert not entry(desk).needs_review
    desk.context.workbench.undo()
    assert kept(desk).review == ("S3",)
    assert desk.page.inspector.review.isVisible()
    assert entry(desk).needs_review


def test_the_notice_leads_to_the_answer_and_its_button_is_reached_by_tab(desk: Desk) -> None:
    write(desk, "S3", said(desk, "S3").replace("ba loại xã", "bốn loại xã"))
    desk.key(Key.Key_F6)
    for name in ("matrix.confirm", "matrix.review.S3"):
        desk.key(Key.Key_Backtab, SHIFT, QApplication.focusWidget())
        assert QApplication.focusWidget().objectName() == name
    child(desk, QPushButton, "matrix.review.S3").click()
    editor = desk.window.findChild(QPlainTextEdit, "sot.answer.S3")
    assert "bốn loại xã" in editor.textCursor().selectedText()


def test_an_entry_says_what_it_lacks_and_that_it_waits(desk: Desk) -> None:
    assert entry(desk).clears == "1/6"
    assert entry(desk, PAIR).clears in ("", "5/6")
    write(desk, "S3", "Khác")
    point = desk.point(EMPTY)
    QApplication.sendEvent(
        desk.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, desk.view.viewport().mapToGlobal(point))
    )
    assert "1/6" in QToolTip.text()
    assert "S3" in QToolTip.text()
    spoken = desk.page.model.place_of(*EMPTY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "sáu rõ 1/6" in spoken
    assert "cần xem lại" in spoken


def test_the_sign_of_a_review_has_its_own_shape_in_the_cell(desk: Desk) -> None:
    def beneath_the_state() -> bytes:
        desk.go(PAIR)
        QApplication.processEvents()
        outer = desk.view.visualRect(desk.page.model.place_of(*EMPTY))
        image = desk.view.viewport().grab(outer.adjusted(GAP + 6, GAP + 22, -outer.width() + 22, -outer.height() + 40))
        return bytes(image.toImage().constBits())

    plain = beneath_the_state()
    write(desk, "S3", "Khác")
    assert beneath_the_state() != plain


def test_whom_a_measure_serves_is_picked_added_and_taken_off(desk: Desk) -> None:
    field = desk.page.inspector.form.fields["stakeholders"].editor
    known = desk.context.workbench.read(stakeholders.every)
    field.setFocus()
    desk.type("Ho gia dinh vung sau", field.adder)
    desk.key(Key.Key_Return, widget=field.adder)
    desk.type("Nhóm hoàn toàn mới", field.adder)
    desk.key(Key.Key_Return, widget=field.adder)
    assert kept(desk).stakeholders == ("Hộ gia đình vùng sâu, vùng xa", "Nhóm hoàn toàn mới")
    assert set(desk.context.workbench.read(stakeholders.every)) == {*known, "Nhóm hoàn toàn mới"}
    chip = next(one for one in field._chips if one.code == "Nhóm hoàn toàn mới")
    chip.name.setFocus()
    desk.key(Key.Key_Delete, widget=chip.name)
    assert kept(desk).stakeholders == ("Hộ gia đình vùng sâu, vùng xa",)
    desk.context.workbench.undo()
    assert kept(desk).stakeholders == ("Hộ gia đình vùng sâu, vùng xa", "Nhóm hoàn toàn mới")
    assert field.names == kept(desk).stakeholders


def test_origin_edited_as_codes_keeps_the_words(desk: Desk) -> None:
    field = desk.page.inspector.form.fields["origin"].editor
    field.setFocus()
    field.selectAll()
    desk.type("O1; S3", field)
    desk.view.setFocus()
    QApplication.processEvents()
    assert kept(desk).origin == ("O1", "S3")
    assert kept(desk).words == {"S3": WORDS}


def test_the_conclusions_stand_beside_the_matrix_and_lead_to_their_cards(desk: Desk) -> None:
    write(desk, "W", "Kết luận <b>của</b> bước W")
    QTest.mouseClick(child(desk, QPushButton, "matrix.beside.conclusions"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    rows = desk.page.inspector.beside.conclusions.rows
    assert list(rows) == list("OSMWAC")
    assert rows["W"].isVisible()
    assert rows["W"].text.text() == "Kết luận <b>của</b> bước W"
    write(desk, "W", "Kết luận mới")
    assert rows["W"].text.text() == "Kết luận mới"
    rows["W"].setFocus()
    desk.key(Key.Key_Return, widget=rows["W"])
    assert desk.window.findChild(QPlainTextEdit, "sot.answer.W").hasFocus()


def test_long_conclusions_open_in_full_and_the_choice_is_remembered(desk: Desk) -> None:
    child(desk, QPushButton, "matrix.beside.conclusions").click()
    conclusions = desk.page.inspector.beside.conclusions
    whole = " ".join(said(desk, "O").split())
    assert conclusions.rows["O"].text.text() != whole
    conclusions.more.click()
    assert conclusions.rows["O"].text.text() == whole
    assert desk.context.settings.text("matrix/beside") == "conclusions"
    child(desk, QPushButton, "matrix.beside.reference").click()
    assert not conclusions.isVisible()


def test_everything_is_said_in_the_other_language_and_theme(desk: Desk) -> None:
    write(desk, "S3", "Khác")
    desk.context.language.use("en")
    desk.context.themes.use("dark")
    QApplication.processEvents()
    assert desk.page.inspector.review.confirm.text() == "Reviewed, still right"
    assert "six clears 1/6" in desk.page.model.place_of(*EMPTY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert child(desk, QLabel, "matrix.principle").text() == desk.context.workbench.method.key_factors["KF2"].text.en
