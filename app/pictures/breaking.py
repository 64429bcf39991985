"""Breaking text into lines: styled runs in, placed pieces out. Text stays data here; there is no markup anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from app.pictures.typefaces import Typeface

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
    runs = tuple(runs)
    if len(runs) == 1:
        plain = _broken_plain(runs[0], size, width, indent)
        if plain is not None:
            return plain
    lines: list[Line] = []
    words: list[_Word] = []
    x = indent
    carried_on = False
    for word in _words(runs, size):
        if word is None:
            lines.append(_line(words, indent if not lines else 0.0, size, ends=True))
            words, x, carried_on = [], 0.0, False
            continue
        if carried_on and not words and not word.text:
            continue  # spaces where a line was broken
        gap = word.face.space * size if word.spaced and words else 0.0
        if x + gap + word.width > width and words:
            lines.append(_line(words, indent if not lines else 0.0, size, ends=False))
            words, x, gap, carried_on = [], 0.0, 0.0, True
            if not word.text:
                continue
        while x + word.width > width and len(word.text) > 1:
            head, word = _cut(word, size, width - x)
            lines.append(_line([*words, head], indent if not lines else 0.0, size, ends=False))
            words, x, carried_on = [], 0.0, True
        words.append(word)
        x += gap + word.width
    lines.append(_line(words, indent if not lines else 0.0, size, ends=True))
    return lines


def _broken_plain(run: Run, size: float, width: float, indent: float) -> list[Line] | None:
    """Return the lines of the commonest text, one run of words that all fit a line; None when it is another."""
    measure, space = run.face.measure, run.face.space * size
    lines: list[Line] = []
    for paragraph in run.text.replace("\t", " ").split("\n"):
        words = paragraph.split(" ")
        begin, first = 0, indent if not lines else 0.0
        x = first - space
        for place, word in enumerate(words):
            wide, has_gap = measure(word)
            wide *= size
            if has_gap or first + wide > width:
                return None
            if x + space + wide > width and place > begin:
                lines.append(_plain_line(run, words[begin:place], first, x, ends=False))
                begin, first, x = place, 0.0, -space
                if not word:
                    return None  # spaces where a line is broken
            x += space + wide
        lines.append(_plain_line(run, words[begin:], first, x, ends=True))
    return lines


def _plain_line(run: Run, words: Sequence[str], start: float, end: float, *, ends: bool) -> Line:
    text = " ".join(words)
    return Line((Piece(start, text, run.face, run.colour),) if text else (), end, ends)


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
    good = max(text.rfind(mark, fits // 4, fits) for mark in _GOOD_BREAKS)
    place = good + 1 if good > 0 else fits
    width, has_gap = word.face.measure(text[:place])
    head = word._replace(text=text[:place], width=width * size, has_gap=has_gap)
    # Measuring the rest anew for every line would take quadratic time for a word of many lines.
    return head, word._replace(text=text[place:], width=word.width - head.width, spaced=False)


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
    """Yield a word in pieces: what its typeface has, what another shows, and what stands for the rest."""
    for (face, as_it_is), group in groupby(word.text, key=lambda character: _how_shown(character, word.face)):
        original = "".join(group)
        text = original if as_it_is else "".join(face.shown(character)[1] for character in original)
        if text:
            yield Piece(x, text, face, word.colour, "" if as_it_is else original)
        x += face.width(text) * size


def _how_shown(character: str, face: Typeface) -> tuple[Typeface, bool]:
    """Return the typeface that shows a character, and whether it shows the character itself."""
    shown_by, shown = face.shown(character)
    return shown_by, shown == character
