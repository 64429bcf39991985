"""The words of an answer that are meant: what is selected in its editor, or the paragraph at the cursor."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from models.reading import origins
from views.parts.text_editor import TextEditor

_PARAGRAPH, _LINE = "\u2029", "\u2028"


def meant(editor: TextEditor) -> str:
    """Return the selected words of an editor, or else its paragraph at the cursor; empty when there are none."""
    cursor = editor.textCursor()
    chosen = cursor.selectedText() if cursor.hasSelection() else cursor.block().text()
    return chosen.replace(_PARAGRAPH, "\n").replace(_LINE, "\n").strip()


def select(editor: TextEditor, words: str) -> bool:
    """Select in an editor the passage that says these words, and return whether there is one."""
    text = editor.toPlainText()
    found = origins.passage(words, text)
    if found is None:
        return False
    cursor = editor.textCursor()
    cursor.setPosition(_units(text[: found.start]))
    cursor.setPosition(_units(text[: found.end]), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    return True


def _units(text: str) -> int:
    """Return how many UTF-16 units a text has: Qt counts positions in them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
