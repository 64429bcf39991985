"""How far the work is, what came of it, and the buttons that start and stop it and open what was written."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.documents.blocks import Written
from models.messages import Sentence
from views.context import Context
from views.layouts.bar import Bar
from views.parts.labels import PlainLabel
from views.theme import SPACE

_BUTTONS = ("open", "folder", "cancel", "start")


class Outcome(QWidget):
    """The foot of the dialog."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._said: tuple[Sentence, ...] = ()
        self._is_running = False
        self.bar = Bar()
        self.bar.setObjectName("export.progress")
        self.sentence = PlainLabel(role="label", wraps=True)
        self.sentence.setObjectName("export.outcome")
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        for name in _BUTTONS:
            if name == "cancel":
                row.addStretch()
            button = QPushButton()
            button.setObjectName(f"export.{name}")
            button.setAutoDefault(name == "start")
            row.addWidget(button)
            self.buttons[name] = button
        self.buttons["start"].setProperty("kind", "primary")
        self.buttons["start"].setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[1])
        layout.addWidget(self.bar)
        layout.addWidget(self.sentence)
        layout.addStretch()
        layout.addLayout(row)
        self.clear()

    @property
    def is_running(self) -> bool:
        """Return whether the work is under way."""
        return self._is_running

    def clear(self) -> None:
        """Say nothing: another document is asked for."""
        self._show((), is_running=False, is_written=False)

    def begin(self) -> None:
        """Show that the work is under way."""
        self._show((Sentence("export_dialog.reading"),), is_running=True, is_written=False)
        self._show_share(0, 1)
        self.buttons["cancel"].setFocus()

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how many initiatives are written."""
        if self._is_running:
            self._say((Sentence("export_dialog.progress", {"done": done, "total": total}),))
            self._show_share(done, total)

    def show_written(self, path: str, written: Written) -> None:
        """Show where the document lies, and which characters no typeface has."""
        said = [Sentence("done.export", {"out": path})]
        if written.missing:
            lacking = {"count": len(written.missing), "characters": " ".join(written.missing)}
            said.append(Sentence("export.missing_glyphs", lacking))
        self._show(said, is_running=False, is_written=True)
        self.buttons["open"].setFocus()

    def show_failed(self) -> None:
        """Show that nothing is under way any more; why is said beside what is wrong."""
        self.clear()
        self.buttons["start"].setFocus()

    def show_stopped(self) -> None:
        """Show that the work was stopped and left nothing."""
        self._show((Sentence("export_dialog.stopped"),), is_running=False, is_written=False)
        self.buttons["start"].setFocus()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        for name, button in self.buttons.items():
            button.setText(say(f"export_dialog.{'stop' if name == 'cancel' and self._is_running else name}"))
        self._say(self._said)

    def _show(self, said: tuple[Sentence, ...] | list[Sentence], *, is_running: bool, is_written: bool) -> None:
        self._is_running = is_running
        self._said = tuple(said)
        self.bar.setVisible(is_running)
        self.buttons["start"].setEnabled(not is_running)
        for name in ("open", "folder"):
            self.buttons[name].setVisible(is_written)
        self.retranslate()

    def _say(self, said: tuple[Sentence, ...]) -> None:
        self._said = said
        self.sentence.setText("\n".join(one.sentence(self._context.language.code) for one in said))
        self.sentence.setVisible(bool(said))

    def _show_share(self, done: int, total: int) -> None:
        theme = self._context.themes.current
        self.bar.show_share(done / max(1, total), theme.accent, theme.line)
