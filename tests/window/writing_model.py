"""A model of writing in the wizard, and the hand that does the same in the window."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from models.store import working
from models.store.lock import lock_path
from tests.window.wizard_desk import WizardDesk

NOBODY = 2**22 + 1
"""A process number that Linux never gives."""


@dataclass
class Model:
    """What stands in the editors, what the plan holds, and the steps that can be undone and redone."""

    kept: dict[str, str]
    shown: dict[str, str] = field(default_factory=dict)
    done: list[tuple[str, str, str]] = field(default_factory=list)
    undone: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shown = dict(self.kept)

    def type(self, code: str, way: str, text: str) -> None:
        before = self.shown[code]
        self.shown[code] = nfc({"end": before + text, "start": text + before, "all": text}[way])

    def commit(self) -> None:
        for code, text in self.shown.items():
            if text != self.kept[code]:
                self.done.append((code, self.kept[code], text))
                self.undone.clear()
                self.kept[code] = text

    def undo(self) -> None:
        self.commit()
        if self.done:
            code, before, _after = step = self.done.pop()
            self.undone.append(step)
            self.kept[code] = self.shown[code] = before

    def redo(self) -> None:
        self.commit()
        if self.undone:
            code, _before, after = step = self.undone.pop()
            self.done.append(step)
            self.kept[code] = self.shown[code] = after

    def die(self) -> None:
        """What was not committed is lost, and nothing else."""
        self.shown = dict(self.kept)


class Hand:
    """Does in the window what is done to the model."""

    def __init__(self, desk: WizardDesk, path: Path) -> None:
        self.desk = desk
        self.path = path

    def type(self, code: str, way: str, text: str) -> None:
        """Type at the start or the end, or over everything; the question gets the focus first, as a person does it."""
        if self.desk.page.middle.active.code != code:
            self.desk.page.middle.show_question(code)
        editor: QPlainTextEdit = self.desk.page.middle.cards[code].editor
        cursor = editor.textCursor()
        moves = {"end": QTextCursor.MoveOperation.End, "start": QTextCursor.MoveOperation.Start}
        if way == "all":
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            cursor.movePosition(moves[way])
        cursor.insertText(text)

    def commit(self) -> None:
        self.desk.workbench.commit()

    def undo(self) -> None:
        self.desk.workbench.undo()

    def redo(self) -> None:
        self.desk.workbench.redo()

    def reopen(self) -> None:
        self.desk.close_and_reopen(self.path)
        self.desk.go("sot", "SOI5")

    def die(self) -> None:
        """Let the program end as if it were killed: nothing is committed or given back, and its process is nobody's."""
        bench = self.desk.workbench
        bench.settle()
        plan, bench._plan = bench.plan, None
        for timer in (bench._idle, bench._longest):
            timer.stop()
        bench._jobs.wait()
        plan._disconnect()
        for note in (working.folder_for(self.path) / working._NOTE, lock_path(self.path)):
            values = json.loads(note.read_bytes())
            holder = values.get("holder", values)
            holder["pid"] = NOBODY
            note.write_text(json.dumps(values), encoding="utf-8")
        for card in self.desk.page.middle.cards.values():
            card.editor.open_text("")
        bench.closed.emit()
        self.desk.window.files.open(self.path)
        QApplication.processEvents()
        self.desk.go("sot", "SOI5")

    def shown(self, code: str) -> str:
        return self.desk.page.middle.cards[code].editor.text()


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
