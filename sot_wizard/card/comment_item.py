"""One comment: who wrote it and when, its words, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.plan import Comment
from sot_wizard.card.comment_editor import CommentEditor
from views.context import Context
from views.layouts.flow import FlowLayout
from views.parts.labels import PlainLabel
from views.theme import SPACE


class CommentItem(QWidget):
    """`settle_wanted` and `removal_wanted` carry the comment, `change_wanted` it and its new words."""

    settle_wanted = Signal(object)
    removal_wanted = Signal(object)
    change_wanted = Signal(object, str)

    def __init__(self, context: Context, comment: Comment) -> None:
        super().__init__()
        self._context = context
        self.comment = comment
        self.setObjectName(f"comment.{comment.id}")
        self.head = PlainLabel(role="small", wraps=True)
        self.text = PlainLabel(wraps=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.editor: CommentEditor | None = None
        self.settle, self.change, self.remove = (self._link(name) for name in ("settle", "change", "remove"))
        self.settle.clicked.connect(lambda: self.settle_wanted.emit(self.comment))
        self.change.clicked.connect(self._on_change_pressed)
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self.comment))
        links = QWidget()
        flow = FlowLayout(links, spacing=SPACE[1], leading=2)
        for link in (self.settle, self.change, self.remove):
            flow.addWidget(link)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.head, self.text, links):
            self._column.addWidget(widget)
        self.show_comment(comment)

    def show_comment(self, comment: Comment) -> None:
        """Show the comment as the plan holds it; words that are being changed stay."""
        self.comment = comment
        language, say = self._context.language, self._context.language.say
        when = language.moment_of(comment.written)
        head = say("card.comment_head", author=comment.author, time=when, cycle=comment.cycle)
        if comment.resolved is not None:
            settled = language.moment_of(comment.resolved)
            head = f"{head}\n{say('card.comment_settled', author=comment.resolver, time=settled)}"
        self.head.setText(head)
        self.text.setText(comment.text)
        self.settle.setText(say("card.settle" if comment.resolved is None else "card.reopen"))
        self.change.setText(say("card.change"))
        self.remove.setText(say("card.remove"))
        for link in (self.settle, self.change, self.remove):
            link.setAccessibleName(say("card.comment_act", act=link.text(), author=comment.author, time=when))
        self.change.setHidden(comment.author != self._context.workbench.plan.author or comment.resolved is not None)

    def end_change(self) -> None:
        """Show the words again instead of the editor."""
        if self.editor is not None:
            had_focus = self.editor.hasFocus()
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.text.show()
            if had_focus:
                self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change_pressed(self) -> None:
        if self.editor is None:
            self.editor = CommentEditor()
            self.editor.setObjectName(f"comment.editor.{self.comment.id}")
            self.editor.setAccessibleName(self.change.accessibleName())
            self.editor.open_text(self.comment.text)
            self.editor.sent.connect(self._on_sent)
            self.editor.escaped.connect(self.end_change)
            self._column.insertWidget(self._column.indexOf(self.text), self.editor)
            self.text.hide()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sent(self) -> None:
        assert self.editor is not None
        self.change_wanted.emit(self.comment, self.editor.text())

    def _link(self, name: str) -> QPushButton:
        link = QPushButton()
        link.setObjectName(f"comment.{name}.{self.comment.id}")
        link.setProperty("kind", "link")
        link.setProperty("role", "small")
        return link
