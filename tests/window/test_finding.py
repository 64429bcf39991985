"""Ctrl+F on the overview and the network, and the words that Qt itself says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from models.reading import initiatives
from tests.window.network_desk import NetworkDesk
from tests.window.test_frame import Key, Modifier, press
from views.main_window import MainWindow
from views.overview.page import OverviewPage


def box_of(window: MainWindow, page: str) -> QLineEdit:
    """Open the line of a page by Ctrl+F."""
    press(window, Key.Key_F)
    box = window.findChild(QLineEdit, f"{page}.find")
    assert isinstance(box, QLineEdit) and QApplication.focusWidget() is box
    return box


def found(window: MainWindow) -> list[str]:
    """The codes of the cards of the overview that stand out."""
    page = window.pages["overview"]
    assert isinstance(page, OverviewPage)
    codes = window.context.workbench.read(initiatives.codes)
    return [codes[one] for one, card in page.cards.items() if card.property("active") is True]


def test_a_card_of_the_overview_is_found_by_its_title_without_accents_and_opened(window: MainWindow) -> None:
    box = box_of(window, "overview")
    QTest.keyClicks(box, "ha tang so")
    assert found(window) == ["SOI5"]
    QTest.keyClick(box, Key.Key_Escape)
    assert found(window) == [] and not box.isVisible()
    assert QApplication.focusWidget().objectName() == "overview.card.SOI5"
    press(window, Key.Key_Return, Modifier.NoModifier)
    assert window.page is window.pages["sot"]
    assert window.context.selection.initiative == window.context.workbench.read(initiatives.find, "SOI5")


@pytest.mark.parametrize("words", ["soi 7", "SOI7", "C7", "khoa hoc xxx"])
def test_codes_bases_and_leads_are_found_and_what_is_not_there_is_said(window: MainWindow, words: str) -> None:
    box = box_of(window, "overview")
    QTest.keyClicks(box, words)
    none = window.pages["overview"].finder.none
    if words.endswith("xxx"):
        assert found(window) == [] and none.text() == window.context.language.say("find.none")
    else:
        assert found(window) == ["SOI7"] and none.text() == ""


def test_enter_goes_from_one_card_to_the_next_and_round(window: MainWindow) -> None:
    box = box_of(window, "overview")
    QTest.keyClicks(box, "KH&CN")
    seen = [*found(window)]
    for _ in range(12):
        QTest.keyClick(box, Key.Key_Return)
        seen += found(window)
        if seen[-1] == seen[0]:
            break
    assert len(seen) > 2 and len(set(seen)) == len(seen) - 1


def test_a_card_of_the_network_is_found_selected_and_brought_to_the_middle(desk: NetworkDesk) -> None:
    window = desk.page.window()
    assert isinstance(window, MainWindow)
    view = desk.page.view
    view.zoom(2.5)
    box = box_of(window, "network")
    for words, code in (("ha tang so", "SOI5"), ("SOI12", "SOI12")):
        box.clear()
        QTest.keyClicks(box, words)
        assert view.card() is not None and view.card().code == code
        middle = view.viewport().rect().center()
        card = view.mapFromScene(view.card().sceneBoundingRect().center())
        assert (card - middle).manhattanLength() < QPoint(30, 30).manhattanLength()
    QTest.keyClick(box, Key.Key_Escape)
    assert QApplication.focusWidget() is view


def test_the_network_says_what_is_not_there_and_goes_on_to_the_next(desk: NetworkDesk) -> None:
    window = desk.page.window()
    assert isinstance(window, MainWindow)
    box = box_of(window, "network")
    QTest.keyClicks(box, "khongcogi")
    assert desk.page.finder.none.text()
    box.clear()
    QTest.keyClicks(box, "SOI1")
    seen = []
    for _ in range(4):
        seen.append(desk.page.view.card().code)
        QTest.keyClick(box, Key.Key_Return)
    assert set(seen) == {"SOI1", "SOI10", "SOI11", "SOI12"}


def words_of(dialog: QFileDialog) -> set[str]:
    return {one.text().replace("&", "") for kind in (QPushButton, QLabel) for one in dialog.findChildren(kind)}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("vi", {"Lưu", "Thôi", "Ở thư mục:", "Tên tệp:", "Loại tệp:"}),
        ("en", {"Save", "Cancel", "Look in:", "File name:", "Files of type:"}),
    ],
)
def test_qts_own_file_dialog_speaks_the_language_of_the_window(
    window: MainWindow, language: str, expected: set[str]
) -> None:
    window.context.language.use(language)
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    assert expected <= words_of(dialog)
    dialog.deleteLater()


def test_the_menus_of_fields_speak_the_language_of_the_window(window: MainWindow) -> None:
    for field in (QLineEdit(window), QPlainTextEdit(window)):
        actions = field.createStandardContextMenu().actions()
        texts = {action.text().partition("\t")[0].replace("&", "") for action in actions}
        assert {"Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"} <= texts
        field.deleteLater()
