"""What a card shows: prompt, status, editor, what stands beneath it. What it writes is in question_card."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from models.plan import Answer, AnswerStatus
from models.reading.desks import Desk
from sot_wizard.card.answer_editor import AnswerEditor
from sot_wizard.card.clash import ClashBox
from sot_wizard.card.foot import CardFoot
from sot_wizard.card.help import Help, card_texts
from sot_wizard.card.named import NamedLine
from sot_wizard.card.placed import PlacedLine
from sot_wizard.card.quiet_notes import QuietNotes, Said
from sot_wizard.card.talk import Talk
from sot_wizard.drafts import Drafts
from views.citing.chips import Chips
from views.context import Context
from views.drawn.pill import Pill
from views.parts.card import Card
from views.parts.labels import PlainLabel, set_look, tip
from views.theme import SPACE

SIGNS = {AnswerStatus.EMPTY: "○", AnswerStatus.DRAFT: "◐", AnswerStatus.DONE: "●", AnswerStatus.DISCUSS: "◆"}
CHOICES = (AnswerStatus.DRAFT, AnswerStatus.DONE, AnswerStatus.DISCUSS)
_COUNT_MS = 150
"""Words are counted when the hands rest, not at each key: a long answer has twenty thousand."""
_WORD = re.compile(r"\w+(?:[-–./,'’]\w+)*")


def count_words(text: str) -> int:
    """Return how many words a text has; 2.030 and F–P–K are one each."""
    return len(_WORD.findall(text))


class CardFace(Card):
    """The parts of a card in their places, in the words and colours of the window.

    `history_wanted(card)` asks for the versions of the answer, `place_wanted(card)` to place its words in the matrix,
    `grown` to bring the whole card in sight.
    """

    history_wanted = Signal(object)
    place_wanted = Signal(object)
    grown = Signal()

    def __init__(self, context: Context, drafts: Drafts, code: str, *, lines: int) -> None:
        super().__init__()
        self.context = context
        self.code = code
        self.is_active = False
        self.setObjectName(f"sot.card.{code}")
        self.pill = Pill()
        self.prompt = PlainLabel(role="strong", wraps=True)
        self.status = QPushButton()
        self.status.setObjectName(f"sot.status.{code}")
        self.status.setProperty("kind", "status")
        self.menu = QMenu(self.status)
        self.choices = self._make_menu()
        self.editor = AnswerEditor(lines=lines)
        self.editor.setObjectName(f"sot.answer.{code}")
        self.editor.setProperty("kind", "inner")
        self.error = PlainLabel(role="error", wraps=True)
        self.error.hide()
        self.clash = ClashBox(context, code)
        self.notes = QuietNotes(context, self.said)
        self.notes.setObjectName(f"sot.notes.{code}")
        self.chips = Chips(context)
        self.chips.add.setObjectName(f"sot.cite.{code}")
        self.foot = CardFoot(context.language, code, self.chips.add)
        question = context.workbench.method.questions.get(code)
        self.named = NamedLine(context, code) if question is not None and question.names_stakeholders else None
        self.placed = PlacedLine(context, code)
        self.help = Help()
        self.talk = Talk(context, drafts, code)
        self._texts = card_texts(context.workbench.method, context.language, code, "")
        self._lay_out()
        self._connect_parts()

    def said(self) -> Said | None:
        """Return what the notes look at; None when nothing is to be noted."""
        raise NotImplementedError

    def set_active(self, is_active: bool) -> None:
        """Stand out, or not, as the question that is being answered."""
        self.is_active = is_active
        set_look(self, "active", is_active)
        side, top = (SPACE[3] - 1, SPACE[2] - 1) if is_active else (SPACE[3], SPACE[2])
        self.body.setContentsMargins(side, top, side, top - 2)
        self.foot.set_active(is_active)
        if is_active:
            self.notes.wait_anew()
        else:
            self.notes.stop()

    def show_words(self, group: str, answer: Answer | None) -> None:
        """Show every word in the language of the window; the worked example is the one of the basis group."""
        language = self.context.language
        self._texts = card_texts(self.context.workbench.method, language, self.code, group)
        self.prompt.setText(self._texts.prompt)
        self.editor.setPlaceholderText(self._texts.placeholder)
        self.editor.setAccessibleName(f"{self.code}. {self._texts.prompt}")
        for choice, action in self.choices.items():
            action.setText(f"{SIGNS[choice]}  {language.say(f'status.answer.{choice.value}')}")
        for part in (self.chips, self.clash, self.foot, self.placed, self.talk, self.notes, self.named):
            if part is not None:
                part.retranslate()
        self.show_status(answer)
        self._count()
        self.foot.set_helpful(bool(self._texts.help))
        self._show_help()

    def show_beneath(self, desk: Desk, answer: Answer | None, *, is_locked: bool) -> None:
        """Show what the answer cites and names, where its words went, its versions and the talk about it."""
        cites = answer.cites if answer else ()
        self.chips.show_codes(cites, locked=is_locked)
        self.chips.setVisible(bool(cites))
        if self.named is not None:
            self.named.show_names(answer.stakeholders if answer else (), is_locked=is_locked)
        self.placed.show_placed(desk.initiative.code, desk.placed.get(self.code, ()))
        comments = desk.comments.get(self.code, ())
        self.talk.show_comments(desk.initiative.id, comments)
        self.foot.show_counts(desk.versions.get(self.code, 0), sum(one.resolved is None for one in comments))

    def show_status(self, answer: Answer | None) -> None:
        """Show how far the answer has come; who wrote it last, and when, is in the tool tip."""
        say = self.context.language.say
        status = answer.status if answer else AnswerStatus.EMPTY
        name = say(f"status.answer.{status.value}")
        self.status.setText(f"{SIGNS[status]} {name}")
        self.status.setAccessibleName(say("sot.status", code=self.code, status=name))
        set_look(self.status, "state", status.value)
        if answer:
            day = self.context.language.day_of(answer.updated)
            self.status.setToolTip(tip(say("sot.written", day=day, author=answer.author)))
        else:
            self.status.setToolTip("")

    def say_error(self, sentence: str) -> None:
        """Say beside the editor what could not be written and why; nothing for an empty sentence."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme = self.context.themes.current
        self.pill.show_text(self.code, theme.accent, theme.accent_ground)
        self.clash.recolour()
        self.placed.retranslate()

    def _make_menu(self) -> dict[AnswerStatus, QAction]:
        choices = {choice: QAction(self) for choice in CHOICES}
        for choice, action in choices.items():
            action.setObjectName(f"{self.status.objectName()}.{choice.value}")
            self.menu.addAction(action)
        self.status.setMenu(self.menu)
        return choices

    def _connect_parts(self) -> None:
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count)
        self.editor.textChanged.connect(self._counting.start)
        self.foot.history_wanted.connect(lambda: self.history_wanted.emit(self))
        self.foot.place_wanted.connect(lambda: self.place_wanted.emit(self))
        self.foot.help.toggled.connect(self._show_help)
        self.foot.talk.toggled.connect(self._on_talk_toggled)
        self.talk.escaped.connect(self._on_talk_left)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.prompt, stretch=1)
        head.addWidget(self.status, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(SPACE[1])
        self.body.addLayout(head)
        beneath: tuple[QWidget | None, ...] = (self.chips, self.named, self.placed, self.notes, self.help, self.talk)
        for widget in (self.editor, self.error, self.clash, self.foot, *beneath):
            if widget is not None:
                self.body.addWidget(widget)
        self.chips.hide()
        self.set_active(False)

    def _show_help(self) -> None:
        self.help.show_texts(self._texts.help, is_open=self.foot.help.isChecked())

    def _on_talk_toggled(self, is_open: bool) -> None:
        self.talk.setVisible(is_open)
        if is_open:
            self.talk.focus()
            self.grown.emit()

    def _on_talk_left(self) -> None:
        self.foot.talk.setChecked(False)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self.foot.show_words(count_words(self.editor.text()))
        if self.is_active:
            self.notes.wait()
