"""An order for a document of an open plan, which the command line and the window alike let carry out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents import export as documents
from app.documents.blocks import Written
from app.documents.plan_json import plan_json
from models.errors import UsageError
from models.plan import Sheet
from models.reading import plans, sheets
from models.store.files import write_whole
from models.store.plan import Plan
from models.store.refusals import explained

if TYPE_CHECKING:
    from app.documents.cards.cards import CardsContent
    from app.documents.minutes.content import MinutesContent
    from app.pictures.network import NetworkContent

PLAN, MATRIX, NETWORK, MINUTES, CARDS = "plan", "matrix", "network", "minutes", "cards"
KINDS = (*documents.KINDS, PLAN)
WHOLE = (NETWORK, PLAN, MINUTES, CARDS)
"""Kinds that want no initiatives chosen."""
CARD_COUNT = 32
MANY_PAGES = ".pdf"
"""The one format of pictures that holds several initiatives."""
_DATA = ".json"


def suffixes(kind: str) -> tuple[str, ...]:
    """Return the suffixes that one of KINDS can be written to."""
    if kind == PLAN:
        return (_DATA,)
    return (*documents.suffixes(kind), _DATA) if kind == MINUTES else documents.suffixes(kind)


@dataclass(frozen=True)
class Order:
    """One of KINDS to be written to `path`.

    `initiatives` are ids, None for all; without a `language` it is that of the plan. The plan as data takes neither.
    Minutes are those of the workshop of that number, or of the latest. There are `count` cards for each initiative, or
    with None for any, on a cell (KFA number, KF number) or on one to be ticked. A matrix fills a `paper`, such as
    a0, or is as high as it must be.
    """

    kind: str
    path: Path
    initiatives: tuple[str, ...] | None = None
    language: str | None = None
    on: date | None = None
    workshop: int | None = None
    count: int = CARD_COUNT
    cell: tuple[int, int] | None = None
    paper: str | None = None

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
            return self._write_data(plan.read(plan_json), progress)
        language = self.language or plan.read(plans.header).language
        on = self.on or date.today()
        if self.kind == MINUTES and self.path.suffix.lower() == _DATA:
            from app.documents.minutes.data import minutes_json

            return self._write_data(minutes_json(_minutes(plan, self.workshop)), progress)
        content = self._content(plan)
        return documents.export(self.kind, self.path, content, plan.method, language, on, progress, self.paper)

    def _content(self, plan: Plan) -> Sequence[Sheet] | NetworkContent | MinutesContent | CardsContent:
        """Return what the document is written from."""
        if self.kind == NETWORK:
            return _network(plan)
        if self.kind == MINUTES:
            return _minutes(plan, self.workshop)
        if self.kind == CARDS:
            return self._cards(plan)
        return plan.read(sheets.every, self.initiatives)

    def _cards(self, plan: Plan) -> CardsContent:
        from app.documents.cards.cards import CardsContent
        from models.reading import initiatives, workshops

        known = {one.id: one for one in plan.read(initiatives.every)}
        chosen = tuple(known[one] for one in self.initiatives or ())
        held = plan.read(workshops.every)
        there = [one for one in held if self.workshop == one.number or (self.workshop is None and one.closed is None)]
        if self.workshop is not None and not there:
            raise UsageError("workshop.none", number=self.workshop)
        number = there[0].number if there else len(held) + 1
        title = there[0].title if there else ""
        return CardsContent(plan.read(plans.header), number, title, chosen, self.cell, self.count)

    def _write_data(self, document: object, progress: Callable[[int, int], None]) -> Written:
        progress(0, 1)
        content = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
        progress(1, 1)
        with explained(self.path):
            write_whole(self.path.absolute(), f"{content}\n".encode())
        return Written(0)


def _minutes(plan: Plan, number: int | None) -> MinutesContent:
    from app.documents.minutes.content import MinutesContent
    from models.reading import workshops

    return plan.read(
        lambda reader: MinutesContent(
            plans.header(reader), workshops.minutes(reader, workshops.numbered(reader, number).id)
        )
    )


def _network(plan: Plan) -> NetworkContent:
    from app.pictures.network import NetworkContent
    from models.reading import dependencies, initiatives, networks

    return plan.read(
        lambda reader: NetworkContent(
            plans.header(reader), initiatives.every(reader), dependencies.every(reader), networks.network(reader)
        )
    )
