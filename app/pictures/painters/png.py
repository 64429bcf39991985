"""Painting a scene as PNG: its PDF page, turned into dots."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2

from app.pictures.painters import pdf
from app.pictures.painters.canvas import Description
from app.pictures.scene import Scene

SCALE = 2.0
"""Dots to a point: an A3 sheet becomes 2381 × 1684."""
_MOST_DOTS = 100_000_000
"""Dots that a picture may have, for the sake of memory: a larger scene is painted at a smaller scale."""


def paint(scene: Scene, path: Path, description: Description) -> tuple[str, ...]:
    """Write a scene to `path`; return the characters that no typeface has."""
    scale = min(SCALE, (_MOST_DOTS / (scene.width * scene.height)) ** 0.5)
    page_file = io.BytesIO()
    _, missing = pdf.paint([scene], page_file, description)
    document = pypdfium2.PdfDocument(page_file.getvalue())
    try:
        page = document[0]
        page.render(scale=scale).to_pil().save(path, format="PNG")
        page.close()
    finally:
        document.close()
    return missing
