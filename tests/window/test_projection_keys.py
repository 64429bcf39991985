"""The keys of the room's window on one screen, where they do all that the console does."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from models.editing import measures
from models.editing.measures import MeasureFields
from models.plan.workshop import ProposalState
from models.reading import workshops
from tests.window.projection_desk import K, ProjectionDesk
from views.main_window import MainWindow
from views.projection.showing.stage import CELL, HEAT, MATRIX


@pytest.fixture
def room(window: MainWindow) -> ProjectionDesk:
    """SOI5 projected on the only screen."""
    made = ProjectionDesk(window)
    made.project()
    return made


def stage_of(room: ProjectionDesk) -> tuple[str, tuple[int, int]]:
    stage = room.window.projection.showing.stage
    return stage.mode, stage.cell


def test_f5_shows_the_cell_that_the_matrix_is_on(room: ProjectionDesk) -> None:
    assert room.audience.objectName() == "projection.window"
    assert room.audience.isFullScreen()
    assert stage_of(room) == (MATRIX, (7, 4))
    assert "SOI 5 · Mở rộng hạ tầng số và kinh tế số"[:20] in room.seen()


def test_the_button_of_the_matrix_projects_too(window: MainWindow) -> None:
    desk = ProjectionDesk(window)
    button = window.findChild(QPushButton, "matrix.project")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.audience.isVisible()


def test_arrows_walk_the_matrix_and_stop_at_its_edge(room: ProjectionDesk) -> None:
    room.key(K.Key_Up, K.Key_Left)
    assert stage_of(room)[1] == (6, 3)
    room.key(*[K.Key_Down] * 9, *[K.Key_Right] * 9)
    assert stage_of(room)[1] == (8, 4)


def test_page_keys_of_a_remote_go_through_the_initiatives(room: ProjectionDesk) -> None:
    room.key(K.Key_PageDown)
    assert "SOI 6 ·" in room.seen()
    room.key(K.Key_PageUp, K.Key_PageUp)
    assert "SOI 4 ·" in room.seen()
    assert room.context.selection.initiative == room.initiative("SOI4")


def test_enter_zooms_the_cell_and_page_keys_go_on_to_the_next_cell(room: ProjectionDesk) -> None:
    room.key(K.Key_Return)
    assert stage_of(room) == (CELL, (7, 4))
    text = room.measures((7, 4))[0].text
    assert text.replace(" ", "") in room.seen().replace("\n", "").replace(" ", "")
    room.key(K.Key_PageDown)
    assert stage_of(room) == (CELL, (8, 1))
    room.key(K.Key_PageUp, K.Key_Escape)
    assert stage_of(room) == (MATRIX, (7, 4))


def test_heat_shows_the_portfolio_with_numbers(room: ProjectionDesk) -> None:
    room.key(K.Key_H)
    assert stage_of(room)[0] == HEAT
    assert {"SOI 1", "SOI 12", "KFA 8"} <= set(room.seen().split("\n"))
    room.key(K.Key_Down, K.Key_Return)
    assert "SOI 6 ·" in room.seen()


def test_b_blanks_and_brings_back(room: ProjectionDesk) -> None:
    room.key(K.Key_B)
    assert not room.scene.items
    room.key(K.Key_Escape)
    assert room.scene.texts
    room.key(K.Key_Period)
    assert not room.scene.items


def test_space_shows_what_did_not_fit_and_then_the_first_page_again(room: ProjectionDesk) -> None:
    first = room.seen()
    assert room.scene.has_more
    room.key(K.Key_Space)
    assert room.seen() != first
    while room.scene.has_more:
        room.key(K.Key_Space)
    room.key(K.Key_Space)
    assert room.seen() == first


def test_esc_leaves_and_the_window_goes_on(room: ProjectionDesk) -> None:
    room.key(K.Key_Escape)
    assert room.window.projection.audience is None
    room.project()
    assert room.audience.isVisible()


def test_what_the_presenter_edits_appears_at_once(room: ProjectionDesk) -> None:
    room.key(K.Key_Return)
    one = room.measures((7, 4))[0]
    room.context.workbench.edit(
        "measure.change", measures.change, one.id, MeasureFields(text="Phủ sóng mọi xã", due=date(2022, 1, 1))
    )
    assert "Phủ sóng mọi xã" in room.seen()
    assert "01/2022" in room.seen()
    room.context.workbench.undo()
    assert "Phủ sóng mọi xã" not in room.seen()


def test_language_and_light_switch_live(room: ProjectionDesk) -> None:
    room.context.language.use("en")
    assert "15 measures" in room.words()
    dark = room.audience.grab().toImage().pixelColor(2, 2)
    room.key(K.Key_I)
    light = room.audience.grab().toImage().pixelColor(2, 2)
    assert dark.lightness() < 40
    assert light.lightness() > 240


def test_n_notes_a_proposal_that_a_makes_a_measure(room: ProjectionDesk) -> None:
    before = len(room.measures((7, 4)))
    room.note("Ưu tiên xã đảo, vùng cao", "Bà Bình")
    assert not room.audience.capture.isVisible()
    assert "Ưu tiên xã đảo, vùng cao — Bà Bình" in room.words()
    room.key(K.Key_A)
    made = room.measures((7, 4))
    assert [one.text for one in made][before:] == ["Ưu tiên xã đảo, vùng cao"]
    assert room.ideas()[0].state is ProposalState.ACCEPTED


def test_ctrl_z_takes_back_what_was_just_accepted(room: ProjectionDesk) -> None:
    before = len(room.measures((7, 4)))
    room.note("nhầm")
    room.key(K.Key_A)
    QTest.keyClick(room.audience, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(room.measures((7, 4))) == before
    assert room.ideas()[0].state is ProposalState.OPEN


def test_p_keeps_for_later_and_x_takes_out_of_sight(room: ProjectionDesk) -> None:
    room.note("một ý")
    room.note("ý khác")
    room.key(K.Key_X)
    room.key(K.Key_Up, K.Key_P)
    assert [one.state for one in room.ideas()] == [ProposalState.PARKED, ProposalState.REJECTED]
    assert "một ý" in room.seen()
    assert "ý khác" not in room.seen()


def test_digits_count_dots_and_two_in_a_row_are_one_number(room: ProjectionDesk) -> None:
    room.note("một ý")
    steps = room.context.workbench.plan.undoable
    room.key(K.Key_1, K.Key_4)
    assert room.ideas()[0].votes == 14
    assert "14 phiếu" in room.seen()
    assert room.context.workbench.plan.undoable == steps + 1


def test_a_silent_round_stays_hidden_until_it_is_revealed(room: ProjectionDesk) -> None:
    room.key(K.Key_Return, K.Key_S)
    room.note("phiếu thứ nhất", "An")
    assert room.audience.capture.isVisible()
    for number in range(4):
        room.audience.capture.text.setText(f"phiếu thêm {number}")
        room.key(K.Key_Return, widget=room.audience.capture.text)
    room.key(K.Key_Escape, widget=room.audience.capture.text)
    assert "5 ý kiến đã ghi, chưa công bố" in room.words()
    assert "phiếu thứ nhất" not in room.seen()
    assert "An" not in room.seen().split()
    room.key(K.Key_R)
    assert "phiếu thứ nhất — An" in room.words()
    assert all(one.is_revealed for one in room.ideas())


def test_d_records_a_decision_with_its_reason(room: ProjectionDesk) -> None:
    room.note("Chốt phương án 2", "ít tốn kém", key=K.Key_D)
    held = room.context.workbench.read(workshops.current)
    assert held is not None
    made = room.context.workbench.read(workshops.decisions, held.id)
    assert [(one.text, one.reason) for one in made] == [("Chốt phương án 2", "ít tốn kém")]
    assert "Quyết định: Chốt phương án 2" in room.words()
    assert "ít tốn kém" not in room.seen()


def test_esc_gives_up_the_line_and_records_nothing(room: ProjectionDesk) -> None:
    room.key(K.Key_N)
    room.audience.capture.text.setText("dở dang")
    room.key(K.Key_Escape, widget=room.audience.capture.text)
    assert not room.audience.capture.isVisible()
    assert room.ideas() == ()
    assert stage_of(room)[0] == CELL


def test_the_timer_runs_and_stands_still(room: ProjectionDesk) -> None:
    room.key(K.Key_T)
    assert "5:00" in room.seen().split("\n")
    assert room.window.projection.showing.countdown.is_running
    room.key(K.Key_T)
    assert not room.window.projection.showing.countdown.is_running


def test_closing_the_plan_ends_the_show(room: ProjectionDesk) -> None:
    room.window.files.close()
    QApplication.processEvents()
    assert room.window.projection.audience is None


def test_digits_for_another_proposal_are_another_number(room: ProjectionDesk) -> None:
    room.key(K.Key_Return)
    room.note("ý một")
    room.note("ý hai")
    room.key(K.Key_Up, K.Key_1, K.Key_Down, K.Key_2)
    assert [one.votes for one in room.ideas()] == [1, 2]


def test_a_rejected_proposal_is_not_brought_back_by_a_key(room: ProjectionDesk) -> None:
    room.key(K.Key_Return)
    room.note("ý bị loại")
    before = len(room.measures((7, 4)))
    room.key(K.Key_X, K.Key_A, K.Key_P)
    assert room.ideas()[0].state is ProposalState.REJECTED
    assert len(room.measures((7, 4))) == before
    room.window.context.workbench.undo()
    room.key(K.Key_A)
    assert room.ideas()[0].state is ProposalState.ACCEPTED


def test_ideas_before_the_first_in_sight_are_counted_to_the_room(room: ProjectionDesk) -> None:
    room.key(K.Key_Return)
    for number in range(12):
        room.note(f"Ý kiến dài về cơ chế dùng chung dữ liệu giữa các bộ, ngành, địa phương, lần {number}")
    assert "lần 11" in room.words()
    assert "lần 0 " not in room.words()
    assert "↑ " in room.words()
