"""Placing words of an answer in the driving matrix as a new measure, and going back from a measure to its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from models import suggesting
from models.codes import cell_code
from models.editing import measures as writing
from models.editing.measures import MeasureFields
from models.errors import UsageError, UserError
from models.reading import initiatives, measures, plans, stakeholders
from sot_wizard.placing import words
from sot_wizard.placing.box import PlacingBox
from sot_wizard.question_card import QuestionCard
from views.context import Context, Way

_LIKELY = 3


class Placing(QObject):
    """Opens the box for the words of a card, writes the measure and gives the keys back to the card."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._card: QuestionCard | None = None
        self._initiative = ""
        self._words = ""
        self.box = PlacingBox(context, page)
        self.box.wanted.connect(self.place)
        self.box.closed.connect(self.close)
        page.installEventFilter(self)
        context.selection.changed.connect(self.box.hide)
        context.workbench.closed.connect(self.box.hide)

    def open(self, card: QuestionCard) -> None:
        """Ask where the selected words of a card belong, or else its paragraph at the cursor."""
        chosen = words.meant(card.editor)
        if not chosen:
            self._context.herald.note(self._context.language.say("placing.nothing"))
            return
        card.commit()
        self._card, self._words, self._initiative = card, chosen, self._context.selection.initiative
        read, method = self._context.workbench.read, self._context.workbench.method
        counted = read(measures.counts).items()
        here = {(kfa, kf): count for (owner, kfa, kf), count in counted if owner == self._initiative}
        self.box.offer(dict(read(plans.actors)), self._known_stakeholders(card))
        self.box.picker.grid.show(method, here, suggesting.cells(method, chosen, _LIKELY))
        self.box.open_with(card.code, chosen, self._anchor(card))

    @Slot()
    def place(self) -> None:
        """Write the measure as one step of work; what cannot be kept is said in the box, which stays."""
        assert self._card is not None
        workbench, cell = self._context.workbench, self.box.picker.cell
        self._card.commit()
        try:
            fields = MeasureFields(
                text=self.box.measure_text,
                lead=self.box.lead_code,
                due=self.box.due_day,
                stakeholders=self.box.served,
                origin=(self._card.code,),
                words={self._card.code: self._words},
            )
            made = str(workbench.edit("measure.add", writing.add, self._initiative, *cell, fields).result)
        except UserError as error:
            self.box.complain(error)
            return
        self.close()
        code, say = workbench.read(initiatives.codes)[self._initiative], self._context.language.say
        way = Way(say("placing.show"), "matrix", f"{code}.{cell_code(*cell)}#{made}")
        place = f"{code}.{cell_code(*cell)}"
        self._context.herald.note(say("placing.placed", place=place), with_undo=True, way=way)

    @Slot()
    def close(self) -> None:
        """Close the box; the card has the keys again, its selection as it was."""
        self.box.hide()
        if self._card is not None:
            self._card.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, card: QuestionCard, measure_id: str) -> None:
        """Select in a card the words that a measure keeps, as far as the answer still says them."""
        read = self._context.workbench.read
        try:
            one = read(measures.one, read(measures.find, measure_id))
        except UsageError:
            return
        if words.select(card.editor, one.words.get(card.code, "")):
            QTimer.singleShot(0, card, lambda: card.caret_moved.emit(card.editor.cursorRect()))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.box.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the box when another page comes on."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.box.hide()
        return super().eventFilter(watched, event)

    def _known_stakeholders(self, card: QuestionCard) -> list[str]:
        """Return the stakeholders of the plan, those that the answer names first."""
        named = card.answer.stakeholders if card.answer is not None else ()
        return [*named, *(name for name in self._context.workbench.read(stakeholders.every) if name not in named)]

    def _anchor(self, card: QuestionCard) -> QRect:
        """Return where on the page the words stand: the line of the cursor, as wide as the editor."""
        caret = card.editor.cursorRect()
        corner = card.editor.viewport().mapTo(self._page, QPoint(0, caret.top()))
        return QRect(corner.x(), corner.y(), card.editor.viewport().width(), caret.height())
