"""The minutes of a workshop as data: what happened, and the steps row by row, so that they can be played again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.documents.minutes.content import MinutesContent
from models.errors import UserError
from models.plan import MinutedStep, RowChange
from models.store.versions.shapes import version

_KINDS = {"text": str, "integer": int, "real": float}
_HEAD = {"sequence": int, "time": str, "author": str, "kind": str, "label": str, "why": str}


def minutes_json(content: MinutesContent) -> dict[str, Any]:
    """Return the minutes in the form of docs/file-formats.md."""
    minutes = content.minutes
    return {
        "plan": {"id": content.plan.id, "title": content.plan.title.vi},
        "workshop": asdict(minutes.workshop),
        "author": minutes.author,
        "ended": minutes.ended,
        "cells": [asdict(cell) | {"changes": [step.sequence for step in cell.changes]} for cell in minutes.cells],
        "other_changes": [step.sequence for step in minutes.other_changes],
        "steps": [asdict(step) for step in minutes.steps],
    }


def read_steps(text: str, path: str) -> tuple[str, tuple[MinutedStep, ...]]:
    """Return the title of the workshop and the steps that minutes as data hold.

    `path` names the file to the user. Raises UserError when it holds no minutes, or rows that are none of a plan's.
    """
    try:
        document = json.loads(text)
        steps = tuple(_step(step) for step in document["steps"])
        return str(document["workshop"]["title"]), steps
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError("minutes.unreadable", path=path) from error


def _step(given: Mapping[str, Any]) -> MinutedStep:
    head = {name: given[name] for name in _HEAD}
    if any(not isinstance(value, _HEAD[name]) for name, value in head.items()):
        raise ValueError(given["sequence"])
    rows = tuple(RowChange(one["table"], _row(one, "old"), _row(one, "new")) for one in given["rows"])
    return MinutedStep(**head, parameters={}, reverts=given["reverts"], stands=bool(given["stands"]), rows=rows)


def _row(given: Mapping[str, Any], side: str) -> Mapping[str, Any] | None:
    """Return a row whose columns and kinds of value are those of its table; raises ValueError at any other."""
    tables = {one.name: one for one in version().content}
    table, row = tables[given["table"]], given[side]
    if row is None:
        return None
    if set(row) != {column.name for column in table.columns}:
        raise ValueError(table.name)
    for column in table.columns:
        value = row[column.name]
        is_sound = column.is_nullable if value is None else type(value) is _KINDS[column.kind]
        if not is_sound:
            raise ValueError(column.name)
    return dict(row)
