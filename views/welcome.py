"""The welcome page: make a plan, open the example, open a file, go on with a recent plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.context import Context
from views.files import PlanFiles
from views.icons import icon
from views.parts.card import Card, Line
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

WIDTH = 560
_WAYS = (("new", "plus"), ("example", "star"), ("open", "folder"))


class Welcome(QWidget):
    """What the window shows when no plan is open."""

    def __init__(self, context: Context, files: PlanFiles, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._context = context
        self._files = files
        self._actions = actions
        self.setObjectName("welcome")
        self.setProperty("kind", "paper")
        self.title = PlainLabel("SOI Workbench", "title")
        self.sentence = PlainLabel(role="muted", wraps=True)
        self.card = Card()
        self.card.setFixedWidth(WIDTH)
        self.ways: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        for name, _symbol in _WAYS:
            button = QPushButton()
            button.setObjectName(f"welcome.{name}")
            button.setMinimumHeight(44)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(actions[name].trigger)
            row.addWidget(button)
            self.ways[name] = button
        self.ways["new"].setProperty("kind", "primary")
        self.recent_title = PlainLabel(role="caps")
        self.recent = QVBoxLayout()
        self.recent.setSpacing(0)
        self.hint = PlainLabel(role="small", wraps=True)
        for part in (self.title, self.sentence):
            self.card.body.addWidget(part)
        self.card.body.addSpacing(SPACE[1])
        self.card.body.addLayout(row)
        self.card.body.addSpacing(SPACE[1])
        self.card.body.addWidget(Line())
        self.card.body.addWidget(self.recent_title)
        self.card.body.addLayout(self.recent)
        self.card.body.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(2)

    def refresh(self) -> None:
        """Show the recent plans."""
        while (item := self.recent.takeAt(0)) is not None:
            if (entry := item.widget()) is not None:
                entry.hide()
                entry.deleteLater()
        paths = self._context.settings.recent()
        self.recent_title.setVisible(bool(paths))
        for path in paths:
            self.recent.addWidget(self._entry(path))

    def _entry(self, path: Path) -> QPushButton:
        entry = QPushButton(f"{path.stem}   ·   {path.parent}".replace("&", "&&"))
        entry.setProperty("kind", "nav")
        entry.setToolTip(tip(str(path)))
        entry.setAccessibleName(path.stem)
        entry.setIcon(icon("file", self._context.themes.current.muted))
        entry.clicked.connect(lambda: self._files.open(path))
        return entry

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.sentence.setText(say("window.welcome"))
        self.recent_title.setText(say("window.recent").upper())
        self.hint.setText(say("window.drop_hint"))
        for name, button in self.ways.items():
            button.setText(f" {self._actions[name].text()}")

    def recolour(self) -> None:
        """Tint the icons by the theme."""
        theme = self._context.themes.current
        for name, symbol in _WAYS:
            self.ways[name].setIcon(icon(symbol, theme.on_accent if name == "new" else theme.ink))
        self.refresh()
