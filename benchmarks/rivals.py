"""What our documents are measured against: the same words drawn by bare canvas calls, and a Word file of them.

As a program, `rivals.py WORDS.json TIMES OUT.pdf` draws the pages of WORDS.json so many times and loads nothing else.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from app.documents.blocks import Block, Document, Row, Table, Text

FONT = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "Tinos-Regular.ttf"
_SIZE = 11
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TWIPS = 9354
"""The width of the text in twentieths of a point."""
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def draw(words: Path, times: int, out: Path) -> None:
    """Draw every stretch of words where it stands, by one canvas call each."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pages = json.loads(words.read_text(encoding="utf-8"))
    pdfmetrics.registerFont(TTFont("Tinos", str(FONT)))
    canvas = Canvas(str(out), initialFontName="Tinos", pageCompression=1)
    for _ in range(times):
        for page in pages:
            canvas.setFont("Tinos", _SIZE)
            for x, y, text in page:
                canvas.drawString(x, y, text)
            canvas.showPage()
    canvas.save()


def read_words(pdf: Path, words: Path) -> int:
    """Write what stands where on the pages of a PDF file to `words`; return the number of pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [list(_stretches(page.get_textpage())) for page in document]
    words.write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")
    return len(pages)


def _stretches(page: Any) -> Iterator[tuple[float, float, str]]:
    for number in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(number)
        yield left, bottom, page.get_text_bounded(left, bottom, right, top)


def write_word_file(document: Document, times: int, path: Path) -> None:
    """Write the sections of a document, so many times, as a Word file with the same paragraphs and tables."""
    sections = "".join(_section(section.blocks) for section in document.sections)
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{sections * times}</w:body></w:document>'
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _XML + types)
        file.writestr("_rels/.rels", _XML + links)
        file.writestr("word/document.xml", _XML + body)


def _section(blocks: Iterable[Block]) -> str:
    turn = "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"
    return turn + "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    from app.documents.blocks import Heading, Pair, Table, bold

    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Pair):
        return "".join(_block(one) for one in (*block.left, *block.right))
    return _paragraph(bold(block.text) if isinstance(block, Heading) else block.text, 13)


def _paragraph(text: Text, size: int) -> str:
    return f"<w:p>{''.join(_run(span.text, size, span.bold, span.italic) for span in text)}</w:p>"


def _run(text: str, size: int, is_bold: bool, is_italic: bool) -> str:
    look = f"{'<w:b/>' if is_bold else ''}{'<w:i/>' if is_italic else ''}"
    font = '<w:rFonts w:ascii="Tinos" w:hAnsi="Tinos" w:cs="Tinos"/>'
    properties = f'<w:rPr>{font}{look}<w:sz w:val="{2 * size}"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _table(table: Table) -> str:
    widths = [round(share * _TWIPS / sum(table.widths)) for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    layout = f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    head = "".join(_row(row, widths, "<w:trPr><w:tblHeader/></w:trPr>") for row in table.head)
    rows = "".join(_row(row, widths, "") for row in table.rows)
    return f"<w:tbl>{layout}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _row(row: Row, widths: list[int], properties: str) -> str:
    cells, first = [], 0
    for cell in row.cells:
        width = sum(widths[first : first + cell.columns])
        first += cell.columns
        paragraphs = "".join(_paragraph(text, _SIZE) for text in cell.paragraphs) or "<w:p/>"
        span = f'<w:gridSpan w:val="{cell.columns}"/>'
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{paragraphs}</w:tc>')
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


if __name__ == "__main__":
    draw(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
