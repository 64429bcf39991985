"""Documents as Word files: the same blocks that become PDF, with real styles, fields and repeated table heads."""

from app.documents.docx.writer import write

__all__ = ["write"]
