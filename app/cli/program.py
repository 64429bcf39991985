"""The program `soi`: its commands, and what becomes of errors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from app.cli import DONE, FAILED, USAGE, speech
from app.cli.help import Group, usage_sentence
from models.errors import UsageError, UserError

_COMMANDS = {
    "new": "app.cli.plans:new",
    "show": "app.cli.showing:show",
    "method": "app.cli.looking:method",
    "answer": "app.cli.answering:answer",
    "cycle": "app.cli.cycling:cycle",
    "measure": "app.cli.program:measure",
    "workshop": "app.cli.program:workshop",
    "depend": "app.cli.writing:depend",
    "initiative": "app.cli.program:initiative",
    "network": "app.cli.networking:network",
    "search": "app.cli.looking:search",
    "export": "app.cli.exporting:export",
    "log": "app.cli.plans:log",
    "undo": "app.cli.plans:undo",
    "redo": "app.cli.plans:redo",
    "verify": "app.cli.keeping:verify",
    "recover": "app.cli.keeping:recover",
    "unlock": "app.cli.keeping:unlock",
    "copy": "app.cli.keeping:copy",
    "backups": "app.cli.keeping:list_backups",
}
_MEASURE_COMMANDS = {
    "add": "app.cli.measures:add",
    "set": "app.cli.measures:set_fields",
    "move": "app.cli.measures:move",
    "remove": "app.cli.measures:remove",
    "confirm": "app.cli.measures:confirm",
    "link": "app.cli.measures:link",
}
_INITIATIVE_COMMANDS = {
    "add": "app.cli.writing:add_initiative",
    "set": "app.cli.writing:set_initiative",
}
_WORKSHOP_COMMANDS = {
    "open": "app.cli.workshops:open_one",
    "close": "app.cli.workshops:close",
    "change": "app.cli.workshops:change",
    "agenda": "app.cli.workshops:agenda",
    "propose": "app.cli.proposals:propose",
    "reveal": "app.cli.proposals:reveal",
    "vote": "app.cli.proposals:vote",
    "accept": "app.cli.proposals:accept",
    "park": "app.cli.proposals:park",
    "reject": "app.cli.proposals:reject",
    "reopen": "app.cli.proposals:reopen",
    "decide": "app.cli.proposals:decide",
    "list": "app.cli.workshops:list_all",
    "replay": "app.cli.workshops:replay",
}
soi = Group("soi", says="soi", places=_COMMANDS)
measure = Group("measure", says="measure", places=_MEASURE_COMMANDS)
workshop = Group("workshop", says="workshop", places=_WORKSHOP_COMMANDS)
initiative = Group("initiative", says="initiative", places=_INITIATIVE_COMMANDS)


def main(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; no traceback reaches the user."""
    speech.use_utf8()
    try:
        return _carried_out(arguments)
    except click.UsageError as error:
        speech.hint(usage_sentence(error))
        return USAGE
    except UserError as error:
        speech.hint(error.sentence(speech.language()))
        return USAGE if isinstance(error, UsageError) else FAILED
    except KeyboardInterrupt:
        speech.tell("usage.interrupted")
        return FAILED
    except BrokenPipeError:
        speech.silence()
        return FAILED
    except OSError as error:
        speech.hint(_refusal(error).sentence(speech.language()))
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last door: what comes here is a bug, and it is reported, not hidden
        _tell_bug(error)
        return FAILED


def _carried_out(arguments: Sequence[str]) -> int:
    """Carry out a command line and return how it ended; click's own `main` would answer for some errors itself."""
    try:
        with soi.make_context(soi.name, list(arguments)) as context:
            soi.invoke(context)
        code = DONE
    except click.exceptions.Exit as end:
        code = end.exit_code
    speech.finish()
    return code


def _refusal(error: OSError) -> UserError:
    """Return the sentence for what the operating system refused where nobody expected it."""
    from models.store.refusals import explained

    try:
        with explained(Path(str(error.filename or "?"))):
            raise error
    except UserError as said:
        return said


def _tell_bug(error: Exception) -> None:
    from app import errors

    report = errors.report(error)
    if report is None:
        speech.tell("usage.bug_unreported", kind=type(error).__name__, error=str(error))
    else:
        speech.tell("usage.bug", report=str(report))
