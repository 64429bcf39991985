"""The command that writes documents: export."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import speech
from app.cli.arguments import DAY, FILE, argument, option, plan_path, reading
from app.cli.help import OneOf, command
from app.documents import export as documents
from app.documents.plan_json import plan_json
from models.errors import UsageError
from models.messages import LANGUAGES
from models.plan import Sheet
from models.reading import initiatives, plans, sheets
from models.store.files import write_whole
from models.store.plan import Plan
from models.store.refusals import explained

if TYPE_CHECKING:
    from app.pictures.network import NetworkContent

_PLAN, _NETWORK = "plan", "network"
_PLAN_SUFFIXES = (".json",)
_FORMS = ("plain",)
_MANY_PAGES = ".pdf"


@command("export")
@plan_path
@argument("kind", says="export_kind", type=OneOf((*documents.KINDS, _PLAN)))
@argument("out", "export_out", type=FILE)
@option("--soi", "codes", says="export_soi", stands_for="initiative", multiple=True)
@option("--lang", "language", says="lang", type=OneOf(LANGUAGES))
@option("--form", says="form", type=OneOf(_FORMS), default=_FORMS[0], expose_value=False)
@option("--on", says="on", stands_for="day", type=DAY)
def export(path: Path, kind: str, out: Path, codes: tuple[str, ...], language: str | None, on: date | None) -> None:
    """Write a document of a plan; a file that is there is replaced."""
    _refuse_place(path, out, kind)
    with reading(path) as plan:
        if kind == _PLAN:
            _write_plan(plan, out, is_part=bool(codes or language or on))
        else:
            _write_document(plan, kind, out, codes, language, on or date.today())
    speech.tell("done.export", out=str(out))


def _refuse_place(path: Path, out: Path, kind: str) -> None:
    """Raise UsageError where the kind has no such format, or the plan itself would be replaced."""
    known = _PLAN_SUFFIXES if kind == _PLAN else documents.suffixes(kind)
    if out.suffix.lower() not in known:
        raise UsageError("usage.suffix", kind=kind, suffixes=", ".join(known), out=str(out))
    if out.exists() and path.exists() and out.samefile(path):
        raise UsageError("usage.onto_itself", path=str(path))


def _write_plan(plan: Plan, out: Path, *, is_part: bool) -> None:
    if is_part:
        raise UsageError("usage.plan_whole")
    content = f"{speech.as_json(plan.read(plan_json))}\n"
    with explained(out):
        write_whole(out.absolute(), content.encode())


def _write_document(plan: Plan, kind: str, out: Path, codes: Sequence[str], language: str | None, on: date) -> None:
    spoken = language or plan.read(plans.header).language
    if kind == _NETWORK:
        if codes:
            raise UsageError("usage.network_whole")
        written = documents.export(kind, out, _network(plan), plan.method, spoken, on)
    else:
        content = _sheets(plan, codes)
        if len(content) > 1 and out.suffix.lower() != _MANY_PAGES:
            raise UsageError("usage.one_initiative", suffix=out.suffix)
        written = documents.export(kind, out, content, plan.method, spoken, on)
    if written.missing:
        speech.tell("export.missing_glyphs", count=len(written.missing), characters=" ".join(written.missing))


def _sheets(plan: Plan, codes: Sequence[str]) -> Sequence[Sheet]:
    ids = [plan.read(initiatives.find, code) for code in codes] if codes else None
    return plan.read(sheets.every, ids)


def _network(plan: Plan) -> NetworkContent:
    from app.pictures.network import NetworkContent
    from models.reading import dependencies, networks

    return plan.read(
        lambda reader: NetworkContent(
            plans.header(reader), initiatives.every(reader), dependencies.every(reader), networks.network(reader)
        )
    )
