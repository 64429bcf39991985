"""Full-text search without accents over everything a plan says, in an index beside the plan, never inside it."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from models.access import Reader
from models.codes import cell_code
from models.errors import UserError
from models.reading import initiatives
from models.store import files
from models.tables import answer, clause, cycle, dependency, initiative, measure
from models.text import clean, fold, one_line

RANKED = 1000
"""Hits up to which the best come first; beyond it their order in the plan is kept: ranking would take too long."""

_FORM = "2"
"""Stands for the way texts are folded and laid down: an index of another form is made anew."""

_SCHEMA = """
CREATE TABLE shown (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE stands_for (mark TEXT NOT NULL);
CREATE VIRTUAL TABLE folded USING fts5(text, content='', tokenize="unicode61 remove_diacritics 0", prefix='1 2 3');
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: its kind (initiative, answer, conclusion, measure, dependency, clause), place and text."""

    kind: str
    place: str
    text: str


def entries(reader: Reader) -> Iterator[Hit]:
    """Yield everything of a plan that can be searched: first what planners wrote, then the clauses of the sources."""
    codes = initiatives.codes(reader)
    for owner, code in codes.items():
        yield from _written(reader, owner, code)
    run = reader.connection.execute
    for row in run(select(dependency).where(dependency.c.why != "")):
        if row.origin in codes and row.target in codes:
            yield Hit("dependency", f"{codes[row.origin]} → {codes[row.target]}", row.why)
    for row in run(select(clause).where(clause.c.kind != "sentence").order_by(clause.c.source, clause.c.position)):
        yield Hit("clause", row.code, f"{row.text}\n{row.text_en}".strip())


def _written(reader: Reader, owner: str, code: str) -> Iterator[Hit]:
    """Yield the initiative itself, the answers and conclusions of its latest cycle and its measures."""
    run = reader.connection.execute
    row = run(select(initiative).where(initiative.c.id == owner)).one()
    yield Hit("initiative", code, f"{row.title_vi}\n{row.title_en}".strip())
    last = select(cycle.c.id).where(cycle.c.initiative == owner).order_by(cycle.c.number.desc()).limit(1)
    texts = select(answer.c.question, answer.c.text).where(answer.c.cycle == last.scalar_subquery())
    order = (*reader.method.questions, *reader.method.steps)
    for question, text in sorted(run(texts.where(answer.c.text != "")), key=lambda pair: order.index(pair[0])):
        yield Hit("answer" if question in reader.method.questions else "conclusion", f"{code}.{question}", text)
    placed = select(measure).where(measure.c.initiative == owner)
    for row in run(placed.order_by(measure.c.kfa, measure.c.kf, measure.c.position)):
        words = (row.text, row.lead, row.person, row.responsibility, row.product, row.authority, row.funding)
        place = f"{code}.{cell_code(row.kfa, row.kf)}#{row.id}"
        yield Hit("measure", place, " · ".join(word for word in words if word))


class Index:
    """An index in a file of its own, or in memory; anything in it can be made again from the plan."""

    def __init__(self, path: Path | None = None) -> None:
        self._connection = sqlite3.connect(":memory:" if path is None else path, isolation_level=None)
        try:
            self._connection.execute("PRAGMA journal_mode = OFF")
            self._connection.execute("PRAGMA synchronous = OFF")
        except sqlite3.Error:
            self.close()
            raise

    def close(self) -> None:
        """Close the index."""
        self._connection.close()

    def build(self, hits: Iterable[Hit], mark: str = "") -> None:
        """Fill an empty index; `mark` says what state of the plan it stands for."""
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN")
        for number, hit in enumerate(hits, start=1):
            self._connection.execute("INSERT INTO shown VALUES (?, ?, ?, ?)", (number, hit.kind, hit.place, hit.text))
            self._connection.execute(
                "INSERT INTO folded (rowid, text) VALUES (?, ?)", (number, fold(f"{hit.place} {hit.text}"))
            )
        self._connection.execute("INSERT INTO stands_for VALUES (?)", (mark,))
        self._connection.execute("COMMIT")

    def mark(self) -> str | None:
        """Return the state of the plan the index stands for, None when it is not filled."""
        try:
            row = self._connection.execute("SELECT mark FROM stands_for").fetchone()
        except sqlite3.DatabaseError:
            return None
        return None if row is None else str(row[0])

    def find(self, words: str, limit: int = 50) -> list[Hit]:
        """Return at most `limit` entries that hold every word (the last one may go on), with or without accents.

        Raises UserError when there is nothing to look for, or a character that no plan holds.
        """
        query = _query(clean(words))
        if query is None:
            raise UserError("search.nothing")
        match = "SELECT rowid FROM folded WHERE folded MATCH ?"
        rows = self._connection.execute(f"{match} LIMIT ?", (query, RANKED + 1)).fetchall()
        if len(rows) <= RANKED:
            rows = self._connection.execute(f"{match} ORDER BY rank LIMIT ?", (query, limit)).fetchall()
        one = "SELECT kind, place, text FROM shown WHERE id = ?"
        return [Hit(*self._connection.execute(one, row).fetchone()) for row in rows[:limit]]


def open_index(name: str, mark: str, hits: Iterable[Hit]) -> Index:
    """Return the kept index `name`, made anew from `hits` when it does not stand for the state `mark`.

    It is made beside the kept one and then takes its place, so that another program never meets half of it. Where
    nothing can be kept it is made in memory.
    """
    mark = f"{_FORM} {mark}"
    try:
        path = files.cache_folder("search") / f"{name}.sqlite"
        kept = _opened(path, mark)
        if kept is not None:
            return kept
        stage = path.with_name(f"{name}-{uuid.uuid4().hex}.tmp")
        index = Index(stage)
    except (OSError, UserError, sqlite3.Error):
        index = Index()
        index.build(hits, mark)
        return index
    index.build(hits, mark)
    index.close()
    files.replace(stage, path)
    return Index(path)


def _opened(path: Path, mark: str) -> Index | None:
    """Return the index at `path` when it is a sound one that stands for the state `mark`."""
    if not path.exists():
        return None
    try:
        index = Index(path)
    except sqlite3.DatabaseError:
        return None
    if index.mark() == mark:
        return index
    index.close()
    return None


def snippet(text: str, words: str, longest: int = 160) -> str:
    """Return a piece of `text` on one line around the first of `words` that is found in it."""
    line = " ".join(text.split())
    folded = fold(line)
    places = [place for word in fold(words).split() if (place := folded.find(word)) >= 0]
    start = max(0, min(places, default=0) - longest // 3)
    return ("…" if start else "") + one_line(line[start:], longest)


def _query(words: str) -> str | None:
    terms = ['"' + word.replace('"', '""') + '"' for word in fold(words).split() if any(map(str.isalnum, word))]
    return " ".join(terms) + "*" if terms else None
