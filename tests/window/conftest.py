"""The window over the example plan: made once, then a fresh copy of the file for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.cli.program import main as command_line
from main import build_window
from tests.window.network_desk import NetworkDesk
from views.main_window import MainWindow


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plan, published."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("DATA", "CACHE", "STATE", "CONFIG"):
            environment.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        path = tmp_path_factory.mktemp("example") / "Kế hoạch.soi"
        assert command_line(["new", str(path), "--example"]) == 0
    return path


@pytest.fixture
def plan_file(example: Path, tmp_path: Path) -> Path:
    """A copy of the example plan that a test may change."""
    path = tmp_path / "Kế hoạch.soi"
    shutil.copy(example, path)
    return path


@pytest.fixture
def window(qtbot: QtBot, plan_file: Path) -> Iterator[MainWindow]:
    """The window with the copy open in it, on the overview."""
    made = build_window(plan_file)
    assert isinstance(made, MainWindow)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> NetworkDesk:
    """The window on its network page, with everything loaded."""
    window.go("network")
    made = NetworkDesk(window)
    qtbot.waitUntil(lambda: len(made.page.picture.cards) == 12, timeout=20_000)
    qtbot.wait(20)
    return made
