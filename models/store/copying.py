"""Copying a plan as it stands now into a new plan file, with or without its history."""

from __future__ import annotations

from pathlib import Path

from models.errors import UserError
from models.store import files, working
from models.store.engine import connect
from models.store.inspection import check_copy
from models.store.plan import Plan
from models.store.publishing import make_compact
from models.tables import JOURNAL


def write_copy(path: Path, out: Path, *, without_history: bool) -> None:
    """Write the plan file `path`, or what a dead program left of it, to the new file `out`.

    Without its history a copy shows what the plan is, but not how it came about nor by whom.
    """
    if out.exists():
        raise UserError("file.exists", path=str(out))
    folder = working.reading_folder()
    try:
        with Plan.open_to_read(path) as plan, files.explained(out):
            database = plan.copy_to(folder / "copy.sqlite")
        if without_history:
            connection = connect(database)
            for table in JOURNAL:
                connection.execute(f"DELETE FROM {table.name}")  # noqa: S608
            connection.close()
        compact = folder / "compact.sqlite"
        with files.explained(out):
            make_compact(database, compact)
            check_copy(compact, out, stamped=True)
            files.copy_whole(compact, out)
    finally:
        files.remove_folder(folder)
