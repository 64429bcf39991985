"""The panel at the right: what a question stands on, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.plan import Changes, Dependency
from models.reading import beside, clauses
from models.reading.beside import Elsewhere
from models.reading.clauses import ClauseLine
from models.reading.desks import Desk
from models.text import one_line
from sot_wizard.beside.folding import FoldCard
from sot_wizard.beside.frame_card import FrameCard
from sot_wizard.beside.rows import Line, RowsCard
from sot_wizard.beside.suggested_card import SuggestedCard
from views.context import Context
from views.layouts.scroll_column import ScrollColumn
from views.parts.labels import PlainLabel, tip

WIDTHS = (256, 296, 380)
_LONGEST_BASIS, _LONGEST_ANSWER, _LONGEST_CLAUSE, _LONGEST_ELSEWHERE, _LONGEST_WHY = 260, 96, 160, 64, 110
_REST_MS = 60
_LATER = {"dependency", "initiative", "answer"}
"""Tables whose changes elsewhere show in the lists that are read when the hands rest."""
_RELATIONS = {
    ("precedes", True): "network.needs",
    ("enables", True): "network.enabled_by",
    ("conflicts", True): "network.conflicts",
    ("precedes", False): "network.opens",
    ("enables", False): "network.enables",
    ("conflicts", False): "network.conflicts",
}
"""What the other initiative of a link is to this one: by the link's kind, and whether it leads here."""


class ContextPanel(ScrollColumn):
    """Basis, triangle, the answers that the question builds on, clauses to cite and cited, the same question elsewhere.

    `answer_pressed(code)` carries an answer to go to, `initiative_wanted(place)` one of another initiative (SOI4.O1),
    `clause_wanted(code)` a clause to cite; `frame_pressed` asks for the page where the frame is chosen. A link leads to
    the network by itself.
    """

    answer_pressed = Signal(str)
    initiative_wanted = Signal(str)
    clause_wanted = Signal(str)
    frame_pressed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self._code = ""
        self._found: Mapping[str, ClauseLine] = {}
        self.basis = FoldCard(context, "basis_card")
        self.statement = PlainLabel(role="label", wraps=True)
        self.statement.setObjectName("sot.basis")
        self.basis.content.addWidget(self.statement)
        self.frame = FrameCard(context)
        self.earlier = RowsCard(context, "earlier", longest=_LONGEST_ANSWER)
        self.suggested = SuggestedCard(context)
        self.cited = RowsCard(context, "cited", longest=_LONGEST_CLAUSE, leads=False, is_stacked=True)
        self.elsewhere = RowsCard(context, "elsewhere", longest=_LONGEST_ELSEWHERE, is_open=False)
        self.links = RowsCard(context, "links", longest=_LONGEST_WHY, is_stacked=True, is_open=False)
        self._lists = (self.earlier, self.suggested, self.cited, self.elsewhere, self.links)
        self._cards: tuple[FoldCard, ...] = (self.basis, self.frame, *self._lists)
        for card in self._cards:
            self.column.addWidget(card)
        self.column.addStretch()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MS)
        self._later.timeout.connect(self._show_later)
        self._connect()
        self.recolour()

    @property
    def triangle(self) -> QWidget:
        """Return the triangle of the frame."""
        return self.frame.triangle

    def _connect(self) -> None:
        self.frame.page_wanted.connect(self.frame_pressed)
        self.earlier.pressed.connect(self.answer_pressed)
        self.suggested.taken.connect(self.clause_wanted)
        self.elsewhere.pressed.connect(self.initiative_wanted)
        self.links.pressed.connect(lambda place: self._context.navigator.go("network", place))
        self._context.workbench.changed.connect(self._on_changed)
        self._context.workbench.closed.connect(self._on_closed)

    def show_question(self, desk: Desk, code: str) -> None:
        """Show what the question or conclusion `code` stands on; what takes longer follows when there is time."""
        self._desk, self._code = desk, code
        place = self.verticalScrollBar().value()
        language, method = self._context.language, self._context.workbench.method
        basis = method.bases[desk.initiative.basis]
        self.basis.show_title(language.say("sot.basis", code=basis.code, group_code=basis.group_code))
        whole = language.pick(basis.text)
        self.statement.setText(language.say("sot.quoted", text=one_line(whole, _LONGEST_BASIS)))
        self.statement.setToolTip(tip(whole))
        self.frame.show_frame(desk.initiative)
        self.earlier.show_lines([self._earlier(desk, other) for other in method.builds_on(code)])
        self.suggested.show_question(desk, code)
        self._show_cited(desk, code)
        # Rows that are hidden must not scroll it: Qt brings what comes after them in sight.
        self.verticalScrollBar().setValue(place)
        self._later.start()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        for card, name in ((self.earlier, "sot.earlier"), (self.cited, "sot.cited")):
            card.show_title(say(name))
        self.earlier.none.setText(say("sot.no_earlier"))
        self.cited.none.setText(say("sot.no_cited"))
        self.elsewhere.show_title(say("beside.elsewhere"))
        self.elsewhere.none.setText(say("beside.no_elsewhere"))
        self.links.show_title(say("beside.links"))
        self.links.none.setText(say("beside.no_links"))
        for part in (*self._lists, self.frame):
            part.retranslate()
        if self._desk is not None and self._context.workbench.is_open:
            self.show_question(self._desk, self._code)
            self._show_later()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for card in self._cards:
            card.recolour()

    def show_cited(self) -> None:
        """Bring the texts of the clauses cited in sight."""
        self.cited.open()
        self.ensureWidgetVisible(self.cited)

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while the panel was out of sight."""
        super().showEvent(event)
        self._later.start()

    def _earlier(self, desk: Desk, code: str) -> Line:
        answer = desk.answers.get(code)
        if answer is None or not answer.text:
            return Line(code, self._context.language.say("status.answer.empty"), is_missing=True, place=code)
        return Line(code, answer.text, place=code)

    def _show_cited(self, desk: Desk, code: str) -> None:
        answer = desk.answers.get(code)
        cites = answer.cites if answer else ()
        if not set(cites) <= self._found.keys():
            self._found = self._context.workbench.read(clauses.by_code, cites)
        pick = self._context.language.pick
        self.cited.show_lines(
            [Line(cite, pick(self._found[cite].text) if cite in self._found else "") for cite in cites]
        )
        self.cited.setVisible(bool(cites))

    @Slot()
    def _show_later(self) -> None:
        """Show the same question in the other initiatives, and the links of this one."""
        if self._desk is None or not self._context.workbench.is_open or not self.isVisible():
            return
        self._later.stop()
        read, one = self._context.workbench.read, self._desk.initiative
        others = read(beside.elsewhere, one.id, self._code)
        self.elsewhere.show_lines([self._elsewhere(other) for other in others])
        answered = sum(bool(other.text) for other in others)
        self.elsewhere.show_title(self.elsewhere.heading.text(), f"{answered}/{len(others)}")
        links = read(beside.links, one.code)
        self.links.show_lines([self._link(link, one.code) for link in links])
        self.links.show_title(self.links.heading.text(), str(len(links)))

    def _elsewhere(self, other: Elsewhere) -> Line:
        say, place = self._context.language.say, f"{other.code}.{self._code}"
        goes = say("beside.go_elsewhere", place=place, title=self._context.language.pick(other.title))
        text = other.text or say("status.answer.empty")
        return Line(other.code, text, is_missing=not other.text, place=place, goes=goes)

    def _link(self, link: Dependency, code: str) -> Line:
        say, leads_here = self._context.language.say, link.to == code
        relation = say(_RELATIONS[link.kind.value, leads_here])
        place = f"{link.origin} → {link.to}"
        return Line(
            link.origin if leads_here else link.to,
            say("beside.link", relation=relation, why=link.why) if link.why else relation,
            remark=say(f"network.strength_{link.strength}"),
            place=place,
            goes=say("network.link_name", link=place, kind=relation),
        )

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: QObject | None) -> None:
        if self._desk is not None and _LATER & {row.table for row in changes.rows}:
            self._later.start()

    @Slot()
    def _on_closed(self) -> None:
        self._desk = None
        self._later.stop()
        self._found = {}
