"""Clauses that the answer could cite, the likeliest first, each taken over by one press."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt

from models.reading import clauses
from models.reading.clauses import ClauseLine
from models.reading.desks import Desk
from models.suggesting import Suggestion
from sot_wizard.beside.folding import SmallButton
from sot_wizard.beside.rows import Line, RowsCard
from sot_wizard.beside.suggester import Suggester
from views.context import Context

_LONGEST = 110
_FEW = 4


class SuggestedCard(RowsCard):
    """`taken(code)` asks for a clause to be cited; a few are shown, all that were found when more are wanted."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "suggested", longest=_LONGEST, leads=False, is_stacked=True, takes=True)
        self._suggester = Suggester(context, self)
        self._suggester.found.connect(self._on_found)
        self._suggester.failed.connect(self._on_failed)
        self._desk: Desk | None = None
        self._code = ""
        self._asked: tuple[str, str] = ("", "")
        self._found: Sequence[Suggestion] | None = None
        self._texts: Mapping[str, ClauseLine] = {}
        self.more = SmallButton()
        self.more.setProperty("role", "small")
        self.more.setObjectName("sot.suggested.more")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._show())
        self.content.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.turned.connect(lambda _on: self._ask())

    def show_question(self, desk: Desk, code: str) -> None:
        """Show what fits a question; what was found before stays until there is something new."""
        self._desk, self._code = desk, code
        if (desk.initiative.id, code) != self._asked:
            self._asked = (desk.initiative.id, code)
            self._found = None
            self.more.setChecked(False)
        self._show()
        self._ask()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.show_title(self.context.language.say("beside.suggested"))
        super().retranslate()
        self._show()

    def _ask(self) -> None:
        if self.is_open and self._desk is not None and not self._desk.is_closed and self.context.workbench.is_open:
            self._suggester.ask(self._desk, self._code)

    def _on_found(self, suggestions: Sequence[Suggestion]) -> None:
        self._found = suggestions
        self._texts = self.context.workbench.read(clauses.by_code, [one.code for one in suggestions])
        self._show()

    def _on_failed(self, sentence: str) -> None:
        self._found = ()
        self._show()
        self.none.setText(sentence)

    def _show(self) -> None:
        if self._desk is None:
            return
        say, pick = self.context.language.say, self.context.language.pick
        answer = self._desk.answers.get(self._code)
        cited = set(answer.cites) if answer else set()
        left = [one.code for one in self._found or () if one.code not in cited and one.code in self._texts]
        shown = left if self.more.isChecked() else left[:_FEW]
        self.show_lines([Line(code, pick(self._texts[code].text)) for code in shown])
        self.none.setText(say("beside.looking" if self._found is None else "beside.no_suggested"))
        self.more.setText(say("beside.fewer" if self.more.isChecked() else "beside.more"))
        self.more.setVisible(len(left) > _FEW)
        self.setHidden(self._desk.is_closed)

    def _add_row(self) -> None:
        super()._add_row()
        self.content.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
