"""Help and usage errors of the command line in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from typer.core import TyperGroup

from app.cli import speech


class Formatter(click.HelpFormatter):
    """Writes the headings of a help page in the user's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix if prefix is not None else speech.text("help.usage") + " ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a part."""
        known = {"Options": "help.options", "Arguments": "help.arguments", "Commands": "help.commands"}
        super().write_heading(speech.text(known[heading]) if heading in known else heading)


class Context(click.Context):
    """A context whose help is written by our formatter."""

    formatter_class = Formatter


class Group(TyperGroup):
    """A group of commands that keeps the order in which they were made."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of a planner's work."""
        return list(self.commands)


def usage_sentence(error: click.UsageError) -> str:
    """Return what is wrong with a command line, and where its help is."""
    command = error.ctx.command_path if error.ctx is not None else "soi"
    return f"{_what(error)} {speech.text('usage.see', command=command)}"


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return speech.text("usage.no_option", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return speech.text("usage.missing", name=_name(error.param))
    if isinstance(error, click.BadParameter):
        return speech.text("usage.bad", name=_name(error.param), reason=_reason(error))
    if error.message.startswith("No such command"):
        return speech.text("usage.no_command", name=error.message.partition("'")[2].partition("'")[0])
    if error.message.startswith("Got unexpected extra argument"):
        extra = error.message.partition("(")[2].rpartition(")")[0].removeprefix("s) (")
        return speech.text("usage.extra", extra=extra)
    return speech.text("usage.other", reason=error.message)


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    shown: str | Sequence[str] | None = (
        getattr(parameter, "metavar", None) if _is_argument(parameter) else parameter.opts
    )
    return shown if isinstance(shown, str) else " / ".join(shown or [parameter.name or "?"])


def _reason(error: click.BadParameter) -> str:
    choices: Any = getattr(error.param.type, "choices", None) if error.param is not None else None
    if choices:
        return speech.text("usage.one_of", choices=", ".join(str(getattr(c, "value", c)) for c in choices))
    return speech.text("usage.not_a_number") if "integer" in error.message else error.message


def _is_argument(parameter: click.Parameter) -> bool:
    return parameter.param_type_name == "argument"
