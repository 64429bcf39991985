"""What stands beneath an answer: stakeholders, where its words went, quiet notes, and a foot that stays calm."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.editing import answers, comments, cycles, measures
from models.plan import AnswerStatus
from models.reading import stakeholders
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.main_window import MainWindow

HOSTILE = "Hội <b>R&D</b> =1+1"


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    """O2 of SOI5, which names nobody yet."""
    desk = WizardDesk(window, "SOI5.O2")
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O2", stakeholders=[])
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI6"), "O2", stakeholders=["Hộ nông dân"])
    desk.settle()
    return desk


def name(desk: WizardDesk, text: str) -> None:
    chips = desk.page.middle.cards["O2"].named.chips
    chips.adder.setFocus()
    desk.type(text)
    desk.press(Key.Key_Return)


def test_only_questions_that_name_stakeholders_ask_for_them(desk: WizardDesk) -> None:
    QTest.qWait(50)
    asked = {code for code, card in desk.page.middle.cards.items() if card.named is not None}
    assert asked == {"O2", "S2", "A1", "A2", "A3", "C2"}


def test_a_stakeholder_is_made_or_picked_from_the_plans_one_list_without_accents(desk: WizardDesk) -> None:
    name(desk, HOSTILE)
    assert desk.answer("SOI5.O2").stakeholders == (HOSTILE,)
    name(desk, "ho nong dan")
    assert desk.answer("SOI5.O2").stakeholders == (HOSTILE, "Hộ nông dân")
    assert desk.page.middle.cards["O2"].named.chips.names == (HOSTILE, "Hộ nông dân")
    assert list(desk.workbench.read(stakeholders.every)).count("Hộ nông dân") == 1
    desk.undo()
    assert desk.answer("SOI5.O2").stakeholders == (HOSTILE,) == desk.page.middle.cards["O2"].named.chips.names


def test_delete_takes_a_stakeholder_off_and_the_words_stay(desk: WizardDesk) -> None:
    name(desk, "Hiệp hội")
    text = desk.text("SOI5.O2")
    chip = desk.page.middle.cards["O2"].named.chips._chips[0]
    chip.name.setFocus()
    desk.press(Key.Key_Delete)
    assert desk.answer("SOI5.O2").stakeholders == () and desk.text("SOI5.O2") == text


def test_the_stakeholders_of_a_closed_cycle_are_read(desk: WizardDesk) -> None:
    name(desk, HOSTILE)
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI5"))
    desk.settle()
    line = desk.page.middle.cards["O2"].named
    assert not line.chips.isVisible() and line.read.isVisible()
    assert line.read.text() == HOSTILE and line.read.textFormat() is Qt.TextFormat.PlainText


def test_the_card_shows_where_its_words_went_and_leads_there(desk: WizardDesk) -> None:
    here = desk.initiative("SOI5")
    fields = measures.MeasureFields(text="Đo <b>chung</b>", origin=("O2",))
    made = desk.workbench.edit("measure.add", measures.add, here, 3, 2, fields).result
    desk.settle()
    placed = desk.page.middle.cards["O2"].placed
    chips = [chip for chip in placed.chips if chip.isVisible()]
    chip = next(chip for chip in chips if chip.text() == "→ KFA3·KF2")
    assert "Đo <b>chung</b>" in chip.accessibleName() and chip.icon().isNull()
    desk.workbench.edit("answer.write", answers.write, here, "O2", "Nói khác hẳn")
    desk.settle()
    assert not chip.icon().isNull()
    assert chip.accessibleName() == desk.window.context.language.say(
        "card.placed_review", cell="KFA3·KF2", text="Đo <b>chung</b>"
    )
    gone: list[tuple[str, str]] = []
    desk.window.context.navigator.requested.connect(lambda page, place: gone.append((page, place)))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert gone == [("matrix", f"SOI5.KFA3.KF2#{made}")]


def test_the_foot_asks_to_place_words(desk: WizardDesk) -> None:
    asked: list[object] = []
    card = desk.page.middle.cards["O2"]
    card.place_wanted.connect(asked.append)
    desk.click("sot.place.O2")
    assert asked == [card]


def test_a_card_that_is_not_worked_on_shows_only_what_there_is(desk: WizardDesk) -> None:
    desk.go("sot", "SOI5.O1")
    faint = [desk.button(f"sot.{link}.O3") for link in ("talk", "place", "help")]
    height = desk.page.middle.cards["O3"].foot.height()
    assert all(link.property("faint") for link in faint) and not desk.button("sot.cite.O3").property("faint")
    desk.editor("O3").setFocus()
    desk.settle()
    assert not any(link.property("faint") for link in faint)
    assert desk.page.middle.cards["O3"].foot.height() == height
    desk.editor("O1").setFocus()
    desk.workbench.edit("comment.add", comments.add, desk.initiative("SOI5"), "O3", "Một ý")
    desk.settle()
    assert [bool(link.property("faint")) for link in faint] == [False, True, True]


def test_every_link_of_the_card_at_hand_is_reached_by_tab(desk: WizardDesk) -> None:
    desk.editor("O2").setFocus()
    reached = []
    for _ in range(12):
        desk.press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            reached.append(focused.objectName())
    order = [link for link in reached if link.endswith(".O2") and link.startswith("sot.")]
    assert order[0] == "sot.cite.O2"
    assert [link for link in order if link in ("sot.talk.O2", "sot.place.O2", "sot.help.O2")] == [
        "sot.talk.O2",
        "sot.place.O2",
        "sot.help.O2",
    ]


def test_notes_come_quietly_when_the_hands_rest(desk: WizardDesk, qtbot: QtBot) -> None:
    say = desk.window.context.language.say
    desk.workbench.edit("answer.write", answers.write, desk.initiative("SOI5"), "O2", cites=[])
    desk.go("sot", "SOI5.O2")
    card, steps = desk.page.middle.cards["O2"], desk.workbench.plan.undoable
    desk.editor("O2").setFocus()
    desk.press(Key.Key_A, Modifier.ControlModifier)
    desk.editor("O2").insertPlainText(desk.text("SOI6.O2"))
    qtbot.waitUntil(lambda: say("card.note_copied", initiative="SOI6") in card.notes.text())
    assert say("card.note_uncited") in card.notes.text() and card.notes.isVisible()
    assert desk.answer("SOI5.O2").status is AnswerStatus.DONE and desk.workbench.plan.undoable <= steps + 1
    desk.press(Key.Key_A, Modifier.ControlModifier)
    desk.press(Key.Key_Delete)
    desk.type("Lời của chính mình")
    qtbot.waitUntil(lambda: card.notes.text() == say("card.note_uncited"))
    desk.window.actions_by_name["language"].trigger()
    desk.settle()
    assert card.notes.text() == "Cites no clause yet"
    desk.editor("O3").setFocus()
    assert not card.notes.isVisible()


def test_a_locked_answer_is_walked_and_selected_by_keys(desk: WizardDesk) -> None:
    desk.workbench.edit("cycle.close", cycles.close, desk.initiative("SOI5"))
    desk.settle()
    editor = desk.editor("O2")
    editor.setFocus()
    desk.press(Key.Key_Home, Modifier.ControlModifier)
    desk.press(Key.Key_End, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert editor.isReadOnly() and editor.textCursor().selectedText().replace("\u2029", "\n") == desk.text("SOI5.O2")
