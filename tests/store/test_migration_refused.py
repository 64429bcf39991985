"""A plan file of an older version is checked as strictly as one of this version, before anything is brought over."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from models.errors import DamagedError
from models.store import backups, working
from models.store.digest import file_digest
from models.store.plan import Plan
from models.store.versions.shapes import FOLDER, version
from models.tables import SCHEMA_VERSION
from tests.store.tools import ledger, old, schema


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file of version 1, in a folder of its own."""
    folder = tmp_path / "plans"
    folder.mkdir()
    path = folder / "Kế hoạch cũ.soi"
    path.write_bytes(old.unpacked(old.WITH_STAKEHOLDERS))
    return path


def stamp(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE stamp SET digest = ?", (file_digest(connection, version(1)),))


def drop_index(connection: sqlite3.Connection) -> None:
    connection.execute("DROP INDEX measure_cell")


def add_view(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE VIEW comment AS SELECT * FROM answer")


def add_trigger(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TRIGGER gone AFTER INSERT ON stakeholder BEGIN DELETE FROM answer; END")


def add_table_of_the_present_version(connection: sqlite3.Connection) -> None:
    connection.execute(next(sql for _, name, _, sql in version().schema if name == "measure_stakeholder"))


def say_it_is_of_the_present_version(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def change_a_word(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE answer SET text = text || '.' WHERE question = 'O1'")


def point_to_nothing(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO initiative_stakeholder VALUES ('nobody', 'nothing')")
    stamp(connection)


def put_bytes_for_text(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE initiative_support SET actor = x'00ff' WHERE position = 0")
    stamp(connection)


def spoil_the_history(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE change SET new = '1,randomblob(9)' WHERE tab = 'initiative'")
    stamp(connection)


@pytest.mark.parametrize(
    "change",
    [
        drop_index,
        add_view,
        add_trigger,
        add_table_of_the_present_version,
        say_it_is_of_the_present_version,
        change_a_word,
        point_to_nothing,
        put_bytes_for_text,
        spoil_the_history,
    ],
)
def test_an_older_plan_that_is_not_what_its_program_wrote_is_refused(
    path: Path, change: Callable[[sqlite3.Connection], None]
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        change(connection)
    before = path.read_bytes()
    for way in (Plan.open, Plan.open_to_read):
        with pytest.raises(DamagedError) as refusal:
            way(path)
        ledger.in_both_languages(refusal.value)
    assert path.read_bytes() == before
    assert working.left_behind(path) is None


@pytest.mark.parametrize("flips", [60, pytest.param(2_000, marks=pytest.mark.soak)])
def test_an_older_plan_with_a_flipped_bit_is_refused_or_what_it_was(path: Path, tmp_path: Path, flips: int) -> None:
    random = Random(5)
    content = path.read_bytes()
    sound = old.tables(path)
    for _ in range(flips):
        damaged = bytearray(content)
        damaged[random.randrange(len(content))] ^= 1 << random.randrange(8)
        path.write_bytes(damaged)
        try:
            with Plan.open_to_read(path) as plan:
                (tmp_path / "seen.sqlite").unlink(missing_ok=True)
                rows = old.tables(plan.copy_to(tmp_path / "seen.sqlite"))
            old.check_same_fields(sound, rows)
        except DamagedError as error:
            ledger.in_both_languages(error)


def test_a_plan_of_a_newer_version_is_refused_without_a_write(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(DamagedError, match="newer version"):
        Plan.open(path)
    assert path.read_bytes() == before
    assert backups.of(path) == []


def test_the_schema_of_the_present_version_is_what_the_tables_declare() -> None:
    kept = (FOLDER / f"version_{SCHEMA_VERSION}.sql").read_text(encoding="utf-8")
    assert kept == schema.declared(), "write it anew: python -m tests.store.tools.schema"
