"""Initiative sheets: what is in the plan is in the file, in type that a records clerk accepts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames

from app.documents import page
from app.documents.export import export
from app.pictures.wording import SIGNS
from models.messages import LANGUAGES, say
from models.plan import Answer, AnswerStatus, Measure, MeasureStatus, Sheet
from tests.documents.conftest import ON, Example, Pdf, fonts_of, read_pdf, squashed, with_answer, with_measures


def written(sheets: tuple[Sheet, ...] | list[Sheet], plan: Example, folder: Path, language: str = "vi") -> Pdf:
    export("sheets", folder / "sheets.pdf", sheets, plan.method, language, ON)
    return read_pdf(folder / "sheets.pdf")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_conclusion_and_measure_of_the_plan_can_be_read(
    plan: Example, tmp_path: Path, language: str
) -> None:
    pdf = written(plan.sheets, plan, tmp_path, language)
    texts = [
        text
        for sheet in plan.sheets
        for text in (
            *(answer.text for answer in sheet.content.answers.values()),
            *(answer.text for answer in sheet.content.conclusions.values()),
            *(measure.text for measure in sheet.content.measures),
            *(link.why for link in (*sheet.needs, *sheet.opens, *sheet.enables, *sheet.conflicts)),
            sheet.basis.text[language],
            *(item.text[language] for item in sheet.frame),
        )
    ]
    assert len(texts) > 216 + 72 + 150
    assert [text for text in texts if not pdf.shows(text)] == []


def test_the_six_clears_of_every_measure_can_be_read(plan: Example, tmp_path: Path) -> None:
    pdf = written(plan.sheets, plan, tmp_path)
    unread = [
        text
        for sheet in plan.sheets
        for measure in sheet.content.measures
        for text in (
            measure.person,
            measure.responsibility,
            measure.authority,
            measure.product,
            sheet.actors[measure.lead].short.vi,
            *(f"{day:%d/%m/%Y}" for day in (measure.start, measure.due) if day),
        )
        if not pdf.shows(text)
    ]
    assert unread == []


def test_what_is_unclear_of_a_measure_is_said(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    def bare(measure: Measure) -> Measure:
        cleared = dict.fromkeys(("lead", "person", "responsibility", "product", "authority", "funding"), "")
        return replace(measure, **cleared, support=(), start=None, due=None)

    pdf = written([with_measures(sheet, bare)], plan, tmp_path)
    assert "".join(pdf.pages).count(squashed(say("document.undetermined", "vi"))) == 6


@pytest.mark.parametrize("status", [AnswerStatus.DRAFT, AnswerStatus.DISCUSS, AnswerStatus.EMPTY])
def test_an_answer_that_is_not_done_says_so(sheet: Sheet, plan: Example, tmp_path: Path, status: AnswerStatus) -> None:
    answers = {
        code: Answer(code, "" if status is AnswerStatus.EMPTY else "Nội dung", status, (), (), "", "", 1)
        for code in sheet.content.answers
    }
    changed = replace(sheet, content=replace(sheet.content, answers=answers))
    said = squashed(say(f"document.answer.{status.value}", "vi"))
    assert "".join(written([changed], plan, tmp_path).pages).count(said) == 18


def test_a_measure_in_the_matrix_shows_its_state_as_a_sign(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    states = iter(
        [
            {"status": MeasureStatus.DRAFT, "due": None},
            {"status": MeasureStatus.DOING, "due": ON},
            {"status": MeasureStatus.DONE, "due": ON.replace(year=2020)},
            {"status": MeasureStatus.DOING, "due": ON.replace(year=2020)},
        ]
    )
    names = iter(["Nháp", "Dở", "Xong", "Muộn"])
    four = with_measures(sheet, lambda one: replace(one, text=next(names), **next(states)), count=4)
    pdf = written([four], plan, tmp_path)
    for name, sign in zip(["Nháp", "Dở", "Xong", "Muộn"], SIGNS.values(), strict=True):
        assert pdf.shows(f"{sign} {name}")


def test_only_embedded_faces_of_one_family_are_in_the_file(plan: Example, tmp_path: Path) -> None:
    pdf = written(plan.sheets, plan, tmp_path)
    fonts = fonts_of(tmp_path / "sheets.pdf")
    assert fonts == {(name, True) for name in ("Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic")}
    assert b"Helvetica" not in pdf.bytes
    assert b"/FontFile2" in pdf.bytes


def test_the_outline_leads_to_every_initiative_and_its_six_parts(plan: Example, tmp_path: Path) -> None:
    pdf = written(plan.sheets, plan, tmp_path)
    initiatives = [(title, target) for level, title, target in pdf.outline if level == 0]
    assert len(initiatives) == 12
    assert len(pdf.outline) == 12 * 7
    for (title, target), sheet in zip(initiatives, plan.sheets, strict=True):
        assert title.endswith(sheet.content.initiative.title.vi)
        assert squashed(title) in pdf.pages[target]
    for level, title, target in pdf.outline:
        assert level == 0 or squashed(title) in pdf.pages[target]


def test_every_page_but_the_first_has_its_number_in_the_middle_of_the_top_margin(plan: Example, tmp_path: Path) -> None:
    written(plan.sheets, plan, tmp_path)
    document = pypdfium2.PdfDocument(tmp_path / "sheets.pdf")
    for number in range(len(document)):
        sheet_of_paper = document[number]
        text = sheet_of_paper.get_textpage()
        above = text.get_text_bounded(bottom=page.HEIGHT - page.TOP)
        assert above.strip() == ("" if number == 0 else str(number + 1))
        if number:
            edges = [
                text.get_charbox(place)
                for place in range(text.count_chars() - len(str(number + 1)), text.count_chars())
            ]
            middle = (min(box[0] for box in edges) + max(box[2] for box in edges)) / 2
            assert middle == pytest.approx(page.WIDTH / 2, abs=1.0)
        text.close()
        sheet_of_paper.close()
    document.close()


def test_nothing_stands_outside_the_margins(plan: Example, tmp_path: Path) -> None:
    written(plan.sheets[:3], plan, tmp_path)
    document = pypdfium2.PdfDocument(tmp_path / "sheets.pdf")
    for number in range(len(document)):
        sheet_of_paper = document[number]
        assert sheet_of_paper.get_size() == pytest.approx((page.WIDTH, page.HEIGHT), abs=0.01)
        for item in sheet_of_paper.get_objects():
            left, bottom, right, top = item.get_bounds()
            assert left >= page.LEFT - 1
            assert right <= page.WIDTH - page.RIGHT + 1
            assert bottom >= page.BOTTOM - 1
            assert top <= page.HEIGHT - page.TOP + 1 or top > page.HEIGHT - page.NUMBER_BASELINE
        sheet_of_paper.close()
    document.close()


@pytest.mark.parametrize(("language", "locale"), [("vi", b"vi-VN"), ("en", b"en-GB")])
def test_the_file_says_what_it_is_who_issues_it_and_in_which_language(
    plan: Example, tmp_path: Path, language: str, locale: bytes
) -> None:
    pdf = written(plan.sheets[:1], plan, tmp_path, language)
    header = plan.sheets[0].plan
    assert pdf.metadata["Title"] == say("document.sheets_title", language, plan=header.title[language])
    assert pdf.metadata["Subject"] == header.title[language]
    assert pdf.metadata["Author"] == header.issuing_body
    assert b"/Lang (" + locale + b")" in pdf.bytes


def test_an_english_sheet_has_english_titles_around_answers_in_their_own_language(
    sheet: Sheet, plan: Example, tmp_path: Path
) -> None:
    pdf = written([sheet], plan, tmp_path, "en")
    assert pdf.shows(sheet.content.initiative.title.en)
    assert pdf.shows(plan.method.questions["O1"].text.en)
    assert pdf.shows(sheet.content.answers["O1"].text)
    assert not pdf.shows(plan.method.questions["O1"].text.vi)


def test_citations_name_the_document_and_its_clauses(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    pdf = written([sheet], plan, tmp_path)
    for source, codes in sheet.citations:
        places = ", ".join(code.partition(".")[2] for code in codes)
        assert pdf.shows(f"{source.kind.vi} {source.number}: {places}")


def test_two_exports_on_the_same_day_are_equal(plan: Example, tmp_path: Path) -> None:
    first = written(plan.sheets[:2], plan, tmp_path)
    (tmp_path / "again").mkdir()
    assert written(plan.sheets[:2], plan, tmp_path / "again").bytes == first.bytes


def test_a_sheet_that_has_nothing_yet_is_still_a_sheet(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    content = replace(sheet.content, answers={}, conclusions={}, measures=())
    empty = replace(
        sheet,
        content=content,
        frame=(),
        needs=(),
        opens=(),
        enabled_by=(),
        enables=(),
        conflicts=(),
        targets=(),
        citations=(),
    )
    pdf = written([empty], plan, tmp_path)
    assert pdf.shows(say("document.sheet.no_frame", "vi"))
    assert pdf.shows(say("document.sheet.no_measures", "vi"))
    assert pdf.shows(sheet.basis.text.vi)


def test_an_answer_in_several_lines_keeps_them(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    export("sheets", tmp_path / "a.pdf", [with_answer(sheet, "- một\n- hai\n\n- ba")], plan.method, "vi", ON)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    text = "".join(sheet_of_paper.get_textpage().get_text_range() for sheet_of_paper in document)
    document.close()
    assert "- một\r\n- hai\r\n" in text
    assert "Tinos-Regular" in getRegisteredFontNames()


def test_a_heading_stands_on_the_page_of_what_it_heads(plan: Example, tmp_path: Path) -> None:
    for language in LANGUAGES:
        pdf = written(plan.sheets, plan, tmp_path, language)
        for level, title, target in pdf.outline:
            if level == 1:
                after = pdf.pages[target].partition(squashed(title))[2]
                assert len(after) > 60, (title, target)


def test_a_sheet_names_its_cycle_its_owner_and_its_stakeholders(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    one = replace(
        sheet.content.initiative,
        cycle=2,
        cycle_opened="2026-10-05T18:30:00.000+00:00",
        cycle_closed="2026-11-20T01:00:00.000+00:00",
        owner="Cục trưởng Cục Viễn thông",
        stakeholders=("Hộ dân vùng sâu", "Bệnh viện"),
    )
    pdf = written([replace(sheet, content=replace(sheet.content, initiative=one))], plan, tmp_path)
    assert pdf.shows("Vòng 2, mở ngày 06/10/2026, đóng ngày 20/11/2026")
    assert pdf.shows("Người chịu trách nhiệm")
    assert pdf.shows("Cục trưởng Cục Viễn thông")
    assert pdf.shows("Hộ dân vùng sâu; Bệnh viện")


def test_the_six_conclusions_stand_before_the_answers_as_the_content(
    sheet: Sheet, plan: Example, tmp_path: Path
) -> None:
    text = "".join(written([sheet], plan, tmp_path).pages)
    places = [text.index(squashed(one.text[:40])) for one in (sheet.content.conclusions[code] for code in "OSMWAC")]
    assert places == sorted(places)
    assert places[-1] < text.index(squashed(sheet.content.answers["O1"].text[:40]))


def test_a_measure_says_whom_it_serves(sheet: Sheet, plan: Example, tmp_path: Path) -> None:
    pdf = written(
        [with_measures(sheet, lambda one: replace(one, stakeholders=("Bà con", "Trạm y tế")))], plan, tmp_path
    )
    assert pdf.shows("Phục vụ: Bà con; Trạm y tế")
