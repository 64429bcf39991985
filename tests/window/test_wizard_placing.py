"""From answers to measures: words selected in an answer are placed in the matrix, and found again from there."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from models.editing import cycles, measures
from models.plan import Measure
from models.reading import measures as reading
from models.reading import stakeholders
from sot_wizard.placing.box import PlacingBox
from sot_wizard.placing.cells import COUNT_ROLE, RANK_ROLE
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow

WORDS = "Chia lãnh thổ thành ba loại xã"


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    return WizardDesk(window, "SOI5.S3")


def box(desk: WizardDesk) -> PlacingBox:
    return desk.page.placing.box


def select(desk: WizardDesk, code: str, words: str) -> QPlainTextEdit:
    """Select words in an answer as a mouse would."""
    editor = desk.editor(code)
    start = editor.toPlainText().index(words)
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.setFocus()
    return editor


def open_box(desk: WizardDesk, words: str = WORDS) -> None:
    select(desk, "S3", words)
    desk.press(Key.Key_M, Modifier.ControlModifier)
    assert box(desk).isVisible()


def walk_to(desk: WizardDesk, kfa: int, kf: int) -> None:
    """Walk the picker by the arrows."""
    for key in (Key.Key_Up, Key.Key_Left):
        for _ in range(8):
            desk.press(key)
    for key, steps in ((Key.Key_Down, kfa - 1), (Key.Key_Right, kf - 1)):
        for _ in range(steps):
            desk.press(key)
    assert box(desk).picker.cell == (kfa, kf)


def placed(desk: WizardDesk, kfa: int, kf: int) -> list[Measure]:
    found = desk.workbench.read(reading.by_initiative, [desk.initiative("SOI5")])[desk.initiative("SOI5")]
    return [one for one in found if (one.kfa, one.kf) == (kfa, kf)]


def test_selected_words_become_a_measure_by_keyboard_alone(desk: WizardDesk) -> None:
    steps = desk.workbench.plan.undoable
    editor = select(desk, "S3", WORDS)
    desk.press(Key.Key_M, Modifier.ControlModifier)
    walk_to(desk, 5, 2)
    desk.press(Key.Key_Return)
    one = placed(desk, 5, 2)[0]
    assert (one.text, one.origin, dict(one.words)) == (WORDS, ("S3",), {"S3": WORDS})
    assert desk.workbench.plan.undoable == steps + 1
    assert not box(desk).isVisible()
    assert QApplication.focusWidget() is editor
    assert editor.textCursor().selectedText() == WORDS
    desk.undo()
    assert placed(desk, 5, 2) == []
    desk.redo()
    assert placed(desk, 5, 2)[0].words == {"S3": WORDS}


def test_the_fields_go_with_the_measure(desk: WizardDesk) -> None:
    open_box(desk)
    walk_to(desk, 5, 2)
    desk.press(Key.Key_Tab)
    widget = QApplication.focusWidget()
    assert widget is box(desk).text
    QTest.keyClick(widget, Key.Key_A, Modifier.ControlModifier)
    desk.press(Key.Key_Delete)
    desk.type("Phân loại xã, “ba” loại")
    for field, typed in (("lead", "bo khoa hoc va cong nghe"), ("due", "31/12/2027"), ("stakeholders", "Hộ mới")):
        desk.press(Key.Key_Tab)
        assert QApplication.focusWidget().objectName() == f"placing.{field}"
        desk.type(typed)
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, Modifier.ControlModifier)
    one = placed(desk, 5, 2)[0]
    assert one.text == "Phân loại xã, “ba” loại"
    assert (one.lead, one.due, one.stakeholders) == ("BKHCN", date(2027, 12, 31), ("Hộ mới",))
    assert one.words == {"S3": WORDS}
    assert "Hộ mới" in desk.workbench.read(stakeholders.every)


def test_what_cannot_be_kept_is_said_in_the_box_and_stays(desk: WizardDesk) -> None:
    open_box(desk)
    walk_to(desk, 5, 2)
    box(desk).lead.setFocus()
    desk.type("Bộ Không Có")
    desk.click("placing.place")
    assert box(desk).isVisible()
    assert "Bộ Không Có" in box(desk).error.text()
    box(desk).lead.selectAll()
    desk.press(Key.Key_Delete)
    box(desk).due.setFocus()
    desk.type("31/02/2027")
    desk.click("placing.place")
    assert "31/02/2027" in box(desk).error.text()
    assert placed(desk, 5, 2) == []


def test_with_nothing_selected_the_paragraph_at_the_cursor_is_meant(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.O3")
    editor = desk.editor("O3")
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(1).position() + 3)
    editor.setTextCursor(cursor)
    editor.setFocus()
    desk.press(Key.Key_M, Modifier.ControlModifier)
    paragraph = desk.text("SOI5.O3").split("\n")[1]
    walk_to(desk, 5, 3)
    desk.press(Key.Key_Return)
    assert placed(desk, 5, 3)[0].words == {"O3": paragraph}


def test_an_empty_answer_has_nothing_to_place(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.S3")
    editor = desk.editor("S3")
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_A, Modifier.ControlModifier)
    QTest.keyClick(editor, Key.Key_Delete)
    desk.press(Key.Key_M, Modifier.ControlModifier)
    assert not box(desk).isVisible()
    assert desk.window.toast.isVisible()


def test_escape_gives_the_keys_back_and_writes_nothing(desk: WizardDesk) -> None:
    editor = select(desk, "S3", WORDS)
    desk.press(Key.Key_M, Modifier.ControlModifier)
    steps = desk.workbench.plan.undoable
    for _ in range(2):
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Escape)
    assert not box(desk).isVisible()
    assert QApplication.focusWidget() is editor
    assert editor.textCursor().selectedText() == WORDS
    assert desk.workbench.plan.undoable == steps


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_menu_of_the_editor_offers_it_and_a_double_click_places(desk: WizardDesk) -> None:
    editor = select(desk, "S3", WORDS)
    at = editor.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, editor.viewport().mapToGlobal(at))
    QApplication.sendEvent(editor.viewport(), event)
    menu = desk.window.findChild(QMenu, "placing.menu")
    assert menu is not None
    action = next(one for one in menu.actions() if one.objectName() == "action.place")
    action.trigger()
    menu.close()
    picker = box(desk).picker
    point = picker.visualRect(picker.grid.index(4, 1)).center()
    QTest.mouseClick(picker.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, point)
    QTest.mouseDClick(picker.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, point)
    desk.settle()
    assert placed(desk, 5, 2)[0].words == {"S3": WORDS}


def test_the_picker_shows_what_is_there_and_what_is_likely(desk: WizardDesk) -> None:
    open_box(desk, "Bản đồ vùng phủ dùng được sau khi đo kiểm độc lập")
    picker = box(desk).picker
    index = picker.grid.index(4, 1)
    assert picker.grid.data(index, COUNT_ROLE) == 0
    ranks = [picker.grid.index(row, column).data(RANK_ROLE) for row in range(8) for column in range(4)]
    assert sorted(rank for rank in ranks if rank) == [1, 2, 3]
    assert picker.currentIndex().data(RANK_ROLE) == 1
    walk_to(desk, 7, 3)
    assert picker.currentIndex().data(COUNT_ROLE) == len(placed(desk, 7, 3)) == 2
    assert "KFA7.KF3" in desk.label("placing.where").text()
    factor = desk.workbench.method.key_factors["KF3"]
    assert factor.text.vi in desk.label("placing.principle").text()


def test_the_note_leads_to_the_measure_and_undoes_it(desk: WizardDesk) -> None:
    open_box(desk)
    walk_to(desk, 5, 2)
    desk.press(Key.Key_Return)
    desk.click("toast.way")
    page = desk.window.pages["matrix"]
    assert desk.window.page is page
    assert page.view.measure.words == {"S3": WORDS}
    QTest.mouseClick(desk.window.toast.undo, Qt.MouseButton.LeftButton)
    desk.undo()
    assert placed(desk, 5, 2) == []


def test_words_are_placed_from_a_closed_cycle_too(desk: WizardDesk) -> None:
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI5"))
    desk.settle()
    open_box(desk)
    walk_to(desk, 5, 2)
    desk.press(Key.Key_Return)
    assert placed(desk, 5, 2)[0].words == {"S3": WORDS}


def test_a_place_with_a_measure_selects_its_words_in_the_answer(desk: WizardDesk) -> None:
    open_box(desk)
    walk_to(desk, 5, 2)
    desk.press(Key.Key_Return)
    one = placed(desk, 5, 2)[0]
    desk.go("sot", "SOI5.O1")
    desk.go("sot", f"SOI5.S3#{one.id}")
    assert desk.editor("S3").textCursor().selectedText() == WORDS
    desk.workbench.edit("measure.remove", measures.remove, one.id)
    desk.go("sot", f"SOI5.S3#{one.id}")
    assert desk.editor("S3").hasFocus()


def test_the_box_closes_with_its_page_and_with_another_initiative(desk: WizardDesk) -> None:
    open_box(desk)
    desk.go("overview")
    desk.go("sot")
    assert not box(desk).isVisible()
    open_box(desk)
    desk.go("sot", "SOI6.O1")
    assert not box(desk).isVisible()


def test_the_box_stands_within_the_page_on_a_small_screen(desk: WizardDesk) -> None:
    desk.window.resize(1280, 720)
    desk.settle()
    open_box(desk)
    corner = box(desk).mapTo(desk.page, QPoint(0, 0))
    assert desk.page.rect().contains(box(desk).rect().translated(corner))
    assert box(desk).height() >= box(desk).layout().totalHeightForWidth(box(desk).width())
