"""Setting paragraphs into a room: as large as all of it fits, else in portions that say what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from views.projection.laying.scene import REGULAR, Ruler

ELLIPSIS = "…"
_SIGN = 1.05
"""Room for a sign before a text, in its size."""
_SAFE = 0.985
"""A line is filled to this share: letters shaped together may be a little wider than their words."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of an entry; `scale` and `above`, the gap before it, are in the size of the whole."""

    text: str
    entry: int = 0
    ink: str = "ink"
    weight: int = REGULAR
    scale: float = 1.0
    above: float = 0.0
    sign: str = ""
    hangs: bool = False


class Place(NamedTuple):
    """Where a portion begins: a paragraph and a character of it."""

    paragraph: int
    offset: int


START = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line within the room: `y` is its upper edge."""

    x: float
    y: float
    text: str
    size: float
    width: float
    paragraph: Paragraph
    sign: str
    begin: Place
    end: int


@dataclass(frozen=True, slots=True)
class Portion:
    """What fits from a place on; `after` is where the next portion begins, `mark` says what is left out (+3, …)."""

    lines: tuple[Line, ...]
    height: float
    size: float
    after: Place | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle's size, the distance of lines and the smallest type in it."""

    width: float
    height: float
    least: float
    leading: float = 1.25

    def size_of(self, paragraph: Paragraph, size: float) -> float:
        """Return the type size of a paragraph, in whole pixels."""
        return float(max(self.least, round(size * paragraph.scale)))


def fitted(paragraphs: Sequence[Paragraph], room: Room, sizes: Sequence[float], ruler: Ruler) -> Portion:
    """Return all of it at the first of the sizes at which it fits, else the first portion at the last of them."""
    for size in sizes[:-1]:
        # Where not even one line of each has room, breaking lines is not worth while.
        if sum(room.leading * room.size_of(one, size) for one in paragraphs) > room.height + 1:
            continue
        portion = filled(paragraphs, room, size, ruler)
        if portion.after is None:
            return portion
    return filled(paragraphs, room, sizes[-1], ruler)


def on_page(paragraphs: Sequence[Paragraph], room: Room, first: Portion, page: int, ruler: Ruler) -> Portion:
    """Return the portion of a page, the last one when there are fewer; `first` is that of page 0."""
    portion = first
    for _ in range(page):
        if portion.after is None:
            break
        portion = filled(paragraphs, room, portion.size, ruler, portion.after)
    return portion


def holding(paragraphs: Sequence[Paragraph], room: Room, first: Portion, entry: int, ruler: Ruler) -> Portion:
    """Return the portion in which an entry begins."""
    portion = first
    while portion.after is not None and not any(
        line.paragraph.entry == entry and line.begin.offset == 0 for line in portion.lines
    ):
        portion = filled(paragraphs, room, portion.size, ruler, portion.after)
    return portion


def filled(paragraphs: Sequence[Paragraph], room: Room, size: float, ruler: Ruler, start: Place = START) -> Portion:
    """Return what fits at a size from a place on."""
    lines: list[Line] = []
    y = 0.0
    for number in range(start.paragraph, len(paragraphs)):
        one = paragraphs[number]
        own = room.size_of(one, size)
        y += one.above * size if lines else 0.0
        offset = start.offset if number == start.paragraph else 0
        indent = _SIGN * (size if one.hangs else own) if one.sign or one.hangs else 0.0
        for text, begin, end in _lines(one, offset, (room.width * _SAFE - indent) / own, ruler):
            if lines and y + room.leading * own > room.height + 0.01:
                return _cut(paragraphs, room, size, lines, Place(number, begin), ruler)
            sign = one.sign if begin == 0 else ""
            width = own * ruler.width(text, one.weight)
            lines.append(Line(indent, y, text, own, width, one, sign, Place(number, begin), end))
            y += room.leading * own
    return Portion(tuple(lines), y, size)


def _lines(one: Paragraph, offset: int, width: float, ruler: Ruler) -> Iterator[tuple[str, int, int]]:
    """Yield the lines of a paragraph from a character on, each with where it begins and ends; `width` is at size 1."""
    text = one.text
    prefix = f"{ELLIPSIS} " if offset else ""
    space = ruler.width(" ", one.weight)
    begin = end = offset
    taken = ruler.width(prefix, one.weight) if prefix else 0.0
    while end < len(text):
        gap = 1 if text[end] == " " and end > begin else 0
        stop = text.find(" ", end + gap)
        stop = len(text) if stop < 0 else stop
        wide = ruler.width(text[end + gap : stop], one.weight)
        if taken + gap * space + wide <= width:
            taken += gap * space + wide
            end = stop
            continue
        if end == begin:
            end = _cut_word(text, begin, stop, width - taken, one.weight, ruler)
        yield prefix + text[begin:end], begin, end
        begin = end + (1 if end < len(text) and text[end] == " " else 0)
        end, taken, prefix = begin, 0.0, ""
    if begin < end or not text:
        yield prefix + text[begin:end], begin, end


def _cut_word(text: str, begin: int, stop: int, width: float, weight: int, ruler: Ruler) -> int:
    """Return where a word too wide for a line is cut: one character at least stays."""
    taken, end = 0.0, begin
    while end < stop:
        taken += ruler.width(text[end], weight)
        if taken > width and end > begin:
            break
        end += 1
    return end


def _cut(
    paragraphs: Sequence[Paragraph], room: Room, size: float, lines: list[Line], after: Place, ruler: Ruler
) -> Portion:
    """Return a portion that ends here, its last line shortened so that the marks have room."""
    last = lines[-1]
    begun = last.paragraph.entry
    left = len({one.entry for one in paragraphs[after.paragraph :]} - {begun})
    mark = f"+{left}" if left else ""
    is_within = after.paragraph == last.begin.paragraph
    if not mark and not is_within:
        mark = ELLIPSIS
    limit = room.width * _SAFE - last.x
    if mark:
        limit -= last.size * (ruler.width(mark, last.paragraph.weight) + 0.6)
    if is_within or last.width > limit:
        last, after = _shortened(last, limit, ruler)
        lines[-1] = last
        mark = "" if mark == ELLIPSIS else mark
    return Portion(tuple(lines), last.y + room.leading * last.size, size, after, mark)


def _shortened(line: Line, limit: float, ruler: Ruler) -> tuple[Line, Place]:
    """Return a line that ends with an ellipsis within the limit, and where the rest begins."""
    weight, text = line.paragraph.weight, line.paragraph.text
    lead = line.text[: len(line.text) - (line.end - line.begin.offset)]
    end = line.end
    while True:
        shown = f"{lead}{text[line.begin.offset : end].rstrip()}{ELLIPSIS}"
        width = line.size * ruler.width(shown, weight)
        if width <= limit or end <= line.begin.offset + 1:
            break
        space = text.rfind(" ", line.begin.offset + 1, end)
        end = space if space > line.begin.offset else end - 1
    begin = end + (1 if end < len(text) and text[end] == " " else 0)
    made = Line(line.x, line.y, shown, line.size, width, line.paragraph, line.sign, line.begin, end)
    return made, Place(line.begin.paragraph, begin)
