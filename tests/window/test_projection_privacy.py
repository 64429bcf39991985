"""The room sees what is meant for it: no note, person, problem, comment, hidden idea, toast, dialog or menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu

from models.editing import comments, measures, workshops
from models.editing.measures import MeasureFields
from models.editing.workshops import AgendaEntry
from models.errors import UserError
from tests.window.projection_desk import K, ProjectionDesk
from views.main_window import MainWindow
from views.projection.showing.stage import CELL, HEAT, MATRIX

SECRETS = (
    "ghi chú cho riêng người điều hành",
    "Phạm Thị Người Phụ Trách",
    "góp ý nội bộ chưa giải quyết",
    "ý kiến viết kín",
    "Người Viết Kín",
    "ý kiến bị loại",
    "lý do riêng",
    "thẩm quyền nháp",
    "trách nhiệm nháp",
)


@pytest.fixture
def room(window: MainWindow) -> ProjectionDesk:
    """SOI5 projected, with a secret of every kind at the cell that is shown."""
    made = ProjectionDesk(window)
    workbench, initiative = made.context.workbench, made.initiative()
    one = made.measures((7, 4))[0]
    fields = MeasureFields(
        person=SECRETS[1], authority=SECRETS[7], responsibility=SECRETS[8], funding=SECRETS[6], product=SECRETS[0]
    )
    workbench.edit("measure.change", measures.change, one.id, fields)
    workbench.edit("comment.add", comments.add, initiative, "O1", SECRETS[2])
    held = str(workbench.edit("workshop.open", workshops.open_workshop, "Buổi thử", "Người Điều Hành Riêng").result)
    agenda = [AgendaEntry(initiative, 7, 4, 10, SECRETS[0])]
    workbench.edit("workshop.agenda", workshops.set_agenda, held, agenda)
    stop = (initiative, 7, 4)
    workbench.edit("workshop.propose", workshops.propose, held, *stop, SECRETS[3], SECRETS[4], is_silent=True)
    refused = str(workbench.edit("workshop.propose", workshops.propose, held, *stop, SECRETS[5]).result)
    workbench.edit("workshop.reject", workshops.reject, refused, SECRETS[6])
    workbench.edit("workshop.decide", workshops.decide, held, *stop, "quyết định công khai", SECRETS[6])
    made.project()
    return made


@pytest.mark.parametrize("mode", [MATRIX, CELL, HEAT])
def test_nothing_private_is_in_the_picture(room: ProjectionDesk, mode: str) -> None:
    stage = room.window.projection.showing.stage
    stage.turn_to(mode)
    for page in range(3):
        stage.turn_page(page)
        shown = room.words()
        assert not [secret for secret in SECRETS if secret in shown]
        assert "Riêng" not in shown
    assert "chưa công bố" in room.words() or mode != CELL


def test_what_is_said_to_who_cannot_see_is_not_private_either(room: ProjectionDesk) -> None:
    said = room.audience.accessibleName() + room.audience.accessibleDescription() + room.audience.windowTitle()
    assert not [secret for secret in SECRETS if secret in said]


def test_notes_and_problems_of_the_window_stay_in_the_window(room: ProjectionDesk) -> None:
    before = room.audience.grab().toImage()
    room.context.herald.note("đã ghi một việc riêng", with_undo=True)
    room.context.herald.trouble("một lỗi riêng")
    QApplication.processEvents()
    words = [label.text() for label in room.audience.findChildren(QLabel) if label.isVisible()]
    assert words == []
    assert room.audience.grab().toImage() == before


def test_the_room_gets_no_menu_no_tool_tip_and_no_dialog(room: ProjectionDesk) -> None:
    point = QPoint(300, 300)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, room.audience.mapToGlobal(point))
    QApplication.sendEvent(room.audience, event)
    assert not room.audience.findChildren(QMenu)
    assert not room.audience.findChildren(QDialog)
    assert QApplication.activePopupWidget() is None
    assert room.audience.toolTip() == ""
    assert room.audience.cursor().shape() is Qt.CursorShape.BlankCursor


def test_no_letter_of_a_silent_idea_is_seen_while_it_is_typed(room: ProjectionDesk) -> None:
    room.key(K.Key_Return, K.Key_S, K.Key_N)
    room.audience.setFocus()
    for field in (room.audience.capture.text, room.audience.capture.second):
        pictures = []
        for words in ("WWWW", "kín"):
            field.setText(words)
            pictures.append(field.grab().toImage())
        assert pictures[0] == pictures[1]
    assert room.audience.capture.second.completer() is None
    room.key(K.Key_S)
    assert room.audience.capture.second.completer() is not None


def test_a_refusal_is_said_in_the_window_and_not_to_the_room(room: ProjectionDesk) -> None:
    room.key(K.Key_Return)
    before = room.seen()
    room.key(K.Key_A)
    assert room.seen() == before
    assert room.window.toast.sentence.text().startswith("Chưa chọn ý kiến nào")


def test_the_line_in_the_room_has_no_menu(room: ProjectionDesk) -> None:
    room.key(K.Key_Return, K.Key_N)
    for field in (room.audience.capture.text, room.audience.capture.second):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(field, event)
        assert QApplication.activePopupWidget() is None


def test_an_input_method_does_not_set_off_the_letters_of_a_silent_idea(room: ProjectionDesk) -> None:
    room.key(K.Key_Return, K.Key_S, K.Key_N)
    field = room.audience.capture.text
    underlined = QTextCharFormat()
    underlined.setForeground(QColor("red"))
    underlined.setFontUnderline(True)
    attribute = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, 4, underlined)
    QApplication.sendEvent(field, QInputMethodEvent("WWWW", [attribute]))
    image = field.grab().toImage()
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert QColor("red").rgb() not in seen
    committed = QInputMethodEvent("", [])
    committed.setCommitString("kín")
    QApplication.sendEvent(field, committed)
    assert field.text() == "kín"


def test_why_words_are_not_kept_is_said_in_the_window_alone(
    room: ProjectionDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise UserError("file.no_folder", path="/home/riêng")

    room.key(K.Key_Return, K.Key_N)
    monkeypatch.setattr(room.context.workbench, "edit", refuse)
    line = room.audience.capture
    line.text.setText("một ý")
    room.key(K.Key_Return, widget=line.text)
    assert line.said.text() == "Chưa ghi được. Lý do ở cửa sổ chính."
    assert "/home/riêng" in room.window.toast.sentence.text()
    assert line.text.text() == "một ý"
