"""What is recorded in a workshop: proposals, votes, verdicts and decisions, for the cell that the room looks at."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.editing import workshops
from models.errors import UserError
from models.plan import Attendee, Changes
from models.plan.workshop import AgendaItem, Proposal, ProposalState, Workshop
from views.projection.showing.showing import Showing

_TOGETHER = 1.5
"""Digits within so many seconds of each other are one number."""
_VERDICTS: dict[str, Callable[..., object]] = {
    "accept": workshops.accept,
    "park": workshops.park,
    "reject": workshops.reject,
    "reopen": workshops.reopen,
}


class Session(QObject):
    """`troubled(sentence)` says what could not be done; `turned` follows the silent round."""

    troubled = Signal(str)
    turned = Signal()

    def __init__(self, showing: Showing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = showing
        self._digits = ""
        self._counted = ""
        self._last_digit = 0.0
        self.is_silent = False

    @property
    def workshop(self) -> Workshop | None:
        """Return the workshop that is open."""
        return self._showing.room.workshop

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """Return who is there."""
        return self.workshop.attendees if self.workshop is not None else ()

    @property
    def item(self) -> AgendaItem | None:
        """Return the item of the agenda that the cell is, None when it is none."""
        items = self.workshop.agenda if self.workshop is not None else ()
        stop = self._showing.stage.stop
        return next((one for one in items if (one.initiative, one.kfa, one.kf) == stop), None)

    @property
    def ideas(self) -> tuple[Proposal, ...]:
        """Return every proposal for the cell."""
        return self._showing.room.ideas(self._showing.stage.stop)

    def open(self, title: str, facilitator: str, attendees: Sequence[Attendee]) -> bool:
        """Open a workshop; return whether that was done."""
        return self._write("open", workshops.open_workshop, title, facilitator, attendees) is not None

    def change(
        self,
        title: str | None = None,
        facilitator: str | None = None,
        attendees: Sequence[Attendee] | None = None,
        initiator: QObject | None = None,
    ) -> bool:
        """Write the title, the facilitator or who is there."""
        if self.workshop is None:
            return False
        return (
            self._write(
                "change",
                workshops.change_workshop,
                self.workshop.id,
                title,
                facilitator,
                attendees,
                initiator=initiator,
            )
            is not None
        )

    def close(self) -> bool:
        """Close the workshop; return whether that was done."""
        if self.workshop is None:
            return False
        return self._write("close", workshops.close_workshop, self.workshop.id) is not None

    def set_agenda(self, entries: Sequence[workshops.AgendaEntry]) -> None:
        """Write the cells to be decided."""
        if self.workshop is not None:
            self._write("agenda", workshops.set_agenda, self.workshop.id, entries)

    def propose(self, text: str, proposer: str) -> bool:
        """Record a proposal for the cell, hidden while the silent round runs, and let the keys act on it."""
        words, name = _plain(text), _plain(proposer)
        workshop_id = self.workshop.id if self.workshop is not None else None
        stop = self._showing.stage.stop
        changes = self._write("propose", workshops.propose, workshop_id, *stop, words, name, is_silent=self.is_silent)
        if changes is not None and not self.is_silent:
            self._showing.stage.choose_idea(str(changes.result))
        return changes is not None

    def decide(self, text: str, reason: str) -> bool:
        """Record a decision on the cell."""
        workshop_id = self.workshop.id if self.workshop is not None else None
        stop = self._showing.stage.stop
        return self._write("decide", workshops.decide, workshop_id, *stop, _plain(text), _plain(reason)) is not None

    def judge(self, verdict: str, reason: str = "") -> None:
        """Accept, park or reject the proposal that is chosen, or let it be open again.

        One that was rejected is out of the room's sight: no key brings it back before it is open again.
        """
        chosen = self._chosen()
        if chosen is not None and chosen.state is ProposalState.REJECTED and verdict != "reopen":
            self.troubled.emit(self._showing.context.language.say("projection.rejected"))
        elif chosen is not None:
            given = () if verdict == "reopen" else (reason,) if verdict != "accept" else (None, reason)
            self._write(verdict, _VERDICTS[verdict], chosen.id, *given)

    def vote(self, count: int) -> None:
        """Set how many dots the proposal that is chosen has."""
        chosen = self._chosen()
        if chosen is not None:
            self._write("vote", workshops.vote, chosen.id, count, typing=f"vote:{chosen.id}")

    def type_digit(self, digit: str) -> None:
        """Take a digit of a number of dots; another proposal begins another number."""
        now, idea = time.monotonic(), self._showing.stage.idea
        goes_on = idea == self._counted and now - self._last_digit < _TOGETHER
        self._digits = (self._digits + digit if goes_on else digit)[-3:]
        self._counted, self._last_digit = idea, now
        self.vote(int(self._digits))

    def turn_silent(self) -> None:
        """Begin a silent round, or end it: what was entered stays hidden until it is revealed."""
        self.is_silent = not self.is_silent
        self.turned.emit()

    def reveal(self) -> None:
        """Show the ideas that are hidden in this cell."""
        self.is_silent = False
        self.turned.emit()
        if self.workshop is not None and any(not one.is_revealed for one in self.ideas):
            self._write("reveal", workshops.reveal, self.workshop.id, *self._showing.stage.stop)

    def step_idea(self, step: int, *, hidden_too: bool) -> None:
        """Let the keys act on the next proposal or the one before; a hidden or rejected one only in the console."""
        stage = self._showing.stage
        every = self.ideas if hidden_too else self._showing.room.seen_ideas(stage.stop)
        ids = [one.id for one in every]
        if ids:
            place = ids.index(stage.idea) + step if stage.idea in ids else (0 if step > 0 else len(ids) - 1)
            stage.choose_idea(ids[min(len(ids) - 1, max(0, place))])

    def note(self, text: str, initiator: QObject) -> bool:
        """Write the private note on the item of the agenda."""
        item = self.item
        if item is None:
            return False
        changes = self._write(
            "note", workshops.write_note, item.id, text, typing=f"note:{item.id}", initiator=initiator
        )
        return changes is not None

    def _chosen(self) -> Proposal | None:
        chosen = next((one for one in self.ideas if one.id == self._showing.stage.idea), None)
        if chosen is None:
            self.troubled.emit(self._showing.context.language.say("projection.none_chosen"))
        return chosen

    def _write(
        self,
        name: str,
        function: Callable[..., object],
        *given: object,
        typing: str | None = None,
        initiator: QObject | None = None,
        **named: Any,
    ) -> Changes | None:
        """Write one step of the workshop; when it cannot be done, say the sentence and return None."""
        context = self._showing.context
        try:
            return context.workbench.edit(
                f"workshop.{name}", function, *given, typing=typing, initiator=initiator, **named
            )
        except UserError as error:
            self.troubled.emit(error.sentence(context.language.code))
            return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
