"""The common face of all pages: the main window knows nothing more of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.plan import Changes
from views.context import Context

_Result = TypeVar("_Result")


class Page(QWidget):
    """A screen of the window.

    It is built once and kept. `refresh` shows the plan anew, `hear` what a step of work touched, `retranslate` the
    words, `recolour` the theme; `go_to` shows a place. A page that is not on screen refreshes when it comes on.
    """

    code: ClassVar[str]
    tables: ClassVar[frozenset[str]] = frozenset()
    """Tables of the plan that the page shows: a step that touches none of them passes it by."""

    chapter: ClassVar[str] = ""
    """The chapter of the guide that F1 opens here, when there is one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "paper")
        self.setObjectName(f"page.{self.code}")
        self._is_stale = True

    def refresh(self) -> None:
        """Show the plan as it is now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Show every word in the language of the window, and then the plan."""
        raise NotImplementedError

    def recolour(self) -> None:
        """Take on the colours of the theme where the style sheet does not reach."""

    def go_to(self, place: str) -> None:
        """Show a place such as SOI5.O1; an empty one leaves the page as it is."""

    def place(self) -> str:
        """Return the place that the page shows, such as SOI5.KFA3.KF2, to project it; empty for none."""
        return ""

    def crumb(self) -> str:
        """Return what the window's path says after the plan's name."""
        return self.context.language.say(f"window.nav.{self.code}")

    def commit(self) -> None:
        """Write what is still in the fields."""

    def seek(self) -> None:
        """Look for something on this page (Ctrl+F)."""

    def hear(self, changes: Changes, initiator: QObject | None) -> None:
        """Take in a step of work: refresh when it touched a table that is shown and somebody else did it."""
        if self.tables and not self.tables & {row.table for row in changes.rows}:
            return
        if initiator is not None and (initiator is self or self.holds(initiator)):
            return
        self.mark_stale()

    def mark_stale(self) -> None:
        """Refresh now when on screen, else when the page comes on."""
        if self.isVisible():
            self._is_stale = False
            self.refresh()
        else:
            self._is_stale = True

    def come_on(self) -> None:
        """Come on screen: refresh when something has changed meanwhile."""
        if self._is_stale and self.context.workbench.is_open:
            self._is_stale = False
            self.refresh()

    def try_to(self, work: Callable[[], _Result]) -> _Result | None:
        """Carry out a piece of work; when it cannot be done, say the sentence and return None."""
        try:
            return work()
        except UserError as error:
            self.context.herald.trouble(error.sentence(self.context.language.code))
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what is still being typed, when the plan has nothing else to undo and so the key came here."""
        if event.matches(QKeySequence.StandardKey.Undo) and self.context.workbench.is_open:
            self.try_to(self.context.workbench.undo)
        else:
            super().keyPressEvent(event)

    def holds(self, other: QObject) -> bool:
        """Return whether `other` is a widget within this page."""
        return isinstance(other, QWidget) and self.isAncestorOf(other)
