"""The basis page: the twelve statements, the triangle and the alignment."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from models.editing import initiatives as writing
from models.method import Bilingual
from models.plan import Initiative
from models.reading import initiatives
from views.basis.page import BasisPage
from views.main_window import MainWindow
from views.parts.tick_box import TickBox


@pytest.fixture
def page(window: MainWindow) -> BasisPage:
    window.go("basis", "SOI5")
    QApplication.processEvents()
    return cast(BasisPage, window.pages["basis"])


def initiative(window: MainWindow, code: str) -> Initiative:
    found = window.context.workbench.read(initiatives.every)
    return next(one for one in found if one.code == code)


def tick(window: MainWindow, code: str) -> None:
    box = window.findChild(TickBox, f"basis.item.{code}")
    assert box is not None and box.isVisible()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_twelve_statements_stand_in_three_groups_with_codes_and_clauses(window: MainWindow, page: BasisPage) -> None:
    window.go("basis", "C5")
    for basis in window.context.workbench.method.bases.values():
        card = page.statements.card(basis.code)
        assert card is not None and card is page.statements.card(basis.group_code)
        shown = " ".join(label.text() for label in card.findChildren(QLabel))
        assert basis.text.vi in shown and all(clause in shown for clause in basis.clauses)
        assert basis.code in card.pill.accessibleName() and basis.group_code in card.pill.accessibleName()


def test_a_statement_leads_to_its_initiatives_and_a_new_one_appears_at_once(
    window: MainWindow, page: BasisPage
) -> None:
    window.go("basis", "C5")
    window.context.workbench.edit("initiative.add", writing.add, "C5", Bilingual("Thêm <b>một</b> & hai", ""))
    card = page.statements.card("C5")
    assert card is not None
    links = [link for link in card.findChildren(QPushButton) if link.isVisible()]
    assert [link.property("place") for link in links] == ["SOI5", "SOI5-2"]
    assert links[1].accessibleName().endswith("Thêm <b>một</b> & hai")
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert window.page is window.pages["sot"]
    assert window.context.selection.initiative == initiative(window, "SOI5").id


def test_a_tick_is_written_and_shown_in_triangle_and_table_and_undone_from_another_page(
    window: MainWindow, page: BasisPage
) -> None:
    before = initiative(window, "SOI5").frame
    tick(window, "F1")
    assert initiative(window, "SOI5").frame == ("F1", *before)
    assert page.frame.triangle.accessibleName().startswith("F1, F3")
    row = [one.code for one in page.table.rows.initiatives].index("SOI5")
    assert page.table.rows.is_ticked(page.table.rows.index(row, 0))
    window.go("overview")
    window.actions_by_name["undo"].trigger()
    window.go("basis")
    assert initiative(window, "SOI5").frame == before
    assert not page.frame.cards["F"].rows["F1"].box.isChecked()
    assert not page.table.rows.is_ticked(page.table.rows.index(row, 0))


def test_a_tick_taken_off_the_last_item_of_a_corner_is_called_missing(window: MainWindow, page: BasisPage) -> None:
    for code in ("F3", "F6"):
        tick(window, code)
    assert initiative(window, "SOI5").frame == ("P2", "P4", "K5", "K6")
    assert page.frame.hint.text() == window.context.language.say("basis.frame_missing", kinds="F")


def test_the_words_of_an_item_can_be_clicked_too(window: MainWindow, page: BasisPage) -> None:
    row = page.frame.cards["P"].rows["P1"]
    QTest.mouseClick(row.text, Qt.MouseButton.LeftButton)
    assert "P1" in initiative(window, "SOI5").frame


def test_the_table_is_walked_and_turned_by_the_keyboard(window: MainWindow, page: BasisPage) -> None:
    window.findChild(QPushButton, "basis.part.alignment").click()
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.rows.index(0, 0))
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    before = initiative(window, "SOI2").frame
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert set(initiative(window, "SOI2").frame) == {*before, "F2"}
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert initiative(window, "SOI2").frame == before


def test_the_choice_is_in_the_triangle_of_the_wizard_too(window: MainWindow, page: BasisPage) -> None:
    window.go("sot", "SOI5")
    window.go("basis", "SOI5")
    tick(window, "K1")
    window.go("sot")
    assert "K1" in window.pages["sot"].panel.triangle.accessibleName()


def test_the_initiative_is_shared_with_the_other_pages(window: MainWindow, page: BasisPage) -> None:
    page.frame.box.setFocus()
    QTest.keyClick(page.frame.box, Qt.Key.Key_Down)
    assert window.context.selection.initiative == initiative(window, "SOI6").id
    assert [
        code for card in page.frame.cards.values() for code, row in card.rows.items() if row.box.isChecked()
    ] == list(initiative(window, "SOI6").frame)


def test_language_and_theme_are_switched_live(window: MainWindow, page: BasisPage) -> None:
    window.actions_by_name["language"].trigger()
    window.actions_by_name["theme"].trigger()
    QApplication.processEvents()
    method = window.context.workbench.method
    card = page.statements.card("C1")
    assert card is not None and card.text.text() == method.bases["C1"].text.en
    assert page.frame.cards["F"].rows["F1"].box.accessibleName() == f"F1. {method.frame['F1'].text.en}"
    assert page.title.text() == "Basis and F–P–K frame"
