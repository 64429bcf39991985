"""The journal's values are SQL literals that are parsed, exactly, and never executed."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.errors import DamagedError
from models.journal import literals

TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
VALUES = st.one_of(
    st.none(), TEXTS, st.integers(-(1 << 63), (1 << 63) - 1), st.floats(allow_nan=False, allow_infinity=False)
)


def quoted(values: list[object]) -> str:
    """Return the values as SQLite's quote() gives them, parted by commas."""
    with sqlite3.connect(":memory:") as connection:
        marks = "||','||".join("quote(?)" for _ in values)
        text = connection.execute(f"SELECT {marks}", values).fetchone()[0]
    connection.close()
    return str(text)


@given(st.lists(VALUES, min_size=1, max_size=6))
@example(["it's", "''", "'", ",", "',NULL,'", "\n"])
@example([5e-324, 1.7976931348623157e308, 0.1, 7.5])
@example([-(1 << 63), (1 << 63) - 1, 0])
def test_every_value_comes_back_exactly(values: list[object]) -> None:
    found = list(literals(quoted(values)))
    assert found == values
    assert [type(one) for one in found] == [type(one) for one in values]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ",",
        "1,",
        ",1",
        "1 ",
        " 1",
        "'a",
        "a'",
        "'a''",
        "'a'b",
        "''''', ''",
        "NULLL",
        "null",
        "X'00'",
        "1e",
        "1.",
        ".5",
        "--1",
        "1;2",
        "quote(1)",
        "(SELECT 1)",
        "randomblob(9)",
        "1||2",
        "0x10",
        "'a' 'b'",
        "NaN",
        "Inf",
        "1_000",
        "٣",
        "１",
        "9223372036854775808",
        "-9223372036854775809",
        "9" * 19,
        "-" + "9" * 19,
    ],
)
def test_anything_else_is_damage(text: str) -> None:
    with pytest.raises(DamagedError):
        list(literals(text))


@given(st.text(st.sampled_from("'\",;NUL()-+.eE0123456789٣ SELECT\n")))
def test_any_text_is_read_as_sqlite_reads_it_or_is_damage(text: str) -> None:
    try:
        found = list(literals(text))
    except DamagedError:
        return
    with sqlite3.connect(":memory:") as connection:
        assert list(connection.execute(f"SELECT {text}").fetchone()) == found
    connection.close()


def test_a_long_literal_is_read_in_time_that_grows_with_its_length() -> None:
    long_text = "'" + "ấ''" * 300_000
    with pytest.raises(DamagedError):
        list(literals(long_text))
    assert len(str(next(literals(long_text + "'")))) == 600_000
    assert unicodedata.is_normalized("NFC", str(next(literals(long_text + "'"))))
    with pytest.raises(DamagedError):
        list(literals("9" * 1_000_000 + "x"))
