"""An order for a document of an open plan, which the command line and the window alike let carry out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents import export as documents
from app.documents.blocks import Written
from app.documents.plan_json import plan_json
from models.errors import UsageError
from models.reading import plans, sheets
from models.store.files import write_whole
from models.store.plan import Plan
from models.store.refusals import explained

if TYPE_CHECKING:
    from app.pictures.network import NetworkContent

PLAN, NETWORK = "plan", "network"
KINDS = (*documents.KINDS, PLAN)
WHOLE = (NETWORK, PLAN)
"""Kinds that show every initiative, whichever are chosen."""
MANY_PAGES = ".pdf"
"""The one format of pictures that holds several initiatives."""


def suffixes(kind: str) -> tuple[str, ...]:
    """Return the suffixes that one of KINDS can be written to."""
    return (".json",) if kind == PLAN else documents.suffixes(kind)


@dataclass(frozen=True)
class Order:
    """One of KINDS to be written to `path`.

    `initiatives` are ids, None for all; without a `language` it is that of the plan. The plan as data takes neither.
    """

    kind: str
    path: Path
    initiatives: tuple[str, ...] | None = None
    language: str | None = None
    on: date | None = None

    def refuse_place(self, plan_file: Path) -> None:
        """Raise UsageError where the kind has no such format, or the plan itself would be replaced."""
        known = suffixes(self.kind)
        if self.path.suffix.lower() not in known:
            raise UsageError("usage.suffix", kind=self.kind, suffixes=", ".join(known), out=str(self.path))
        with explained(self.path):
            if self.path.exists() and plan_file.exists() and self.path.samefile(plan_file):
                raise UsageError("usage.onto_itself", path=str(plan_file))

    def carry_out(self, plan: Plan, progress: Callable[[int, int], None] = documents.untold) -> Written:
        """Write the document, whole or not at all, and say what was made; any thread may ask.

        `progress(done, total)` is told how many initiatives are written; what it raises stops the work and leaves no
        file. Raises UserError when the system refuses the file.
        """
        if self.kind == PLAN:
            return self._write_plan(plan, progress)
        language = self.language or plan.read(plans.header).language
        on = self.on or date.today()
        content = _network(plan) if self.kind == NETWORK else plan.read(sheets.every, self.initiatives)
        return documents.export(self.kind, self.path, content, plan.method, language, on, progress)

    def _write_plan(self, plan: Plan, progress: Callable[[int, int], None]) -> Written:
        progress(0, 1)
        content = json.dumps(plan.read(plan_json), ensure_ascii=False, indent=1, allow_nan=False)
        progress(1, 1)
        with explained(self.path):
            write_whole(self.path.absolute(), f"{content}\n".encode())
        return Written(0)


def _network(plan: Plan) -> NetworkContent:
    from app.pictures.network import NetworkContent
    from models.reading import dependencies, initiatives, networks

    return plan.read(
        lambda reader: NetworkContent(
            plans.header(reader), initiatives.every(reader), dependencies.every(reader), networks.network(reader)
        )
    )
