"""What the export dialog shows: kind, initiatives, language and place, then how far it is and what was written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.documents.blocks import Written
from app.documents.order import KINDS, PLAN, WHOLE, suffixes
from models.errors import UserError
from models.messages import LANGUAGES
from models.reading import initiatives, plans
from views.context import Context
from views.export.scope import Scope
from views.parts.bar import Bar
from views.forms.chevron import ListBox
from views.parts.labels import PlainLabel
from views.parts.moments import day_of  # noqa: F401
from views.theme import SPACE

WIDTH = 620
_BETWEEN = ","


class ExportForm(QWidget):
    """The fields of the dialog. `changed` follows every choice that makes another document of it."""

    changed = Signal()

    def __init__(self, context: Context, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._context = context
        self._is_own_name = False
        self.kind = _list("export.kind")
        self.format = _list("export.format")
        self.language = _list("export.language")
        self.scope = Scope(context)
        self.path = QLineEdit()
        self.path.setObjectName("export.path")
        self.browse = QPushButton()
        self.browse.setObjectName("export.browse")
        self.scope_sentence = PlainLabel(role="error", wraps=True)
        self.path_sentence = PlainLabel(role="error", wraps=True)
        self.outcome = PlainLabel(role="label", wraps=True)
        self.bar = Bar()
        self.start, self.cancel = QPushButton(), QPushButton()
        self.open_file, self.open_folder = QPushButton(), QPushButton()
        self.labels = {name: PlainLabel(role="muted") for name in ("kind", "language", "initiatives", "file")}
        self._lay_out(dialog)
        self._recall()
        self._connect()

    def _lay_out(self, dialog: QDialog) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[2])
        grid.setVerticalSpacing(SPACE[1])
        grid.setColumnStretch(1, 1)
        for row, name in ((0, "kind"), (1, "language"), (2, "initiatives"), (4, "file")):
            label = self.labels[name]
            label.setContentsMargins(0, SPACE[0] if name == "initiatives" else 0, 0, 0)
            top = Qt.AlignmentFlag.AlignTop if name == "initiatives" else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, row, 0, top)
        grid.addWidget(self.kind, 0, 1)
        grid.addWidget(self.format, 0, 2)
        grid.addWidget(self.language, 1, 1, 1, 2)
        grid.addWidget(self.scope, 2, 1, 1, 2)
        grid.addWidget(self.scope_sentence, 3, 1, 1, 2)
        grid.addWidget(self.path, 4, 1)
        grid.addWidget(self.browse, 4, 2)
        grid.addWidget(self.path_sentence, 5, 1, 1, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        for name, button in (("open", self.open_file), ("folder", self.open_folder)):
            button.setObjectName(f"export.{name}")
            buttons.addWidget(button)
        buttons.addStretch()
        for name, button in (("cancel", self.cancel), ("start", self.start)):
            button.setObjectName(f"export.{name}")
            buttons.addWidget(button)
        self.start.setProperty("kind", "primary")
        self.start.setDefault(True)
        for button in (self.browse, self.cancel, self.open_file, self.open_folder):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        layout.setSpacing(SPACE[2])
        layout.addLayout(grid)
        layout.addWidget(self.bar)
        layout.addWidget(self.outcome)
        layout.addStretch()
        layout.addLayout(buttons)
        outer = QVBoxLayout(dialog)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        dialog.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.format.currentIndexChanged.connect(self._on_format)
        self.language.currentIndexChanged.connect(self._on_changed)
        self.scope.changed.connect(self._on_changed)
        self.path.textEdited.connect(self._on_path_typed)
        self.path.textChanged.connect(self._on_changed)

    def kind_chosen(self) -> str:
        """Return the kind of document."""
        return str(self.kind.currentData())

    def suffix_chosen(self) -> str:
        """Return the suffix of the format."""
        return str(self.format.currentData())

    def language_chosen(self) -> str:
        """Return the language of the document."""
        return str(self.language.currentData())

    def initiatives_chosen(self) -> tuple[str, ...]:
        """Return the ids of the initiatives that are ticked."""
        return self.scope.chosen()

    def place(self) -> Path:
        """Return where the document is to be written; a name without a folder lies beside the plan."""
        path = Path(self.path.text().strip()).expanduser()
        return path if path.is_absolute() else self._context.workbench.path.parent / path

    def show_place(self, path: Path) -> None:
        """Show another place, with the suffix of the format."""
        suffix = self.suffix_chosen()
        self._is_own_name = True
        self.path.setText(str(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)))

    def remember(self) -> None:
        """Keep the choices for the next time: scope and language for this plan, the others for all."""
        settings, plan = self._context.settings, self._context.workbench.path
        settings.set_text("export/kind", self.kind_chosen())
        settings.set_text(f"export/format/{self.kind_chosen()}", self.suffix_chosen())
        settings.set_text(f"export/language/{plan}", self.language_chosen())
        chosen = "" if self.scope.all.isChecked() else _BETWEEN.join(self.scope.chosen())
        settings.set_text(f"export/initiatives/{plan}", chosen)
        settings.set_text(f"export/folder/{plan}", str(self.place().parent))

    def _recall(self) -> None:
        """Show the choices of the last time, else all sheets in the language of the plan, beside the plan."""
        settings, workbench = self._context.settings, self._context.workbench
        for kind in KINDS:
            self.kind.addItem("", kind)
        for code in LANGUAGES:
            self.language.addItem("", code)
        _choose(self.kind, settings.text("export/kind"))
        spoken = workbench.read(plans.header).language
        _choose(self.language, settings.text(f"export/language/{workbench.path}", spoken))
        every = workbench.read(initiatives.every)
        ids = {one.id for one in every}
        kept = ids & set(settings.text(f"export/initiatives/{workbench.path}").split(_BETWEEN))
        self.scope.show_all(every, kept or ids)
        self._show_formats()

    def _show_formats(self) -> None:
        with QSignalBlocker(self.format):
            self.format.clear()
            for suffix in suffixes(self.kind_chosen()):
                self.format.addItem(suffix[1:].upper(), suffix)
            _choose(self.format, self._context.settings.text(f"export/format/{self.kind_chosen()}"))
        self.format.setEnabled(self.format.count() > 1)
        self.scope.setEnabled(self.kind_chosen() not in WHOLE)
        self.language.setEnabled(self.kind_chosen() != PLAN)

    def _suggest(self) -> None:
        """Suggest a name; one that the user has given keeps all but its suffix."""
        if self._is_own_name:
            place = self.place()
            named = place.suffix.lower() in {suffix for kind in KINDS for suffix in suffixes(kind)}
            self.show_place(place.with_suffix("") if named else place)
            return
        settings, plan = self._context.settings, self._context.workbench.path
        folder = Path(settings.text(f"export/folder/{plan}"))
        name = self._context.language.say(f"export_dialog.name.{self.kind_chosen()}", plan=plan.stem)
        self.path.setText(str((folder if folder.is_absolute() else plan.parent) / f"{name}{self.suffix_chosen()}"))

    @Slot()
    def _on_kind(self) -> None:
        self._show_formats()
        self._on_format()

    @Slot()
    def _on_format(self) -> None:
        self._suggest()
        self._on_changed()

    @Slot()
    def _on_path_typed(self) -> None:
        self._is_own_name = True

    @Slot()
    def _on_changed(self) -> None:
        """Another document: what was said of the one before no longer holds."""
        self.show_refusal(None, is_of_scope=False)
        self._show_outcome("")
        self._show_that_it_is_there()
        self.changed.emit()

    def _show_that_it_is_there(self) -> None:
        pass
