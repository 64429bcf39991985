"""The dialog that writes documents: which, of what, in which language, where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.documents.blocks import Written
from app.documents.order import MANY_PAGES, WHOLE, Order
from app.jobs import Job
from models.errors import UserError
from views.context import Context
from views.export.form import ExportForm
from views.export.outcome import Outcome
from views.theme import SPACE, palette

WIDTH = 620
_OF_SCOPE = ("export.nothing", "export_dialog.one_initiative")


class ExportDialog(QDialog):
    """Writes a document in the background; the window can be read meanwhile, and the work be stopped."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._written = Path()
        self.setObjectName("export.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH)
        self.form = ExportForm(context)
        self.outcome = Outcome(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        layout.setSpacing(SPACE[3])
        layout.addWidget(self.form)
        layout.addWidget(self.outcome, stretch=1)
        self.retranslate()
        self.recolour()
        self.form.changed.connect(self.outcome.clear)
        for name, work in (
            ("start", self.start),
            ("cancel", self.reject),
            ("open", self._on_open),
            ("folder", self._on_folder),
        ):
            self.outcome.buttons[name].clicked.connect(work)
        context.language.changed.connect(self.retranslate)
        context.themes.changed.connect(self.recolour)
        context.workbench.closed.connect(self.close)
        self.form.kind.setFocus()

    @Slot()
    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        self.setWindowTitle(self._context.language.say("export_dialog.title"))
        self.form.retranslate()
        self.outcome.retranslate()

    @Slot()
    def recolour(self) -> None:
        """Take on the colours of the theme."""
        self.setPalette(palette(self._context.themes.current))
        self.form.recolour()

    @Slot()
    def start(self) -> None:
        """Write the document in the background, or say why that cannot be."""
        order, plan = self.form.order(), self._context.workbench.plan
        refusal = self._refusal(order)
        self.form.say(refusal, is_of_scope=refusal is not None and refusal.message_id in _OF_SCOPE)
        if refusal is not None:
            self.outcome.clear()
            return
        self.form.remember()
        self.form.place.say(None)
        self.form.setEnabled(False)
        self.outcome.begin()
        self._context.workbench.commit()
        self._written = order.path
        self._job = self._context.jobs.start(lambda job: order.carry_out(plan, job.report))
        self._job.progressed.connect(self.outcome.show_progress)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)

    @Slot()
    def reject(self) -> None:
        """Stop the work that is under way, else close the dialog."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def _refusal(self, order: Order) -> UserError | None:
        """Return why what the form says cannot be done, None when it can be tried."""
        chosen = () if order.initiatives is None else order.initiatives
        if not chosen and order.kind not in WHOLE:
            return UserError("export.nothing")
        if self.form.place.is_empty:
            return UserError("export_dialog.no_path")
        if not order.path.parent.is_dir():
            return UserError("file.no_folder", path=str(order.path.parent))
        try:
            order.refuse_place(self._context.workbench.path)
        except UserError as error:
            return error
        if len(chosen) > 1 and order.path.suffix.lower() != MANY_PAGES:
            return UserError("export_dialog.one_initiative")
        return None

    @Slot(object)
    def _on_finished(self, written: object) -> None:
        assert isinstance(written, Written)
        self._end()
        self.outcome.show_written(str(self._written), written)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        self.outcome.show_failed()
        if not isinstance(error, UserError):
            raise error if isinstance(error, BaseException) else RuntimeError(error)
        self.form.say(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self.outcome.show_stopped()

    def _end(self) -> None:
        self._job = None
        self.form.setEnabled(True)

    @Slot()
    def _on_open(self) -> None:
        self._show(self._written)

    @Slot()
    def _on_folder(self) -> None:
        self._show(self._written.parent)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.form.say(UserError("export_dialog.not_opened", path=str(path)))
