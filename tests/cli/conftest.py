"""What the tests of the command line stand on: a way to run it, and the example plan to run it on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.cli.program import main
from tests.cli.commandline import Refused, Soi


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
def refused(soi: Soi, plan: Path) -> Refused:
    """Run a command that must be refused, in both languages, and leave the plan; return the Vietnamese sentence."""

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
