"""The window that the room sees: the picture and nothing else, no note, no dialog, no menu, no pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from app.language import Language
from views.projection.capture import CaptureLine
from views.projection.laying.scene import Scene, least
from views.projection.painting.view import RoomView
from views.projection.showing.commands import command_of
from views.theme import FONT, RoomTheme

_LINE = 2.2
"""The height of the line at the foot, in the size of the smallest text."""


class AudienceWindow(QWidget):
    """`commanded(command)` follows a key; `resized` asks for a picture of another size; `closed` when it goes."""

    commanded = Signal(str)
    resized = Signal()
    closed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("projection.window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.view = RoomView(self)
        self.view.resized.connect(self.resized)
        self.capture = CaptureLine(language, "projection", self, is_public=True)
        self.capture.hide()
        self.capture.left.connect(self.end_capture)

    def cover(self, screen: QScreen) -> None:
        """Cover a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_scene(self, scene: Scene, theme: RoomTheme, words: str) -> None:
        """Show a picture; `words` say it to who cannot see it."""
        self.view.show_scene(scene, theme)
        self.setAccessibleDescription(words)
        self._colour_line(theme)

    def begin_capture(self, kind: str) -> None:
        """Open the line at the foot: there is no other place for it on one screen."""
        self._place_line()
        self.capture.show()
        self.capture.raise_()
        self.capture.begin(kind)

    def end_capture(self) -> None:
        """Close the line at the foot."""
        self.capture.clear()
        self.capture.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what a key means."""
        command = command_of(event)
        if command:
            self.commanded.emit(command)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the picture fill the window."""
        super().resizeEvent(event)
        self.view.setGeometry(self.rect())
        self._place_line()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes, also when the desktop closed it."""
        super().closeEvent(event)
        self.closed.emit()

    def _place_line(self) -> None:
        unit = least(self.height())
        self.capture.pad(int(1.6 * unit), int(0.3 * unit))
        wanted = max(int(_LINE * unit), self.capture.sizeHint().height())
        self.capture.setGeometry(0, self.height() - wanted, self.width(), wanted)

    def _colour_line(self, theme: RoomTheme) -> None:
        """Give the line the colours and the type of the picture."""
        size = int(1.1 * least(self.height()))
        sheet = (
            f"QWidget {{ font-family: '{FONT}'; font-size: {size}px; color: {theme.ink}; }}"
            f"QFrame {{ background: {theme.empty}; border: none; }}"
            f"QLabel {{ background: transparent; }} QLabel[role='error'] {{ color: {theme.late}; }}"
            f"QLineEdit {{ background: {theme.ground}; border: 2px solid {theme.cell}; border-radius: 8px;"
            f" padding: 2px 10px; placeholder-text-color: {theme.muted}; }}"
            f"QLineEdit:focus {{ border-color: {theme.edge}; }}"
            f"QLineEdit[kind='unseen'] {{ color: {theme.ground}; selection-color: {theme.ground};"
            f" selection-background-color: {theme.ground}; }}"
        )
        if sheet != self.capture.styleSheet():
            self.capture.setStyleSheet(sheet)
            self.capture.colour_names(
                f"QAbstractItemView {{ background: {theme.empty}; color: {theme.ink}; font-size: {size}px;"
                f" selection-background-color: {theme.chosen}; selection-color: {theme.chosen_ink}; }}"
            )
            self._place_line()
