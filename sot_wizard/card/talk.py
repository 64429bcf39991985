"""The talk about one answer: its comments, those that are settled folded away, and a line for another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from models.editing import comments as writing
from models.errors import UserError
from models.plan import Comment
from sot_wizard.card.comment_editor import CommentEditor
from sot_wizard.card.comment_item import CommentItem
from sot_wizard.drafts import Drafts
from views.context import Context
from views.parts.labels import PlainLabel
from views.theme import SPACE


class Talk(QFrame):
    """Comments are written in a closed cycle too. `escaped` asks to go back to the answer.

    It is made up when it is first seen; a comment that is not handed in yet is kept among the drafts.
    """

    escaped = Signal()

    def __init__(self, context: Context, drafts: Drafts, code: str) -> None:
        super().__init__()
        self._context = context
        self._drafts = drafts
        self._code = code
        self._initiative = ""
        self._comments: Sequence[Comment] = ()
        self._items: dict[str, CommentItem] = {}
        self._is_made = False
        self.setProperty("kind", "sunken")
        self.setObjectName(f"sot.comments.{code}")
        self.none = PlainLabel(role="muted", wraps=True)
        self.fold = QPushButton()
        self.fold.setObjectName(f"sot.settled.{code}")
        self.fold.setProperty("kind", "link")
        self.fold.setProperty("role", "small")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._show_items)
        self.editor = CommentEditor()
        self.editor.setObjectName(f"sot.comment.{code}")
        self.send = QPushButton()
        self.send.setObjectName(f"sot.comment.send.{code}")
        self.error = PlainLabel(role="error", wraps=True)
        self.error.hide()
        self._open, self._settled = QVBoxLayout(), QVBoxLayout()
        self.editor.sent.connect(self._add)
        self.editor.escaped.connect(self.escaped)
        self.editor.commit_wanted.connect(self._keep)
        self.send.clicked.connect(self._add)
        self._lay_out()
        self.hide()

    def show_comments(self, initiative: str, comments: Sequence[Comment]) -> None:
        """Show the comments on the answer of an initiative, given by its id."""
        is_other = initiative != self._initiative
        if is_other:
            self.editor.commit()
            self._initiative = initiative
            self.editor.open_text(self._drafts.find(initiative, self._key()))
            self._say_error("")
        if is_other or comments != self._comments:
            self._comments = comments
            self._is_made = False
            self._make()

    def focus(self) -> None:
        """Let the keys go to the line for another comment."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.none.setText(say("card.no_talk"))
        self.editor.setPlaceholderText(say("card.comment_hint"))
        self.editor.setAccessibleName(say("card.comment_on", code=self._code))
        self.send.setText(say("card.send"))
        self._is_made = False
        self._make()

    def commit(self) -> None:
        """Keep what is typed and not handed in among the drafts."""
        self.editor.commit()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up what has changed while it was out of sight."""
        super().showEvent(event)
        self._make()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        line.addWidget(self.editor, stretch=1)
        line.addWidget(self.send, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[2])
        column.setSpacing(SPACE[1])
        for layout in (self._open, self._settled):
            layout.setSpacing(SPACE[1])
        column.addWidget(self.none)
        column.addLayout(self._open)
        column.addWidget(self.fold, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._settled)
        column.addLayout(line)
        column.addWidget(self.error)

    def _make(self) -> None:
        if self._is_made or not self.isVisible() or not self._context.workbench.is_open:
            return
        self._is_made = True
        known = {comment.id for comment in self._comments}
        for gone in [key for key in self._items if key not in known]:
            self._items.pop(gone).deleteLater()
        for comment in self._comments:
            if comment.id in self._items:
                self._items[comment.id].show_comment(comment)
            else:
                self._add_item(comment)
        self._show_items()

    def _add_item(self, comment: Comment) -> None:
        item = CommentItem(self._context, comment)
        item.settle_wanted.connect(self._settle)
        item.removal_wanted.connect(self._remove)
        item.change_wanted.connect(self._change)
        self._items[comment.id] = item

    def _show_items(self) -> None:
        settled = [comment for comment in self._comments if comment.resolved is not None]
        for place, comment in enumerate(one for one in self._comments if one.resolved is None):
            self._open.insertWidget(place, self._items[comment.id])
            self._items[comment.id].show()
        for place, comment in enumerate(settled):
            self._settled.insertWidget(place, self._items[comment.id])
            self._items[comment.id].setVisible(self.fold.isChecked())
        sign = "▾ " if self.fold.isChecked() else "▸ "
        self.fold.setText(sign + self._context.language.say("card.settled", comments=len(settled)))
        self.fold.setHidden(not settled)
        self.none.setHidden(bool(self._comments))

    def _add(self) -> None:
        text = self.editor.text()
        if text.strip() and self._write("comment.add", writing.add, self._initiative, self._code, text):
            self.editor.open_text("")
            self._drafts.forget(self._initiative, self._key())

    def _settle(self, comment: Comment) -> None:
        if comment.resolved is None:
            self._write("comment.resolve", writing.resolve, comment.id)
        else:
            self._write("comment.reopen", writing.reopen, comment.id)
        self.focus()

    def _change(self, comment: Comment, text: str) -> None:
        if self._write("comment.change", writing.change, comment.id, text, comment.rev):
            self._items[comment.id].end_change()

    def _remove(self, comment: Comment) -> None:
        say, code = self._context.language.say, self._code
        if self._write("comment.remove", writing.remove, comment.id):
            self.focus()
            self._context.herald.note(say("label.comment.remove", place=code), with_undo=True)

    def _write(self, label: str, function: Callable[..., Any], *args: Any) -> bool:
        """Carry out a step of work; return whether it could be, and say why not."""
        try:
            self._context.workbench.edit(label, function, *args)
        except UserError as error:
            self._say_error(error.sentence(self._context.language.code))
            return False
        self._say_error("")
        return True

    def _say_error(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _keep(self, text: str) -> None:
        if text.strip():
            self._drafts.keep(self._initiative, self._key(), text)
        else:
            self._drafts.forget(self._initiative, self._key())

    def _key(self) -> str:
        return f"{self._code}/comment"
