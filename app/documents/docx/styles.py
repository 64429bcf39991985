"""The styles of a Word file: the type and the distances that the PDF of the same document has."""

from __future__ import annotations

from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from app.documents import page
from app.documents.blocks import Paragraph, Role
from app.documents.type import runs
from app.pictures.breaking import broken

FONT = "Times New Roman"
"""What the decree orders, and what every office has; the PDF embeds Tinos, which has its metrics."""
LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
NAMES = {
    Role.HEAD: "Document Head",
    Role.LINE: "Document Line",
    Role.TITLE: "Heading 1",
    Role.SUBTITLE: "Subtitle",
    Role.NOTE: "Document Note",
    Role.BODY: "Body Text",
    Role.CAPTION: "Document Caption",
}
HEADINGS = {1: "Heading 2", 2: "Heading 3"}
TABLE, NUMBER = "Table Text", "Header"
_LEFT, _CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
_JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
_LOOKS = {
    "Normal": (page.BODY_SIZE, False, _LEFT, 0.0, 0.0),
    NAMES[Role.HEAD]: (page.HEAD_SIZE, False, _CENTRE, 0.0, 0.0),
    NAMES[Role.LINE]: (page.LINE_SIZE, False, _CENTRE, 0.0, 0.0),
    NAMES[Role.TITLE]: (page.TITLE_SIZE, True, _CENTRE, 0.0, 0.0),
    NAMES[Role.SUBTITLE]: (page.SUBTITLE_SIZE, True, _CENTRE, 2.0, 0.0),
    NAMES[Role.NOTE]: (page.NOTE_SIZE, False, _CENTRE, 4.0, 0.0),
    NAMES[Role.BODY]: (page.BODY_SIZE, False, _JUSTIFIED, page.PARAGRAPH_GAP, 0.0),
    NAMES[Role.CAPTION]: (page.CAPTION_SIZE, False, _LEFT, 4.0, 2.0),
    HEADINGS[1]: (page.HEADING_SIZE, True, _LEFT, 14.0, 6.0),
    HEADINGS[2]: (page.HEADING_SIZE, True, _LEFT, 8.0, 6.0),
    TABLE: (page.TABLE_SIZE, False, _LEFT, 0.0, 0.0),
    NUMBER: (page.NUMBER_SIZE, False, _CENTRE, 0.0, 0.0),
}
"""By style: size of type, whether bold, alignment, distance above and below."""
_RULE_SIZE = 4
"""Width of a rule in eighths of a point."""


def lay_down(word: Word, language: str) -> None:
    """Give the file the styles that documents use."""
    for name, (size, is_bold, alignment, above, below) in _LOOKS.items():
        style = _style(word, name)
        style.font.size, style.font.bold, style.font.italic = Pt(size), is_bold, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        _set_font(style, language)
        form = style.paragraph_format
        form.alignment, form.space_before, form.space_after = alignment, Pt(above), Pt(below)
        form.line_spacing = 1.0
        form.first_line_indent = Pt(page.BODY_INDENT) if name == NAMES[Role.BODY] else Pt(0)
        form.keep_with_next = name in HEADINGS.values() or name in (NAMES[Role.TITLE], NAMES[Role.CAPTION])


def lay_out(section: Section) -> None:
    """Give a section the decree's paper and margins."""
    section.page_width, section.page_height = Pt(page.WIDTH), Pt(page.HEIGHT)
    section.left_margin, section.right_margin = Pt(page.LEFT), Pt(page.RIGHT)
    section.top_margin, section.bottom_margin = Pt(page.TOP), Pt(page.BOTTOM)
    section.header_distance = Pt(page.NUMBER_BASELINE - page.NUMBER_SIZE)


def rule_beneath(paragraph: Paragraph, width: float = page.TEXT_WIDTH) -> list[Any]:
    """Return the rule that a paragraph has beneath it, as an empty paragraph with a border as long as it is."""
    if not paragraph.rule:
        return []
    size = _LOOKS[NAMES[paragraph.role]][0]
    length = paragraph.rule * max(line.width for line in broken(runs(paragraph.text), size, width))
    indent = str(round((width - length) / 2 * 20))
    element = OxmlElement("w:p")
    about = element.get_or_add_pPr()
    for tag, values in (
        ("w:pStyle", {"val": style_id(NAMES[Role.HEAD])}),
        ("w:pBdr", {}),
        ("w:spacing", {"before": "0", "after": "80", "line": "40", "lineRule": "exact"}),
        ("w:ind", {"left": indent, "right": indent, "firstLine": "0"}),
    ):
        child = OxmlElement(tag)
        for name, value in values.items():
            child.set(qn(f"w:{name}"), value)
        about.append(child)
        if tag == "w:pBdr":
            child.append(border("w:bottom"))
    return [element]


def border(tag: str, kind: str = "single") -> Any:
    """Return one side of a border."""
    side = OxmlElement(tag)
    for name, value in (("val", kind), ("sz", str(_RULE_SIZE)), ("space", "0"), ("color", "000000")):
        side.set(qn(f"w:{name}"), value)
    return side


def style_id(name: str) -> str:
    """Return the id by which paragraphs refer to a style."""
    return name.replace(" ", "")


def _style(word: Word, name: str) -> ParagraphStyle:
    found = word.styles[name] if name in word.styles else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(found, ParagraphStyle)
    return found


def _set_font(style: ParagraphStyle, language: str) -> None:
    """Name the typeface for every script, Vietnamese among them, in place of the theme's; and the language."""
    about = style.element.get_or_add_rPr()
    fonts = about.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for tag in ("w:lang", "w:spacing", "w:kern"):
        for old in about.findall(qn(tag)):
            about.remove(old)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), LANGUAGES[language])
    spoken.set(qn("w:eastAsia"), LANGUAGES[language])
    about.append(spoken)
