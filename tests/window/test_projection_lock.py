"""The lock of a workshop: while it is on only the workshop itself writes, and the facilitator alone takes it off."""

from __future__ import annotations

import pytest

from models.editing import answers, measures, workshops
from models.editing.measures import MeasureFields
from models.errors import UserError
from models.reading import answers as reading
from tests.window.projection_desk import K, ProjectionDesk
from views.main_window import MainWindow
from views.matrix.heading import MatrixHeading
from views.matrix.view import MatrixView
from views.parts.text_editor import TextEditor
from views.projection.laying.scene import Sign


@pytest.fixture
def room(window: MainWindow) -> ProjectionDesk:
    """SOI5 projected on the only screen."""
    made = ProjectionDesk(window)
    made.project()
    return made


def test_l_locks_and_on_one_screen_unlocks(room: ProjectionDesk) -> None:
    room.key(K.Key_L)
    assert room.context.workbench.is_locked
    room.key(K.Key_L)
    assert not room.context.workbench.is_locked


def test_while_it_is_locked_edits_undo_and_redo_are_refused_by_a_sentence(room: ProjectionDesk) -> None:
    workbench = room.context.workbench
    one = room.measures((7, 4))[0]
    workbench.edit("measure.change", measures.change, one.id, MeasureFields(text="trước khi khóa"))
    workbench.undo()
    text = room.measures((7, 4))[0].text
    steps = workbench.plan.undoable, workbench.plan.redoable
    room.key(K.Key_L)
    for work in (
        lambda: workbench.edit("measure.change", measures.change, one.id, MeasureFields(text="nhầm")),
        lambda: workbench.edit("measure.remove", measures.remove, one.id),
        workbench.undo,
        workbench.redo,
    ):
        with pytest.raises(UserError) as refusal:
            work()
        assert refusal.value.message_id == "edit.locked"
    assert room.measures((7, 4))[0].text == text
    assert (workbench.plan.undoable, workbench.plan.redoable) == steps


def test_typing_that_comes_while_it_is_locked_is_refused_and_said(room: ProjectionDesk) -> None:
    workbench, initiative = room.context.workbench, room.initiative()
    before = workbench.read(reading.latest, [initiative])[initiative]["O1"].text
    workbench.set_locked(is_locked=True)
    told: list[UserError | None] = []
    workbench.edit_soon(
        "answer.write", answers.write, initiative, "O1", "nhầm", initiator=room.window, typing="x", done=told.append
    )
    workbench.settle()
    assert [error.message_id for error in told if error is not None] == ["edit.locked"]
    assert workbench.read(reading.latest, [initiative])[initiative]["O1"].text == before


def test_what_was_typed_before_the_lock_is_written(room: ProjectionDesk) -> None:
    room.window.go("sot", "SOI5.O1")
    editor = room.window.findChild(TextEditor, "sot.answer.O1")
    assert editor is not None
    editor.setPlainText("vừa gõ xong thì khóa")
    room.context.workbench.set_locked(is_locked=True)
    initiative = room.initiative()
    found = room.context.workbench.read(reading.latest, [initiative])[initiative]["O1"]
    assert found.text == "vừa gõ xong thì khóa"


def test_the_workshop_goes_on_while_it_is_locked(room: ProjectionDesk) -> None:
    room.key(K.Key_L)
    before = len(room.measures((7, 4)))
    room.note("Ý kiến khi khóa", "An")
    room.key(K.Key_7, K.Key_A)
    assert room.ideas()[0].votes == 7
    assert len(room.measures((7, 4))) == before + 1


def test_matrix_and_picture_show_the_lock_quietly(room: ProjectionDesk) -> None:
    heading = room.window.pages["matrix"].findChild(MatrixHeading)
    assert heading is not None
    assert not heading.lock.isVisibleTo(heading)
    room.key(K.Key_L)
    assert heading.lock.isVisibleTo(heading)
    assert any(isinstance(item, Sign) and item.state == "lock" for item in room.scene.items)
    room.key(K.Key_L)
    assert not heading.lock.isVisibleTo(heading)
    assert not any(isinstance(item, Sign) and item.state == "lock" for item in room.scene.items)


def test_the_keyboard_of_the_matrix_changes_nothing_while_it_is_locked(room: ProjectionDesk) -> None:
    room.key(K.Key_L, K.Key_Escape)
    assert room.context.workbench.is_locked
    texts = [one.text for one in room.measures((7, 4))]
    view = room.window.findChild(MatrixView, "matrix.view")
    assert view is not None
    room.key(K.Key_Delete, widget=view)
    assert [one.text for one in room.measures((7, 4))] == texts
    assert "khóa" in room.window.toast.sentence.text()


def test_leaving_the_show_keeps_the_lock_and_the_console_takes_it_off(room: ProjectionDesk) -> None:
    room.key(K.Key_L, K.Key_Escape)
    assert room.context.workbench.is_locked
    console = room.run()
    room.key(K.Key_L, widget=console.picture)
    assert not room.context.workbench.is_locked


def test_another_plan_is_not_locked(room: ProjectionDesk) -> None:
    room.key(K.Key_L)
    path = room.context.workbench.path
    room.window.files.close()
    room.window.files.open(path)
    assert not room.context.workbench.is_locked
    room.context.workbench.edit("workshop.open", workshops.open_workshop, "Buổi mới")
    one = room.measures((7, 4))[0]
    room.context.workbench.edit("measure.change", measures.change, one.id, MeasureFields(text="sửa được"))
    assert room.measures((7, 4))[0].text == "sửa được"


def test_while_it_is_locked_the_window_does_not_lead_the_room_to_another_initiative(room: ProjectionDesk) -> None:
    room.key(K.Key_L)
    room.context.selection.choose(room.initiative("SOI2"))
    assert room.window.projection.showing.stage.initiative == room.initiative()
    room.key(K.Key_PageDown)
    assert room.window.projection.showing.stage.initiative == room.initiative("SOI6")
    room.key(K.Key_L)
    room.context.selection.choose(room.initiative("SOI2"))
    assert room.window.projection.showing.stage.initiative == room.initiative("SOI2")
