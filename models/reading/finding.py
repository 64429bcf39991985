"""Finding words in the answers of a plan, so that each place can be looked at before anything is replaced."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from models.access import Reader
from models.errors import UserError
from models.reading import answers, initiatives
from models.text import clean, fold


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, or a conclusion, of an initiative's latest cycle that holds what was looked for.

    `places` go from and to a character, in order, none over another. `is_locked` when
    its cycle is closed, so that it can only be read. `rev` is the revision that was looked at.
    """

    initiative: str
    code: str
    question: str
    rev: int
    text: str
    places: tuple[tuple[int, int], ...]
    is_locked: bool

    def replaced(self, words: str, chosen: Collection[int] | None = None) -> str:
        """Return the text with `words` at every place, or at those of these numbers (from 0)."""
        parts = []
        end = 0
        for number, (start, stop) in enumerate(self.places):
            if chosen is None or number in chosen:
                parts += [self.text[end:start], words]
                end = stop
        return clean("".join([*parts, self.text[end:]]))


def find(
    reader: Reader,
    wanted: str,
    *,
    initiative_ids: Collection[str] | None = None,
    match_case: bool = False,
    whole_words: bool = False,
    fold_accents: bool = False,
) -> tuple[Found, ...]:
    """Return the answers of the latest cycles that hold `wanted`, in the order of the plan and of the questions.

    `whole_words` leaves out what goes on as a word on either side, `fold_accents` takes a letter for the same with or
    without its marks. Raises UserError when there is nothing to look for.
    """
    needle = clean(wanted)
    if not needle.strip():
        raise UserError("search.nothing")
    order = (*reader.method.questions, *reader.method.steps)
    written = answers.latest(reader, initiative_ids)
    found = []
    for one in initiatives.every(reader):
        for question in sorted(written.get(one.id, {}), key=order.index):
            said = written[one.id][question]
            places = tuple(
                places_of(needle, said.text, match_case=match_case, whole_words=whole_words, fold_accents=fold_accents)
            )
            if places:
                is_locked = one.cycle_closed is not None
                found.append(Found(one.id, one.code, question, said.rev, said.text, places, is_locked))
    return tuple(found)


def places_of(
    wanted: str, text: str, *, match_case: bool = False, whole_words: bool = False, fold_accents: bool = False
) -> Iterator[tuple[int, int]]:
    """Go through the places, from and to a character, where `text` holds `wanted`; none overlaps another."""
    needle, _ = _form(clean(wanted), match_case=match_case, fold_accents=fold_accents)
    hay, origins = _form(text, match_case=match_case, fold_accents=fold_accents)
    at = hay.find(needle) if needle else -1
    while at >= 0:
        stop = at + len(needle)
        start, end = origins[at], origins[stop]
        parts_none = (at == 0 or origins[at - 1] < start) and origins[stop - 1] < end
        is_hit = parts_none and not (whole_words and _goes_on(text, start, end))
        if is_hit:
            yield start, end
        at = hay.find(needle, stop if is_hit else at + 1)


def _form(text: str, *, match_case: bool, fold_accents: bool) -> tuple[str, list[int]]:
    """Return a text as it is compared, and for each of its characters, and for its end, the place in `text`."""
    form: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(text):
        letters = _letters(letter, match_case, fold_accents)
        form.append(letters)
        origins.extend([place] * len(letters))
    return "".join(form), [*origins, len(text)]


@lru_cache(maxsize=4096)
def _letters(letter: str, match_case: bool, fold_accents: bool) -> str:
    if not fold_accents:
        return letter if match_case else letter.casefold()
    folded = fold(letter)
    return folded.upper() if match_case and letter.isupper() else folded


def _goes_on(text: str, start: int, end: int) -> bool:
    """Return whether the word at either end of a passage goes on beyond it."""
    before = start > 0 and _is_of_word(text[start - 1]) and _is_of_word(text[start])
    after = end < len(text) and _is_of_word(text[end]) and _is_of_word(text[end - 1])
    return before or after


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.combining(letter) > 0
