"""Where the planner goes on: the same question in the next initiative, and the cursor where it stood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from main import build_window
from models.editing import initiatives as writing
from models.reading import initiatives
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow

BOTH = Modifier.ControlModifier | Modifier.AltModifier


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    return WizardDesk(window)


@pytest.fixture
def reopened(plan_file: Path, qtbot: QtBot) -> Iterator[WizardDesk]:
    """A second run of the program on the same plan, made when it is asked for."""
    made = build_window(plan_file)
    assert isinstance(made, MainWindow)
    qtbot.addWidget(made)
    yield WizardDesk(made, "")
    made.close()


def caret(desk: WizardDesk, code: str) -> int:
    return desk.editor(code).textCursor().position()


def put_caret(desk: WizardDesk, code: str, place: int) -> None:
    """Put the cursor to a place by the keyboard, as a person does."""
    editor = desk.editor(code)
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_Home, Modifier.ControlModifier)
    for _ in range(place):
        QTest.keyClick(editor, Key.Key_Right)
    assert editor.textCursor().position() == place


def test_one_question_is_answered_for_all_twelve_in_a_row_by_the_keyboard_alone(desk: WizardDesk) -> None:
    desk.go("sot", "SOI1.O1")
    codes = list(desk.workbench.read(initiatives.codes).values())
    assert len(codes) == 12
    for number, code in enumerate(codes):
        assert desk.page._desk.initiative.code == code
        assert QApplication.focusWidget() is desk.editor("O1")
        desk.type(f" Lượt {number}.")
        desk.press(Key.Key_PageDown, BOTH)
    desk.wait_for_commit()
    assert [desk.text(f"{code}.O1").endswith(f" Lượt {number}.") for number, code in enumerate(codes)] == [True] * 12
    assert desk.page._desk.initiative.code == codes[-1], "there is nothing after the last one"
    desk.press(Key.Key_PageUp, BOTH)
    assert desk.page._desk.initiative.code == codes[-2] and QApplication.focusWidget() is desk.editor("O1")


def test_the_buttons_beside_the_code_go_to_the_initiatives_before_and_after(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.W2")
    desk.click("sot.initiative.after")
    assert desk.page._desk.initiative.code == "SOI6" and desk.page.middle.active.code == "W2"
    desk.click("sot.initiative.before")
    assert desk.page._desk.initiative.code == "SOI5"
    assert QApplication.focusWidget() is desk.editor("W2")
    desk.go("sot", "SOI1")
    assert not desk.button("sot.initiative.before").isEnabled()
    assert desk.button("sot.initiative.after").isEnabled()


def test_going_back_leads_to_the_initiative_before_at_its_question(desk: WizardDesk) -> None:
    desk.press(Key.Key_PageDown, BOTH)
    desk.press(Key.Key_Left, Modifier.AltModifier)
    assert desk.page._desk.initiative.code == "SOI5" and desk.page.middle.active.code == "O1"


def test_the_order_of_the_plan_is_followed_without_those_put_away(desk: WizardDesk) -> None:
    desk.workbench.edit("initiative.archive", writing.archive, desk.initiative("SOI6"))
    desk.press(Key.Key_PageDown, BOTH)
    assert desk.page._desk.initiative.code == "SOI7"
    desk.workbench.edit("initiative.move", writing.move, desk.initiative("SOI7"), 0)
    assert not desk.button("sot.initiative.before").isEnabled()


def test_a_fresh_answer_is_entered_behind_its_last_word(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.S2")
    assert caret(desk, "S2") == len(desk.text("SOI5.S2"))


def test_each_initiative_remembers_its_own_place_in_each_text(desk: WizardDesk) -> None:
    put_caret(desk, "O1", 7)
    desk.press(Key.Key_PageDown, BOTH)
    put_caret(desk, "O1", 3)
    put_caret(desk, "O2", 5)
    desk.go("sot", "SOI5")
    assert desk.page.middle.active.code == "O1" and caret(desk, "O1") == 7
    assert QApplication.focusWidget() is desk.editor("O1")
    desk.go("sot", "SOI6")
    assert desk.page.middle.active.code == "O2" and caret(desk, "O2") == 5
    assert caret(desk, "O1") == 3


def test_the_place_is_found_again_after_the_program_was_closed(
    desk: WizardDesk, request: pytest.FixtureRequest
) -> None:
    desk.go("sot", "SOI7.A2")
    put_caret(desk, "A2", 11)
    desk.window.close()
    again: WizardDesk = request.getfixturevalue("reopened")
    assert again.page._desk.initiative.code == "SOI7"
    assert again.page.middle.active.code == "A2" and caret(again, "A2") == 11


def test_a_place_behind_the_end_of_a_text_that_became_shorter_is_its_end(desk: WizardDesk) -> None:
    put_caret(desk, "O1", 40)
    desk.page.commit()
    desk.go("sot", "SOI6")
    desk.change_elsewhere("SOI5.O1", "Ngắn")
    desk.go("sot", "SOI5")
    assert caret(desk, "O1") == 4


@pytest.mark.parametrize("kept", ["O1 O1:x", "ZZ ZZ:4", "O1 O1:99999999999999", ":::: ", "O1 O1:-3"])
def test_a_damaged_place_in_the_settings_does_no_harm(desk: WizardDesk, kept: str) -> None:
    desk.go("sot", "SOI6")
    context = desk.window.context
    context.settings.set_text(f"sot/{context.workbench.path}/{desk.initiative('SOI5')}", kept)
    desk.go("sot", "SOI5")
    assert desk.page.middle.active.code == "O1"
    assert caret(desk, "O1") == len(desk.text("SOI5.O1"))


def test_typing_does_not_touch_the_settings_at_each_key(desk: WizardDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    settings = desk.window.context.settings
    monkeypatch.setattr(settings, "set_text", lambda key, value: written.append(key))
    desk.type(" mười phím liền")
    assert written == []
    QTest.qWait(1000)
    assert [key for key in written if key.startswith("sot/")] != []


def test_the_rail_has_a_ring_of_four_parts_for_each_step(desk: WizardDesk) -> None:
    desk.choose_status("O2", "draft")
    assert list(desk.page.rail.steps["O"].parts) == [True, False, True, True]
    desk.choose_status("O2", "done")
    desk.choose_status("O", "draft")
    assert list(desk.page.rail.steps["O"].parts) == [True, True, True, False]
    say = desk.window.context.language.say
    assert desk.page.rail.steps["O"].accessibleName().endswith(say("sot.not_concluded", total=3))
    desk.undo()
    assert all(desk.page.rail.steps["O"].parts)
    assert desk.page.rail.steps["O"].accessibleName().endswith(say("sot.all_done", total=3))


def test_f1_opens_the_chapter_of_the_page_and_else_the_first_one(
    desk: WizardDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from views import files

    opened: list[str] = []
    monkeypatch.setattr(files, "GUIDE", tmp_path)
    monkeypatch.setattr(files.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    (tmp_path / "wizard").mkdir()
    (tmp_path / "wizard" / "vi.md").write_text("# Trợ giúp", encoding="utf-8")
    for page in ("sot", "overview"):
        desk.go(page)
        desk.press(Qt.Key.Key_F1)
    assert opened == [str(tmp_path / "wizard" / "vi.md"), str(tmp_path / "start" / "vi.md")]
