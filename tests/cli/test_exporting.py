"""soi export writes documents; they take the place of older ones, never of the plan."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.commandline import Refused, Soi


def test_the_whole_plan_is_exported_as_what_show_prints(soi: Soi, plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "Kế hoạch.json"
    out.write_text("cũ", encoding="utf-8")
    ran = soi("export", plan, "plan", out)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Đã xuất {out}.\n")
    assert out.read_text(encoding="utf-8") == soi("show", plan, "--json").out
    assert json.loads(out.read_bytes())["plan"]["pack"] == "nq52"
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([out.name, plan.parent.name])


@pytest.mark.parametrize(
    ("kind", "name", "begins"),
    [
        ("sheets", "phiếu.pdf", b"%PDF"),
        ("matrix", "ma trận.pdf", b"%PDF"),
        ("matrix", "ma trận.svg", b"<"),
        ("matrix", "ma trận.png", b"\x89PNG"),
        ("network", "mạng.PDF", b"%PDF"),
        ("network", "mạng.svg", b"<"),
        ("network", "mạng.png", b"\x89PNG"),
    ],
)
def test_every_kind_is_written_in_every_format_it_allows(
    soi: Soi, plan: Path, tmp_path: Path, kind: str, name: str, begins: bytes
) -> None:
    only = [] if kind == "network" else ["--soi", "5"]
    out = tmp_path / name
    for lang in ("vi", "en"):
        ran = soi("export", plan, kind, out, *only, "--lang", lang, "--form", "plain", "--on", "2026-06-30", lang=lang)
        assert ran.code == 0, ran.err
        assert out.read_bytes().startswith(begins)


def test_the_document_language_is_that_of_the_plan_or_of_lang_not_that_of_the_user(
    soi: Soi, plan: Path, tmp_path: Path
) -> None:
    def pictured(*arguments: str) -> str:
        out = tmp_path / "mạng.svg"
        assert soi("export", plan, "network", out, "--on", "2026-06-30", *arguments, lang="en").code == 0
        return out.read_text(encoding="utf-8")

    assert pictured() == pictured("--lang", "vi")
    assert pictured() != pictured("--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["sheets", "a.docx"], 2, "“a.docx” không có đuôi tệp mà loại văn bản “sheets” cho phép. Chỉ nhận: .pdf."),
        (["plan", "a"], 2, "Chỉ nhận: .json."),
        (["matrix", "a.svg"], 2, "chỉ chứa một sáng kiến"),
        (["matrix", "a.png", "--soi", "5", "--soi", "6"], 2, "chỉ chứa một sáng kiến"),
        (["network", "a.svg", "--soi", "5"], 2, "không dùng cùng --soi"),
        (["plan", "a.json", "--lang", "en"], 2, "không dùng cùng --soi, --lang hoặc --on"),
        (["sheets", "a.pdf", "--soi", "77"], 2, "Kế hoạch không có sáng kiến 77"),
        (["sheets", "a.pdf", "--form", "party"], 2, "“party” không nằm trong plain"),
        (["sheets", "a.pdf", "--on", "hôm nay"], 2, "không phải ngày có trên lịch"),
        (["sheets", "không có/a.pdf"], 3, "không có"),
        (["plan", "không có/a.json"], 3, "không có"),
    ],
)
def test_a_document_that_cannot_be_is_refused_and_nothing_is_written(
    refused: Refused,
    plan: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in refused(code, "export", plan, *arguments)
    assert [file.name for file in tmp_path.iterdir()] == [plan.parent.name]


def test_a_document_never_takes_the_place_of_the_plan(refused: Refused, plan: Path, tmp_path: Path) -> None:
    other_name = tmp_path / "kế hoạch.json"
    os.link(plan, other_name)
    assert "đè lên chính kế hoạch" in refused(2, "export", plan, "plan", other_name)
    assert "Chỉ nhận: .json" in refused(2, "export", plan, "plan", plan)


def test_a_folder_in_the_place_of_a_document_stays(refused: Refused, plan: Path, tmp_path: Path) -> None:
    for kind, name in (("plan", "a.json"), ("network", "a.svg")):
        (tmp_path / name).mkdir()
        assert "là thư mục" in refused(3, "export", plan, kind, tmp_path / name)
        assert list((tmp_path / name).iterdir()) == []
