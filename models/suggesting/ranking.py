"""Ranking texts by words (BM25: Robertson and Zaragoza, 2009), made for Vietnamese.

Most Vietnamese words are two syllables written apart, so two that follow one another count as a word of their own.
Accents count; a text typed without any finds the accented words too, with less weight.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import log

from models.text import fold

_CLAUSES = re.compile(r"[^.,;:!?()\[\]“”\"\n]+")
_WORDS = re.compile(r"\w+")

_SATURATION, _LENGTH = 1.2, 0.6
"""k1 and b of BM25."""
_COMPOUND = 1.5
"""How much more two syllables count than one."""
_BARE = 0.4
"""What a word typed without accents counts for the words that it may stand for."""
_SHORTEST = 16
"""Words and compounds that even the shortest text counts as having, so that a title does not win by being short."""


def terms(text: str, stop_words: Collection[str]) -> Iterator[str]:
    """Yield the words of a text and its compounds, less the stop words; no compound goes across a mark."""
    for part in _CLAUSES.findall(text.casefold()):
        before = ""
        for word in _WORDS.findall(part):
            if word in stop_words:
                before = ""
                continue
            yield word
            if before:
                yield f"{before} {word}"
            before = word


class Ranking:
    """Texts under names, to be asked which are most like a wanted one."""

    def __init__(self, texts: Iterable[tuple[str, Sequence[tuple[str, float]]]], stop_words: Collection[str]) -> None:
        """Take in texts, each a name and its parts with their weights; the weightiest parts count for its length."""
        self._stop_words = frozenset(stop_words)
        self._found: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._lengths: dict[str, float] = {}
        kept: dict[str, list[str]] = {}
        for name, parts in texts:
            counts: dict[str, float] = defaultdict(float)
            length = 0.0
            for text, weight in parts:
                if text not in kept:
                    kept[text] = list(terms(text, self._stop_words))
                for term in kept[text]:
                    counts[term] += weight
                length += weight * len(kept[text]) if weight >= 1 else 0
            self._lengths[name] = max(length, _SHORTEST)
            for term, count in counts.items():
                self._found[term].append((name, count))
        self._mean = sum(self._lengths.values()) / max(1, len(self._lengths))
        self._accented: dict[str, list[str]] = defaultdict(list)
        for term in self._found:
            self._accented[fold(term)].append(term)

    def scores(self, wanted: Iterable[tuple[str, float]]) -> dict[str, float]:
        """Return how like the wanted texts, each with its weight, those are that have a word in common with them."""
        scores: dict[str, float] = defaultdict(float)
        total = len(self._lengths)
        shares = {
            name: _SATURATION * (1 - _LENGTH + _LENGTH * length / self._mean) for name, length in self._lengths.items()
        }
        for term, weight in self._query(wanted).items():
            found = self._found.get(term, ())
            rarity = log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            factor = weight * rarity * (_SATURATION + 1) * (_COMPOUND if " " in term else 1.0)
            for name, count in found:
                scores[name] += factor * count / (count + shares[name])
        return scores

    def _query(self, wanted: Iterable[tuple[str, float]]) -> dict[str, float]:
        """Return the terms to look for; a term said again counts less each time."""
        query: dict[str, float] = defaultdict(float)
        for text, weight in wanted:
            is_bare = fold(text) == text.casefold()
            for term, count in Counter(terms(text, self._stop_words)).items():
                value = weight * 2 * count / (count + 1)
                query[term] += value
                if is_bare:
                    for other in self._accented.get(term, ()):
                        query[other] += value * _BARE if other != term else 0.0
        return query
