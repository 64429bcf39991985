"""What becomes of a bug: a report in the log folder, so that the user can hand it on; never a traceback on the screen."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

import platformdirs


def report(error: BaseException) -> Path:
    """Write what is known of an unexpected error into the log folder and return the report's path."""
    folder = Path(platformdirs.user_log_dir("soi-workbench", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"error-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    lines = [
        f"python {platform.python_version()} · sqlite {sqlite3.sqlite_version} · {platform.platform()}\n",
        *traceback.format_exception(error),
    ]
    path.write_text("".join(lines), encoding="utf-8", errors="backslashreplace")
    return path


def silence_broken_pipe() -> None:
    """Let the interpreter end without a word when whoever read our output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
