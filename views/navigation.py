"""The navigation at the left: one button for each page, with the icon of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from views.context import Context
from views.icons import icon
from views.theme import SPACE

WIDTH = 196


class Navigation(QFrame):
    """Buttons that choose a page; the one shown is checked."""

    chosen = Signal(str)

    def __init__(self, context: Context, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._buttons: dict[str, QPushButton] = {}
        self.setProperty("kind", "bar")
        self.setProperty("edge", "right")
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[1], SPACE[2], SPACE[1], SPACE[1])
        layout.setSpacing(2)
        group = QButtonGroup(self)
        for code in codes:
            button = QPushButton()
            button.setObjectName(f"nav.{code}")
            button.setProperty("kind", "nav")
            button.setCheckable(True)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[code] = button
        layout.addStretch()

    def show_page(self, code: str) -> None:
        """Check the button of the page that is shown."""
        self._buttons[code].setChecked(True)
        self.recolour()

    def retranslate(self) -> None:
        """Show the names of the pages in the language of the window."""
        for number, (code, button) in enumerate(self._buttons.items(), start=1):
            name = self._context.language.say(f"window.nav.{code}")
            button.setText(f" {name}".replace("&", "&&"))
            button.setAccessibleName(name)
            button.setToolTip(f"Ctrl+{number}")

    def recolour(self) -> None:
        """Tint the icons by the theme."""
        theme = self._context.themes.current
        for code, button in self._buttons.items():
            button.setIcon(icon(code, theme.accent if button.isChecked() else theme.muted))
