"""The command line as a user has it: arguments in, exit code and both streams out, in either language."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.program import main

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document that was printed."""
        return json.loads(self.out)


class Soi:
    """Runs command lines in this process, or in one of their own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str | Path, lang: str = "vi", given: bytes = b"") -> Ran:
        self._monkeypatch.setenv("SOI_LANG", lang)
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="ascii"))
        self._capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        streams = self._capsys.readouterr()
        return Ran(code, streams.out, streams.err)

    def json(self, *arguments: str | Path, lang: str = "vi") -> Any:
        """Return the JSON document of a command that must succeed."""
        ran = self(*arguments, "--json", lang=lang)
        assert ran.code == 0, ran.err
        return ran.json

    def initiative(self, plan: Path, code: str = "SOI5") -> Any:
        """Return an initiative as `show --json` has it."""
        return next(one for one in self.json("show", plan)["initiatives"] if one["code"] == code)

    def process(self, *arguments: str | Path, env: dict[str, str] | None = None, **settings: Any) -> Ran:
        """Run a command line in a process of its own."""
        command = [sys.executable, ROOT / "main.py", *arguments]
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60} | settings
        done = subprocess.run(command, env={**os.environ, "SOI_LANG": "vi", **(env or {})}, check=False, **settings)
        return Ran(done.returncode, *((stream or b"").decode() for stream in (done.stdout, done.stderr)))


@pytest.fixture
def soi(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Soi:
    monkeypatch.setenv("SOI_AUTHOR", "Nguyễn Thị Kế Hoạch")
    return Soi(capsys, monkeypatch)


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plan, made once."""
    path = tmp_path_factory.mktemp("example") / "example.soi"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent / "data"))
        assert main(["new", str(path), "--example"]) == 0
    return path


@pytest.fixture
def plan(example_file: Path, tmp_path: Path) -> Path:
    """A copy of the example plan, under a name with spaces and Vietnamese letters."""
    folder = tmp_path / "Dự án số"
    folder.mkdir()
    return Path(shutil.copy(example_file, folder / "Kế hoạch 2026.soi"))


@pytest.fixture
def refused(soi: Soi, plan: Path) -> Callable[..., str]:
    """Run a command that must be refused, in both languages; return the Vietnamese sentence. The plan stays as it was."""

    def run(code: int, *arguments: str | Path, given: bytes = b"") -> str:
        before = plan.read_bytes()
        said = {}
        for lang in ("vi", "en"):
            ran = soi(*arguments, lang=lang, given=given)
            assert (ran.code, ran.out) == (code, ""), (ran, arguments)
            assert ran.err.strip(), arguments
            assert "Traceback" not in ran.err
            said[lang] = ran.err
        assert said["vi"] != said["en"]
        assert plan.read_bytes() == before
        return said["vi"]

    return run
