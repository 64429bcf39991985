"""Breaking text into lines: styled runs in, placed pieces out. Text stays data here; there is no markup anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from app.pictures.typefaces import Typeface, is_invisible

HALF_FILLED = "◐"
"""No typeface that ships has this sign: it is drawn as ○ with its left half filled."""
_HALF_FILLED_AS = "○"
_GOOD_BREAKS = "-/_.,;:=&?\u200b"


class Run(NamedTuple):
    """A stretch of text in one typeface and colour."""

    text: str
    face: Typeface
    colour: str


class Piece(NamedTuple):
    """A stretch of one line from `x` on; `stands_for` is the text it shows when that is not `text` itself."""

    x: float
    text: str
    face: Typeface
    colour: str
    stands_for: str = ""


class Line(NamedTuple):
    """One line: its pieces, its width, and whether a paragraph or a line of the writer's own ends with it."""

    pieces: tuple[Piece, ...]
    width: float
    ends: bool


class _Word(NamedTuple):
    text: str
    face: Typeface
    colour: str
    spaced: bool
    width: float
    has_gap: bool


def broken(runs: Iterable[Run], size: float, width: float, indent: float = 0.0) -> list[Line]:
    """Return the lines that `runs` take at type size `size` in `width`; the first begins at `indent`.

    Lines end where the writer ended them and at spaces; a word wider than a line is cut, after a hyphen or the like
    where one is near. No character is lost: what a typeface has not becomes a piece that stands for it.
    """
    lines: list[Line] = []
    words: list[_Word] = []
    x = indent
    for word in _words(runs, size):
        if word is None:
            lines.append(_line(words, indent if not lines else 0.0, size, ends=True))
            words, x = [], 0.0
            continue
        gap = word.face.space * size if word.spaced and words else 0.0
        if x + gap + word.width > width and words:
            lines.append(_line(words, indent if not lines else 0.0, size, ends=False))
            words, x, gap = [], 0.0, 0.0
        while x + word.width > width and len(word.text) > 1:
            head, word = _cut(word, size, width - x)
            lines.append(_line([*words, head], indent if not lines else 0.0, size, ends=False))
            words, x = [], 0.0
        words.append(word)
        x += gap + word.width
    lines.append(_line(words, indent if not lines else 0.0, size, ends=True))
    return lines


def _words(runs: Iterable[Run], size: float) -> Iterator[_Word | None]:
    """Yield the words, and None where a line of the writer's own ends."""
    for run in runs:
        measure = run.face.measure
        for number, line in enumerate(run.text.split("\n")):
            if number:
                yield None
            for place, text in enumerate(line.replace("\t", " ").split(" ")):
                width, has_gap = measure(text)
                yield _Word(text, run.face, run.colour, place > 0, width * size, has_gap)


def _cut(word: _Word, size: float, room: float) -> tuple[_Word, _Word]:
    """Return the part of a word that fits into `room`, one character at least, and the rest."""
    text = word.text
    fits = min(word.face.fitting(text, room / size), len(text) - 1)
    good = max(text.rfind(mark, fits // 2, fits) for mark in _GOOD_BREAKS)
    place = good + 1 if good > 0 else fits
    head, rest = (_measured(word, part, size) for part in (text[:place], text[place:]))
    return head, rest._replace(spaced=False)


def _measured(word: _Word, text: str, size: float) -> _Word:
    width, has_gap = word.face.measure(text)
    return word._replace(text=text, width=width * size, has_gap=has_gap)


def _line(words: list[_Word], indent: float, size: float, *, ends: bool) -> Line:
    """Return the words as one line, neighbours in one style joined."""
    pieces: list[Piece] = []
    x = start = indent
    text: list[str] = []
    for number, word in enumerate(words):
        before = words[number - 1] if number else word
        if text and (word.face is not before.face or word.colour != before.colour or word.has_gap or before.has_gap):
            pieces.append(Piece(start, "".join(text), before.face, before.colour))
            text = []
        gap = word.face.space * size if number and word.spaced else 0.0
        if word.has_gap:
            pieces += _with_gaps(word, x + gap, size)
        elif text:
            text.append(f" {word.text}" if gap else word.text)
        else:
            start = x
            text = [f" {word.text}" if gap else word.text]
        x += gap + word.width
    if text:
        pieces.append(Piece(start, "".join(text), words[-1].face, words[-1].colour))
    return Line(tuple(pieces), x, ends)


def _with_gaps(word: _Word, x: float, size: float) -> Iterator[Piece]:
    """Yield a word in pieces: what the typeface has, and what stands for the rest."""
    for key, group in groupby(word.text, key=lambda character: _shown_as(character, word.face)):
        original = "".join(group)
        if key is None:
            piece = Piece(x, original, word.face, word.colour)
        else:
            seen = sum(not is_invisible(character) for character in original)
            piece = Piece(x, key * seen, word.face, word.colour, original)
        if piece.text:
            yield piece
        x += word.face.width(original) * size


def _shown_as(character: str, face: Typeface) -> str | None:
    """Return the character to show in place of one that `face` has not."""
    if face.has(character):
        return None
    if character == HALF_FILLED and face.has(_HALF_FILLED_AS):
        return _HALF_FILLED_AS
    return face.substitute
