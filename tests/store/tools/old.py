"""Plan files and a working copy that a program of version 1 really wrote, and what is in them.

Made with the program of commit 5a161da: `Plan.create` laid down a plan whose sources and targets were cut to a few
rows, its command line did the rest. `version_1` has stakeholders, a closed cycle and the next, review marks, links, a
card put somewhere and two steps taken back; `version_1_plain` is the same without stakeholders; `version_1_left` is the
working copy that such a program left when it was killed after one more answer to `version_1`.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.store import files, working
from models.store.lock import Holder
from models.store.working import Base
from tests.store.tools.children import in_child

FOLDER = Path(__file__).resolve().parent.parent / "old"
WITH_STAKEHOLDERS, PLAIN, LEFT = "version_1.soi", "version_1_plain.soi", "version_1_left.sqlite"
MOVED = {"initiative_stakeholder", "change", "changeset", "stamp"}
LEFT_ANSWER = "Viết rồi chương trình tắt đột ngột"


def unpacked(name: str) -> bytes:
    """Return the bytes of one of the files."""
    return gzip.decompress((FOLDER / f"{name}.gz").read_bytes())


def leave_behind(path: Path) -> None:
    """Let a working copy of the plan file `path` lie where a program of version 1 left it when it died."""
    folder = files.private_folder(working.folder_for(path))
    (folder / working.COPY).write_bytes(unpacked(LEFT))
    holder = json.loads(in_child(lambda tell: tell(json.dumps(asdict(Holder.this_process()))))[0])
    base = Base(str(path), files.sha256(path), Holder(**holder))
    (folder / "base.json").write_text(json.dumps(asdict(base)), encoding="utf-8")


def tables(database: Path | bytes) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table of a database, by column."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database if isinstance(database, bytes) else database.read_bytes())
        connection.row_factory = sqlite3.Row
        names = [row["name"] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2")]
            for name in sorted(names)
        }


def check_same_fields(before: dict[str, list[dict[str, Any]]], now: dict[str, list[dict[str, Any]]]) -> None:
    """Look that every field of a plan of version 1 is there, and that what is new to its rows is empty."""
    made = {row["id"] for row in now["answer"]} - {row["id"] for row in before["answer"]}
    for table in before.keys() - MOVED:
        there = [row for row in now[table] if table != "answer" or row["id"] not in made]
        assert len(there) == len(before[table]), table
        for was, row in zip(before[table], there, strict=True):
            assert {name: row[name] for name in was} == was, table
            assert all(row[name] in ("", 0, None) for name in row.keys() - was.keys()), table
