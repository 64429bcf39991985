"""The navigation at the left: one button for each page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from views.context import Context
from views.icons import icon
from views.page import Page
from views.theme import SPACE

WIDTH = 196


class Navigation(QFrame):
    """Buttons that choose a page; the one shown is checked."""

    chosen = Signal(str)

    def __init__(self, context: Context, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._buttons: dict[str, tuple[QPushButton, str]] = {}
        self.setProperty("kind", "bar")
        self.setProperty("edge", "right")
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[1], SPACE[2], SPACE[1], SPACE[1])
        layout.setSpacing(2)
        group = QButtonGroup(self)
        for page in pages:
            button = QPushButton()
            button.setObjectName(f"nav.{page.code}")
            button.setProperty("kind", "nav")
            button.setCheckable(True)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(lambda _checked=False, code=page.code: self.chosen.emit(code))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[page.code] = (button, page.icon)
        layout.addStretch()

    def show_page(self, code: str) -> None:
        """Check the button of the page that is shown."""
        self._buttons[code][0].setChecked(True)
        self.recolour()

    def retranslate(self) -> None:
        """Show the names of the pages in the language of the window."""
        for number, (code, (button, _icon)) in enumerate(self._buttons.items(), start=1):
            name = self._context.language.say(f"window.nav.{code}")
            button.setText(f" {name}".replace("&", "&&"))
            button.setAccessibleName(name)
            button.setToolTip(f"Ctrl+{number}")

    def recolour(self) -> None:
        """Tint the icons by the theme."""
        theme = self._context.themes.current
        for button, name in self._buttons.values():
            button.setIcon(icon(name, theme.accent if button.isChecked() else theme.muted))
