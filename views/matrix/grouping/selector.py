"""What the matrix shows, at the left of its heading: an initiative, a direction or factor, initiatives compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.pictures.wording import spaced
from models.method import MethodPack
from models.plan import Initiative
from models.text import one_line
from views.context import Context
from views.forms.chevron import ListBox
from views.matrix.filtering.names import FULL_ROLE, FullName
from views.matrix.grouping.forms import COMPARE, DIRECTION, FACTOR, MOST_COMPARED, TABLES, Forms
from views.parts.initiative_box import InitiativeBox
from views.parts.labels import tip
from views.theme import SPACE

_WIDTH, _LIST_WIDTH, _LONGEST = 92, 380, 70


class Selector(QWidget):
    """`initiative_chosen(id)` follows the first box; `changed` a direction, a factor or what is compared."""

    initiative_chosen = Signal(str)
    changed = Signal()

    def __init__(self, context: Context, forms: Forms) -> None:
        super().__init__()
        self._context = context
        self._forms = forms
        self.initiative = InitiativeBox(context)
        self.initiative.setObjectName("matrix.initiative")
        self.group = ListBox()
        self.group.setObjectName("matrix.group")
        self.group.setFixedWidth(_WIDTH)
        self.group.view().setMinimumWidth(_LIST_WIDTH)
        self.group.setItemDelegate(FullName(self.group))
        self.others = [InitiativeBox(context) for _ in range(MOST_COMPARED - 1)]
        self.third = QPushButton("+")
        self.third.setObjectName("matrix.compare.third")
        self.third.setProperty("kind", "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[0])
        row.addWidget(self.initiative)
        row.addWidget(self.group)
        for number, box in enumerate(self.others, start=2):
            box.setObjectName(f"matrix.compare.{number}")
            box.picked.connect(lambda one, number=number: self._on_other(number - 2, one))
            row.addWidget(box)
        row.addWidget(self.third)
        self.initiative.picked.connect(self.initiative_chosen)
        self.group.activated.connect(self._on_group)
        self.third.clicked.connect(self._on_third)

    def offer(self, method: MethodPack, every: Sequence[Initiative], shown: Initiative) -> None:
        """Offer what can be shown in the form at hand."""
        form = self._forms.form
        is_group, is_compared = form in (DIRECTION, FACTOR), form == COMPARE
        self.initiative.show_all(every, shown.id)
        self.initiative.setVisible(form in TABLES and not is_group)
        self.group.setVisible(is_group)
        if is_group:
            self._offer_groups(method)
        compared = self._forms.compared(every, shown) if is_compared else [shown]
        for box, number in zip(self.others, range(1, MOST_COMPARED), strict=True):
            box.setVisible(number < len(compared))
            if number < len(compared):
                box.show_all(every, compared[number].id)
        self.third.setVisible(is_compared and len(every) > 2)
        self.third.setText("+" if len(compared) < MOST_COMPARED else "−")
        self._every = every

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        say = self._context.language.say
        self.initiative.setAccessibleName(say("matrix.initiative"))
        self.initiative.setToolTip(tip(say("matrix.initiative_keys")))
        self.group.setAccessibleName(say("matrix.group"))
        self.third.setAccessibleName(say("matrix.compare_third"))
        self.third.setToolTip(tip(say("matrix.compare_third")))
        for number, box in enumerate(self.others, start=2):
            box.setAccessibleName(say("matrix.compare_with", number=number))

    def _offer_groups(self, method: MethodPack) -> None:
        is_direction = self._forms.form == DIRECTION
        pick = self._context.language.pick
        offered = method.directions.values() if is_direction else method.key_factors.values()
        with QSignalBlocker(self.group):
            self.group.clear()
            for one in offered:
                self.group.addItem(spaced(one.code), one.number)
                name = one_line(f"{spaced(one.code)}   {pick(one.short)}", _LONGEST)
                self.group.setItemData(self.group.count() - 1, name, FULL_ROLE)
            self.group.setCurrentIndex(self.group.findData(self._forms.kfa if is_direction else self._forms.kf))

    def _on_group(self) -> None:
        if self._forms.form == DIRECTION:
            self._forms.kfa = self.group.currentData()
        else:
            self._forms.kf = self.group.currentData()
        self.changed.emit()

    def _on_other(self, number: int, initiative: str) -> None:
        self._forms.others[number] = initiative
        self.changed.emit()

    def _on_third(self) -> None:
        """Compare with one more, or with one less."""
        forms = self._forms
        if len(forms.others) == MOST_COMPARED - 1:
            forms.others = forms.others[:1]
        else:
            taken = {self.initiative.currentData(), *forms.others}
            forms.others += [one.id for one in self._every if one.id not in taken][:1]
        self.changed.emit()
