"""What the minutes say of each cell: before and after, what was proposed and came of it, and who changed what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.documents.blocks import Block, Cell, Heading, Look, Paragraph, Role, Row, Span, Table, Text, bold, plain
from app.documents.minutes.content import MinutesContent, clock, deed
from app.pictures.wording import Wording, spaced
from models.plan import CellMinutes, Decision, MinutedStep, Proposal, ProposalState

_PROPOSAL_WIDTHS = (9, 16, 66, 34, 13, 37)
_STEP_WIDTHS = (16, 40, 72, 47)
_OWN = "workshop."
"""What the labels of a workshop's own steps begin with: the tables of proposals and decisions tell of those."""


def blocks(content: MinutesContent, wording: Wording) -> Iterator[Block]:
    """Yield what there is to say of every cell."""
    numbers = {one.id: number for number, (_, one) in enumerate(decisions(content), start=1)}
    for number, cell in enumerate(content.minutes.cells, start=1):
        title = cell.title[wording.language] or cell.title.vi
        yield Heading(wording.say("document.minutes.of_cell", number=number, code=cell.code, title=title), level=2)
        yield _caption(named(cell, wording))
        yield from _before_and_after(cell, wording)
        if cell.proposals:
            yield _caption(wording.say("document.minutes.proposals"))
            yield _proposals(cell.proposals, content, wording)
        if cell.decisions:
            listed = ", ".join(str(numbers[one.id]) for one in cell.decisions)
            yield _caption(wording.say("document.minutes.see_decisions", numbers=listed))
        changes = [step for step in cell.changes if not step.label.startswith(_OWN)]
        if changes:
            yield _caption(wording.say("document.minutes.changes"))
            yield steps(changes, content, wording)


def named(cell: CellMinutes, wording: Wording) -> str:
    """Return what the row and the column of a cell are: KFA 3 Hạ tầng số – KF 2 Nguồn lực."""
    method, language = wording.method, wording.language
    row = next(one for one in method.directions.values() if one.number == cell.kfa)
    column = next(one for one in method.key_factors.values() if one.number == cell.kf)
    return " – ".join(f"{spaced(one.code)} {one.short[language]}" for one in (row, column))


def decisions(content: MinutesContent) -> list[tuple[str, Decision]]:
    """Return all decisions with the codes of their cells, in the order of the cells."""
    return [(cell.code, one) for cell in content.minutes.cells for one in cell.decisions]


def steps(taken: Iterable[MinutedStep], content: MinutesContent, wording: Wording) -> Table:
    """Return a table of steps: when, who, what, why."""
    rows = (
        Row(
            (
                Cell((plain(clock(step.time, content, wording)),)),
                Cell((plain(step.author),)),
                Cell((plain(deed(step, wording)),)),
                Cell((plain(step.why),)),
            )
        )
        for step in taken
    )
    return Table(_STEP_WIDTHS, tuple(rows), (heads(("time", "who", "what", "reason"), wording),))


def _before_and_after(cell: CellMinutes, wording: Wording) -> Iterator[Block]:
    if cell.before == cell.after:
        key = "unchanged" if cell.after else "still_empty"
        yield Paragraph(plain(wording.say(f"document.minutes.{key}", count=len(cell.after))))
        return
    row = Row(tuple(Cell(_entries(texts, wording)) for texts in (cell.before, cell.after)))
    yield Table((1, 1), (row,), (heads(("before", "after"), wording),))


def _entries(texts: Sequence[str], wording: Wording) -> tuple[Text, ...]:
    if not texts:
        return ((Span(wording.say("document.minutes.empty"), italic=True, muted=True),),)
    return tuple(plain(f"{number}. {text}") for number, text in enumerate(texts, start=1))


def _proposals(proposals: Sequence[Proposal], content: MinutesContent, wording: Wording) -> Table:
    rows = tuple(_proposal(number, one, content, wording) for number, one in enumerate(proposals, start=1))
    keys = ("number", "time", "proposal", "proposer", "votes", "outcome")
    return Table(_PROPOSAL_WIDTHS, rows, (heads(keys, wording),))


def _proposal(number: int, one: Proposal, content: MinutesContent, wording: Wording) -> Row:
    proposer: list[Text] = [plain(one.proposer or "–")]
    if one.is_silent:
        proposer.append((Span(wording.say("document.minutes.silent"), italic=True, muted=True),))
    return Row(
        (
            Cell((plain(str(number)),), centred=True),
            Cell((plain(clock(one.made, content, wording)),)),
            Cell((plain(one.text),)),
            Cell(tuple(proposer)),
            Cell((plain(str(one.votes)),), centred=True),
            Cell(_outcome(one, content, wording)),
        )
    )


def _outcome(one: Proposal, content: MinutesContent, wording: Wording) -> tuple[Text, ...]:
    """Return what became of a proposal, when and why, and whether its measure went again."""
    state = Span(wording.say(f"status.proposal.{one.state.value}"), bold=True)
    when = f" ({clock(one.decided, content, wording)})" if one.decided else ""
    lines: list[Text] = [(state, Span(when))]
    if one.reason:
        lines.append(plain(one.reason))
    if one.state is ProposalState.ACCEPTED and one.measure is None:
        lines.append((Span(wording.say("document.minutes.gone"), italic=True),))
    return tuple(lines)


def _caption(text: str) -> Paragraph:
    return Paragraph((Span(text, italic=True),), Role.CAPTION)


def heads(keys: Iterable[str], wording: Wording) -> Row:
    """Return the head of a table."""
    return Row(tuple(Cell((bold(wording.say(f"document.minutes.head.{key}")),)) for key in keys), Look.HEAD)
