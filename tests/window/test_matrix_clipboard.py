"""Many cells at once: marked by keys and mouse, copied, cut, pasted, dragged, and handed to another initiative."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.window.matrix_desk import CONTROL, EMPTY, NONE, PAIR, SHIFT, Desk, move
from views.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def filled(desk: Desk) -> dict[tuple[int, int], list[str]]:
    return {(kfa, kf): desk.texts((kfa, kf)) for kfa in range(1, 9) for kf in range(1, 5)}


def test_shift_and_arrows_mark_cells_beyond_the_one_at_hand(desk: Desk) -> None:
    desk.go((7, 3))
    desk.key(Key.Key_Right, SHIFT)
    desk.key(Key.Key_Down, SHIFT)
    wanted = [one.id for cell in ((7, 3), (7, 4), (8, 3), (8, 4)) for one in desk.measures(cell)]
    assert list(desk.view.marked) == wanted
    desk.key(Key.Key_Escape)
    assert len(desk.view.marked) <= 1


def test_ctrl_and_click_marks_measures_here_and_there(desk: Desk) -> None:
    cell = next(cell for cell, texts in filled(desk).items() if texts and cell != PAIR)
    desk.go(cell)
    first, second = desk.measures(cell)[0], desk.measures(PAIR)[1]
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, CONTROL, desk.point(PAIR, 1))
    assert list(desk.view.marked) == [first.id, second.id]
    desk.key(Key.Key_Delete)
    assert first.text not in desk.texts(cell) and second.text not in desk.texts(PAIR)
    desk.context.workbench.undo()
    assert first.text in desk.texts(cell) and second.text in desk.texts(PAIR)


def test_cells_copied_together_keep_their_places_when_pasted(desk: Desk) -> None:
    before = filled(desk)
    desk.go((7, 3))
    desk.key(Key.Key_Down, SHIFT)
    desk.key(Key.Key_Down, SHIFT)
    desk.key(Key.Key_C, CONTROL)
    steps = desk.steps
    desk.go((1, 3))
    desk.key(Key.Key_V, CONTROL)
    assert desk.texts((1, 3)) == [*before[1, 3], *before[7, 3]]
    assert desk.texts((2, 3)) == [*before[2, 3], *before[8, 3]]
    assert desk.steps == steps + 1
    desk.context.workbench.undo()
    assert filled(desk) == before


def test_what_reaches_beyond_the_matrix_is_not_pasted(desk: Desk) -> None:
    desk.go((7, 3))
    desk.key(Key.Key_A, CONTROL)
    desk.key(Key.Key_A, CONTROL)
    assert len(desk.view.marked) == desk.page.model.total
    desk.key(Key.Key_C, CONTROL)
    before = filled(desk)
    desk.go((8, 4))
    desk.key(Key.Key_V, CONTROL)
    assert filled(desk) == before
    assert desk.window.toast.isVisible()


def test_a_measure_that_is_cut_and_pasted_is_the_same_one(desk: Desk) -> None:
    desk.go(PAIR)
    was = desk.measures(PAIR)[0]
    desk.key(Key.Key_X, CONTROL)
    desk.go(EMPTY)
    desk.key(Key.Key_V, CONTROL)
    (now,) = desk.measures(EMPTY)
    for name in (
        "id",
        "text",
        "lead",
        "stakeholders",
        "words",
        "origin",
        "cost",
        "confirmed",
        "confirmed_by",
        "review",
    ):
        assert getattr(now, name) == getattr(was, name)
    desk.key(Key.Key_V, CONTROL)
    assert len({one.id for one in desk.measures(EMPTY)}) == 2


def test_rows_go_to_other_programs_as_a_table_that_comes_back(desk: Desk) -> None:
    desk.go(PAIR)
    desk.key(Key.Key_A, CONTROL)
    was = desk.measures(PAIR)
    desk.key(Key.Key_C, CONTROL | SHIFT)
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().splitlines()
    assert lines[0].split("\t")[:3] == ["Sáng kiến", "Ô", "Nhiệm vụ"]
    assert lines[1].split("\t")[:3] == ["SOI5", "KFA7.KF3", was[0].text]
    QGuiApplication.clipboard().setText(mime.text())
    desk.key(Key.Key_V, CONTROL)
    panel = desk.page.boards.paste
    assert panel is not None
    assert "2 như cũ" in panel.summary.text()
    assert not panel.apply.isEnabled()


def test_marked_measures_are_dragged_together(desk: Desk) -> None:
    desk.go(PAIR)
    texts = desk.texts(PAIR)
    desk.key(Key.Key_A, CONTROL)
    steps = desk.steps
    desk.drag(desk.point(PAIR, 1), desk.point(EMPTY, None))
    assert (desk.texts(PAIR), desk.texts(EMPTY)) == ([], texts)
    assert desk.steps == steps + 1


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_measure_dropped_on_the_selector_goes_to_another_initiative(desk: Desk) -> None:
    desk.go(PAIR)
    one = desk.measures(PAIR)[0]
    there = desk.texts(PAIR, "SOI7")
    box = desk.page.heading.selector.initiative
    port, start = desk.view.viewport(), desk.point(PAIR, 0)
    end = port.mapFromGlobal(box.mapToGlobal(box.rect().center()))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, NONE, start)
    move(port, start + QPoint(20, 12))
    move(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, NONE, end)
    QApplication.processEvents()
    menu = box.findChild(QMenu, "matrix.initiative.drop")
    assert menu is not None
    next(action for action in menu.actions() if action.text().startswith("SOI7 ")).trigger()
    menu.close()
    assert desk.texts(PAIR, "SOI7") == [*there, one.text]
    assert one.text not in desk.texts(PAIR)
    desk.context.workbench.undo()
    assert desk.texts(PAIR)[0] == one.text


def test_esc_breaks_off_a_drag_of_many(desk: Desk) -> None:
    desk.go(PAIR)
    desk.key(Key.Key_A, CONTROL)
    before = filled(desk)
    port, start = desk.view.viewport(), desk.point(PAIR, 0)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, NONE, start)
    move(port, start + QPoint(20, 12))
    move(port, desk.point(EMPTY, None))
    desk.key(Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, NONE, desk.point(EMPTY, None))
    assert filled(desk) == before
