"""Arguments and options that commands share, what may stand in their place, and how plans are opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli import FAILED, speech
from app.cli.help import Argument, Option, Text, is_utf8
from models.errors import UsageError

if TYPE_CHECKING:
    from models.method import MethodPack
    from models.store.plan import Plan

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])
_Value = TypeVar("_Value")
SHORT_ID = 8
"""Characters of a measure's id that are shown: they name it in any plan seen in practice."""


class FilePath(click.ParamType[Path]):
    """The path of a file, there or not."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path; fails at none, and at one that is no text, which could not be named to the user."""
        if isinstance(value, Path):
            return value
        if not value:
            self.fail(speech.text("usage.empty_path"), param, ctx)
        if not is_utf8(value):
            self.fail(speech.text("usage.path_not_utf8"), param, ctx)
        return Path(value)


class WholeNumber(click.ParamType[int]):
    """A whole number between two, or from one on."""

    name = "number"

    def __init__(self, lowest: int, highest: int | None = None) -> None:
        self._lowest = lowest
        self._highest = highest

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; fails at anything else."""
        try:
            number = int(value)
        except ValueError:
            self.fail(speech.text("usage.not_a_number", given=value), param, ctx)
        if number < self._lowest or (self._highest is not None and number > self._highest):
            bounds = {"given": value, "lowest": self._lowest, "highest": self._highest}
            message_id = "usage.too_small" if self._highest is None else "usage.not_between"
            self.fail(speech.text(message_id, **bounds), param, ctx)
        return number


class Day(click.ParamType[date]):
    """A day, written 2026-12-31."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fails where there is none such in the calendar."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            self.fail(speech.text("usage.no_day", given=value), param, ctx)


def argument(
    name: str, stands_for: str | None = None, *, says: str | None = None, **settings: Any
) -> Callable[[_Decorated], _Decorated]:
    """Return the decorator that gives a command an argument; `says` is the id of its help if it is not `stands_for`."""
    return click.argument(name, cls=Argument, stands_for=stands_for, says=says or stands_for, **settings)


def option(
    *declarations: str, says: str, stands_for: str | None = None, **settings: Any
) -> Callable[[_Decorated], _Decorated]:
    """Return the decorator that gives a command an option; one with neither `stands_for` nor a type is a flag."""
    settings.setdefault("is_flag", stands_for is None and "type" not in settings)
    return click.option(*declarations, cls=Option, says=says, stands_for=stands_for, **settings)


FILE, TEXT, DAY = FilePath(), Text(), Day()
plan_path = argument("path", "plan", type=FILE)
initiative_code = argument("initiative", "initiative")
cell_code = argument("cell", "cell")
measure_id = argument("measure", "measure")
settings = argument("settings", "settings", nargs=-1, required=True)
new_file = option("-o", "--out", says="out", stands_for="out", type=FILE, required=True)
reason = option("--why", says="why", stands_for="text", type=TEXT, default="")
as_json = option("--json", "as_json", says="json")
on_day = option("--on", says="on", stands_for="day", type=DAY)
pack_name = option("--pack", says="pack", stands_for="pack", default="nq52")
only_initiatives = option("--soi", "codes", says="soi", stands_for="initiative", multiple=True)


@contextmanager
def writing(path: Path) -> Iterator[Plan]:
    """Open a plan for writing, say what there is to say of how it was opened, and publish it at the end."""
    from models.store.plan import Plan

    with Plan.open(path) as plan:
        _say_notices(plan)
        yield plan


@contextmanager
def reading(path: Path) -> Iterator[Plan]:
    """Open a plan for reading, and say what there is to say of how it was opened."""
    from models.store.plan import Plan

    with Plan.open_to_read(path) as plan:
        _say_notices(plan)
        yield plan


def sound_pack(name: str) -> MethodPack:
    """Return a method pack in which nothing is missing; else say everything that is, and end."""
    from models.method import open_pack
    from models.method.check import gaps

    pack = open_pack(name)
    found = gaps(pack)
    for gap in found:
        speech.hint(gap.sentence(speech.language()))
    if found:
        raise click.exceptions.Exit(FAILED)
    return pack


def given_settings(given: Sequence[str], allowed: Sequence[str]) -> dict[str, str]:
    """Return FIELD=VALUE arguments by field; one value may be `-`. Raises UsageError where one is not well said."""
    found: dict[str, str] = {}
    for setting in given:
        name, equals, value = setting.partition("=")
        name = name.strip().lower()
        if not equals:
            raise UsageError("usage.setting", setting=setting)
        if name not in allowed:
            raise UsageError("usage.field", field=name, allowed=", ".join(allowed))
        if name in found:
            raise UsageError("usage.field_twice", field=name)
        found[name] = value
    return speech.texts_read(found)


def given_value(kind: click.ParamType[_Value], text: str, field: str) -> _Value:
    """Return the value of a field as an argument of that kind would be read; raises UsageError where it is none."""
    try:
        return kind.convert(text, None, None)
    except click.BadParameter as error:
        raise UsageError("usage.bad", name=field, reason=error.message) from error


def given_list(text: str, mark: str = ",") -> list[str]:
    """Return the parts of a list, without empty ones."""
    return [part.strip() for part in text.split(mark) if part.strip()]


def moment(text: str) -> str:
    """Return a moment of the plan, UTC in ISO 8601, on the user's clock."""
    return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")


def tell_saved(is_empty: bool) -> None:
    """Say that a step was saved, or that there was nothing to change."""
    speech.tell("done.nothing_new" if is_empty else "done.saved")


def _say_notices(plan: Plan) -> None:
    for notice in plan.notices:
        speech.hint(notice.sentence(speech.language()))
