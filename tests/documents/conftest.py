"""The example plan as it is read for documents, and finished PDF files read back with another library."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from app.documents.cards.cards import CardsContent
from app.documents.minutes.content import MinutesContent
from app.pictures.network import NetworkContent
from models.editing import example
from models.editing import workshops as editing
from models.method import MethodPack, open_pack
from models.plan import Answer, AnswerStatus, Attendee, Measure, Sheet
from models.reading import dependencies, initiatives, plans, sheets, workshops
from models.reading.networks import network
from models.store.plan import Plan

ON = date(2026, 11, 22)


@dataclass(frozen=True)
class Example:
    """What is read of the example plan."""

    sheets: tuple[Sheet, ...]
    network: NetworkContent
    method: MethodPack
    minutes: MinutesContent
    cards: CardsContent


def hold(plan: Plan) -> None:
    """Hold a short workshop on the plan: one proposal accepted, one of a silent round rejected, one decision."""
    cell = (plan.read(initiatives.find, "SOI5"), 3, 2)
    there = (Attendee("Trần Thị Mai", "Bộ Tài chính"), Attendee("Phạm Quốc Dũng", ""))
    meeting = plan.edit("workshop.open", editing.open_workshop, "Họp quý IV", "Nguyễn Văn Bình", there).result
    plan.edit("workshop.agenda", editing.set_agenda, meeting, [editing.AgendaEntry(*cell, 15, "Giữ riêng")])
    one = plan.edit("workshop.propose", editing.propose, meeting, *cell, "Lập sàn dữ liệu", "Trần Thị Mai").result
    other = plan.edit("workshop.propose", editing.propose, meeting, *cell, "Thuê ngoài", "1-004", is_silent=True).result
    plan.edit("workshop.accept", editing.accept, one, None, "Đúng thẩm quyền")
    plan.edit("workshop.reject", editing.reject, other, "Chưa có nguồn")
    plan.edit("workshop.decide", editing.decide, meeting, *cell, "Giao Bộ Tài chính chủ trì", "Đã thống nhất")
    plan.edit("workshop.close", editing.close_workshop, meeting)


@dataclass(frozen=True)
class Pdf:
    """A finished PDF file: the text of each page without spaces, what it says of itself, and its outline."""

    pages: tuple[str, ...]
    metadata: dict[str, str]
    outline: tuple[tuple[int, str, int], ...]
    bytes: bytes

    def shows(self, text: str) -> bool:
        """Whether a text is there whole, on one page or going on over several."""
        return _goes_on(squashed(text), self.pages)


@cache
def _example() -> Example:
    method = open_pack(example.PACK)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Kế hoạch.soi"
        plan = Plan.create(path, method, author=example.author(), clock=example.made_at, ids=example.steady_ids())
        plan.found("plan.example", example.found)
        plan.close()
        with Plan.open(path) as opened:
            content = NetworkContent(
                plan=opened.read(plans.header),
                initiatives=opened.read(initiatives.every),
                dependencies=opened.read(dependencies.every),
                analysis=opened.read(network),
            )
            shown = opened.read(sheets.every)
            hold(opened)
            minutes = opened.read(workshops.minutes, opened.read(workshops.numbered).id)
            cards = CardsContent(content.plan, 1, minutes.workshop.title, content.initiatives[:1], None, 9)
            told = MinutesContent(content.plan, minutes)
            return Example(shown, content, method, told, cards)


@pytest.fixture
def plan() -> Example:
    """The example plan."""
    return _example()


@pytest.fixture
def sheet(plan: Example) -> Sheet:
    """The fifth sheet of the example plan."""
    return plan.sheets[4]


def with_answer(sheet: Sheet, text: str, question: str = "O1") -> Sheet:
    """The sheet with another text for one question."""
    answer = Answer(question, text, AnswerStatus.DONE, (), (), "", "", 1)
    return _with(sheet, answers={**sheet.content.answers, question: answer})


def with_measures(sheet: Sheet, change: Callable[[Measure], Measure], count: int = 1) -> Sheet:
    """The sheet with `count` measures like its first one, changed."""
    first = sheet.content.measures[0]
    return _with(sheet, measures=tuple(change(replace(first, id=f"m{number}")) for number in range(count)))


def with_title(sheet: Sheet, title: str) -> Sheet:
    """The sheet with another title in both languages."""
    initiative = sheet.content.initiative
    renamed = replace(initiative, title=replace(initiative.title, vi=title, en=title))
    return _with(sheet, initiative=renamed)


def _with(sheet: Sheet, **changes: Any) -> Sheet:
    return replace(sheet, content=replace(sheet.content, **changes))


def squashed(text: str) -> str:
    """A text without spaces, composed; PDFium gives a hyphen at the end of a line as U+FFFE or U+0002."""
    return "".join(unicodedata.normalize("NFC", text).replace("\ufffe", "-").replace("\x02", "-").split())


def read_pdf(path: Path) -> Pdf:
    """Read a PDF file back."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            pages.append(squashed(text.get_text_range()))
            text.close()
            page.close()
        outline = []
        for entry in document.get_toc():
            target = entry.get_dest()
            outline.append((entry.level, entry.get_title(), target.get_index() if target else -1))
        return Pdf(tuple(pages), document.get_metadata_dict(), tuple(outline), path.read_bytes())
    finally:
        document.close()


def fonts_of(path: Path) -> set[tuple[str, bool]]:
    """The fonts that the text of a PDF file is in, each with whether it is embedded."""
    import ctypes

    found = set()
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(item)
            name = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, name, 200)
            found.add((name.value.decode(), bool(raw.FPDFFont_GetIsEmbedded(font))))
        page.close()
    document.close()
    return found


def _goes_on(text: str, pages: Sequence[str]) -> bool:
    if any(text in page for page in pages):
        return True
    for number, page in enumerate(pages[:-1]):
        fits, fails = 0, len(text)
        while fails - fits > 1:
            middle = (fits + fails) // 2
            fits, fails = (middle, fails) if text[:middle] in page else (fits, middle)
        if fits > 0 and page.find(text[:fits]) >= 0 and _continues(text[fits:], pages[number + 1 :]):
            return True
    return False


def _continues(text: str, pages: Sequence[str]) -> bool:
    """Whether a text begins somewhere on the first of the pages and goes on over the next."""
    if not text:
        return True
    if not pages:
        return False
    fits, fails = 0, len(text) + 1
    while fails - fits > 1:
        middle = (fits + fails) // 2
        fits, fails = (middle, fails) if text[:middle] in pages[0] else (fits, middle)
    return fits > 0 and _continues(text[fits:], pages[1:])
