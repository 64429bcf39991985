"""Commands for the plan file: verify, recover, unlock, copy, backups."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.cli import speech
from app.cli.arguments import AsJson, Out, PlanPath, helps, reading
from models.errors import DamagedError, UsageError, UserError
from models.reading import history, initiatives
from models.store import backups, files, working
from models.store.copying import write_copy
from models.store.lock import break_lock
from models.store.plan import explain_damage
from models.store.recovery import recover as recover_plan


class Action(StrEnum):
    """What `backups` does beside listing."""

    RESTORE = "restore"


def verify(path: PlanPath) -> None:
    if not path.exists():
        raise UserError("file.missing", path=str(path))
    folder = working.reading_folder()
    try:
        working.private_copy(path.absolute(), folder)
    except DamagedError as error:
        speech.hint(explain_damage(path, error).sentence(speech.language()))
        raise typer.Exit(1) from error
    finally:
        files.remove_folder(folder)
    with reading(path) as plan:
        contents = plan.read(initiatives.contents)
        speech.out(
            speech.text(
                "done.verify",
                path=str(path),
                initiatives=len(contents),
                measures=sum(len(content.measures) for content in contents),
                steps=len(plan.read(history.steps)),
            )
        )


def recover(path: Annotated[Path, typer.Argument(metavar="DAMAGED.soi", help=helps("damaged"))], out: Out) -> None:
    found = recover_plan(path.absolute(), out.absolute())
    if found.unpublished:
        speech.tell("done.recover_left", out=str(out))
        return
    speech.tell("done.recover", out=str(out), rows=found.rows, lost=len(found.lost))
    for name in found.lost:
        speech.out(name)


def unlock(path: PlanPath) -> None:
    other = break_lock(path.absolute())
    who = f"{other.user}@{other.host}" if other is not None else "?"
    speech.tell("done.unlock", path=str(path), who=who)


def copy(
    path: PlanPath,
    out: Annotated[Path, typer.Argument(metavar="OUT.soi", help=helps("out"))],
    without_history: Annotated[bool, typer.Option("--without-history", help=helps("without_history"))] = False,
) -> None:
    write_copy(path.absolute(), out.absolute(), without_history=without_history)
    speech.tell("done.copy", out=str(out))


def list_backups(
    path: PlanPath,
    action: Annotated[Action | None, typer.Argument(metavar="[restore]", help=helps("restore"))] = None,
    number: Annotated[int | None, typer.Argument(metavar="[N]", help=helps("backup"))] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT.soi", help=helps("out"))] = None,
    as_json: AsJson = False,
) -> None:
    if action is not None:
        if number is None or out is None:
            raise UsageError("usage.restore")
        backups.restore(path.absolute(), number, out.absolute())
        speech.tell("done.restore", number=number, out=str(out))
        return
    there = backups.of(path.absolute())
    if as_json:
        speech.out_json(
            [
                {"number": one.number, "time": one.time.isoformat(), "bytes": one.size, "path": str(one.path)}
                for one in there
            ]
        )
        return
    if not there:
        speech.tell("show.no_backups", path=str(path))
    for one in there:
        moment = one.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        speech.out(speech.text("show.backup", number=one.number, time=moment, kilobytes=max(1, one.size // 1024)))
