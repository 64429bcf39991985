"""Two screens of different density: the picture on the second, the console on the first; a screen that goes or comes.

The offscreen platform takes its screens from a file when the program starts, so each test runs a program of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "projection_program.py"
HERE = {"x": 0, "y": 0, "logicalBaseDpi": 96, "dpr": 1}
FIRST = HERE | {"name": "first", "width": 1440, "height": 900, "logicalDpi": 96}
DENSE = HERE | {"name": "second", "x": 1440, "width": 3840, "height": 2160, "logicalDpi": 192}
PLAIN = HERE | {"name": "second", "x": 1440, "width": 1280, "height": 720, "logicalDpi": 96}


def run(tmp_path: Path, plan: Path, screens: list[dict[str, object]], deed: str) -> dict[str, object]:
    """Run a deed of projection_program.py on these screens and return what it tells."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "PYTHONPATH": str(PROGRAM.parent.parent.parent),
    }
    command = [sys.executable, str(PROGRAM), deed, str(plan)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.mark.parametrize(("second", "ratio", "size"), [(DENSE, 2.0, [3840, 2160]), (PLAIN, 1.0, [1280, 720])])
def test_the_second_screen_is_found_and_covered_at_its_own_density(
    tmp_path: Path, plan_file: Path, second: dict[str, object], ratio: float, size: list[int]
) -> None:
    told = run(tmp_path, plan_file, [FIRST, second], "open")
    assert told["audience"] == {"screen": "second", "ratio": ratio, "pixels": size, "full": True}
    assert told["console"] == {"screen": "first", "ratio": 1.0, "visible": True}
    assert told["hints"] is False
    assert told["least"] == size[1] / ratio / 45


def test_the_room_has_no_say_while_the_presenter_has_a_console(tmp_path: Path, plan_file: Path) -> None:
    told = run(tmp_path, plan_file, [FIRST, DENSE], "room_keys")
    assert told == {"locked_by_room": False, "noted_by_room": 0, "locked_by_console": True, "unlocked_by_room": False}


def test_a_screen_that_goes_and_comes_is_followed(tmp_path: Path, plan_file: Path) -> None:
    told = run(tmp_path, plan_file, [FIRST, DENSE], "follow")
    assert told == {
        "before": ["second", True],
        "gone": ["first", False],
        "noted_on_one": 1,
        "back": ["second", True],
    }


def test_nothing_of_the_window_reaches_the_second_screen(tmp_path: Path, plan_file: Path) -> None:
    told = run(tmp_path, plan_file, [FIRST, DENSE], "windows")
    assert told == {"on_second": ["projection.window"], "same_pixels": True}


def test_a_scripted_session_of_ninety_minutes(tmp_path: Path, plan_file: Path) -> None:
    told = run(tmp_path, plan_file, [FIRST, DENSE], "session")
    assert told["proposals"] == 40
    assert told["decisions"] == 20
    assert told["accepted"] == told["measures_added"]
    assert told["refused_while_locked"] == told["tried_while_locked"]
    assert told["minutes"] == 90
    assert told["replayed"] == told["digest"]
