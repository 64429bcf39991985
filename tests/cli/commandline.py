"""A command line as a user has it: arguments in, exit code and both streams out, in either language."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.program import main

ROOT = Path(__file__).resolve().parent.parent.parent


Refused = Callable[..., str]
"""Runs a command that must be refused: exit code and arguments in, the Vietnamese sentence out."""


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
