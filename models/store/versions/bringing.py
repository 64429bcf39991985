"""Bringing a plan of an older version to the present one: into a new file, the rows are copied version by version.

The older database is read only, and gives way to the new one in one stroke when that has been checked.
"""

from __future__ import annotations

from contextlib import closing
from importlib import import_module
from pathlib import Path

from models.errors import DamagedError
from models.store import files
from models.store.engine import connect
from models.store.inspection import check_copy
from models.store.refusals import database_explained
from models.store.versions.shapes import create, version, version_of
from models.tables import SCHEMA_VERSION


def is_old(database: Path) -> bool:
    """Return whether a database, which has been checked, is of an older version."""
    return _number(database) < SCHEMA_VERSION


def bring_up(database: Path, path: Path) -> None:
    """Bring a private database, which has been checked, to the present version; at any moment it is the old or the new.

    `path` is the plan file that sentences name. Raises UserError when the disk refuses, DamagedError when what it
    holds cannot be brought over.
    """
    for number in range(_number(database), SCHEMA_VERSION):
        fresh = database.with_name(f"version-{number + 1}.sqlite")
        files.remove(fresh)
        try:
            with database_explained("plan.not_migrated"):
                _copy(database, fresh, number)
            check_copy(fresh, path, stamped=False)
            files.sync(fresh)
            files.replace(fresh, database)
        except BaseException:
            files.remove(fresh)
            raise


def _copy(database: Path, fresh: Path, number: int) -> None:
    with closing(connect(database)) as old, closing(connect(fresh, create=True)) as new:
        create(new, version(number + 1))
        new.execute("BEGIN")
        import_module(f"models.store.versions.from_{number}").copy(old, new)
        new.execute("COMMIT")


def _number(database: Path) -> int:
    with database_explained("plan.unreadable"), closing(connect(database)) as connection:
        number = version_of(connection)
    if number is None:
        raise DamagedError("file.schema", path=str(database))
    return number
