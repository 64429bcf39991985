"""The dialog that writes documents: which, of what, in which language, where to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.documents.blocks import Written
from app.documents.order import MANY_PAGES, WHOLE, Order
from app.jobs import Job
from models.errors import UserError
from views.context import Context
from views.export.form import ExportForm


class ExportDialog(QDialog):
    """Writes a document in the background; the window can be read meanwhile, and the work be stopped."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._written: Path | None = None
        self.setObjectName("export.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.form = ExportForm(context, self)
        self.form.changed.connect(self._on_form_changed)
        self.form.browse.clicked.connect(self._on_browse)
        self.form.start.clicked.connect(self.start)
        self.form.cancel.clicked.connect(self.reject)
        self.form.open_file.clicked.connect(lambda: self._show_file(self._written))
        self.form.open_folder.clicked.connect(lambda: self._show_file(self._written and self._written.parent))
        context.language.changed.connect(self.retranslate)
        context.themes.changed.connect(self.form.recolour)
        context.workbench.closed.connect(self.close)
        self.retranslate()
        self.form.recolour()
        self.form.kind.setFocus()

    @Slot()
    def retranslate(self) -> None:
        """Show every word in the language of the window."""
        self.setWindowTitle(self._context.language.say("export_dialog.title"))
        self.form.retranslate()

    @Slot()
    def start(self) -> None:
        """Write the document in the background."""
        refusal = self._refusal()
        self.form.show_refusal(refusal, is_of_scope=refusal is not None and refusal.message_id in _OF_SCOPE)
        if refusal is not None:
            return
        order, plan = self._order(), self._context.workbench.plan
        self.form.remember()
        self.form.begin()
        job = self._context.jobs.start(lambda job: order.carry_out(plan, job.report))
        job.progressed.connect(self.form.show_progress)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._job = job

    def reject(self) -> None:
        """Stop the work that is under way, else close the dialog."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def _order(self) -> Order:
        form = self.form
        is_whole = form.kind_chosen() in WHOLE
        return Order(
            form.kind_chosen(),
            form.place(),
            None if is_whole else form.initiatives_chosen(),
            form.language_chosen(),
            date.today(),
        )

    def _refusal(self) -> UserError | None:
        """Return why what the form says cannot be done, None when it can be tried."""
        order = self._order()
        chosen = len(order.initiatives or ())
        if not self.form.path.text().strip():
            return UserError("export_dialog.no_path")
        if not order.path.parent.is_dir():
            return UserError("file.no_folder", path=str(order.path.parent))
        if order.kind not in WHOLE and not chosen:
            return UserError("export.nothing")
        if order.kind not in WHOLE and chosen > 1 and order.path.suffix.lower() != MANY_PAGES:
            return UserError("export_dialog.one_initiative")
        try:
            order.refuse_place(self._context.workbench.path)
        except UserError as error:
            return error
        return None

    @Slot()
    def _on_form_changed(self) -> None:
        self._written = None

    @Slot()
    def _on_browse(self) -> None:
        suffix = self.form.suffix_chosen()
        name, _filter = QFileDialog.getSaveFileName(
            self,
            self._context.language.say("export_dialog.browse"),
            str(self.form.place()),
            f"{suffix[1:].upper()} (*{suffix})",
        )
        if name:
            self.form.show_place(Path(name))

    @Slot(object)
    def _on_finished(self, written: object) -> None:
        assert isinstance(written, Written)
        self._job = None
        self._written = self.form.place()
        self.form.end()
        self.form.show_written(written)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._job = None
        self.form.end()
        if not isinstance(error, UserError):
            raise error if isinstance(error, BaseException) else RuntimeError(error)
        self.form.show_refusal(error, is_of_scope=False)

    @Slot()
    def _on_cancelled(self) -> None:
        self._job = None
        self.form.end()
        self.form.say_outcome("export_dialog.stopped")

    def _show_file(self, path: Path | None) -> None:
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.form.show_refusal(UserError("export_dialog.not_opened", path=str(path)), is_of_scope=False)


_OF_SCOPE = ("export.nothing", "export_dialog.one_initiative")
