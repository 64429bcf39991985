"""The program shows its first page at once and builds the others while nobody waits for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from main import build_window
from models.editing import answers
from models.reading import initiatives
from tests.window.test_frame import PAGES, answer_in
from views.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_other_pages_follow_the_first(qtbot: QtBot, plan_file: Path) -> None:
    window = build_window(plan_file, is_gradual=True)
    assert isinstance(window, MainWindow)
    qtbot.addWidget(window)
    window.show()
    assert [page.code for page in window.pages.built] == ["overview"]
    qtbot.waitUntil(lambda: len(window.pages.built) == len(PAGES), timeout=20_000)
    assert tuple(window.pages) == PAGES
    window.close()


def test_a_page_that_is_asked_for_early_is_there_and_shows_what_was_written(qtbot: QtBot, plan_file: Path) -> None:
    window = build_window(plan_file, is_gradual=True)
    assert isinstance(window, MainWindow)
    qtbot.addWidget(window)
    window.show()
    one = window.context.workbench.read(initiatives.find, "SOI5")
    window.context.workbench.edit("answer.write", answers.write, one, "O1", "Trước khi có trang")
    for code in reversed(PAGES):
        window.go(code, "SOI5.O1" if code == "sot" else "")
        assert window.stack.currentWidget() is window.pages[code]
        QTest.qWait(1)
    assert answer_in(window.context.workbench.plan) == "Trước khi có trang"
    assert window.pages["sot"].findChild(object, "sot.answer.O1").toPlainText() == "Trước khi có trang"
    window.close()


def test_the_store_is_loaded_before_qt_and_imports_are_not_slowed_down() -> None:
    program = (
        "import builtins, sys; plain = builtins.__import__; import main; main.load_libraries();"
        "names = list(sys.modules); print(builtins.__import__ is plain,"
        "names.index('models.store.plan') < names.index('PySide6.QtWidgets'),"
        "'networkx' in names, 'reportlab' in names)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=os.environ.copy(), capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True", "False", "False"]
