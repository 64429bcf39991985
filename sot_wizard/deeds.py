"""Steps of work that the frame of the wizard does itself: done, said in passing with the way back, or why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.errors import UserError
from models.plan import Changes
from views.context import Context


def do(context: Context, label: str, function: Callable[..., Any], *args: Any) -> Changes | None:
    """Carry out a step of work, after what is still being typed; when it is refused say why and return None."""
    context.workbench.commit()
    try:
        return context.workbench.edit(label, function, *args)
    except UserError as error:
        context.herald.trouble(error.sentence(context.language.code))
        return None


def tell(context: Context, changes: Changes | None, place: str) -> None:
    """Say in passing what was done, when anything was: `place` is the code of the initiative."""
    if changes is not None and not changes.is_empty:
        said = context.language.say(f"label.{changes.label}", place=place, number=changes.result)
        context.herald.note(said, with_undo=True)
