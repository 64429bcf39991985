"""Copying a plan as it stands now into a new plan file, with or without its history."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from models.store import files, working
from models.store.engine import connect
from models.store.inspection import check_copy
from models.store.plan import Plan
from models.store.publishing import make_compact
from models.store.refusals import database_explained, explained
from models.tables import JOURNAL


def write_copy(path: Path, out: Path, *, without_history: bool) -> None:
    """Write the plan file `path`, or what a dead program left of it, to the new file `out`.

    Without its history a copy shows what the plan is, but not how it came about nor by whom.
    """
    out = files.free_place(out)
    with Plan.open_to_read(path) as plan, working.reading_copy() as folder, explained(out):
        database = plan.copy_to(folder / "copy.sqlite")
        if without_history:
            _forget_history(database)
        compact = make_compact(database, folder / "compact.sqlite")
        check_copy(compact, out, stamped=True)
        files.copy_whole(compact, out)


def _forget_history(database: Path) -> None:
    with database_explained("publish.failed"), closing(connect(database)) as connection:
        for table in JOURNAL:
            connection.execute(f"DELETE FROM {table.name}")  # noqa: S608
