"""A program for tests of two screens: does one deed over a plan and tells what came of it as JSON."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.cli.program import main as command_line
from main import build_window
from models.editing import measures
from models.editing.measures import MeasureFields
from models.editing.workshops import AgendaEntry
from models.errors import UserError
from models.plan import Attendee
from models.plan.workshop import ProposalState
from models.reading import workshops
from models.store.plan import Plan
from tests.window.projection_desk import K, ProjectionDesk
from views.main_window import MainWindow
from views.projection.showing.countdown import Countdown

CELLS, BOX = 18, 5


def told_of_opening(desk: ProjectionDesk) -> dict[str, object]:
    """F5: which window is where."""
    desk.project()
    audience, console = desk.audience, desk.console
    image = audience.grab()
    return {
        "audience": {
            "screen": audience.screen().name(),
            "ratio": audience.devicePixelRatioF(),
            "pixels": [image.width(), image.height()],
            "full": audience.isFullScreen(),
        },
        "console": {
            "screen": console.screen().name(),
            "ratio": console.devicePixelRatioF(),
            "visible": console.isVisible(),
        },
        "hints": "Esc" in desk.seen(),
        "least": min(text.size for text in desk.scene.texts),
    }


def told_of_room_keys(desk: ProjectionDesk) -> dict[str, object]:
    """Keys of the presenter that come to the room's window."""
    desk.project()
    workbench = desk.context.workbench
    desk.key(K.Key_L)
    locked = workbench.is_locked
    desk.key(K.Key_N, K.Key_R, K.Key_S)
    noted = len(desk.ideas()) + int(desk.audience.capture.isVisible()) + int(desk.window.projection.session.is_silent)
    desk.key(K.Key_L, widget=desk.console.picture)
    by_console = workbench.is_locked
    desk.key(K.Key_L)
    return {
        "locked_by_room": locked,
        "noted_by_room": noted,
        "locked_by_console": by_console,
        "unlocked_by_room": not workbench.is_locked,
    }


def told_of_following(desk: ProjectionDesk) -> dict[str, object]:
    """The second screen is taken away and comes back."""
    desk.project()
    projection, screens = desk.window.projection, QGuiApplication.screens()

    def now() -> list[object]:
        QApplication.processEvents()
        return [desk.audience.screen().name(), projection.has_console]

    told: dict[str, object] = {"before": now()}
    projection.arrange(screens[:1])
    told["gone"] = now()
    desk.note("một màn hình")
    told["noted_on_one"] = len(desk.ideas())
    projection.arrange(screens)
    told["back"] = now()
    return told


def told_of_windows(desk: ProjectionDesk) -> dict[str, object]:
    """Notes, problems and a menu of the window, while the room looks on."""
    desk.project()
    before = desk.audience.grab().toImage()
    desk.context.herald.note("việc riêng")
    desk.context.herald.trouble("lỗi riêng")
    desk.console.say("không làm được")
    desk.key(K.Key_N, widget=desk.console.picture)
    desk.console.capture.text.setText("đang gõ")
    QApplication.processEvents()
    second = QGuiApplication.screens()[1]
    there = [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible() and one.screen() is second]
    return {"on_second": there, "same_pixels": desk.audience.grab().toImage() == before}


def told_of_session(desk: ProjectionDesk) -> dict[str, object]:
    """Ninety minutes: 40 proposals, a silent round, 20 decisions, the lock on all the while."""
    start = desk.context.workbench.path.with_name("start.soi")
    desk.context.workbench.plan.publish()
    shutil.copy(desk.context.workbench.path, start)
    desk.project()
    projection, workbench, picture = desk.window.projection, desk.context.workbench, desk.console.picture
    clock = [0.0]
    projection.showing.countdown = Countdown(lambda: clock[0])
    attendees = [Attendee(f"Đại biểu {number}", "") for number in range(1, 21)]
    assert projection.session.open("Buổi làm việc 90 phút", "Người điều hành", attendees)
    initiative, before = desk.initiative(), total(desk)
    cells = [(initiative, number // 4 + 1, number % 4 + 1) for number in range(CELLS)]
    projection.session.set_agenda([AgendaEntry(*cell, BOX, "ghi chú riêng") for cell in cells])
    desk.key(K.Key_L, widget=picture)
    desk.key(K.Key_Return, widget=picture)
    projection.showing.stage.show(initiative, (1, 1))
    tried = refused = 0
    for number in range(CELLS):
        work_on_cell(desk, number)
        clock[0] += BOX * 60
        for mistake in (lambda: press_in_window(desk, one_of(desk)), workbench.undo):
            tried += 1
            try:
                mistake()
            except UserError:
                refused += 1
        desk.key(K.Key_PageDown, widget=picture)
    held = workbench.read(workshops.current)
    assert held is not None
    told = {
        "proposals": len(desk.ideas()),
        "decisions": len(workbench.read(workshops.decisions, held.id)),
        "accepted": sum(one.state is ProposalState.ACCEPTED for one in desk.ideas()),
        "measures_added": total(desk) - before,
        "tried_while_locked": tried,
        "refused_while_locked": refused,
        "minutes": int(clock[0] / 60),
    }
    assert projection.session.close()
    return told | replayed(desk, start)


def work_on_cell(desk: ProjectionDesk, number: int) -> None:
    """Two proposals and more, votes, verdicts and a decision; in the fifth cell a silent round."""
    picture = desk.console.picture
    if number == 4:
        desk.key(K.Key_S, widget=picture)
    for place in range(4 if number in (4, 9) else 2):
        desk.note(f"Ý kiến {number}.{place}", f"Đại biểu {number + 1}", where=picture)
        desk.key(K.Key_Escape, widget=desk.console.capture.text)
    if number == 4:
        assert "chưa công bố" in desk.words()
        desk.key(K.Key_R, K.Key_Down, widget=picture)
    desk.key(K.Key_1, K.Key_7, widget=picture)
    desk.key((K.Key_A, K.Key_P, K.Key_X)[number % 3], widget=picture)
    for _ in range(2 if number in (0, 1) else 1):
        desk.note(f"Quyết định {number}", "đã bàn kỹ", key=K.Key_D, where=picture)
        desk.key(K.Key_Escape, widget=desk.console.capture.text)


def total(desk: ProjectionDesk) -> int:
    """Return how many measures SOI5 has."""
    return sum(len(desk.measures((kfa, kf))) for kfa in range(1, 9) for kf in range(1, 5))


def one_of(desk: ProjectionDesk) -> str:
    """Return the id of a measure."""
    return desk.measures((7, 4))[0].id


def press_in_window(desk: ProjectionDesk, measure: str) -> None:
    """Change a measure by mistake."""
    desk.context.workbench.edit("measure.change", measures.change, measure, MeasureFields(text="nhầm"))


def replayed(desk: ProjectionDesk, start: Path) -> dict[str, object]:
    """Play the minutes again on the plan of the beginning, and return the digests of both."""
    path = desk.context.workbench.path
    minutes = path.with_name("minutes.json")
    digest = desk.context.workbench.plan.content_digest()
    desk.window.close()
    assert command_line(["export", str(path), "minutes", str(minutes)]) == 0
    assert command_line(["workshop", "replay", str(start), str(minutes)]) == 0
    plan = Plan.open(start)
    again = plan.content_digest()
    plan.close()
    return {"digest": digest, "replayed": again}


DEEDS: dict[str, Callable[[ProjectionDesk], dict[str, object]]] = {
    "open": told_of_opening,
    "room_keys": told_of_room_keys,
    "follow": told_of_following,
    "windows": told_of_windows,
    "session": told_of_session,
}


def main() -> None:
    """Do what the command line says."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application = QApplication(sys.argv[:1])
    window = build_window(Path(sys.argv[2]))
    assert isinstance(window, MainWindow)
    window.show()
    application.processEvents()
    told = DEEDS[sys.argv[1]](ProjectionDesk(window))
    window.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
