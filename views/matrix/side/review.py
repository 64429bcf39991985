"""The notice of a measure that waits for a review: what the answer said then and says now, and the confirmation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models import wording
from models.reading.origins import Origin
from models.wording import Kind, Piece
from views.context import Context
from views.drawn.review_sign import SIDE, review_icon
from views.parts.labels import PlainLabel, set_look
from views.parts.marked_text import MarkedText
from views.theme import SPACE

KEYS = "Ctrl+R"
_CONTEXT = 40
"""Characters left on either side of a change where much in between is the same."""


class _Compared(QWidget):
    """One answer: what it said, with what went marked, and what it says, with what has come marked."""

    pressed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._code = ""
        self.go = QPushButton()
        set_look(self.go, "kind", "link")
        self.go.clicked.connect(lambda: self.pressed.emit(self._code))
        self.heads = {key: PlainLabel(role="caps") for key in ("then", "now")}
        self.texts = {key: MarkedText() for key in ("then", "now")}
        self.stands = PlainLabel(role="label", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for key in ("then", "now"):
            column.addWidget(self.heads[key])
            column.addWidget(self.texts[key])
        column.addWidget(self.stands)
        column.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_origin(self, one: Origin) -> None:
        """Show an answer that has changed."""
        say, theme = self._context.language.say, self._context.themes.current
        self._code = one.question
        self.go.setObjectName(f"matrix.review.{one.question}")
        self.go.setText(say("matrix.open_answer", question=one.question))
        still = one.passage is not None and one.passage.is_exact
        now = one.now_there if one.words else one.now
        self.stands.setText(say("matrix.words_stand", text=one.words) if still else say("matrix.answer_empty"))
        self.stands.setVisible(still or not now)
        marks = wording.marks(one.then, now)
        shown: dict[str, Kind] = {"then": "gone", "now": "come"}
        for key, kind in shown.items():
            is_there = not still and bool(one.then if key == "then" else now)
            self.heads[key].setText(say(f"matrix.said_{key}", question=one.question))
            self.heads[key].setVisible(is_there)
            self.texts[key].setVisible(is_there)
            self.texts[key].setObjectName(f"matrix.said.{key}.{one.question}")
            self.texts[key].setAccessibleName(f"{self.heads[key].text()}: {one.then if key == 'then' else now}")
            self.texts[key].show_pieces(tuple(_brief(marks, kind)), theme)


class ReviewNotice(QFrame):
    """`confirmed` follows the button or its key; `answer_pressed(question)` asks for an answer."""

    confirmed = Signal()
    answer_pressed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._compared: list[_Compared] = []
        self.setObjectName("matrix.review")
        self.setProperty("kind", "notice")
        self._sign = PlainLabel()
        self.sentence = PlainLabel(role="label", wraps=True)
        self.confirm = QPushButton()
        self.confirm.setObjectName("matrix.confirm")
        self.confirm.clicked.connect(self.confirmed)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self.confirmed)
        head = QHBoxLayout()
        head.setSpacing(SPACE[1] - 2)
        head.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, stretch=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE[2] - 2, SPACE[1], SPACE[2] - 2, SPACE[1])
        self._column.setSpacing(SPACE[1] - 2)
        self._column.addLayout(head)
        self._column.addWidget(self.confirm, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_origins(self, origins: Sequence[Origin]) -> None:
        """Show the answers that have changed since the measure was drawn from them; hide when there are none."""
        changed = [one for one in origins if one.needs_review]
        self.setVisible(bool(changed))
        while len(self._compared) < len(changed):
            made = _Compared(self._context)
            made.pressed.connect(self.answer_pressed)
            self._column.insertWidget(1 + len(self._compared), made)
            self._compared.append(made)
        for number, compared in enumerate(self._compared):
            compared.setVisible(number < len(changed))
            if number < len(changed):
                compared.show_origin(changed[number])
        theme = self._context.themes.current
        self._sign.setPixmap(review_icon(theme.doing).pixmap(SIDE, SIDE))
        self._sign.setContentsMargins(0, 3, 0, 0)
        questions = ", ".join(one.question for one in changed)
        self.sentence.setText(self._context.language.say("matrix.review", questions=questions))

    def retranslate(self) -> None:
        """Show the words in the language of the window."""
        self.confirm.setText(self._context.language.say("matrix.confirm"))
        self.confirm.setToolTip(KEYS)


def _brief(marks: Sequence[Piece], kind: Kind) -> Iterator[Piece]:
    """Go through what is the same and what is of a kind; long runs that are the same are cut in their middle."""
    kept = [piece for piece in marks if piece.kind in ("same", kind)]
    for number, piece in enumerate(kept):
        text = piece.text
        before = _CONTEXT if number else 0
        after = _CONTEXT if number < len(kept) - 1 else 0
        is_long = piece.kind == "same" and len(kept) > 1 and len(text) > before + after + 2 * _CONTEXT
        if not is_long:
            yield piece
            continue
        start = text[:before].rpartition(" ")[0] if before else ""
        end = text[len(text) - after :].partition(" ")[2] if after else ""
        cut = f"{start} … {end}"
        yield Piece("same", cut if number else cut.lstrip())
