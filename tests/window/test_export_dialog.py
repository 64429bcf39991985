"""The export dialog: it writes what it says, in the background, can be stopped, and says what is wrong beside it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.documents import order
from models.editing import answers, workshops
from models.reading import initiatives
from views.main_window import MainWindow

Widget = TypeVar("Widget")
BEGINS = {".pdf": b"%PDF", ".svg": b"<", ".png": b"\x89PNG", ".json": b"{", ".docx": b"PK"}


class Dialog:
    """A person at the export dialog."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        with qtbot.waitActive(window):
            window.activateWindow()
        QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        found = window.findChild(QDialog, "export.dialog")
        assert found is not None
        self.dialog = found
        with qtbot.waitActive(found):
            found.activateWindow()

    def find(self, kind: type[Widget], name: str) -> Widget:
        found = self.dialog.findChild(kind, f"export.{name}")
        assert found is not None, name
        return found

    def choose(self, name: str, data: str) -> None:
        box = self.find(QComboBox, name)
        box.setFocus()
        while box.currentData() != data:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down if box.findData(data) > before else Qt.Key.Key_Up)
            assert box.currentIndex() != before

    def name(self, path: Path | str) -> None:
        field = self.find(QLineEdit, "path")
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for letter in str(path):
            QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def tick_only(self, *codes: str) -> None:
        places = self.find(QListWidget, "initiatives")
        places.setFocus()
        for row in range(places.count()):
            places.setCurrentRow(row)
            item = places.item(row)
            if (item.text().split()[0] in codes) is not (item.checkState() is Qt.CheckState.Checked):
                QTest.keyClick(places, Qt.Key.Key_Space)

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def write(self) -> None:
        self.press("start")
        self.qtbot.waitUntil(lambda: self.find(QPushButton, "open").isVisible(), timeout=60_000)

    def says(self, name: str) -> str:
        label = self.find(QLabel, name)
        assert label.textFormat() is Qt.TextFormat.PlainText
        return label.text() if label.isVisible() else ""


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[Dialog]:
    made = Dialog(window, qtbot)
    yield made
    window.context.jobs.wait()


@pytest.mark.parametrize(
    ("kind", "suffix"), [(kind, suffix) for kind in order.KINDS for suffix in order.suffixes(kind)]
)
def test_every_kind_is_written_in_every_format(dialog: Dialog, tmp_path: Path, kind: str, suffix: str) -> None:
    dialog.window.context.workbench.edit("workshop.open", workshops.open_workshop, "Họp quý IV")
    dialog.choose("kind", kind)
    if len(order.suffixes(kind)) > 1:
        dialog.choose("format", suffix)
    if kind not in order.WHOLE:
        dialog.tick_only("SOI5")
    place = Path(dialog.find(QLineEdit, "path").text())
    assert place.parent == tmp_path, "it is suggested to lie beside the plan"
    assert place.suffix == suffix
    dialog.write()
    assert place.read_bytes().startswith(BEGINS[suffix])
    assert str(place) in dialog.says("outcome")


def test_minutes_of_a_plan_without_a_workshop_are_refused_in_a_sentence(dialog: Dialog) -> None:
    dialog.choose("kind", "minutes")
    place = Path(dialog.find(QLineEdit, "path").text())
    dialog.press("start")
    dialog.qtbot.waitUntil(lambda: "chưa có phiên làm việc nào" in dialog.says("trouble"))
    assert not place.exists()


def test_what_is_typed_last_is_in_the_document(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.context.workbench.edit("answer.write", answers.write, _id(window, "SOI5"), "O1", "Vừa gõ xong")
    dialog = Dialog(window, qtbot)
    dialog.choose("kind", "plan")
    dialog.name(tmp_path / "x.json")
    dialog.write()
    told = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert told["initiatives"][4]["answers"]["O1"]["text"] == "Vừa gõ xong"


def test_only_the_initiatives_that_are_ticked_are_written_and_in_the_language_chosen(
    dialog: Dialog, tmp_path: Path
) -> None:
    import pypdfium2

    dialog.tick_only("SOI3", "SOI7")
    dialog.choose("language", "en")
    dialog.name(tmp_path / "two.pdf")
    dialog.write()
    file = pypdfium2.PdfDocument(tmp_path / "two.pdf")
    titles = [entry.get_title() for entry in file.get_toc() if entry.level == 0]
    file.close()
    assert [title.split(".")[0] for title in titles] == ["SOI 3", "SOI 7"]
    assert "sharing" in titles[0]


def test_stopping_leaves_no_file_and_the_dialog_ready_to_begin_anew(
    dialog: Dialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, goes_on = threading.Event(), threading.Event()
    really = order.Order.carry_out

    def slowly(self: order.Order, plan: object, progress: object) -> object:
        def watched(done: int, total: int) -> None:
            if done == 3:
                reached.set()
                assert goes_on.wait(20)
            progress(done, total)  # type: ignore[operator]

        return really(self, plan, watched)  # type: ignore[arg-type]

    monkeypatch.setattr(order.Order, "carry_out", slowly)
    before = sorted(tmp_path.iterdir())
    dialog.press("start")
    qtbot.waitUntil(reached.is_set, timeout=60_000)
    qtbot.waitUntil(lambda: "2/12" in dialog.says("outcome"))
    assert not dialog.find(QPushButton, "start").isEnabled()
    QTest.keyClick(dialog.dialog, Qt.Key.Key_Escape)
    assert dialog.dialog.isVisible()
    goes_on.set()
    qtbot.waitUntil(lambda: dialog.find(QPushButton, "start").isEnabled())
    assert "Đã dừng" in dialog.says("outcome")
    assert sorted(tmp_path.iterdir()) == before
    monkeypatch.undo()
    dialog.write()
    QTest.keyClick(dialog.dialog, Qt.Key.Key_Escape)
    assert not dialog.dialog.isVisible()


def test_what_cannot_be_done_is_a_sentence_beside_its_field(dialog: Dialog, tmp_path: Path) -> None:
    dialog.name("")
    dialog.press("start")
    assert "Chưa ghi tên tệp" in dialog.says("trouble")
    dialog.name(tmp_path / "không có" / "x.pdf")
    dialog.press("start")
    assert "không tồn tại" in dialog.says("trouble")
    dialog.name(tmp_path / "x.docx")
    dialog.press("start")
    assert ".pdf" in dialog.says("trouble")
    dialog.name(tmp_path / "x.pdf")
    assert dialog.says("trouble") == ""
    dialog.tick_only()
    dialog.press("start")
    assert "ít nhất một" in dialog.says("scope_trouble")
    dialog.choose("kind", "matrix")
    dialog.choose("format", ".png")
    dialog.tick_only("SOI1", "SOI2")
    dialog.press("start")
    assert "một sáng kiến" in dialog.says("scope_trouble")
    assert QApplication.activeModalWidget() in (None, dialog.dialog), "no box stands in the way"


def test_a_place_that_the_system_refuses_is_a_sentence_and_nothing_is_left(
    dialog: Dialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    dialog.name(tmp_path / "folder.pdf")
    dialog.press("start")
    qtbot.waitUntil(lambda: "thư mục" in dialog.says("trouble"), timeout=60_000)
    assert dialog.find(QPushButton, "start").isEnabled()
    assert not list(tmp_path.glob(".soi-*"))


def test_a_file_that_is_there_is_said_to_be_replaced_and_the_plan_itself_never_is(
    dialog: Dialog, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "there.pdf").write_bytes(b"old")
    dialog.name(tmp_path / "there.pdf")
    assert "thay" in dialog.says("trouble")
    dialog.write()
    assert (tmp_path / "there.pdf").read_bytes().startswith(b"%PDF")
    (tmp_path / "plan.pdf").symlink_to(window.context.workbench.path)
    dialog.name(tmp_path / "plan.pdf")
    dialog.press("start")
    assert "chính kế hoạch" in dialog.says("trouble")


def test_characters_that_no_typeface_has_are_said(window: MainWindow, qtbot: QtBot) -> None:
    window.context.workbench.edit("answer.write", answers.write, _id(window, "SOI5"), "O1", "Vui 😀 世")
    dialog = Dialog(window, qtbot)
    dialog.write()
    assert "😀 世" in dialog.says("outcome")


def test_the_file_and_its_folder_are_opened(dialog: Dialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) is None and len(asked) < 3)
    dialog.choose("kind", "network")
    dialog.name(tmp_path / "Mạng #1.pdf")
    dialog.write()
    for name in ("open", "folder", "open"):
        dialog.press(name)
    assert [Path(url.toLocalFile()) for url in asked] == [tmp_path / "Mạng #1.pdf", tmp_path, tmp_path / "Mạng #1.pdf"]
    assert "không có chương trình" in dialog.says("trouble")


def test_the_choices_are_there_again_the_next_time(window: MainWindow, dialog: Dialog, qtbot: QtBot) -> None:
    dialog.choose("kind", "matrix")
    dialog.choose("format", ".svg")
    dialog.choose("language", "en")
    dialog.tick_only("SOI9")
    dialog.write()
    QTest.keyClick(dialog.dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "export.dialog") is None)
    again = Dialog(window, qtbot)
    assert [again.find(QComboBox, name).currentData() for name in ("kind", "format", "language")] == [
        "matrix",
        ".svg",
        "en",
    ]
    assert again.dialog.form.order().initiatives == (_id(window, "SOI9"),)


def test_every_word_of_it_follows_the_language(window: MainWindow, dialog: Dialog) -> None:
    window.actions_by_name["language"].trigger()
    assert dialog.dialog.windowTitle() == "Export a document"
    assert dialog.find(QPushButton, "start").text() == "Export"
    assert dialog.find(QComboBox, "kind").currentText() == "Initiative sheets"
    assert dialog.find(QComboBox, "language").currentData() == "vi", "the document keeps the language of the plan"


def _id(window: MainWindow, code: str) -> str:
    return window.context.workbench.read(initiatives.find, code)
