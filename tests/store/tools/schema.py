"""The schema that models/tables.py declares, as the text that resources/schema keeps of each version.

`python -m tests.store.tools.schema` writes the text of the present version, until that version is released.
"""

from __future__ import annotations

import re

from sqlalchemy.schema import CreateIndex, CreateTable

from models.store.versions.shapes import FOLDER
from models.tables import SCHEMA_VERSION, metadata


def declared() -> str:
    """Return the schema of the present version as text."""
    statements = []
    for table in metadata.sorted_tables:
        statements.append(str(CreateTable(table)))
        statements += [str(CreateIndex(index)) for index in sorted(table.indexes, key=lambda index: str(index.name))]
    return "\n\n".join(f"{_tidy(statement)};" for statement in statements) + "\n"


def _tidy(statement: str) -> str:
    return re.sub(r" +\n", "\n", statement.strip()).replace("\t", "    ")


if __name__ == "__main__":
    (FOLDER / f"version_{SCHEMA_VERSION}.sql").write_text(declared(), encoding="utf-8")
