"""The talk about an answer: comments added, settled, changed, removed, in closed cycles too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from models.editing import comments, cycles
from models.plan import Comment
from models.reading import comments as reading
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow

HOSTILE = "<img src='file:///etc/passwd'> <b>R&D</b> =1+1 ‮ngược"


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    """O1 of SOI5, its talk open by the foot's link."""
    desk = WizardDesk(window)
    desk.click("sot.talk.O1")
    return desk


def said(desk: WizardDesk, question: str = "O1") -> tuple[Comment, ...]:
    return desk.workbench.read(reading.of_initiative, desk.initiative("SOI5")).get(question, ())


def box(desk: WizardDesk) -> QPlainTextEdit:
    """The line for another comment."""
    found = desk.find(QPlainTextEdit, "sot.comment.O1")
    assert isinstance(found, QPlainTextEdit)
    return found


def comment(desk: WizardDesk, text: str) -> None:
    box(desk).setFocus()
    desk.type(text)
    desk.press(Key.Key_Return, Modifier.ControlModifier)


def shown(desk: WizardDesk) -> list[str]:
    talk = desk.page.middle.cards["O1"].talk
    return [item.text.text() for item in talk._items.values() if item.isVisible()]


def test_a_comment_is_typed_and_handed_in_by_keys(desk: WizardDesk) -> None:
    assert QApplication.focusWidget() is box(desk)
    answer, steps = desk.text("SOI5.O1"), desk.workbench.plan.undoable
    comment(desk, "Nêu rõ nguồn số liệu")
    assert [one.text for one in said(desk)] == ["Nêu rõ nguồn số liệu"] == shown(desk)
    assert said(desk)[0].author == desk.workbench.plan.author
    assert box(desk).toPlainText() == ""
    assert QApplication.focusWidget() is box(desk)
    assert "1" in desk.button("sot.talk.O1").text()
    assert desk.workbench.plan.undoable == steps + 1 and desk.text("SOI5.O1") == answer
    desk.undo()
    assert said(desk) == () and shown(desk) == []


def test_an_empty_comment_is_none(desk: WizardDesk) -> None:
    comment(desk, "   ")
    assert said(desk) == ()


def test_user_text_is_shown_literally(desk: WizardDesk) -> None:
    comment(desk, HOSTILE)
    label = desk.page.middle.cards["O1"].talk._items[said(desk)[0].id].text
    assert isinstance(label, QLabel)
    assert label.text() == HOSTILE == said(desk)[0].text and label.textFormat() is Qt.TextFormat.PlainText


def test_a_settled_comment_is_folded_away_and_can_be_reopened(desk: WizardDesk) -> None:
    comment(desk, "Việc này xong")
    one = said(desk)[0]
    desk.click(f"comment.settle.{one.id}")
    assert said(desk)[0].resolved and said(desk)[0].resolver == desk.workbench.plan.author
    assert shown(desk) == [] and "1" not in desk.button("sot.talk.O1").text()
    desk.click("sot.settled.O1")
    assert shown(desk) == ["Việc này xong"]
    desk.click(f"comment.settle.{one.id}")
    assert said(desk)[0].resolved is None and "1" in desk.button("sot.talk.O1").text()


def test_ones_own_comment_is_changed_in_place(desk: WizardDesk) -> None:
    comment(desk, "Bản đầu")
    one = said(desk)[0]
    desk.click(f"comment.change.{one.id}")
    desk.type(" đã sửa")
    desk.press(Key.Key_Return, Modifier.ControlModifier)
    assert said(desk)[0].text == "Bản đầu đã sửa" and shown(desk) == ["Bản đầu đã sửa"]
    desk.click(f"comment.change.{one.id}")
    desk.type(" bỏ")
    desk.press(Key.Key_Escape)
    assert said(desk)[0].text == "Bản đầu đã sửa" and shown(desk) == ["Bản đầu đã sửa"]


def test_a_change_to_a_comment_that_moved_on_meanwhile_is_refused_and_stays_in_the_editor(desk: WizardDesk) -> None:
    comment(desk, "Bản đầu")
    one = said(desk)[0]
    desk.click(f"comment.change.{one.id}")
    desk.type(" của tôi")
    desk.workbench.plan.edit("comment.change", comments.change, one.id, "Của người khác")
    desk.press(Key.Key_Return, Modifier.ControlModifier)
    talk = desk.page.middle.cards["O1"].talk
    assert said(desk)[0].text == "Của người khác" and talk.error.isVisible()
    assert talk._items[one.id].editor.toPlainText() == "Bản đầu của tôi"


def test_somebody_elses_comment_can_be_answered_but_not_rewritten(desk: WizardDesk) -> None:
    desk.workbench.plan._author = "Người khác"
    desk.workbench.edit("comment.add", comments.add, desk.initiative("SOI5"), "O1", "Của người khác")
    desk.workbench.plan._author = "Tôi"
    desk.settle()
    desk.page.retranslate()
    assert desk.button(f"comment.change.{said(desk)[0].id}").isHidden()


def test_a_removed_comment_comes_back_by_undo(desk: WizardDesk) -> None:
    comment(desk, "Xóa nhầm")
    desk.click(f"comment.remove.{said(desk)[0].id}")
    assert said(desk) == () and shown(desk) == []
    assert desk.window.toast.isVisible() and desk.window.toast.undo.isVisible()
    desk.undo()
    assert shown(desk) == ["Xóa nhầm"]


def test_a_comment_that_is_not_handed_in_is_still_there_after_going_away(desk: WizardDesk) -> None:
    desk.type("nửa chừng")
    desk.go("sot", "SOI6.O1")
    assert box(desk).toPlainText() == ""
    desk.go("sot", "SOI5.O1")
    assert box(desk).toPlainText() == "nửa chừng" and said(desk) == ()


def test_a_closed_cycle_is_commented_on_too(desk: WizardDesk) -> None:
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI5"))
    comment(desk, "Nên mở vòng hai")
    assert [one.text for one in said(desk)] == ["Nên mở vòng hai"] and desk.editor("O1").isReadOnly()


def test_escape_folds_the_talk_and_the_keys_go_back_to_the_answer(desk: WizardDesk) -> None:
    desk.press(Key.Key_Escape)
    assert not desk.page.middle.cards["O1"].talk.isVisible()
    assert QApplication.focusWidget() is desk.editor("O1")


def test_words_are_switched_live_and_what_is_typed_stays(desk: WizardDesk) -> None:
    comment(desk, "một")
    desk.type("hai")
    desk.window.actions_by_name["language"].trigger()
    desk.settle()
    assert desk.button("sot.comment.send.O1").text() == "Send"
    assert desk.button(f"comment.settle.{said(desk)[0].id}").text() == "Settled"
    assert box(desk).toPlainText() == "hai"
    QTest.mouseClick(desk.button("sot.comment.send.O1"), Qt.MouseButton.LeftButton)
    assert [one.text for one in said(desk)] == ["một", "hai"]
