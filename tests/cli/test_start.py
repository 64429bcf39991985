"""The command line starts at once: it loads neither window, drawing nor networks before they are asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = ("PySide6", "shiboken6", "reportlab", "networkx", "pypdfium2", "PIL")
LOOK = f"""
import sys
from app.cli.program import main
code = main(sys.argv[1:])
print("loaded:", *(name for name in {(*HEAVY, "sqlalchemy")!r} if name in sys.modules))
sys.exit(code)
"""


def loaded(*arguments: str | Path) -> list[str]:
    command = [sys.executable, "-c", LOOK, *map(str, arguments)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return ran.stdout.decode().splitlines()[-1].split()[1:]


def test_help_loads_no_more_than_it_needs() -> None:
    assert loaded("--help") == []
    assert loaded() == []


@pytest.mark.parametrize("command", [["show"], ["show", "--json"], ["log"], ["verify"], ["backups"]], ids=" ".join)
def test_a_look_at_a_plan_loads_neither_window_nor_drawing_nor_networks(plan, command) -> None:
    assert loaded(command[0], plan, *command[1:]) == ["sqlalchemy"]


def test_a_step_of_work_loads_neither_window_nor_drawing_nor_networks(plan) -> None:
    assert loaded("answer", plan, "5", "O1", "x") == ["sqlalchemy"]
    assert loaded("export", plan, "plan", plan.with_suffix(".json")) == ["sqlalchemy"]


def test_a_network_loads_what_it_needs_and_no_window(plan) -> None:
    assert "PySide6" not in loaded("network", plan)
    assert "PySide6" not in loaded("export", plan, "network", plan.with_suffix(".png"))


def test_a_bug_is_reported_to_a_file_and_told_in_a_sentence(plan) -> None:
    broken = "import models.reading.history as history; history.steps = None; " + LOOK.replace("\n", "\n", 1)
    ran = subprocess.run([sys.executable, "-c", broken, "log", str(plan)], cwd=ROOT, capture_output=True, check=False)
    said = ran.stderr.decode()
    assert ran.returncode == 3
    assert "Traceback" not in said
    report = Path(said.partition(" nằm ở ")[2].partition(", hãy")[0] or said.partition(" is in ")[2].partition(";")[0])
    assert "TypeError" in report.read_text(encoding="utf-8")
