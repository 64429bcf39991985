"""The line beneath an answer: what can be done with it, and how many words it has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.language import Language
from views.layouts.flow import FlowLayout
from views.parts.labels import PlainLabel, set_look, tip
from views.theme import SPACE

_FEWEST_VERSIONS = 2
"""With one version there is nothing to go back to."""


class CardFoot(QWidget):
    """Quiet links; on a card that is not being worked on, only those behind which there is something can be seen.

    The others keep their places: nothing moves when the card comes to hand, and Tab goes the same way there and back.
    `history_wanted` asks for the answer's versions, `place_wanted` to place its words in the matrix; `talk` and `help`
    are pressed and let go.
    """

    history_wanted = Signal()
    place_wanted = Signal()

    def __init__(self, language: Language, code: str, cite: QPushButton) -> None:
        """Take in `cite`, which asks for a clause, as the first of the links."""
        super().__init__()
        self._language = language
        self._code = code
        self._is_active = False
        self._counts = (0, 0)
        self._has_help = False
        self.history = self._link(f"sot.history.{code}")
        self.talk = self._link(f"sot.talk.{code}", is_fold=True)
        self.place = self._link(f"sot.place.{code}")
        self.help = self._link(f"sot.help.{code}", is_fold=True)
        self.words = PlainLabel(role="small")
        self.words.setObjectName(f"sot.words.{code}")
        self.history.clicked.connect(self.history_wanted)
        self.place.clicked.connect(self.place_wanted)
        for fold in (self.talk, self.help):
            fold.toggled.connect(self.retranslate)
        links = QWidget()
        flow = FlowLayout(links, spacing=SPACE[0], leading=2)
        for link in (cite, self.history, self.talk, self.place, self.help):
            flow.addWidget(link)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        row.addWidget(links, stretch=1)
        row.addWidget(self.words, alignment=Qt.AlignmentFlag.AlignTop)

    def set_active(self, is_active: bool) -> None:
        """Show what can be done, or only what there is."""
        self._is_active = is_active
        self._show_links()

    def show_counts(self, versions: int, talk: int) -> None:
        """Show how many versions there are, and how many comments that nobody has settled yet."""
        if (versions, talk) != self._counts:
            self._counts = (versions, talk)
            self.retranslate()

    def show_words(self, number: int) -> None:
        """Show how many words the answer has; without any there is nothing to place."""
        self.words.setText(self._language.say("sot.words", words=number))
        self.place.setEnabled(number > 0)

    def set_helpful(self, has_help: bool) -> None:
        """Offer help where there is any."""
        self._has_help = has_help
        self._show_links()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._language.say
        versions, talk = self._counts
        self.history.setText(say("card.versions", versions=versions))
        self.history.setAccessibleName(say("card.versions_of", code=self._code, versions=versions))
        named = say("card.talk_open", comments=talk) if talk else say("card.talk")
        self.talk.setText(named)
        self.talk.setAccessibleName(say("card.talk_on", code=self._code, comments=talk))
        self.place.setText(say("card.place"))
        self.place.setToolTip(tip(say("card.place_tip")))
        self.help.setText(("▾ " if self.help.isChecked() else "▸ ") + say("sot.help"))
        self.help.setAccessibleName(say("sot.help_on", code=self._code))
        self._show_links()

    def _show_links(self) -> None:
        versions, talk = self._counts
        self.history.setHidden(versions < _FEWEST_VERSIONS)
        self.help.setHidden(not self._has_help)
        set_look(self.talk, "faint", not (self._is_active or talk or self.talk.isChecked()))
        set_look(self.place, "faint", not self._is_active)
        set_look(self.help, "faint", not (self._is_active or self.help.isChecked()))

    def _link(self, name: str, *, is_fold: bool = False) -> QPushButton:
        link = QPushButton()
        link.setObjectName(name)
        link.setProperty("kind", "link")
        link.setProperty("role", "small")
        link.setCheckable(is_fold)
        return link
