"""The sheet that finds words in the answers and replaces them, in one initiative or in all, as one step of work."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListView, QPushButton, QWidget

from models.editing import answers
from models.errors import ConflictError, UserError
from models.reading import finding
from models.reading.finding import Found
from sot_wizard.card.sheet import Sheet
from sot_wizard.replacing.drawing import HitDelegate
from sot_wizard.replacing.hits import Hits
from views.context import Context
from views.layouts.flow import FlowLayout
from views.parts.labels import PlainLabel
from views.parts.tick_box import TickBox
from views.theme import SPACE

_WIDTH, _HEIGHT = 820, 560
_REST_MS = 150
_OPTIONS = ("every", "case", "accents", "whole")


class ReplaceSheet(Sheet):
    """Every place is shown before and after; those in closed cycles with a lock. Found off the window's thread."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page, "sot.replace")
        self._context = context
        self._looks = 0
        self.box, self.words = QLineEdit(), QLineEdit()
        self.box.setObjectName("sot.replace.find")
        self.words.setObjectName("sot.replace.words")
        self.box.textChanged.connect(self._wait)
        self.words.textChanged.connect(self._show_counts)
        self.options = {name: TickBox("") for name in _OPTIONS}
        for name, option in self.options.items():
            option.setObjectName(f"sot.replace.{name}")
            option.toggled.connect(self._wait)
        self.hits = Hits(self)
        self.hits.ticked.connect(self._show_counts)
        self.list = QListView()
        self.list.setObjectName("sot.replace.list")
        self.list.setProperty("kind", "popup")
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.hits)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = HitDelegate(context, self.hits, self.list)
        self.list.setItemDelegate(self._delegate)
        self.counts = PlainLabel(role="muted", wraps=True)
        self.counts.setObjectName("sot.replace.counts")
        self.all = QPushButton()
        self.all.setObjectName("sot.replace.all")
        self.all.clicked.connect(lambda: self.hits.tick_all(is_ticked=self.hits.count() == 0))
        self.replace = QPushButton()
        self.replace.setObjectName("sot.replace.go")
        self.replace.setProperty("kind", "primary")
        self.replace.clicked.connect(self._replace)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        self._lay_out()
        self.options["accents"].setChecked(True)
        context.workbench.changed.connect(self._wait_if_open)
        context.selection.changed.connect(self._wait_if_open)
        context.workbench.closed.connect(self.close_sheet)

    def open(self, words: str = "") -> None:
        """Come up, looking for `words` if there are any, or else for what was looked for last."""
        self._context.workbench.commit()
        if words:
            self.box.setText(words)
        self.retranslate()
        self.recolour()
        self.open_sheet(_WIDTH, _HEIGHT)
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._look()

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.heading.setText(say("replacing.heading"))
        self.dismiss.setAccessibleName(say("window.dismiss"))
        for box, key in ((self.box, "replacing.find"), (self.words, "replacing.words")):
            box.setPlaceholderText(say(key))
            box.setAccessibleName(say(key))
        for name, option in self.options.items():
            option.setText(say(f"replacing.{name}"))
            option.setAccessibleName(say(f"replacing.{name}"))
            option.updateGeometry()
        self.list.setAccessibleName(say("replacing.list"))
        self._show_counts()

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for option in self.options.values():
            option.recolour(self._context.themes.current)
        self.list.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from line to line by Enter: what to find, what to put there, the places."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.box.hasFocus():
            self.words.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        boxes = QGridLayout()
        boxes.setSpacing(SPACE[1])
        boxes.addWidget(self.box, 0, 0)
        boxes.addWidget(self.words, 0, 1)
        options = QWidget()
        flow = FlowLayout(options, spacing=SPACE[2])
        for option in self.options.values():
            flow.addWidget(option)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE[1])
        foot.addWidget(self.counts, stretch=1)
        foot.addWidget(self.all)
        foot.addWidget(self.replace)
        self.content.addLayout(boxes)
        self.content.addWidget(options)
        self.content.addWidget(self.list, stretch=1)
        self.content.addLayout(foot)

    def _wait(self) -> None:
        self._rest.start()

    @Slot()
    def _wait_if_open(self) -> None:
        if self.isVisible():
            self._rest.start()

    @Slot()
    def _look(self) -> None:
        """Look for the words on another thread; what comes back after the next look has begun is too late."""
        self._rest.stop()
        workbench, wanted = self._context.workbench, self.box.text()
        self._looks += 1
        if not workbench.is_open or not wanted.strip():
            self.hits.show(())
            return
        workbench.settle()
        plan, look = workbench.plan, self._looks
        ids = None if self.options["every"].isChecked() else (self._context.selection.initiative,)
        case, accents, whole = (self.options[name].isChecked() for name in ("case", "accents", "whole"))
        job = self._context.jobs.start(
            lambda _job: plan.read(
                finding.find,
                wanted,
                initiative_ids=ids,
                match_case=case,
                fold_accents=not accents,
                whole_words=whole,
            )
        )
        job.finished.connect(lambda found: self._on_found(look, found))
        job.failed.connect(self._on_failed)

    def _on_found(self, look: int, found: tuple[Found, ...]) -> None:
        if look == self._looks:
            self.hits.show(found)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.hits.show(())
        self._say(error)

    @Slot()
    def _show_counts(self) -> None:
        say, ticked = self._context.language.say, self.hits.count()
        self._delegate.new_words = self.words.text()
        self.list.viewport().update()
        places = len(self.hits.hits)
        answers_found = len({hit.place for hit in self.hits.hits})
        locked = sum(hit.found.is_locked for hit in self.hits.hits)
        if not self.box.text().strip():
            said = say("replacing.hint")
        elif not places:
            said = say("find.none")
        elif locked:
            said = say("replacing.found_locked", places=places, answers=answers_found, locked=locked)
        else:
            said = say("replacing.found", places=places, answers=answers_found)
        self.counts.setText(said)
        self.all.setText(say("replacing.tick_none" if ticked else "replacing.tick_all"))
        self.all.setEnabled(places > locked)
        self.replace.setText(say("replacing.go" if self.words.text() else "replacing.delete", places=ticked))
        self.replace.setEnabled(ticked > 0)

    @Slot()
    def _replace(self) -> None:
        """Replace at the places that are ticked; where an answer has changed meanwhile nothing is replaced at all."""
        workbench, ticked = self._context.workbench, self.hits.count()
        workbench.commit()
        try:
            changes = workbench.edit("answer.replace", answers.replace_words, self.hits.replacements(self.words.text()))
        except UserError as error:
            self._look()
            self._say(error)
            return
        said = self._context.language.say("replacing.done", places=ticked, answers=changes.result)
        self._context.herald.note(said, with_undo=True)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, error: BaseException) -> None:
        if isinstance(error, ConflictError):
            self._context.herald.trouble(self._context.language.say("replacing.conflict"))
        elif isinstance(error, UserError):
            self._context.herald.trouble(error.sentence(self._context.language.code))
        else:
            raise error
