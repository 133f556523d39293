"""文种: which kind of document it is, by its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.model.report import DocumentType, Role
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        message = f"应为正确的正则表达式（{error}）"
        raise ValueError(message) from None
    return value


Pattern = Annotated[str, AfterValidator(_pattern)]


class _TypeEntry(StrictModel):
    id: str
    name: str
    pattern: Pattern
    not_: Pattern = Field(default="", alias="not")
    legal_basis: str = ""
    required_roles: tuple[Role, ...] = ()
    reports_on_year: bool = False


class _TypeFile(StrictModel):
    types: list[_TypeEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRule:
    """A document type and the patterns that its titles have (``unless``: that they do not have)."""

    document_type: DocumentType
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


@lru_cache(maxsize=4)
def load_document_types(path: Path = DATA / "document_types.yml") -> tuple[TypeRule, ...]:
    """Read and check the document types.

    Raises:
        ConfigurationError: the file is not well-formed; every fault is listed.
    """
    content = load_yaml(path, _TypeFile)
    return tuple(
        TypeRule(
            document_type=DocumentType(
                type_id=entry.id,
                name=entry.name,
                legal_basis=entry.legal_basis,
                required_roles=entry.required_roles,
                reports_on_year=entry.reports_on_year,
            ),
            pattern=re.compile(entry.pattern),
            unless=re.compile(entry.not_) if entry.not_ else None,
        )
        for entry in content.types
    )


def find_document_type(title: str, rules: Sequence[TypeRule], stated: str = "") -> DocumentType | None:
    """The type that the sidecar states (by id or name), else the first whose pattern the title has."""
    compact = "".join(title.split())
    for rule in rules:
        if stated:
            if stated in {rule.document_type.type_id, rule.document_type.name}:
                return rule.document_type
        elif rule.pattern.search(compact) and not (rule.unless and rule.unless.search(compact)):
            return rule.document_type
    return None
