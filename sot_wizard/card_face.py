"""What a card shows: prompt, status, editor, citations, help. What it writes is in question_card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.language import Language
from models.method import MethodPack
from models.plan import Answer, AnswerStatus
from sot_wizard.notices import ClashBox
from views.citing.chips import Chips
from views.context import Context
from views.drawn.pill import Pill
from views.parts.card import Card
from views.parts.labels import PlainLabel, set_look, tip
from views.parts.text_editor import TextEditor
from views.theme import SPACE

SIGNS = {AnswerStatus.EMPTY: "○", AnswerStatus.DRAFT: "◐", AnswerStatus.DONE: "●", AnswerStatus.DISCUSS: "◆"}
CHOICES = (AnswerStatus.DRAFT, AnswerStatus.DONE, AnswerStatus.DISCUSS)
_WORD = re.compile(r"\w+(?:[-–./,'’]\w+)*")


@dataclass(frozen=True)
class CardTexts:
    """The prompt of a card, what its empty editor says, and its help as (heading, text)."""

    prompt: str
    placeholder: str
    help: tuple[tuple[str, str], ...]


def card_texts(method: MethodPack, language: Language, code: str, group: str) -> CardTexts:
    """Return the texts for a question (O1) or a conclusion (O); the worked example is the one of the basis group."""
    say, pick = language.say, language.pick
    if code in method.steps:
        aim = pick(method.steps[code].conclusion)
        return CardTexts(say("sot.conclusion"), say("sot.placeholder", hint=aim), ())
    question = method.questions[code]
    hint = pick(question.hint)
    help_texts = [(say("sot.purpose"), pick(question.purpose)), (say("sot.hint"), hint)]
    if group in question.examples:
        help_texts.append((say("sot.example", group=group), pick(question.examples[group])))
    first = hint.partition(". ")[0].rstrip(".")
    return CardTexts(pick(question.text), say("sot.placeholder", hint=f"{first}."), tuple(help_texts))


class CardFace(Card):
    """The parts of a card in their places, in the words and colours of the window."""

    def __init__(self, context: Context, code: str, *, lines: int) -> None:
        super().__init__()
        self.context = context
        self.code = code
        self.setObjectName(f"sot.card.{code}")
        self.pill = Pill()
        self.prompt = PlainLabel(role="strong", wraps=True)
        self.status = QPushButton()
        self.status.setObjectName(f"sot.status.{code}")
        self.status.setProperty("kind", "status")
        self.menu = QMenu(self.status)
        self.choices = self._make_menu()
        self.editor = TextEditor(lines=lines)
        self.editor.setObjectName(f"sot.answer.{code}")
        self.editor.setProperty("kind", "inner")
        self.editor.textChanged.connect(self._count)
        self.error = PlainLabel(role="error", wraps=True)
        self.error.hide()
        self.clash = ClashBox(context.language)
        self.chips = Chips(context)
        self.chips.add.setObjectName(f"sot.cite.{code}")
        self.fold = QPushButton()
        self.fold.setObjectName(f"sot.help.{code}")
        self.fold.setProperty("kind", "link")
        self.fold.setProperty("role", "small")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_folded)
        self.words = PlainLabel(role="small")
        self.words.setObjectName(f"sot.words.{code}")
        self.help = QWidget()
        self.help.hide()
        self._help_texts: Sequence[tuple[str, str]] = ()
        self._lay_out()

    def set_active(self, is_active: bool) -> None:
        """Stand out, or not, as the question that is being answered."""
        set_look(self, "active", is_active)
        side, top = (SPACE[3] - 1, SPACE[2] - 1) if is_active else (SPACE[3], SPACE[2])
        self.body.setContentsMargins(side, top, side, top - 2)

    def show_words(self, group: str, answer: Answer | None) -> None:
        """Show every word in the language of the window; the worked example is the one of the basis group."""
        language = self.context.language
        texts = card_texts(self.context.workbench.method, language, self.code, group)
        self.prompt.setText(texts.prompt)
        self.editor.setPlaceholderText(texts.placeholder)
        self.editor.setAccessibleName(f"{self.code}. {texts.prompt}")
        self._help_texts = texts.help
        for choice, action in self.choices.items():
            action.setText(f"{SIGNS[choice]}  {language.say(f'status.answer.{choice.value}')}")
        self.chips.retranslate()
        self.clash.retranslate()
        self.show_status(answer)
        self._count()
        self._on_folded(self.fold.isChecked())

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

    def _make_menu(self) -> dict[AnswerStatus, QAction]:
        choices = {choice: QAction(self) for choice in CHOICES}
        for choice, action in choices.items():
            action.setObjectName(f"{self.status.objectName()}.{choice.value}")
            self.menu.addAction(action)
        self.status.setMenu(self.menu)
        return choices

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.prompt, stretch=1)
        head.addWidget(self.status, alignment=Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[2])
        foot.addWidget(self.chips, stretch=1)
        foot.addWidget(self.fold, alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.words, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self.help)
        column.setContentsMargins(0, 0, 0, SPACE[0])
        column.setSpacing(2)
        self.body.setSpacing(SPACE[1])
        self.body.addLayout(head)
        for widget in (self.editor, self.error, self.clash):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self.body.addWidget(self.help)
        self.set_active(False)

    def _on_folded(self, is_open: bool) -> None:
        self.fold.setVisible(bool(self._help_texts))
        self.fold.setText(("▾ " if is_open else "▸ ") + self.context.language.say("sot.help"))
        self.fold.setAccessibleName(self.context.language.say("sot.help_on", code=self.code))
        if is_open:
            self._fill_help()
        self.help.setVisible(is_open and bool(self._help_texts))

    def _fill_help(self) -> None:
        column = self.help.layout()
        assert column is not None
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for heading, text in self._help_texts:
            column.addWidget(PlainLabel(heading, "caps"))
            body = PlainLabel(text, wraps=True)
            body.setContentsMargins(0, 0, 0, SPACE[0])
            column.addWidget(body)

    def _count(self) -> None:
        number = len(_WORD.findall(self.editor.text()))
        self.words.setText(self.context.language.say("sot.words", words=number))
