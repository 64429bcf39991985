"""The program `soi`: its commands, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click
import typer

from app import errors
from app.cli import exporting, keeping, looking, plans, speech, writing
from app.cli.arguments import helps
from app.cli.help import Group, usage_sentence
from app.cli.measures import measure_commands
from models.errors import UsageError, UserError

DONE, FOUND, USAGE, FAILED = 0, 1, 2, 3
"""Exit codes: done; the plan has errors; wrong usage; it could not be done and nothing was changed."""

_COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("new", plans.new),
    ("show", plans.show),
    ("method", looking.method),
    ("answer", writing.answer),
    ("cycle", writing.cycle),
    ("depend", writing.depend),
    ("network", looking.network),
    ("search", looking.search),
    ("export", exporting.export),
    ("log", plans.log),
    ("undo", plans.undo),
    ("redo", plans.redo),
    ("verify", keeping.verify),
    ("recover", keeping.recover),
    ("unlock", keeping.unlock),
    ("copy", keeping.copy),
    ("backups", keeping.list_backups),
)


def program() -> typer.Typer:
    """Return the whole command line, its help in the user's language."""
    settings: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    soi = typer.Typer(
        name="soi",
        cls=Group,
        help=helps("program"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=settings,
    )
    for name, function in _COMMANDS:
        soi.command(name, help=helps(f"command_{name}"))(function)
    soi.add_typer(measure_commands, name="measure", cls=Group)
    soi.add_typer(writing.initiative_commands, name="initiative", cls=Group)
    return soi


def main(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; no traceback reaches the user."""
    speech.use_utf8()
    command = typer.main.get_command(program())
    try:
        result = command.main(list(arguments), prog_name="soi", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        speech.hint(usage_sentence(error))
        return USAGE
    except UsageError as error:
        speech.hint(error.sentence(speech.language()))
        return USAGE
    except UserError as error:
        speech.hint(error.sentence(speech.language()))
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        speech.tell("usage.interrupted")
        return FAILED
    except BrokenPipeError:
        errors.silence_broken_pipe()
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last door: what comes here is a bug, and it is reported, not hidden
        speech.tell("usage.bug", report=str(errors.report(error)))
        return FAILED
