"""The gate's knowledge of the world, read from ``generator/data/gate.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, ClassVar

import yaml
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from generator.errors import ConfigurationError

Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Digits = Annotated[str, Field(pattern=r"^[0-9]+$")]
CLOSED = ConfigDict(extra="forbid")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecrecyRules:
    """密级标志: levels, the star between level and term, labels of a metadata line, urgency words beside it.

    ``head_lines`` is the number of lines from the top that count as the head of the page (GB/T 9704-2012, 7.2.2).
    """

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    levels: Texts
    stars: Texts
    labels: Texts
    urgencies: Texts
    head_lines: Annotated[int, Field(ge=1, le=20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRules:
    """公开属性 as a mark: who is spoken of, labels, and the three kinds of value."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    subjects: Texts
    labels: Texts
    on_request: Texts
    withheld: Texts
    proactive: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRules:
    """Identity numbers, bank cards, mobiles: plausible shapes, and the labels that stand before numbers.

    ``card_issuers`` holds ``(prefix, lengths)``.  ``code_labels`` stand before numbers that are no one's
    (合同编号), ``identity_labels`` and ``telephone_labels`` before numbers that are someone's.
    """

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    provinces: Annotated[tuple[Annotated[str, Field(pattern=r"^[0-9]{2}$")], ...], Field(min_length=1)]
    first_birth_year: Annotated[int, Field(ge=1850)]
    last_birth_year: Annotated[int, Field(le=2100)]
    card_issuers: Annotated[
        tuple[tuple[Digits, tuple[Annotated[int, Field(ge=16, le=19)], ...]], ...], Field(min_length=1)
    ]
    code_labels: Texts
    identity_labels: Texts
    telephone_labels: Texts
    measures: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRules:
    """Other personal data: passports, plates, mail, addresses."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    passport_labels: Texts
    plate_provinces: Text
    webmail: Texts
    official_mail: Texts
    address_labels: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class NameListRules:
    """名单 of persons: what makes a list's heading and a table's columns sensitive; rows needed to call it a list."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    subjects: Texts
    list_words: Texts
    name_columns: Texts
    personal_columns: Texts
    rows: Annotated[int, Field(ge=2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRules:
    """附注中的联系人: labels, forms of address that follow a name, and words that are no names."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    person_labels: Texts
    telephone_labels: Texts
    other_labels: Texts
    forms_of_address: Texts
    organisation_endings: Text
    not_names: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRules:
    """Everything that the gate goes by; immutable and hashable.

    Attributes:
        version: of the data file.
        secrecy, disclosure, numbers, personal, name_list, contacts: one group per rule module.
        internal_marks: lines such as 内部资料 that limit who may read.
        surnames: single and double family names.
        variants: ``(traditional, simplified)`` characters, for the scan copy only.
        never_allow: codes that no reviewer's record can let pass.
        withhold_original: codes that tell of things in the file that the page does not show; the file is not offered.
        require_mark: also hold a report whose text carries no disclosure mark.
        findings_per_code: how many findings of one code are listed one by one.
    """

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED
    version: Text
    secrecy: SecrecyRules
    internal_marks: Texts
    disclosure: DisclosureRules
    numbers: NumberRules
    personal: PersonalRules
    name_list: NameListRules
    contacts: ContactRules
    surnames: Texts
    variants: tuple[tuple[Annotated[str, Field(min_length=1, max_length=1)], Text], ...]
    never_allow: Texts
    withhold_original: Texts
    require_mark: bool
    findings_per_code: Annotated[int, Field(ge=1)]


def read_gate_rules(content: str, name: str) -> GateRules:
    """Read and validate gate rules.

    Args:
        content: YAML text.
        name: file name for messages.

    Returns:
        The rules.

    Raises:
        ConfigurationError: not YAML, unknown or missing keys, wrong values; lists every fault.
    """
    try:
        tree = yaml.load(content, Loader=_LOADER)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ConfigurationError(f"{name} 不是有效的 YAML：{error}") from error
    try:
        return TypeAdapter(GateRules).validate_python(tree)
    except ValidationError as error:
        faults = "\n".join(
            f"  {'.'.join(map(str, fault['loc'])) or '（整个文件）'}：{fault['msg']}" for fault in error.errors()
        )
        raise ConfigurationError(f"{name} 有 {error.error_count()} 处错误：\n{faults}") from error


@lru_cache(maxsize=1)
def load_gate_rules() -> GateRules:
    """The rules that come with the program.

    Raises:
        ConfigurationError: the file was altered and is not valid.
    """
    name = "gate.yml"
    return read_gate_rules(files("generator.data").joinpath(name).read_text(encoding="utf-8"), name)
