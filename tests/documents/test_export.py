"""A file appears whole or not at all, and what goes wrong is a sentence."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.documents import writers
from app.documents.export import KINDS, export, suffixes
from models.errors import UsageError, UserError
from tests.documents.conftest import ON, Example, read_pdf

ROOT = Path(__file__).resolve().parent.parent.parent
EVERY = [(kind, suffix) for kind in KINDS for suffix in suffixes(kind)]


def content_for(kind: str, plan: Example) -> object:
    """What a document of the example plan is written from."""
    if kind in ("minutes", "cards"):
        return plan.minutes if kind == "minutes" else plan.cards
    return plan.network if kind == "network" else plan.sheets[:2]


@pytest.mark.parametrize(("kind", "suffix"), EVERY)
def test_each_kind_is_written_for_each_of_its_suffixes(plan: Example, tmp_path: Path, kind: str, suffix: str) -> None:
    place = tmp_path / "Dự án" / f"Phiếu 2026{suffix.upper()}"
    place.parent.mkdir()
    written = export(kind, place, content_for(kind, plan), plan.method, "vi", ON)  # type: ignore[arg-type]
    assert written.pages >= 1 or suffix == ".docx", "Word itself breaks its pages"
    assert place.stat().st_size > 1000
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.parametrize(("kind", "suffix"), EVERY)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_refuses_leaves_no_file_behind(
    plan: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, suffix: str, number: int
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    place = tmp_path / f"p{suffix}"
    with pytest.raises(UserError) as refused:
        export(kind, place, content_for(kind, plan), plan.method, "vi", ON)  # type: ignore[arg-type]
    assert str(place) in refused.value.sentence("vi")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "suffix"), EVERY)
def test_a_file_that_was_there_stays_when_the_new_one_cannot_be_written(
    plan: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, suffix: str
) -> None:
    place = tmp_path / f"p{suffix}"
    place.write_bytes(b"before")

    def refuse(*places: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UserError):
        export(kind, place, content_for(kind, plan), plan.method, "vi", ON)  # type: ignore[arg-type]
    assert place.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_bug_while_writing_leaves_no_file_behind_and_stays_a_bug(
    plan: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(writers.pdf, "write", fail)
    with pytest.raises(ZeroDivisionError):
        export("sheets", tmp_path / "p.pdf", plan.sheets, plan.method, "vi", ON)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(plan: Example, tmp_path: Path) -> None:
    place = tmp_path / "không có" / "p.pdf"
    with pytest.raises(UserError) as refused:
        export("sheets", place, plan.sheets[:1], plan.method, "vi", ON)
    assert str(place) in refused.value.sentence("vi")


def test_a_folder_in_the_place_of_the_file_is_left_alone(plan: Example, tmp_path: Path) -> None:
    place = tmp_path / "p.pdf"
    place.mkdir()
    with pytest.raises(UserError):
        export("sheets", place, plan.sheets[:1], plan.method, "vi", ON)
    assert list(tmp_path.iterdir()) == [place]


def test_an_export_takes_the_place_of_an_older_one(plan: Example, tmp_path: Path) -> None:
    place = tmp_path / "p.pdf"
    export("sheets", place, plan.sheets[:2], plan.method, "vi", ON)
    export("sheets", place, plan.sheets[:1], plan.method, "en", ON)
    assert len([entry for entry in read_pdf(place).outline if entry[0] == 0]) == 1


@pytest.mark.parametrize("name", ["p.docx", "p", "p.pdf.txt", ".pdf"])
def test_a_suffix_that_a_kind_does_not_have_is_refused_with_those_it_has(
    plan: Example, tmp_path: Path, name: str
) -> None:
    with pytest.raises(UsageError) as refused:
        export("sheets", tmp_path / name, plan.sheets, plan.method, "vi", ON)
    assert ".pdf" in refused.value.sentence("vi")
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_write_is_refused(plan: Example, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        export("sheets", tmp_path / "p.pdf", [], plan.method, "vi", ON)
    assert list(tmp_path.iterdir()) == []


def test_finding_a_writer_loads_no_library_and_writing_loads_no_window() -> None:
    program = (
        "import sys, app.documents.export; assert 'reportlab' not in sys.modules;"
        "import app.documents.writers; assert not any(name.startswith('PySide6') for name in sys.modules);"
        "assert 'networkx' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
