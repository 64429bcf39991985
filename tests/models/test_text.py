"""Text is kept composed and without what no file holds, and compared without case and accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.editing import answers
from models.errors import UserError
from models.reading import initiatives as reading
from models.store.plan import Plan
from models.text import LONGEST_TEXT, clean, fold, one_line

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0309\u0303\u0301\u0323"
ACCENTED = [c for c in VOWELS if c not in "aeiouy"] + [
    unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES
]
LETTERS = [letter for small in (*ACCENTED, "đ") for letter in (small, small.upper())]
REFUSED = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0xD800, 0xDFFF)]


def reference_fold(text: str) -> str:
    """Fold as reliability.md gives it."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(character for character in decomposed if unicodedata.category(character) != "Mn")


def test_there_are_134_accented_vietnamese_letters() -> None:
    assert len(set(LETTERS)) == 134


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vietnamese_letter_folds_to_the_plain_one_as_the_reference_does(form: str) -> None:
    for letter in LETTERS:
        typed = unicodedata.normalize(form, letter)
        assert fold(typed) == reference_fold(typed)
        assert fold(typed) in "adeiouy"


@given(st.text(st.characters(max_codepoint=0x36F) | st.sampled_from("".join(LETTERS))))
def test_latin_text_folds_as_the_reference_does(text: str) -> None:
    assert fold(text) == reference_fold(text)


@given(st.text(), st.sampled_from(["NFC", "NFD"]))
def test_folding_does_not_depend_on_how_a_text_is_composed(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@pytest.mark.parametrize(
    "character", [one for one in REFUSED if one not in "\n\t\r"], ids=lambda one: f"{ord(one):04X}"
)
def test_a_character_that_no_file_keeps_is_refused_by_its_code_and_place(character: str) -> None:
    with pytest.raises(UserError) as refused:
        clean(f"Kế{character}hoạch")
    assert refused.value.parameters == {"code": f"U+{ord(character):04X}", "place": 3}


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")))
def test_every_other_text_is_kept_and_cleaning_it_twice_is_cleaning_it_once(text: str) -> None:
    kept = clean(text)
    assert unicodedata.normalize("NFC", text) == kept == clean(kept)


def test_line_ends_of_every_system_become_line_feeds() -> None:
    assert clean("một\r\nhai\rba\nbốn\tnăm") == "một\nhai\nba\nbốn\tnăm"


def test_a_text_that_is_too_long_is_refused_and_the_longest_is_kept() -> None:
    assert len(clean("ă" * LONGEST_TEXT)) == LONGEST_TEXT
    assert len(clean("a\u0306" * LONGEST_TEXT)) == LONGEST_TEXT
    with pytest.raises(UserError) as refused:
        clean("ă" * (LONGEST_TEXT + 1))
    assert refused.value.message_id == "text.too_long"


def test_decomposed_input_is_stored_composed(plan: Plan) -> None:
    typed = unicodedata.normalize("NFD", "Đẩy mạnh chuyển đổi số")
    owner = plan.read(reading.find, "SOI5")
    plan.edit("answer.write", answers.write, owner, "O1", typed)
    assert plan.read(reading.contents, [owner])[0].answers["O1"].text == "Đẩy mạnh chuyển đổi số"
    assert plan.edit("answer.write", answers.write, owner, "O1", "Đẩy mạnh chuyển đổi số").is_empty


@pytest.mark.parametrize(
    ("text", "line"), [("một\n hai\t ba ", "một hai ba"), ("một hai ba", "một hai ba"), ("một hai bốn", "một hai b…")]
)
def test_a_text_is_shown_on_one_line_and_cut_with_an_ellipsis(text: str, line: str) -> None:
    assert one_line(text, 10) == line
