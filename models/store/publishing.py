"""Publishing: the working copy becomes the plan file, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from models.errors import ConflictError, UserError
from models.store import backups, files
from models.store.digest import write_stamp
from models.store.engine import connect
from models.store.inspection import check_copy
from models.store.working import WorkingCopy, is_stale


def publish(copy: WorkingCopy, path: Path) -> WorkingCopy:
    """Write the working copy to the plan file `path` and return it with its new base.

    A compact copy is made and stamped beside the working copy, checked, and put in the place of the plan file in one stroke; the
    file that was there is backed up first. Raises ConflictError when the plan file was changed or removed by somebody else
    meanwhile, UserError when it cannot be written; the working copy then holds everything, and the plan file what it held.
    """
    if is_stale(copy, path):
        raise ConflictError("publish.changed" if path.exists() else "publish.gone", path=str(path))
    compact = copy.folder / "publish.sqlite"
    try:
        with files.explained(path):
            make_compact(copy.database, compact)
            check_copy(compact, path, stamped=True)
            if path.exists():
                backups.keep(path)
            files.copy_whole(compact, path)
            return copy.note(files.sha256(compact))
    finally:
        files.remove(compact)


def make_compact(database: Path, compact: Path) -> None:
    """Write a compact, stamped and synchronised copy of a database."""
    files.remove(compact)
    try:
        connection = connect(database)
        try:
            connection.execute("VACUUM INTO ?", (str(compact),))
        finally:
            connection.close()
        connection = connect(compact)
        try:
            write_stamp(connection)
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        raise UserError("file.system", path=str(compact), reason=str(error)) from error
    files.sync(compact)
