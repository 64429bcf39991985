"""Tables pasted into the matrix: what they would bring is shown first, and then taken in as one step, or not at all."""

from __future__ import annotations

import time
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.plan import MeasureStatus
from models.reading import measures
from tests.window import tables
from tests.window.matrix_desk import CONTROL, EMPTY, PAIR, Desk
from views.main_window import MainWindow
from views.matrix.clipboard.grid import of_html, of_text
from views.matrix.clipboard.panel import PastePanel

Key = Qt.Key


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)


def put(text: str = "", marked_up: str = "") -> None:
    """Put a text, or marked-up text, on the clipboard."""
    mime = QMimeData()
    if text:
        mime.setText(text)
    if marked_up:
        mime.setHtml(marked_up)
    QGuiApplication.clipboard().setMimeData(mime)


def pasted(desk: Desk, cell: tuple[int, int] = EMPTY) -> PastePanel:
    """Paste into a cell and return the panel that shows what it would bring."""
    desk.go(cell)
    desk.key(Key.Key_V, CONTROL)
    panel = desk.page.boards.paste
    assert panel is not None and panel.isVisible() and not desk.view.isVisible()
    return panel


def press(panel: PastePanel) -> None:
    QTest.mouseClick(panel.apply, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def total(desk: Desk) -> int:
    return sum(len(found) for found in desk.context.workbench.read(measures.by_initiative).values())


def test_a_table_of_excel_with_heads_becomes_measures_in_one_step(desk: Desk) -> None:
    put(marked_up=tables.EXCEL)
    before = desk.steps
    panel = pasted(desk)
    assert "2 nhiệm vụ mới" in panel.summary.text()
    assert desk.steps == before and desk.texts(EMPTY) == []
    press(panel)
    first, second = desk.measures(EMPTY)
    assert first.text == "Lập quỹ\nkhởi nghiệp"
    assert (first.lead, first.support, first.due) == ("BTC", ("NHNN", "BCA"), date(2026, 12, 31))
    assert (first.cost, first.progress) == (1500, 20)
    assert second.text == "Thi <b>ý tưởng</b>"
    assert second.due == date(2027, 6, 30)
    assert desk.steps == before + 1
    assert desk.view.isVisible() and desk.view.hasFocus() and desk.page.inspector.isVisible()
    desk.context.workbench.undo()
    assert desk.texts(EMPTY) == []


def test_heads_are_known_in_english_and_the_panel_speaks_it(desk: Desk) -> None:
    desk.context.language.use("en")
    put("Cell\tTask\tLead\tStatus\tDue date\nKFA5.KF2\tFund\tBộ Tài chính\tdone\t2026-12-31\n")
    panel = pasted(desk)
    assert panel.summary.text() == "1 new"
    press(panel)
    (one,) = desk.measures(EMPTY)
    assert (one.text, one.lead, one.status, one.progress) == ("Fund", "BTC", MeasureStatus.DONE, 100)


def test_a_merged_cell_of_a_word_table_counts_for_each_of_its_rows(desk: Desk) -> None:
    put(marked_up=tables.WORD)
    press(pasted(desk, (1, 1)))
    assert desk.texts(EMPTY) == ["Việc thứ nhất", "Việc thứ hai"]


def test_hostile_markup_is_taken_literally(desk: Desk) -> None:
    put(marked_up=tables.HOSTILE)
    press(pasted(desk))
    (one,) = desk.measures(EMPTY)
    assert one.text == '=HYPERLINK("http://a.invalid")'
    assert one.product == "<img src=x onerror=alert(1)>"
    desk.window.grab()


@pytest.mark.parametrize("marked_up", tables.BROKEN)
def test_broken_markup_is_read_quickly_or_not_at_all(marked_up: str) -> None:
    begin = time.perf_counter()
    of_html(marked_up)
    assert time.perf_counter() - begin < 3


def test_five_hundred_rows_are_shown_and_taken_in_at_once(desk: Desk) -> None:
    put(tables.many(500))
    before, there = desk.steps, total(desk)
    begin = time.perf_counter()
    panel = pasted(desk)
    assert panel.rows.rowCount() == 500
    press(panel)
    assert time.perf_counter() - begin < 6
    assert (desk.steps, total(desk)) == (before + 1, there + 500)
    desk.context.workbench.undo()
    assert total(desk) == there


def test_a_bad_row_is_named_and_nothing_is_written_until_it_is_left_out(desk: Desk) -> None:
    put(tables.many(40, bad=7))
    there = total(desk)
    panel = pasted(desk)
    assert "Hàng 7" in panel.summary.text() and "Bộ Không Có" in panel.summary.text()
    assert panel.table.currentIndex().row() == 5
    assert not panel.apply.isEnabled()
    press(panel)
    assert total(desk) == there
    QTest.mouseClick(panel.skip, Qt.MouseButton.LeftButton)
    press(panel)
    assert total(desk) == there + 39


def test_a_row_that_is_there_already_changes_what_differs(desk: Desk) -> None:
    one = desk.measures(PAIR)[0]
    put(f"Nhiệm vụ\tSản phẩm\n{one.text}\tBáo cáo mới\nViệc khác\t\n")
    panel = pasted(desk, PAIR)
    assert "1 nhiệm vụ mới" in panel.summary.text() and "1 nhiệm vụ đổi" in panel.summary.text()
    press(panel)
    assert desk.measures(PAIR)[0].product == "Báo cáo mới"
    assert desk.texts(PAIR)[-1] == "Việc khác"
    assert len(desk.texts(PAIR)) == 3


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("KFA9.KF1\tviệc\tBTC\t\t", "KFA9.KF1"),
        ("KFA1.KF1\t\tBTC\t\t", "phải có nội dung"),
        ("KFA1.KF1\tviệc\tBTC; BCA\t\t", "nhiều cơ quan chủ trì"),
        ("KFA1.KF1\tviệc\tBTC\t31/02/2026\t", "không phải một ngày"),
        ("KFA1.KF1\tviệc\tBTC\t\t130", "phần trăm"),
        ("KFA1.KF1\tviệc \x07\tBTC\t\t", "U+0007"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(desk: Desk, row: str, reason: str) -> None:
    put(f"Ô\tNhiệm vụ\tChủ trì\tThời hạn\tTiến độ\n{row}\n")
    panel = pasted(desk)
    assert "Hàng 2" in panel.summary.text()
    assert reason in panel.summary.text()


def test_a_table_without_heads_is_spread_over_the_cells(desk: Desk) -> None:
    put("một\thai\nba\tbốn\n")
    panel = pasted(desk, (5, 2))
    press(panel)
    assert [desk.texts(cell)[-1] for cell in ((5, 2), (5, 3), (6, 2), (6, 3))] == ["một", "hai", "ba", "bốn"]


def test_a_column_can_be_given_another_meaning(desk: Desk) -> None:
    put("Nhiệm vụ\tX\nviệc\tBáo cáo\n")
    panel = pasted(desk)
    box = panel.boxes[1]
    box.setCurrentIndex(box.findData("product"))
    box.activated.emit(box.currentIndex())
    press(panel)
    assert desk.measures(EMPTY)[0].product == "Báo cáo"


def test_esc_gives_a_paste_up(desk: Desk) -> None:
    put(marked_up=tables.EXCEL)
    before = desk.steps
    panel = pasted(desk)
    desk.key(Key.Key_Escape, widget=QApplication.focusWidget())
    assert not panel.isVisible() and desk.view.hasFocus()
    assert desk.steps == before


def test_text_whose_lines_have_unequal_tabs_is_no_table() -> None:
    assert of_text("một\thai\nba\n") is None
    found = of_text('"a\nb"\tc\nd\te\n')
    assert found is not None and found.rows == (("a\nb", "c"), ("d", "e"))
