"""The foot below the questions: the step before, leave for later, the next step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from views.context import Context
from views.parts.labels import tip
from views.theme import SPACE


class _StepLink(QPushButton):
    """Names a step whole where there is room, else by its number alone: no name of a step makes the window wider."""

    def __init__(self) -> None:
        super().__init__()
        self._whole, self._short = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_step(self, whole: str, short: str) -> None:
        """Show a step by one of its two names."""
        self._whole, self._short = whole, short
        self.updateGeometry()
        self._choose()

    def sizeHint(self) -> QSize:
        """Return the size with the whole name."""
        return self._size_with(self._whole)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the number alone."""
        return self._size_with(self._short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the name for which there is room."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        is_whole = self.width() >= self.sizeHint().width()
        self.setText(self._whole if is_whole else self._short)
        self.setToolTip("" if is_whole else tip(self._whole))

    def _size_with(self, text: str) -> QSize:
        width = self.fontMetrics().horizontalAdvance
        return super().sizeHint() + QSize(width(text) - width(self.text()), 0)


class Foot(QWidget):
    """`step_wanted(code)` carries the step to go to, `later_wanted` marks the question to be discussed and goes on."""

    step_wanted = Signal(str)
    later_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._step = ""
        self.before, self.later, self.after = _StepLink(), QPushButton(), _StepLink()
        self.before.setObjectName("sot.before")
        self.later.setObjectName("sot.later")
        self.after.setObjectName("sot.after")
        self.after.setProperty("kind", "primary")
        self.before.clicked.connect(lambda: self._go(-1))
        self.later.clicked.connect(self.later_wanted)
        self.after.clicked.connect(lambda: self._go(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.before)
        row.addStretch()
        row.addWidget(self.later)
        row.addWidget(self.after)

    def show_step(self, code: str, *, is_locked: bool) -> None:
        """Show where the step `code` leads."""
        self._step = code
        say = self._context.language.say
        for button, by, key, sign in ((self.before, -1, "sot.before", "← {}"), (self.after, 1, "sot.after", "{} →")):
            other = self._other(by)
            button.setVisible(bool(other))
            if other:
                step = self._context.workbench.method.steps[other]
                name = say("sot.step_short", number=step.number, name=self._context.language.pick(step.short))
                short = say("sot.step_number", number=step.number)
                button.show_step(sign.format(name), sign.format(short))
                button.setAccessibleName(say(key, step=name))
        self.later.setText(say("sot.later"))
        self.later.setToolTip(tip(say("sot.later_tip")))
        self.later.setEnabled(not is_locked)

    def _other(self, by: int) -> str:
        codes = list(self._context.workbench.method.steps)
        place = codes.index(self._step) + by
        return codes[place] if 0 <= place < len(codes) else ""

    def _go(self, by: int) -> None:
        if other := self._other(by):
            self.step_wanted.emit(other)
