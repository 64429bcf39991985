"""The heat of the portfolio and the two-minute update, by keyboard and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.plan import Measure, MeasureStatus
from models.reading import measures
from models.reading.portfolio import heat
from tests.window.matrix_desk import PAIR, Desk
from views.main_window import MainWindow
from views.matrix.heat.board import HeatBoard
from views.matrix.updating.board import UpdateBoard

Key = Qt.Key


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def warm(desk: Desk) -> HeatBoard:
    QTest.mouseClick(desk.page.heading.heat, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    board = desk.page.boards.heat
    assert board is not None and board.isVisible() and board.grid.hasFocus()
    return board


def updating(desk: Desk, body: str = "BTC") -> UpdateBoard:
    desk.page.turn_to("update")
    board = desk.page.boards.update
    assert board is not None
    board.body_box.setCurrentIndex(board.body_box.findData(body))
    board.body_box.activated.emit(board.body_box.currentIndex())
    QApplication.processEvents()
    return board


def now(desk: Desk, one: Measure) -> Measure:
    return desk.context.workbench.read(measures.one, one.id)


def test_the_squares_hold_what_the_plan_holds(desk: Desk) -> None:
    squares = desk.context.workbench.read(heat.squares, date.today())
    every = [one for found in desk.context.workbench.read(measures.by_initiative).values() for one in found]
    whole = heat.together(squares.values())
    assert whole.count == len(every)
    assert whole.late == sum(one.is_late(date.today()) for one in every)
    assert whole.unclear == sum(len(one.unclear) for one in every)
    assert whole.progress == round(sum(one.progress for one in every) / len(every))


def test_the_heat_is_walked_by_arrows_and_a_square_opens_its_cell(desk: Desk) -> None:
    board = warm(desk)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right):
        desk.key(key, widget=board.grid)
    assert board.grid.at == (2, 1)
    assert board.said.text() == board.grid.accessibleDescription()
    assert "SOI3.KFA1.KF2" in board.said.text()
    desk.key(Key.Key_3, widget=board.grid)
    assert board.measure == "late"
    desk.key(Key.Key_Return, widget=board.grid)
    assert desk.page.initiative is not None and desk.page.initiative.code == "SOI3"
    assert desk.view.cell == (1, 2) and desk.view.hasFocus()


def test_a_click_on_a_square_opens_its_cell(desk: Desk) -> None:
    board = warm(desk)
    point = board.grid.square_box(6, 6 * 4 + 2).center().toPoint()
    QTest.mouseClick(board.grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert desk.page.initiative is not None and desk.page.initiative.code == "SOI7"
    assert desk.view.cell == PAIR


def test_esc_goes_from_the_heat_back_to_the_matrix(desk: Desk) -> None:
    board = warm(desk)
    desk.key(Key.Key_Escape, widget=board.grid)
    assert desk.page.forms.form == "cells" and desk.view.hasFocus()


def test_state_and_progress_take_a_key_each_and_the_next_measure_follows(desk: Desk) -> None:
    board = updating(desk)
    first, second, third = board.list.measures[:3]
    steps = desk.steps
    desk.key(Key.Key_X, widget=board.table)
    assert (now(desk, first).status, now(desk, first).progress) == (MeasureStatus.DONE, 100)
    assert board.measure is not None and board.measure.id == second.id
    desk.key(Key.Key_L, widget=board.table)
    assert board.measure.id == second.id
    desk.key(Key.Key_4, widget=board.table)
    assert (now(desk, second).status, now(desk, second).progress) == (MeasureStatus.DOING, 40)
    assert board.measure.id == third.id
    assert now(desk, second).confirmed == date.today()
    assert now(desk, second).confirmed_by
    assert desk.steps == steps + 3
    desk.context.workbench.undo()
    assert now(desk, second).progress == second.progress


def test_a_measure_that_still_holds_is_only_confirmed(desk: Desk) -> None:
    board = updating(desk)
    one = board.measure
    assert one is not None
    desk.key(Key.Key_Space, widget=board.table)
    after = now(desk, one)
    assert (after.status, after.progress, after.confirmed) == (one.status, one.progress, date.today())
    desk.key(Key.Key_Left, widget=board.table)
    assert board.measure is not None and board.measure.id == one.id


def test_the_body_is_chosen_once(desk: Desk) -> None:
    updating(desk, "NHNN")
    desk.page.turn_to("cells")
    desk.page.turn_to("update")
    board = desk.page.boards.update
    assert board is not None and board.body_box.currentData() == "NHNN"
    assert {one.lead for one in board.list.measures} == {"NHNN"}
    assert desk.context.settings.text("matrix/mine") == "NHNN"
