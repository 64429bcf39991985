"""What data files hold is kept parsed, and is never older than the file."""

from __future__ import annotations

import os
import tomllib
from datetime import date
from pathlib import Path

import pytest

from models.messages import FOLDER
from models.parsed import parsed


def kept() -> list[Path]:
    return sorted(Path(os.environ["XDG_CACHE_HOME"]).rglob("parsed/*"))


@pytest.mark.parametrize("file", sorted(FOLDER.parent.rglob("*.toml")), ids=lambda file: file.name)
def test_what_is_kept_of_a_file_is_what_it_holds(file: Path) -> None:
    held = tomllib.loads(file.read_text(encoding="utf-8"))
    assert parsed(file) == held
    assert parsed(file) == held


def test_a_file_that_changed_is_parsed_anew_and_what_was_kept_of_it_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    for word in ("trước", "sau"):
        file.write_text(f'word = "{word}"', encoding="utf-8")
        assert parsed(file) == parsed(file) == {"word": word}
    assert len(kept()) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", bytes(50), b'\xff"'])
def test_what_was_kept_and_cannot_be_read_is_made_again(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "words.toml"
    file.write_text("number = 1", encoding="utf-8")
    parsed(file)
    (one,) = kept()
    one.write_bytes(damage)
    assert parsed(file) == {"number": 1}
    assert one.read_text(encoding="utf-8") == '{"number": 1}'


def test_a_file_is_read_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "occupied").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "occupied"))
    file = tmp_path / "words.toml"
    file.write_text("number = 1", encoding="utf-8")
    assert parsed(file) == {"number": 1}


def test_dates_stay_dates(tmp_path: Path) -> None:
    file = tmp_path / "days.toml"
    file.write_text("day = 2026-10-05", encoding="utf-8")
    for _ in range(2):
        assert parsed(file) == {"day": date(2026, 10, 5)}


def test_what_is_no_toml_is_refused_each_time(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text("number = ", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(tomllib.TOMLDecodeError):
            parsed(file)
