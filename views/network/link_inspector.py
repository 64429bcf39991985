"""One dependency, to be changed: its kind, its strength and the reason for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.plan import Dependency, DependencyKind, Initiative
from views.context import Context
from views.drawn.pill import Pill
from views.forms.fields import OptionField
from views.parts.card import Card
from views.parts.labels import PlainLabel, set_look
from views.parts.text_editor import TextEditor
from views.theme import SPACE

STRENGTHS = ("1", "2", "3")


def fill_kinds(context: Context, kinds: OptionField, strengths: OptionField) -> None:
    """Offer the kinds and strengths of a dependency in two fields."""
    say = context.language.say
    kinds.set_options([(kind.value, say(f"network.kind_{kind}"), QIcon()) for kind in DependencyKind])
    strengths.set_options([(one, say(f"network.strength_{one}"), QIcon()) for one in STRENGTHS])
    kinds.setAccessibleName(say("network.kind"))
    strengths.setAccessibleName(say("network.strength"))


class LinkInspector(Card):
    """A dependency between two initiatives.

    `kind_wanted(id, kind)`, `strength_wanted(id, strength)` and `why_wanted(id, text)` ask to keep something,
    `removal_wanted(id)` to remove the link; `why_left` follows leaving the reason.
    """

    kind_wanted = Signal(str, object)
    strength_wanted = Signal(str, int)
    why_wanted = Signal(str, str)
    why_left = Signal()
    removal_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._link = ""
        self.setObjectName("network.link")
        self.origin, self.target = Pill(), Pill()
        self.arrow = PlainLabel("→", role="muted")
        self.titles = PlainLabel(role="muted", wraps=True)
        self.kind, self.strength = OptionField(), OptionField()
        self.why = TextEditor(lines=4)
        self.kind_label, self.strength_label = PlainLabel(role="muted"), PlainLabel(role="muted")
        self.why_label, self.error = PlainLabel(role="muted"), PlainLabel(role="error", wraps=True)
        self.remove = QPushButton()
        named = {"kind": self.kind, "strength": self.strength, "why": self.why, "remove": self.remove}
        for name, widget in named.items():
            widget.setObjectName(f"network.link.{name}")
        for field in (self.kind, self.strength):
            set_look(field, "kind", "")
        self._build()
        self.error.hide()
        self.kind.value_wanted.connect(lambda value: self.kind_wanted.emit(self._link, DependencyKind(value)))
        self.strength.value_wanted.connect(lambda value: self.strength_wanted.emit(self._link, int(value)))
        self.why.commit_wanted.connect(lambda text: self.why_wanted.emit(self._link, text))
        self.why.clashed.connect(self.why.keep_over)
        self.why.left.connect(self.why_left)
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self._link))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE[1] - 2)
        for widget in (self.origin, self.arrow, self.target):
            head.addWidget(widget)
        head.addStretch()
        self.body.setSpacing(SPACE[0] + 2)
        self.body.addLayout(head)
        self.body.addWidget(self.titles)
        fields = ((self.kind_label, self.kind), (self.strength_label, self.strength), (self.why_label, self.why))
        for label, editor in fields:
            label.setBuddy(editor)
            self.body.addWidget(label)
            self.body.addWidget(editor)
        self.body.addWidget(self.error)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch()
        self.body.addLayout(foot)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        fill_kinds(self._context, self.kind, self.strength)
        self.kind_label.setText(say("network.kind"))
        self.strength_label.setText(say("network.strength"))
        self.why_label.setText(say("network.why"))
        self.why.setAccessibleName(say("network.why"))
        self.why.setPlaceholderText(say("network.why_hint"))
        self.remove.setText(say("network.remove"))

    def show_link(self, link: Dependency, origin: Initiative, target: Initiative, but: QObject | None) -> None:
        """Show a dependency; the editor `but`, which has just asked for a change, is left alone."""
        language, theme = self._context.language, self._context.themes.current
        for pill, one in ((self.origin, origin), (self.target, target)):
            code = language.say("overview.code", code=one.code.removeprefix("SOI"))
            pill.show_text(code, theme.group(one.group), theme.group_ground(one.group))
        self.titles.setText(f"{language.pick(origin.title)} → {language.pick(target.title)}")
        if link.id != self._link:
            self.why.commit()
        is_other, self._link = link.id != self._link, link.id
        self.kind.show_value(link.kind.value)
        self.strength.show_value(str(link.strength))
        if is_other:
            self.why.open_text(link.why)
        elif but is not self.why:
            self.why.show_text(link.why)
        self.complain("")

    def leave(self) -> None:
        """Commit what is still in the field, and forget the link."""
        self.why.commit()
        self._link = ""

    def complain(self, sentence: str) -> None:
        """Say what is wrong beneath the fields, or nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
