"""What is pasted keeps its paragraphs and lists as plain text, and nothing else."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QSyntaxHighlighter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.window import clipboards
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow
from views.parts.pasting import plain_of


def mime(html: str = "", text: str = "") -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    return made


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (clipboards.WORD, clipboards.WORD_TEXT),
        (clipboards.LIBREOFFICE, clipboards.LIBREOFFICE_TEXT),
        (clipboards.BROWSER, clipboards.BROWSER_TEXT),
        (clipboards.HOSTILE, clipboards.HOSTILE_TEXT),
    ],
    ids=["word", "libreoffice", "browser", "hostile"],
)
def test_paragraphs_lists_and_rows_stay(html: str, text: str) -> None:
    assert plain_of(mime(html, "bản thô")) == text


def test_nothing_that_a_clipboard_names_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *found: asked.append(str(found)))
    monkeypatch.setattr("builtins.open", lambda *found: asked.append(str(found)))
    assert plain_of(mime(clipboards.HOSTILE)) == clipboards.HOSTILE_TEXT
    assert asked == []


@pytest.mark.parametrize("html", clipboards.BROKEN, ids=range(len(clipboards.BROKEN)))
def test_broken_markup_is_done_with_at_once(html: str) -> None:
    started = time.monotonic()
    plain_of(mime(html, "bản thô"))
    assert time.monotonic() - started < 5


def test_without_words_in_the_markup_the_plain_text_is_taken() -> None:
    assert plain_of(mime("<img src='file:///x'>", "bản thô")) == "bản thô"
    assert plain_of(mime("<!-- hở", "bản thô")) == "bản thô"


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("một\r\nhai\rba\x0bbốn\u2029năm", "một\nhai\nba\nbốn\nnăm"),
        ("·\tWord\n\t•\tlồng", "- Word\n  - lồng"),
        ("• giữ như đã gõ", "• giữ như đã gõ"),
        ("<b>đậm</b> &amp; =1+1", "<b>đậm</b> &amp; =1+1"),
        ("chuông\x07 và \ufffc", "chuông và "),
        ("‮ngược 😀", "‮ngược 😀"),
    ],
)
def test_plain_text_stays_as_it_is_but_for_what_cannot_be_kept(text: str, pasted: str) -> None:
    assert plain_of(mime(text=text)) == pasted


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    desk = WizardDesk(window)
    desk.press(Key.Key_A, Modifier.ControlModifier)
    desk.press(Key.Key_Delete)
    return desk


def test_word_is_pasted_by_the_keys_and_kept(desk: WizardDesk) -> None:
    QApplication.clipboard().setMimeData(mime(clipboards.WORD, "thô"))
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert desk.editor("O1").toPlainText() == clipboards.WORD_TEXT.replace("\u00a0", " ")
    desk.page.commit()
    desk.workbench.settle()
    assert desk.text("SOI5.O1") == clipboards.WORD_TEXT


def test_what_was_copied_here_comes_back_to_the_last_space(desk: WizardDesk) -> None:
    text = "đoạn   một\n  - mục <b>x</b>\n\n\ncuối  "
    desk.editor("O1").setPlainText(text)
    desk.press(Key.Key_A, Modifier.ControlModifier)
    desk.press(Key.Key_X, Modifier.ControlModifier)
    assert desk.editor("O1").toPlainText() == ""
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert desk.editor("O1").toPlainText() == text


def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_item(desk: WizardDesk) -> None:
    desk.type("Gồm:")
    desk.press(Key.Key_Return)
    desk.type("  - một")
    desk.press(Key.Key_Return)
    desk.type("hai")
    desk.press(Key.Key_Return)
    assert desk.editor("O1").toPlainText() == "Gồm:\n  - một\n  - hai\n  - "
    desk.press(Key.Key_Return)
    desk.type("Hết")
    assert desk.editor("O1").toPlainText() == "Gồm:\n  - một\n  - hai\nHết"
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == "Gồm:\n  - một\n  - hai\nHết"


def test_enter_splits_an_item_and_leaves_other_lines_alone(desk: WizardDesk) -> None:
    editor = desk.editor("O1")
    editor.setPlainText("- một hai")
    cursor = editor.textCursor()
    cursor.setPosition(6)
    editor.setTextCursor(cursor)
    desk.press(Key.Key_Return)
    assert editor.toPlainText() == "- một \n- hai"
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    desk.press(Key.Key_Return)
    assert editor.toPlainText().startswith("\n- một")
    editor.setPlainText("-không phải mục")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    desk.press(Key.Key_Return)
    assert editor.toPlainText() == "-không phải mục\n"


def test_a_word_that_is_being_composed_keeps_its_enter(desk: WizardDesk) -> None:
    desk.type("- mục")
    editor = desk.editor("O1")
    QApplication.sendEvent(editor, QInputMethodEvent("tiê", []))
    desk.press(Key.Key_Return)
    assert "\n- " not in editor.toPlainText()


def test_no_text_is_checked_or_guessed_as_english(desk: WizardDesk) -> None:
    editor = desk.editor("O1")
    assert editor.document().findChildren(QSyntaxHighlighter) == [] and editor.extraSelections() == []
    assert editor.inputMethodHints() == Qt.InputMethodHint.ImhMultiLine
