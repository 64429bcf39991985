"""Quiet notes on the answer that is being written: they are found while the hands rest, and they block nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from models import notes as checks
from models.notes import Note
from models.plan import AnswerStatus
from models.reading import beside
from views.context import Context
from views.parts.labels import PlainLabel

_REST_MS = 300


@dataclass(frozen=True)
class Said:
    """What the notes are about: an answer as it stands in its editor, and from which questions measures came."""

    initiative: str
    code: str
    text: str
    status: AnswerStatus
    cites: tuple[str, ...]
    placed: frozenset[str]


class QuietNotes(PlainLabel):
    """A muted line. Texts are compared on another thread; an answer that has changed meanwhile is looked at again."""

    def __init__(self, context: Context, say: Callable[[], Said | None], parent: QWidget | None = None) -> None:
        """Look at what `say` returns; None while there is nothing to be said."""
        super().__init__(role="small", wraps=True, parent=parent)
        self._context = context
        self._say = say
        self._found: tuple[Note, ...] = ()
        self._looked_at: Said | None = None
        self._others: Mapping[str, str] | None = None
        self._is_looking = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        self.hide()

    def wait(self) -> None:
        """Look when the hands have rested."""
        self._rest.start()

    def wait_anew(self) -> None:
        """Look when the hands have rested, at what others wrote meanwhile too."""
        self._others, self._looked_at = None, None
        self._rest.start()

    def stop(self) -> None:
        """Say nothing."""
        self._rest.stop()
        self._looked_at, self._others = None, None
        self._show(())

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self._show(self._found)

    @Slot()
    def _look(self) -> None:
        said = self._say() if self._context.workbench.is_open else None
        if said is None or said == self._looked_at:
            return
        if self._is_looking:
            self._rest.start()
            return
        read, method = self._context.workbench.read, self._context.workbench.method
        if self._others is None:
            found = read(beside.elsewhere, said.initiative, said.code)
            self._others = {other.code: other.text for other in found if other.text}
        others = self._others
        self._is_looking = True
        self._looked_at = said
        job = self._context.jobs.start(
            lambda _job: checks.notes(
                method,
                said.code,
                text=said.text,
                status=said.status,
                cites=said.cites,
                others=others,
                placed=said.placed,
            )
        )
        job.finished.connect(self._on_found)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_found(self, found: tuple[Note, ...]) -> None:
        self._is_looking = False
        if self._looked_at is not None:
            self._show(found)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._is_looking = False
        raise error

    def _show(self, found: tuple[Note, ...]) -> None:
        self._found = found
        say = self._context.language.say
        sentences = [say(f"card.note_{note.kind}", **self._spoken(note)) for note in found]
        self.setText(" · ".join(sentences))
        self.setVisible(bool(found))

    def _spoken(self, note: Note) -> dict[str, str]:
        spoken = dict(note.parameters)
        if "status" in spoken:
            spoken["status"] = self._context.language.say(f"status.answer.{spoken['status']}")
        return spoken
