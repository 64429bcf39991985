"""What becomes of a bug: a report in the log folder that the user can hand on, never a traceback on the screen."""

from __future__ import annotations

import os
import platform
import sqlite3
import traceback
from datetime import UTC, datetime
from pathlib import Path

import platformdirs


def report(error: BaseException) -> Path | None:
    """Write what is known of a bug into the log folder and return the path of the report, None if it cannot be."""
    path = Path(platformdirs.user_log_dir("soi-workbench", appauthor=False))
    path /= f"error-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    lines = [
        f"python {platform.python_version()} · sqlite {sqlite3.sqlite_version} · {platform.platform()}\n",
        *traceback.format_exception(error),
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
