"""Commands that write what planners decide of initiatives: depend, initiative."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from app.cli import speech
from app.cli.arguments import (
    TEXT,
    WholeNumber,
    argument,
    given_list,
    given_settings,
    given_value,
    initiative_code,
    option,
    plan_path,
    reason,
    settings,
    tell_saved,
    writing,
)
from app.cli.help import OneOf, command
from models.access import Reader, Transaction
from models.editing import dependencies
from models.editing import initiatives as editing_initiatives
from models.editing.links import LONGEST_LAG
from models.errors import UsageError
from models.method import Bilingual
from models.plan import DependencyKind, Initiative, InitiativeStatus
from models.reading import initiatives

_FIELDS = ("title", "title_en", "lead", "owner", "support", "status", "frame", "archived", "position")
_YES, _NO = "yes", "no"
_STRONGEST = 3


@command("depend")
@plan_path
@argument("origin", "initiative", says="origin")
@argument("target", "initiative", says="target")
@option("--kind", says="kind", type=OneOf(DependencyKind), required=True)
@option("--strength", says="strength", stands_for="strength", type=WholeNumber(0, _STRONGEST), required=True)
@option("--why", says="link_why", stands_for="text", type=TEXT)
@option("--lag", says="lag", stands_for="months", type=WholeNumber(0, LONGEST_LAG))
def depend(
    path: Path, origin: str, target: str, kind: DependencyKind, strength: int, why: str | None, lag: int | None
) -> None:
    """Write, or with strength 0 remove, a link; its reason is the reason of the step too."""
    with writing(path) as plan:
        ends = plan.read(initiatives.find, origin), plan.read(initiatives.find, target)
        changes = plan.edit("dependency.write", dependencies.write, *ends, kind, strength, why, lag, why=why or "")
    tell_saved(changes.is_empty)


@command("add", says="initiative_add")
@plan_path
@argument("basis", "basis")
@argument("title", "title", says="initiative_title", type=TEXT)
@reason
def add_initiative(path: Path, basis: str, title: str, why: str) -> None:
    """Add an initiative to the group of a basis and print its code."""
    with writing(path) as plan:
        code = plan.read(_basis, basis)
        made = plan.edit("initiative.add", editing_initiatives.add, code, Bilingual(title, ""), why=why).result
        name = plan.read(initiatives.codes)[str(made)]
    speech.out(name)


def _basis(reader: Reader, code: str) -> str:
    """Return the basis named by C5 or H1."""
    wanted = code.strip().upper()
    for basis in reader.method.bases.values():
        if wanted in (basis.code, basis.group_code):
            return basis.code
    raise UsageError("code.basis", code=code)


@command("set", says="initiative_set")
@plan_path
@initiative_code
@settings
@reason
def set_initiative(path: Path, initiative: str, settings: tuple[str, ...], why: str) -> None:
    """Change fields of an initiative, put it away or bring it back, move it in the plan: all in one step."""
    given = given_settings(settings, _FIELDS)
    status = given_value(OneOf(InitiativeStatus), given["status"], "status") if "status" in given else None
    away = given_value(OneOf((_YES, _NO)), given["archived"], "archived") if "archived" in given else None
    position = given_value(WholeNumber(1), given["position"], "position") if "position" in given else None
    with writing(path) as plan:
        target = plan.read(partial(initiatives.find, archived=True), initiative)
        known = (*plan.read(initiatives.every), *plan.read(initiatives.every, archived=True))
        fields = {
            "title": _title(given, next(one for one in known if one.id == target)),
            "lead": given.get("lead"),
            "owner": given.get("owner"),
            "status": status,
            "support": given_list(given["support"]) if "support" in given else None,
            "frame": given_list(given["frame"]) if "frame" in given else None,
        }
        changes = plan.edit(_label(given), _set, target, fields, away, position, why=why)
    tell_saved(changes.is_empty)


def _set(
    transaction: Transaction, initiative_id: str, fields: Mapping[str, Any], away: str | None, position: int | None
) -> None:
    editing_initiatives.change(transaction, initiative_id, **fields)
    if away is not None:
        editing = editing_initiatives.archive if away == _YES else editing_initiatives.restore
        editing(transaction, initiative_id)
    if position is not None:
        editing_initiatives.move(transaction, initiative_id, position - 1)


def _label(given: Mapping[str, str]) -> str:
    """Return the name of the step: what it does, when that is one thing."""
    if set(given) == {"archived"}:
        return "initiative.archive" if given["archived"].strip().lower() == _YES else "initiative.restore"
    return "initiative.move" if set(given) == {"position"} else "initiative.change"


def _title(given: dict[str, str], now: Initiative) -> Bilingual | None:
    if "title" not in given and "title_en" not in given:
        return None
    return Bilingual(given.get("title", now.title.vi), given.get("title_en", now.title.en))
