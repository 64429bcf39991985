"""Painting scenes as PDF: one page each, at their own size, with embedded typefaces."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from app.pictures.painters import canvas as files
from app.pictures.painters.canvas import Description, colour
from app.pictures.scene import REGULAR, RING, Box, Item, Path, Polygon, Scene, Sign, Words, triangle


def paint(scenes: Iterable[Scene], file: FilePath | BinaryIO, description: Description) -> tuple[int, tuple[str, ...]]:
    """Write scenes, one page each, to a file; return how many, and the characters that no typeface has."""
    canvas: Canvas | None = None
    lacking: dict[str, None] = {}
    count = 0
    for scene in scenes:
        if canvas is None:
            canvas = files.opened(file, (scene.width, scene.height), description, REGULAR)
        else:
            canvas.setPageSize((scene.width, scene.height))
        count += 1
        canvas.bookmarkPage(f"p{count}")
        canvas.addOutlineEntry(scene.title, f"p{count}", 0)
        for item in scene.items:
            lacking.update(_paint(canvas, item, scene.height))
        files.turn(canvas)
    if canvas is not None:
        canvas.save()
    return count, tuple(lacking)


def _paint(canvas: Canvas, item: Item, height: float) -> dict[str, None]:
    if isinstance(item, Words):
        return _paint_words(canvas, item, height)
    if isinstance(item, Box):
        _paint_box(canvas, item, height)
    elif isinstance(item, Path):
        _paint_path(canvas, item, height)
    elif isinstance(item, Polygon):
        _paint_polygon(canvas, item, height)
    else:
        _paint_sign(canvas, item, height)
    return {}


def _paint_words(canvas: Canvas, words: Words, height: float) -> dict[str, None]:
    lacking: dict[str, None] = {}
    text = canvas.beginText()
    y = height - words.y
    for piece in words.line.pieces:
        text.setFont(piece.face.name, words.size)
        text.setFillColor(colour(piece.colour))
        text.setTextOrigin(words.x + piece.x, y)
        files.write(text, piece)
        lacking.update(files.missing(piece))
    canvas.drawText(text)
    for piece in words.line.pieces:
        if files.is_half_filled(piece):
            files.fill_halves(canvas, piece, words.x + piece.x, y, words.size)
    return lacking


def _paint_box(canvas: Canvas, box: Box, height: float) -> None:
    if box.fill:
        canvas.setFillColor(colour(box.fill))
    if box.stroke:
        canvas.setStrokeColor(colour(box.stroke))
        canvas.setLineWidth(box.stroke_width)
        canvas.setDash(list(box.dash))
    place = (box.x, height - box.y - box.height, box.width, box.height)
    canvas.roundRect(*place, box.radius, stroke=int(bool(box.stroke)), fill=int(bool(box.fill)))


def _paint_path(canvas: Canvas, path: Path, height: float) -> None:
    canvas.setStrokeColor(colour(path.colour))
    canvas.setLineWidth(path.width)
    canvas.setDash(list(path.dash))
    canvas.setLineCap(1 if path.round_ends else 0)
    drawn = canvas.beginPath()
    drawn.moveTo(path.start[0], height - path.start[1])
    for curve in path.curves:
        drawn.curveTo(*(part for x, y in curve for part in (x, height - y)))
    canvas.drawPath(drawn, stroke=1, fill=0)


def _paint_polygon(canvas: Canvas, polygon: Polygon, height: float) -> None:
    canvas.setFillColor(colour(polygon.fill))
    drawn = canvas.beginPath()
    (x, y), *others = polygon.points
    drawn.moveTo(x, height - y)
    for x, y in others:
        drawn.lineTo(x, height - y)
    drawn.close()
    canvas.drawPath(drawn, stroke=0, fill=1)


def _paint_sign(canvas: Canvas, sign: Sign, height: float) -> None:
    if sign.state == "late":
        _paint_polygon(canvas, triangle(sign), height)
        return
    canvas.setFillColor(colour(sign.colour))
    canvas.setStrokeColor(colour(sign.colour))
    canvas.setLineWidth(RING)
    canvas.setDash([])
    y = height - sign.y
    canvas.circle(sign.x, y, sign.radius - RING / 2, stroke=1, fill=int(sign.state == "done"))
    if sign.state == "doing":
        radius = sign.radius
        canvas.wedge(sign.x - radius, y - radius, sign.x + radius, y + radius, 90, 180, stroke=0, fill=1)
