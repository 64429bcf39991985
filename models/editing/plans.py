"""Laying down a new plan: the reference data of its method pack and one initiative for each basis."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from models.access import Transaction
from models.editing import initiatives
from models.editing.rows import add_row
from models.errors import UserError
from models.method import Bilingual, Source
from models.method.pack import sentence_codes
from models.tables import actor, clause, plan, source, successor, target


def found(
    transaction: Transaction,
    title: Bilingual,
    language: str,
    *,
    created: str | None = None,
    superior_body: str = "",
    issuing_body: str = "",
) -> None:
    """Write the plan's head, its own copy of the pack's sources, actors and targets, and an initiative for each basis.

    The copy keeps a plan readable as it was decided, whatever later packs say. `language` is the document language.
    """
    if not title.vi.strip() and not title.en.strip():
        raise UserError("plan.no_title")
    add_row(
        transaction,
        plan,
        title_vi=title.vi,
        title_en=title.en,
        pack=transaction.method.id,
        pack_version=transaction.method.version,
        language=language,
        created=created or transaction.now,
        superior_body=superior_body,
        issuing_body=issuing_body,
    )
    _copy_actors(transaction)
    _copy_targets(transaction)
    for position, document in enumerate(transaction.method.sources.values()):
        _copy_source(transaction, document, position)
    for basis in transaction.method.bases.values():
        initiatives.add(transaction, basis.code, basis.title)


def _copy_actors(transaction: Transaction) -> None:
    for position, body in enumerate(transaction.method.actors.values()):
        _insert(
            transaction,
            actor,
            code=body.code,
            name_vi=body.name.vi,
            name_en=body.name.en,
            short_vi=body.short.vi,
            short_en=body.short.en,
            block=body.block,
            kind=body.kind,
            position=position,
        )
    for follower in transaction.method.successors:
        for code in follower.clauses or ("",):
            add_row(
                transaction,
                successor,
                actor=follower.actor,
                to_actor=follower.to,
                day=follower.day.isoformat(),
                clause=code,
                basis_vi=follower.basis.vi,
                basis_en=follower.basis.en,
                confirmed=int(follower.confirmed),
            )


def _copy_targets(transaction: Transaction) -> None:
    for position, aim in enumerate(transaction.method.targets.values()):
        indicator = transaction.method.indicators[aim.indicator]
        _insert(
            transaction,
            target,
            code=aim.code,
            indicator=aim.indicator,
            name_vi=indicator.name.vi,
            name_en=indicator.name.en,
            unit_vi=indicator.unit.vi,
            unit_en=indicator.unit.en,
            source=aim.source,
            clause=aim.clause,
            year=aim.year,
            comparator=aim.comparator,
            value=aim.value,
            text_vi=aim.text.vi,
            text_en=aim.text.en,
            position=position,
        )


def _copy_source(transaction: Transaction, document: Source, position: int) -> None:
    _insert(
        transaction,
        source,
        code=document.code,
        number=document.number,
        kind_vi=document.kind.vi,
        kind_en=document.kind.en,
        title_vi=document.title.vi,
        title_en=document.title.en,
        issuer_vi=document.issuer.vi,
        issuer_en=document.issuer.en,
        day=document.date.isoformat() if document.date else None,
        rank=document.rank,
        secondary=int(document.secondary),
        language=document.language,
        position=position,
    )
    rows = _clause_rows(document)
    codes = {row["code"] for row in rows}
    revision = transaction.revision()
    for number, row in enumerate(rows):
        parent = row["code"].rpartition(".")[0]
        row.update(source=document.code, parent=parent if parent in codes else None, position=number, rev=revision)
    transaction.connection.execute(insert(clause), rows)


def _clause_rows(document: Source) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for provision in document.clauses:
        kind = "heading" if provision.title is not None else "paragraph"
        rows.append({"code": provision.code, "kind": kind, "text": provision.text, "text_en": provision.en or ""})
        rows.extend(
            {"code": code, "kind": "sentence", "text": text, "text_en": ""}
            for code, text in sentence_codes(provision).items()
        )
    return rows


def _insert(transaction: Transaction, table: Any, **values: Any) -> None:
    transaction.connection.execute(insert(table).values(rev=transaction.revision(), **values))
