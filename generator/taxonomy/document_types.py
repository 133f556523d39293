"""文种: which kind of document it is, by its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from generator.model.report import DocumentType, PublicationRule, Role
from generator.parser.characters import fold
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"
_BRACKETS = re.compile(r"(?:[（(〔\[【][^（()）〔〕\[\]【】]{1,40}[）)〕\]】])+$")


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        message = f"应为正确的正则表达式（{error}）"
        raise ValueError(message) from None
    return value


def _month_and_day(value: str) -> str:
    try:
        # A year without a 29 February: a day that three years in four lack is no day for a rule.
        date.fromisoformat(f"2001-{value}")
    except ValueError:
        message = "应为“04-01”这样的月和日"
        raise ValueError(message) from None
    return value


Pattern = Annotated[str, AfterValidator(_pattern)]
MonthAndDay = Annotated[str, Field(pattern=r"^\d{2}-\d{2}$"), AfterValidator(_month_and_day)]


class _RuleEntry(StrictModel):
    day: MonthAndDay
    from_year: Annotated[int, Field(ge=1949, le=2999)]
    source: Annotated[str, Field(min_length=4)]


class _TypeEntry(StrictModel):
    id: str
    name: str
    pattern: Pattern
    not_: Pattern = Field(default="", alias="not")
    number: Pattern = ""
    legal_basis: str = ""
    required_roles: tuple[Role, ...] = ()
    reports_on_year: bool = False
    plans_year: bool = False
    public_before: _RuleEntry | None = None

    @model_validator(mode="after")
    def _needs_a_year(self) -> _TypeEntry:
        if self.public_before is not None and not self.reports_on_year:
            message = "写了 public_before 的文种须同时写明 reports_on_year: true"
            raise ValueError(message)
        return self


class _TypeFile(StrictModel):
    types: list[_TypeEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRule:
    """A document type and how its titles look.

    Attributes:
        document_type: the type.
        pattern: what its titles have; brackets at the title's end are left out before it is looked for.
        unless: what they do not have.
        number: what the document number has besides (令第711号: what an order publishes is a regulation or a rule).
        names_year: the document belongs to the year that its title names: it reports on it, or plans it (预算).
    """

    document_type: DocumentType
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    number: re.Pattern[str] | None = None
    names_year: bool = False


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
                public_before=_rule(entry.public_before),
            ),
            pattern=re.compile(entry.pattern),
            unless=re.compile(entry.not_) if entry.not_ else None,
            number=re.compile(entry.number) if entry.number else None,
            names_year=entry.reports_on_year or entry.plans_year,
        )
        for entry in content.types
    )


def _rule(entry: _RuleEntry | None) -> PublicationRule | None:
    if entry is None:
        return None
    month, day = map(int, entry.day.split("-"))
    return PublicationRule(month=month, day=day, from_year=entry.from_year, source=entry.source)


def find_type_rule(
    title: str, rules: Sequence[TypeRule], *, number: str = "", stated: str = "", on_page: str = ""
) -> TypeRule | None:
    """The rule of a document's type.

    Args:
        title: 标题; 文种 stands at its end, brackets aside (…办法（试行）, …方案（2021年修订）).
        rules: in their order, the most special first.
        number: 发文字号.
        stated: the sidecar's type, by id or name; nothing else counts then.
        on_page: the page's cell 体裁, by name; counts where the title tells nothing.
    """
    compact = fold("".join(title.split()))
    bare = _BRACKETS.sub("", compact) or compact
    for rule in rules:
        if stated:
            if stated in {rule.document_type.type_id, rule.document_type.name}:
                return rule
        elif _fits(rule, bare, number):
            return rule
    return next((rule for rule in rules if on_page and rule.document_type.name == on_page and not stated), None)


def _fits(rule: TypeRule, title: str, number: str) -> bool:
    if not rule.pattern.search(title) or (rule.unless and rule.unless.search(title)):
        return False
    return rule.number is None or rule.number.search(number) is not None


def find_document_type(title: str, rules: Sequence[TypeRule], stated: str = "") -> DocumentType | None:
    """The type that ``find_type_rule`` finds."""
    rule = find_type_rule(title, rules, stated=stated)
    return rule.document_type if rule is not None else None
