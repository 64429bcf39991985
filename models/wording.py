"""Comparing two wordings: which words went and came, and how alike two answers are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "come"]

COPIED = 0.9
"""From this likeness on, a text counts as copied."""

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_SENTENCES = re.compile(r"[^.;:!?\n]*[.;:!?\n]+\s*|[^.;:!?\n]+")
_UNITS = re.compile(r"\w+[^\S\n]*|[^\w\s]+[^\S\n]*|\s+")
_FINE = re.compile(r"\w+|\s|[^\w\s]")
_WORDS = re.compile(r"\w+")
_LEVELS = (_LINES, _SENTENCES, _UNITS)

_MOST_PAIRS = 1_000_000
"""Pairs of words up to which two passages are compared word by word; longer ones stand as gone and come."""

_MOST_LETTERS = 4_000_000
"""Pairs of letters from which as many paragraphs or sentences on both sides are set against each other one by one."""

_SHINGLE = 3
_PASSAGE = 6
"""Words that must follow one another to count as a passage."""
_SHORTEST_COPY = 20
"""Words that an answer must have to be found within a longer one."""
_UNALIKE = 0.3
_LONGEST_ALIGNED = 1_500


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is the same in both wordings, gone from the old one or come with the new one."""

    kind: Kind
    text: str


def marks(old: str, new: str) -> tuple[Piece, ...]:
    """Return what went and what came, word by word: same and gone joined are `old`, same and come joined are `new`.

    Paragraphs are set against each other first, then the sentences of those that differ, then their words (Ratcliff and
    Obershelp, as in difflib); a single word that is the same between two changes goes with them.
    """
    return tuple(_joined(_trimmed(_without_islands(list(_compared(old, new, 0))))))


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, whatever their case, punctuation and spaces; accents count.

    It is the share of words that stand in both in the same order. An answer of some length that stands within a longer
    one is wholly like it, as far as its passages do.
    """
    return _alike(_Prepared(one), _Prepared(other))


def likest(text: str, others: Mapping[str, str]) -> tuple[str, float]:
    """Return which of `others` is most like a text, and how much; an empty name and 0 when there is none."""
    mine = _Prepared(text)
    found = ((name, _alike(mine, _Prepared(other))) for name, other in others.items())
    return max(found, key=lambda pair: pair[1], default=("", 0.0))


class _Prepared:
    """The words of a text, and every three of them that follow one another."""

    __slots__ = ("shingles", "words")

    def __init__(self, text: str) -> None:
        self.words: list[str] = _WORDS.findall(text.casefold())
        words = self.words
        self.shingles: set[tuple[str, ...]] = set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)}


def _alike(one: _Prepared, other: _Prepared) -> float:
    one, other = sorted((one, other), key=lambda prepared: (len(prepared.words), prepared.words))
    shortest, longest = len(one.words), len(other.words)
    if not shortest:
        return 0.0
    if one.words == other.words:
        return 1.0
    fewest = min(len(one.shingles), len(other.shingles))
    shared = len(one.shingles & other.shingles) / fewest
    if (shared < _UNALIKE and shortest > 2 * _SHINGLE) or shortest * longest > _LONGEST_ALIGNED**2:
        return shared * (1.0 if shortest >= _SHORTEST_COPY else 2 * shortest / (shortest + longest))
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    whole = 2 * sum(block.size for block in blocks) / (shortest + longest)
    if shortest < _SHORTEST_COPY:
        return whole
    return max(whole, sum(block.size for block in blocks if block.size >= _PASSAGE) / shortest)


def _compared(old: str, new: str, level: int) -> Iterator[Piece]:
    """Yield the pieces of two passages, compared by lines, sentences or words, what differs by the next smaller."""
    if old == new:
        yield Piece("same", old)
        return
    ours, theirs = _LEVELS[level].findall(old), _LEVELS[level].findall(new)
    is_last = level == len(_LEVELS) - 1
    if is_last and len(ours) * len(theirs) > _MOST_PAIRS:
        yield from (Piece("gone", old), Piece("come", new))
        return
    for tag, start, end, other_start, other_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        gone, come = "".join(ours[start:end]), "".join(theirs[other_start:other_end])
        if tag == "equal" and not is_last:
            yield Piece("same", gone)
        elif tag == "equal":
            yield from (Piece("same", unit) for unit in ours[start:end])
        elif not gone or not come or is_last:
            yield from (Piece("gone", gone), Piece("come", come))
        elif end - start == other_end - other_start and len(gone) * len(come) > _MOST_LETTERS:
            for mine, other in zip(ours[start:end], theirs[other_start:other_end], strict=True):
                yield from _compared(mine, other, level + 1)
        else:
            yield from _compared(gone, come, level + 1)


def _without_islands(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Let a single word between two changes go with them, so that a change reads as one."""
    for number, piece in enumerate(pieces):
        around = [pieces[place].kind for place in (number - 1, number + 1) if 0 <= place < len(pieces)]
        if piece.kind == "same" and len(around) == 2 and "same" not in around and len(_FINE.findall(piece.text)) <= 2:
            yield from (Piece("gone", piece.text), Piece("come", piece.text))
        else:
            yield piece


def _trimmed(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Gather each change into what went and what came, less the words with which both begin and end."""
    gone, come = "", ""
    for piece in pieces:
        if piece.kind == "same":
            yield from _change(gone, come)
            yield piece
            gone, come = "", ""
        elif piece.kind == "gone":
            gone += piece.text
        else:
            come += piece.text
    yield from _change(gone, come)


def _change(gone: str, come: str) -> Iterator[Piece]:
    ours, theirs = _FINE.findall(gone), _FINE.findall(come)
    most = min(len(ours), len(theirs))
    first = next((place for place in range(most) if ours[place] != theirs[place]), most)
    last = next((place for place in range(most - first) if ours[-1 - place] != theirs[-1 - place]), most - first)
    yield Piece("same", "".join(ours[:first]))
    yield Piece("gone", "".join(ours[first : len(ours) - last]))
    yield Piece("come", "".join(theirs[first : len(theirs) - last]))
    yield Piece("same", "".join(ours[len(ours) - last :]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of a kind, and leave out what is empty."""
    kind: Kind = "same"
    text = ""
    for piece in pieces:
        if piece.kind != kind and piece.text:
            if text:
                yield Piece(kind, text)
            kind, text = piece.kind, ""
        text += piece.text
    if text:
        yield Piece(kind, text)
