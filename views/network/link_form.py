"""The form for a new dependency, for those who do not draw it: from, to, kind, strength, reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.plan import DependencyKind, Initiative
from views.context import Context
from views.forms.fields import OptionField
from views.forms.line_editor import LineEditor
from views.network.link_inspector import fill_kinds
from views.parts.card import Card
from views.parts.initiative_box import InitiativeBox
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE

USUAL_STRENGTH = 2


class LinkForm(Card):
    """A card that asks for a dependency: `link_wanted(from id, to id, kind, strength, reason)`; Esc closes it."""

    link_wanted = Signal(str, str, object, int, str)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._initiatives: Sequence[Initiative] = ()
        self.setObjectName("network.form")
        self.heading = PlainLabel(role="strong")
        self.origin, self.target = InitiativeBox(context), InitiativeBox(context)
        self.kind, self.strength = OptionField(), OptionField()
        self.why = LineEditor()
        self.error = PlainLabel(role="error", wraps=True)
        self.error.hide()
        self.add, self.cancel = QPushButton(), QPushButton()
        self.add.setProperty("kind", "primary")
        named = {"from": self.origin, "to": self.target, "kind": self.kind, "strength": self.strength, "why": self.why}
        for name, widget in (named | {"add": self.add, "cancel": self.cancel}).items():
            widget.setObjectName(f"network.form.{name}")
        for field in (self.kind, self.strength):
            set_look(field, "kind", "")
        self._build()
        self.origin.picked.connect(lambda one: self._pick(self.origin, one))
        self.target.picked.connect(lambda one: self._pick(self.target, one))
        self.why.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.closed)

    def _build(self) -> None:
        ends, foot = QHBoxLayout(), QHBoxLayout()
        for end in (self.origin, PlainLabel("→", role="muted"), self.target):
            ends.addWidget(end)
        ends.addStretch()
        foot.addWidget(self.add)
        foot.addWidget(self.cancel)
        foot.addStretch()
        self.body.setSpacing(SPACE[1])
        self.body.addWidget(self.heading)
        self.body.addLayout(ends)
        for widget in (self.kind, self.strength, self.why, self.error):
            self.body.addWidget(widget)
        self.body.addLayout(foot)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        fill_kinds(self._context, self.kind, self.strength)
        self.heading.setText(say("network.add"))
        self.origin.setAccessibleName(say("network.from"))
        self.target.setAccessibleName(say("network.to"))
        self.why.setPlaceholderText(say("network.why"))
        self.why.setAccessibleName(say("network.why"))
        self.add.setText(say("network.add_now"))
        self.cancel.setText(say("network.cancel"))
        self.show_initiatives(self._initiatives)

    def show_initiatives(self, initiatives: Sequence[Initiative]) -> None:
        """Offer these initiatives; what was chosen stays."""
        self._initiatives = initiatives
        for box in (self.origin, self.target):
            box.show_all(initiatives, box.currentData() or "")

    def begin(self, origin: str) -> None:
        """Begin a new dependency from an initiative, by its id."""
        self.origin.show_all(self._initiatives, origin or (self._initiatives[0].id if self._initiatives else ""))
        self.target.show_all(self._initiatives, next((one.id for one in self._initiatives if one.id != origin), ""))
        self.kind.show_value(DependencyKind.PRECEDES.value)
        self.strength.show_value(str(USUAL_STRENGTH))
        self.why.show_text("")
        self.complain("")
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, sentence: str) -> None:
        """Say what is wrong beneath the fields, or nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _pick(self, box: InitiativeBox, initiative: str) -> None:
        box.show_all(self._initiatives, initiative)
        self.complain("")

    def _on_add(self) -> None:
        ends = (self.origin.currentData() or "", self.target.currentData() or "")
        kind, strength = DependencyKind(self.kind.currentData()), int(self.strength.currentData())
        self.link_wanted.emit(*ends, kind, strength, self.why.plain())
