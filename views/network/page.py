"""The network page."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from models.plan import Changes, DependencyKind
from models.reading import initiatives
from views.context import Context
from views.icons import icon
from views.layouts.side import Side
from views.network.card_inspector import CardInspector
from views.network.circles_card import CirclesCard
from views.network.finding import CardFinder
from views.network.hand import NetworkHand
from views.network.link_form import LinkForm
from views.network.link_inspector import LinkInspector
from views.network.looks import Legend
from views.network.picture import Picture
from views.network.view import NetworkView
from views.page import Page
from views.parts.card import Card
from views.parts.labels import PlainLabel, tip
from views.theme import SPACE

if TYPE_CHECKING:
    from models.reading.networks import Web

_READING = "models.reading.networks"
"""The module that loads networkx, which takes a tenth of a second: not before this page is first shown."""
_TOOLS = (("add", "plus"), ("layout", "layout"), ("smaller", ""), ("larger", ""), ("fit", "fit"))


class NetworkPage(Page):
    """How the initiatives depend on one another: the picture, beside it what is selected, and the circles."""

    code = "network"
    tables = frozenset({"initiative", "dependency", "node_position", "measure"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._web: Web | None = None
        self._wanted = ""
        self._is_loading = False
        self._initiator: QObject | None = None
        self.title = PlainLabel(role="heading")
        self.view = NetworkView()
        self.picture = Picture(context, self.view)
        self.hand = NetworkHand(context, self, self.view, self.picture)
        self.legend = Legend(context)
        self.form = LinkForm(context)
        self.hint = Card()
        self.hint_text = PlainLabel(role="muted", wraps=True)
        self.hint.body.addWidget(self.hint_text)
        self.card_inspector = CardInspector(context)
        self.link_inspector = LinkInspector(context)
        self.circles = CirclesCard(context)
        self.tools = {name: QPushButton() for name, _ in _TOOLS}
        self.finder = CardFinder(context.language, self.view, self.picture)
        row = QHBoxLayout(self)
        row.setSpacing(SPACE[3])
        row.addLayout(self._main(), stretch=1)
        row.addWidget(Side((self.form, self.hint, self.card_inspector, self.link_inspector, self.circles)))
        for part in (self.form, self.card_inspector, self.link_inspector):
            part.hide()
        self.setFocusProxy(self.view)
        self._connect()
        context.selection.changed.connect(self._on_selection_changed)
        context.workbench.closed.connect(self._forget)

    def _main(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SPACE[1])
        head.addWidget(self.title)
        head.addStretch()
        for name, tool in self.tools.items():
            tool.setObjectName(f"network.{name}")
            head.addWidget(tool)
        card = Card(margin=SPACE[1])
        card.body.addWidget(self.view, stretch=1)
        card.body.addWidget(self.legend)
        column = QVBoxLayout()
        column.setSpacing(SPACE[2])
        column.addLayout(head)
        column.addWidget(self.finder)
        column.addWidget(card, stretch=1)
        return column

    def _connect(self) -> None:
        view, link = self.view, self.link_inspector
        view.chosen.connect(self._on_chosen)
        view.card_dropped.connect(self.hand.drop)
        view.card_nudged.connect(self.hand.nudge)
        view.link_drawn.connect(self._on_link_drawn)
        view.card_opened.connect(lambda code: self.context.navigator.go("sot", code))
        view.walked.connect(self._on_walked)
        view.addition_wanted.connect(self._open_form)
        view.removal_wanted.connect(self._on_removal_wanted)
        self.card_inspector.opened.connect(view.card_opened)
        self.card_inspector.link_wanted.connect(lambda one: view.choose(self.picture.links.get(one)))
        link.kind_wanted.connect(lambda one, kind: self._on_changed(one, kind=kind))
        link.strength_wanted.connect(lambda one, strength: self._on_changed(one, strength=strength))
        link.why_wanted.connect(lambda one, why: self._on_changed(one, reason=why))
        link.why_left.connect(self.context.workbench.end_typing)
        link.removal_wanted.connect(self._on_removal_wanted)
        self.form.link_wanted.connect(self._on_link_wanted)
        self.form.closed.connect(self._close_form)
        self.circles.show_wanted.connect(self._on_show_wanted)
        self.circles.break_wanted.connect(self.hand.weaken)
        for name, work in (
            ("add", self._open_form),
            ("layout", self._lay_out),
            ("smaller", view.zoom_out),
            ("larger", view.zoom_in),
            ("fit", view.fit),
        ):
            self.tools[name].clicked.connect(lambda _checked=False, work=work: work())

    def refresh(self) -> None:
        """Show the plan as it is now; the first time, when what reads the network has been loaded."""
        if _READING not in sys.modules:
            self._load()
            return
        networks = importlib.import_module(_READING)
        is_first = self._web is None
        self._web = self.context.workbench.read(networks.web)
        self.picture.show(self._web)
        self.form.show_initiatives(self._web.initiatives)
        self.circles.show_circles(self._web)
        self.tools["layout"].setEnabled(bool(self._web.places))
        if is_first:
            self.view.fit()
        if self._wanted:
            self._show_place()
        elif is_first:
            self.view.choose(self.picture.first(self.context.selection.initiative, self._web))
        self._show_chosen()

    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        say = self.context.language.say
        self.title.setText(say("window.nav.network"))
        for name, tool in self.tools.items():
            text = say(f"network.{name}")
            tool.setText({"smaller": "−", "larger": "+", "fit": ""}.get(name, text))
            tool.setAccessibleName(text)
            tool.setToolTip(tip(say(f"network.{name}_tip")))
        self.view.setAccessibleName(say("network.view"))
        self.hint_text.setText(say("network.hint"))
        for part in (self.form, self.link_inspector, self.finder):
            part.retranslate()
        self.legend.refresh()
        if self._web is not None:
            self.mark_stale()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        theme = self.context.themes.current
        self.view.take_on(theme)
        for name, symbol in _TOOLS:
            if symbol:
                self.tools[name].setIcon(icon(symbol, theme.ink))
        self.legend.refresh()
        if self._web is not None:
            self.mark_stale()

    def go_to(self, place: str) -> None:
        """Show an initiative (SOI5) or a link (SOI4 → SOI5)."""
        self._wanted = place
        if self._web is not None:
            self._show_place()

    def commit(self) -> None:
        """Write what is still in the reason of a link."""
        self.link_inspector.why.commit()

    def seek(self) -> None:
        """Open the line that finds a card by its code or title."""
        self.finder.open()

    def hear(self, changes: Changes, initiator: QObject | None) -> None:
        """Take in a step of work; its own as well, but for the editor that made it and the card that was moved."""
        if initiator is self.view:
            self.tools["layout"].setEnabled(True)
            return
        self._initiator = initiator
        super().hear(changes, None)
        self._initiator = None

    def _load(self) -> None:
        if self._is_loading:
            return
        self._is_loading = True
        job = self.context.jobs.start(lambda _job: importlib.import_module(_READING))
        job.finished.connect(self._on_loaded)

    @Slot(object)
    def _on_loaded(self, _module: object) -> None:
        self._is_loading = False
        if self.context.workbench.is_open:
            self.mark_stale()

    @Slot()
    def _forget(self) -> None:
        self._web = None
        self._wanted = ""
        self.picture.clear()
        self._close_form()

    def _show_place(self) -> None:
        place, self._wanted = self._wanted, ""
        item = self.picture.at(place)
        if item is not None:
            self.view.choose(item)

    @Slot()
    def _on_chosen(self) -> None:
        self.picture.emphasise(())
        self._show_chosen()
        card = self.view.card()
        if card is not None:
            self.context.selection.choose(card.initiative.id)

    def _show_chosen(self) -> None:
        """Show what is selected at the right, and say it to those who do not see the picture."""
        card, link = self.view.card(), self.view.link()
        if link is None:
            self.link_inspector.leave()
        if card is not None and self._web is not None:
            self.card_inspector.show_card(card.initiative, self._web)
        if link is not None and self._web is not None:
            origin, target = (self.picture.cards[code].initiative for code in (link.link.origin, link.link.to))
            self.link_inspector.show_link(link.link, origin, target, self._initiator)
        asks = self.form.isVisibleTo(self)
        self.card_inspector.setVisible(card is not None and not asks)
        self.link_inspector.setVisible(link is not None and not asks)
        self.hint.setVisible(card is None and link is None and not asks)
        said = f"{card.label} {card.title}" if card else f"{link.link.origin} → {link.link.to}" if link else ""
        self.view.setAccessibleDescription(said)

    @Slot(str)
    def _on_selection_changed(self, initiative: str) -> None:
        for card in self.picture.cards.values():
            if card.initiative.id == initiative and not card.isSelected():
                self.view.choose(card)

    @Slot(int, int)
    def _on_walked(self, right: int, down: int) -> None:
        card = self.picture.neighbour(right, down)
        if card is not None:
            self.view.choose(card)

    def _lay_out(self) -> None:
        self.hand.lay_out()
        self.view.fit()

    @Slot()
    def _on_removal_wanted(self) -> None:
        link = self.view.link()
        if link is not None and self.hand.remove(link.link.id):
            self.view.setFocus()

    def _on_changed(self, link: str, **values: object) -> None:
        """Write what is given of a link, and go on showing the link that it became."""
        editor = self.link_inspector.why if "reason" in values else self.link_inspector
        became = self.hand.change(link, editor, **values)
        if became in self.picture.links and self.view.link() is None:
            self.view.choose(self.picture.links[became])

    @Slot(str, str)
    def _on_link_drawn(self, origin: str, to: str) -> None:
        self.hand.draw(origin, to)
        self.view.choose(self.picture.between(origin, to))

    def _open_form(self) -> None:
        card = self.view.card()
        if self._web is None:
            self.form.show_initiatives(self.context.workbench.read(initiatives.every))
        self.form.show()
        self._show_chosen()
        self.form.begin(card.initiative.id if card else self.context.selection.initiative)

    @Slot()
    def _close_form(self) -> None:
        if self.form.isVisibleTo(self):
            self.form.hide()
            self._show_chosen()
            self.tools["add"].setFocus()

    @Slot(str, str, object, int, str)
    def _on_link_wanted(self, origin: str, to: str, kind: DependencyKind, strength: int, why: str) -> None:
        wrong = self.hand.add(origin, to, kind, strength, why)
        if wrong:
            self.form.complain(wrong)
            return
        self.form.hide()
        self.view.choose(self.picture.of_kind(origin, to, kind))
        self.view.setFocus()

    @Slot(object)
    def _on_show_wanted(self, circle: tuple[str, ...]) -> None:
        self.view.choose(None)
        self.view.fit(circle)
        self.picture.emphasise(circle)
