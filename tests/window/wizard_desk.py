"""A planner at the wizard: acts through keyboard and mouse, and looks up what the plan holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from models.plan import Answer, Changes
from models.reading import desks, initiatives
from sot_wizard.page import SotPage
from views.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class WizardDesk:
    """The window with the wizard on an initiative."""

    def __init__(self, window: MainWindow, place: str = "SOI5.O1") -> None:
        self.window = window
        self.go("sot", place)

    @property
    def page(self) -> SotPage:
        page = self.window.pages["sot"]
        assert isinstance(page, SotPage)
        return page

    @property
    def workbench(self):
        return self.window.context.workbench

    def go(self, page: str, place: str = "") -> None:
        self.window.go(page, place)
        self.settle()

    def settle(self) -> None:
        for _ in range(8):
            QApplication.processEvents()

    def wait_for_commit(self) -> None:
        """Wait until the wizard has committed by itself."""
        editors = [card.editor for card in self.page.middle.cards.values()]
        for _ in range(500):
            if not any(editor.has_unkept_text for editor in editors):
                self.workbench.settle()
                return
            QTest.qWait(10)
        raise AssertionError("nothing was committed for five seconds")

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def editor(self, code: str) -> QPlainTextEdit:
        found = self.find(QPlainTextEdit, f"sot.answer.{code}")
        assert isinstance(found, QPlainTextEdit)
        return found

    def label(self, name: str) -> QLabel:
        found = self.find(QLabel, name)
        assert isinstance(found, QLabel)
        return found

    def click(self, name: str) -> None:
        widget = self.find(QWidget, name)
        assert widget.isVisible() and widget.isEnabled(), name
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def button(self, name: str) -> QPushButton:
        found = self.find(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    def choose_status(self, code: str, status: str) -> None:
        action = self.window.findChild(QAction, f"sot.status.{code}.{status}")
        assert action is not None
        action.trigger()
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        widget = QApplication.focusWidget() or self.window
        QTest.keyClick(widget, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type at the end of the text that has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Key.Key_End, Modifier.ControlModifier)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, Key.Key_unknown, Modifier.NoModifier, letter))

    def compose(self, code: str, *preedits: str, commit: str) -> None:
        """Let the input method compose a word through these stages and commit it."""
        editor = self.editor(code)
        for preedit in preedits:
            QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))
        event = QInputMethodEvent()
        event.setCommitString(commit)
        QApplication.sendEvent(editor, event)

    def initiative(self, code: str) -> str:
        return self.workbench.read(initiatives.find, code)

    def answer(self, place: str) -> Answer | None:
        """Return what the plan holds for SOI5.O1."""
        code, _, question = place.partition(".")
        desk = self.workbench.read(desks.desk, self.initiative(code))
        assert desk is not None
        return desk.answers.get(question)

    def text(self, place: str) -> str:
        answer = self.answer(place)
        return answer.text if answer else ""

    def undo(self) -> None:
        self.window.actions_by_name["undo"].trigger()
        self.settle()

    def redo(self) -> None:
        self.window.actions_by_name["redo"].trigger()
        self.settle()

    def change_elsewhere(self, place: str, text: str) -> Changes:
        """Let somebody else write an answer without this window hearing of it."""
        from models.editing import answers

        code, _, question = place.partition(".")
        return self.workbench.plan.edit("answer.write", answers.write, self.initiative(code), question, text)

    def close_and_reopen(self, path: Path) -> None:
        self.window.files.close()
        self.window.files.open(path)
        self.settle()
