"""Reading where measures came from: the words that were selected, what the answers say now and what they said then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from models.access import Reader
from models.plan import Measure
from models.reading import versions
from models.tables import answer, cycle, review_mark
from models.text import fold

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+(?=\s|$)|$)", re.MULTILINE)
_LEAST_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text, from and to a character; `is_exact` when it holds the very words that were looked for."""

    start: int
    end: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """A question that a measure came from.

    `words` are those that were selected, empty when it was the whole answer; `now` is the answer's text and `passage`
    the part of it that says what the words say, None when nothing does. For one that waits for a review, `then` is what
    the words, or else the whole answer, said before.
    """

    question: str
    words: str
    now: str
    passage: Passage | None
    needs_review: bool
    then: str

    @property
    def now_there(self) -> str:
        """Return what stands now where the words stood: the passage, or the whole answer."""
        return self.now[self.passage.start : self.passage.end] if self.passage is not None else self.now


def of_measure(reader: Reader, one: Measure) -> tuple[Origin, ...]:
    """Return where a measure came from, in the order of its list."""
    now = texts(reader, one.initiative, one.origin) if one.origin else {}
    return tuple(_origin(reader, one, question, now.get(question, "")) for question in one.origin)


def texts(reader: Reader, initiative_id: str, codes: Collection[str]) -> Mapping[str, str]:
    """Return what the latest cycle of an initiative answers to these questions, or concludes for these steps."""
    last = select(func.max(cycle.c.number)).where(cycle.c.initiative == initiative_id).scalar_subquery()
    statement = (
        select(answer.c.question, answer.c.text)
        .join(cycle, cycle.c.id == answer.c.cycle)
        .where(cycle.c.initiative == initiative_id, cycle.c.number == last, answer.c.question.in_(tuple(codes)))
    )
    return {row.question: row.text for row in reader.connection.execute(statement)}


def passage(words: str, text: str) -> Passage | None:
    """Return where `words` stand in `text`: as they are, but for white space, or the sentences that are most alike.

    Returns None when no sentences have enough of the words (Dice's coefficient over words without accents).
    """
    if not words.strip():
        return None
    start = text.find(words)
    if start >= 0:
        return Passage(start, start + len(words), is_exact=True)
    same = re.search(r"\s+".join(re.escape(word) for word in words.split()), text)
    if same is not None:
        return Passage(same.start(), same.end(), is_exact=True)
    return _most_alike(words, text)


def _origin(reader: Reader, one: Measure, question: str, now: str) -> Origin:
    words = one.words.get(question, "")
    needs_review = question in one.review
    then = words
    if needs_review and not words:
        then = _said_before(reader, one, question)
    return Origin(question, words, now, passage(words, now), needs_review, then)


def _said_before(reader: Reader, one: Measure, question: str) -> str:
    """Return what the answer said before the change that asks for the review."""
    here = (review_mark.c.measure == one.id, review_mark.c.question == question)
    since = reader.connection.scalar(select(review_mark.c.since).where(*here)) or ""
    every = versions.of_answer(reader, one.initiative, question)
    return next((version.text for version in every if version.time < since), "")


def _most_alike(words: str, text: str) -> Passage | None:
    wanted = Counter(fold(words).split())
    sentences = list(_sentences(text))
    counted = [Counter(fold(text[start:end]).split()) for start, end in sentences]
    longest = 1 + sum(1 for _ in _sentences(words))
    best, found = 0.0, None
    for first in range(len(sentences)):
        run: Counter[str] = Counter()
        for last in range(first, min(first + longest, len(sentences))):
            run += counted[last]
            alike = 2 * (wanted & run).total() / (wanted.total() + run.total())
            if alike > best:
                best, found = alike, Passage(sentences[first][0], sentences[last][1], is_exact=False)
    return found if best >= _LEAST_ALIKE else None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Go through the sentences of a text, without the white space around them."""
    for match in _SENTENCE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            yield start, start + len(stripped)
