"""The dialog that writes documents: which, of what, in which language, where to."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from views.context import Context


class ExportDialog(QDialog):
    """Writes initiative sheets, with progress and cancel."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
