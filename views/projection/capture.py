"""The line into which a proposal or a decision is typed while people talk."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.language import Language
from views.parts.keeping import is_history_key
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE

PROPOSE, DECIDE = "propose", "decide"


class EntryField(QLineEdit):
    """One line of text that is handed over by Enter; undo belongs to the plan."""

    is_unseen = False
    """Whether no letter may be seen, however an input method would set it off."""

    def plain(self) -> str:
        """Return the text in NFC."""
        return unicodedata.normalize("NFC", self.text()).strip()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, but leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, but without the colours of the input method where no letter may be seen."""
        if not self.is_unseen:
            super().inputMethodEvent(event)
            return
        plain = QInputMethodEvent(event.preeditString(), [])
        plain.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(plain)


class CaptureLine(QFrame):
    """`given(kind, text, second)` carries what was typed: a proposal and who made it, or a decision and its reason.

    `left` follows Esc. The line is emptied when its owner says that the words are kept.
    """

    given = Signal(str, str, str)
    left = Signal()

    def __init__(
        self, language: Language, name: str, parent: QWidget | None = None, *, is_public: bool = False
    ) -> None:
        """Make a line whose object names begin with `name`; a public one shows no letter of a silent idea."""
        super().__init__(parent)
        self._language = language
        self._is_public = is_public
        self.kind = PROPOSE
        self._is_silent = False
        self.setObjectName(f"{name}.capture")
        self.title = PlainLabel(role="label")
        self.text = EntryField()
        self.text.setObjectName(f"{name}.capture.text")
        self.second = EntryField()
        self.second.setObjectName(f"{name}.capture.second")
        self.said = PlainLabel(role="error", wraps=True)
        self.said.setObjectName(f"{name}.capture.said")
        self.said.hide()
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        for field in (self.text, self.second):
            field.returnPressed.connect(self._on_return)
            field.textEdited.connect(self.said.hide)
            if is_public:
                field.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
                field.setDragEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addWidget(self.title)
        row.addWidget(self.text, stretch=3)
        row.addWidget(self.second, stretch=1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addLayout(row)
        column.addWidget(self.said)
        self.retranslate()

    def colour_names(self, sheet: str) -> None:
        """Give the list of names that is offered a style sheet."""
        popup = self._completer.popup()
        if popup is not None:
            popup.setStyleSheet(sheet)

    def pad(self, side: int, above: int) -> None:
        """Leave so many pixels at the sides, above and beneath."""
        self._column.setContentsMargins(side, above, side, above)

    def set_names(self, names: Sequence[str]) -> None:
        """Offer these names for who proposes."""
        self._names.setStringList(list(names))

    def begin(self, kind: str) -> None:
        """Be ready for a proposal or a decision; what was begun of the other kind is given up."""
        if kind != self.kind:
            self.kind = kind
            self.clear()
        self.retranslate()
        self.said.hide()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_silent(self, *, is_silent: bool) -> None:
        """Say whether what is typed stays hidden from the room for now."""
        self._is_silent = is_silent
        self.retranslate()

    def clear(self) -> None:
        """Empty the line: what was typed is kept, or given up."""
        self.text.clear()
        self.second.clear()
        self.said.hide()

    def say(self, sentence: str) -> None:
        """Say why the words could not be kept."""
        self.said.setText(sentence)
        self.said.show()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._language.say
        kind = "silent" if self.kind == PROPOSE and self._is_silent else self.kind
        self.title.setText(say(f"projection.capture.{kind}"))
        self.text.setAccessibleName(say(f"projection.capture.{kind}"))
        self.text.setPlaceholderText(say(f"projection.capture.{kind}_hint"))
        second = "reason" if self.kind == DECIDE else "proposer"
        self.second.setAccessibleName(say(f"projection.capture.{second}"))
        self.second.setPlaceholderText(say(f"projection.capture.{second}"))
        is_unseen = kind == "silent" and self._is_public
        for field in (self.text, self.second):
            field.is_unseen = is_unseen
            set_look(field, "kind", "unseen" if is_unseen else "")
        offers = self.kind == PROPOSE and not is_unseen
        self.second.setCompleter(self._completer if offers else None)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _on_return(self) -> None:
        if self.text.plain():
            self.given.emit(self.kind, self.text.plain(), self.second.plain())
        else:
            self.left.emit()
