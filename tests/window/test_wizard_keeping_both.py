"""Two texts for one answer: where they differ is marked, and both can be kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.cli.program import main as command_line
from models.editing import answers
from tests.window.wizard_desk import WizardDesk
from views.main_window import MainWindow

THEIRS = "Của <b>người khác</b>"


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    """O1 of SOI5 says “Của tôi”, with a word that is not kept yet; somebody else has written it meanwhile."""
    desk = WizardDesk(window)
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "Của tôi")
    desk.settle()
    desk.type(" đây")
    desk.change_elsewhere("SOI5.O1", THEIRS)
    desk.page.commit()
    desk.workbench.settle()
    desk.settle()
    return desk


def test_the_words_that_differ_are_marked_in_both_texts(desk: WizardDesk) -> None:
    card = desk.page.middle.cards["O1"]
    assert card.clash.other.text() == THEIRS
    marked = [passage.cursor.selectedText() for passage in card.editor.extraSelections()]
    assert marked and "Của" not in " ".join(marked) and "tôi" in " ".join(marked)
    assert card.editor.toPlainText() == "Của tôi đây"


def test_both_are_kept_one_beneath_the_other_as_one_step(desk: WizardDesk) -> None:
    steps = desk.workbench.plan.undoable
    desk.click("sot.clash.join.O1")
    desk.workbench.settle()
    assert desk.text("SOI5.O1") == f"Của tôi đây\n{THEIRS}" == desk.editor("O1").toPlainText()
    card = desk.page.middle.cards["O1"]
    assert not card.clash.isVisible() and card.editor.extraSelections() == []
    assert desk.workbench.plan.undoable == steps + 1
    desk.undo()
    assert desk.text("SOI5.O1") == THEIRS == desk.editor("O1").toPlainText()


def test_the_conflict_follows_what_is_written_next_elsewhere(desk: WizardDesk) -> None:
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "Lại khác")
    desk.settle()
    assert desk.page.middle.cards["O1"].clash.other.text() == "Lại khác"
    desk.click("sot.clash.join.O1")
    desk.workbench.settle()
    assert desk.text("SOI5.O1") == "Của tôi đây\nLại khác"


def test_undo_meanwhile_takes_the_other_text_back_and_loses_neither(desk: WizardDesk) -> None:
    desk.undo()
    assert desk.text("SOI5.O1") == "Của tôi"
    card = desk.page.middle.cards["O1"]
    assert card.editor.toPlainText() == "Của tôi đây"
    assert card.clash.isVisible() and card.clash.other.text() == "Của tôi"
    desk.click("sot.clash.keep.O1")
    desk.workbench.settle()
    assert desk.text("SOI5.O1") == "Của tôi đây"


def test_an_empty_text_adds_no_paragraph(desk: WizardDesk) -> None:
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O1", "")
    desk.settle()
    card = desk.page.middle.cards["O1"]
    assert card.clash.none.isVisible() and card.clash.none.text() == desk.window.context.language.say("sot.clash_empty")
    desk.click("sot.clash.join.O1")
    desk.workbench.settle()
    assert desk.text("SOI5.O1") == "Của tôi đây"


def test_words_and_colours_are_switched_live(desk: WizardDesk) -> None:
    desk.window.actions_by_name["language"].trigger()
    desk.window.actions_by_name["theme"].trigger()
    desk.settle()
    card = desk.page.middle.cards["O1"]
    assert card.clash.join.text() == "Keep both" and card.clash.other.text() == THEIRS


def test_a_plan_file_that_changed_underneath_is_not_overwritten_and_the_words_here_stay(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = WizardDesk(window)
    path, other = desk.workbench.path, tmp_path / "kia.soi"
    before = path.read_bytes()
    shutil.copy(path, other)
    assert command_line(["answer", str(other), "SOI5", "O1", "Bản của máy kia"]) == 0
    desk.type(" Của máy này")
    desk.wait_for_commit()
    mine = desk.text("SOI5.O1")
    shutil.copy(other, path)
    with qtbot.waitSignal(desk.workbench.save_failed, timeout=10_000):
        desk.workbench.save_now()
    assert path.read_bytes() == other.read_bytes()
    assert desk.text("SOI5.O1") == mine == desk.editor("O1").toPlainText()
    desk.type(" và viết tiếp")
    desk.wait_for_commit()
    assert desk.text("SOI5.O1") == f"{mine} và viết tiếp"
    path.write_bytes(before)
