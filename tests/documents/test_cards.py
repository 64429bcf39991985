"""Blank cards: eight to a sheet of A4, each with an id of its own that no other card has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from app.documents.cards.cards import CardsContent
from app.documents.export import export
from models.messages import LANGUAGES
from tests.documents.conftest import ON, Example, Pdf, read_pdf, squashed
from tests.documents.test_hostile_text import HOSTILE


def written(content: CardsContent, plan: Example, folder: Path, language: str = "vi") -> Pdf:
    export("cards", folder / "a.pdf", content, plan.method, language, ON)
    return read_pdf(folder / "a.pdf")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_has_eight_cards_and_every_card_its_own_id(plan: Example, tmp_path: Path, language: str) -> None:
    content = replace(plan.cards, number=2, count=17)
    pdf = written(content, plan, tmp_path, language)
    ids = [f"2-{number:03}" for number in range(1, 18)]
    assert [[one for one in ids if one in page] for page in pdf.pages] == [ids[:8], ids[8:16], ids[16:]]
    assert all("".join(pdf.pages).count(one) == 1 for one in ids)


def test_the_paper_is_a4(plan: Example, tmp_path: Path) -> None:
    written(plan.cards, plan, tmp_path)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [210, 297]
    document.close()


def test_a_card_is_for_an_initiative_with_the_cell_to_be_ticked_or_given(plan: Example, tmp_path: Path) -> None:
    to_tick = written(replace(plan.cards, count=1), plan, tmp_path)
    initiative = plan.cards.initiatives[0]
    assert to_tick.shows(initiative.title.vi)
    assert all(squashed(f"KFA {number}") in to_tick.pages[0] for number in range(1, 9))
    given = written(replace(plan.cards, count=1, cell=(3, 2)), plan, tmp_path)
    assert given.shows("KFA3.KF2")
    assert squashed("KFA 8") not in given.pages[0]


def test_without_an_initiative_there_is_room_to_write_one(plan: Example, tmp_path: Path) -> None:
    blank = written(replace(plan.cards, initiatives=(), count=8), plan, tmp_path)
    assert blank.pages[0].count(squashed("Sáng kiến: SOI")) == 8
    several = replace(plan.cards, initiatives=plan.cards.initiatives * 2, count=8)
    assert len(written(several, plan, tmp_path).pages) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_stays_literal(plan: Example, tmp_path: Path, text: str) -> None:
    pdf = written(replace(plan.cards, title=text[:40], count=2), plan, tmp_path)
    assert pdf.shows(text[:40])
    assert b"/URI" not in pdf.bytes


def test_a_very_long_title_is_cut_with_a_mark_and_covers_nothing(plan: Example, tmp_path: Path) -> None:
    (initiative,) = plan.cards.initiatives
    long = replace(initiative, title=replace(initiative.title, vi="Sáng kiến rất dài " * 50))
    pdf = written(replace(plan.cards, initiatives=(long,), title="x" * 3_000, count=1), plan, tmp_path)
    assert "…" in pdf.pages[0]
    assert "1-001" in pdf.pages[0]
