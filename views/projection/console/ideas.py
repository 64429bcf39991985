"""The proposals for the cell: all of them, also those that the room does not see yet or no more."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from app.language import Language
from models.plan.workshop import Proposal, ProposalState
from models.text import one_line
from views.parts.card import Card
from views.parts.labels import PlainLabel
from views.projection.console.lists import PlainList
from views.projection.session import Session
from views.projection.showing.showing import Showing
from views.theme import SPACE

_MOST_VOTES, _SPIN = 999, 92
_DECISIONS, _LONGEST = 2, 70
"""How many decisions are shown, the newest, and how much of each: the room and the minutes have them whole."""
_VERDICTS = ("accept", "park", "reject", "reopen")


class IdeasCard(Card):
    """`commanded(command)` follows its buttons."""

    commanded = Signal(str)

    def __init__(self, language: Language, showing: Showing, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=SPACE[2])
        self._language = language
        self._showing = showing
        self._session = session
        self.title = PlainLabel(role="caps")
        self.list = PlainList("console.ideas")
        self.list.picked.connect(showing.stage.choose_idea)
        self.votes = QSpinBox()
        self.votes.lineEdit().setTextMargins(SPACE[1], 0, 0, 0)
        self.votes.setObjectName("console.votes")
        self.votes.setRange(0, _MOST_VOTES)
        self.votes.setKeyboardTracking(False)
        self.votes.setMinimumWidth(_SPIN)
        self.votes.valueChanged.connect(session.vote)
        self.decisions = PlainLabel(role="label", wraps=True)
        self.decisions.setObjectName("console.decisions")
        self.buttons = {name: self._button(name) for name in (*_VERDICTS, "silent", "reveal")}
        self.buttons["silent"].setCheckable(True)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch()
        top.addWidget(self.buttons["silent"])
        top.addWidget(self.buttons["reveal"])
        for name in _VERDICTS:
            foot.addWidget(self.buttons[name])
        foot.addStretch()
        foot.addWidget(self.votes)
        self.body.addLayout(top)
        self.body.addWidget(self.list, stretch=1)
        self.body.addLayout(foot)
        self.body.addWidget(self.decisions)

    def refresh(self) -> None:
        """Show the proposals as they are now."""
        ideas, stage, say = self._session.ideas, self._showing.stage, self._language.say
        self.list.show_lines([(one.id, self._line(one)) for one in ideas], stage.idea)
        chosen = next((one for one in ideas if one.id == stage.idea), None)
        with QSignalBlocker(self.votes), QSignalBlocker(self.buttons["silent"]):
            self.votes.setValue(chosen.votes if chosen is not None else 0)
            self.buttons["silent"].setChecked(self._session.is_silent)
        self.votes.setEnabled(chosen is not None)
        is_open = chosen is not None and chosen.state is ProposalState.OPEN
        for name in ("accept", "park", "reject"):
            self.buttons[name].setEnabled(is_open or (chosen is not None and chosen.state is ProposalState.PARKED))
        self.buttons["reopen"].setEnabled(chosen is not None and not is_open and chosen.measure is None)
        hidden = sum(not one.is_revealed for one in ideas)
        self.buttons["reveal"].setEnabled(hidden > 0)
        self.buttons["reveal"].setText(say("projection.console.reveal", count=hidden))
        made = self._showing.room.decisions(stage.stop)
        lines = [f"↑ {len(made) - _DECISIONS}"] if len(made) > _DECISIONS else []
        lines += [self._decision(one.text, one.reason) for one in made[-_DECISIONS:]]
        self.decisions.setText("\n".join(lines))
        self.decisions.setVisible(bool(made))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._language.say
        self.title.setText(say("projection.console.ideas"))
        self.list.setAccessibleName(say("projection.console.ideas"))
        self.votes.setAccessibleName(say("projection.console.votes"))
        self.votes.setSuffix(say("projection.console.votes_suffix"))
        for name in (*_VERDICTS, "silent"):
            self.buttons[name].setText(say(f"projection.console.{name}"))

    def _line(self, one: Proposal) -> str:
        say = self._language.say
        state = "hidden" if not one.is_revealed else one.state.value
        said = f"{say(f'projection.state.{state}')} · {' '.join(one.text.split())}"
        if one.proposer:
            said += f" — {one.proposer}"
        if one.votes:
            said += f" · {say('projection.votes', count=one.votes)}"
        return f"{said} ({one.reason})" if one.reason else said

    def _decision(self, text: str, reason: str) -> str:
        say = self._language.say
        text, reason = one_line(text, _LONGEST), one_line(reason, _LONGEST)
        return (
            say("projection.decided_why", text=text, reason=reason) if reason else say("projection.decided", text=text)
        )

    def _button(self, name: str) -> QPushButton:
        made = QPushButton()
        made.setObjectName(f"console.{name}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.commanded.emit(name))
        return made
