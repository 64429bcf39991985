"""Tab goes through every page as one reads it, reaches whatever can be worked, and comes round; nothing has no name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.editing import answers
from models.reading import initiatives
from tests.window.network_desk import NetworkDesk
from views.main_window import MainWindow

PAGES = ("overview", "basis", "sot", "network")
"""The matrix takes Tab for its own cells: see the tests of its keyboard."""


def focus() -> QWidget:
    now = QApplication.focusWidget()
    assert now is not None
    return now


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifier)


def round_trip(key: Qt.Key) -> list[QWidget]:
    """Press Tab, or Shift+Tab, until the focus comes round."""
    press(key)
    passed = [focus()]
    press(key)
    while focus() is not passed[0]:
        passed.append(focus())
        assert len(passed) < 200
        press(key)
    return passed


def workable(window: MainWindow) -> set[QWidget]:
    """Every visible widget that takes the focus by Tab; of buttons of which one is chosen, that one."""
    found = set()
    for widget in window.findChildren(QWidget):
        is_choice = isinstance(widget, QAbstractButton) and widget.group() is not None
        takes_tab = widget.isChecked() if is_choice else widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            found.add(widget)
    return found


def show(window: MainWindow, page: str, qtbot: QtBot) -> None:
    if page == "sot":
        cite_everywhere(window)
    window.go(page, "SOI5.S1" if page == "sot" else "")
    if page == "network":
        qtbot.waitUntil(lambda: len(NetworkDesk(window).page.picture.cards) == 12, timeout=20_000)
    if page == "sot":
        rows = window.pages["sot"].panel.suggested.rows
        qtbot.waitUntil(lambda: any(row.isVisible() for row in rows), timeout=20_000)
    qtbot.wait(50)


def cite_everywhere(window: MainWindow) -> None:
    """Let every answer of the step cite something: what stands beside the questions is then there for each of them."""
    bench = window.context.workbench
    one = bench.read(initiatives.find, "SOI5")
    for code in ("S1", "S2", "S3", "S"):
        bench.edit("answer.write", answers.write, one, code, cites=("NQ52.III.3.1",))


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_on_a_page_and_comes_round(window: MainWindow, qtbot: QtBot, page: str) -> None:
    show(window, page, qtbot)
    there = round_trip(Qt.Key.Key_Tab)
    assert set(there) == workable(window)
    back = round_trip(Qt.Key.Key_Backtab)
    assert set(back) == set(there)
    start = back.index(there[0])
    assert [*back[start:], *back[:start]] == [there[0], *reversed(there[1:])]


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_tab_reaches_has_a_name(window: MainWindow, qtbot: QtBot, page: str) -> None:
    show(window, page, qtbot)
    named = {one: one.accessibleName() or getattr(one, "text", str)() for one in workable(window)}
    assert [one.objectName() for one, name in named.items() if not name] == []


def test_tab_goes_through_the_questions_from_the_top_down(window: MainWindow, qtbot: QtBot) -> None:
    """Chips of citations are made later than the cards that they stand in."""
    show(window, "sot", qtbot)
    page = window.pages["sot"]
    cards = [one for one in round_trip(Qt.Key.Key_Tab) if one.objectName().startswith(("sot.answer.", "sot.cite."))]
    tops = [one.mapTo(page, QPoint(0, 0)).y() for one in cards]
    first = tops.index(min(tops))
    codes = [one.objectName().rpartition(".")[2] for one in [*cards[first:], *cards[:first]]]
    assert codes == ["S1", "S1", "S2", "S2", "S3", "S3", "S", "S"]


def test_the_keys_go_to_the_page_that_comes_on(window: MainWindow, qtbot: QtBot) -> None:
    for number, name in enumerate(("overview", "basis", "sot", "matrix", "network"), start=1):
        press(Qt.Key(ord("0") + number), Qt.KeyboardModifier.ControlModifier)
        page = window.pages[name]
        assert page is focus() or page.isAncestorOf(focus()), name
    assert focus().objectName() == "network.view"
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert focus().objectName() == "matrix.view"


def test_escape_in_the_palette_leads_back_to_the_field_that_was_left(window: MainWindow, qtbot: QtBot) -> None:
    show(window, "sot", qtbot)
    before = focus()
    assert isinstance(before, QPlainTextEdit)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert focus().objectName() == "search.box"
    press(Qt.Key.Key_Escape)
    assert focus() is before
    assert not window.palette_box.isVisible()


def test_insert_in_the_picture_asks_for_a_dependency_also_before_it_is_painted(window: MainWindow) -> None:
    window.go("sot", "SOI5")
    window.go("network")
    press(Qt.Key.Key_Insert)
    page = NetworkDesk(window).page
    assert page.form.isVisible()
    assert page.form.target is focus()
    ends = [box.currentText().partition(" ")[0] for box in (page.form.origin, page.form.target)]
    assert ends == ["SOI5", "SOI1"]


def test_a_long_name_of_the_plan_never_widens_the_window(window: MainWindow, qtbot: QtBot) -> None:
    for page in (*window.pages, *window.pages):
        show(window, page, qtbot)
        window.toolbar.path.setText("Kế hoạch thực hiện Nghị quyết số 52-NQ/TW " * 5)
        qtbot.wait(20)
        assert window.toolbar.minimumSizeHint().width() < 1000, page
        assert window.width() == 1440, page
