"""Initiatives beyond the one that is shown: a new one for a basis, and those that were put away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.editing import initiatives
from models.method import Bilingual
from models.plan import Initiative
from models.reading import initiatives as reading
from models.reading.desks import Desk
from models.text import one_line
from sot_wizard.deeds import do, tell
from views.context import Context
from views.forms.chevron import ListBox
from views.parts.card import Line
from views.parts.labels import PlainLabel
from views.theme import SPACE

_LONGEST = 60


class AddForm(QWidget):
    """The basis that the new initiative belongs to, and its title; Enter adds it, Esc leaves; `left` follows both."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.basis = ListBox()
        self.basis.setObjectName("sot.add.basis")
        self.basis.setSizeAdjustPolicy(ListBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.title = QLineEdit()
        self.title.setObjectName("sot.add.title")
        self.title.returnPressed.connect(self._add)
        self.add = QPushButton()
        self.add.setObjectName("sot.add.done")
        self.add.setProperty("kind", "primary")
        self.add.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE[1])
        column.setSpacing(SPACE[1])
        for widget in (self.basis, self.title):
            column.addWidget(widget)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def begin(self, basis: str) -> None:
        """Offer the bases, with one of them chosen."""
        pick = self._context.language.pick
        self.basis.clear()
        for one in self._context.workbench.method.bases.values():
            self.basis.addItem(f"{one.code} – {one.group_code}  {one_line(pick(one.text), _LONGEST)}", one.code)
        self.basis.setCurrentIndex(self.basis.findData(basis))
        self.title.clear()
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.basis.setAccessibleName(say("heading.add_basis"))
        self.title.setPlaceholderText(say("heading.add_title"))
        self.title.setAccessibleName(say("heading.add_title"))
        self.add.setText(say("heading.add_now"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _add(self) -> None:
        basis, title = self.basis.currentData(), " ".join(self.title.text().split())
        done = do(self._context, "initiative.add", initiatives.add, basis, Bilingual(title, ""))
        if done is not None:
            self.left.emit()
            code = self._context.workbench.read(reading.codes)[str(done.result)]
            self._context.navigator.go("sot", code)
            tell(self._context, done, code)


class Shelf(QWidget):
    """Two things that unfold: a form for a new initiative, and the list of those that were put away."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self.add, self.away = _fold("sot.heading.add"), _fold("sot.heading.archived")
        self.form = AddForm(context)
        self.list = QWidget()
        self.rows = QVBoxLayout(self.list)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(SPACE[0])
        self.list.hide()
        self.add.toggled.connect(self._on_add_toggled)
        self.form.left.connect(self._on_left)
        self.away.toggled.connect(self.list.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[1], 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(Line())
        for fold, inside in ((self.add, self.form), (self.away, self.list)):
            column.addWidget(fold, alignment=Qt.AlignmentFlag.AlignLeft)
            column.addWidget(inside)

    def show_desk(self, desk: Desk) -> None:
        """Show the initiatives that were put away."""
        self._desk = desk
        archived = self._context.workbench.read(reading.every, archived=True)
        self.away.setText(self._context.language.say("heading.archived", count=len(archived)))
        self.away.setVisible(bool(archived))
        if not archived:
            self.away.setChecked(False)
        while (item := self.rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for one in archived:
            self.rows.addWidget(self._row(one))

    def retranslate(self) -> None:
        """Show the words in the language of the window; the list follows with the initiative."""
        self.add.setText(self._context.language.say("heading.add"))
        self.form.retranslate()

    def _row(self, one: Initiative) -> QWidget:
        language = self._context.language
        row = QWidget()
        title = PlainLabel(f"{one.code}  {language.pick(one.title)}", "label", wraps=True)
        button = QPushButton(language.say("heading.restore"))
        button.setObjectName(f"sot.restore.{one.code}")
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{button.text()}: {title.text()}")
        button.clicked.connect(lambda: self._restore(one))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(title, stretch=1)
        line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _restore(self, one: Initiative) -> None:
        tell(self._context, do(self._context, "initiative.restore", initiatives.restore, one.id), one.code)

    @Slot(bool)
    def _on_add_toggled(self, is_open: bool) -> None:
        if is_open and self._desk is not None:
            self.form.begin(self._desk.initiative.basis)
        else:
            self.form.hide()

    @Slot()
    def _on_left(self) -> None:
        self.add.setChecked(False)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _fold(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("kind", "link")
    button.setCheckable(True)
    return button
