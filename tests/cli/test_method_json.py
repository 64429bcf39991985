"""`soi method --json` holds every sentence of the analysis: its bases, F–P–K, questions and the items of the matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commandline import Soi

ANALYSIS = Path(__file__).resolve().parent.parent / "method" / "analysis.txt"
PARTS = {
    "bases": ("Nhóm các giới hạn cần vượt qua", "II/ Quan điểm chỉ đạo"),
    "frame": ("F – Quan điểm chỉ đạo:", "III/ Chủ trương, chính sách"),
    "directions": ("1. Chính sách thúc đẩy chuyển đổi số", "Định hướng từng nội dung chính sách"),
    "cells": ("Định hướng từng nội dung chính sách", "IV/ Tổ chức thực hiện"),
    "questions": ("Bước 1 Định hướng sáng kiến", "2. Dựa trên 8 định hướng"),
    "key factors": ("KF1** Những việc nền tảng", None),
}
HEADINGS = {
    "Các mục tiêu cụ thể:", "Đến năm 2025", "Đến năm 2030", "Theo CSCI", "F – Quan điểm chỉ đạo:", "P – Mục tiêu",
    "K – Tâm nhìn 2045", "Định hướng từng nội dung chính sách",
}  # fmt: skip
MARKS = re.compile(r"[▶*]|^\s*- ")
LABELS = re.compile(
    r"^(?:[OSMWAC]|KF) ?\d(?: |$)|^KFA \d$|^\d\. |^Bước \d |\((?:KFA\d|[OSMWAC])\)$|\b[CGHT]\d+ ?[-–] ?[CGHT]\d+\b"
)
LISTS = {
    "groups", "bases", "frame_kinds", "frame", "indicators", "targets", "steps", "questions", "key_factors",
    "directions", "cells", "blocks", "actors", "successors", "sources", "errata",
}  # fmt: skip


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def originals(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("original"), str):
            yield value["original"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from originals(inner)


def sentences(part: str) -> Iterator[str]:
    begin, end = PARTS[part]
    text = ANALYSIS.read_text(encoding="utf-8")
    start = text.index(begin)
    for line in text[start : text.index(end, start) if end else None].splitlines():
        bare = on_one_line(LABELS.sub("", on_one_line(MARKS.sub(" ", line))))
        if bare and bare not in HEADINGS:
            yield from (sentence.rstrip(".;: ") for sentence in re.split(r"(?<=[.;:?])\s+", bare))


def is_said(sentence: str, said: str) -> bool:
    """Whether a sentence is there as it stands, or, as with some targets, part by part."""
    return sentence in said or all(part in said for part in sentence.split(", "))


@pytest.mark.parametrize(
    ("part", "fewest"),
    [("bases", 28), ("frame", 35), ("directions", 8), ("cells", 90), ("questions", 24), ("key factors", 4)],
)
def test_every_sentence_of_the_analysis_is_there_word_for_word(soi: Soi, part: str, fewest: int) -> None:
    said = on_one_line(" \n ".join(originals(soi.json("method"))))
    wanted = [sentence for sentence in sentences(part) if sentence]
    assert len(wanted) >= fewest
    assert [sentence for sentence in wanted if not is_said(sentence, said)] == []


def test_the_method_as_json_has_every_field_that_scripts_hold_on_to(soi: Soi) -> None:
    data = soi.json("method")
    assert set(data) == LISTS | {"id", "version", "title", "resolution", "centre"}
    counts = {
        name: len(data[name])
        for name in ("bases", "steps", "questions", "key_factors", "directions", "cells", "blocks")
    }
    assert counts == {
        "bases": 12, "steps": 6, "questions": 18, "key_factors": 4, "directions": 8, "cells": 32, "blocks": 4,
    }  # fmt: skip
    assert data["centre"] == "KFA1"
    for basis in data["bases"]:
        assert basis.keys() >= {"code", "group", "group_code", "original", "text", "title", "clauses"}
        assert set(basis["text"]) == set(basis["title"]) == {"vi", "en"}
    for question in data["questions"]:
        assert question.keys() >= {"code", "step", "original", "text", "builds_on", "purpose", "hint", "examples"}
    for cell in data["cells"]:
        assert cell["items"]
        for item in cell["items"]:
            assert item.keys() >= {"code", "original", "text", "clauses", "repeats"}
    assert soi.json("method", lang="en") == data
