"""Search over 400,000 measures beside bare FTS5 and beside looking through every text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

from benchmarks.material import RARE, Material
from benchmarks.measuring import once, race
from benchmarks.report import Figure, Goal
from models.search import Hit, Index, entries
from models.store.plan import Plan
from models.text import fold

_RUNS = 9
_FIRST = 50
_AT_ONCE = Goal(0.020)
_BUILD = Goal(3, "floor")
_QUERIES = {
    "a frequent word": "va",
    "three words": "chuyen doi so",
    "three words with accents": "nguồn nhân lực",
    "the beginning of a word": "congn",
    "one letter": "c",
    "a rare word": RARE,
    "a word that is not there": "khongcotunay",
}


def searching(material: Material) -> Iterator[Figure]:
    """Building the index, and the time to the first 50 hits of several queries."""
    with Plan.open_to_read(material.copy(material.national)) as plan:
        hits = list(plan.read(lambda reader: list(entries(reader))))
        rows = [(number, fold(f"{hit.place} {hit.text}")) for number, hit in enumerate(hits, start=1)]
        index = Index(material.place(".sqlite"))
        ours = once(lambda: plan.read(lambda reader: index.build(entries(reader))))
    with closing(index), closing(sqlite3.connect(material.place(".sqlite"))) as bare:
        floor = once(lambda: _build(bare, rows, hits))
        yield Figure(
            f"index of {len(hits):,} texts (floor: FTS5 alone, texts folded before)", ours, floor, goals=(_BUILD,)
        )
        for name, words in _QUERIES.items():
            taken = race(_RUNS, floor=_fts(bare, words), peer=_scan(bare, words), ours=_find(index, words))
            floor_time, peer_time = taken["floor"].median, taken["peer"].median
            what = f"first {_FIRST} hits of {name}"
            yield Figure(what, taken["ours"].median, floor_time, peer_time, (_AT_ONCE,))


def _build(bare: sqlite3.Connection, rows: Sequence[tuple[int, str]], hits: Sequence[Hit]) -> None:
    bare.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        "CREATE TABLE shown (id INTEGER PRIMARY KEY, folded TEXT, text TEXT);"
        "CREATE VIRTUAL TABLE folded USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0'); BEGIN"
    )
    bare.executemany("INSERT INTO folded (rowid, text) VALUES (?, ?)", rows)
    texts = ((number, text, hit.text) for (number, text), hit in zip(rows, hits, strict=True))
    bare.executemany("INSERT INTO shown VALUES (?, ?, ?)", texts)
    bare.execute("COMMIT")


def _fts(bare: sqlite3.Connection, words: str) -> Callable[[], object]:
    query = " ".join(f'"{word}"' for word in fold(words).split()) + "*"
    sql = f"SELECT text FROM shown WHERE id IN (SELECT rowid FROM folded WHERE folded MATCH ? LIMIT {_FIRST})"
    return lambda: bare.execute(sql, (query,)).fetchall()


def _scan(bare: sqlite3.Connection, words: str) -> Callable[[], object]:
    """Return the peer: every text looked through, until 50 hold all words."""
    terms = [f"%{word}%" for word in fold(words).split()]
    condition = " AND ".join("folded LIKE ?" for _ in terms)
    return lambda: bare.execute(f"SELECT text FROM shown WHERE {condition} LIMIT {_FIRST}", terms).fetchall()


def _find(index: Index, words: str) -> Callable[[], object]:
    return lambda: index.find(words, _FIRST)
