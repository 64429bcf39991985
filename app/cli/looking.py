"""Commands that look something up: method, search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import speech
from app.cli.arguments import SHORT_ID, argument, as_json, pack_name, plan_path, reading, sound_pack
from app.cli.help import command
from models.method import MethodPack

if TYPE_CHECKING:
    from models.search import Hit

_INDENT = "  "
_MOST_HITS, _MOST_HITS_AS_JSON = 50, 1000
_BILINGUAL = ("initiative", "clause")


@command("method")
@pack_name
@as_json
def method(pack: str, as_json: bool) -> None:
    """Print a method pack."""
    from app.documents.plan_json import method_json

    data = sound_pack(pack)
    if as_json:
        speech.out_json(method_json(data))
    else:
        _show_method(data, speech.language())


def _show_method(data: MethodPack, language: str) -> None:
    speech.out(f"{data.id} · {data.title[language]}")
    for group in data.groups.values():
        speech.out(f"\n{group.code}  {group.text[language]}")
        mine = (basis for basis in data.bases.values() if basis.group == group.code)
        _rows((f"{basis.code} – {basis.group_code}", basis.text[language]) for basis in mine)
    for kind in data.frame_kinds.values():
        speech.out(f"\n{kind.code}  {kind.text[language]}")
        _rows((item.code, item.text[language]) for item in data.frame.values() if item.kind == kind.code)
    for step in data.steps.values():
        speech.out(f"\n{step.code}  {step.text[language]}")
        asked = (question for question in data.questions.values() if question.step == step.code)
        _rows((question.code, question.text[language]) for question in asked)
    _show_matrix(data, language)
    _show_targets(data, language)
    speech.out(f"\n{speech.text('show.actors')}")
    _rows((actor.code, actor.name[language]) for actor in data.actors.values())
    speech.out(f"\n{speech.text('show.sources')}")
    _rows(
        (source.code, speech.text("show.source", title=source.title[language], clauses=len(source.clauses)))
        for source in data.sources.values()
    )
    speech.out(f"\n{speech.text('show.errata')}")
    _rows((erratum.place, erratum.note[language]) for erratum in data.errata)


def _show_matrix(data: MethodPack, language: str) -> None:
    for direction in data.directions.values():
        centre = " ★" if direction.code == data.centre else ""
        speech.out(f"\n{direction.code}{centre}  {direction.text[language]}  [{direction.clause}]")
        items = (item for factor in data.key_factors for item in data.cells[f"{direction.code}.{factor}"].items)
        _rows(
            (item.code, f"{item.text[language]}  [{', '.join(item.clauses)}]{_repeats(item.repeats)}") for item in items
        )


def _repeats(code: str | None) -> str:
    return f"  (= {code})" if code else ""


def _show_targets(data: MethodPack, language: str) -> None:
    """Show the targets of one indicator and year together, so that the sources' differences are seen."""
    for indicator in data.indicators.values():
        speech.out(f"\n{indicator.name[language]}")
        aims = sorted(
            (aim for aim in data.targets.values() if aim.indicator == indicator.code), key=lambda aim: aim.year
        )
        _rows((str(aim.year), aim.source, aim.text[language]) for aim in aims)


@command("search")
@plan_path
@argument("words", "words")
@as_json
def search(path: Path, words: str, as_json: bool) -> None:
    """Print where words are found in a plan and its sources, with accents or without."""
    from models import search as searching
    from models.reading import plans

    most = _MOST_HITS_AS_JSON if as_json else _MOST_HITS
    with reading(path) as plan:
        head = plan.read(plans.header)
        index = plan.read(lambda reader: searching.open_index(head.id, plan.file_digest(), searching.entries(reader)))
        try:
            hits = index.find(words, most + 1)
        finally:
            index.close()
    shown = hits[:most]
    if as_json:
        speech.out_json([{"kind": hit.kind, "place": hit.place, "text": hit.text} for hit in shown])
    else:
        kinds = (speech.text(f"show.kind.{hit.kind}") for hit in shown)
        said = (searching.snippet(_line(hit), words) for hit in shown)
        speech.out_rows(zip(kinds, (_place(hit.place) for hit in shown), said, strict=True))
    if not hits:
        speech.tell("show.no_hits", words=words)
    elif len(hits) > most:
        speech.tell("show.more_hits", most=most)


def _line(hit: Hit) -> str:
    """Return the text of a hit on one line; what is there in both languages is set apart."""
    return hit.text.replace("\n", " / ") if hit.kind in _BILINGUAL else hit.text


def _place(place: str) -> str:
    """Return a place with the first characters of a measure's id alone."""
    cell, mark, measure = place.partition("#")
    return f"{cell}{mark}{measure[:SHORT_ID]}"


def _rows(rows: Iterable[Sequence[str]]) -> None:
    speech.out_rows(rows, _INDENT)
