"""Writing what the fields of a measure ask for: what is typed on the writer's thread, what is chosen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.editing import measures
from models.editing.measures import NO_COST, NO_DAY, MeasureFields
from models.errors import UserError
from models.plan import Measure, MeasureStatus
from views.context import Context
from views.forms.fields import TextField
from views.forms.line_editor import LineEditor
from views.parts.inspector import InspectorForm


class FieldWriter:
    """Each field is a step of work by itself; what is typed into one without leaving it is one step."""

    def __init__(self, context: Context, form: InspectorForm) -> None:
        self._context = context
        self._form = form
        self.measure: Measure | None = None
        form.value_wanted.connect(self._on_value_wanted)
        form.refused.connect(self._refuse)
        form.left.connect(context.workbench.end_typing)

    def _on_value_wanted(self, key: str, value: object) -> None:
        if self.measure is None:
            return
        editor = self._form.fields[key].editor
        given = MeasureFields(**{key: _written(key, value)})
        if isinstance(editor, TextField | LineEditor):
            self._write_soon(key, editor, self.measure.id, given)
            return
        try:
            self._context.workbench.edit("measure.change", measures.change, self.measure.id, given, initiator=editor)
        except UserError as error:
            self._refuse(key, error)
        else:
            self._form.fields[key].complain(None, "")

    def _write_soon(self, key: str, editor: TextField | LineEditor, measure_id: str, given: MeasureFields) -> None:
        def told(error: UserError | None) -> None:
            editor.keeper.set_writing(False)
            if self.measure is None or self.measure.id != measure_id:
                if error is not None:
                    self._context.herald.trouble(error.sentence(self._context.language.code))
            elif error is not None:
                self._refuse(key, error)
            else:
                self._form.fields[key].complain(None, "")

        editor.keeper.set_writing(True)
        self._context.workbench.edit_soon(
            "measure.change",
            measures.change,
            measure_id,
            given,
            initiator=editor,
            typing=f"measure.{measure_id}.{key}",
            done=told,
        )

    def _refuse(self, key: str, error: UserError) -> None:
        self._form.fields[key].complain(error, error.sentence(self._context.language.code))


def _written(key: str, value: Any) -> Any:
    """Return a field's value as the plan takes it."""
    if key in ("start", "due"):
        return NO_DAY if value is None else value
    if key == "cost":
        return NO_COST if value is None else value
    if key == "lead":
        codes: Sequence[str] = value
        return codes[0] if codes else ""
    return MeasureStatus(value) if key == "status" else value
