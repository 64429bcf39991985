"""The status line: when and where the plan was saved, what it holds, how far it can be undone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from models.reading import overviews
from views.context import Context
from views.parts.labels import PlainLabel
from views.theme import SPACE

HEIGHT = 26


class StatusLine(QFrame):
    """One quiet line at the foot of the window."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._saved = datetime.now(UTC)
        self._failed = False
        self.setProperty("kind", "bar")
        self.setProperty("edge", "top")
        self.setFixedHeight(HEIGHT)
        self.saved = PlainLabel(role="small")
        self.saved.setObjectName("status.saved")
        self.place = PlainLabel(role="small")
        self.counts = PlainLabel(role="small")
        self.undoable = PlainLabel(role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        row.setSpacing(SPACE[4])
        for label in (self.saved, self.place, self.counts):
            row.addWidget(label)
        row.addStretch()
        row.addWidget(self.undoable)
        context.workbench.opened.connect(self._on_opened)
        context.workbench.saved.connect(self._on_saved)
        context.workbench.save_failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Show the state of the plan."""
        workbench, language = self._context.workbench, self._context.language
        if not workbench.is_open:
            for label in (self.saved, self.place, self.counts, self.undoable):
                label.clear()
            return
        plan = workbench.plan
        if self._failed:
            self.saved.setText(language.say("window.not_saved"))
        elif plan.is_dirty:
            self.saved.setText(language.say("window.kept", time=language.clock(self._saved)))
        else:
            self.saved.setText(language.say("window.saved", time=language.clock(self._saved)))
        self.place.setText(f"{workbench.path.name} · {_short(workbench.path.parent)}")
        counts = workbench.read(overviews.counts)
        self.counts.setText(
            language.say(
                "window.counts",
                groups=counts.groups,
                initiatives=counts.initiatives,
                questions=counts.questions,
                measures=counts.measures,
            )
        )
        self.undoable.setText(language.say("window.undoable", steps=plan.undoable))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.refresh()

    def recolour(self) -> None:
        """Nothing is coloured outside the style sheet."""

    @Slot()
    def _on_opened(self) -> None:
        self._saved = datetime.now(UTC)
        self._failed = False
        self.refresh()

    @Slot(object)
    def _on_saved(self, moment: datetime) -> None:
        self._saved = moment
        self._failed = False
        self.refresh()

    @Slot(object)
    def _on_failed(self, error: object) -> None:  # noqa: ARG002
        self._failed = True
        self.refresh()


def _short(folder: Path) -> str:
    """Return a folder as people say it: from their home on."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
