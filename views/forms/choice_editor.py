"""The editor for codes out of a list, typed by code or name; suggestions never rewrite what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.text import fold
from views.parts.text_editor import TextEditor

BETWEEN = ";"
_SHOWN = 8
_LEAST_WIDTH = 280
_EDGE = 4


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen: its code, how the field shows it, what the list says of it."""

    code: str
    label: str
    detail: str

    @property
    def folded(self) -> str:
        """Return what is looked for in it."""
        return fold(f"{self.code} {self.label} {self.detail}")


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceEditor(TextEditor):
    """A field that holds one code, or several between semicolons; it is committed on Enter, on leaving and on request.

    `codes_wanted(codes)` carries what was typed or picked as codes; what is no choice is handed on as it was typed, for
    the plan to refuse. Suggestions stand below the field while it is typed into.
    """

    codes_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, is_many: bool = False) -> None:
        super().__init__(parent, lines=1)
        self._is_many = is_many
        self._choices: Sequence[Choice] = ()
        self._folded: Sequence[str] = ()
        self._by_name: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._codes: tuple[str, ...] = ()
        self._codes_before: tuple[str, ...] = ()
        self._list: QListWidget | None = None
        self.commit_wanted.connect(self._on_commit_wanted)

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes that are kept."""
        return self._codes

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what is shown follows their labels."""
        self._choices = choices
        self._folded = [choice.folded for choice in choices]
        self._labels = {choice.code: choice.label for choice in choices}
        self._by_name = {fold(choice.detail): choice.code for choice in choices}
        self._by_name.update({fold(choice.label): choice.code for choice in choices})
        self._by_name.update({fold(choice.code): choice.code for choice in choices})

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show what was changed elsewhere; what is being typed stays while the codes themselves have not changed."""
        if tuple(codes) != self._codes or not self.hasFocus():
            self._codes = tuple(codes)
            self.show_text(self._shown(self._codes))

    def open_codes(self, codes: Sequence[str]) -> None:
        """Show other codes altogether."""
        self._codes = tuple(codes)
        self.open_text(self._shown(self._codes))

    def commit(self) -> None:
        """Hand over the codes when they are others than those kept; hide the suggestions."""
        self._hide()
        super().commit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, and show the codes that are kept as they are written."""
        super().focusOutEvent(event)
        if self._codes == self._typed():
            self.open_text(self._shown(self._codes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the suggestions with the arrows, take one with Enter, close them with Esc."""
        shown = self._list if self._list is not None and self._list.isVisible() else None
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            if shown is None:
                self._suggest()
            else:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                shown.setCurrentRow(max(0, min(shown.count() - 1, shown.currentRow() + step)))
            return
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            item = shown.currentItem() if shown is not None else None
            if item is not None:
                self._pick(item)
            else:
                self.commit()
            return
        if shown is not None and event.key() == Qt.Key.Key_Escape:
            self._hide()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted lines as so many choices."""
        lines = [line.strip() for line in source.text().replace("\x00", "").splitlines() if line.strip()]
        self.insertPlainText(f"{BETWEEN} ".join(lines))

    def _on_text_changed(self) -> None:
        """Suggest; what is half typed is not committed in a pause, for it is no choice yet."""
        if not self._showing and self.hasFocus():
            self._suggest()

    def _shown(self, codes: Sequence[str]) -> str:
        return f"{BETWEEN} ".join(self._labels.get(code, code) for code in codes)

    def _typed(self) -> tuple[str, ...]:
        parts = self.text().split(BETWEEN) if self._is_many else [self.text()]
        stripped = [part.strip() for part in parts]
        return tuple(dict.fromkeys(self._by_name.get(fold(part), part) for part in stripped if part))

    def _on_commit_wanted(self) -> None:
        codes = self._typed()
        if codes != self._codes:
            self._codes_before, self._codes = self._codes, codes
            self.codes_wanted.emit(codes)

    def refuse(self) -> None:
        """The codes just handed over could not be kept: what was typed stays and is handed over again next time."""
        super().refuse()
        self._codes = self._codes_before

    def _part(self) -> tuple[int, int]:
        """Return where the part of the text begins and ends in which the cursor stands."""
        text, place = self.text(), self.textCursor().position()
        if not self._is_many:
            return 0, len(text)
        start = text.rfind(BETWEEN, 0, place) + 1
        end = text.find(BETWEEN, place)
        return start, len(text) if end < 0 else end

    def _suggest(self) -> None:
        start, end = self._part()
        words = fold(self.text()[start:end]).split()
        places = [place for place, text in enumerate(self._folded) if all(word in text for word in words)][:_SHOWN]
        if not places or self.keeper.composes:
            self._hide()
            return
        shown = self._suggestions()
        shown.clear()
        for place in places:
            choice = self._choices[place]
            item = QListWidgetItem(choice.detail)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            shown.addItem(item)
        shown.setCurrentRow(0)
        self._place(shown)

    def _suggestions(self) -> QListWidget:
        """Return the list: within the window and without focus, so that the input method goes on in the field."""
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setProperty("kind", "popup")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
            self._list.setAccessibleName(self.accessibleName())
            self._list.itemClicked.connect(self._pick)
        return self._list

    def _place(self, shown: QListWidget) -> None:
        window = self.window()
        width = max(self.width(), min(_LEAST_WIDTH, window.width() - 2 * _EDGE))
        height = shown.sizeHintForRow(0) * shown.count() + 2 * _EDGE
        corner = self.mapTo(window, QPoint(0, self.height()))
        left = min(corner.x(), window.width() - width - _EDGE)
        is_low = corner.y() + height > window.height()
        shown.setGeometry(left, corner.y() - self.height() - height if is_low else corner.y(), width, height)
        shown.show()
        shown.raise_()

    def _hide(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _pick(self, item: QListWidgetItem) -> None:
        choice: Choice = item.data(Qt.ItemDataRole.UserRole)
        start, end = self._part()
        is_last = end == len(self.text())
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._showing = True
        cursor.insertText(f"{' ' if start else ''}{choice.label}{f'{BETWEEN} ' if self._is_many and is_last else ''}")
        self._showing = False
        self.setTextCursor(cursor)
        self.commit()
