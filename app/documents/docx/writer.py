"""Writing a document as a Word file: one paragraph or table for each block, in order."""

from __future__ import annotations

import zipfile
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document as new_document
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE

from app.documents.blocks import Block, Document, Heading, Pair, Paragraph, Table, Written, plain
from app.documents.docx import styles
from app.documents.docx.parts import page_number, page_turn, pair, paragraph, spacer, table

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that an entry of a file carries, so that the same document is the same bytes."""


def write(document: Document, path: Path) -> Written:
    """Write a document to `path`. How many pages it takes is for the program to say that opens it."""
    word = new_document()
    _describe(word, document)
    styles.lay_down(word, document.language)
    _number_pages(word)
    body = word.element.body
    last = body[-1]
    for number, section in enumerate(document.sections):
        if number:
            last.addprevious(page_turn())
        for place, block in enumerate(section.blocks):
            for element in _elements(block):
                last.addprevious(element)
            if _needs_spacer(section.blocks, place):
                last.addprevious(spacer())
    stream = BytesIO()
    word.save(stream)
    _pack(stream, path)
    return Written(0)


def _elements(block: Block) -> list[Any]:
    if isinstance(block, Heading):
        return [paragraph(Paragraph(plain(block.text)), styles.HEADINGS[block.level])]
    if isinstance(block, Table):
        return [table(block)]
    if isinstance(block, Pair):
        return [pair(block)]
    return [paragraph(block, styles.NAMES[block.role]), *styles.rule_beneath(block)]


def _needs_spacer(blocks: tuple[Block, ...], place: int) -> bool:
    """Return whether a table ends here where another begins or nothing follows: Word would join them, or refuse."""
    if not isinstance(blocks[place], Table | Pair):
        return False
    return place + 1 == len(blocks) or isinstance(blocks[place + 1], Table | Pair)


def _describe(word: Word, document: Document) -> None:
    about = word.core_properties
    about.title, about.subject, about.author = (
        text[:255] for text in (document.title, document.subject, document.author)
    )
    about.language = styles.LANGUAGES[document.language]
    about.comments = about.keywords = about.last_modified_by = ""
    about.created = about.modified = datetime.combine(document.day, time())
    links = word.part.package.rels
    for key in [key for key, link in links.items() if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del links[key]


def _number_pages(word: Word) -> None:
    """Number every page but the first, centred in the top margin."""
    section = word.sections[0]
    styles.lay_out(section)
    section.different_first_page_header_footer = True
    header = section.header
    header.is_linked_to_previous = False
    element = header.paragraphs[0]._p
    element.addprevious(page_number())
    element.getparent().remove(element)


def _pack(stream: BytesIO, path: Path) -> None:
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, made.read(name))
