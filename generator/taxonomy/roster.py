"""应公开名册 ``reports/roster.yml``: who has to publish what, from which year on. Optional.

duties:
  - document_type: law-based-government-report   # id or name of an entry of document_types.yml
    from_year: 2019                              # first year reported on
    to_year: 2024                                # last one; left out: the newest year of the collection
    agencies: [urumqi-gov, xiamen-fao]           # registered agencies, with reports or without
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, create_model, field_validator

from generator.errors import ConfigurationError
from generator.model.report import DocumentType
from generator.readers.discover import AGENCY_FILE, ROSTER_FILE
from generator.taxonomy.agencies import AgencyRegistry
from generator.taxonomy.document_types import TypeRule, find_type_rule
from generator.taxonomy.validation import Fault, StrictModel, key_line, read_yaml_file

_Year = Annotated[int, Field(ge=1949, le=2099)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Agencies that have to publish one document of a type each year.

    Attributes:
        document_type: the type.
        agency_ids: registered agencies.
        from_year: the first year reported on.
        to_year: the last one; None: as far as the collection goes.
    """

    document_type: DocumentType
    agency_ids: tuple[str, ...]
    from_year: int
    to_year: int | None = None

    def covers(self, year: int) -> bool:
        """Whether a document of this year is due at all."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The duties, in the order of the file; no agency has two for one type and year."""

    duties: tuple[Duty, ...]


class _DutyEntry(StrictModel):
    document_type: str
    from_year: _Year
    to_year: _Year | None = None
    agencies: Annotated[tuple[str, ...], Field(min_length=1)]

    @field_validator("to_year")
    @classmethod
    def _not_before(cls, value: int | None, info: ValidationInfo) -> int | None:
        first = info.data.get("from_year")
        if value is not None and isinstance(first, int) and value < first:
            message = f"应当不早于 from_year（{first}）"
            raise ValueError(message)
        return value


class _RosterFile(StrictModel):
    duties: Annotated[list[_DutyEntry], Field(min_length=1)]


def load_roster(reports_dir: Path, registry: AgencyRegistry, rules: Sequence[TypeRule]) -> Roster | None:
    """Read the roster where there is one.

    Args:
        reports_dir: the folder ``reports/``.
        registry: its agencies.
        rules: the document types.

    Returns:
        The roster, or None without a file.

    Raises:
        ConfigurationError: it is not as it should be; every fault is listed with its line.
    """
    path = reports_dir / ROSTER_FILE
    if not path.exists() and not path.is_symlink():
        return None
    display = f"{reports_dir.name}/{ROSTER_FILE}"
    read, faults = read_yaml_file(path, display, _checked_against(registry, rules))
    if read is not None:
        faults = tuple(_repeated(read, display, path.read_text(encoding="utf-8-sig"), rules))
    if read is None or faults:
        raise ConfigurationError("\n".join(map(str, faults)))
    return Roster(
        duties=tuple(
            Duty(
                document_type=_rule(entry.document_type, rules).document_type,
                agency_ids=entry.agencies,
                from_year=entry.from_year,
                to_year=entry.to_year,
            )
            for entry in read.duties
        )
    )


def _checked_against(registry: AgencyRegistry, rules: Sequence[TypeRule]) -> type[_RosterFile]:
    """The model, knowing this project's agencies and types, so that all faults are told at once."""
    faulty = {fault.agency_id for fault in registry.faults}

    def known_type(value: str) -> str:
        rule = find_type_rule("", rules, stated=value)
        if rule is None:
            message = "应为 document_types.yml 中的编号或名称"
            raise ValueError(message)
        if not rule.names_year:
            message = "应为按年度公开的文种（年度报告、预算、决算等）"
            raise ValueError(message)
        return value

    def known_agencies(value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [one for one in value if one not in registry.agencies]
        if unknown:
            told = "；".join(
                f"“{one}”的 {one}/{AGENCY_FILE} 有误" if one in faulty else f"“{one}”没有登记：没有 {one}/{AGENCY_FILE}"
                for one in unknown
            )
            raise ValueError(told)
        return value

    return _with_checks(known_type, known_agencies)


def _with_checks(
    known_type: Callable[[str], str], known_agencies: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> type[_RosterFile]:
    entry = create_model(
        "_CheckedDuty",
        __base__=_DutyEntry,
        document_type=(Annotated[str, AfterValidator(known_type)], ...),
        agencies=(Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(known_agencies)], ...),
    )
    return create_model(
        "_CheckedRoster",
        __base__=_RosterFile,
        duties=(Annotated[list[entry], Field(min_length=1)], ...),
    )


def _repeated(read: _RosterFile, display: str, text: str, rules: Sequence[TypeRule]) -> Iterator[Fault]:
    """An agency named twice for one type and year: one of the two is a slip."""
    seen: dict[tuple[str, str], list[_DutyEntry]] = {}
    for number, entry in enumerate(read.duties):
        type_id = _rule(entry.document_type, rules).document_type.type_id
        for agency_id in entry.agencies:
            earlier = seen.setdefault((type_id, agency_id), [])
            if any(_overlap(entry, other) for other in earlier):
                line = key_line(text, "duties", number, "agencies")
                message = f"机关“{agency_id}”的同一文种、同一年度重复列出。"
                yield Fault(display_path=display, line=line, message=message)
            earlier.append(entry)


def _overlap(one: _DutyEntry, other: _DutyEntry) -> bool:
    last = 9999
    return one.from_year <= (other.to_year or last) and other.from_year <= (one.to_year or last)


def _rule(stated: str, rules: Sequence[TypeRule]) -> TypeRule:
    rule = find_type_rule("", rules, stated=stated)
    if rule is None:
        message = f"document type {stated!r} was checked and is not there"
        raise LookupError(message)
    return rule
