"""Comparing wordings: what went and came, and how alike two answers are."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.wording import COPIED, Piece, likeness, likest, marks

WORDS = st.sampled_from(
    ["chuyển", "đổi", "số", "hạ tầng", "và", "5G", ",", ".", "\n", "\n\n", "- ", " ", "  ", "R&D", "😀"]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)
ANSWER = (
    "Mở rộng phần hạ tầng và thị trường số đã có để đến năm 2030 ai cũng truy cập được Internet băng rộng với chi phí "
    "thấp, sóng 5G phủ toàn quốc, kinh tế số đạt trên 30% GDP. Mục tiêu không dừng ở vùng phủ: người dân nơi khó khăn "
    "phải mua, bán và thanh toán được trên mạng, để kết nối trở thành thu nhập."
)
OTHER = (
    "Đưa doanh nghiệp nhỏ tới dịch vụ công trực tuyến theo từng ngành hàng, lấy phản hồi của hiệp hội làm thước đo; cơ "
    "quan chủ trì công bố lộ trình hằng quý và chịu trách nhiệm trước Hội đồng về những hồ sơ trễ hạn chưa có lý do."
)


def old_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != "come")


def new_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != "gone")


@given(TEXTS, TEXTS)
def test_the_pieces_joined_are_both_texts_again(old: str, new: str) -> None:
    pieces = marks(old, new)
    assert (old_of(pieces), new_of(pieces)) == (old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@given(TEXTS)
def test_a_text_is_the_same_as_itself_and_wholly_new_beside_nothing(text: str) -> None:
    assert marks(text, text) == ((Piece("same", text),) if text else ())
    assert marks("", text) == ((Piece("come", text),) if text else ())
    assert marks(text, "") == ((Piece("gone", text),) if text else ())


def test_one_word_that_changed_is_marked_alone_with_its_accents() -> None:
    assert marks("Các bộ đang dùng ba bộ chỉ số.", "Các bộ đang dùng bốn bộ chỉ số.") == (
        Piece("same", "Các bộ đang dùng "),
        Piece("gone", "ba"),
        Piece("come", "bốn"),
        Piece("same", " bộ chỉ số."),
    )
    assert [piece.text for piece in marks("quản lý mã", "quản lý má") if piece.kind != "same"] == ["mã", "má"]


def test_words_added_at_the_end_leave_the_last_word_alone() -> None:
    assert marks("Hạ tầng số", "Hạ tầng số và thanh toán") == (
        Piece("same", "Hạ tầng số"),
        Piece("come", " và thanh toán"),
    )


def test_a_line_of_a_list_that_came_is_marked_as_a_whole() -> None:
    pieces = marks("- cột\n- cống\n- cáp", "- cột\n- điểm chấp nhận\n- cống\n- cáp")
    assert [piece.text for piece in pieces if piece.kind == "come"] == ["- điểm chấp nhận\n"]
    assert not [piece for piece in pieces if piece.kind == "gone"]


def test_a_word_between_two_changes_goes_with_them() -> None:
    pieces = marks("làm nhanh và gọn ngay", "làm đúng và đủ ngay")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "làm "),
        ("gone", "nhanh và gọn"),
        ("come", "đúng và đủ"),
        ("same", " ngay"),
    ]


def changed(words: list[str], share: float) -> list[str]:
    chance = random.Random(52)
    return [word if chance.random() > share else "mới" for word in words]


@pytest.mark.parametrize("share", [0.001, 0.05, 0.5, 1.0])
@pytest.mark.parametrize("joint", [" ", ". ", "\n"])
def test_twenty_thousand_words_are_compared_at_once(share: float, joint: str) -> None:
    words = (f"{ANSWER} {OTHER}".split() * 200)[:20_000]
    lines = [words[start : start + 40] for start in range(0, len(words), 40)]
    old = joint.join(" ".join(line) for line in lines)
    new = joint.join(" ".join(changed(line, share)) for line in lines)
    start = time.perf_counter()
    pieces = marks(old, new)
    assert time.perf_counter() - start < 1.5  # 0.3 s on a machine that has nothing else to do
    assert (old_of(pieces), new_of(pieces)) == (old, new)


def test_likeness_ignores_case_punctuation_and_spaces_but_not_accents() -> None:
    assert likeness(ANSWER, ANSWER.upper().replace(",", " –").replace(" ", "\n")) == 1.0
    assert likeness("quản lý má và mạ", "quản lý mã và mà") < COPIED
    assert likeness("", "") == likeness(ANSWER, "") == likeness("…", ANSWER) == 0.0


def test_a_few_words_changed_are_still_a_copy_and_many_are_not() -> None:
    words = ANSWER.split()
    few = [word if number % 20 else "khác" for number, word in enumerate(words)]
    many = [word if number % 3 else "khác" for number, word in enumerate(words)]
    assert COPIED <= likeness(ANSWER, " ".join(few)) < 1.0
    assert likeness(ANSWER, " ".join(many)) < COPIED
    assert likeness(ANSWER, OTHER) < 0.2


def test_an_answer_copied_whole_into_a_longer_one_is_wholly_like_it() -> None:
    assert likeness(ANSWER, f"{OTHER} {ANSWER} {OTHER}") == 1.0
    assert likeness("và của các", f"{ANSWER} và của các") < COPIED


def test_an_answer_that_is_half_copied_is_no_copy() -> None:
    assert likeness(f"{ANSWER} {OTHER}", f"{ANSWER} {' '.join(reversed(OTHER.split()))}") < COPIED


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)


def test_the_most_like_of_many_is_found_by_name_quickly() -> None:
    words = f"{ANSWER} {OTHER}".split()
    others = {f"SOI{number}": " ".join(random.Random(number).sample(words, len(words))) for number in range(1, 13)}
    assert likest(ANSWER, {}) == ("", 0.0)
    assert likest(ANSWER, {**others, "SOI7": ANSWER.lower()}) == ("SOI7", 1.0)
    long = "\n".join([ANSWER, OTHER] * 150)
    start = time.perf_counter()
    likest(ANSWER, others)
    likest(long, others)
    likest(ANSWER, dict.fromkeys(others, long))
    assert time.perf_counter() - start < 1.0
