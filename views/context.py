"""What every screen is handed: the workbench, the words, the colours, and ways to go elsewhere and to say something."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.jobs import Jobs
from app.language import Language
from app.settings import Settings
from app.workbench import Workbench
from views.theme import Themes


class Navigator(QObject):
    """Requests to go to a page (overview, sot …) and a place on it (SOI5.O1, SOI5.KFA3.KF2#id), or to none of them."""

    requested = Signal(str, str)
    projection_wanted = Signal()

    def project(self) -> None:
        """Ask for what is shown to be projected for a room."""
        self.projection_wanted.emit()

    def go(self, page: str, place: str = "") -> None:
        """Ask for a page and a place on it."""
        self.requested.emit(page, place)


class Selection(QObject):
    """The initiative that the screens show, by its id: the wizard, the matrix and the network agree on it."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._initiative = ""

    @property
    def initiative(self) -> str:
        """Return the id of the initiative shown, empty when there is none."""
        return self._initiative

    def choose(self, initiative: str) -> None:
        """Show another initiative on every screen."""
        if initiative != self._initiative:
            self._initiative = initiative
            self.changed.emit(initiative)


@dataclass(frozen=True)
class Way:
    """What a note leads to: the words of its link, a page and a place on it."""

    words: str
    page: str
    place: str


class Herald(QObject):
    """Sentences for the user: a passing note, with undo where it follows a step of work, or a problem."""

    noted = Signal(str, bool, object)
    troubled = Signal(str)

    def note(self, sentence: str, *, with_undo: bool = False, way: Way | None = None) -> None:
        """Say in passing what was done, and where it can be seen."""
        self.noted.emit(sentence, with_undo, way)

    def trouble(self, sentence: str) -> None:
        """Say what could not be done, until it is closed."""
        self.troubled.emit(sentence)


@dataclass(frozen=True)
class Context:
    """The surroundings of a screen."""

    workbench: Workbench
    language: Language
    themes: Themes
    settings: Settings
    jobs: Jobs
    navigator: Navigator
    selection: Selection
    herald: Herald
