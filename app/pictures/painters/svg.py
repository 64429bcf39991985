"""Painting a scene as SVG: text stays text, in the typefaces that ship where they are installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from xml.sax.saxutils import escape, quoteattr

from app.pictures.breaking import Piece
from app.pictures.scene import FAMILY, RING, Box, Item, Path, Polygon, Scene, Sign, Words, triangle

_FALLBACKS = "'Segoe UI', 'Noto Sans', Arial, sans-serif"
_WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}


def paint(scene: Scene, path: FilePath, language: str) -> None:
    """Write a scene to `path`."""
    size = f'width="{_n(scene.width)}" height="{_n(scene.height)}" viewBox="0 0 {_n(scene.width)} {_n(scene.height)}"'
    family = quoteattr(f"'{FAMILY}', {_FALLBACKS}")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} xml:lang="{language}" font-family={family} role="img">',
        f"<title>{_text(scene.title)}</title>",
        *(line for item in scene.items for line in _paint(item)),
        "</svg>",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _paint(item: Item) -> Iterator[str]:
    if isinstance(item, Words):
        for piece in item.line.pieces:
            yield _words(item, piece)
    elif isinstance(item, Box):
        yield _box(item)
    elif isinstance(item, Path):
        yield _path(item)
    elif isinstance(item, Polygon):
        yield _polygon(item)
    else:
        yield from _sign(item)


def _words(words: Words, piece: Piece) -> str:
    weight = _WEIGHTS.get(piece.face.name.partition("-")[2], 400)
    place = f'x="{_n(words.x + piece.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}"'
    content = _text(piece.stands_for or piece.text)
    return f'<text {place} font-weight="{weight}" fill="{piece.colour}" xml:space="preserve">{content}</text>'


def _box(box: Box) -> str:
    place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" rx="{_n(box.radius)}"'
    stroke = f' stroke="{box.stroke}" stroke-width="{_n(box.stroke_width)}"' if box.stroke else ""
    return f'<rect {place} fill="{box.fill or "none"}"{stroke}{_dash(box.dash)}/>'


def _path(path: Path) -> str:
    curves = " ".join("C" + " ".join(f"{_n(x)},{_n(y)}" for x, y in curve) for curve in path.curves)
    way = f"M{_n(path.start[0])},{_n(path.start[1])} {curves}"
    cap = ' stroke-linecap="round"' if path.round_ends else ""
    look = f'stroke="{path.colour}" stroke-width="{_n(path.width)}"{_dash(path.dash)}{cap}'
    return f'<path d="{way}" fill="none" {look}/>'


def _polygon(polygon: Polygon) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in polygon.points)
    return f'<polygon points="{points}" fill="{polygon.fill}"/>'


def _sign(sign: Sign) -> Iterator[str]:
    if sign.state == "late":
        yield _polygon(triangle(sign))
        return
    place = f'cx="{_n(sign.x)}" cy="{_n(sign.y)}" r="{_n(sign.radius - RING / 2)}"'
    fill = sign.colour if sign.state == "done" else "none"
    yield f'<circle {place} fill="{fill}" stroke="{sign.colour}" stroke-width="{_n(RING)}"/>'
    if sign.state == "doing":
        radius = _n(sign.radius)
        top, foot = _n(sign.y - sign.radius), _n(sign.y + sign.radius)
        yield f'<path d="M{_n(sign.x)},{top} A{radius},{radius} 0 0 0 {_n(sign.x)},{foot} Z" fill="{sign.colour}"/>'


def _dash(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""


def _text(text: str) -> str:
    """Return text as XML holds it: escaped, and without what XML 1.0 cannot hold, which becomes U+FFFD."""
    return escape("".join(one if _is_allowed(one) else "\ufffd" for one in text))


def _is_allowed(character: str) -> bool:
    """Return whether XML 1.0, production 2 (Char), allows a character."""
    return (
        character in "\t\n\r"
        or " " <= character <= "\ud7ff"
        or "\ue000" <= character <= "\ufffd"
        or character > "\uffff"
    )


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
