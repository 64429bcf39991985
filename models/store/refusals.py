"""What the operating system or the database refuses, turned into a sentence that a person can act on."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import StatementError

from models.errors import UserError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_BAD_NAME_ON_WINDOWS = (123, 206)
"""A name that cannot be, and one that is too long."""


@contextlib.contextmanager
def explained(path: Path, *, forbidden: str = "file.forbidden") -> Iterator[None]:
    """Turn what the operating system refuses within the block into a sentence that names `path`.

    `forbidden` is the sentence for what the user has no right to.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(_sentence_for(error) or forbidden, path=str(path), reason=reason) from error


def _sentence_for(error: OSError) -> str | None:
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) in _BAD_NAME_ON_WINDOWS:
        return "file.bad_name"
    if error.errno in _FULL:
        return "file.disk_full"
    if isinstance(error, FileNotFoundError):
        return "file.missing"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return None
    return "file.is_folder" if isinstance(error, IsADirectoryError) else "file.system"


@contextlib.contextmanager
def database_explained(failed: str, full: str = "publish.disk_full") -> Iterator[None]:
    """Turn what the database refuses within the block into the sentence `failed`, or `full` when the disk is.

    A text that a column refuses says so itself. A broken rule of the schema or a misused connection is a bug and stays
    what it is.
    """
    try:
        yield
    except (StatementError, sqlite3.Error) as error:
        refusal = error.orig if isinstance(error, StatementError) else error
        if isinstance(refusal, UserError):
            raise refusal from error
        if type(refusal) not in (sqlite3.OperationalError, sqlite3.DatabaseError):
            raise
        reason = str(refusal)
        raise UserError(full if "full" in reason else failed, reason=reason) from error
