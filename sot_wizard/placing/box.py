"""The box over the wizard in which words are placed: the picker of a cell, and the first fields of the new measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.errors import UserError
from models.plan import PlanActor
from models.text import one_line
from sot_wizard.placing.picker import CellPicker
from views.context import Context
from views.drawn.pill import Pill
from views.forms.choice_editor import Choice
from views.forms.fields import CodesField, DayField, read_day
from views.forms.name_chips import NameChips
from views.parts.labels import ElidedLabel, PlainLabel, set_look
from views.parts.text_editor import TextEditor
from views.theme import SPACE

WIDTH = 660
_TEXT_LINES, _FEWEST_LINES = 4, 2
_LOW = 520
"""On a page that is not as high as this fewer lines of the text are in sight, so that every field keeps its place."""
_LONGEST = 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FIELDS = ("text", "lead", "due", "stakeholders")


class _MeasureText(TextEditor):
    """The text of the new measure: a few lines of it are in sight, the rest scrolls."""

    def __init__(self) -> None:
        super().__init__(lines=2)
        self._most = _TEXT_LINES
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_lines(self, most: int) -> None:
        """Let so many lines be in sight at the most."""
        if most != self._most:
            self._most = most
            self._fit()

    def _height(self) -> int:
        return min(super()._height(), (self._most + 1) * self.fontMetrics().lineSpacing())


class PlacingBox(QFrame):
    """`wanted` asks to place what the box holds; `closed` follows Esc and ✕. It stays while the focus is elsewhere."""

    wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._page = parent
        self._anchor = QRect()
        self.setObjectName("placing.box")
        self.setProperty("kind", "card")
        self.pill = Pill()
        self.title = PlainLabel(role="strong")
        self.dismiss = QPushButton("✕")
        self.dismiss.setProperty("kind", "flat")
        self.picker = CellPicker(context)
        self.where = PlainLabel(role="bold")
        self.where.setObjectName("placing.where")
        self.legend = PlainLabel(role="small")
        self.principle = ElidedLabel(role="muted")
        self.principle.setObjectName("placing.principle")
        self.text = _MeasureText()
        self.lead = CodesField(is_many=False)
        self.due = DayField()
        self.stakeholders = NameChips()
        self.error = PlainLabel(role="error", wraps=True)
        self.place = QPushButton()
        self.place.setProperty("kind", "primary")
        self.labels = {key: PlainLabel(role="muted") for key in FIELDS}
        self._name_parts()
        self._lay_out()
        self.picker.moved.connect(self._on_moved)
        self.picker.picked.connect(self.wanted)
        self.place.clicked.connect(self.wanted)
        self.dismiss.clicked.connect(self.closed)
        self.due.refused.connect(self.complain)
        self.due.value_wanted.connect(lambda: self.complain(None))
        self.hide()

    @property
    def measure_text(self) -> str:
        """Return the text of the measure."""
        return self.text.text()

    @property
    def lead_code(self) -> str:
        """Return the code of the body that leads, or what was typed for it."""
        self.lead.commit()
        return next(iter(self.lead.codes), "")

    @property
    def due_day(self) -> date | None:
        """Return the day it is due; raises UserError when what was typed is none."""
        return read_day(self.due.text())

    @property
    def served(self) -> tuple[str, ...]:
        """Return the stakeholders it serves."""
        self.stakeholders.commit()
        return self.stakeholders.names

    def offer(self, actors: Mapping[str, PlanActor], stakeholders: Sequence[str]) -> None:
        """Offer the bodies and the stakeholders of the plan."""
        pick = self._context.language.pick
        self.lead.set_choices([Choice(code, pick(one.short), pick(one.name)) for code, one in actors.items()])
        self.stakeholders.set_known(stakeholders)

    def open_with(self, question: str, words: str, anchor: QRect) -> None:
        """Show the box for words of an answer, near a place of the page, with empty fields."""
        theme = self._context.themes.current
        self.pill.show_text(question, theme.accent, theme.accent_ground)
        self.text.open_text(one_line(words, _LONGEST))
        self.lead.open_codes(())
        self.due.open_value(None)
        self.stakeholders.open_value(())
        self.complain(None)
        self.picker.choose_likeliest()
        self.due.setMinimumHeight(self.lead.minimumSizeHint().height())
        self._anchor = anchor
        self._settle()
        self.show()
        self.raise_()
        self.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def complain(self, error: UserError | None) -> None:
        """Say what cannot be kept, or nothing."""
        self.error.setText(error.sentence(self._context.language.code) if error is not None else "")
        self.error.setVisible(error is not None)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say, code = self._context.language.say, self._context.language.code
        self.title.setText(say("placing.title"))
        self.dismiss.setAccessibleName(say("placing.close"))
        self.picker.setAccessibleName(say("placing.cells"))
        self.place.setText(say("placing.place"))
        self.legend.setText(f"◆ ◇ {say('placing.legend')}")
        for key, label in self.labels.items():
            label.setText(say(f"placing.{key}"))
            getattr(self, key).setAccessibleName(say(f"placing.{key}"))
        self.lead.setPlaceholderText(say("placing.lead_hint"))
        self.due.use_language(code)
        self.due.setPlaceholderText(say("inspector.day_form"))
        self.stakeholders.say_with(
            say("matrix.add_stakeholder"),
            lambda name: say("stakeholder.new", name=name),
            lambda name: say("stakeholder.chip", name=name),
            lambda name: say("stakeholder.take_off", name=name),
        )
        if self.isVisible():
            self._on_moved()

    def event(self, event: QEvent) -> bool:
        """Grow with what it holds; keep Ctrl+Enter, which would go to the next question of the page."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_placing_key(event):
            event.accept()
            return True
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._settle()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; place with Ctrl+Enter from every field."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif _is_placing_key(event):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def _name_parts(self) -> None:
        for key in FIELDS:
            getattr(self, key).setObjectName(f"placing.{key}")
        for key in ("lead", "due"):
            set_look(getattr(self, key), "kind", "")
        self.place.setObjectName("placing.place")
        self.dismiss.setObjectName("placing.close")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(self.pill)
        head.addWidget(self.title, stretch=1)
        head.addWidget(self.dismiss)
        fields = QGridLayout()
        fields.setHorizontalSpacing(SPACE[2])
        fields.setVerticalSpacing(2)
        for widget, row, place, span in (
            (self.labels["text"], 0, 0, 2),
            (self.text, 1, 0, 2),
            (self.labels["lead"], 2, 0, 1),
            (self.labels["due"], 2, 1, 1),
            (self.lead, 3, 0, 1),
            (self.due, 3, 1, 1),
            (self.labels["stakeholders"], 4, 0, 2),
            (self.stakeholders, 5, 0, 2),
        ):
            fields.addWidget(widget, row, place, 1, span)
        fields.setColumnStretch(0, 2)
        fields.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.error, stretch=1)
        foot.addWidget(self.place, alignment=Qt.AlignmentFlag.AlignRight)
        said = QHBoxLayout()
        said.addWidget(self.where, stretch=1)
        said.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[2])
        column.setSpacing(SPACE[1] - 2)
        column.addLayout(head)
        column.addWidget(self.picker)
        column.addLayout(said)
        column.addWidget(self.principle)
        column.addLayout(fields)
        column.addLayout(foot)

    def _on_moved(self) -> None:
        grid, index = self.picker.grid, self.picker.currentIndex()
        if not index.isValid():
            return
        pick = self._context.language.pick
        self.where.setText(grid.name_of(index))
        direction, factor = grid.rows[index.row()], grid.columns[index.column()]
        self.principle.setText(f"{pick(factor.text)} · {pick(direction.text)}")

    def _settle(self) -> None:
        """Stand beneath the words, above them, or else over them, as high as is needed and within the page."""
        page, edge = self._page.rect(), SPACE[2]
        self.text.show_lines(_TEXT_LINES if page.height() >= _LOW else _FEWEST_LINES)
        width = min(WIDTH, page.width() - 2 * edge)
        layout = self.layout()
        assert layout is not None
        height = min(layout.totalHeightForWidth(width), page.height() - 2 * edge)
        top = self._anchor.bottom() + SPACE[1]
        if top + height > page.height() - edge:
            above = self._anchor.top() - SPACE[1] - height
            top = above if above >= edge else page.height() - edge - height
        left = max(edge, min(self._anchor.left(), page.width() - edge - width))
        self.setGeometry(QRect(left, max(edge, top), width, height))


def _is_placing_key(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
