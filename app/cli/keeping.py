"""Commands for the plan file: verify, recover, unlock, copy, backups."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import FOUND, speech
from app.cli.arguments import FILE, WholeNumber, argument, as_json, new_file, option, plan_path, reading
from app.cli.help import OneOf, command
from models.errors import DamagedError, UsageError
from models.reading import history, initiatives
from models.store import backups, working
from models.store.copying import write_copy
from models.store.lock import break_lock
from models.store.opening import explain_damage
from models.store.recovery import recover as recover_plan

_RESTORE = "restore"
_KILOBYTE = 1024


@command("verify")
@plan_path
def verify(path: Path) -> None:
    """Check a plan file, and print what it holds when it is sound."""
    try:
        with working.reading_copy() as folder:
            working.private_copy(path.absolute(), folder)
    except DamagedError as error:
        speech.hint(explain_damage(path, error).sentence(speech.language()))
        raise click.exceptions.Exit(FOUND) from error
    with reading(path) as plan:
        contents = plan.read(initiatives.contents)
        steps = plan.read(history.steps)
    measures = sum(len(content.measures) for content in contents)
    counts = {"initiatives": len(contents), "measures": measures, "steps": len(steps)}
    speech.out(speech.text("done.verify", path=str(path), **counts))


@command("recover")
@argument("path", "damaged", type=FILE)
@new_file
def recover(path: Path, out: Path) -> None:
    """Write what can be had of a damaged plan, or of one that a dead program left, to a new file."""
    found = recover_plan(path.absolute(), out.absolute())
    if found.unpublished:
        speech.tell("done.recover_left", out=str(out))
        return
    speech.tell("done.recover_with_losses" if found.lost else "done.recover", out=str(out), rows=found.rows)
    for name in found.lost:
        speech.out(name)


@command("unlock")
@plan_path
def unlock(path: Path) -> None:
    """Remove the lock of a plan."""
    other = break_lock(path.absolute())
    who = f"{other.user}@{other.host}" if other is not None else "?"
    speech.tell("done.unlock", path=str(path), who=who)


@command("copy")
@plan_path
@argument("out", "out", type=FILE)
@option("--without-history", says="without_history")
def copy(path: Path, out: Path, without_history: bool) -> None:
    """Copy a plan into a new file."""
    write_copy(path.absolute(), out.absolute(), without_history=without_history)
    speech.tell("done.copy", out=str(out))


@command("backups")
@plan_path
@argument("action", says="restore", type=OneOf((_RESTORE,)), required=False)
@argument("number", "backup", type=WholeNumber(1), required=False)
@option("-o", "--out", says="out", stands_for="out", type=FILE)
@as_json
def list_backups(path: Path, action: str | None, number: int | None, out: Path | None, as_json: bool) -> None:
    """Print the backups of a plan, or restore one to a new file."""
    if action is None and out is not None:
        raise UsageError("usage.restore")
    if action is None:
        _list(backups.of(path.absolute()), path, as_json)
        return
    if number is None or out is None:
        raise UsageError("usage.restore")
    backups.restore(path.absolute(), number, out.absolute())
    speech.tell("done.restore", number=number, out=str(out))


def _list(there: list[backups.Backup], path: Path, as_json: bool) -> None:
    if as_json:
        speech.out_json([_as_json(one) for one in there])
        return
    speech.out_rows((str(one.number).rjust(6), _moment(one), _size(one), str(one.path)) for one in there)
    if not there:
        speech.tell("show.no_backups" if path.exists() else "show.no_backups_no_file", path=str(path))


def _as_json(backup: backups.Backup) -> dict[str, object]:
    return {
        "number": backup.number,
        "time": backup.time.isoformat(),
        "bytes": backup.size,
        "path": str(backup.path),
    }


def _moment(backup: backups.Backup) -> str:
    """Return when a backup was made, on the user's clock."""
    return backup.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _size(backup: backups.Backup) -> str:
    return f"{max(1, backup.size // _KILOBYTE)} KB".rjust(10)
