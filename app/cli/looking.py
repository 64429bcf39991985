"""Commands that look something up: method, search, network."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import speech
from app.cli.arguments import AsJson, PlanPath, helps, reading
from models.method import MethodPack, open_pack
from models.method.check import gaps

Pack = Annotated[str, typer.Option("--pack", metavar="NAME|FOLDER", help=helps("pack"))]


def method(pack: Pack = "nq52", as_json: AsJson = False) -> None:
    from app.documents.plan_json import method_json

    data = open_pack(pack)
    found = gaps(data)
    for gap in found:
        speech.hint(gap.sentence(speech.language()))
    if found:
        raise typer.Exit(3)
    if as_json:
        speech.out_json(method_json(data))
    else:
        _show_method(data)


def _show_method(data: MethodPack) -> None:
    language = speech.language()
    speech.out(f"{data.id} · {data.title[language]}")
    for group in data.groups.values():
        speech.out(f"\n{group.code}  {group.text[language]}")
        for basis in data.bases.values():
            if basis.group == group.code:
                speech.out(f"  {basis.code} – {basis.group_code}  {basis.text[language]}")
    speech.out()
    for item in data.frame.values():
        speech.out(f"{item.code}  {item.text[language]}")
    for step in data.steps.values():
        speech.out(f"\n{step.code}  {step.text[language]}")
        for question in data.questions.values():
            if question.step == step.code:
                speech.out(f"  {question.code}  {question.text[language]}")
    _show_matrix(data, language)
    _show_targets(data, language)
    speech.out()
    for actor in data.actors.values():
        speech.out(f"{actor.code}  {actor.name[language]}")
    speech.out()
    for source in data.sources.values():
        speech.out(f"{source.code}  {source.title[language]} ({len(source.clauses)})")


def _show_matrix(data: MethodPack, language: str) -> None:
    for direction in data.directions.values():
        centre = " ★" if direction.code == data.centre else ""
        speech.out(f"\n{direction.code}{centre}  {direction.text[language]}  [{direction.clause}]")
        for factor in data.key_factors.values():
            for item in data.cells[f"{direction.code}.{factor.code}"].items:
                repeats = f" (= {item.repeats})" if item.repeats else ""
                speech.out(f"  {item.code}{repeats}  {item.text[language]}  [{', '.join(item.clauses)}]")


def _show_targets(data: MethodPack, language: str) -> None:
    """Show the targets of one indicator and year together, so that the sources' differences are seen."""
    for indicator in data.indicators.values():
        aims = [aim for aim in data.targets.values() if aim.indicator == indicator.code]
        speech.out(f"\n{indicator.name[language]}")
        for aim in sorted(aims, key=lambda aim: aim.year):
            speech.out(f"  {aim.year}  {aim.source:<7} {aim.text[language]}")


def search(
    path: PlanPath,
    words: Annotated[str, typer.Argument(metavar="TEXT", help=helps("words"))],
    as_json: AsJson = False,
) -> None:
    from models import search as searching
    from models.reading import plans

    with reading(path) as plan:
        head = plan.read(plans.header)
        index = plan.read(lambda reader: searching.open_index(head.id, plan.file_digest(), searching.entries(reader)))
        hits = index.find(words)
        index.close()
    if as_json:
        speech.out_json([{"kind": hit.kind, "place": hit.place, "text": hit.text} for hit in hits])
        return
    if not hits:
        speech.tell("show.no_hits", words=words)
    for hit in hits:
        speech.out(f"{hit.place}  {searching.snippet(hit.text, words)}")


def network(path: PlanPath, as_json: AsJson = False) -> None:
    from models.reading import networks

    with reading(path) as plan:
        found = plan.read(networks.network)
    if as_json:
        speech.out_json(found.as_json())
        return
    for number, wave in enumerate(found.order, start=1):
        speech.out(speech.text("show.wave", number=number, codes=", ".join(wave)))
    for group in found.cycles:
        speech.out(speech.text("show.circle", codes=" → ".join([*group, group[0]])))
    for link in found.breaks:
        speech.out(speech.text("show.break", origin=link.origin, to=link.to, cost=link.cost))
    speech.out(speech.text("show.critical", codes=" → ".join(found.critical_path) or "–"))
    for code, influence in sorted(found.influence.items(), key=lambda pair: pair[1].rank):
        depends = found.dependence[code]
        speech.out(
            speech.text(
                "show.influence",
                code=code,
                influence=influence.direct,
                influence_rank=influence.rank,
                dependence=depends.direct,
                dependence_rank=depends.rank,
            )
        )
