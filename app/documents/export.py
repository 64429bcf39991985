"""Writing a document or a picture of a plan to a file, found by what it is and by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, overload

from app.documents.blocks import Written
from app.pictures.wording import Wording
from models.errors import UsageError
from models.method import MethodPack
from models.plan import Sheet
from models.store.files import staged
from models.store.refusals import explained

if TYPE_CHECKING:
    from app.documents.cards.cards import CardsContent
    from app.documents.minutes.content import MinutesContent
    from app.pictures.network import NetworkContent

_WRITERS: Mapping[str, Mapping[str, str]] = {
    "sheets": {".pdf": "sheets_as_pdf"},
    "matrix": {".pdf": "matrix_as_pdf", ".svg": "matrix_as_svg", ".png": "matrix_as_png"},
    "network": {".pdf": "network_as_pdf", ".svg": "network_as_svg", ".png": "network_as_png"},
    "minutes": {".pdf": "minutes_as_pdf", ".docx": "minutes_as_docx"},
    "cards": {".pdf": "cards_as_pdf"},
}
"""The function of app.documents.writers for each kind and suffix; that module is imported when one is called."""
KINDS = tuple(_WRITERS)


def suffixes(kind: str) -> tuple[str, ...]:
    """Return the suffixes that one of KINDS can be exported to."""
    return tuple(_WRITERS[kind])


def untold(done: int, total: int) -> None:
    """Take no notice of how far a document is."""


def export(
    kind: str,
    path: Path,
    content: Sequence[Sheet] | NetworkContent | MinutesContent | CardsContent,
    method: MethodPack,
    language: str,
    on: date,
    progress: Callable[[int, int], None] = untold,
    paper: str | None = None,
) -> Written:
    """Write one of KINDS to `path`, whole or not at all, in `language` as of the day `on`; say what was made.

    `content` is a NetworkContent for the network, a MinutesContent for minutes, a CardsContent for cards, the sheets of
    the initiatives wanted for the other kinds. Pictures that are no PDF hold one initiative: the first. A `paper` is
    for the matrix alone.
    `progress(done, total)` is told how many initiatives are written; what it raises stops the work and leaves no file.
    Raises UsageError when the kind has no such suffix or nothing is to be written, UserError when the system refuses
    the file.
    """
    known = _WRITERS[kind]
    if path.suffix.lower() not in known:
        raise UsageError("usage.suffix", kind=kind, suffixes=", ".join(known), out=str(path))
    if not content:
        raise UsageError("export.nothing")
    writer = getattr(import_module("app.documents.writers"), known[path.suffix.lower()])
    told = _Told(content, progress) if isinstance(content, Sequence) else content
    total = len(content) if isinstance(content, Sequence) else 1
    with explained(path), staged(path.absolute()) as stage:
        progress(0, total)
        options = {"paper": paper} if paper else {}
        written: Written = writer(told, Wording(method, language, on), stage, **options)
        progress(total, total)
    return written


class _Told(Sequence[Sheet]):
    """Sheets that tell how many of them their reader is done with."""

    def __init__(self, sheets: Sequence[Sheet], progress: Callable[[int, int], None]) -> None:
        self._sheets = sheets
        self._progress = progress

    @overload
    def __getitem__(self, place: int) -> Sheet: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Sheet]: ...

    def __getitem__(self, place: int | slice) -> Sheet | Sequence[Sheet]:
        return self._sheets[place]

    def __len__(self) -> int:
        return len(self._sheets)

    def __iter__(self) -> Iterator[Sheet]:
        for number, sheet in enumerate(self._sheets):
            self._progress(number, len(self._sheets))
            yield sheet
