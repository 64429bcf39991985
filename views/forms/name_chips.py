"""A field of names: a chip for each, and an editor that picks one of the plan's list or adds a new one to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy, QWidget

from models.text import fold
from views.citing.chips import Chip
from views.forms.choice_editor import Choice, ChoiceEditor
from views.layouts.flow import FlowLayout
from views.parts.labels import set_look, tip

_ADDER_WIDTH, _LONGEST_NAME = 148, 124
"""Pixels: a chip fits in a narrow inspector; its tool tip says a longer name in full."""
_Say = Callable[..., str]


class _Adder(ChoiceEditor):
    """Offers the names that are known and, last, what is typed as a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say_new: Callable[[str], str] = str
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _suggest(self) -> None:
        super()._suggest()
        typed = self.text().strip()
        if not typed or self.keeper.composes or fold(typed) in self._by_name:
            return
        shown = self._suggestions()
        if not shown.isVisible():
            shown.clear()
        item = QListWidgetItem(self.say_new(typed))
        item.setData(Qt.ItemDataRole.UserRole, Choice(typed, typed, typed))
        shown.addItem(item)
        if shown.currentRow() < 0:
            shown.setCurrentRow(0)
        self._place(shown)


class NameChips(QWidget):
    """`value_wanted(names)` carries the names that should be kept now; Delete takes a chip's name off."""

    value_wanted = Signal(object)
    refused = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._before: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self._say_chip: _Say = lambda name: name
        self._say_removal: _Say = lambda name: name
        self.adder = _Adder()
        self.adder.setFixedWidth(_ADDER_WIDTH)
        set_look(self.adder, "kind", "quiet")
        self.adder.document().setDocumentMargin(2)
        self.adder.codes_wanted.connect(self._on_codes_wanted)
        self.adder.left.connect(self.left)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.adder)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.adder)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names that are shown."""
        return self._names

    def set_known(self, names: Sequence[str]) -> None:
        """Offer these names."""
        self.adder.set_choices([Choice(name, name, name) for name in names])

    def say_with(self, hint: str, new: _Say, chip: _Say, removal: _Say) -> None:
        """Use these words: in the empty editor; and, for a name: that it is new, on a chip, to take it off."""
        self.adder.setPlaceholderText(hint)
        self.adder.say_new = new
        self._say_chip, self._say_removal = chip, removal
        self._name_chips()

    def setObjectName(self, name: str) -> None:
        """Name the editor, which takes the keys."""
        super().setObjectName(f"{name}.chips")
        self.adder.setObjectName(name)

    def setAccessibleName(self, name: str) -> None:
        """Say what is typed into the editor."""
        super().setAccessibleName(name)
        self.adder.setAccessibleName(name)

    def show_value(self, value: Sequence[str]) -> None:
        """Show names that were changed elsewhere."""
        self._names = tuple(value)
        self._make()

    def open_value(self, value: Sequence[str]) -> None:
        """Show other names altogether; what was half typed is given up."""
        self.adder.open_codes(())
        self.show_value(value)

    def commit(self) -> None:
        """Add what is typed."""
        self.adder.commit()

    def refuse(self) -> None:
        """The names just handed over could not be kept: show those that are."""
        self.show_value(self._before)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys to the editor."""
        self.adder.setFocus(event.reason())

    def _on_codes_wanted(self, codes: tuple[str, ...]) -> None:
        self.adder.open_codes(())
        known = {fold(name) for name in self._names}
        self._want((*self._names, *(code for code in codes if fold(code) not in known)))

    def _on_removed(self, name: str) -> None:
        self._want(tuple(one for one in self._names if one != name))
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, names: tuple[str, ...]) -> None:
        if names != self._names:
            self._before = self._names
            self.show_value(names)
            self.value_wanted.emit(names)

    def _make(self) -> None:
        while len(self._chips) < len(self._names):
            chip = Chip(self)
            chip.removed.connect(self._on_removed)
            self._chips.append(chip)
        self._flow.removeWidget(self.adder)
        for chip, name in zip(self._chips, self._names, strict=False):
            self._flow.removeWidget(chip)
            chip.show_code(name, locked=False)
            shown = chip.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST_NAME)
            chip.name.setText(shown.replace("&", "&&"))
            chip.name.setToolTip(tip(name))
            chip.name.setObjectName(f"{self.adder.objectName()}.chip")
            self._flow.addWidget(chip)
            chip.show()
        for chip in self._chips[len(self._names) :]:
            self._flow.removeWidget(chip)
            chip.hide()
        self._flow.addWidget(self.adder)
        self._name_chips()
        self.updateGeometry()

    def _name_chips(self) -> None:
        for chip, name in zip(self._chips, self._names, strict=False):
            chip.name.setAccessibleName(self._say_chip(name))
            chip.cross.setAccessibleName(self._say_removal(name))
