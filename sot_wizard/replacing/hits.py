"""The places where words were found: a list that is ticked, and the texts that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from models.editing.answers import Replacement
from models.reading.finding import Found

BEFORE, AFTER = 48, 96
"""Characters of the text around a place that are shown."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: the answer, the number of the place in it, and the words before, at and after it on one line."""

    found: Found
    number: int
    before: str
    words: str
    after: str

    @property
    def key(self) -> tuple[str, str, int, int]:
        """Return what tells a place from every other one, until its answer is written anew."""
        return self.found.initiative, self.found.question, self.found.rev, self.number

    @property
    def place(self) -> str:
        """Return where it is, such as SOI5.O1."""
        return f"{self.found.code}.{self.found.question}"


def hits_of(found: Sequence[Found]) -> list[Hit]:
    """Return every place that was found."""
    return [_hit(one, number) for one in found for number in range(len(one.places))]


def _hit(found: Found, number: int) -> Hit:
    start, end = found.places[number]
    first = max(0, start - BEFORE)
    before, after = found.text[first:start], found.text[end : end + AFTER]
    lead = "…" if first else ""
    return Hit(found, number, lead + _on_a_line(before), _on_a_line(found.text[start:end]), _on_a_line(after))


def _on_a_line(text: str) -> str:
    return text.replace("\n", " ⏎ ").replace("\t", " ")


class Hits(QAbstractListModel):
    """The places in order; those in closed cycles cannot be ticked. `ticked` follows every change of what is ticked."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self._left: set[tuple[str, str, int, int]] = set()

    def show(self, found: Sequence[Found]) -> None:
        """Show what was found; a place that was left out stays so while its answer is the same."""
        self.beginResetModel()
        self.hits = hits_of(found)
        self._left &= {hit.key for hit in self.hits}
        self.endResetModel()
        self.ticked.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many places there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the place, whether it is ticked, and what a screen reader says of it."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.place}: {hit.before}{hit.words}{hit.after}"
        if role == Qt.ItemDataRole.CheckStateRole and not hit.found.is_locked:
            return Qt.CheckState.Checked if self.is_ticked(hit) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a place or leave it out."""
        hit = self.hits[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or hit.found.is_locked:
            return False
        self._tick(hit, is_ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let those places be ticked that can be written."""
        flags = super().flags(index)
        return flags if self.hits[index.row()].found.is_locked else flags | Qt.ItemFlag.ItemIsUserCheckable

    def tick_all(self, *, is_ticked: bool) -> None:
        """Tick every place that can be written, or leave all of them out."""
        for hit in self.hits:
            self._tick(hit, is_ticked=is_ticked)
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))
        self.ticked.emit()

    def is_ticked(self, hit: Hit) -> bool:
        """Return whether the words at a place are to be replaced."""
        return not hit.found.is_locked and hit.key not in self._left

    def count(self) -> int:
        """Return how many places are ticked."""
        return sum(self.is_ticked(hit) for hit in self.hits)

    def replacements(self, words: str) -> list[Replacement]:
        """Return the answers with `words` at the places that are ticked."""
        chosen: dict[tuple[str, str], tuple[Found, list[int]]] = {}
        for hit in self.hits:
            if self.is_ticked(hit):
                key = (hit.found.initiative, hit.found.question)
                chosen.setdefault(key, (hit.found, []))[1].append(hit.number)
        return [
            Replacement(found.initiative, found.question, found.rev, found.replaced(words, numbers))
            for found, numbers in chosen.values()
        ]

    def _tick(self, hit: Hit, *, is_ticked: bool) -> None:
        if is_ticked:
            self._left.discard(hit.key)
        elif not hit.found.is_locked:
            self._left.add(hit.key)
