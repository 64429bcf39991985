"""The matrix by mouse: choosing, dragging, typing by a double click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.window.matrix_desk import EMPTY, NONE, PAIR, SHIFT, Desk, move
from views.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def test_a_click_chooses_the_measure_under_the_mouse(desk: Desk) -> None:
    QTest.mouseClick(desk.view.viewport(), LEFT, NONE, desk.point(PAIR, 1))
    assert desk.view.cell == PAIR
    assert desk.view.measure is not None
    assert desk.view.measure.text == desk.texts(PAIR)[1]


def test_shift_and_a_click_mark_the_measures_between(desk: Desk) -> None:
    port = desk.view.viewport()
    QTest.mouseClick(port, LEFT, NONE, desk.point(PAIR))
    QTest.mouseClick(port, LEFT, SHIFT, desk.point(PAIR, 1))
    desk.key(Qt.Key.Key_Delete)
    assert desk.texts(PAIR) == []


def test_a_measure_is_dragged_to_another_cell_in_one_step(desk: Desk) -> None:
    first, second = desk.texts(PAIR)
    before = desk.steps
    desk.drag(desk.point(PAIR), desk.point(EMPTY, None))
    assert desk.texts(EMPTY) == desk.shown(EMPTY) == [first]
    assert desk.texts(PAIR) == [second]
    assert desk.steps == before + 1
    assert desk.view.cell == EMPTY
    desk.context.workbench.undo()
    assert desk.texts(PAIR) == desk.shown(PAIR) == [first, second]
    desk.context.workbench.redo()
    assert desk.texts(EMPTY) == [first]


def test_a_measure_is_dropped_where_the_mouse_is_among_the_others(desk: Desk) -> None:
    first, second = desk.texts(PAIR)
    other = desk.texts((7, 4))[0]
    desk.drag(desk.point((7, 4)), desk.point(PAIR, 1))
    assert desk.texts(PAIR) == desk.shown(PAIR) == [first, other, second]
    desk.drag(desk.point(PAIR, 2), desk.point(PAIR, 0))
    assert desk.texts(PAIR) == desk.shown(PAIR) == [second, first, other]


def test_a_measure_dropped_where_it_was_is_no_step(desk: Desk) -> None:
    before = desk.steps
    desk.drag(desk.point(PAIR), desk.point(PAIR) + QPoint(30, 0))
    assert desk.steps == before


def test_esc_and_dropping_outside_break_a_drag_off(desk: Desk) -> None:
    before = desk.texts(PAIR)
    port, start = desk.view.viewport(), desk.point(PAIR)
    QTest.mousePress(port, LEFT, NONE, start)
    move(port, start + QPoint(40, 0))
    move(port, desk.point(EMPTY, None))
    desk.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, desk.point(EMPTY, None))
    desk.drag(start, QPoint(-50, -50))
    assert desk.texts(PAIR) == before
    assert desk.texts(EMPTY) == []


def test_a_short_move_of_the_mouse_is_no_drag(desk: Desk) -> None:
    port, start = desk.view.viewport(), desk.point(PAIR)
    before = desk.steps
    QTest.mousePress(port, LEFT, NONE, start)
    move(port, start + QPoint(2, 1))
    QTest.mouseRelease(port, LEFT, NONE, start + QPoint(2, 1))
    assert desk.steps == before


def test_a_double_click_edits_a_measure_or_adds_one(desk: Desk) -> None:
    port = desk.view.viewport()
    QTest.mouseDClick(port, LEFT, NONE, desk.point(PAIR))
    desk.type("Sửa bằng chuột")
    QTest.mouseDClick(port, LEFT, NONE, desk.point(EMPTY, None))
    desk.type("Thêm bằng chuột")
    desk.view.setFocus()
    QApplication.processEvents()
    assert desk.texts(PAIR)[0] == "Sửa bằng chuột"
    assert desk.texts(EMPTY) == ["Thêm bằng chuột"]
    assert not desk.view.inline.isVisible()


def test_a_click_on_the_word_of_an_empty_cell_adds_a_measure(desk: Desk) -> None:
    outer = desk.view.visualRect(desk.page.model.place_of(*EMPTY))
    QTest.mouseClick(desk.view.viewport(), LEFT, NONE, QPoint(outer.left() + 34, outer.top() + 19))
    assert desk.view.inline.isVisible()
    desk.type("Thêm")
    desk.view.commit()
    assert desk.texts(EMPTY) == ["Thêm"]


def test_the_button_of_an_empty_cell_adds_a_measure(desk: Desk) -> None:
    desk.go(EMPTY)
    QTest.mouseClick(desk.page.inspector.empty.button, LEFT)
    desk.type("Thêm")
    desk.view.commit()
    assert desk.texts(EMPTY) == ["Thêm"]
