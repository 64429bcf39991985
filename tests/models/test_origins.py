"""Finding again the words that a measure came from, in an answer that has been changed since."""

from __future__ import annotations

import pytest

from models.reading.origins import passage

TEXT = "Vốn công ích đi trước. Cột, cống dùng chung 1.5 lần!\n- Gói cước cơ bản cho hộ cận nghèo\n- An toàn từ bản vẽ…"


def found(words: str, text: str = TEXT) -> str | None:
    place = passage(words, text)
    return None if place is None else text[place.start : place.end]


def test_words_that_stand_there_are_found_as_they_are() -> None:
    place = passage("Cột, cống dùng chung", TEXT)
    assert place is not None
    assert place.is_exact
    assert TEXT[place.start : place.end] == "Cột, cống dùng chung"


def test_other_white_space_makes_no_difference() -> None:
    place = passage("dùng chung 1.5 lần! - Gói cước", TEXT)
    assert place is not None
    assert place.is_exact
    assert TEXT[place.start : place.end] == "dùng chung 1.5 lần!\n- Gói cước"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Cột, cống, bể dùng chung 1.5 lần!", "Cột, cống dùng chung 1.5 lần!"),
        ("goi cuoc co ban cho ho ngheo", "- Gói cước cơ bản cho hộ cận nghèo"),
        (
            "Vốn ngân sách đi trước. Cột, cống dùng riêng 1.5 lần!",
            "Vốn công ích đi trước. Cột, cống dùng chung 1.5 lần!",
        ),
    ],
)
def test_changed_words_are_found_as_the_sentences_most_like_them(words: str, sentence: str) -> None:
    assert found(words) == sentence
    place = passage(words, TEXT)
    assert place is not None
    assert not place.is_exact


@pytest.mark.parametrize("words", ["", "  \n", "Hoàn toàn khác mọi điều"])
def test_words_that_are_gone_are_not_found(words: str) -> None:
    assert found(words) is None


def test_nothing_is_found_in_nothing() -> None:
    assert found("Vốn", "") is None


def test_signs_of_patterns_are_words_like_others() -> None:
    assert found("(a+)+ [x]", "Xem (a+)+  [x] ở đây") == "(a+)+  [x]"
