"""The rail at the left: which initiative, its six steps, and its SOT cycle."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.method import MethodPack
from models.plan import AnswerStatus
from models.reading.desks import CycleSpan, Desk
from views.context import Context
from views.parts.card import Card, Line
from views.parts.initiative_box import InitiativeBox
from views.parts.labels import PlainLabel, tip
from views.theme import BODY, FONT, RADIUS, SMALL, SPACE, STRONG, Theme

WIDTHS = (204, 236, 264)
_BADGE = 28
_SIDE = 10
_TOP, _NARROW_TOP, _NARROW = 9, 6, 200
_STEP_GAP = 11
_LINE = 18
_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class StepButton(QAbstractButton):
    """A letter badge (green when all is done, filled when shown), the step's name and a line on how far it is."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self._line = ""
        self._is_whole = False
        self._theme: Theme | None = None
        self.setObjectName(f"sot.step.{code}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, name: str, line: str, *, is_whole: bool) -> None:
        """Show the step's name and, below it, how far it is; `is_whole` when all its questions are done."""
        self._line, self._is_whole = line, is_whole
        self.setText(name)
        self.setAccessibleName(f"{name}: {line}")
        self.updateGeometry()
        self.update()

    def recolour(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self._theme = theme
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the name needs on its lines."""
        return self._name_height(width) + 16 + 2 * _top(width)

    def sizeHint(self) -> QSize:
        """Return the size at the rail's usual width."""
        return QSize(210, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(140, self.heightForWidth(max(self.width(), 160)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, badge, name and line."""
        if self._theme is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.accent_ground if self.isChecked() else theme.paper if self.underMouse() else theme.card
        painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_badge(painter, theme)
        left = _SIDE + _BADGE + _STEP_GAP
        width = self.width() - left - _SIDE
        height, top = self._name_height(self.width()), _top(self.width())
        painter.setFont(_font(BODY, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRect(left, top - 1, width, height + 2), int(_WRAPS), self.text())
        painter.setFont(_font(SMALL, QFont.Weight.Normal))
        painter.setPen(QColor(theme.muted))
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top + height, width, 16), int(Qt.AlignmentFlag.AlignVCenter), line)

    def _paint_badge(self, painter: QPainter, theme: Theme) -> None:
        if self.isChecked():
            ink, ground = theme.on_accent, theme.accent
        elif self._is_whole:
            ink, ground = theme.done, theme.h_ground
        else:
            ink, ground = theme.muted, theme.paper
        box = QRectF(_SIDE, (self.height() - _BADGE) / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen if ground != theme.paper else QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setFont(_font(STRONG, QFont.Weight.Bold))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.code)

    def _name_height(self, width: int) -> int:
        room = QRect(0, 0, max(60, width - _BADGE - _STEP_GAP - 2 * _SIDE), 1000)
        bounds = QFontMetrics(_font(BODY, QFont.Weight.DemiBold)).boundingRect(room, int(_WRAPS), self.text())
        return max(_LINE, bounds.height())


class Rail(Card):
    """`step_chosen(code)` carries a step, `initiative_picked(id)` an initiative, `cycle_wanted(opens)` a cycle."""

    step_chosen = Signal(str)
    initiative_picked = Signal(str)
    cycle_wanted = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=SPACE[2])
        self._context = context
        self._desk: Desk | None = None
        self.steps: dict[str, StepButton] = {}
        self.box = InitiativeBox(context)
        self.box.setObjectName("sot.initiative")
        self.box.picked.connect(self.initiative_picked)
        self.title = PlainLabel(role="strong", wraps=True)
        self._group = QButtonGroup(self)
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        self.line = Line()
        self.cycle = PlainLabel(role="muted", wraps=True)
        self.cycle.setObjectName("sot.cycle")
        self.turn = QPushButton()
        self.turn.setObjectName("sot.cycle.turn")
        self.turn.setProperty("kind", "link")
        self.turn.clicked.connect(lambda: self.cycle_wanted.emit(self._is_closed()))
        self.body.addWidget(self.box)
        self.body.addWidget(self.title)
        self.title.setContentsMargins(SPACE[1], 0, 0, 0)
        self.body.addSpacing(SPACE[0])
        self.body.addLayout(self._places)
        self.body.addSpacing(SPACE[0])
        self.body.addWidget(self.line)
        self.body.addWidget(self.cycle)
        self.body.addWidget(self.turn)
        self.cycle.setContentsMargins(SPACE[1], SPACE[0], 0, 0)
        self.body.addStretch()

    def make_steps(self, method: MethodPack) -> None:
        """Make a button for each step of the method."""
        for old in self.steps.values():
            self._group.removeButton(old)
            old.deleteLater()
        self.steps = {code: StepButton(code) for code in method.steps}
        for code, button in self.steps.items():
            button.clicked.connect(lambda _checked=False, code=code: self.step_chosen.emit(code))
            self._group.addButton(button)
            self._places.addWidget(button)

    def show_desk(self, desk: Desk) -> None:
        """Show an initiative, how far its steps are, and its cycle."""
        self._desk = desk
        language, method = self._context.language, self._context.workbench.method
        one = desk.initiative
        self.box.show_all(desk.initiatives, one.id)
        self.box.setAccessibleName(language.say("sot.initiative"))
        self.title.setText(language.pick(one.title))
        for number, (code, button) in enumerate(self.steps.items(), start=1):
            name = language.say("sot.step", number=number, name=language.pick(method.steps[code].short))
            codes = tuple(question.code for question in method.questions.values() if question.step == code)
            tally = desk.tally(codes)
            done = tally[AnswerStatus.DONE]
            if done == len(codes):
                line = language.say("sot.all_done", total=len(codes))
            elif tally[AnswerStatus.DISCUSS]:
                line = language.say("sot.some_open", done=done, total=len(codes), open=tally[AnswerStatus.DISCUSS])
            else:
                line = language.say("sot.some_done", done=done, total=len(codes))
            button.show_state(name, line, is_whole=done == len(codes))
        self._show_cycle(desk)

    def show_step(self, code: str) -> None:
        """Check the button of the step that is shown."""
        self.steps[code].setChecked(True)

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        if self._desk is not None and self._context.workbench.is_open:
            self.show_desk(self._desk)

    def recolour(self) -> None:
        """Take on the colours of the theme."""
        for button in self.steps.values():
            button.recolour(self._context.themes.current)
        self.box.update()

    def _is_closed(self) -> bool:
        return self._desk is not None and self._desk.is_closed

    def _show_cycle(self, desk: Desk) -> None:
        language = self._context.language
        last = desk.cycles[-1]
        lines = [language.say("sot.cycle_open", number=last.number, day=language.day_of(last.opened))]
        if last.closed:
            lines = [self._closed(last)]
        lines += [self._closed(before) for before in reversed(desk.cycles[:-1])][:2]
        self.cycle.setText("\n".join(lines))
        key = "sot.start_cycle" if last.closed else "sot.close_cycle"
        self.turn.setText(language.say(key, number=last.number + 1 if last.closed else last.number))
        self.turn.setToolTip(tip(language.say("sot.start_tip" if last.closed else "sot.close_tip")))
        self.turn.setEnabled(self._context.workbench.plan.is_writable)

    def _closed(self, span: CycleSpan) -> str:
        language = self._context.language
        return language.say("sot.cycle_closed", number=span.number, day=language.day_of(span.closed))


def _top(width: int) -> int:
    return _NARROW_TOP if width < _NARROW else _TOP


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(FONT)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
