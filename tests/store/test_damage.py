"""Plan files that were damaged on the way: each opens equal in content or is refused with a sentence.

Rows 10 and 17–20 of the fault matrix.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from models.errors import DamagedError, UserError
from models.store import backups
from models.store.digest import read_stamp
from models.store.plan import Plan
from models.store.recovery import recover
from tests.store.tools import ledger

LONGEST = 10
SOAK_MUTATIONS, SOAK_PARTS = 20_000, 8


def flip_a_bit(content: bytearray, random: Random) -> None:
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def change_bytes(content: bytearray, random: Random) -> None:
    for _ in range(random.randint(1, 20)):
        content[random.randrange(len(content))] = random.randrange(256)


def zero_a_sector(content: bytearray, random: Random) -> None:
    place = random.randrange(len(content) // 512) * 512
    content[place : place + 512] = bytes(512)


def swap_pages(content: bytearray, random: Random) -> None:
    one, other = (random.randrange(len(content) // 4096) * 4096 for _ in range(2))
    page = content[one : one + 4096]
    content[one : one + 4096] = content[other : other + 4096]
    content[other : other + 4096] = page


def change_the_head(content: bytearray, random: Random) -> None:
    content[random.randrange(100)] = random.randrange(256)


def cut_the_end(content: bytearray, random: Random) -> None:
    del content[random.randrange(len(content)) :]


def add_to_the_end(content: bytearray, random: Random) -> None:
    content.extend(random.randbytes(random.randint(1, 5_000)))


CHANGES: tuple[Callable[[bytearray, Random], None], ...] = (
    flip_a_bit,
    flip_a_bit,
    change_bytes,
    zero_a_sector,
    swap_pages,
    change_the_head,
    cut_the_end,
    add_to_the_end,
)


def mutate_and_look(path: Path, times: int, seed: int) -> tuple[int, int]:
    """Damage a plan file at random; return how often it was refused, and how often it opened with the same content."""
    random = Random(seed)
    original = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        stamp = read_stamp(connection)
    refused = opened = 0
    for turn in range(times):
        content = bytearray(original)
        change = random.choice(CHANGES)
        change(content, random)
        path.write_bytes(content)
        start = time.monotonic()
        try:
            with Plan.open_to_read(path) as plan:
                assert plan.file_digest() == stamp, (turn, change.__name__)
            opened += 1
        except UserError as error:
            assert isinstance(error, DamagedError)
            assert str(path) in ledger.in_both_languages(error)
            refused += 1
        assert time.monotonic() - start < LONGEST
        assert path.read_bytes() == content
    return refused, opened


def test_a_damaged_file_opens_with_the_same_content_or_is_refused(full_path: Path) -> None:
    refused, opened = mutate_and_look(full_path, 150, seed=1)
    assert refused > opened


@pytest.mark.soak
@pytest.mark.parametrize("part", range(SOAK_PARTS))
def test_twenty_thousand_damaged_files_never_open_with_other_content(full_path: Path, part: int) -> None:
    refused, opened = mutate_and_look(full_path, SOAK_MUTATIONS // SOAK_PARTS, seed=100 + part)
    assert refused > opened


def test_a_damaged_file_can_be_recovered_or_says_that_nothing_is_left(full_path: Path, tmp_path: Path) -> None:
    random = Random(2)
    original = full_path.read_bytes()
    saved = 0
    for turn in range(24):
        content = bytearray(original)
        CHANGES[turn % len(CHANGES)](content, random)
        full_path.write_bytes(content)
        out = tmp_path / f"{turn}.soi"
        try:
            found = recover(full_path, out)
            with Plan.open_to_read(out) as plan:
                assert plan.read(lambda reader: reader.connection.exec_driver_sql("SELECT 1 FROM plan").scalar()) == 1
            saved += 1
            assert found.rows > 0
        except UserError as error:
            ledger.in_both_languages(error)
            assert not out.exists()
        assert full_path.read_bytes() == content
    assert saved > 10


def test_of_a_file_that_is_cut_short_what_stood_before_the_cut_is_saved(full_path: Path, tmp_path: Path) -> None:
    content = full_path.read_bytes()
    rows = []
    for turn, share in enumerate((0.4, 0.6, 0.9)):
        full_path.write_bytes(content[: int(len(content) * share)])
        found = recover(full_path, tmp_path / f"{turn}.soi")
        assert found.lost
        rows.append(found.rows)
        Plan.open(tmp_path / f"{turn}.soi").close()
    assert rows == sorted(rows)
    assert rows[-1] > 500


@pytest.mark.parametrize("share", [0.0, 0.001, 0.1, 0.5, 0.9, 0.9999])
def test_a_file_that_is_cut_short_is_refused_and_its_newest_backup_named(path: Path, share: float) -> None:
    backups.keep(path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    for way in (Plan.open, Plan.open_to_read):
        with pytest.raises(DamagedError) as refusal:
            way(path)
        assert "restore 1 -o" in ledger.in_both_languages(refusal.value)
    assert backups.restore(path, 1, path.with_name("restored.soi")).number == 1
    assert path.with_name("restored.soi").read_bytes() == content


def test_without_a_backup_a_damaged_file_is_to_be_recovered(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(DamagedError, match="soi recover"):
        Plan.open(path)


def mid_transaction(path: Path) -> tuple[bytes, bytes]:
    """Return what lies on the disk in the middle of another program's transaction: the file and its journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE clause SET text = 'half of a change ' || text")
        found = path.read_bytes(), path.with_name(f"{path.name}-journal").read_bytes()
        connection.execute("ROLLBACK")
    return found


def test_a_file_caught_in_the_middle_of_a_transaction_is_refused_without_its_journal(full_path: Path) -> None:
    content, _journal = mid_transaction(full_path)
    assert content != full_path.read_bytes()
    full_path.write_bytes(content)
    with pytest.raises(DamagedError):
        Plan.open(full_path)
    assert full_path.read_bytes() == content


@pytest.mark.parametrize("is_protected", [False, True])
def test_with_its_journal_it_opens_as_it_was_before_and_stays_as_it_is(full_path: Path, is_protected: bool) -> None:
    with Plan.open_to_read(full_path) as plan:
        before = plan.file_digest()
    content, journal = mid_transaction(full_path)
    beside = full_path.with_name(f"{full_path.name}-journal")
    full_path.write_bytes(content)
    beside.write_bytes(journal)
    full_path.parent.chmod(0o555 if is_protected else 0o755)
    try:
        with Plan.open_to_read(full_path) as plan:
            assert plan.file_digest() == before
        assert recover(full_path, full_path.parent.parent / "saved.soi").lost == ()
    finally:
        full_path.parent.chmod(0o755)
    assert (full_path.read_bytes(), beside.read_bytes()) == (content, journal)


def test_a_stale_journal_or_log_beside_a_sound_file_is_not_played_into_it(full_path: Path, full: Path) -> None:
    _content, journal = mid_transaction(full_path)
    other = full_path.with_name("other.soi")
    shutil.copy(full, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE plan SET title_vi = 'of another file'")
        log = other.with_name(f"{other.name}-wal").read_bytes()
    for name, content in (("journal", journal), ("wal", log), ("shm", bytes(32_768))):
        full_path.with_name(f"{full_path.name}-{name}").write_bytes(content)
    before = full_path.read_bytes()
    with Plan.open_to_read(full) as plan:
        digest = plan.file_digest()
    with Plan.open(full_path) as plan:
        assert plan.file_digest() == digest
    assert full_path.read_bytes() == before
