"""What stands in a plan is shown as it stands: it is never markup, reads no file, reaches nobody. Rows 27 and 28."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit, QTextBrowser, QTextEdit
from pytestqt.qtbot import QtBot

from main import build_window
from models.reading import initiatives
from tests.documents.test_hostile_text import HOSTILE
from tests.window.hostile_plan import PLACES, make, payload, show_everything, texts, tips
from tests.window.test_frame import answer_in
from views.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ("overview", "basis", "sot", "matrix", "network")
MAGENTA = b"\xff\x00\xff\xff"


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    return tmp_path / "bait.png"


@pytest.fixture
def hostile(qtbot: QtBot, example: Path, tmp_path: Path, bait: Path) -> Iterator[MainWindow]:
    """The window over a plan whose every text is markup."""
    path = tmp_path / "<b>Kế hoạch<br>&amp;.soi"
    make(example, path, bait)
    made = build_window(path)
    assert isinstance(made, MainWindow)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def shows_the_bait(image: QImage) -> bool:
    """Return whether a picture holds the colour that only the bait has."""
    return MAGENTA in bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


def test_the_bait_would_be_seen_if_it_were_read(hostile: MainWindow, bait: Path) -> None:
    label = QLabel(payload(bait))
    label.resize(600, 400)
    assert shows_the_bait(label.grab().toImage())


@pytest.mark.parametrize("code", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_shows_markup_literally(hostile: MainWindow, bait: Path, code: str, language: str) -> None:
    hostile.context.language.use(language)
    hostile.go(code, PLACES.get(code, ""))
    for _ in range(30):
        QApplication.processEvents()
    assert not shows_the_bait(hostile.grab().toImage())
    assert any(payload(bait) in text for text in texts(hostile.pages[code])), "the page shows texts of the plan"
    for label in hostile.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, (label.objectName(), label.text())
    assert not hostile.findChildren(QTextBrowser)
    assert not hostile.findChildren(QTextEdit)
    assert not hostile.findChildren(QMessageBox)


@pytest.mark.parametrize("code", PAGES)
def test_every_tool_tip_is_literal(hostile: MainWindow, code: str) -> None:
    hostile.go(code, PLACES.get(code, ""))
    for _ in range(30):
        QApplication.processEvents()
    for tip in tips(hostile):
        escaped = re.fullmatch(r"<qt>([^<>]*)</qt>", tip, re.DOTALL)
        assert escaped or "<" not in tip, tip


def test_what_is_said_in_passing_and_found_is_literal(hostile: MainWindow, bait: Path) -> None:
    hostile.context.herald.trouble(payload(bait))
    assert hostile.toast.sentence.text() == payload(bait)
    assert not shows_the_bait(hostile.grab().toImage())
    QTest.keyClick(hostile, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hostile.palette_box.box.setText("soi5")
    hostile.palette_box._look()
    assert "<img" in hostile.palette_box.list.item(0).text()
    assert not shows_the_bait(hostile.grab().toImage())


def test_the_export_dialog_and_the_recent_plans_are_literal(hostile: MainWindow) -> None:
    hostile.actions_by_name["export"].trigger()
    dialog = hostile.findChild(object, "export.dialog")  # type: ignore[type-var]
    assert "<img" in dialog.form.scope.list.item(4).text()
    assert not shows_the_bait(dialog.grab().toImage())
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    dialog.close()
    hostile.files.close()
    assert "<b>" in hostile.welcome.recent.itemAt(0).widget().text()
    assert not shows_the_bait(hostile.grab().toImage())


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_or_pasted_is_kept_and_shown_as_it_stands(window: MainWindow, text: str) -> None:
    window.go("sot", "SOI5.O1")
    QApplication.processEvents()
    editor = window.findChild(QPlainTextEdit, "sot.answer.O1")
    assert editor is not None
    carried = QMimeData()
    carried.setHtml(f"<p>{html.escape(text)}</p>")
    carried.setText(text)
    editor.selectAll()
    editor.insertFromMimeData(carried)
    window.context.workbench.commit()
    assert answer_in(window.context.workbench.plan) == text
    for code in PAGES:
        window.go(code)
        window.grab()
    window.go("sot", "SOI5.O1")
    assert editor.toPlainText() == text


@pytest.mark.desk
def test_no_file_is_read_and_no_connection_made(example: Path, tmp_path: Path, bait: Path, qapp: QApplication) -> None:
    make(example, tmp_path / "x.soi", bait)
    trace = tmp_path / "trace.txt"
    program = (sys.executable, "-m", "tests.window.hostile_plan", tmp_path / "x.soi")
    done = subprocess.run(
        [*["strace", "-f", "-s", "400", "-e", "trace=open,openat,connect,sendto", "-o"], trace, *program],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["begin", "end"]
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("x.soi" in call for call in calls), "the trace saw the plan being opened"
    assert [call for call in calls if "bait.png" in call] == []
    assert [call for call in calls if "connect(" in call and "AF_INET" in call] == []


def test_a_plan_of_markup_is_still_worked_on(hostile: MainWindow) -> None:
    show_everything(hostile)
    assert len(hostile.context.workbench.read(initiatives.every)) == 12
