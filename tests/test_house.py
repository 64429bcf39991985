"""The walls of the house: what may import what, and how large a room may grow."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("app", "models", "sot_wizard", "views")
LONGEST_FILE, LONGEST_FUNCTION, FULLEST_FOLDER = 500, 60, 20


def sources() -> list[Path]:
    return [ROOT / "main.py", *(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))]


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_nothing_imports_main() -> None:
    assert [file for file in sources() if "main" in {name.partition(".")[0] for name in imports(file)}] == []


def test_only_the_files_module_calls_the_operating_system() -> None:
    strangers = {"fcntl", "msvcrt", "shutil", "socket", "getpass", "ctypes"}
    found = {
        file.relative_to(ROOT).as_posix()
        for file in sources()
        if file.is_relative_to(ROOT / "models") and strangers & {name.partition(".")[0] for name in imports(file)}
    }
    assert found == {"models/store/files.py"}


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("models/text.py", "import PySide6.QtCore"),
        ("models/text.py", "import reportlab"),
        ("models/text.py", "import app.cli"),
        ("views/page.py", "import sqlalchemy"),
        ("views/page.py", "import sot_wizard.page"),
        ("sot_wizard/page.py", "import models.tables"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, room: str, line: str) -> None:
    for name in ROOMS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / room
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_files_functions_and_folders_stay_small() -> None:
    for file in sources():
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= LONGEST_FILE, file
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{file}:{node.name}"
    for folder in {file.parent for file in sources()}:
        assert len(list(folder.glob("*.py"))) <= FULLEST_FOLDER, folder
