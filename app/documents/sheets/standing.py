"""How an initiative stands: its group, SOT cycle and lead in a line, and who answers for it and whom it is about."""

from __future__ import annotations

from app.documents.blocks import Cell, Row, Table, bold, plain
from app.documents.moments import here
from app.pictures.wording import Wording
from models.plan import Initiative, Sheet

_WIDTHS = (4, 17)


def line(sheet: Sheet, wording: Wording) -> str:
    """Return the line beneath the title."""
    one = sheet.content.initiative
    return wording.say(
        "document.sheet.standing",
        group=wording.method.groups[one.group].text[wording.language],
        basis=one.basis,
        group_code=one.basis_code,
        cycle=one.cycle,
        lead=wording.name(one.lead, sheet.actors) or wording.say("document.undetermined"),
    )


def table(sheet: Sheet, wording: Wording) -> Table:
    """Return since when and until when the cycle runs, who answers for the initiative, supports it and is concerned."""
    one = sheet.content.initiative
    unknown = wording.say("document.undetermined")
    entries = {
        "cycle": _cycle(one, wording),
        "owner": one.owner or unknown,
        "support": "; ".join(wording.name(code, sheet.actors) for code in one.support),
        "stakeholders": "; ".join(one.stakeholders) or unknown,
    }
    rows = (
        Row((Cell((bold(wording.say(f"document.standing.{key}")),), shaded=True), Cell((plain(text),))))
        for key, text in entries.items()
        if text
    )
    return Table(_WIDTHS, tuple(rows))


def _cycle(one: Initiative, wording: Wording) -> str:
    opened = wording.day(here(one.cycle_opened).date())
    if one.cycle_closed is None:
        return wording.say("document.standing.open", number=one.cycle, opened=opened)
    closed = wording.day(here(one.cycle_closed).date())
    return wording.say("document.standing.closed", number=one.cycle, opened=opened, closed=closed)
