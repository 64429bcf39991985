"""The inspector form: labelled fields, each committed by itself, its error as a sentence beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.errors import UserError
from views.forms.fields import FormEditor
from views.parts.card import Line
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE

LABEL_WIDTH = 88
_TOP = 5


class Field(QWidget):
    """A label, an editor, and room for what is wrong with what was typed."""

    def __init__(self, key: str, editor: FormEditor, parent: QWidget | None = None, *, is_wide: bool = False) -> None:
        super().__init__(parent)
        self.key = key
        self.editor = editor
        self.label = PlainLabel(role="muted", wraps=True)
        self.label.setFixedWidth(LABEL_WIDTH)
        self.label.setBuddy(editor)
        self.label.setContentsMargins(0, _TOP, 0, 0)
        self.remark = PlainLabel(role="small", wraps=True)
        self.remark.hide()
        self.error = PlainLabel(role="error", wraps=True)
        self.error.hide()
        self.below = QVBoxLayout()
        self.below.setContentsMargins(SPACE[1], 0, 0, 0)
        self.below.setSpacing(2)
        self.below.addWidget(self.remark)
        self.below.addWidget(self.error)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 1, 0, 1)
        grid.setSpacing(0)
        grid.setColumnStretch(1, 1)
        if is_wide:
            self.label.hide()
            set_look(editor, "kind", "headline")
            self.below.setContentsMargins(0, 0, 0, SPACE[1])
            grid.addWidget(editor, 0, 0, 1, 2)
            grid.addLayout(self.below, 1, 0, 1, 2)
        else:
            grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, 0, 1)
            grid.addLayout(self.below, 1, 1)
        grid.addWidget(Line(), 3, 0, 1, 2)
        self._grid = grid
        self._value: Any = None
        self._error: UserError | None = None

    @property
    def is_refused(self) -> bool:
        """Return whether what stands in the field was refused."""
        return self._error is not None

    def lay_across(self, widget: QWidget) -> None:
        """Put something beneath the editor that takes the whole width, the label's too."""
        self._grid.addWidget(widget, 2, 0, 1, 2)

    def name(self, text: str) -> None:
        """Show the field's name."""
        self.label.setText(text)
        self.label.setMinimumHeight(self.label.heightForWidth(LABEL_WIDTH))
        self.editor.setAccessibleName(text)

    def show_value(self, value: Any, *, anew: bool) -> None:
        """Show what the plan holds; what was refused stays, unless the plan changed or the form is shown `anew`."""
        if self._error is not None and not anew and value == self._value:
            return
        is_open = anew or self._error is not None
        self._value = value
        self.complain(None, "")
        if is_open:
            self.editor.open_value(value)
        else:
            self.editor.show_value(value)

    def keep(self, value: Any) -> None:
        """Take note that the plan now holds what stands in the field."""
        self._value = value
        self.complain(None, "")

    def say_remark(self, text: str, role: str = "small") -> None:
        """Say something about the value beneath it, or nothing."""
        self.remark.setText(text)
        set_look(self.remark, "role", role)
        self.remark.setVisible(bool(text))

    def complain(self, error: UserError | None, sentence: str) -> None:
        """Show what is wrong with what was typed, or that nothing is."""
        if error is not None:
            self.editor.refuse()
        self._error = error
        self.error.setText(sentence)
        self.error.setVisible(error is not None)
        self.editor.setAccessibleDescription(sentence)

    def say_error(self, language: str) -> None:
        """Say the error in another language."""
        if self._error is not None:
            self.error.setText(self._error.sentence(language))


class InspectorForm(QWidget):
    """Fields by key.

    `value_wanted(key, value)` asks to keep a value; `refused(key, error)` tells that what was typed is no value at all;
    `left` follows leaving a field; `closed` follows Esc.
    """

    value_wanted = Signal(str, object)
    refused = Signal(str, object)
    left = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, key: str, editor: FormEditor, object_name: str, *, is_wide: bool = False) -> Field:
        """Add a field at the end of the form; a wide one shows no label."""
        field = Field(key, editor, is_wide=is_wide)
        editor.setObjectName(object_name)
        editor.value_wanted.connect(lambda value, key=key: self.value_wanted.emit(key, value))
        editor.refused.connect(lambda error, key=key: self.refused.emit(key, error))
        editor.left.connect(self.left)
        self.fields[key] = field
        self._column.addWidget(field)
        return field

    def show_values(self, values: Mapping[str, Any], *, anew: bool, but: QWidget | None = None) -> None:
        """Show values by key, but leave alone the editor that has just asked for its own."""
        for key, value in values.items():
            field = self.fields[key]
            if field.editor is not but:
                field.show_value(value, anew=anew)
            else:
                field.keep(value)

    def commit(self) -> None:
        """Hand over what is still in the fields."""
        for field in self.fields.values():
            field.editor.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
