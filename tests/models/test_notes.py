"""The quiet notes on an answer."""

from __future__ import annotations

import time
from typing import Any

import pytest

from models.method import MethodPack
from models.notes import Note, notes
from models.plan import AnswerStatus

TEXT = "Vốn công ích đi tới nơi chưa có sóng trước, nâng tốc độ nơi thuận lợi để thị trường lo."
ELSEWHERE = "Trung tâm dữ liệu vùng do tỉnh xây, bộ giữ chuẩn chung và kiểm tra hằng năm theo thang năm bậc."


def said(method: MethodPack, code: str = "O3", **changed: Any) -> list[tuple[str, dict[str, str]]]:
    given: dict[str, Any] = {"text": TEXT, "status": AnswerStatus.DRAFT, "cites": ("NQ52.III.3.1",), "others": {}}
    found = notes(method, code, **{**given, "placed": ("S1", "A2", "C"), **changed})
    return [(note.kind, dict(note.parameters)) for note in found]


def test_a_whole_answer_has_no_note(method: MethodPack) -> None:
    for code in (*method.questions, *method.steps):
        assert said(method, code) == []


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_answer_is_noted_only_where_it_is_called_something_else(method: MethodPack, text: str) -> None:
    assert said(method, text=text, status=AnswerStatus.EMPTY, cites=()) == []
    for status in (AnswerStatus.DISCUSS, AnswerStatus.DONE, AnswerStatus.DRAFT):
        assert said(method, text=text, status=status) == [("empty", {"status": status.value})]


def test_a_copy_names_the_initiative_it_was_copied_from(method: MethodPack) -> None:
    others = {"SOI1": ELSEWHERE, "SOI4": TEXT.replace("trước", "đầu tiên"), "SOI6": ""}
    assert said(method, others=others) == [("copied", {"initiative": "SOI4"})]
    assert said(method, others={"SOI1": ELSEWHERE, "SOI6": ""}) == []


def test_a_few_words_that_anybody_would_write_are_no_copy(method: MethodPack) -> None:
    assert said(method, text="Chưa quyết định.", others={"SOI1": "Chưa quyết định."}) == []


def test_an_answer_without_a_citation_is_noted_and_a_conclusion_is_not(method: MethodPack) -> None:
    assert said(method, cites=()) == [("uncited", {})]
    assert said(method, "O", cites=()) == []


def test_a_step_from_which_no_measure_came_is_noted_once_at_its_conclusion(method: MethodPack) -> None:
    unplaced = {code: said(method, code, placed=()) for code in (*method.questions, *method.steps)}
    assert {code: found for code, found in unplaced.items() if found} == {
        step: [("unplaced", {"step": step})] for step in ("S", "A", "C")
    }
    assert said(method, "S", placed=("S3",)) == said(method, "S", placed=("S",)) == []
    assert said(method, "S", placed=("A1", "M1")) == [("unplaced", {"step": "S"})]


def test_notes_stand_together_and_cost_little(method: MethodPack) -> None:
    others = {f"SOI{number}": " ".join([ELSEWHERE] * 7) for number in range(1, 12)}
    start = time.perf_counter()
    found = notes(method, "A1", text=" ".join([TEXT] * 7), status=AnswerStatus.DONE, cites=(), others=others, placed=())
    assert time.perf_counter() - start < 0.1  # 3 ms on a machine that has nothing else to do
    assert found == (Note("uncited"),)
