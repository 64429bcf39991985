"""The card of one question, or of a step's conclusion: it writes the answer of the initiative that it is given."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QTextCursor

from models import wording
from models.editing import answers
from models.errors import ConflictError, UserError
from models.plan import Answer, AnswerStatus, AnswerVersion
from models.reading import desks
from models.reading.desks import Desk
from sot_wizard.card.quiet_notes import Said
from sot_wizard.card_face import CardFace
from sot_wizard.drafts import Drafts
from sot_wizard.placing.menu import offer_placing
from views.context import Context


class QuestionCard(CardFace):
    """An answer as the plan holds it, and the words that are being written.

    `pick_wanted(card)` asks for a clause, `cite_pressed` to show those that are cited, `caret_moved(rectangle)` to keep
    the cursor in sight. Words that could not be written, because the answer was changed elsewhere or the plan refused
    them, stay in the editor and among the drafts until they are written or given up.
    """

    pick_wanted = Signal(object)
    cite_pressed = Signal()
    caret_moved = Signal(QRect)

    def __init__(self, context: Context, drafts: Drafts, code: str, *, lines: int = 3) -> None:
        self._answer: Answer | None = None
        super().__init__(context, drafts, code, lines=lines)
        self._drafts = drafts
        self._initiative = ""
        self._group = ""
        self._locked = False
        self._clashes = False
        self._placed_from: frozenset[str] = frozenset()
        for choice, action in self.choices.items():
            action.triggered.connect(lambda _checked=False, choice=choice: self.set_status(choice))
        self.editor.commit_wanted.connect(self._on_commit_wanted)
        self.editor.clashed.connect(self._clash)
        self.editor.left.connect(context.workbench.end_typing)
        self.editor.cursorPositionChanged.connect(self._on_caret_moved)
        self.clash.taken.connect(self.take_other)
        self.clash.kept.connect(self.keep_mine)
        self.clash.joined.connect(self.keep_both)
        self.chips.add_wanted.connect(lambda: self.pick_wanted.emit(self))
        offer_placing(self.editor, context.language, lambda: self.place_wanted.emit(self))
        self.chips.cites_wanted.connect(self._on_cites_wanted)
        self.chips.pressed.connect(self.cite_pressed)
        if self.named is not None:
            self.named.names_wanted.connect(self._on_names_wanted)

    @property
    def answer(self) -> Answer | None:
        """Return the answer as the plan holds it, None when there is none yet."""
        return self._answer

    @property
    def initiative(self) -> str:
        """Return the id of the initiative that is shown."""
        return self._initiative

    @property
    def is_locked(self) -> bool:
        """Return whether the answer can only be read."""
        return self._locked

    @property
    def is_done(self) -> bool:
        """Return whether nothing is left to do here."""
        return self._answer is not None and self._answer.status is AnswerStatus.DONE

    def open(self, desk: Desk) -> None:
        """Show the answer of another initiative; words that could not be written before stand beside the plan's."""
        self._initiative, self._group = desk.initiative.id, desk.initiative.group
        self._end_clash()
        self.say_error("")
        self._take(desk)
        if self.named is not None:
            self.named.open_names()
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
        if self.is_active and is_own:
            self.notes.wait()
        elif self.is_active:
            self.notes.wait_anew()

    def said(self) -> Said | None:
        """Return what the notes look at: the words as they stand in the editor, nothing where they can only be read."""
        if self._locked or not self._initiative:
            return None
        answer, text = self._answer, self.editor.text()
        status = answer.status if answer is not None else AnswerStatus.EMPTY
        if text.strip() and status is AnswerStatus.EMPTY:
            status = AnswerStatus.DRAFT
        cites = answer.cites if answer is not None else ()
        return Said(self._initiative, self.code, text, status, cites, self._placed_from)

    def says(self, version: AnswerVersion) -> bool:
        """Return whether the plan holds the answer just as it was in this version."""
        answer = self._answer
        if answer is None:
            return not version.text and not version.cites and not version.stakeholders
        return (answer.text, answer.status, answer.cites, answer.stakeholders) == (
            version.text,
            version.status,
            version.cites,
            version.stakeholders,
        )

    def restore(self, version: AnswerVersion) -> None:
        """Write the answer as it was in this version, as one step of work, after what is still in the editor."""
        self.commit()
        self.context.workbench.settle()
        if not self.editor.has_unkept_text:
            self.context.workbench.end_typing()
            self._write(
                text=version.text, status=version.status, cites=version.cites, stakeholders=version.stakeholders
            )
            self.editor.show_text(self._planned())
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Write what is still in the editor and the line of names; keep what is said and not handed in."""
        self.editor.commit()
        if self.named is not None:
            self.named.commit()
        self.talk.commit()

    def set_status(self, status: AnswerStatus) -> None:
        """Write another status, after the words that are still in the editor."""
        self.commit()
        self.context.workbench.settle()
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
        self._end_clash()
        self.editor.keep_over(self._planned())
        self.editor.commit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_both(self) -> None:
        """Write the words written here and, beneath them, those that stand in the plan: nothing is lost."""
        theirs = self._planned()
        self._end_clash()
        self.editor.keep_over(theirs)
        cursor = QTextCursor(self.editor.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(f"\n{theirs}" if theirs and self.editor.text() else theirs)
        self.editor.commit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.show_words(self._group, self._answer)

    def _take(self, desk: Desk) -> None:
        answer = desk.answers.get(self.code)
        is_same = answer == self._answer and desk.is_closed == self._locked
        self._answer, self._locked = answer, desk.is_closed
        self._placed_from = frozenset(desk.placed)
        self.show_beneath(desk, answer, is_locked=self._locked)
        if not is_same:
            self.editor.set_locked(self._locked)
            self.status.setEnabled(not self._locked)
            self.show_status(answer)

    def _planned(self) -> str:
        return self._answer.text if self._answer else ""

    def _on_commit_wanted(self, text: str) -> None:
        """Have the words written; the keys that come meanwhile wait for them, not the other way round."""
        workbench = self.context.workbench
        workbench.settle()
        if self._clashes:
            self._keep_draft(text)
            return
        self.editor.keeper.set_writing(True)
        workbench.edit_soon(
            "answer.write",
            answers.write,
            self._initiative,
            self.code,
            text,
            expected_rev=self._answer.rev if self._answer else 0,
            initiator=self,
            typing=f"answer:{self._initiative}:{self.code}",
            done=lambda error: self._on_written(text, error),
        )

    def _on_written(self, text: str, error: UserError | None) -> None:
        """The words are on disk, or were refused: then they stay here and among the drafts."""
        self.editor.keeper.set_writing(False)
        if error is None:
            self.say_error("")
            self._drafts.forget(self._initiative, self.code)
            return
        self._keep_draft(text)
        if isinstance(error, ConflictError):
            self._take_anew()
            self._clash()
        else:
            self.say_error(error.sentence(self.context.language.code))

    def _keep_draft(self, text: str) -> None:
        """Words that the plan does not hold stay here and among the drafts."""
        if text == self._planned():
            self._settle()
        else:
            self.editor.refuse()
            self._drafts.keep(self._initiative, self.code, text)

    def _on_cites_wanted(self, codes: tuple[str, ...]) -> None:
        self._write(cites=codes)

    def _on_names_wanted(self, names: tuple[str, ...]) -> None:
        self._write(stakeholders=names)
        if self.named is not None:
            self.named.show_names(self._answer.stakeholders if self._answer else (), is_locked=self._locked)

    def _write(self, **fields: Any) -> None:
        """Write some of the answer but its words, or say why it cannot be written."""
        workbench = self.context.workbench
        workbench.settle()
        rev = self._answer.rev if self._answer else 0
        try:
            workbench.edit(
                "answer.write", answers.write, self._initiative, self.code, expected_rev=rev, initiator=self, **fields
            )
        except UserError as error:
            if isinstance(error, ConflictError):
                self._take_anew()
                self.editor.show_text(self._planned())
            self.say_error(error.sentence(self.context.language.code))
        else:
            self.say_error("")

    def _take_anew(self) -> None:
        """Take in the answer as it was written elsewhere meanwhile."""
        if (desk := self.context.workbench.read(desks.desk, self._initiative)) is not None:
            self._take(desk)

    def _clash(self) -> None:
        """Let the words here stand against those of the plan until one of them is chosen; equal ones need no choice."""
        if self.editor.text() == self._planned():
            self._settle()
            self.editor.open_text(self._planned())
            return
        self._clashes = True
        self._drafts.keep(self._initiative, self.code, self.editor.text())
        pieces = wording.marks(self.editor.text(), self._planned())
        self.clash.show_pieces(pieces)
        self.editor.mark_own(pieces, self.context.themes.current)
        self.grown.emit()

    def _end_clash(self) -> None:
        self._clashes = False
        self.clash.hide()
        self.editor.mark_own((), self.context.themes.current)

    def _settle(self) -> None:
        self._end_clash()
        self._drafts.forget(self._initiative, self.code)

    def _on_caret_moved(self) -> None:
        if self.editor.hasFocus():
            self.caret_moved.emit(self.editor.cursorRect())
