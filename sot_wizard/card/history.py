"""The versions of an answer: what each said, marked against what it says now, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from models import wording
from models.plan import AnswerVersion
from models.reading import versions
from sot_wizard.card.sheet import Sheet
from sot_wizard.card_face import SIGNS, count_words
from sot_wizard.question_card import QuestionCard
from views.context import Context
from views.layouts.scroll_column import ScrollColumn
from views.parts.card import Line
from views.parts.labels import PlainLabel
from views.parts.marked_text import MarkedText
from views.theme import SPACE

_WIDTH, _HEIGHT = 760, 480
_LIST = 228
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistorySheet(Sheet):
    """A list of versions, the newest first, and the text of the one that is chosen; Enter in the list restores it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page, "sot.versions")
        self._context = context
        self._card: QuestionCard | None = None
        self._versions: Sequence[AnswerVersion] = ()
        self.list = QListWidget()
        self.list.setObjectName("sot.versions.list")
        self.list.setProperty("kind", "popup")
        self.list.setFixedWidth(_LIST)
        self.list.setSpacing(SPACE[0])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.about = PlainLabel(role="muted", wraps=True)
        self.text = MarkedText()
        self.legend = PlainLabel(role="small", wraps=True)
        self.restore = QPushButton()
        self.restore.setObjectName("sot.versions.restore")
        self.restore.setProperty("kind", "primary")
        self.restore.clicked.connect(self._restore)
        self._lay_out()
        context.selection.changed.connect(self.close_sheet)
        context.workbench.closed.connect(self.close_sheet)
        context.workbench.changed.connect(self._on_changed)

    @Slot(object)
    def open(self, card: QuestionCard) -> None:
        """Show the versions of a card's answer, the words that are still in its editor among them."""
        card.commit()
        self._card = card
        self._read()
        self.retranslate()
        self.open_sheet(_WIDTH, _HEIGHT)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.dismiss.setAccessibleName(say("window.dismiss"))
        self.list.setAccessibleName(say("card.versions_list"))
        self.legend.setText(say("card.versions_legend"))
        self.restore.setText(say("card.restore"))
        if self._card is not None:
            self.heading.setText(say("card.versions_heading", code=self._card.code, prompt=self._card.prompt.text()))
            self._fill()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        if self._card is not None:
            self._on_row_changed(self.list.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore by Enter in the list."""
        if event.key() in _ENTER and self.list.hasFocus():
            self._restore()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        view = ScrollColumn()
        view.column.addWidget(self.text)
        view.column.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[2])
        foot.addWidget(self.legend, stretch=1)
        foot.addWidget(self.restore, alignment=Qt.AlignmentFlag.AlignBottom)
        right = QVBoxLayout()
        right.setSpacing(SPACE[1])
        right.addWidget(self.about)
        right.addWidget(view, stretch=1)
        right.addWidget(Line())
        right.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(SPACE[3])
        row.addWidget(self.list)
        row.addLayout(right, stretch=1)
        self.content.addLayout(row)

    def _read(self) -> None:
        assert self._card is not None
        self._versions = self._context.workbench.read(versions.of_answer, self._card.initiative, self._card.code)

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for version in self._versions:
            item = QListWidgetItem(self._spoken(version))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text().replace("\n", ", "))
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(row, len(self._versions) - 1)))
        self.list.blockSignals(False)
        self._on_row_changed(self.list.currentRow())

    def _spoken(self, version: AnswerVersion) -> str:
        language, say = self._context.language, self._context.language.say
        state = f"{SIGNS[version.status]} {say(f'status.answer.{version.status.value}')}"
        words = say("sot.words", words=count_words(version.text))
        return f"{language.moment_of(version.time)}\n{state} · {words}\n{version.author}"

    def _on_row_changed(self, row: int) -> None:
        if self._card is None or not 0 <= row < len(self._versions):
            return
        version, answer = self._versions[row], self._card.answer
        now = answer.text if answer is not None else ""
        self.text.show_pieces(wording.marks(now, version.text), self._context.themes.current)
        self.text.setAccessibleName(version.text)
        self.about.setText(self._about(version))
        self.legend.setHidden(now == version.text)
        self.restore.setEnabled(not self._card.is_locked and not self._card.says(version))

    def _about(self, version: AnswerVersion) -> str:
        say = self._context.language.say
        said = [say("card.version_of", cycle=version.cycle)]
        if version.cites:
            said.append(say("card.version_cites", cites=", ".join(version.cites)))
        if version.stakeholders:
            said.append(say("card.version_names", names=", ".join(version.stakeholders)))
        return " · ".join(said)

    @Slot()
    def _restore(self) -> None:
        if self._card is not None and self.restore.isEnabled():
            card, version = self._card, self._versions[self.list.currentRow()]
            self.close_sheet()
            card.restore(version)

    @Slot()
    def _on_changed(self) -> None:
        """Follow what is written while the sheet is open, once the card has."""
        if self.isVisible() and self._card is not None:
            self._read()
            self._fill()
