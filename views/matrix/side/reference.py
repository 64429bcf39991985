"""What the resolution says of a cell: statements that orient its measures, each linked to the clauses it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.language import Language
from app.pictures.wording import spaced
from models.codes import cell_code
from models.method import CellItem, MethodPack
from views.layouts.flow import FlowLayout
from views.matrix.side.shortening import shortened
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE

EXCERPT = 190
"""Characters of the resolution that are shown until more is asked for."""


class Statement(QWidget):
    """A statement and its clauses; pressing one shows what it says, pressing it again hides it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._clauses: Mapping[str, str] = {}
        self._codes: Sequence[str] = ()
        self.text = PlainLabel(wraps=True)
        self.text.setObjectName("matrix.reference")
        self.clause = PlainLabel(role="muted", wraps=True)
        self.clause.setObjectName("matrix.reference.clause")
        self.links: list[QPushButton] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row, spacing=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.text, self._row, self.clause):
            column.addWidget(widget)

    def show_statement(self, text: str, codes: Sequence[str], clauses: Mapping[str, str]) -> None:
        """Show a text and the codes it comes from."""
        self.text.setText(f"“{text}”" if text else "")
        self.text.setVisible(bool(text))
        if (self._codes, self._clauses) != (codes, clauses):
            self._codes, self._clauses = codes, clauses
            self._make_links()
        self._name_links()

    def _make_links(self) -> None:
        for link in self.links:
            self._flow.removeWidget(link)
            link.deleteLater()
        self.links = []
        source_before = ""
        for code in self._codes:
            source, _, place = code.partition(".")
            shown = place if source == source_before else f"§ {spaced(source)}, {place}"
            link = QPushButton(shown.replace("&", "&&"))
            link.setObjectName(f"matrix.clause.{code}")
            link.setCheckable(True)
            set_look(link, "kind", "link")
            link.clicked.connect(lambda is_on, code=code: self._show_clause(code if is_on else ""))
            self._flow.addWidget(link)
            self.links.append(link)
            source_before = source
        self._show_clause("")

    def _name_links(self) -> None:
        for link, code in zip(self.links, self._codes, strict=True):
            link.setAccessibleName(self._language.say("matrix.show_clause", code=cited_place(code)))

    def _show_clause(self, code: str) -> None:
        for link, other in zip(self.links, self._codes, strict=True):
            with QSignalBlocker(link):
                link.setChecked(other == code)
        self.clause.setText(f"{cited_place(code)}: {self._clauses.get(code, '')}" if code else "")
        self.clause.setVisible(bool(code))


class Reference(QWidget):
    """The statements of a cell: the beginning, which opens to the whole."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._items: tuple[CellItem, ...] = ()
        self._fallback = ""
        self._clauses: Mapping[str, str] = {}
        self._is_whole = False
        self.statements: list[Statement] = []
        self.more = QPushButton()
        self.more.setObjectName("matrix.reference.more")
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[1])
        self._column.addWidget(self.more)

    def show_cell(self, method: MethodPack, clauses: Mapping[str, str], kfa: int, kf: int) -> None:
        """Show what the method says of a cell; `clauses` are the texts over their codes."""
        items = method.cells[cell_code(kfa, kf)].items
        if items != self._items:
            self._is_whole = False
        self._items, self._clauses = items, clauses
        self._fallback = method.directions[f"KFA{kfa}"].clause
        self._fill()

    def _fill(self) -> None:
        texts = [self._language.pick(item.text) for item in self._items]
        codes = [item.clauses for item in self._items]
        is_long = len(" ".join(texts)) > EXCERPT
        if not texts:
            texts, codes = [""], [(self._fallback,)]
        elif is_long and not self._is_whole:
            texts, codes = [shortened(texts[0], EXCERPT)], codes[:1]
        while len(self.statements) < len(texts):
            self._add_statement()
        for number, statement in enumerate(self.statements):
            statement.setVisible(number < len(texts))
            if number < len(texts):
                statement.show_statement(texts[number], codes[number], self._clauses)
        self.more.setVisible(is_long)
        say = self._language.say
        self.more.setText(say("matrix.less") if self._is_whole else say("matrix.more", count=len(self._items)))

    def _add_statement(self) -> None:
        made = Statement(self._language)
        self._column.insertWidget(len(self.statements), made)
        self.statements.append(made)

    def _on_more(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()


def cited_place(code: str) -> str:
    """Return a clause as people cite it: NQ 52, III.2.3."""
    source, _, place = code.partition(".")
    return f"{spaced(source)}, {place}"
