"""The inspector of the matrix: what orients the cell, and every field of the measure that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from models.editing import measures
from models.errors import UserError
from models.method import Bilingual
from models.plan import CLEARS, Measure, MeasureStatus, PlanActor
from models.reading import origins
from models.text import one_line
from views.context import Context
from views.drawn.status_sign import LATE, sign_icon
from views.forms.choice_editor import Choice
from views.forms.fields import AmountField, CodesField, DayField, OptionField, PercentField, TextField, write_day
from views.forms.name_chips import NameChips
from views.layouts.bar import Bar
from views.matrix.filtering.filter import state_of
from views.matrix.side.beside import Beside
from views.matrix.side.confirmation import Confirmation
from views.matrix.side.origins import Origins
from views.matrix.side.review import ReviewNotice
from views.matrix.side.writer import FieldWriter
from views.parts.card import Card, EmptyState
from views.parts.inspector import InspectorForm
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

WIDTH, WIDE = 300, 356
_TYPED = ("text", "person", "responsibility", "product", "authority", "indicator", "funding")
_ORDER = (
    *("text", "origin", "lead", "person", "support", "responsibility", "start", "due", "product", "authority"),
    *("indicator", "stakeholders", "funding", "cost", "status", "progress", "cites"),
)


class MatrixInspector(Card):
    """A card with what stands beside the cell and a form; each field is committed by itself as a step of work.

    `answer_wanted(place)` asks for a conclusion (O), an answer (S3) or the words in it that a measure keeps (S3#id).
    """

    add_wanted = Signal()
    closed = Signal()
    answer_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(margin=0)
        self.setObjectName("matrix.inspector")
        self._context = context
        self._measure: Measure | None = None
        self._clauses: Mapping[str, str] = {}
        self._fields = self._editors()
        self.beside = Beside(context)
        self.form = InspectorForm()
        for key in _ORDER:
            self.form.add(key, self._fields[key], f"matrix.field.{key}", is_wide=key == "text")
        self._bar = Bar()
        self.form.fields["progress"].below.insertWidget(0, self._bar)
        self.clears = PlainLabel(role="small", wraps=True)
        self.clears.setObjectName("matrix.clears")
        self.form.fields["text"].below.insertWidget(0, self.clears)
        self.origins = Origins(context)
        self.form.fields["origin"].lay_across(self.origins)
        self.review = ReviewNotice(context)
        self.confirmation = Confirmation(context)
        self.updated = PlainLabel(role="small", wraps=True)
        self.empty = EmptyState()
        self.empty.button.setObjectName("matrix.add")
        self._lay_out()
        self._writer = FieldWriter(context, self.form)
        self.form.closed.connect(self.closed)
        for confirmed in (self.review.confirmed, self.confirmation.confirmed):
            confirmed.connect(self._on_confirmed)
        self.beside.conclusion_pressed.connect(self.answer_wanted)
        for part in (self.origins.pressed, self.review.answer_pressed):
            part.connect(self._on_answer_pressed)
        self.empty.button.clicked.connect(self.add_wanted)

    def _editors(self) -> dict[str, Any]:
        made: dict[str, Any] = {key: TextField() for key in _TYPED}
        made |= {"lead": CodesField(is_many=False), "start": DayField(), "due": DayField()}
        made |= {key: CodesField() for key in ("support", "origin", "cites")}
        made |= {"stakeholders": NameChips()}
        return made | {"status": OptionField(), "progress": PercentField(), "cost": AmountField()}

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE[3] - 2, SPACE[3] - 2, SPACE[3] - 2, SPACE[2])
        column.setSpacing(SPACE[1])
        for widget in (self.beside, self.review, self.form, self.confirmation, self.updated):
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

    def use_plan(
        self,
        actors: Mapping[str, PlanActor],
        clauses: Mapping[str, str],
        codes: Mapping[str, Bilingual],
        stakeholders: Sequence[str],
    ) -> None:
        """Offer the bodies, clauses, questions and steps (by code, with what they say) and stakeholders of the plan."""
        self._clauses = clauses
        pick = self._context.language.pick
        bodies = [Choice(code, pick(one.short), pick(one.name)) for code, one in actors.items()]
        for key in ("lead", "support"):
            self._fields[key].set_choices(bodies)
        self._fields["origin"].set_choices([Choice(c, c, f"{c}  {pick(text)}") for c, text in codes.items()])
        self._fields["cites"].set_choices([Choice(c, c, f"{c}  {one_line(text, 160)}") for c, text in clauses.items()])
        self._fields["stakeholders"].set_known(stakeholders)

    def show_measure(self, one: Measure | None, but: QObject | None = None) -> None:
        """Show the fields of a measure, or how to add one; the editor that has asked for its value is left alone."""
        is_other = self._measure is None or one is None or one.id != self._measure.id
        if is_other and self._measure is not None:
            self.form.commit()
        self._measure = self._writer.measure = one
        for widget in (self.form, self.confirmation, self.updated):
            widget.setVisible(one is not None)
        self.empty.setVisible(one is None)
        if one is None:
            self.review.show_origins(())
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
        self.beside.retranslate()
        self.review.retranslate()
        self.confirmation.retranslate()
        self._fields["stakeholders"].say_with(
            say("matrix.add_stakeholder"),
            lambda name: say("stakeholder.new", name=name),
            lambda name: say("stakeholder.chip", name=name),
            lambda name: say("stakeholder.take_off", name=name),
        )
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
        fields["lead"].say_remark("" if one.lead else say("matrix.no_lead"))
        self.confirmation.show_measure(one)
        theme = self._context.themes.current
        colour = theme.late if is_late else theme.done if one.status is MeasureStatus.DONE else theme.accent
        self._bar.show_share(one.progress / 100, colour, theme.accent_ground)
        missing = [say(f"matrix.clear.{key}") for key in one.unclear]
        count = len(CLEARS) - len(missing)
        self.clears.setText(
            say("matrix.clears", count=count, missing=", ".join(missing)) if missing else say("matrix.all_clear")
        )
        fields["cites"].editor.setToolTip(tip("\n".join(f"{c}: {self._clauses.get(c, '')}" for c in one.cites)))
        found = self._context.workbench.read(origins.of_measure, one)
        self.origins.show_origins(found)
        self.review.show_origins(found)
        moment = datetime.fromisoformat(one.updated).astimezone()
        self.updated.setText(
            say("matrix.updated", day=write_day(moment.date(), language.code), time=language.clock(moment))
        )

    def _on_answer_pressed(self, question: str) -> None:
        if self._measure is not None:
            self.answer_wanted.emit(f"{question}#{self._measure.id}")

    def _on_confirmed(self) -> None:
        if self._measure is None:
            return
        try:
            self._context.workbench.edit("measure.confirm", measures.confirm, self._measure.id)
        except UserError as error:
            self._context.herald.trouble(error.sentence(self._context.language.code))
