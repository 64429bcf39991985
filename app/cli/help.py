"""Commands, arguments and options whose help and errors are in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeVar

import click

from app.cli import speech
from models.text import one_line

_WIDEST = 100
_Kind = TypeVar("_Kind", bound=click.Parameter)


class Formatter(click.HelpFormatter):
    """Writes the usage line in the user's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix if prefix is not None else f"{speech.text('help.usage')} ")


class Context(click.Context):
    """A context whose help is written by our formatter."""

    formatter_class = Formatter


class Text(click.ParamType[str]):
    """A text of the user's, which may be `-` and is then read from standard input."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text; fails where it is not UTF-8."""
        return str(value) if is_utf8(value) else self.fail(speech.text("usage.text_not_utf8"), param, ctx)


class OneOf(click.ParamType[Any]):
    """One of a few words, in any case."""

    name = "one of"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = {str(word): word for word in words}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, as the member of the enumeration where there is one; fails at any other word."""
        wanted = str(value).strip().lower()
        if wanted not in self.words:
            self.fail(speech.text("usage.one_of", given=value, choices=", ".join(self.words)), param, ctx)
        return self.words[wanted]


class Argument(click.Argument):
    """An argument: `says` is the id of its help, `stands_for` that of its place on the usage line."""

    def __init__(self, declarations: Sequence[str], *, says: str, stands_for: str | None, **settings: Any) -> None:
        super().__init__(declarations, **settings)
        self.says = says
        self.stands_for = stands_for

    def make_metavar(self, ctx: click.Context | None = None) -> str:  # noqa: ARG002 - click's own signature
        """Return what stands in its place on the usage line."""
        shown = _placeholder(self.type, self.stands_for)
        return shown if self.required else f"[{shown}]"


class Option(click.Option):
    """An option: `says` is the id of its help, `stands_for` that of its value on the usage line."""

    def __init__(
        self, declarations: Sequence[str], *, says: str, stands_for: str | None = None, **settings: Any
    ) -> None:
        super().__init__(declarations, **settings)
        self.says = says
        self.stands_for = stands_for

    def make_metavar(self, ctx: click.Context | None = None) -> str:  # noqa: ARG002 - click's own signature
        """Return what stands for its value."""
        return "" if self.is_flag else _placeholder(self.type, self.stands_for)


Parameter = Argument | Option


class _Spoken(click.Command):
    """What commands and groups share: `says` is the id of their help."""

    context_class = Context

    def __init__(self, name: str, *, says: str, **settings: Any) -> None:
        settings["context_settings"] = {"max_content_width": _WIDEST, **settings.get("context_settings", {})}
        super().__init__(name, add_help_option=False, **settings)
        self.says = says
        self.params.append(_help_option())

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the name on the usage line."""
        return [speech.text("help.metavar.options"), *(one.make_metavar(ctx) for one in _of(self, Argument))]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page."""
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(speech.text(f"help.command.{self.says}"))
        _write_rows(formatter, "arguments", (_help_row(one) for one in _of(self, Argument)))
        _write_rows(formatter, "options", (_help_row(one) for one in _of(self, Option)))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; an unknown option is named as it was written."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            written = next((one for one in given if one.startswith(error.option_name)), error.option_name)
            raise click.UsageError(self._no_option(written.partition("=")[0]), ctx) from error
        except click.BadOptionUsage as error:
            raise click.UsageError(self._bad_option(error.option_name), ctx) from error

    def _no_option(self, written: str) -> str:
        names = [name for option in _of(self, Option) for name in option.opts]
        near = _nearest(written, names)
        if near is not None:
            return speech.text("usage.no_option_near", name=one_line(written), near=near)
        return speech.text("usage.no_option", name=one_line(written))

    def _bad_option(self, name: str) -> str:
        is_flag = any(name in option.opts and option.is_flag for option in _of(self, Option))
        return speech.text("usage.takes_no_value" if is_flag else "usage.needs_value", name=name)


class Command(_Spoken):
    """A command; of its texts, one may be `-` and is then read from standard input."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; raises UsageError when there are too many."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            raise click.UsageError(speech.text("usage.extra", extra=one_line(" ".join(rest))), ctx)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out the command; standard input is read only when all arguments are found good."""
        texts = {one.name: ctx.params[one.name] for one in self.params if isinstance(one.type, Text)}
        ctx.params |= speech.texts_read(texts)
        return super().invoke(ctx)


class Group(_Spoken, click.Group):
    """A group of commands, each loaded when it is asked for; `places` names its module and object."""

    def __init__(self, name: str, *, says: str, places: Mapping[str, str]) -> None:
        super().__init__(name, says=says)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Return the names of the commands in the order of a planner's work."""
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Load and return a command, None when there is none of that name."""
        if cmd_name not in self._places:
            return None
        module, _, name = self._places[cmd_name].partition(":")
        found = getattr(import_module(module), name)
        assert isinstance(found, click.Command)
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the name on the usage line."""
        return [*super().collect_usage_pieces(ctx), speech.text("help.metavar.command")]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page; a command's line is never cut, and none is loaded for it."""
        super().format_help(ctx, formatter)
        prefix = f"{self.name}_" if ctx.parent is not None else ""
        rows = ((name, speech.text(f"help.command.{prefix}{name}")) for name in self._places)
        _write_rows(formatter, "commands", rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; the whole program alone shows its help, a group alone lacks a command."""
        if not args and ctx.parent is None:
            _show_help(ctx)
        if not args:
            raise click.UsageError(speech.text("usage.no_subcommand", commands=", ".join(self._places)), ctx)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; raises UsageError, naming the nearest, when there is none."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is not None:
            return name, command, args[1:]
        near = _nearest(name.lower(), list(self._places))
        if near is not None:
            raise click.UsageError(speech.text("usage.no_command_near", name=one_line(name), near=near), ctx)
        if name.lower().endswith(".soi"):
            raise click.UsageError(speech.text("usage.plan_alone", path=name), ctx)
        raise click.UsageError(speech.text("usage.no_command", name=one_line(name)), ctx)


def command(name: str, *, says: str | None = None) -> Callable[[Callable[..., None]], Command]:
    """Return the decorator that makes a function the command `name`; `says` is the id of its help if not the name."""

    def made(function: Callable[..., None]) -> Command:
        return click.command(name, cls=Command, says=says or name, help="")(function)

    return made


def is_utf8(text: str) -> bool:
    """Return whether an argument came as UTF-8: Python lets lone surrogates stand for bytes that are not."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def usage_sentence(error: click.UsageError) -> str:
    """Return what is wrong with a command line, how it is written, and where its help is."""
    if error.ctx is None:
        return _what(error)
    pieces = " ".join([error.ctx.command_path, *error.ctx.command.collect_usage_pieces(error.ctx)])
    see = speech.text("usage.see", command=error.ctx.command_path)
    return f"{_what(error)}\n{speech.text('help.usage')} {pieces}\n{see}"


def _what(error: click.UsageError) -> str:
    """Return the sentence of an error: click says these kinds, in English; the others are ours and said already."""
    if isinstance(error, click.MissingParameter) and isinstance(error.param, Parameter):
        what = speech.text(f"help.argument.{error.param.says}")
        return speech.text("usage.missing", name=_name(error.param), what=what)
    if isinstance(error, click.BadParameter) and isinstance(error.param, Parameter):
        return speech.text("usage.bad", name=_name(error.param), reason=error.message)
    return error.message


def _placeholder(kind: click.ParamType[Any], stands_for: str | None) -> str:
    return "|".join(kind.words) if isinstance(kind, OneOf) else speech.text(f"help.metavar.{stands_for}")


def _name(parameter: Parameter) -> str:
    return parameter.opts[-1] if isinstance(parameter, Option) else parameter.make_metavar().strip("[]")


def _of(command: click.Command, kind: type[_Kind]) -> list[_Kind]:
    return [one for one in command.params if isinstance(one, kind)]


def _help_row(parameter: Parameter) -> tuple[str, str]:
    what = speech.text(f"help.argument.{parameter.says}")
    if isinstance(parameter, Argument):
        return parameter.make_metavar(), what
    shown = f"{', '.join(parameter.opts)} {parameter.make_metavar()}".rstrip()
    return shown, f"{what} {speech.text('help.required')}" if parameter.required else what


def _write_rows(formatter: click.HelpFormatter, heading: str, rows: Iterable[tuple[str, str]]) -> None:
    written = list(rows)
    if written:
        with formatter.section(speech.text(f"help.{heading}")):
            formatter.write_dl(written)


def _help_option() -> Option:
    def show(ctx: click.Context, _parameter: click.Parameter, is_asked: bool) -> None:
        if is_asked:
            _show_help(ctx)

    return Option(["-h", "--help"], says="help", is_flag=True, is_eager=True, expose_value=False, callback=show)


def _show_help(ctx: click.Context) -> None:
    speech.out(ctx.get_help())
    ctx.exit()


def _nearest(word: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, 1)), None)
