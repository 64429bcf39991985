"""Files that others made to harm, or that are no plans: each is refused before it is asked anything.

Rows 18 and 21–26 of the fault matrix.
"""

from __future__ import annotations

import resource
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import DamagedError, UserError
from models.store import backups
from models.store.digest import write_stamp
from models.store.plan import Plan
from models.store.recovery import recover
from models.tables import SCHEMA_VERSION
from tests.store.tools import ledger
from tests.store.tools.children import Tell, in_child

LONGEST, MOST_MEMORY = 10, 1_000_000_000

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
FOREIGN = {
    "a trigger": "CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM answer; END",
    "an endless view": f"CREATE VIEW v AS {ENDLESS}",
    "a huge view": "CREATE VIEW v AS SELECT hex(zeroblob(400000000))",
    "another table": "CREATE TABLE t (x)",
    "another index": "CREATE INDEX i ON answer (text)",
    "an index over an expression": "CREATE INDEX i ON answer (hex(zeroblob(1000)))",
    "a virtual table": "CREATE VIRTUAL TABLE t USING fts5(x)",
    "a statistics table": "ANALYZE",
    "another column": "ALTER TABLE answer ADD COLUMN x",
    "a computed column": "ALTER TABLE answer ADD COLUMN x GENERATED ALWAYS AS (hex(zeroblob(400000000)))",
    "a renamed column": "ALTER TABLE answer RENAME COLUMN text TO words",
    "a table less": "DROP TABLE review_mark",
    "a table that is a view": f"DROP TABLE review_mark; CREATE VIEW review_mark AS {ENDLESS}",
    "a view for every search": "ALTER TABLE plan RENAME TO p; CREATE VIEW plan AS SELECT hex(zeroblob(4e8)) FROM p",
}
INITIATIVE = "(SELECT id FROM initiative LIMIT 1)"
MEASURE = (
    "INSERT INTO measure (id, initiative, kfa, kf, position, text, status, progress, updated) "
    f"VALUES ('m', {INITIATIVE}, 1, 1, 0, 'a', 'draft', 0, '')"
)
SOURCE = "INSERT INTO source VALUES ('S', '', '', '', '', '', '', '', NULL, 0, 0, 'vi', 0, 1)"
WRONG = {
    "bytes for a text": "UPDATE initiative SET title_vi = x'00ff'",
    "bytes for a number": "UPDATE initiative SET position = x'01'",
    "a text for a number": "UPDATE initiative SET position = 'first'",
    "an endless number": "INSERT INTO target VALUES ('T', '', '', '', '', '', '', '', 1, '>=', 9e999, '', '', 0, 1)",
    "text that is not UTF-8": "UPDATE initiative SET title_vi = CAST(x'ff41' AS TEXT)",
    "text with a NUL": "UPDATE initiative SET title_vi = 'a' || char(0) || 'b'",
    "a huge text": "UPDATE initiative SET title_vi = hex(zeroblob(24000000)) || hex(zeroblob(20000000))",
    "a missing parent": "INSERT INTO cycle VALUES ('x', 'nobody', 9, '', NULL, '', 1)",
    "a clause under itself": "INSERT INTO clause VALUES ('S.1', 'S', 'S.1', 'paragraph', '', '', 0, 1);" + SOURCE,
    "clauses in a circle": "INSERT INTO clause VALUES ('S.1', 'S', 'S.2', 'paragraph', '', '', 0, 1), "
    "('S.2', 'S', 'S.1', 'heading', '', '', 0, 1);" + SOURCE,
    "a link to itself": "INSERT INTO dependency (id, origin, target, kind, strength, why) "
    f"VALUES ('x', {INITIATIVE}, {INITIATIVE}, 'precedes', 1, '')",
    "a measure's link to itself": "INSERT INTO measure_link (id, origin, target, kind, strength) "
    "VALUES ('x', 'm', 'm', 'precedes', 1);" + MEASURE,
}
TABLE_AT = {"UPDATE": 1, "INSERT": 2}


def forge(path: Path, statements: str) -> None:
    """Change a plan file as a stranger would who knows how it is stamped."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(statements)
        deadline = time.monotonic() + 1
        connection.set_progress_handler(lambda: time.monotonic() > deadline, 1_000)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 50_000_000)
        try:
            write_stamp(connection)
        except (sqlite3.Error, UnicodeDecodeError):
            connection.set_progress_handler(None, 0)
            connection.execute("UPDATE stamp SET digest = 'forged'")


def refused(path: Path) -> str:
    """Return the sentence with which every way to a plan refuses the file, in bounded time and memory, untouched."""
    before = path.read_bytes()

    def work(tell: Tell) -> None:
        start = time.monotonic()
        for way in (Plan.open, Plan.open_to_read):
            with pytest.raises(DamagedError) as refusal:
                way(path)
            tell(ledger.in_both_languages(refusal.value).replace("\n", " "))
        assert time.monotonic() - start < LONGEST
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MOST_MEMORY

    said = in_child(work)
    assert said[0] == said[1]
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return said[0]


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_that_declares_what_no_plan_does_is_refused(path: Path, what: str) -> None:
    forge(path, FOREIGN[what])
    assert "foreign tables, views or triggers" in refused(path)


@pytest.mark.parametrize("what", WRONG)
def test_a_file_with_wrong_values_is_refused_though_its_stamp_is_right(path: Path, what: str) -> None:
    forge(path, WRONG[what])
    assert str(path) in refused(path)


@pytest.mark.parametrize("what", WRONG)
def test_recovery_lists_the_rows_that_cannot_be_used_and_saves_the_rest(path: Path, tmp_path: Path, what: str) -> None:
    forge(path, WRONG[what])
    before = path.read_bytes()
    found = recover(path, tmp_path / "saved.soi")
    assert {name.split(" ")[0] for name in found.lost} >= {WRONG[what].split(" ")[TABLE_AT[WRONG[what].split(" ")[0]]]}
    Plan.open(tmp_path / "saved.soi").close()
    assert path.read_bytes() == before


def test_a_plan_whose_journal_does_not_add_up_can_be_read_and_saved_but_not_edited(path: Path, tmp_path: Path) -> None:
    forge(path, "UPDATE changeset SET kind = 'undo', reverts = 7")
    with pytest.raises(DamagedError) as refusal:
        Plan.open(path)
    assert "soi recover" in ledger.in_both_languages(refusal.value)
    Plan.open_to_read(path).close()
    recover(path, tmp_path / "saved.soi")
    Plan.open(tmp_path / "saved.soi").close()


@pytest.mark.parametrize("what", FOREIGN)
def test_recovery_takes_nothing_over_but_the_rows_of_a_plan(path: Path, tmp_path: Path, what: str) -> None:
    with Plan.open(path) as plan:
        ledger.add(plan, 1)
    forge(path, FOREIGN[what])

    def work(tell: Tell) -> None:
        start = time.monotonic()
        try:
            recover(path, tmp_path / "saved.soi")
        except UserError as error:
            tell(ledger.in_both_languages(error))
        assert time.monotonic() - start < LONGEST
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MOST_MEMORY

    if in_child(work):
        assert "every search" in what
    else:
        Plan.open(tmp_path / "saved.soi").close()


@pytest.mark.parametrize("change", ["DELETE FROM plan", "UPDATE plan SET pack = '../../../etc'"])
def test_a_file_without_a_plan_in_it_or_with_a_path_for_its_pack_is_refused(path: Path, change: str) -> None:
    forge(path, change)
    assert "unsound row in the table plan" in refused(path)


def set_head(path: Path, offset: int, value: int) -> None:
    content = bytearray(path.read_bytes())
    content[offset : offset + 4] = value.to_bytes(4, "big")
    path.write_bytes(content)


def test_a_file_of_a_newer_version_is_refused_and_not_salvaged(path: Path, tmp_path: Path) -> None:
    backups.keep(path)
    set_head(path, 60, SCHEMA_VERSION + 1)
    assert f"newer version (format {SCHEMA_VERSION + 1}" in refused(path)
    with pytest.raises(UserError, match="newer version"):
        recover(path, tmp_path / "saved.soi")


def test_a_file_of_another_program_is_refused(path: Path) -> None:
    set_head(path, 68, 0x1234)
    assert refused(path).endswith("is not a plan of SOI Workbench. The file was not changed.")


MAKERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Kế hoạch", encoding="utf-8"),
    "one byte": lambda path: path.write_bytes(b"S"),
    "zeros": lambda path: path.write_bytes(bytes(100_000)),
    "a mere head": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "another database": lambda path: (path.unlink(), sqlite3.connect(path).executescript("CREATE TABLE t (x); VACUUM")),
}


@pytest.mark.parametrize("kind", MAKERS)
def test_what_is_no_plan_is_refused_and_the_backup_of_the_plan_that_was_there_is_named(path: Path, kind: str) -> None:
    backups.keep(path)
    MAKERS[kind](path)
    assert f"“soi backups {path} restore 1 -o NEW.soi”" in refused(path)


def test_a_file_with_a_write_ahead_log_in_its_head_is_read_from_a_copy(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    before = path.read_bytes()
    Plan.open(path).close()
    assert path.read_bytes() == before


def test_a_pages_tree_that_leads_back_to_itself_is_refused(full_path: Path) -> None:
    with closing(sqlite3.connect(full_path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'clause'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(full_path.read_bytes())
    start = (root - 1) * size
    cells = int.from_bytes(content[start + 3 : start + 5], "big")
    for cell in range(cells):
        place = start + int.from_bytes(content[start + 12 + 2 * cell : start + 14 + 2 * cell], "big")
        content[place : place + 4] = root.to_bytes(4, "big")
    full_path.write_bytes(content)
    assert str(full_path) in refused(full_path)


def test_an_index_that_is_not_its_tables_own_is_refused(path: Path) -> None:
    index = "(SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_answer_2')"
    change = f"UPDATE sqlite_schema SET rootpage = {index} WHERE name = 'sqlite_autoindex_initiative_2'"
    forge(path, f"PRAGMA writable_schema = ON; {change}")
    assert "is damaged" in refused(path)
