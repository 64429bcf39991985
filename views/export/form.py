"""The fields of the export dialog: kind and format, language, initiatives, and the place of the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.documents.order import KINDS, PLAN, WHOLE, Order, suffixes
from models.errors import UserError
from models.messages import LANGUAGES
from models.reading import initiatives, plans
from views.context import Context
from views.export.place import Place
from views.export.scope import Scope
from views.forms.chevron import ListBox
from views.parts.labels import PlainLabel
from views.theme import SPACE

_ROWS = ("kind", "language", "initiatives", "file")
_BETWEEN = ","
_FORMAT_WIDTH = 92


class ExportForm(QWidget):
    """What is to be written. `changed` follows every choice that makes another document of it."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kind, self.format, self.language = ListBox(), ListBox(), ListBox()
        self.scope = Scope(context)
        self.place = Place(context)
        self.labels = {name: PlainLabel(role="muted") for name in _ROWS}
        self._lay_out()
        self._recall()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.format.currentIndexChanged.connect(self._on_format)
        self.language.currentIndexChanged.connect(self._on_changed)
        self.scope.changed.connect(self._on_changed)
        self.place.changed.connect(self.changed)

    def _lay_out(self) -> None:
        for name, box in (("kind", self.kind), ("format", self.format), ("language", self.language)):
            box.setObjectName(f"export.{name}")
        self.format.setFixedWidth(_FORMAT_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE[2])
        grid.setVerticalSpacing(SPACE[2])
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(_ROWS):
            self.labels[name].setContentsMargins(0, SPACE[0] + 2, 0, 0)
            grid.addWidget(self.labels[name], row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.kind, 0, 1)
        grid.addWidget(self.format, 0, 2)
        for row, field in ((1, self.language), (2, self.scope), (3, self.place)):
            grid.addWidget(field, row, 1, 1, 2)

    def order(self) -> Order:
        """Return what is to be written."""
        kind = self._chosen(self.kind)
        ids = None if kind in WHOLE else self.scope.chosen()
        return Order(kind, self.place.chosen(), ids, self._chosen(self.language), date.today())

    def say(self, refusal: UserError | None, *, is_of_scope: bool = False) -> None:
        """Say beside the field that it concerns why the document cannot be written, or nothing more."""
        self.scope.say(refusal if is_of_scope else None)
        if refusal is None or is_of_scope:
            self.place.say_what_is_there()
        else:
            self.place.say(refusal)

    def remember(self) -> None:
        """Keep the choices for the next time: kind and format for all plans, the others for this one."""
        settings, plan, kind = self._context.settings, self._context.workbench.path, self._chosen(self.kind)
        settings.set_text("export/kind", kind)
        settings.set_text(f"export/format/{kind}", self._chosen(self.format))
        settings.set_text(f"export/language/{plan}", self._chosen(self.language))
        ids = "" if self.scope.all.isChecked() else _BETWEEN.join(self.scope.chosen())
        settings.set_text(f"export/initiatives/{plan}", ids)
        settings.set_text(f"export/folder/{plan}", str(self.place.chosen().parent))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        for name, label in self.labels.items():
            label.setText(say(f"export_dialog.{name}"))
        with QSignalBlocker(self.kind), QSignalBlocker(self.language):
            for row in range(self.kind.count()):
                self.kind.setItemText(row, say(f"export_dialog.kinds.{self.kind.itemData(row)}"))
            for row in range(self.language.count()):
                self.language.setItemText(row, say(f"export_dialog.languages.{self.language.itemData(row)}"))
        for name, box in (("kind", self.kind), ("format", self.format), ("language", self.language)):
            box.setAccessibleName(say(f"export_dialog.{name}"))
        self.scope.retranslate()
        self.place.retranslate()
        self._suggest()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.scope.recolour()

    def _recall(self) -> None:
        """Show the choices of the last time, else all sheets in the language of the plan, beside the plan."""
        settings, workbench = self._context.settings, self._context.workbench
        for box, choices in ((self.kind, KINDS), (self.language, LANGUAGES)):
            for choice in choices:
                box.addItem("", choice)
        _choose(self.kind, settings.text("export/kind"))
        spoken = workbench.read(plans.header).language
        _choose(self.language, settings.text(f"export/language/{workbench.path}", spoken))
        every = workbench.read(initiatives.every)
        ids = {one.id for one in every}
        kept = ids & set(settings.text(f"export/initiatives/{workbench.path}").split(_BETWEEN))
        self.scope.show_all(every, kept or ids)
        self._show_formats()

    def _show_formats(self) -> None:
        kind = self._chosen(self.kind)
        with QSignalBlocker(self.format):
            self.format.clear()
            for suffix in suffixes(kind):
                self.format.addItem(suffix[1:].upper(), suffix)
            _choose(self.format, self._context.settings.text(f"export/format/{kind}"))
        self.format.setEnabled(self.format.count() > 1)
        self.scope.setEnabled(kind not in WHOLE)
        self.language.setEnabled(kind != PLAN)

    def _suggest(self) -> None:
        """Suggest a file beside the last one, named after the plan and the kind."""
        plan = self._context.workbench.path
        last = Path(self._context.settings.text(f"export/folder/{plan}"))
        name = self._context.language.say(f"export_dialog.names.{self._chosen(self.kind)}", plan=plan.stem)
        folder = last if last.is_absolute() and last.is_dir() else plan.parent
        self.place.suggest(folder / f"{name}{self._chosen(self.format)}")

    @Slot()
    def _on_kind(self) -> None:
        self._show_formats()
        self._on_format()

    @Slot()
    def _on_format(self) -> None:
        self._suggest()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.say(None)
        self.changed.emit()

    def _chosen(self, box: QComboBox) -> str:
        return str(box.currentData())


def _choose(box: QComboBox, choice: str) -> None:
    box.setCurrentIndex(max(0, box.findData(choice)))
