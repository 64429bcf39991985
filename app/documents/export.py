"""Writing a document or a picture of a plan to a file, found by what it is and by the file's suffix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from app.documents.blocks import Written
from app.pictures.wording import Wording
from models.errors import UsageError
from models.method import MethodPack
from models.plan import Sheet
from models.store.files import staged
from models.store.refusals import explained

if TYPE_CHECKING:
    from app.pictures.network import NetworkContent

_WRITERS: Mapping[str, Mapping[str, str]] = {
    "sheets": {".pdf": "sheets_as_pdf"},
    "matrix": {".pdf": "matrix_as_pdf", ".svg": "matrix_as_svg", ".png": "matrix_as_png"},
    "network": {".pdf": "network_as_pdf", ".svg": "network_as_svg", ".png": "network_as_png"},
}
"""The function of app.documents.writers for each kind and suffix; that module is imported when one is called."""
KINDS = tuple(_WRITERS)


def suffixes(kind: str) -> tuple[str, ...]:
    """Return the suffixes that one of KINDS can be exported to."""
    return tuple(_WRITERS[kind])


def export(
    kind: str,
    path: Path,
    content: Sequence[Sheet] | NetworkContent,
    method: MethodPack,
    language: str,
    on: date,
) -> Written:
    """Write one of KINDS to `path`, whole or not at all, in `language` as of the day `on`; say what was made.

    `content` is a NetworkContent for the network, the sheets of the initiatives wanted for the other kinds. Pictures
    that are no PDF hold one initiative: the first. Raises UsageError when the kind has no such suffix or nothing is
    to be written, UserError when the system refuses the file.
    """
    known = _WRITERS[kind]
    if path.suffix.lower() not in known:
        raise UsageError("usage.suffix", kind=kind, suffixes=", ".join(known), out=str(path))
    if not content:
        raise UsageError("export.nothing")
    writer = getattr(import_module("app.documents.writers"), known[path.suffix.lower()])
    with explained(path), staged(path.absolute()) as stage:
        written: Written = writer(content, Wording(method, language, on), stage)
    return written
