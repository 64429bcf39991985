"""What the program says outside the window, it says in both languages."""

import ast
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.errors import UserError
from models.messages import LANGUAGES, catalogue

ROOT = Path(__file__).parent.parent


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def kinds_of(error: type[UserError]) -> Iterator[str]:
    yield error.__name__
    for kind in error.__subclasses__():
        yield from kinds_of(kind)


def said_in(file: Path) -> Iterator[str]:
    """The ids that a module hands, as literals, to `say` or to an error that a person can act on."""
    speakers = {"say", "Sentence", *kinds_of(UserError)}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(said)), *_]):
                if name in speakers:
                    yield said


def test_both_languages_have_the_same_messages() -> None:
    assert catalogue("vi").keys() == catalogue("en").keys()


def test_a_message_has_the_same_placeholders_in_both_languages() -> None:
    english = catalogue("en")
    assert not {
        message_id: (sentence, english[message_id])
        for message_id, sentence in catalogue("vi").items()
        if placeholders(sentence) != placeholders(english[message_id])
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_a_composed_text_that_is_not_empty(language: str) -> None:
    assert not {
        message_id: sentence
        for message_id, sentence in catalogue(language).items()
        if not sentence.strip() or not unicodedata.is_normalized("NFC", sentence)
    }


def test_whatever_the_code_says_is_in_the_catalogue() -> None:
    known = catalogue("en").keys()
    assert not {
        f"{file.relative_to(ROOT)}: {message_id}"
        for room in ("models", "app")
        for file in (ROOT / room).rglob("*.py")
        for message_id in said_in(file)
        if message_id not in known
    }
