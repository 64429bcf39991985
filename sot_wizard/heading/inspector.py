"""The inspector of an initiative, beside its questions: every field is a step of work of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.editing import initiatives
from models.errors import UserError
from models.method import Bilingual
from models.plan import Initiative, InitiativeStatus
from models.reading import plans
from models.reading.desks import Desk
from sot_wizard.heading.order import Order
from sot_wizard.heading.shelf import Shelf
from views.context import Context
from views.forms.choice_editor import Choice
from views.forms.fields import CodesField, OptionField, TextField
from views.layouts.scroll_column import ScrollColumn
from views.parts.card import Card
from views.parts.inspector import InspectorForm
from views.parts.labels import PlainLabel
from views.theme import SPACE

WIDTHS = (276, 308, 380)
_TYPED = ("title_vi", "title_en", "owner")
_ORDER = ("title_vi", "title_en", "lead", "support", "owner", "status")


class HeadingInspector(Card):
    """`closed` follows Esc and the button that closes it."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self.setObjectName("sot.inspector")
        self._context = context
        self._one: Initiative | None = None
        self.name = PlainLabel(role="strong")
        self.dismiss = QPushButton("✕")
        self.dismiss.setObjectName("sot.inspector.close")
        self.dismiss.setProperty("kind", "flat")
        self.dismiss.clicked.connect(self.closed)
        self._fields: dict[str, Any] = {key: TextField() for key in _TYPED}
        self._fields |= {"lead": CodesField(is_many=False), "support": CodesField(), "status": OptionField()}
        self.form = InspectorForm()
        for key in _ORDER:
            self.form.add(key, self._fields[key], f"sot.heading.{key}")
        self.form.value_wanted.connect(self._on_value_wanted)
        self.form.refused.connect(self._on_refused)
        self.form.left.connect(self._on_left)
        self.form.closed.connect(self.closed)
        self.served_name = PlainLabel(role="muted")
        self.served = PlainLabel(role="label", wraps=True)
        self.served.setObjectName("sot.heading.stakeholders")
        self.order = Order(context)
        self.shelf = Shelf(context)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, stretch=1)
        head.addWidget(self.dismiss)
        view = ScrollColumn(follows_focus=True)
        column = view.column
        column.setSpacing(SPACE[1])
        column.addLayout(head)
        for widget in (self.form, self.served_name, self.served, self.order, self.shelf):
            column.addWidget(widget)
        column.addStretch()
        self.body.setContentsMargins(SPACE[3] - 2, SPACE[2], SPACE[2], SPACE[2])
        self.body.addWidget(view)

    def show_desk(self, desk: Desk, but: QObject | None = None) -> None:
        """Show an initiative; the editor that has asked for its own value is left alone."""
        one = desk.initiative
        is_other = self._one is None or self._one.id != one.id
        if is_other and self._one is not None:
            self.form.commit()
        self._one = one
        self._offer()
        values = {"title_vi": one.title.vi, "title_en": one.title.en, "owner": one.owner, "support": one.support}
        values |= {"lead": (one.lead,) if one.lead else (), "status": one.status.value}
        self.form.show_values(values, anew=is_other, but=but if isinstance(but, QWidget) else None)
        self.served.setText(", ".join(one.stakeholders) or self._context.language.say("heading.no_stakeholders"))
        self.order.show_desk(desk)
        self.shelf.show_desk(desk)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._fields["title_vi"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Write what is still in the fields."""
        if self._one is not None:
            self.form.commit()

    def forget(self) -> None:
        """Show no initiative: the plan is another one."""
        self._one = None

    def retranslate(self) -> None:
        """Show every word in the language of the window; what is shown follows with the initiative."""
        say, code = self._context.language.say, self._context.language.code
        self.name.setText(say("heading.title"))
        self.setAccessibleName(say("heading.title"))
        self.dismiss.setAccessibleName(say("heading.close"))
        for key, field in self.form.fields.items():
            field.name(say(f"heading.field.{key}"))
            field.say_error(code)
        self.served_name.setText(say("heading.field.stakeholders"))
        states = [(one.value, say(f"status.initiative.{one.value}"), QIcon()) for one in InitiativeStatus]
        self._fields["status"].set_options(states)
        self.order.retranslate()
        self.shelf.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        """Offer the bodies of the plan."""
        pick = self._context.language.pick
        actors = self._context.workbench.read(plans.actors)
        bodies = [Choice(code, pick(one.short), pick(one.name)) for code, one in actors.items()]
        for key in ("lead", "support"):
            self._fields[key].set_choices(bodies)

    @Slot(str, object)
    def _on_value_wanted(self, key: str, value: Any) -> None:
        if self._one is None:
            return
        typing = f"initiative.{self._one.id}.{key}" if key in _TYPED else None
        try:
            self._context.workbench.edit(
                "initiative.change",
                initiatives.change,
                self._one.id,
                initiator=self._fields[key],
                typing=typing,
                **self._written(key, value),
            )
        except UserError as error:
            self._on_refused(key, error)
        else:
            self.form.fields[key].complain(None, "")

    @Slot()
    def _on_left(self) -> None:
        """Close the typing step, and show the words as the plan keeps them: on one line."""
        self._context.workbench.end_typing()
        if self._one is None:
            return
        texts = {"title_vi": self._one.title.vi, "title_en": self._one.title.en, "owner": self._one.owner}
        for key, text in texts.items():
            if not self.form.fields[key].is_refused and self._fields[key].text().split() == text.split():
                self._fields[key].open_value(text)

    @Slot(str, object)
    def _on_refused(self, key: str, error: UserError) -> None:
        self.form.fields[key].complain(error, error.sentence(self._context.language.code))

    def _written(self, key: str, value: Any) -> dict[str, Any]:
        """Return a field's value as the plan takes it: a title stands on one line."""
        assert self._one is not None
        if key in ("title_vi", "title_en"):
            texts = {"vi": self._one.title.vi, "en": self._one.title.en} | {key[-2:]: " ".join(value.split())}
            return {"title": Bilingual(**texts)}
        if key == "lead":
            return {"lead": value[0] if value else ""}
        return {key: InitiativeStatus(value) if key == "status" else value}
