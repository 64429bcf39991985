"""Finished Word files read back: what they say, how they are built, and what they refer to."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from defusedxml import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Word:
    """A Word file: the body's XML, that of its header, the names of its parts and its references to other places."""

    body: Any
    header: Any
    styles: Any
    parts: tuple[str, ...]
    outside: tuple[str, ...]

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """The style and the text of every paragraph, those in tables too."""
        return [(_style(one), text_of(one)) for one in self.body.iter(f"{W}p")]

    @property
    def tables(self) -> list[Any]:
        """The tables, in order."""
        return list(self.body.iter(f"{W}tbl"))

    def shows(self, text: str) -> bool:
        """Whether a text is there whole, in one paragraph."""
        return any(text in said for _, said in self.paragraphs)


def read_word(path: Path) -> Word:
    """Read a Word file back."""
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        names = tuple(file.namelist())
        links = [ElementTree.fromstring(file.read(name)) for name in names if name.endswith(".rels")]
        outside = [link.get("Target", "") for rels in links for link in rels if link.get("TargetMode") == "External"]
        header = next(name for name in names if "header" in name)
        return Word(
            ElementTree.fromstring(file.read("word/document.xml")),
            ElementTree.fromstring(file.read(header)),
            ElementTree.fromstring(file.read("word/styles.xml")),
            names,
            tuple(outside),
        )


def text_of(element: Any) -> str:
    """The text of an element: a break is a line feed, a tab is one."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join((one.text or "") if one.tag == f"{W}t" else marks.get(one.tag, "") for one in element.iter())


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))
