"""The editors of an inspector form: each shows a value of its kind and asks to keep another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QWheelEvent
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from views.forms.chevron import ListBox
from views.forms.choice_editor import ChoiceEditor
from views.forms.line_editor import LineEditor
from views.forms.name_chips import NameChips
from views.parts.labels import set_look
from views.parts.text_editor import TextEditor

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})", re.ASCII)
_EARLIEST_YEAR, _LONGEST_NUMBER = 1900, 5
_AMOUNT = re.compile(r"(\d{1,12}|\d{1,3}([\s.,]\d{3}){1,4})?")
_TEXT_MARGIN = 2
"""What stands left of the text in fields of one line, so that all begin alike."""
_DAY_FORMATS = {"vi": "%d/%m/%Y", "en": "%Y-%m-%d"}


class TextField(TextEditor):
    """A text of any length."""

    value_wanted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent, lines=lines)
        set_look(self, "kind", "quiet")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_TEXT_MARGIN)
        self.commit_wanted.connect(self.value_wanted.emit)
        self.clashed.connect(self.keep_over)

    def show_value(self, value: str) -> None:
        """Show a text that was changed elsewhere."""
        self.show_text(value)

    def open_value(self, value: str) -> None:
        """Show another text altogether."""
        self.open_text(value)


class CodesField(ChoiceEditor):
    """Codes out of a list."""

    value_wanted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, is_many: bool = True) -> None:
        super().__init__(parent, is_many=is_many)
        set_look(self, "kind", "quiet")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_TEXT_MARGIN)
        self.codes_wanted.connect(self.value_wanted.emit)

    def show_value(self, value: Sequence[str]) -> None:
        """Show codes."""
        self.show_codes(value)

    def open_value(self, value: Sequence[str]) -> None:
        """Show other codes altogether."""
        self.open_codes(value)


class DayField(LineEditor):
    """A day in figures, as it is written in the user's language; the field may be empty."""

    value_wanted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "kind", "quiet")
        self._language = "vi"
        self._day: date | None = None
        self.commit_wanted.connect(self._on_commit_wanted)

    def use_language(self, language: str) -> None:
        """Write days as in this language: vi or en."""
        self._language = language

    def show_value(self, value: date | None) -> None:
        """Show a day, or none."""
        self._day = value
        self.show_text(write_day(value, self._language))

    def open_value(self, value: date | None) -> None:
        """Show another day, whatever was typed."""
        self._day = value
        self.open_text(write_day(value, self._language))

    def is_whole(self, text: str) -> bool:
        """Return whether a text is a day, or none at all."""
        with suppress(UserError):
            read_day(text)
            return True
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit, and show the day as days are written."""
        super().focusOutEvent(event)
        try:
            is_kept = read_day(self.text()) == self._day
        except UserError:
            return
        if is_kept:
            self.open_value(self._day)

    def _on_commit_wanted(self, text: str) -> None:
        try:
            day = read_day(text)
        except UserError as error:
            self.refused.emit(error)
            return
        self._day = day
        self.value_wanted.emit(day)


class PercentField(LineEditor):
    """A whole number of percent."""

    value_wanted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "kind", "quiet")
        self.commit_wanted.connect(self._on_commit_wanted)

    def show_value(self, value: int) -> None:
        """Show a percentage."""
        self.show_text(f"{value} %")

    def open_value(self, value: int) -> None:
        """Show another percentage, whatever was typed."""
        self.open_text(f"{value} %")

    def is_whole(self, text: str) -> bool:
        """Return whether a text is a number of percent."""
        return _percentage(text) in range(101)

    def _on_commit_wanted(self, text: str) -> None:
        percentage = _percentage(text)
        if percentage is not None:
            self.value_wanted.emit(percentage)
        else:
            self.refused.emit(UserError("inspector.not_a_percentage", text=text.strip()))


class AmountField(LineEditor):
    """A whole number with its thousands marked; the field may be empty."""

    value_wanted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "kind", "quiet")
        self.commit_wanted.connect(self._on_commit_wanted)

    def show_value(self, value: int | None) -> None:
        """Show a number, or none."""
        self.show_text(_amount(value))

    def open_value(self, value: int | None) -> None:
        """Show another number, whatever was typed."""
        self.open_text(_amount(value))

    def is_whole(self, text: str) -> bool:
        """Return whether a text is a number, or none at all."""
        return _AMOUNT.fullmatch(text.strip()) is not None

    def _on_commit_wanted(self, text: str) -> None:
        figures = re.sub(r"[\s.,]", "", text)
        if self.is_whole(text):
            self.value_wanted.emit(int(figures) if figures else None)
        else:
            self.refused.emit(UserError("inspector.not_an_amount", text=text.strip()))


class OptionField(ListBox):
    """One of a few states; the wheel turns it only while it has focus, so that scrolling past changes nothing."""

    value_wanted = Signal(object)
    refused = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda place: self.value_wanted.emit(self.itemData(place)))

    def set_options(self, options: Sequence[tuple[str, str, QIcon]]) -> None:
        """Offer options, each a value, its name and its sign; the one that is shown stays."""
        shown = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for value, name, sign in options:
                self.addItem(sign, name, value)
            self.setCurrentIndex(self.findData(shown))

    def show_value(self, value: str) -> None:
        """Show the option with this value."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))

    open_value = show_value

    def commit(self) -> None:
        """Nothing waits: a choice is handed over at once."""

    def refuse(self) -> None:
        """The choice was refused: it stays to be mended."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form unless the field has focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


FormEditor = TextField | CodesField | DayField | PercentField | AmountField | OptionField | NameChips


def _amount(value: int | None) -> str:
    return "" if value is None else f"{value:,}".replace(",", "\u00a0")


def _percentage(text: str) -> int | None:
    figures = text.strip().removesuffix("%").strip()
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) < _LONGEST_NUMBER else None


def write_day(day: date | None, language: str) -> str:
    """Return a day in figures that `read_day` reads back; nothing for none."""
    return "" if day is None else day.strftime(_DAY_FORMATS[language])


def read_day(text: str) -> date | None:
    """Return the day that figures mean, day first or year first, or None for no text; raises UserError otherwise."""
    stripped = text.strip()
    if not stripped:
        return None
    if match := _DAY_FIRST.fullmatch(stripped):
        day, month, year = (int(figure) for figure in match.groups())
    elif match := _YEAR_FIRST.fullmatch(stripped):
        year, month, day = (int(figure) for figure in match.groups())
    else:
        raise UserError("inspector.not_a_day", text=stripped)
    try:
        if year < _EARLIEST_YEAR:
            raise ValueError(year)
        return date(year, month, day)
    except ValueError as error:
        raise UserError("inspector.not_a_day", text=stripped) from error
