"""The overview: what it says is what the plan holds, and each thing on it leads to its place."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.editing import answers, initiatives
from models.method import Bilingual
from models.plan import AnswerStatus
from models.reading import initiatives as reading_initiatives
from models.reading import overviews
from models.reading.overviews import Portfolio
from views.main_window import MainWindow
from views.overview.page import OverviewPage
from views.overview.problems_card import MatterLine

HOSTILE = (
    "<img src=file:///etc/passwd><b>đậm</b>",
    "&amp; &lt;script&gt;",
    "=HYPERLINK(0)",
    "a" * 300,
    "\u202engược\u202c 👩‍👩‍👧 {0} %s",
)


def page_of(window: MainWindow) -> OverviewPage:
    page = window.pages["overview"]
    assert isinstance(page, OverviewPage)
    return page


def portfolio_of(window: MainWindow) -> Portfolio:
    return window.context.workbench.read(overviews.portfolio, date.today())


def id_of(window: MainWindow, code: str) -> str:
    return window.context.workbench.read(reading_initiatives.find, code)


def lines_of(page: OverviewPage) -> list[MatterLine]:
    return [line for line in page.problems.lines if isinstance(line, MatterLine)]


def test_it_counts_what_the_plan_holds(window: MainWindow) -> None:
    page, portfolio = page_of(window), portfolio_of(window)
    done = sum(glance.answers_done for glance in portfolio.glances)
    measures = sum(sum(glance.cells.values()) for glance in portfolio.glances)
    assert "12" in page.title.text()
    assert f"{done}/216" in page.below.text()
    assert f"{measures} nhiệm vụ" in page.below.text()
    assert len(page.cards) == 12
    card = page.cards[id_of(window, "SOI5")]
    glance = next(one for one in portfolio.glances if one.initiative.code == "SOI5")
    assert card.ring.accessibleName() == str(glance.answers_done)
    assert card.title.text() == glance.initiative.title.vi
    assert str(sum(glance.cells.values())) in card.heat.accessibleName()


def test_a_card_leads_to_its_questions_by_click_and_by_enter(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    for code, press in (
        ("SOI5", lambda card: QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 12))),
        ("SOI9", lambda card: QTest.keyClick(card, Qt.Key.Key_Return)),
    ):
        window.go("overview")
        with qtbot.waitSignal(window.context.navigator.requested) as asked:
            press(page.cards[id_of(window, code)])
        assert asked.args == ["sot", code]
        assert window.context.selection.initiative == id_of(window, code)


def test_the_small_matrix_leads_to_the_matrix(window: MainWindow, qtbot: QtBot) -> None:
    heat = page_of(window).cards[id_of(window, "SOI7")].heat_button
    for press in (
        lambda: QTest.mouseClick(heat, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(heat, Qt.Key.Key_Space),
    ):
        window.go("overview")
        with qtbot.waitSignal(window.context.navigator.requested) as asked:
            press()
        assert asked.args == ["matrix", "SOI7"]


def test_tab_goes_from_card_to_small_matrix_to_the_next_card(window: MainWindow) -> None:
    page = page_of(window)
    first, second = (page.cards[id_of(window, code)] for code in ("SOI1", "SOI2"))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert first.heat_button.hasFocus()
    QTest.keyClick(first.heat_button, Qt.Key.Key_Tab)
    assert second.hasFocus()


def test_every_matter_leads_to_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    page, found = page_of(window), portfolio_of(window).concerns
    wanted = [["network", found.circles[0][0]], ["matrix", found.late[0]], ["sot", found.to_discuss[0]]]
    led = []
    for number in range(len(lines_of(page))):
        window.go("overview")
        with qtbot.waitSignal(window.context.navigator.requested) as asked:
            QTest.keyClick(lines_of(page)[number], Qt.Key.Key_Return)
        led.append(asked.args)
    assert led == wanted


def test_the_coverage_is_what_the_file_says(window: MainWindow) -> None:
    """Counted anew, in another way, from the rows of the file."""
    with sqlite3.connect(window.context.workbench.path) as file:
        rows = file.execute("SELECT code FROM clause WHERE kind = 'paragraph' AND code LIKE 'NQ52.III._.%'")
        paragraphs = [code for (code,) in rows]
        cited = [code for (code,) in file.execute("SELECT clause FROM measure_citation")]
    missed = [one for one in paragraphs if not any(code == one or code.startswith(f"{one}.") for code in cited)]
    parts = portfolio_of(window).coverage
    assert [part.code for part in parts] == [f"NQ52.III.{number}" for number in range(1, 9)]
    assert sum(part.total for part in parts) == len(paragraphs)
    assert sorted(code for part in parts for code in part.missed) == sorted(missed)
    assert f"{round(100 * (1 - len(missed) / len(paragraphs)))}%" in page_of(window).coverage.sentence.text()


def test_an_answer_that_is_done_fills_the_ring_and_undo_empties_it(window: MainWindow) -> None:
    page, workbench = page_of(window), window.context.workbench
    one = id_of(window, "SOI1")
    before = int(page.cards[one].ring.accessibleName())
    workbench.edit("answer.write", answers.write, one, "W2", "Đã thống nhất.", status=AnswerStatus.DONE)
    assert int(page.cards[one].ring.accessibleName()) == before + 1
    window.actions_by_name["undo"].trigger()
    assert int(page.cards[one].ring.accessibleName()) == before


def test_a_second_initiative_of_a_basis_gets_a_card_until_it_is_undone(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    window.context.workbench.edit("initiative.add", initiatives.add, "C5", Bilingual("Trung tâm dữ liệu", ""))
    card = page.cards[id_of(window, "SOI5-2")]
    qtbot.waitUntil(card.isVisible)
    assert card.title.text() == "Trung tâm dữ liệu"
    assert card.y() > page.cards[id_of(window, "SOI5")].y()
    texts = [line.accessibleName() for line in lines_of(page)]
    assert any("SOI5-2" in text and "chủ trì" in text for text in texts)
    assert any(text.startswith("18 câu hỏi") for text in texts)
    window.actions_by_name["undo"].trigger()
    assert len(page.cards) == 12


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_is_shown_literally(window: MainWindow, text: str) -> None:
    one = id_of(window, "SOI3")
    window.context.workbench.edit("initiative.change", initiatives.change, one, title=Bilingual(text, text))
    card = page_of(window).cards[one]
    assert card.title.text() == text
    assert card.title.textFormat() is Qt.TextFormat.PlainText
    window.grab()


def test_every_word_follows_the_language_and_every_colour_the_theme(window: MainWindow) -> None:
    page = page_of(window)
    window.actions_by_name["language"].trigger()
    assert page.title.text().startswith("Overview")
    assert page.export.text() == "Export sheets"
    assert page.cards[id_of(window, "SOI5")].title.text() == "Extend digital infrastructure and the digital economy"
    light = page.grab().toImage().pixelColor(page.width() - 3, page.height() - 3)
    window.context.themes.use("dark")
    dark = page.grab().toImage().pixelColor(page.width() - 3, page.height() - 3)
    assert light.lightness() > 200 > 60 > dark.lightness()


def test_the_button_asks_for_the_export(window: MainWindow) -> None:
    action = window.findChild(QAction, "action.export")
    action.triggered.disconnect()
    asked: list[bool] = []
    action.triggered.connect(lambda checked=False: asked.append(checked))
    QTest.mouseClick(page_of(window).export, Qt.MouseButton.LeftButton)
    assert asked == [False]


def test_it_loads_no_graph_library(plan_file: Path) -> None:
    """Networkx takes a tenth of a second to load: the first page does without."""
    program = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication; a = QApplication([]);"
        "from main import build_window; w = build_window(Path(sys.argv[1])); w.show(); a.processEvents();"
        "print('networkx' in sys.modules, 'reportlab' in sys.modules); w.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(plan_file)],
        cwd=Path(__file__).parent.parent.parent,
        env=os.environ.copy(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False"]
