"""Gathering the lists that hang on rows, in one query for many owners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from models.access import Reader
from models.method import Bilingual


def lists_of(reader: Reader, table: Table, where: ColumnElement[bool] | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return, by owner, the values of a list table in order: its first column is the owner, its second the value."""
    owner, value = list(table.columns)[:2]
    order = table.c.position if "position" in table.c else value
    statement = select(owner, value).order_by(owner, order)
    gathered: dict[str, list[str]] = defaultdict(list)
    for owner_id, item in reader.connection.execute(statement if where is None else statement.where(where)):
        gathered[owner_id].append(item)
    return {owner_id: tuple(items) for owner_id, items in gathered.items()}


def bilingual(row: Any, name: str) -> Bilingual:
    """Return the text `name` of a row that has it in both languages."""
    return Bilingual(getattr(row, f"{name}_vi"), getattr(row, f"{name}_en"))


def is_any(column: ColumnElement[Any], values: Iterable[str] | None) -> ColumnElement[bool] | None:
    """Return the condition that `column` is one of `values`, or None for no condition."""
    return None if values is None else column.in_(list(values))
