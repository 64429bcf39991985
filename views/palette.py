"""The palette (Ctrl+K): go to any initiative, question, cell, measure, clause or command, without typing accents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.access import Reader
from models.codes import cell_code
from models.reading import initiatives
from models.search import Hit, Index, entries
from models.text import fold, one_line
from views.context import Context
from views.theme import SPACE

WIDTH, HEIGHT, TOP = 640, 420, 56
SHOWN = 40
_DEBOUNCE_MS = 60
_COMMANDS = ("new", "open", "save_copy", "export", "undo", "redo", "language", "theme", "help", "close")


@dataclass(frozen=True)
class Way:
    """A line of the palette: what it says, what is looked for in it, where it leads (page and place, or a command)."""

    text: str
    folded: str
    page: str = ""
    place: str = ""
    command: str = ""


class Palette(QFrame):
    """A box at the top of the window with a field and what was found."""

    def __init__(
        self, context: Context, actions: Mapping[str, QAction], pages: Collection[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._context = context
        self._actions = actions
        self._pages = pages
        self._ways: list[Way] = []
        self._index: Index | None = None
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self.setProperty("kind", "card")
        self.box = QLineEdit()
        self.box.setObjectName("search.box")
        self.box.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("search.list")
        self.list.setProperty("kind", "popup")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[2], SPACE[2], SPACE[2], SPACE[2])
        layout.addWidget(self.box)
        layout.addWidget(self.list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._look)
        self.box.textChanged.connect(self._timer.start)
        context.workbench.changed.connect(self._forget)
        context.workbench.closed.connect(self._forget)
        self.hide()

    def open(self) -> None:
        """Show the palette with an empty field, ready to type."""
        window = self._window
        width = min(WIDTH, window.width() - 2 * SPACE[4])
        self.setGeometry((window.width() - width) // 2, TOP, width, min(HEIGHT, window.height() - TOP - SPACE[4]))
        self._ways = list(self._all_ways())
        self.box.clear()
        self._look()
        self.show()
        self.raise_()
        now = QApplication.focusWidget()
        self._before = now if now is not self.box else self._before
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.box.setPlaceholderText(self._context.language.say("window.search_hint").strip())
        self.box.setAccessibleName(self._context.language.say("action.go"))
        self.list.setAccessibleName(self._context.language.say("palette.found"))

    def recolour(self) -> None:
        """Nothing is coloured outside the style sheet."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list with the arrows while typing; Enter goes, Esc or leaving closes."""
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._close_if_left)
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._look()
            if (item := self.list.currentItem()) is not None:
                self._on_activated(item)
            return True
        if key == Qt.Key.Key_Escape:
            self._give_up()
            return True
        return super().eventFilter(watched, event)

    def _give_up(self) -> None:
        """Close, and let the keys go where they went before."""
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _close_if_left(self) -> None:
        if self.isVisible() and not self.box.hasFocus():
            self.hide()

    def _forget(self) -> None:
        """The plan has changed: what was indexed no longer holds."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def _look(self) -> None:
        self._timer.stop()
        words = fold(self.box.text()).split()
        found = [way for way in self._ways if all(word in way.folded for word in words)][:SHOWN]
        if words and len(found) < SHOWN and any(character.isalnum() for word in words for character in word):
            found += [self._way_of(hit) for hit in self._found(self.box.text())][: SHOWN - len(found)]
        self.list.clear()
        for way in found:
            item = QListWidgetItem(way.text)
            item.setData(Qt.ItemDataRole.UserRole, way)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _found(self, words: str) -> list[Hit]:
        if self._index is None:
            self._index = Index()
            self._index.build(self._context.workbench.read(lambda reader: list(entries(reader))))
        return self._index.find(words, SHOWN)

    def _way_of(self, hit: Hit) -> Way:
        page, place = _target(hit)
        kind = self._context.language.say(f"palette.{hit.kind}")
        shown = hit.place.partition("#")[0]
        return Way(f"{kind}  {shown}  {one_line(hit.text, 90)}", "", page if page in self._pages else "", place)

    def _on_activated(self, item: QListWidgetItem) -> None:
        way: Way = item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        if way.command:
            self._actions[way.command].trigger()
        elif way.page:
            self._context.navigator.go(way.page, way.place)
        else:
            self._context.herald.note(item.text())

    def _all_ways(self) -> Iterator[Way]:
        for code in self._pages:
            name = self._context.language.say(f"window.nav.{code}")
            yield Way(name, fold(name), code)
        yield from self._context.workbench.read(self._places)
        for command in _COMMANDS:
            text = self._actions[command].text()
            if self._actions[command].isEnabled():
                yield Way(text, fold(text), command=command)

    def _places(self, reader: Reader) -> list[Way]:
        pick, method = self._context.language.pick, reader.method
        found = []
        for one in initiatives.every(reader):
            found.append(_way(f"{one.code}  {pick(one.title)}", "sot", one.code))
        for one in initiatives.every(reader):
            for code, question in method.questions.items():
                found.append(_way(f"{one.code} {code}  {pick(question.text)}", "sot", f"{one.code}.{code}"))
            for kfa in method.directions.values():
                for kf in method.key_factors.values():
                    cell = cell_code(kfa.number, kf.number)
                    found.append(_way(f"{one.code} {cell}  {pick(kfa.short)}", "matrix", f"{one.code}.{cell}"))
        return found


def _way(text: str, page: str, place: str) -> Way:
    return Way(text, fold(text), page, place)


def _target(hit: Hit) -> tuple[str, str]:
    if hit.kind == "measure":
        return "matrix", hit.place
    if hit.kind in ("initiative", "answer", "conclusion"):
        return "sot", hit.place
    return ("network", hit.place) if hit.kind == "dependency" else ("", hit.place)
