"""Where a document is written to: a path, a way to look for one, and what is wrong with it in a sentence beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.errors import UserError
from models.messages import Sentence
from views.context import Context
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE


class Place(QWidget):
    """The path of a document. `changed` follows every change of it, whoever makes it."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._suffix = ""
        self._is_named = False
        self._said: UserError | Sentence | None = None
        self.path = QLineEdit()
        self.path.setObjectName("export.path")
        self.browse = QPushButton()
        self.browse.setObjectName("export.browse")
        self.browse.setAutoDefault(False)
        self.sentence = PlainLabel(role="error", wraps=True)
        self.sentence.setObjectName("export.trouble")
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addWidget(self.path, stretch=1)
        row.addWidget(self.browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[0])
        layout.addLayout(row)
        layout.addWidget(self.sentence)
        self.path.textEdited.connect(self._on_typed)
        self.path.textChanged.connect(self._on_changed)
        self.browse.clicked.connect(self._on_browse)

    @property
    def is_empty(self) -> bool:
        """Return whether no path is given."""
        return not self.path.text().strip()

    def chosen(self) -> Path:
        """Return where the document is to be written; a name without a folder lies beside the plan."""
        path = Path(self.path.text().strip())
        return path if path.is_absolute() else self._context.workbench.path.parent / path

    def suggest(self, path: Path) -> None:
        """Show another place; of a name that the user has given only the suffix changes."""
        old, self._suffix = self._suffix, path.suffix
        if not self._is_named:
            self.path.setText(str(path))
        elif not self.is_empty:
            now = self.chosen()
            self.path.setText(str(_with_suffix(now.with_suffix("") if now.suffix.lower() == old else now, path.suffix)))

    def say(self, said: UserError | Sentence | None, *, is_trouble: bool = True) -> None:
        """Say something of the place, or nothing more."""
        self._said = said
        set_look(self.sentence, "role", "error" if is_trouble else "muted")
        self.sentence.setText(said.sentence(self._context.language.code) if said is not None else "")
        self.sentence.setVisible(said is not None)

    def say_what_is_there(self) -> None:
        """Say so when a file is there that would be replaced."""
        is_there = not self.is_empty and self.chosen().is_file()
        self.say(Sentence("export_dialog.is_there") if is_there else None, is_trouble=False)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.path.setAccessibleName(say("export_dialog.file"))
        self.browse.setText(say("export_dialog.browse"))
        self.say(self._said, is_trouble=self.sentence.property("role") == "error")

    @Slot()
    def _on_typed(self) -> None:
        self._is_named = True

    @Slot()
    def _on_changed(self) -> None:
        self.say_what_is_there()
        self.changed.emit()

    @Slot()
    def _on_browse(self) -> None:
        title = self._context.language.say("export_dialog.where")
        kind = f"{self._suffix[1:].upper()} (*{self._suffix})"
        name, _filter = QFileDialog.getSaveFileName(self, title, str(self.chosen()), kind)
        if name:
            self._is_named = True
            self.path.setText(str(_with_suffix(Path(name), self._suffix)))


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
