"""The command that writes documents: export."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.cli import speech
from app.cli.arguments import DAY, FILE, WholeNumber, argument, option, plan_path, reading
from app.cli.help import OneOf, command
from app.documents.order import CARD_COUNT, CARDS, KINDS, MANY_PAGES, MATRIX, MINUTES, NETWORK, PLAN, WHOLE, Order
from app.pictures.paper_sizes import PAPERS
from models.codes import cell_code, parse_cell
from models.errors import UsageError
from models.messages import LANGUAGES
from models.reading import initiatives
from models.store.plan import Plan

_FORMS = ("plain",)
_MOST_CARDS = 999


@command("export")
@plan_path
@argument("kind", says="export_kind", type=OneOf(KINDS))
@argument("out", "export_out", type=FILE)
@option("--soi", "codes", says="export_soi", stands_for="initiative", multiple=True)
@option("--lang", "language", says="lang", type=OneOf(LANGUAGES))
@option("--form", says="form", type=OneOf(_FORMS), default=_FORMS[0], expose_value=False)
@option("--on", says="on", stands_for="day", type=DAY)
@option("--workshop", says="export_workshop", stands_for="number", type=WholeNumber(1))
@option("--count", says="export_count", stands_for="number", type=WholeNumber(1, _MOST_CARDS))
@option("--cell", says="export_cell", stands_for="cell")
@option("--paper", says="export_paper", type=OneOf(tuple(PAPERS)))
def export(
    path: Path,
    kind: str,
    out: Path,
    codes: tuple[str, ...],
    language: str | None,
    on: date | None,
    workshop: int | None,
    count: int | None,
    cell: str | None,
    paper: str | None,
) -> None:
    """Write a document of a plan; a file that is there is replaced."""
    Order(kind, out).refuse_place(path)
    if workshop is not None and kind not in (MINUTES, CARDS):
        raise UsageError("usage.workshop_of")
    if (count is not None or cell is not None) and kind != CARDS:
        raise UsageError("usage.cards_of")
    if paper is not None and kind != MATRIX:
        raise UsageError("usage.paper_of")
    place = None if cell is None else parse_cell(cell)
    with reading(path) as plan:
        if place is not None and cell_code(*place) not in plan.method.cells:
            raise UsageError("code.cell", code=cell)
        chosen = _chosen(plan, kind, out, codes)
        order = Order(kind, out, chosen, language, on, workshop, count or CARD_COUNT, place, paper)
        if kind == PLAN and (codes or language or on):
            raise UsageError("usage.plan_whole")
        written = order.carry_out(plan)
    if written.missing:
        speech.tell("export.missing_glyphs", count=len(written.missing), characters=" ".join(written.missing))
    speech.tell("done.export", out=str(out))


def _chosen(plan: Plan, kind: str, out: Path, codes: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the ids of the initiatives asked for, None for all; raises UsageError where there are too many."""
    if kind == PLAN:
        return None
    if kind in (NETWORK, MINUTES) and codes:
        raise UsageError("usage.network_whole" if kind == NETWORK else "usage.minutes_whole")
    every = plan.read(initiatives.every)
    ids = tuple(plan.read(initiatives.find, code) for code in codes) if codes else None
    if kind not in WHOLE and out.suffix.lower() != MANY_PAGES and len(every if ids is None else set(ids)) > 1:
        raise UsageError("usage.one_initiative", suffix=out.suffix)
    return ids
