"""Clauses that an answer could cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from models.suggesting.ranking import Ranking

_ABOVE = 0.3
"""What the words of the headings above a clause count beside its own."""
_SENTENCE = 0.8
"""What a sentence counts beside the paragraph it stands in: whole paragraphs are cited more often."""
_NEAR, _USED, _NEAREST = 0.4, 0.6, 3
"""How much clauses gain that stand beside some the initiative cites, up to three, and those it cites elsewhere."""


@dataclass(frozen=True, slots=True)
class Citable:
    """A paragraph or sentence of a source: `whole` is the paragraph's code, `above` says the headings over it.

    `weight` is what its source counts.
    """

    code: str
    whole: str
    text: str
    above: str
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A clause and how well it fits, 1 for the best of its list."""

    code: str
    score: float


class Clauses:
    """The clauses of a plan's sources, made ready to be ranked; it takes a moment to make and is never changed."""

    def __init__(self, citable: Iterable[Citable], stop_words: Collection[str]) -> None:
        self._all = {one.code: one for one in citable}
        parts = ((one.code, ((one.text, 1.0), (one.above, _ABOVE))) for one in self._all.values())
        self._ranking = Ranking(parts, stop_words)

    def whole(self, code: str) -> str:
        """Return the code of the paragraph that a clause is, or that it is a sentence of."""
        if code in self._all:
            return self._all[code].whole
        above = code.rpartition(".")[0]
        return above if above in self._all else code

    def scores(self, wanted: Sequence[tuple[str, float]], used: Iterable[str]) -> dict[str, float]:
        """Return the score of each clause that has a word in common with the wanted texts."""
        known = [code if code in self._all else self.whole(code) for code in used]
        near = Counter(self.whole(code).rpartition(".")[0] for code in known)
        cited = set(known)
        scores = self._ranking.scores(wanted)
        for code, score in scores.items():
            one = self._all[code]
            gained = 1 + _NEAR * min(near[one.whole.rpartition(".")[0]], _NEAREST) / _NEAREST
            scores[code] = score * one.weight * gained * (1 + _USED * (code in cited))
            if one.whole != code:
                scores[code] *= _SENTENCE
        return scores


def clauses(
    texts: Clauses,
    wanted: Sequence[tuple[str, float]],
    limit: int,
    *,
    cited: Collection[str] = (),
    used: Iterable[str] = (),
) -> tuple[Suggestion, ...]:
    """Return at most `limit` clauses most like the wanted texts, each with what it counts, the best first.

    What the answer has `cited` is left out; clauses that the initiative has `used` in other answers, and those beside
    them, come before others as like. Of a paragraph and its sentences only the best is suggested.
    """
    gone = {texts.whole(code) for code in cited}
    scores = texts.scores(wanted, used)
    found: dict[str, Suggestion] = {}
    for code, score in nlargest(limit * 4 + 8 * len(gone), scores.items(), key=lambda pair: (pair[1], pair[0])):
        whole = texts.whole(code)
        if whole not in gone and whole not in found:
            found[whole] = Suggestion(code, score)
    best = list(found.values())[:limit]
    return tuple(Suggestion(one.code, one.score / best[0].score) for one in best)
