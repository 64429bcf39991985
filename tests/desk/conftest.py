"""What the tests at a screen stand on: the screen, two hands, and what the plan file holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.hands import Hands
from tests.desk.screen import Screen

EVERY_LETTER = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐÔƯ"
SIGNS = "–“”…"


@pytest.fixture
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen for one test."""
    made = Screen(tmp_path_factory.mktemp("screen"), EVERY_LETTER + SIGNS)
    yield made
    made.close()


@pytest.fixture
def hands(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    """Hands at the keyboard of the screen."""
    made = Hands(screen, tmp_path_factory.mktemp("home"))
    yield made
    made.leave()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Where the plan will be."""
    return tmp_path / "Kế hoạch số.soi"
