"""The palette: anything in the plan is found without accents and reached by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPlainTextEdit

from models.editing import measures
from models.editing.measures import MeasureFields
from models.reading import initiatives
from views.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def look_for(window: MainWindow, words: str) -> list[str]:
    """Open the palette, type the words and return what it shows."""
    QTest.keyClick(window, Key.Key_K, Modifier.ControlModifier)
    box = window.findChild(QLineEdit, "search.box")
    assert box is not None
    assert box.isVisible()
    assert QApplication.focusWidget() is box
    for letter in words:
        QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, Modifier.NoModifier, letter))
    found = window.findChild(QListWidget, "search.list")
    assert found is not None
    for _ in range(300):
        if not window.palette_box._timer.isActive():
            break
        QTest.qWait(10)
    return [found.item(row).text() for row in range(found.count())]


def enter(window: MainWindow) -> None:
    QTest.keyClick(window.palette_box.box, Key.Key_Return)
    QApplication.processEvents()
    assert not window.palette_box.isVisible()


@pytest.mark.parametrize("words", ["mo rong ha tang so", "MỞ RỘNG hạ tầng", "soi5 mo rong"])
def test_an_initiative_is_found_without_accents_and_shown(window: MainWindow, words: str) -> None:
    assert look_for(window, words)[0].startswith("SOI5")
    enter(window)
    assert window.page is window.pages["sot"]
    assert window.context.selection.initiative == window.context.workbench.read(initiatives.find, "SOI5")


def test_a_question_is_reached_ready_to_type_in(window: MainWindow) -> None:
    assert look_for(window, "soi7 m2")[0].startswith("SOI7 M2")
    enter(window)
    assert window.page is window.pages["sot"]
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.objectName() == "sot.answer.M2"
    assert window.context.selection.initiative == window.context.workbench.read(initiatives.find, "SOI7")


def test_a_cell_is_reached(window: MainWindow) -> None:
    assert look_for(window, "soi3 kfa4.kf2")[0].startswith("SOI3 KFA4.KF2")
    enter(window)
    assert window.page is window.pages["matrix"]
    assert window.context.selection.initiative == window.context.workbench.read(initiatives.find, "SOI3")


def test_a_measure_is_found_by_its_words_as_soon_as_it_is_written(window: MainWindow) -> None:
    assert look_for(window, "tau vu tru xyzzy") == []
    QTest.keyClick(window.palette_box.box, Key.Key_Escape)
    one = window.context.workbench.read(initiatives.find, "SOI2")
    window.context.workbench.edit("measure.add", measures.add, one, 6, 3, MeasureFields(text="Đóng tàu vũ trụ xyzzy"))
    (line,) = look_for(window, "tau vu tru xyzzy")
    assert "Đóng tàu vũ trụ xyzzy" in line
    enter(window)
    assert window.page is window.pages["matrix"]
    assert window.context.selection.initiative == one


def test_a_clause_is_found_by_its_words(window: MainWindow) -> None:
    found = look_for(window, "cong dich vu cong quoc gia")
    clauses = [line for line in found if line.startswith("Văn bản")]
    assert clauses
    assert any("NQ52" in line or "QD2289" in line for line in clauses)


def test_a_command_is_found_and_carried_out(window: MainWindow) -> None:
    found = look_for(window, "doi ngon ngu")
    assert found[0] == "Đổi ngôn ngữ"
    enter(window)
    assert window.context.language.code == "en"
    assert look_for(window, "switch language") or look_for(window, "language")
    assert "Undo" not in look_for(window, "undo"), "there is nothing to undo"


def test_a_page_is_found_by_its_name(window: MainWindow) -> None:
    assert look_for(window, "mang phu thuoc")[0] == "Mạng phụ thuộc"
    enter(window)
    assert window.page is window.pages["network"]


def test_the_arrows_walk_and_escape_gives_the_focus_back(window: MainWindow) -> None:
    window.go("sot", "SOI5.O1")
    QApplication.processEvents()
    before = QApplication.focusWidget()
    assert before is not None
    look_for(window, "soi")
    box, found = window.palette_box.box, window.palette_box.list
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(box, Key.Key_Down)
    assert found.currentRow() == 2
    QTest.keyClick(box, Key.Key_Up)
    assert found.currentRow() == 1
    QTest.keyClick(box, Key.Key_Escape)
    assert not window.palette_box.isVisible()
    assert window.page is window.pages["sot"]
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("words", ['"', "C++ (2", "-tư", "*", "{0} %s", "a" * 400, "😀", "\\", "' OR 1=1"])
def test_whatever_is_typed_is_looked_for_as_it_stands(window: MainWindow, words: str) -> None:
    look_for(window, words)
    QTest.keyClick(window.palette_box.box, Key.Key_Return)
    assert window.context.workbench.is_open
