"""One TOML file of a pack, read strictly: a missing key is an error that names file and key."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from models.errors import UserError
from models.method.records import Bilingual
from models.parsed import parsed

LARGEST = 10**15
"""The largest figure of a pack: whole numbers up to it are exact in every database."""

_Record = TypeVar("_Record")


class Table:
    """A table of a TOML file; each reader raises UserError naming the file and the key that is missing or ill-typed."""

    def __init__(self, file: str, place: str, values: Mapping[str, Any]) -> None:
        self._file = file
        self._place = place
        self._values = values

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def string(self, key: str) -> str:
        """Return a string that is not blank."""
        value = self._typed(key, str)
        if not value.strip():
            raise self._gap(key)
        return unicodedata.normalize("NFC", value)

    def optional_string(self, key: str) -> str | None:
        """Return a string, or None where the key is left out."""
        return self.string(key) if key in self._values else None

    def text(self, key: str) -> str:
        """Return a string that may be empty or left out."""
        return unicodedata.normalize("NFC", self._typed(key, str)) if key in self._values else ""

    def integer(self, key: str) -> int:
        """Return a whole number that a database holds."""
        value = self._typed(key, int)
        if abs(value) > LARGEST:
            raise self._gap(key)
        return value

    def number(self, key: str) -> float:
        """Return a number; a whole one stays whole."""
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= LARGEST:
            raise self._gap(key)
        return value

    def boolean(self, key: str) -> bool:
        """Return true or false."""
        return self._typed(key, bool)

    def day(self, key: str) -> date:
        """Return a date without a time."""
        value = self._value(key)
        if isinstance(value, datetime):
            raise self._gap(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                raise self._gap(key) from error
        return self._typed(key, date)

    def moment(self, key: str) -> datetime:
        """Return a date with a time and its offset from UTC."""
        value = self._typed(key, datetime)
        if value.tzinfo is None:
            raise self._gap(key)
        return value

    def bilingual(self, key: str, *, may_be_empty: bool = False) -> Bilingual:
        """Return a text in both languages."""
        value = self._typed(key, dict)
        texts = [value.get(language) for language in ("vi", "en")]
        for language, text in zip(("vi", "en"), texts, strict=True):
            if not isinstance(text, str) or not (text.strip() or may_be_empty):
                raise self._gap(f"{key}.{language}")
        return Bilingual(*(unicodedata.normalize("NFC", str(text)) for text in texts))

    def optional_bilingual(self, key: str) -> Bilingual | None:
        """Return a text in both languages, or None where the key is left out."""
        return self.bilingual(key) if key in self._values else None

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, which may be empty but must be there."""
        values = self._typed(key, list)
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self._gap(key)
        return tuple(unicodedata.normalize("NFC", value) for value in values)

    def optional_strings(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, empty where the key is left out."""
        return self.strings(key) if key in self._values else ()

    def texts(self) -> Mapping[str, str]:
        """Return everything in this table, each a string that is not blank, by its key."""
        return {key: self.string(key) for key in self._values}

    def bilinguals(self, key: str) -> tuple[Bilingual, ...]:
        """Return a list of texts in both languages, empty where the key is left out."""
        values = self._typed(key, list) if key in self._values else []
        rows = Table(
            self._file, self._place, {f"{key}[{number}]": value for number, value in enumerate(values, start=1)}
        )
        return tuple(rows.bilingual(name) for name in rows._values)

    def table(self, key: str) -> Table:
        """Return a table within this one."""
        return Table(self._file, f"{self._place}.{key}".lstrip("."), self._typed(key, dict))

    def tables(self, key: str, read: Callable[[Table], _Record]) -> tuple[_Record, ...]:
        """Return each table of the list `key` as `read` makes it; at least one is needed."""
        rows = self._typed(key, list)
        if not rows:
            raise self._gap(key)
        return tuple(read(row) for row in self._rows(key, rows))

    def _rows(self, key: str, rows: list[Any]) -> Iterator[Table]:
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, dict):
                raise self._gap(f"{key}[{number}]")
            name = row["code"] if isinstance(row.get("code"), str) else f"[{number}]"
            yield Table(self._file, f"{self._place}.{key} {name}".lstrip("."), row)

    def _value(self, key: str) -> Any:
        if key not in self._values:
            raise self._gap(key)
        return self._values[key]

    def _typed(self, key: str, kind: type[_Record]) -> _Record:
        value = self._value(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._gap(key)
        return value

    def _gap(self, key: str) -> UserError:
        return UserError("pack.gap", file=self._file, key=f"{self._place}.{key}".lstrip("."))


def open_table(path: Path) -> Table:
    """Read the TOML file at `path`; raises UserError when it is missing, cannot be read or is not TOML."""
    try:
        return Table(path.name, "", parsed(path))
    except FileNotFoundError as error:
        raise UserError("pack.file_missing", file=str(path)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise UserError("pack.file_unreadable", file=str(path), reason=str(error)) from error
