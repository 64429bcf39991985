"""The overview page."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.plan import Changes, Initiative
from models.reading import overviews
from models.reading.overviews import Glance, Portfolio
from models.text import fold
from views.context import Context
from views.icons import icon
from views.overview.coverage_card import CoverageCard
from views.overview.groups import Groups
from views.overview.initiative_card import InitiativeCard
from views.overview.problems_card import ProblemsCard
from views.page import Page
from views.parts.finder import Finder
from views.parts.labels import PlainLabel, set_look
from views.theme import SPACE

_SIDE_NARROWEST, _SIDE_WIDEST = 236, 380


class OverviewPage(Page):
    """Three groups of initiatives at a glance, with what wants attention and how much of the resolution is carried."""

    code = "overview"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = PlainLabel(role="title")
        self.below = PlainLabel(role="muted", wraps=True)
        self.export = QPushButton()
        self.export.setProperty("kind", "primary")
        self.export.setObjectName("overview.export")
        self.export.clicked.connect(self._on_export_clicked)
        self.problems = ProblemsCard(context)
        self.problems.setObjectName("overview.problems")
        self.coverage = CoverageCard(context)
        self.cards: dict[str, InitiativeCard] = {}
        self.groups = Groups()
        self.finder = Finder(context.language, self.code)
        self.finder.typed.connect(self._on_words_typed)
        self.finder.next_wanted.connect(self._on_next_wanted)
        self.finder.closed.connect(self._on_finder_closed)
        self._found: InitiativeCard | None = None
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE[2])
        layout.addLayout(self._head())
        layout.addWidget(self.finder)
        layout.addWidget(self._body(), stretch=1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.below)
        row = QHBoxLayout()
        row.addLayout(words, stretch=1)
        row.addWidget(self.export)
        return row

    def _body(self) -> QScrollArea:
        side = QVBoxLayout()
        side.setSpacing(SPACE[2])
        side.addWidget(self.problems)
        side.addWidget(self.coverage)
        side.addStretch()
        aside = QWidget()
        aside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        aside.setMinimumWidth(_SIDE_NARROWEST)
        aside.setMaximumWidth(_SIDE_WIDEST)
        inside = QWidget()
        inside.setProperty("kind", "clear")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, SPACE[0], 0)
        row.setSpacing(SPACE[2] + 2)
        row.addWidget(self.groups, stretch=16)
        row.addWidget(aside, stretch=5)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(inside)
        return self.area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards grow with the window."""
        super().resizeEvent(event)
        self.groups.fit(self.area.viewport().height())

    def refresh(self) -> None:
        """Show the plan as it is now."""
        workbench = self.context.workbench
        portfolio = workbench.read(overviews.portfolio, date.today())
        self._show_head(portfolio)
        self._show_groups(portfolio)
        self.problems.show_concerns(portfolio.concerns)
        first = portfolio.coverage[0].code.partition(".")[0] if portfolio.coverage else ""
        document = portfolio.sources[first].number if first in portfolio.sources else first
        self.coverage.show_parts(portfolio.coverage, document)

    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        self.export.setText(self.context.language.say("overview.export"))
        self.finder.retranslate()
        if self.context.workbench.is_open:
            self.mark_stale()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.export.setIcon(icon("export", self.context.themes.current.on_accent))
        if self.context.workbench.is_open:
            self.mark_stale()

    def crumb(self) -> str:
        """Return nothing: the overview is the plan itself."""
        return ""

    def seek(self) -> None:
        """Open the line that finds an initiative by what its card says."""
        self.finder.open()

    def hear(self, changes: Changes, initiator: QObject | None) -> None:  # noqa: ARG002
        """Take in any step of work: each moves the time of the last change."""
        self.mark_stale()

    def _show_head(self, portfolio: Portfolio) -> None:
        language, method = self.context.language, self.context.workbench.method
        glances = portfolio.glances
        self.title.setText(language.say("overview.title", groups=len(method.bases)))
        numbers = {glance.initiative.cycle for glance in glances} or {1}
        cycles = "overview.cycle" if min(numbers) == max(numbers) else "overview.cycles"
        done = sum(glance.answers_done for glance in glances)
        measures = sum(sum(glance.cells.values()) for glance in glances)
        filled, cells = sum(len(glance.cells) for glance in glances), len(glances) * len(method.cells)
        said = (
            language.say(cycles, first=min(numbers), last=max(numbers)),
            language.say("overview.all_answered", done=done, total=len(glances) * len(method.questions)),
            language.say("overview.all_placed", measures=measures, filled=filled, cells=cells),
            self._last_change(portfolio.changed),
        )
        self.below.setText(" · ".join(said))

    def _last_change(self, moment: str) -> str:
        language = self.context.language
        if not moment:
            return language.say("overview.never_changed")
        local = datetime.fromisoformat(moment)
        day, time = local.astimezone().date(), language.clock(local)[:5]
        if day == date.today():
            return language.say("overview.changed_today", time=time)
        return language.say("overview.changed_on", day=language.day(day), time=time)

    def _show_groups(self, portfolio: Portfolio) -> None:
        language, theme = self.context.language, self.context.themes.current
        method = self.context.workbench.method
        by_group: dict[str, list[Glance]] = {}
        for glance in portfolio.glances:
            by_group.setdefault(glance.initiative.group, []).append(glance)
        for gone in self.cards.keys() - {glance.initiative.id for glance in portfolio.glances}:
            self.cards.pop(gone).deleteLater()
        columns = []
        for code in dict.fromkeys(basis.group for basis in method.bases.values()):
            glances = sorted(by_group.get(code, []), key=lambda one: method.bases[one.initiative.basis].number)
            bases = [basis.group_code for basis in method.bases.values() if basis.group == code]
            head = self.groups.head(code)
            head.dot.show_colour(theme.group(code))
            name = language.pick(method.groups[code].text).removeprefix(language.say("overview.group_begins"))
            head.name.setText(name[:1].upper() + name[1:])
            counted = "overview.group" if len(glances) == len(bases) else "overview.group_more"
            head.bases.setText(language.say(counted, first=bases[0], last=bases[-1], initiatives=len(glances)))
            columns.append([self._card(glance, portfolio) for glance in glances])
        self.groups.show_cards(columns)
        self.groups.fit(self.area.viewport().height())

    def _card(self, glance: Glance, portfolio: Portfolio) -> InitiativeCard:
        one, method = glance.initiative, self.context.workbench.method
        card = self.cards.get(one.id)
        if card is None:
            card = self.cards[one.id] = InitiativeCard(self.context)
            card.pressed.connect(lambda: self._go("sot", one))
            card.matrix_wanted.connect(lambda: self._go("matrix", one))
        questions = dict.fromkeys(method.steps, 0)
        for question in method.questions.values():
            questions[question.step] += 1
        actor = portfolio.actors.get(one.lead)
        lead = self.context.language.pick(actor.short) if actor else one.lead
        card.show_glance(glance, method.bases[one.basis], lead, questions)
        return card

    def _go(self, page: str, one: Initiative) -> None:
        self.context.selection.choose(one.id)
        self.context.navigator.go(page, one.code)

    @Slot(str)
    def _on_words_typed(self, words: str) -> None:
        """Show the first card that has the words."""
        self._show_found(self._first(words, 0) if words else None)
        self.finder.say_none(is_none=bool(words) and self._found is None)

    @Slot(str)
    def _on_next_wanted(self, words: str) -> None:
        shown = self.groups.shown
        self._show_found(self._first(words, shown.index(self._found) + 1 if self._found in shown else 0))
        self.finder.say_none(is_none=self._found is None)

    @Slot()
    def _on_finder_closed(self) -> None:
        """Let the keys go to the card that was found: Enter opens it."""
        found = self._found
        self._show_found(None)
        (found or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self, words: str, start: int) -> InitiativeCard | None:
        """Return the first card from a place on, and then from the beginning, that has every one of the words."""
        wanted = fold(words).split()
        shown = self.groups.shown
        return next((one for one in shown[start:] + shown[:start] if all(word in one.folded for word in wanted)), None)

    def _show_found(self, card: InitiativeCard | None) -> None:
        if self._found is not None and self._found in self.groups.shown:
            set_look(self._found, "active", False)
        self._found = card
        if card is not None:
            set_look(card, "active", True)
            self.area.ensureWidgetVisible(card)

    def _on_export_clicked(self) -> None:
        action = self.window().findChild(QAction, "action.export")
        if action is not None:
            action.trigger()
