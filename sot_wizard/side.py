"""What stands beside the answers: what the question stands on, or the fields of the initiative itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.reading.desks import Desk
from sot_wizard.beside import panel
from sot_wizard.beside.panel import ContextPanel
from sot_wizard.centre import COMPARE
from sot_wizard.heading import inspector
from sot_wizard.heading.inspector import HeadingInspector
from views.context import Context


class Side(QWidget):
    """One of the two, or none: two cycles side by side need the room. `left` follows closing the fields."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._form = ""
        self._is_heading = False
        self.panel = ContextPanel(context)
        self.heading = HeadingInspector(context)
        self.heading.hide()
        self.heading.closed.connect(self.turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panel)
        row.addWidget(self.heading)

    def fit(self, size: int) -> None:
        """Take on one of the widths, from the narrowest, 0, to the widest, 2."""
        self.panel.setFixedWidth(panel.WIDTHS[size])
        self.heading.setFixedWidth(inspector.WIDTHS[size])

    def show_desk(self, desk: Desk | None, but: QObject | None = None) -> None:
        """Show an initiative, in its fields too when they are open; `but` is the editor that has made the change."""
        self._desk = desk
        self._show_one()
        if self._is_heading and desk is not None:
            self.heading.show_desk(desk, but)

    @Slot(str)
    def show_form(self, form: str) -> None:
        """Stand beside a form of the answers."""
        self._form = form
        self._show_one()

    @Slot()
    def turn(self) -> None:
        """Open the fields of the initiative, or close them."""
        self._is_heading = not self._is_heading
        self._show_one()
        if self._desk is None:
            return
        if self._is_heading:
            self.heading.show_desk(self._desk)
            self.heading.focus_first()
        else:
            self.heading.commit()
            self.left.emit()

    def _show_one(self) -> None:
        """Hide what goes before what comes is shown: both together could be wider than the window."""
        has_panel = not self._is_heading and self._desk is not None and self._form != COMPARE
        if self._is_heading:
            self.panel.hide()
        self.heading.setVisible(self._is_heading)
        self.panel.setVisible(has_panel)
        self.setVisible(self._is_heading or has_panel)
