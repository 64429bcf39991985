"""The presenter's console, here alone on one screen: the session, its agenda, notes, attendance, verdicts and votes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.plan import Attendee
from models.plan.workshop import ProposalState, Workshop
from models.reading import workshops
from tests.window.projection_desk import K, ProjectionDesk
from views.export.dialog import ExportDialog
from views.main_window import MainWindow
from views.projection.console.window import Console
from views.projection.showing.stage import CELL, MATRIX


@pytest.fixture
def desk(window: MainWindow) -> ProjectionDesk:
    """The console alone, over SOI5."""
    made = ProjectionDesk(window)
    made.run()
    window.projection.showing.stage.show(made.initiative(), (7, 4))
    return made


@pytest.fixture
def console(desk: ProjectionDesk) -> Console:
    return desk.console


def held_in(desk: ProjectionDesk) -> Workshop | None:
    return desk.context.workbench.read(workshops.current)


def click(console: Console, name: str) -> None:
    QTest.mouseClick(console.findChild(type(console.steps["zoom"]), f"console.{name}"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def open_session(desk: ProjectionDesk) -> None:
    console = desk.console
    console.private.people.setPlainText("Nguyễn Văn An, Bộ KH&CN\n\nTrần Thị Bình")
    console.heading.title.setText("Rà soát hạ tầng")
    console.heading.facilitator.setText("Lê Minh")
    click(console, "session")


def test_shift_f5_opens_the_console_and_shows_the_room_nothing(desk: ProjectionDesk, console: Console) -> None:
    assert console.objectName() == "projection.console"
    assert console.isVisible()
    assert desk.window.projection.audience is None
    assert console.picture.scene.texts


def test_a_session_is_opened_with_title_facilitator_and_attendance(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    held = held_in(desk)
    assert held is not None
    assert (held.title, held.facilitator) == ("Rà soát hạ tầng", "Lê Minh")
    assert held.attendees == (Attendee("Nguyễn Văn An", "Bộ KH&CN"), Attendee("Trần Thị Bình", ""))


def test_words_of_an_open_session_are_changed_in_place(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    console.heading.title.setText("Rà soát lần hai")
    console.heading.title.commit()
    console.private.people.setPlainText("Nguyễn Văn An, Bộ KH&CN\nLê Thị Hoa, UBND xã")
    console.private.commit()
    held = held_in(desk)
    assert held is not None
    assert held.title == "Rà soát lần hai"
    assert [one.name for one in held.attendees] == ["Nguyễn Văn An", "Lê Thị Hoa"]


def test_cells_are_put_on_the_agenda_with_minutes_order_and_notes(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    click(console, "agenda.add")
    desk.key(K.Key_Up, widget=console.picture)
    console.agenda.minutes.setValue(12)
    click(console, "agenda.add")
    console.private.note.setPlainText("hỏi về quỹ")
    console.private.commit()
    click(console, "agenda.up")
    held = held_in(desk)
    assert held is not None
    assert [(one.kfa, one.kf, one.minutes, one.note) for one in held.agenda] == [
        (6, 4, 12, "hỏi về quỹ"),
        (7, 4, 5, ""),
    ]
    console.agenda.minutes.setValue(20)
    held = held_in(desk)
    assert held is not None
    assert held.agenda[0].minutes == 20
    click(console, "agenda.remove")
    held = held_in(desk)
    assert held is not None
    assert [(one.kfa, one.kf) for one in held.agenda] == [(7, 4)]


def test_page_keys_follow_the_agenda_and_give_each_cell_its_time(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    stage, countdown = desk.window.projection.showing.stage, desk.window.projection.showing.countdown
    click(console, "agenda.add")
    stage.show(desk.initiative("SOI2"), (3, 2))
    console.agenda.minutes.setValue(8)
    click(console, "agenda.add")
    desk.key(K.Key_Return, K.Key_PageUp, widget=console.picture)
    assert stage.stop == (desk.initiative(), 7, 4)
    assert countdown.said() == "5:00"
    desk.key(K.Key_T, K.Key_PageDown, widget=console.picture)
    assert stage.stop == (desk.initiative("SOI2"), 3, 2)
    assert stage.mode == CELL
    assert countdown.said() == "8:00"
    assert countdown.is_running
    assert console.private.left.text() == "8:00"


def test_the_lists_lead_to_cells_and_initiatives(desk: ProjectionDesk, console: Console) -> None:
    console.initiatives.setCurrentRow(8)
    QApplication.processEvents()
    assert desk.window.projection.showing.stage.initiative == desk.initiative("SOI9")
    assert "SOI 9" in console.place.text()
    assert desk.context.selection.initiative == desk.initiative("SOI9")


def test_verdicts_votes_and_a_second_thought(desk: ProjectionDesk, console: Console) -> None:
    for text in ("ý một", "ý hai", "ý ba"):
        desk.note(text, "An", where=console.picture)
    desk.key(K.Key_Return, widget=console.picture)
    before = len(desk.measures((7, 4)))
    click(console, "reject")
    desk.key(K.Key_Up, K.Key_5, K.Key_A, widget=console.picture)
    console.ideas.list.setCurrentRow(0)
    click(console, "park")
    states = [one.state for one in desk.ideas()]
    assert states == [ProposalState.PARKED, ProposalState.ACCEPTED, ProposalState.REJECTED]
    assert desk.ideas()[1].votes == 5
    assert len(desk.measures((7, 4))) == before + 1
    console.ideas.list.setCurrentRow(2)
    click(console, "reopen")
    assert desk.ideas()[2].state is ProposalState.OPEN
    shown = [console.ideas.list.item(row).text() for row in range(3)]
    assert shown[0].startswith("○ để lại")
    assert "5 phiếu" in shown[1]


def test_hidden_ideas_are_seen_here_and_revealed_by_r(desk: ProjectionDesk, console: Console) -> None:
    desk.key(K.Key_Return, K.Key_S, widget=console.picture)
    desk.note("ý kín", "An", where=console.picture)
    desk.key(K.Key_Escape, widget=console.capture.text)
    assert console.ideas.list.item(0).text().startswith("… kín · ý kín")
    assert "ý kín" not in " ".join(text.text for text in console.picture.scene.texts)
    desk.key(K.Key_R, widget=console.picture)
    assert "ý kín" in " ".join(text.text for text in console.picture.scene.texts)


def test_letters_in_a_field_are_text_and_no_commands(desk: ProjectionDesk, console: Console) -> None:
    desk.key(K.Key_N, widget=console.picture)
    QTest.keyClicks(console.capture.text, "hlbx")
    QTest.keyClicks(console.private.people, "L")
    assert console.capture.text.text() == "hlbx"
    assert not desk.context.workbench.is_locked
    assert desk.window.projection.showing.stage.mode == MATRIX
    assert not desk.window.projection.showing.stage.is_blank


def test_who_proposes_is_completed_from_those_present(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    completer = console.capture.second.completer()
    assert completer is not None
    completer.setCompletionPrefix("bình")
    assert completer.currentCompletion() == "Trần Thị Bình"


def test_undo_is_the_plans_and_a_refusal_is_said_here(desk: ProjectionDesk, console: Console) -> None:
    desk.note("ý một", where=console.picture)
    QTest.keyClick(console.picture, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert [one.text for one in desk.ideas()] == []
    desk.key(K.Key_L, widget=console.picture)
    QTest.keyClick(console.picture, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "khóa" in console.said.text()


def test_closing_the_session_offers_its_minutes(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    click(console, "session")
    assert held_in(desk) is None
    assert console.heading.buttons["minutes"].isVisible()
    click(console, "minutes")
    dialog = console.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.form.kind.currentData() == "minutes"
    dialog.close()


def test_f5_in_the_console_shows_the_room_the_plan(desk: ProjectionDesk, console: Console) -> None:
    click(console, "project")
    assert desk.audience.isVisible()
    assert not console.isVisible()
    assert desk.scene.texts


def test_language_and_theme_switch_live(desk: ProjectionDesk, console: Console) -> None:
    desk.context.language.use("en")
    assert console.heading.buttons["session"].text() == "Open the workshop"
    assert console.ideas.buttons["accept"].text() == "Accept (A)"
    desk.context.themes.use("dark")
    assert console.grab().toImage().pixelColor(5, 300).lightness() < 60


def test_closing_the_console_ends_the_show(desk: ProjectionDesk, console: Console) -> None:
    console.private.people.setPlainText("Ai đó")
    console.close()
    assert desk.window.projection.console is None
    assert not desk.window.projection.showing.is_on


def test_the_time_box_follows_the_agenda_and_keeps_what_is_used(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    countdown = desk.window.projection.showing.countdown
    console.agenda.minutes.setValue(12)
    click(console, "agenda.add")
    desk.key(K.Key_T, widget=console.picture)
    assert countdown.said() == "12:00"
    console.agenda.minutes.setValue(20)
    assert countdown.is_running
    assert 19 * 60 < countdown.left < 20 * 60


def test_nothing_covers_another_thing_on_a_small_screen(desk: ProjectionDesk, console: Console) -> None:
    open_session(desk)
    session = desk.window.projection.session
    for number in range(6):
        session.propose(f"Đề xuất về cơ chế thử nghiệm có kiểm soát cho dữ liệu dùng chung {number}", "Trần Văn An")
        session.decide("Giao Bộ KH&CN chủ trì " * 8, "vì có thẩm quyền " * 9)
    console.showNormal()
    console.resize(1280, 720)
    QApplication.processEvents()
    assert (console.width(), console.height()) == (1280, 720)
    parts = [console.picture, *console.steps.values(), console.place, console.capture, console.ideas]
    boxes = [part.geometry() for part in parts]
    assert not [one for number, one in enumerate(boxes) if any(one.intersects(two) for two in boxes[:number])]
    decisions = console.ideas.decisions
    assert decisions.height() >= decisions.heightForWidth(decisions.width())
    assert decisions.text().startswith("↑ 4")
