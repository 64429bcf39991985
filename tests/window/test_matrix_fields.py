"""The fields of a measure that are typed: written without holding up a key, one step for each field."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.plan import Measure
from tests.window.matrix_desk import PAIR, Desk
from views.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    made = Desk(window)
    made.go(PAIR)
    return made


def kept(desk: Desk) -> Measure:
    return desk.measures(PAIR)[0]


def box(desk: Desk, key: str) -> QLineEdit:
    editor = desk.page.inspector.form.fields[key].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    return editor


def test_figures_typed_with_a_pause_between_them_are_one_step(desk: Desk, qtbot: QtBot) -> None:
    was, steps = kept(desk).progress, desk.steps
    editor = box(desk, "progress")
    desk.type("4", editor)
    qtbot.waitUntil(lambda: kept(desk).progress == 4)
    desk.type("5", editor)
    qtbot.waitUntil(lambda: kept(desk).progress == 45)
    desk.view.setFocus()
    assert desk.steps == steps + 1
    desk.context.workbench.undo()
    assert kept(desk).progress == was


@pytest.mark.parametrize(("typed", "wanted"), [("1500", 1500), ("1.500", 1500), ("12 000", 12_000), ("", None)])
def test_a_cost_is_written_in_million_vnd(desk: Desk, typed: str, wanted: int | None) -> None:
    editor = box(desk, "cost")
    desk.type("7", editor)
    desk.key(Key.Key_Return, widget=editor)
    editor.selectAll()
    desk.key(Key.Key_Delete, widget=editor)
    desk.type(typed, editor)
    desk.key(Key.Key_Return, widget=editor)
    assert kept(desk).cost == wanted


def test_a_cost_that_is_no_number_stays_with_a_sentence_beneath_it(desk: Desk) -> None:
    editor = box(desk, "cost")
    desk.type("nhiều", editor)
    desk.key(Key.Key_Return, widget=editor)
    assert kept(desk).cost is None
    assert "không phải số tiền" in desk.page.inspector.form.fields["cost"].error.text()
    assert editor.text() == "nhiều"


def test_an_indicator_is_written_and_undone(desk: Desk) -> None:
    editor = desk.page.inspector.form.fields["indicator"].editor
    editor.setFocus()
    desk.type("Tài khoản điện tử > 50 %", editor)
    desk.view.setFocus()
    assert kept(desk).indicator == "Tài khoản điện tử > 50 %"
    desk.context.workbench.undo()
    assert kept(desk).indicator == ""


def test_no_key_waits_while_the_text_before_it_is_written(desk: Desk) -> None:
    field = desk.page.inspector.form.fields["product"].editor
    field.setFocus()
    steps = desk.steps
    desk.type("một", field)
    field.commit()
    desk.type(" hai", field)
    desk.view.setFocus()
    assert kept(desk).product.endswith("một hai")
    assert desk.steps == steps + 1


def test_confirming_notes_who_and_when(desk: Desk) -> None:
    confirmation = desk.page.inspector.confirmation
    assert "Chưa ai xác nhận" in confirmation.said.text()
    QTest.mouseClick(confirmation.button, Qt.MouseButton.LeftButton)
    assert kept(desk).confirmed == date.today()
    assert kept(desk).confirmed_by in confirmation.said.text()
    desk.context.workbench.undo()
    assert kept(desk).confirmed is None


def test_a_measure_without_a_lead_says_so(desk: Desk) -> None:
    field = desk.page.inspector.form.fields["lead"]
    assert not field.remark.isVisible()
    field.editor.setFocus()
    field.editor.selectAll()
    desk.key(Key.Key_Delete, widget=field.editor)
    desk.view.setFocus()
    assert kept(desk).lead == ""
    assert field.remark.isVisible()
