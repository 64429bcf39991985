"""The matrix by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.window.matrix_desk import ALT, CONTROL, EMPTY, PAIR, SHIFT, Desk
from views.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def test_arrows_walk_the_cells_and_within_a_cell_the_measures(desk: Desk) -> None:
    desk.go((6, 3))
    walked = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_Right, Key.Key_Left):
        desk.key(key)
        walked.append((*desk.view.cell, desk.view.cursor_at.place))
    assert walked == [(7, 3, 0), (7, 3, 1), (8, 3, 0), (7, 3, 1), (7, 3, 0), (7, 4, 0), (7, 3, 0)]


def test_arrows_stay_within_the_matrix(desk: Desk) -> None:
    desk.key(Key.Key_Home, CONTROL)
    desk.key(Key.Key_Up)
    desk.key(Key.Key_Left)
    assert desk.view.cell == (1, 1)
    desk.key(Key.Key_End, CONTROL)
    desk.key(Key.Key_Down)
    desk.key(Key.Key_Right)
    assert desk.view.cell == (8, 4)


def test_tab_goes_across_the_cells_and_leaves_after_the_last(desk: Desk) -> None:
    desk.go((1, 4))
    desk.key(Key.Key_Tab)
    assert desk.view.cell == (2, 1)
    desk.key(Key.Key_Backtab, SHIFT)
    assert desk.view.cell == (1, 4)
    desk.go((8, 4))
    desk.key(Key.Key_Tab)
    assert not desk.view.hasFocus()
    assert desk.page.inspector.isAncestorOf(QApplication.focusWidget())


def test_enter_in_an_empty_cell_adds_a_measure_in_one_step(desk: Desk) -> None:
    desk.go(EMPTY)
    before = desk.steps
    desk.key(Key.Key_Return)
    desk.type("Nhiệm vụ mới")
    desk.key(Key.Key_Return, widget=desk.view.inline)
    assert desk.texts(EMPTY) == desk.shown(EMPTY) == ["Nhiệm vụ mới"]
    assert desk.steps == before + 1
    assert desk.view.hasFocus()
    desk.context.workbench.undo()
    assert desk.texts(EMPTY) == desk.shown(EMPTY) == []
    desk.context.workbench.redo()
    assert desk.texts(EMPTY) == desk.shown(EMPTY) == ["Nhiệm vụ mới"]


def test_what_is_typed_is_kept_in_a_pause_and_stays_one_step(desk: Desk) -> None:
    desk.go(EMPTY)
    before = desk.steps
    desk.key(Key.Key_Return)
    desk.type("Nhiệm vụ")
    desk.view.inline.commit()
    assert desk.texts(EMPTY) == ["Nhiệm vụ"]
    assert desk.view.inline.isVisible()
    desk.type(" mới")
    desk.key(Key.Key_Return, widget=desk.view.inline)
    assert desk.texts(EMPTY) == ["Nhiệm vụ mới"]
    assert desk.steps == before + 1


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return, Key.Key_Enter])
def test_f2_and_enter_edit_the_measure_in_place(desk: Desk, key: Qt.Key) -> None:
    desk.go(PAIR, 1)
    first, second = desk.texts(PAIR)
    desk.key(key)
    assert desk.view.inline.text() == second
    desk.type("Đã sửa")
    desk.key(Key.Key_Return, widget=desk.view.inline)
    assert desk.texts(PAIR) == desk.shown(PAIR) == [first, "Đã sửa"]


def test_escape_gives_up_what_was_typed_also_when_a_pause_has_kept_it(desk: Desk) -> None:
    desk.go(PAIR)
    before = desk.texts(PAIR)
    desk.key(Key.Key_F2)
    desk.type("Không giữ")
    desk.view.inline.commit()
    desk.key(Key.Key_Escape, widget=desk.view.inline)
    assert desk.texts(PAIR) == desk.shown(PAIR) == before
    desk.go(EMPTY)
    desk.key(Key.Key_Return)
    desk.type("Không giữ")
    desk.view.inline.commit()
    desk.key(Key.Key_Escape, widget=desk.view.inline)
    assert desk.texts(EMPTY) == desk.shown(EMPTY) == []


def test_an_emptied_editor_leaves_the_measure_as_it_was(desk: Desk) -> None:
    desk.go(PAIR)
    before = desk.texts(PAIR)
    desk.key(Key.Key_F2)
    desk.key(Key.Key_Delete, widget=desk.view.inline)
    desk.key(Key.Key_Return, widget=desk.view.inline)
    assert desk.texts(PAIR) == before


def test_ctrl_enter_adds_the_next_measure_after_the_one_that_is_chosen(desk: Desk) -> None:
    desk.go(PAIR)
    first, second = desk.texts(PAIR)
    desk.key(Key.Key_Return, CONTROL)
    desk.type("một")
    desk.key(Key.Key_Return, CONTROL, desk.view.inline)
    desk.type("hai")
    desk.key(Key.Key_Return, widget=desk.view.inline)
    assert desk.texts(PAIR) == desk.shown(PAIR) == [first, "một", "hai", second]


def test_tab_in_the_editor_keeps_the_text_and_goes_on_to_the_next_cell(desk: Desk) -> None:
    desk.go((5, 1))
    desk.key(Key.Key_Return)
    desk.type("một")
    desk.key(Key.Key_Tab, widget=desk.view.inline)
    assert desk.texts((5, 1)) == ["một"]
    assert desk.view.cell == (5, 2)
    assert desk.view.hasFocus()


def test_delete_removes_the_measure_and_offers_to_undo_it(desk: Desk) -> None:
    desk.go(PAIR)
    first, second = desk.texts(PAIR)
    desk.key(Key.Key_Delete)
    assert desk.texts(PAIR) == desk.shown(PAIR) == [second]
    assert desk.window.toast.isVisible()
    desk.window.toast.undo.click()
    assert desk.texts(PAIR) == desk.shown(PAIR) == [first, second]


def test_delete_in_an_empty_cell_is_no_step(desk: Desk) -> None:
    before = desk.steps
    desk.go(EMPTY)
    desk.key(Key.Key_Delete)
    assert desk.steps == before


def test_alt_and_arrows_reorder_within_the_cell(desk: Desk) -> None:
    desk.go(PAIR)
    first, second = desk.texts(PAIR)
    before = desk.steps
    desk.key(Key.Key_Down, ALT)
    assert desk.texts(PAIR) == desk.shown(PAIR) == [second, first]
    assert desk.view.cursor_at.place == 1
    desk.key(Key.Key_Down, ALT)
    assert desk.steps == before + 1
    desk.key(Key.Key_Up, ALT)
    assert desk.texts(PAIR) == [first, second]
    desk.context.workbench.undo()
    assert desk.texts(PAIR) == desk.shown(PAIR) == [second, first]


def test_cut_and_paste_move_measures_with_all_their_fields(desk: Desk) -> None:
    desk.go(PAIR)
    was = desk.measures(PAIR)
    desk.key(Key.Key_A, CONTROL)
    before = desk.steps
    desk.key(Key.Key_X, CONTROL)
    assert desk.texts(PAIR) == []
    desk.go(EMPTY)
    desk.key(Key.Key_V, CONTROL)
    assert desk.steps == before + 2
    now = desk.measures(EMPTY)
    for name in (
        "text",
        "lead",
        "support",
        "person",
        "due",
        "start",
        "product",
        "status",
        "progress",
        "origin",
        "cites",
    ):
        assert [getattr(one, name) for one in now] == [getattr(one, name) for one in was]


def test_copied_measures_are_lines_of_text_elsewhere(desk: Desk) -> None:
    desk.go(PAIR)
    desk.key(Key.Key_Down, SHIFT)
    desk.key(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().splitlines() == desk.texts(PAIR)
    assert len(desk.texts(PAIR)) == 2


def test_pasted_lines_become_measures_in_one_step(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("một\r\nhai\tba\n\n  bốn  \n")
    desk.go(EMPTY)
    before = desk.steps
    desk.key(Key.Key_V, CONTROL)
    assert desk.texts(EMPTY) == desk.shown(EMPTY) == ["một", "hai ba", "bốn"]
    assert desk.steps == before + 1
    desk.context.workbench.undo()
    assert desk.texts(EMPTY) == []


def test_a_refused_paste_changes_nothing_and_says_so(desk: Desk) -> None:
    desk.go(EMPTY)
    before = desk.steps
    for text in ("tốt\nxấu \x07", "\n".join(f"dòng {number}" for number in range(101))):
        QGuiApplication.clipboard().setText(text)
        desk.key(Key.Key_V, CONTROL)
        assert desk.window.toast.isVisible()
    assert desk.texts(EMPTY) == []
    assert desk.steps == before


def test_ctrl_alt_arrows_show_the_other_initiatives(desk: Desk) -> None:
    desk.key(Key.Key_Right, CONTROL | ALT)
    assert desk.page.initiative is not None
    assert desk.page.initiative.code == "SOI6"
    desk.key(Key.Key_Left, CONTROL | ALT)
    desk.key(Key.Key_Left, CONTROL | ALT)
    assert desk.page.initiative.code == "SOI4"


def test_f6_and_esc_go_to_the_inspector_and_back(desk: Desk) -> None:
    desk.go(PAIR)
    desk.key(Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused.objectName() == "matrix.field.text"
    desk.key(Key.Key_Escape, widget=focused)
    assert desk.view.hasFocus()


def test_a_text_being_composed_is_not_touched_by_a_change_elsewhere(desk: Desk) -> None:
    desk.go(PAIR)
    desk.key(Key.Key_F2)
    inline = desk.view.inline
    cursor = inline.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    inline.setTextCursor(cursor)
    was = inline.text()
    QApplication.sendEvent(inline, QInputMethodEvent("tiê", []))
    desk.page.refresh()
    assert inline.isVisible()
    composed = QInputMethodEvent()
    composed.setCommitString(" tiếng")
    QApplication.sendEvent(inline, composed)
    desk.key(Key.Key_Return, widget=inline)
    assert desk.texts(PAIR)[0] == f"{was} tiếng"
