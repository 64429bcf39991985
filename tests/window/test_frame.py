"""The frame around the pages: keys, back and forward, language, theme, undo, saving, plans and their files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from main import build_window
from models.editing import answers
from models.errors import UserError
from models.reading import desks, initiatives
from models.store.plan import Plan
from views.main_window import MainWindow
from views.parts.toast import Toast

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PAGES = ("overview", "basis", "sot", "matrix", "network")


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.ControlModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def write(window: MainWindow, text: str, code: str = "SOI5", question: str = "O1") -> None:
    one = window.context.workbench.read(initiatives.find, code)
    window.context.workbench.edit("answer.write", answers.write, one, question, text)


def answer_in(plan: Plan, code: str = "SOI5", question: str = "O1") -> str:
    desk = plan.read(desks.desk, plan.read(initiatives.find, code))
    assert desk is not None
    return desk.answers[question].text


def published(path: Path) -> str:
    """Return what the plan file itself holds, whoever has it open."""
    copy = path.with_name("look.soi")
    shutil.copy(path, copy)
    with Plan.open_to_read(copy) as plan:
        return answer_in(plan)


def saved_line(window: MainWindow) -> str:
    label = window.findChild(QLabel, "status.saved")
    assert label is not None
    return label.text()


def toast_of(window: MainWindow) -> Toast:
    return window.toast


def test_each_page_has_its_key_and_its_button_is_checked(window: MainWindow) -> None:
    assert tuple(window.pages) == PAGES
    for key, code in zip((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5), PAGES, strict=True):
        press(window, key)
        assert window.page is window.pages[code]
        assert window.stack.currentWidget() is window.pages[code]
        checked = [one for one in PAGES if window.findChild(QPushButton, f"nav.{one}").isChecked()]
        assert checked == [code]


def test_each_page_is_reached_by_its_button(window: MainWindow) -> None:
    for code in reversed(PAGES):
        button = window.findChild(QPushButton, f"nav.{code}")
        assert button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.page is window.pages[code]


def test_back_and_forward_walk_over_the_pages_and_places_seen(window: MainWindow) -> None:
    for code, place in (("sot", "SOI5.M2"), ("matrix", "SOI7"), ("network", "")):
        window.context.navigator.go(code, place)
    seen = []
    for _ in range(4):
        press(window, Key.Key_Left, Modifier.AltModifier)
        seen.append(window.page.code if window.page else "")
    assert seen == ["matrix", "sot", "overview", "overview"]
    for _ in range(2):
        press(window, Key.Key_Right, Modifier.AltModifier)
    assert window.page is window.pages["matrix"]
    assert window.context.selection.initiative == window.context.workbench.read(initiatives.find, "SOI7")
    window.go("basis")
    press(window, Key.Key_Right, Modifier.AltModifier)
    assert window.page is window.pages["basis"], "a new way ends the old way forward"


@pytest.mark.parametrize("code", PAGES)
def test_language_and_theme_are_switched_on_the_page_that_is_open(window: MainWindow, code: str) -> None:
    window.go(code)
    for _ in range(2):
        press(window, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
        press(window, Key.Key_D, Modifier.ControlModifier | Modifier.ShiftModifier)
        assert window.page is window.pages[code]
        assert window.stack.currentWidget() is window.pages[code]
        said = window.findChild(QPushButton, "nav.overview").text().strip()
        assert said == {"vi": "Tổng quan", "en": "Overview"}[window.context.language.code]
    assert window.context.settings.text("language") == "vi"
    assert window.context.settings.text("theme") == window.context.themes.current.name


@pytest.mark.parametrize("code", PAGES)
def test_undo_and_redo_reach_every_step_from_every_page(window: MainWindow, code: str) -> None:
    workbench = window.context.workbench
    before = answer_in(workbench.plan)
    write(window, "Một")
    write(window, "Hai", question="O2")
    window.go(code)
    for _ in range(2):
        press(window, Key.Key_Z)
    assert answer_in(workbench.plan) == before
    assert not window.actions_by_name["undo"].isEnabled()
    for _ in range(2):
        press(window, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert answer_in(workbench.plan) == "Một"
    assert answer_in(workbench.plan, question="O2") == "Hai"
    assert not window.actions_by_name["redo"].isEnabled()


def test_a_note_with_undo_takes_the_step_back(window: MainWindow) -> None:
    before = answer_in(window.context.workbench.plan)
    write(window, "Một")
    window.context.herald.note("Đã ghi <b>một</b>", with_undo=True)
    toast = toast_of(window)
    assert toast.isVisible()
    assert toast.sentence.text() == "Đã ghi <b>một</b>"
    assert toast.sentence.textFormat() is Qt.TextFormat.PlainText
    QTest.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    assert answer_in(window.context.workbench.plan) == before


def test_the_status_line_says_when_it_was_saved_and_when_it_was_not(window: MainWindow, qtbot: QtBot) -> None:
    assert saved_line(window).startswith("✓ Đã lưu")
    write(window, "Một")
    assert saved_line(window).startswith("● Đã giữ")
    with qtbot.waitSignal(window.context.workbench.saved, timeout=20_000):
        press(window, Key.Key_S)
    assert saved_line(window).startswith("✓ Đã lưu")
    assert published(window.context.workbench.path) == "Một"
    window.context.workbench.save_failed.emit(UserError("publish.disk_full", reason="full", path="x"))
    assert saved_line(window).startswith("⚠")
    assert toast_of(window).isVisible()


def test_the_title_names_the_plan(window: MainWindow) -> None:
    assert window.windowTitle().startswith("Kế hoạch.soi")
    press(window, Key.Key_W)
    assert window.windowTitle() == "SOI Workbench"


def test_closing_the_plan_publishes_it_and_shows_the_recent_ones(window: MainWindow, plan_file: Path) -> None:
    write(window, "Ghi trước khi đóng")
    press(window, Key.Key_W)
    assert published(plan_file) == "Ghi trước khi đóng"
    assert window.stack.currentWidget() is window.welcome
    assert not window.navigation.isVisible()
    with Plan.open(plan_file):
        pass
    entry = window.welcome.recent.itemAt(0).widget()
    assert entry.accessibleName() == plan_file.stem
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert window.context.workbench.path == plan_file


def test_closing_the_window_publishes_what_is_still_being_typed(window: MainWindow, plan_file: Path) -> None:
    window.go("sot", "SOI5.O1")
    editor = window.findChild(QApplication.focusWidget().__class__, "sot.answer.O1")
    assert editor is QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, "chua kip ghi")
    assert window.close()
    with Plan.open(plan_file) as plan:
        assert answer_in(plan) == "chua kip ghi"


def test_it_reopens_where_it_was(window: MainWindow, plan_file: Path, qtbot: QtBot) -> None:
    window.go("matrix")
    window.resize(window.minimumSizeHint().width(), 655)
    window.close()
    again = build_window(plan_file)
    qtbot.addWidget(again)
    assert isinstance(again, MainWindow)
    assert again.page is again.pages["matrix"]
    assert again.height() == 655
    again.close()


def test_new_example_and_open_are_offered_when_no_plan_is_open(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, Key.Key_W)
    answers_given = iter([(str(tmp_path / "mới"), ""), (str(tmp_path / "mẫu.soi"), "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: next(answers_given))
    QTest.mouseClick(window.welcome.ways["new"], Qt.MouseButton.LeftButton)
    assert window.context.workbench.path == tmp_path / "mới.soi"
    assert len(window.context.workbench.read(initiatives.every)) == 12
    press(window, Key.Key_W)
    QTest.mouseClick(window.welcome.ways["example"], Qt.MouseButton.LeftButton)
    assert window.context.workbench.path == tmp_path / "mẫu.soi"
    assert answer_in(window.context.workbench.plan)
    assert window.context.workbench.plan.undoable == 0
    press(window, Key.Key_W)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "mới.soi"), ""))
    QTest.mouseClick(window.welcome.ways["open"], Qt.MouseButton.LeftButton)
    assert window.context.workbench.path == tmp_path / "mới.soi"


def drop(window: MainWindow, *paths: Path) -> bool:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Modifier.NoModifier
    enters = QDragEnterEvent(QPoint(9, 9), copy, carried, left, none)
    enters.ignore()
    QApplication.sendEvent(window, enters)
    if enters.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, carried, left, none))
    return enters.isAccepted()


def test_a_plan_file_that_is_dragged_in_is_opened_and_nothing_else_is(
    window: MainWindow, plan_file: Path, tmp_path: Path
) -> None:
    other, text = tmp_path / "Khác.SOI", tmp_path / "x.txt"
    shutil.copy(plan_file, other)
    text.write_text("x", encoding="utf-8")
    assert not drop(window, text)
    assert not drop(window, other, plan_file)
    assert window.context.workbench.path == plan_file
    assert drop(window, other)
    assert window.context.workbench.path == other


HOLD = "import sys; from pathlib import Path; from models.store.plan import Plan; Plan.open(Path(sys.argv[1])); print(1, flush=True); sys.stdin.read()"  # noqa: E501


def test_a_plan_that_another_program_holds_is_a_sentence_and_the_open_one_stays(
    window: MainWindow, plan_file: Path, tmp_path: Path
) -> None:
    held = tmp_path / "Đang mở.soi"
    shutil.copy(plan_file, held)
    root = Path(__file__).resolve().parent.parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(held)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert not window.files.open(held)
        holder.kill()
    assert "Đang mở.soi" in toast_of(window).sentence.text()
    assert str(holder.pid) in toast_of(window).sentence.text()
    assert window.context.workbench.path == plan_file


def test_a_file_that_is_no_plan_is_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    for name, content in (("rỗng.soi", b""), ("ảnh.soi", b"\x89PNG" * 99)):
        (tmp_path / name).write_bytes(content)
        assert not window.files.open(tmp_path / name)
        assert name in toast_of(window).sentence.text()
    assert not window.files.open(tmp_path / "không có.soi")
    assert window.context.workbench.is_open


def test_a_copy_holds_what_is_there_now_and_the_plan_goes_on(
    window: MainWindow, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(window, "Trong bản sao")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "sao"), ""))
    press(window, Key.Key_S, Modifier.ControlModifier | Modifier.ShiftModifier)
    with Plan.open_to_read(tmp_path / "sao.soi") as copy:
        assert answer_in(copy) == "Trong bản sao"
    assert window.context.workbench.path == plan_file
    assert "sao.soi" in toast_of(window).sentence.text()


def test_the_guide_is_opened_in_the_language_of_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.fileName()))
    press(window, Key.Key_F1, Modifier.NoModifier)
    window.actions_by_name["language"].trigger()
    press(window, Key.Key_F1, Modifier.NoModifier)
    assert asked == ["vi.md", "en.md"]


def test_enter_presses_the_button_that_has_the_focus_once(window: MainWindow) -> None:
    window.go("sot", "SOI5")
    button = window.findChild(QPushButton, "sot.cycle.turn")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    reason = QApplication.focusWidget()
    assert reason is not None and reason.objectName() == "sot.cycle.reason"
    QTest.keyClicks(reason, "Du can cu")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    bench = window.context.workbench
    desk = bench.read(desks.desk, bench.read(initiatives.find, "SOI5"))
    assert desk is not None
    assert [(one.number, one.reason) for one in desk.cycles] == [(1, "Du can cu")]
