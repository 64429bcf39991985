"""Dependencies on the network page: made, changed and removed by mouse and keys, and what the plan then holds."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.editing import dependencies as editing
from models.plan import Dependency, DependencyKind
from models.reading import dependencies, initiatives
from tests.window.network_desk import NetworkDesk
from views.main_window import MainWindow

HOSTILE = "<b onclick=x>Ly do</b> &amp; <img src='file:///etc/passwd'>\n=1+1 {0} %s"


def between(desk: NetworkDesk, origin: str, to: str) -> list[Dependency]:
    return [one for one in desk.read(dependencies.every) if (one.origin, one.to) == (origin, to)]


def test_a_line_drawn_from_card_to_card_becomes_a_dependency(desk: NetworkDesk) -> None:
    assert between(desk, "SOI2", "SOI9") == []
    desk.draw("SOI2", "SOI9")
    (made,) = between(desk, "SOI2", "SOI9")
    assert (made.kind, made.strength, made.why) == (DependencyKind.PRECEDES, 2, "")
    assert desk.view.link().link.id == made.id
    assert desk.page.link_inspector.isVisible()
    desk.undo()
    assert between(desk, "SOI2", "SOI9") == []
    assert desk.view.link() is None


def test_a_line_drawn_where_there_is_a_dependency_selects_it(desk: NetworkDesk) -> None:
    before = desk.read(dependencies.every)
    desk.draw("SOI4", "SOI5")
    assert desk.read(dependencies.every) == before
    assert (desk.view.link().link.origin, desk.view.link().link.to) == ("SOI4", "SOI5")


def test_a_line_let_go_over_nothing_makes_nothing(desk: NetworkDesk) -> None:
    before = desk.read(dependencies.every)
    desk.draw("SOI2", None)
    assert desk.read(dependencies.every) == before


def test_the_form_adds_a_dependency_by_keys_alone(desk: NetworkDesk) -> None:
    desk.choose("SOI2")
    desk.page.tools["add"].setFocus()
    QTest.keyClick(desk.page.tools["add"], Qt.Key.Key_Space)
    form = desk.page.form
    assert form.isVisible()
    assert form.target.hasFocus()
    form.target.setCurrentIndex(8)
    form.target.activated.emit(8)
    for key, field in ((Qt.Key.Key_Down, form.kind), (Qt.Key.Key_Down, form.strength)):
        field.setFocus()
        QTest.keyClick(field, key)
    form.why.setFocus()
    QTest.keyClicks(form.why, "Du lieu <mo>")
    QTest.keyClick(form.why, Qt.Key.Key_Return)
    (made,) = between(desk, "SOI2", "SOI9")
    assert (made.kind, made.strength, made.why) == (DependencyKind.ENABLES, 3, "Du lieu <mo>")
    assert not form.isVisible()
    assert desk.view.hasFocus()
    desk.undo()
    assert between(desk, "SOI2", "SOI9") == []


def test_the_form_says_what_is_wrong_and_changes_nothing(desk: NetworkDesk) -> None:
    before = desk.read(dependencies.every)
    desk.choose("SOI4")
    desk.page.tools["add"].click()
    form = desk.page.form
    for row, sentence in ((3, "SOI4"), (4, "SOI4 → SOI5")):
        form.target.setCurrentIndex(row)
        form.add.click()
        assert form.error.isVisible()
        assert sentence in form.error.text()
    assert desk.read(dependencies.every) == before
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_kind_and_strength_are_written_at_once_and_undone(desk: NetworkDesk) -> None:
    link = desk.link("SOI4", "SOI5")
    desk.page.link_inspector.strength.setFocus()
    QTest.keyClick(desk.page.link_inspector.strength, Qt.Key.Key_Up)
    assert between(desk, "SOI4", "SOI5")[0].strength == link.strength - 1
    desk.page.link_inspector.kind.setFocus()
    QTest.keyClick(desk.page.link_inspector.kind, Qt.Key.Key_Down)
    assert between(desk, "SOI4", "SOI5")[0].kind is DependencyKind.ENABLES
    assert desk.view.link().look.name == "enables"
    desk.undo()
    desk.undo()
    assert between(desk, "SOI4", "SOI5") == [link]
    assert desk.page.link_inspector.strength.currentData() == str(link.strength)
    assert desk.view.link().look.name == "critical"


def test_two_links_of_one_kind_become_one(desk: NetworkDesk) -> None:
    ends = [desk.read(initiatives.find, code) for code in ("SOI4", "SOI5")]
    desk.edit("dependency.write", editing.write, *ends, DependencyKind.ENABLES, 1, "")
    assert len(between(desk, "SOI4", "SOI5")) == 2
    desk.page.go_to("SOI4 → SOI5")
    first = desk.view.link().link
    other = DependencyKind.ENABLES if first.kind is DependencyKind.PRECEDES else DependencyKind.PRECEDES
    desk.page.link_inspector.kind.value_wanted.emit(other.value)
    (left,) = between(desk, "SOI4", "SOI5")
    assert (left.kind, left.strength) == (other, 3)
    assert left.why
    desk.undo()
    assert len(between(desk, "SOI4", "SOI5")) == 2


def test_the_reason_is_kept_as_it_is_typed_and_shown_literally(desk: NetworkDesk, qtbot: QtBot) -> None:
    was = desk.link("SOI4", "SOI5").why
    editor = desk.page.link_inspector.why
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, HOSTILE.split("\n")[0])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, HOSTILE.split("\n")[1])
    place = editor.textCursor().position()
    qtbot.waitUntil(lambda: between(desk, "SOI4", "SOI5")[0].why == HOSTILE)
    assert editor.textCursor().position() == place
    assert editor.text() == HOSTILE
    desk.undo()
    assert between(desk, "SOI4", "SOI5")[0].why == was
    assert editor.text() == was


def test_keys_not_yet_kept_are_written_when_another_link_is_chosen(desk: NetworkDesk) -> None:
    was = desk.link("SOI4", "SOI5").why
    editor = desk.page.link_inspector.why
    editor.setFocus()
    QTest.keyClicks(editor, "X")
    desk.page.go_to("SOI11 → SOI4")
    assert between(desk, "SOI4", "SOI5")[0].why in (f"X{was}", f"{was}X")
    assert editor.text() == between(desk, "SOI11", "SOI4")[0].why


def test_delete_removes_the_selected_link_and_undo_brings_it_back(desk: NetworkDesk) -> None:
    link = desk.link("SOI4", "SOI5")
    desk.view.setFocus()
    QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    assert between(desk, "SOI4", "SOI5") == []
    assert not desk.page.link_inspector.isVisible()
    assert desk.window.toast.isVisible()
    QTest.mouseClick(desk.window.toast.undo, Qt.MouseButton.LeftButton)
    assert between(desk, "SOI4", "SOI5") == [link]


def test_a_circle_is_listed_shown_and_broken_by_one_press_and_one_undo(desk: NetworkDesk) -> None:
    (before,) = between(desk, "SOI7", "SOI11")
    show, weaken = (desk.page.findChild(QPushButton, f"network.circle.0.{name}") for name in ("show", "break"))
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert {code for code, card in desk.page.picture.cards.items() if card.in_circle} == {"SOI7", "SOI11"}
    loud = {(one.link.origin, one.link.to) for one in desk.page.picture.links.values() if not one.is_quiet}
    assert loud == {("SOI7", "SOI11"), ("SOI11", "SOI7")}
    QTest.mouseClick(weaken, Qt.MouseButton.LeftButton)
    (after,) = between(desk, "SOI7", "SOI11")
    assert after == Dependency(before.id, "SOI7", "SOI11", DependencyKind.ENABLES, before.strength, before.why)
    assert desk.page.circles.none.isVisible()
    desk.undo()
    assert between(desk, "SOI7", "SOI11") == [before]
    assert not desk.page.circles.none.isVisible()


def test_a_change_made_elsewhere_is_seen_at_once(desk: NetworkDesk, window: MainWindow) -> None:
    link = desk.link("SOI4", "SOI5")
    desk.edit("dependency.change", editing.change, link.id, reason="Lý do khác")
    assert desk.page.link_inspector.why.text() == "Lý do khác"
    desk.edit("dependency.remove", editing.remove, link.id)
    assert link.id not in desk.page.picture.links
    assert desk.page.hint.isVisible()


def test_a_press_on_a_link_selects_it(desk: NetworkDesk) -> None:
    item = desk.page.picture.between("SOI5", "SOI9")
    at: QPointF = item.middle()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(desk.view.mapFromScene(at)))
    assert desk.view.link() is item
