"""One function for each kind of document or picture and each kind of file; app.documents.export finds them by name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.documents import pdf
from app.documents.blocks import Written
from app.documents.cards.cards import CardsContent, cards
from app.documents.minutes.content import MinutesContent
from app.documents.minutes.document import minutes
from app.documents.sheets.sheet import sheets
from app.pictures.matrix import matrix
from app.pictures.network import NetworkContent, network
from app.pictures.painters import pdf as pictures_pdf
from app.pictures.painters import png, svg
from app.pictures.painters.canvas import Description
from app.pictures.wording import Wording
from models.plan import PlanHeader, Sheet


def sheets_as_pdf(content: Sequence[Sheet], wording: Wording, path: Path) -> Written:
    """Write the sheets of these initiatives."""
    return pdf.write(sheets(content, wording.method, wording.language, wording.on), path)


def matrix_as_pdf(content: Sequence[Sheet], wording: Wording, path: Path, paper: str | None = None) -> Written:
    """Write the matrices of these initiatives, one page each."""
    scenes = (matrix(sheet, wording, paper) for sheet in content)
    return Written(*pictures_pdf.paint(scenes, path, _of_matrices(content, wording)))


def matrix_as_svg(content: Sequence[Sheet], wording: Wording, path: Path, paper: str | None = None) -> Written:
    """Write the matrix of the first of these initiatives."""
    svg.paint(matrix(content[0], wording, paper), path, wording.language)
    return Written(1)


def matrix_as_png(content: Sequence[Sheet], wording: Wording, path: Path, paper: str | None = None) -> Written:
    """Write the matrix of the first of these initiatives."""
    return Written(1, png.paint(matrix(content[0], wording, paper), path, _of_matrices(content, wording)))


def network_as_pdf(content: NetworkContent, wording: Wording, path: Path) -> Written:
    """Write the network of a plan."""
    return Written(*pictures_pdf.paint([network(content, wording)], path, _of_network(content, wording)))


def network_as_svg(content: NetworkContent, wording: Wording, path: Path) -> Written:
    """Write the network of a plan."""
    svg.paint(network(content, wording), path, wording.language)
    return Written(1)


def network_as_png(content: NetworkContent, wording: Wording, path: Path) -> Written:
    """Write the network of a plan."""
    return Written(1, png.paint(network(content, wording), path, _of_network(content, wording)))


def minutes_as_pdf(content: MinutesContent, wording: Wording, path: Path) -> Written:
    """Write the minutes of a workshop."""
    return pdf.write(minutes(content, wording), path)


def minutes_as_docx(content: MinutesContent, wording: Wording, path: Path) -> Written:
    """Write the minutes of a workshop."""
    from app.documents import docx

    return docx.write(minutes(content, wording), path)


def cards_as_pdf(content: CardsContent, wording: Wording, path: Path) -> Written:
    """Write blank cards to print."""
    title = wording.say("document.cards.title", title=content.plan.title[wording.language] or content.plan.title.vi)
    description = _description(title, content.plan, wording)
    return Written(*pictures_pdf.paint(cards(content, wording), path, description))


def _of_matrices(content: Sequence[Sheet], wording: Wording) -> Description:
    plan = content[0].plan
    return _description(wording.say("picture.matrix_title", plan=plan.title[wording.language]), plan, wording)


def _of_network(content: NetworkContent, wording: Wording) -> Description:
    plan = content.plan
    return _description(wording.say("picture.network_title", plan=plan.title[wording.language]), plan, wording)


def _description(title: str, plan: PlanHeader, wording: Wording) -> Description:
    author = plan.issuing_body or plan.superior_body
    return Description(title, plan.title[wording.language], author, wording.language, wording.on)
