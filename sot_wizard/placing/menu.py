"""The menu of an answer's editor: what an editor offers, and placing its words in the matrix."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence

from app.language import Language
from sot_wizard.placing import words
from views.parts.text_editor import TextEditor

KEYS = "Ctrl+M"


def offer_placing(editor: TextEditor, language: Language, place: Callable[[], object]) -> None:
    """Let the menu of an editor offer to place its words; `place` does it."""

    def open_menu(point: QPoint) -> None:
        menu = editor.createStandardContextMenu(point)
        menu.setObjectName("placing.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        action = menu.addAction(language.say("placing.act"))
        action.setObjectName("action.place")
        action.setShortcut(QKeySequence(KEYS))
        action.setEnabled(bool(words.meant(editor)))
        action.triggered.connect(lambda: place())
        menu.popup(editor.viewport().mapToGlobal(point))

    editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    editor.customContextMenuRequested.connect(open_menu)
