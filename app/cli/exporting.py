"""The command that writes documents: export."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.cli import speech
from app.cli.arguments import DAY, FILE, argument, option, plan_path, reading
from app.cli.help import OneOf, command
from app.documents.order import KINDS, MANY_PAGES, NETWORK, PLAN, Order
from models.errors import UsageError
from models.messages import LANGUAGES
from models.reading import initiatives
from models.store.plan import Plan

_FORMS = ("plain",)


@command("export")
@plan_path
@argument("kind", says="export_kind", type=OneOf(KINDS))
@argument("out", "export_out", type=FILE)
@option("--soi", "codes", says="export_soi", stands_for="initiative", multiple=True)
@option("--lang", "language", says="lang", type=OneOf(LANGUAGES))
@option("--form", says="form", type=OneOf(_FORMS), default=_FORMS[0], expose_value=False)
@option("--on", says="on", stands_for="day", type=DAY)
def export(path: Path, kind: str, out: Path, codes: tuple[str, ...], language: str | None, on: date | None) -> None:
    """Write a document of a plan; a file that is there is replaced."""
    Order(kind, out).refuse_place(path)
    with reading(path) as plan:
        order = Order(kind, out, _chosen(plan, kind, out, codes), language, on)
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
    if kind == NETWORK and codes:
        raise UsageError("usage.network_whole")
    every = plan.read(initiatives.every)
    ids = tuple(plan.read(initiatives.find, code) for code in codes) if codes else None
    if kind != NETWORK and out.suffix.lower() != MANY_PAGES and len(every if ids is None else set(ids)) > 1:
        raise UsageError("usage.one_initiative", suffix=out.suffix)
    return ids
