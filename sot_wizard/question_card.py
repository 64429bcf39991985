"""The card of one question, or of a step's conclusion: it writes the answer of the initiative that it is given."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal

from models.editing import answers
from models.errors import ConflictError, UserError
from models.plan import Answer, AnswerStatus
from models.reading import desks
from models.reading.desks import Desk
from sot_wizard.card_face import CardFace
from sot_wizard.drafts import Drafts
from views.context import Context


class QuestionCard(CardFace):
    """An answer as the plan holds it, and the words that are being written.

    `pick_wanted(card)` asks for a clause, `cite_pressed` to show those that are cited, `caret_moved(rectangle)` to keep
    the cursor in sight, `grown` the whole card. Words that could not be written, because the answer was changed
    elsewhere or the plan refused them, stay in the editor and among the drafts until they are written or given up.
    """

    pick_wanted = Signal(object)
    cite_pressed = Signal()
    caret_moved = Signal(QRect)
    grown = Signal()

    def __init__(self, context: Context, drafts: Drafts, code: str, *, lines: int = 3) -> None:
        super().__init__(context, code, lines=lines)
        self._drafts = drafts
        self._initiative = ""
        self._group = ""
        self._answer: Answer | None = None
        self._locked = False
        self._clashes = False
        for choice, action in self.choices.items():
            action.triggered.connect(lambda _checked=False, choice=choice: self.set_status(choice))
        self.editor.commit_wanted.connect(self._on_commit_wanted)
        self.editor.clashed.connect(self._clash)
        self.editor.left.connect(context.workbench.end_typing)
        self.editor.cursorPositionChanged.connect(self._on_caret_moved)
        self.clash.taken.connect(self.take_other)
        self.clash.kept.connect(self.keep_mine)
        self.chips.add_wanted.connect(lambda: self.pick_wanted.emit(self))
        self.chips.cites_wanted.connect(self._on_cites_wanted)
        self.chips.pressed.connect(self.cite_pressed)

    @property
    def answer(self) -> Answer | None:
        """Return the answer as the plan holds it, None when there is none yet."""
        return self._answer

    @property
    def is_done(self) -> bool:
        """Return whether nothing is left to do here."""
        return self._answer is not None and self._answer.status is AnswerStatus.DONE

    def open(self, desk: Desk) -> None:
        """Show the answer of another initiative; words that could not be written before stand beside the plan's."""
        self._initiative, self._group = desk.initiative.id, desk.initiative.group
        self._clashes = False
        self.clash.hide()
        self.say_error("")
        self._take(desk)
        self.editor.open_text(self._planned())
        mine = self._drafts.find(self._initiative, self.code)
        if mine and mine != self._planned() and not self._locked:
            self.editor.open_text(mine)
            self.editor.keep_over(self._planned())
            self._clash()
        self.retranslate()

    def follow(self, desk: Desk, *, is_own: bool) -> None:
        """Take in a step of work; the editor is not touched when it was this card's own."""
        self._take(desk)
        if self._clashes:
            self._clash()
        elif not is_own:
            self.editor.show_text(self._planned())

    def commit(self) -> None:
        """Write what is still in the editor."""
        self.editor.commit()

    def set_status(self, status: AnswerStatus) -> None:
        """Write another status, after the words that are still in the editor."""
        self.commit()
        if not self.editor.has_unkept_text:
            self._write(status=status)

    def cite(self, code: str) -> None:
        """Cite one more clause."""
        self.chips.want(code)

    def take_other(self) -> None:
        """Give up the words written here for those that stand in the plan."""
        self._settle()
        self.editor.open_text(self._planned())
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_mine(self) -> None:
        """Write the words written here over those that stand in the plan."""
        self._clashes = False
        self.clash.hide()
        self.editor.keep_over(self._planned())
        self.editor.commit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.show_words(self._group, self._answer)

    def _take(self, desk: Desk) -> None:
        answer = desk.answers.get(self.code)
        is_same = answer == self._answer and desk.is_closed == self._locked
        self._answer, self._locked = answer, desk.is_closed
        self.chips.show_codes(answer.cites if answer else (), locked=self._locked)
        if not is_same:
            self.editor.setReadOnly(self._locked)
            self.status.setEnabled(not self._locked)
            self.show_status(answer)

    def _planned(self) -> str:
        return self._answer.text if self._answer else ""

    def _on_commit_wanted(self, text: str) -> None:
        if not self._clashes and self._write(text=text):
            self._drafts.forget(self._initiative, self.code)
        elif text == self._planned():
            self._settle()
        else:
            self.editor.refuse()
            self._drafts.keep(self._initiative, self.code, text)

    def _on_cites_wanted(self, codes: tuple[str, ...]) -> None:
        self._write(cites=codes)

    def _write(self, **fields: Any) -> bool:
        """Write some of the answer; return whether it could be written, and say why not."""
        workbench = self.context.workbench
        typing = f"answer:{self._initiative}:{self.code}" if "text" in fields else None
        rev = self._answer.rev if self._answer else 0
        try:
            workbench.edit(
                "answer.write",
                answers.write,
                self._initiative,
                self.code,
                expected_rev=rev,
                initiator=self,
                typing=typing,
                **fields,
            )
        except ConflictError as error:
            if (desk := workbench.read(desks.desk, self._initiative)) is not None:
                self._take(desk)
            if "text" in fields:
                self._clash()
            else:
                self.editor.show_text(self._planned())
                self.say_error(error.sentence(self.context.language.code))
            return False
        except UserError as error:
            self.say_error(error.sentence(self.context.language.code))
            return False
        self.say_error("")
        return True

    def _clash(self) -> None:
        """Let the words here stand against those of the plan until one of them is chosen; equal ones need no choice."""
        if self.editor.text() == self._planned():
            self._settle()
            self.editor.open_text(self._planned())
            return
        self._clashes = True
        self._drafts.keep(self._initiative, self.code, self.editor.text())
        self.clash.show_other(self._planned())
        self.grown.emit()

    def _settle(self) -> None:
        self._clashes = False
        self.clash.hide()
        self._drafts.forget(self._initiative, self.code)

    def _on_caret_moved(self) -> None:
        if self.editor.hasFocus():
            self.caret_moved.emit(self.editor.cursorRect())
