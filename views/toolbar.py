"""The bar at the top: where we are, search, undo and redo, language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from models.reading import plans
from views.context import Context
from views.icons import icon
from views.page import Page
from views.parts.labels import PlainLabel
from views.theme import SPACE

HEIGHT = 48
SEARCH_WIDTH = 340
_LEAST_NAME = 160
_AROUND_NAME = 24
_MENU = (
    *("new", "example", "open", ""),
    *("save", "save_copy", "export", ""),
    *("project", "console", ""),
    *("theme", "language", "help", ""),
    *("close", "quit"),
)


class _PlanButton(QPushButton):
    """The name of the plan and of the place in it, with the menu; cut in its middle where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar.plan")
        self.setProperty("kind", "flat")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the size that still shows where a long name begins and ends."""
        whole = self.sizeHint()
        return QSize(min(_LEAST_NAME, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint as much of the name as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room, middle = self.width() - _AROUND_NAME, Qt.TextElideMode.ElideMiddle
        option.text = self.fontMetrics().elidedText(self.accessibleName(), middle, room).replace("&", "&&")
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Toolbar(QFrame):
    """Plan and page at the left, the search box, undo, redo and language at the right."""

    def __init__(self, context: Context, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._actions = actions
        self.setProperty("kind", "bar")
        self.setProperty("edge", "bottom")
        self.setFixedHeight(HEIGHT)
        self.name = PlainLabel("SOI Workbench", "bold")
        self.path = _PlanButton()
        menu = QMenu(self.path)
        for name in _MENU:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        self.path.setMenu(menu)
        self.search = QPushButton()
        self.search.setObjectName("search.open")
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.search.setStyleSheet("text-align: left;")
        self.search.clicked.connect(actions["go"].trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.name)
        row.addWidget(self.path)
        row.addStretch()
        row.addWidget(self.search)
        self._tools: dict[str, QToolButton] = {}
        for name in ("back", "forward", "undo", "redo", "language"):
            tool = QToolButton()
            tool.setObjectName(f"tool.{name}")
            tool.setDefaultAction(actions[name])
            tool.setIconSize(QSize(18, 18))
            row.addWidget(tool)
            self._tools[name] = tool

    def refresh(self, page: Page | None) -> None:
        """Show where we are."""
        workbench = self._context.workbench
        if workbench.is_open:
            title = self._context.language.pick(workbench.read(plans.header).title)
            crumb = page.crumb() if page is not None else ""
            shown = f"{title} › {crumb}" if crumb else title
        else:
            shown = self._context.language.say("window.menu")
        self.path.setAccessibleName(shown)
        self.path.setText(shown.replace("&", "&&"))
        self.search.setVisible(workbench.is_open)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.search.setText(self._context.language.say("window.search_hint"))
        self._tools["language"].setText("VI · EN")
        for name, tool in self._tools.items():
            tool.setAccessibleName(self._actions[name].text())
        self._tools["language"].setText("VI · EN")

    def recolour(self) -> None:
        """Tint the icons by the theme."""
        ink = self._context.themes.current.ink
        for name, symbol in (("back", "left"), ("forward", "right"), ("undo", "undo"), ("redo", "redo")):
            self._actions[name].setIcon(icon(symbol, ink))
        self.search.setIcon(icon("search", self._context.themes.current.muted))
