"""The inspector of the matrix: what the resolution says of the cell, and every field of the measure that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.editing import measures
from models.editing.measures import NO_DAY, MeasureFields
from models.errors import UserError
from models.method import Bilingual
from models.plan import CLEARS, Measure, MeasureStatus, PlanActor
from models.text import one_line
from views.context import Context
from views.drawn.status_sign import LATE, sign_icon
from views.forms.choice_editor import Choice
from views.forms.fields import CodesField, DayField, OptionField, PercentField, TextField, write_day
from views.layouts.bar import Bar
from views.matrix.model import state_of
from views.matrix.reference import Reference
from views.parts.card import Card, EmptyState
from views.parts.inspector import InspectorForm
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

WIDTH, WIDE = 300, 356
_TYPED = ("text", "person", "responsibility", "product", "authority", "funding")
_ORDER = (
    *("text", "lead", "person", "support", "responsibility", "start", "due", "product", "authority", "funding"),
    *("status", "progress", "origin", "cites"),
)


class MatrixInspector(Card):
    """A card with the reference text and a form; each field is committed by itself as a step of work."""

    add_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(margin=0)
        self.setObjectName("matrix.inspector")
        self._context = context
        self._measure: Measure | None = None
        self._clauses: Mapping[str, str] = {}
        self._fields = self._editors()
        self.reference = Reference(context.language)
        self.form = InspectorForm()
        for key in _ORDER:
            self.form.add(key, self._fields[key], f"matrix.field.{key}", is_wide=key == "text")
        self._bar = Bar()
        self.form.fields["progress"].below.insertWidget(0, self._bar)
        self.clears = PlainLabel(role="small", wraps=True)
        self.clears.setObjectName("matrix.clears")
        self.form.fields["text"].below.insertWidget(0, self.clears)
        self.review = PlainLabel(role="error", wraps=True)
        self.confirm = QPushButton()
        self.confirm.setObjectName("matrix.confirm")
        self.updated = PlainLabel(role="small", wraps=True)
        self.empty = EmptyState()
        self.empty.button.setObjectName("matrix.add")
        self._lay_out()
        self.form.value_wanted.connect(self._on_value_wanted)
        self.form.refused.connect(self._on_refused)
        self.form.left.connect(context.workbench.end_typing)
        self.form.closed.connect(self.closed)
        self.confirm.clicked.connect(self._on_confirm)
        self.empty.button.clicked.connect(self.add_wanted)

    def _editors(self) -> dict[str, Any]:
        made: dict[str, Any] = {key: TextField() for key in _TYPED}
        made |= {"lead": CodesField(is_many=False), "start": DayField(), "due": DayField()}
        made |= {key: CodesField() for key in ("support", "origin", "cites")}
        return made | {"status": OptionField(), "progress": PercentField()}

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE[3] - 2, SPACE[3] - 2, SPACE[3] - 2, SPACE[2])
        column.setSpacing(SPACE[1])
        for widget in (self.reference, self.review, self.confirm, self.form, self.updated):
            column.addWidget(widget)
        column.addWidget(self.empty, stretch=1)
        column.addStretch()
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(inside)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(self.scroller)

    # --- showing -----------------------------------------------------------------------------------------------------

    def use_plan(
        self, actors: Mapping[str, PlanActor], clauses: Mapping[str, str], codes: Mapping[str, Bilingual]
    ) -> None:
        """Offer the bodies, clauses, and questions and steps (by code, with what they say) of the plan."""
        self._clauses = clauses
        pick = self._context.language.pick
        bodies = [Choice(code, pick(one.short), pick(one.name)) for code, one in actors.items()]
        for key in ("lead", "support"):
            self._fields[key].set_choices(bodies)
        self._fields["origin"].set_choices([Choice(c, c, f"{c}  {pick(text)}") for c, text in codes.items()])
        self._fields["cites"].set_choices([Choice(c, c, f"{c}  {one_line(text, 160)}") for c, text in clauses.items()])

    def show_measure(self, one: Measure | None, but: QObject | None = None) -> None:
        """Show the fields of a measure, or how to add one; the editor that has asked for its value is left alone."""
        is_other = self._measure is None or one is None or one.id != self._measure.id
        if is_other and self._measure is not None:
            self.form.commit()
        self._measure = one
        for widget in (self.form, self.updated):
            widget.setVisible(one is not None)
        self.empty.setVisible(one is None)
        self.review.setVisible(one is not None and bool(one.review))
        self.confirm.setVisible(one is not None and bool(one.review))
        if one is None:
            return
        values = {key: getattr(one, key) for key in _ORDER}
        values["lead"] = (one.lead,) if one.lead else ()
        values["status"] = one.status.value
        self.form.show_values(values, anew=is_other, but=but if isinstance(but, QWidget) else None)
        self._say_state(one)
        if is_other:
            self.scroller.verticalScrollBar().setValue(0)

    def say_empty(self, hidden: int) -> None:
        """Say why no measure is shown: the cell has none, or the filter leaves out those that it has."""
        say = self._context.language.say
        self.empty.sentence.setText(say("matrix.hidden_cell", count=hidden) if hidden else say("matrix.empty_cell"))

    def forget(self) -> None:
        """Show no measure: the plan is another one."""
        self._measure = None
        self.show_measure(None)

    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        say, code = self._context.language.say, self._context.language.code
        for key, field in self.form.fields.items():
            field.name(say(f"matrix.field.{key}"))
            field.say_error(code)
            if key in CLEARS and isinstance(field.editor, TextField):
                field.editor.setPlaceholderText(say("matrix.unclear"))
        for key in ("start", "due"):
            self._fields[key].use_language(code)
            self._fields[key].setPlaceholderText(say("inspector.day_form"))
        self.recolour()
        self.empty.button.setText(say("matrix.act.add"))
        self.confirm.setText(say("matrix.confirm"))
        self.setAccessibleName(say("matrix.inspector"))
        self.show_measure(self._measure)

    def recolour(self) -> None:
        """Tint the signs of the states by the theme."""
        say, theme = self._context.language.say, self._context.themes.current
        states = [(one.value, say(f"status.measure.{one.value}"), sign_icon(one.value, theme)) for one in MeasureStatus]
        self._fields["status"].set_options(states)

    def focus_first(self) -> None:
        """Put the cursor into the first field, or on the button where there is none."""
        target = self.empty.button if self._measure is None else self._fields["text"]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Write what is still in the fields."""
        if self._measure is not None:
            self.form.commit()

    def _say_state(self, one: Measure) -> None:
        say, language = self._context.language.say, self._context.language
        today = date.today()
        is_late = state_of(one, today) == LATE
        fields = self.form.fields
        late = say("matrix.late", days=(today - one.due).days) if is_late and one.due else ""
        fields["due"].say_remark(f"▲ {late}" if late else "", "error")
        theme = self._context.themes.current
        colour = theme.late if is_late else theme.done if one.status is MeasureStatus.DONE else theme.accent
        self._bar.show_share(one.progress / 100, colour, theme.accent_ground)
        missing = [say(f"matrix.clear.{key}") for key in one.unclear]
        count = len(CLEARS) - len(missing)
        self.clears.setText(
            say("matrix.clears", count=count, missing=", ".join(missing)) if missing else say("matrix.all_clear")
        )
        fields["cites"].editor.setToolTip(tip("\n".join(f"{c}: {self._clauses.get(c, '')}" for c in one.cites)))
        self.review.setText(say("matrix.review", questions=", ".join(one.review)) if one.review else "")
        moment = datetime.fromisoformat(one.updated).astimezone()
        self.updated.setText(
            say("matrix.updated", day=write_day(moment.date(), language.code), time=language.clock(moment))
        )

    # --- writing -----------------------------------------------------------------------------------------------------

    def _on_value_wanted(self, key: str, value: object) -> None:
        if self._measure is None:
            return
        editor = self._fields[key]
        typing = f"measure.{self._measure.id}.{key}" if key in _TYPED else None
        fields = MeasureFields(**{key: _written(key, value)})
        try:
            self._context.workbench.edit(
                "measure.change", measures.change, self._measure.id, fields, initiator=editor, typing=typing
            )
        except UserError as error:
            self._on_refused(key, error)
        else:
            self.form.fields[key].complain(None, "")

    def _on_refused(self, key: str, error: UserError) -> None:
        self.form.fields[key].complain(error, error.sentence(self._context.language.code))

    def _on_confirm(self) -> None:
        if self._measure is None:
            return
        try:
            self._context.workbench.edit("measure.confirm", measures.confirm, self._measure.id)
        except UserError as error:
            self._context.herald.trouble(error.sentence(self._context.language.code))


def _written(key: str, value: Any) -> Any:
    """Return a field's value as the plan takes it."""
    if key in ("start", "due"):
        return NO_DAY if value is None else value
    if key == "lead":
        codes: Sequence[str] = value
        return codes[0] if codes else ""
    return MeasureStatus(value) if key == "status" else value
