"""The head of an initiative: title, bodies, owner, status, its place in the plan, a new one, those put away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from models.editing import initiatives as writing
from models.method import Bilingual
from models.plan import Initiative, InitiativeStatus
from models.reading import initiatives
from tests.window.wizard_desk import Key, Modifier, WizardDesk
from views.forms.fields import OptionField
from views.main_window import MainWindow

HOSTILE = ("<b>đậm</b> & <a href='x'>", "=1+1", "R&D", "\u202engược")


@pytest.fixture
def desk(window: MainWindow) -> WizardDesk:
    made = WizardDesk(window)
    made.click("sot.heading")
    return made


def one(desk: WizardDesk, code: str = "SOI5") -> Initiative:
    return next(found for found in desk.workbench.read(initiatives.every) if found.code == code)


def codes(desk: WizardDesk) -> list[str]:
    return list(desk.workbench.read(initiatives.codes).values())


def field(desk: WizardDesk, key: str) -> QPlainTextEdit:
    found = desk.find(QPlainTextEdit, f"sot.heading.{key}")
    assert isinstance(found, QPlainTextEdit)
    return found


def write(desk: WizardDesk, key: str, text: str) -> None:
    """Type over a field and go on to the next, as a person does."""
    editor = field(desk, key)
    editor.setFocus()
    editor.selectAll()
    editor.insertPlainText(text)
    QTest.keyClick(editor, Key.Key_Tab)
    desk.settle()


def choose(desk: WizardDesk, status: InitiativeStatus) -> None:
    option = desk.find(OptionField, "sot.heading.status")
    assert isinstance(option, OptionField)
    option.setFocus()
    place = option.findData(status.value)
    while option.currentIndex() != place:
        desk.press(Key.Key_Down if option.currentIndex() < place else Key.Key_Up)


def test_it_opens_from_the_title_beside_the_questions_and_closes_by_esc(desk: WizardDesk) -> None:
    assert desk.page.heading.isVisible() and not desk.page.panel.isVisible()
    assert desk.editor("O1").isVisible(), "the answers stay in sight"
    assert QApplication.focusWidget() is field(desk, "title_vi")
    desk.press(Key.Key_Escape)
    assert not desk.page.heading.isVisible() and desk.page.panel.isVisible()
    assert QApplication.focusWidget() is desk.editor("O1")
    desk.press(Key.Key_I, Modifier.ControlModifier)
    assert desk.page.heading.isVisible()


@pytest.mark.parametrize("text", HOSTILE)
def test_both_titles_are_written_each_as_a_step_and_undone(desk: WizardDesk, text: str) -> None:
    before = one(desk).title
    write(desk, "title_vi", text)
    write(desk, "title_en", f"{text} (en)")
    assert one(desk).title == Bilingual(text, f"{text} (en)")
    assert desk.page.rail.title.text() == text
    desk.undo()
    desk.undo()
    assert one(desk).title == before == Bilingual(field(desk, "title_vi").toPlainText(), before.en)


def test_a_title_of_several_lines_is_kept_on_one(desk: WizardDesk) -> None:
    write(desk, "title_vi", "Dòng một\n  dòng hai")
    assert one(desk).title.vi == "Dòng một dòng hai" == field(desk, "title_vi").toPlainText()


def test_an_empty_title_is_refused_beside_the_field(desk: WizardDesk) -> None:
    before = one(desk).title
    write(desk, "title_vi", "")
    error = desk.page.heading.form.fields["title_vi"].error
    assert error.isVisible() and error.text() == desk.window.context.language.say("initiative.no_title")
    assert one(desk).title == before


def test_lead_support_and_owner_are_written(desk: WizardDesk) -> None:
    write(desk, "lead", "Bộ Tài chính")
    write(desk, "support", "BCA; Bộ Công Thương")
    write(desk, "owner", "Nguyễn Thị Bình")
    found = one(desk)
    assert (found.lead, found.support, found.owner) == ("BTC", ("BCA", "BCT"), "Nguyễn Thị Bình")
    assert "Bộ Tài chính" in desk.page.rail.state.text()
    for _ in range(3):
        desk.undo()
    assert one(desk).lead == "BKHCN"


def test_a_body_that_is_none_is_refused_beside_the_field(desk: WizardDesk) -> None:
    write(desk, "lead", "Bộ Không Có")
    error = desk.page.heading.form.fields["lead"].error
    assert error.isVisible() and "Bộ Không Có" in error.text()
    assert one(desk).lead == "BKHCN"


@pytest.mark.parametrize(("missing", "sentence"), [("lead", "initiative.no_lead"), ("owner", "initiative.no_owner")])
def test_approval_needs_a_lead_and_an_owner_and_says_so_beside_the_status(
    desk: WizardDesk, missing: str, sentence: str
) -> None:
    choose(desk, InitiativeStatus.DRAFTING)
    write(desk, missing, "")
    choose(desk, InitiativeStatus.APPROVED)
    error = desk.page.heading.form.fields["status"].error
    assert error.isVisible() and error.text() == desk.window.context.language.say(sentence, code="SOI5")
    assert one(desk).status is InitiativeStatus.REVIEW, "the last one that could be"
    desk.undo()
    write(desk, missing, "BTC" if missing == "lead" else "Trần Văn An")
    choose(desk, InitiativeStatus.REVIEW)
    choose(desk, InitiativeStatus.APPROVED)
    assert one(desk).status is InitiativeStatus.APPROVED and not error.isVisible()


def test_the_stakeholders_of_the_answers_are_shown(desk: WizardDesk) -> None:
    assert one(desk).stakeholders
    assert desk.label("sot.heading.stakeholders").text() == ", ".join(one(desk).stakeholders)


def test_an_initiative_is_moved_up_and_down_in_the_plan(desk: WizardDesk) -> None:
    before = codes(desk)
    desk.click("sot.heading.up")
    assert codes(desk) == [*before[:3], "SOI5", "SOI4", *before[5:]]
    place = desk.window.context.language.say("heading.place", place=4, total=12)
    assert desk.label("sot.heading.place").text() == place
    box = desk.find(QComboBox, "sot.initiative")
    assert isinstance(box, QComboBox)
    assert [box.itemText(row).split()[0] for row in range(box.count())] == codes(desk)
    assert desk.window.toast.undo.isVisible()
    desk.undo()
    assert codes(desk) == before
    desk.click("sot.heading.down")
    assert codes(desk)[4:6] == ["SOI6", "SOI5"]


def test_the_first_one_cannot_be_moved_up(desk: WizardDesk) -> None:
    desk.go("sot", "SOI2")
    desk.click("sot.heading.up")
    assert codes(desk)[0] == "SOI2" and not desk.button("sot.heading.up").isEnabled()
    assert QApplication.focusWidget() is desk.button("sot.heading.down")


def test_an_initiative_is_put_away_brought_back_and_each_is_one_step(desk: WizardDesk) -> None:
    before = codes(desk)
    desk.click("sot.heading.archive")
    assert codes(desk) == [code for code in before if code != "SOI5"]
    assert desk.page._desk.initiative.code == "SOI6", "the next one is shown"
    desk.undo()
    assert codes(desk) == before
    desk.redo()
    desk.click("sot.heading.archived")
    desk.click("sot.restore.SOI5")
    assert codes(desk) == before
    assert not desk.button("sot.heading.archived").isVisible()


def test_the_one_that_is_shown_may_be_put_away_elsewhere(desk: WizardDesk) -> None:
    desk.workbench.edit("initiative.archive", writing.archive, one(desk).id)
    desk.settle()
    assert desk.page._desk.initiative.code == "SOI1"
    desk.undo()
    desk.go("sot", "SOI5.O1")
    assert desk.page._desk.initiative.code == "SOI5"


def test_an_initiative_is_added_to_the_basis_that_is_chosen(desk: WizardDesk) -> None:
    desk.click("sot.heading.add")
    basis = desk.find(QComboBox, "sot.add.basis")
    assert isinstance(basis, QComboBox)
    assert basis.count() == 12 and basis.currentData() == "C5"
    basis.setFocus()
    desk.press(Key.Key_Down)
    title = desk.find(QLineEdit, "sot.add.title")
    title.setFocus()
    QTest.keyClicks(title, "Sang kien moi")
    desk.press(Key.Key_Return)
    assert codes(desk)[-1] == "SOI6-2" and one(desk, "SOI6-2").title.vi == "Sang kien moi"
    assert desk.page._desk.initiative.code == "SOI6-2"
    assert desk.text("SOI6-2.O1") == "" and desk.editor("O1").toPlainText() == ""
    desk.undo()
    assert len(codes(desk)) == 12 and desk.page._desk.initiative.code in codes(desk)


def test_a_new_initiative_without_a_title_is_refused(desk: WizardDesk) -> None:
    desk.click("sot.heading.add")
    desk.click("sot.add.done")
    assert len(codes(desk)) == 12 and desk.find(QLineEdit, "sot.add.title").isVisible()
    assert desk.window.toast.sentence.text() == desk.window.context.language.say("initiative.no_title")
    desk.press(Key.Key_Escape)
    assert not desk.find(QLineEdit, "sot.add.title").isVisible() and desk.page.heading.isVisible()


def test_a_change_from_elsewhere_is_shown_and_what_is_typed_goes_to_the_one_it_belongs_to(desk: WizardDesk) -> None:
    desk.workbench.edit("initiative.change", writing.change, one(desk).id, owner="Người khác")
    assert field(desk, "owner").toPlainText() == "Người khác"
    field(desk, "owner").selectAll()
    field(desk, "owner").insertPlainText("Giữa chừng")
    desk.go("sot", "SOI6.O1")
    assert one(desk).owner == "Giữa chừng" and one(desk, "SOI6").owner != "Giữa chừng"
    assert field(desk, "owner").toPlainText() == one(desk, "SOI6").owner


def test_it_follows_language_and_theme(desk: WizardDesk) -> None:
    desk.window.actions_by_name["language"].trigger()
    desk.window.actions_by_name["theme"].trigger()
    desk.settle()
    assert desk.page.heading.name.text() == "The initiative"
    assert field(desk, "title_vi").toPlainText() == one(desk).title.vi
    option = desk.find(OptionField, "sot.heading.status")
    assert isinstance(option, OptionField)
    assert option.currentData() == one(desk).status.value
    assert option.currentText() == desk.window.context.language.say(f"status.initiative.{one(desk).status.value}")


def test_a_click_on_the_cross_closes_it(desk: WizardDesk) -> None:
    QTest.mouseClick(desk.button("sot.inspector.close"), Qt.MouseButton.LeftButton)
    assert not desk.page.heading.isVisible()
