"""Chips: the clauses that a text cites, each with a button that takes it off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from views.context import Context
from views.layouts.flow import FlowLayout


class Chip(QFrame):
    """One clause by its code: pressed it is shown, ✕ or the Delete key takes it off."""

    pressed = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.setProperty("kind", "chip")
        self.name = QPushButton()
        self.cross = QPushButton("✕")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 2, 0)
        row.setSpacing(0)
        for button in (self.name, self.cross):
            button.setProperty("kind", "link")
            button.setProperty("role", "small")
            row.addWidget(button)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name.clicked.connect(lambda: self.pressed.emit())
        self.cross.clicked.connect(lambda: self.removed.emit(self.code))

    def show_code(self, code: str, *, locked: bool) -> None:
        """Show a clause, which can be taken off unless it is locked."""
        self.code = code
        self.name.setText(code.replace("&", "&&"))
        self.cross.setHidden(locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chip off by Delete or Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.cross.isHidden():
            self.removed.emit(self.code)
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """A button that asks for another clause, and a chip for each that is cited.

    `add_wanted` asks for the picker, `cites_wanted(codes)` carries what should be cited now, `pressed` asks to show it.
    """

    add_wanted = Signal()
    cites_wanted = Signal(tuple)
    pressed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._codes: tuple[str, ...] = ()
        self._shown: tuple[tuple[str, ...], bool] = ((), False)
        self._locked = False
        self._chips: list[Chip] = []
        self.add = QPushButton()
        self.add.setProperty("kind", "link")
        self.add.setProperty("role", "small")
        self.add.clicked.connect(self.add_wanted)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.add)

    @property
    def codes(self) -> tuple[str, ...]:
        """Return what is cited."""
        return self._codes

    def show_codes(self, codes: Sequence[str], *, locked: bool = False) -> None:
        """Show what is cited; when locked it can only be read. Chips are made when they come on screen."""
        self._codes, self._locked = tuple(codes), locked
        self.add.setHidden(locked)
        if self.isVisible():
            self._make()

    def want(self, code: str) -> None:
        """Ask for one more clause."""
        if code not in self._codes:
            self.cites_wanted.emit((*self._codes, code))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.add.setText("+ " + self._context.language.say("citing.add"))
        self.add.setAccessibleName(self._context.language.say("citing.add"))
        for chip in self._chips:
            self._name(chip)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the chips that are due."""
        super().showEvent(event)
        self._make()

    def _make(self) -> None:
        if (self._codes, self._locked) == self._shown:
            return
        self._shown = (self._codes, self._locked)
        focused = next((chip for chip in self._chips if chip.name.hasFocus()), None)
        while len(self._chips) < len(self._codes):
            self._add_chip()
        for chip, code in zip(self._chips, self._codes, strict=False):
            chip.show_code(code, locked=self._locked)
            self._name(chip)
            chip.show()
        for chip in self._chips[len(self._codes) :]:
            chip.hide()
        if focused is not None and focused.isHidden():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _add_chip(self) -> None:
        chip = Chip(self)
        chip.pressed.connect(self.pressed)
        chip.removed.connect(self._on_removed)
        self._chips.append(chip)
        self._flow.addWidget(chip)

    def _name(self, chip: Chip) -> None:
        chip.name.setAccessibleName(self._context.language.say("citing.chip", code=chip.code))
        chip.cross.setAccessibleName(self._context.language.say("citing.remove", code=chip.code))

    def _on_removed(self, code: str) -> None:
        self.cites_wanted.emit(tuple(other for other in self._codes if other != code))
