"""What the resolution says of a cell: the text that orients its measures, with the clauses it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.language import Language
from app.pictures.wording import spaced
from models.codes import cell_code
from models.method import CellItem, MethodPack
from models.text import one_line
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

EXCERPT = 190
"""Characters of the resolution that are shown until more is asked for."""


class Reference(QWidget):
    """The code and name of the cell, and an excerpt of the resolution that opens to the whole."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._items: tuple[CellItem, ...] = ()
        self._is_whole = False
        self.code = PlainLabel(role="muted")
        self.name = PlainLabel(role="strong", wraps=True)
        self._head = PlainLabel(role="caps")
        self.text = PlainLabel(wraps=True)
        self.text.setObjectName("matrix.reference")
        self.cites = PlainLabel(role="muted", wraps=True)
        self.more = QPushButton()
        self.more.setObjectName("matrix.reference.more")
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._on_more)
        self._frame = QFrame()
        self._frame.setProperty("kind", "sunken")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(SPACE[2] - 2, SPACE[1], SPACE[2] - 2, SPACE[1])
        inside.setSpacing(3)
        for widget in (self._head, self.text, self.more, self.cites):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.code)
        column.addWidget(self.name)
        column.addSpacing(SPACE[1] - 2)
        column.addWidget(self._frame)

    def show_cell(self, method: MethodPack, clauses: Mapping[str, str], kfa: int, kf: int) -> None:
        """Show what the method says of a cell, and the clauses' texts over their codes."""
        direction, factor = method.directions[f"KFA{kfa}"], method.key_factors[f"KF{kf}"]
        pick = self._language.pick
        self.code.setText(f"{spaced(direction.code)} · {factor.code}")
        self.name.setText(f"{pick(direction.short)} – {pick(factor.short)}")
        items = method.cells[cell_code(kfa, kf)].items
        if items != self._items:
            self._items, self._is_whole = items, False
        cited = tuple(dict.fromkeys(code for item in items for code in item.clauses)) or (direction.clause,)
        self.cites.setText(f"§ {cited_places(cited)}")
        self.cites.setToolTip(tip("\n".join(f"{cited_places([code])}: {clauses.get(code, '')}" for code in cited)))
        self._head.setText(self._language.say("matrix.reference"))
        self._fill()

    def _fill(self) -> None:
        texts = [self._language.pick(item.text) for item in self._items]
        whole = "\n".join(f"“{text}”" for text in texts)
        excerpt = one_line(whole, EXCERPT)
        is_long = excerpt != one_line(whole, len(whole) + 1)
        self.text.setText(whole if self._is_whole or not is_long else f"{excerpt.rpartition(' ')[0]}…”")
        self.text.setVisible(bool(texts))
        self.more.setVisible(is_long)
        self.more.setText(self._language.say("matrix.less" if self._is_whole else "matrix.more"))

    def _on_more(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()


def cited_places(codes: list[str] | tuple[str, ...]) -> str:
    """Return clauses as people cite them: NQ 52, III.2.3, III.2.4; QĐ 2289, IV.6.1."""
    by_source: dict[str, list[str]] = {}
    for code in codes:
        source, _, place = code.partition(".")
        by_source.setdefault(source, []).append(place)
    return "; ".join(", ".join([spaced(source), *places]) for source, places in by_source.items())
