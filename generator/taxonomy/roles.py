"""Which of the legally required parts a unit serves (法治政府建设与责任落实督察工作规定, 2019)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from generator.model.document import Heading
from generator.model.report import Role
from generator.parser.characters import half_width_digits
from generator.taxonomy.units import TextUnit
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"
_SENTENCE = re.compile(r"[^。！？；\n]+")


class _RoleEntry(StrictModel):
    id: Role
    name: str
    heading: str
    text: str
    not_: str = Field(default="", alias="not")
    everywhere: bool


class _RoleFile(StrictModel):
    roles: list[_RoleEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """How one part shows; patterns may hold ``{next_year}``, an empty pattern never matches.

    Attributes:
        role: the part.
        name: its name in the rule.
        heading: pattern for numbered headings.
        text: pattern for sentences.
        unless: pattern of words that make a sentence speak of something else.
        everywhere: sentences of all units count, not only of those without a heading of their own.
    """

    role: Role
    name: str
    heading: str
    text: str
    unless: str
    everywhere: bool


@lru_cache(maxsize=4)
def load_roles(path: Path = DATA / "roles.yml") -> tuple[RoleRule, ...]:
    """Read and check the rules of the parts.

    Raises:
        ConfigurationError: the file is not well-formed.
    """
    content = load_yaml(path, _RoleFile)
    return tuple(
        RoleRule(
            role=entry.id,
            name=entry.name,
            heading=entry.heading,
            text=entry.text,
            unless=entry.not_,
            everywhere=entry.everywhere,
        )
        for entry in content.roles
    )


def assign_roles(
    units: Sequence[TextUnit], year: int | None, rules: Sequence[RoleRule]
) -> tuple[tuple[Role, ...], ...]:
    """The parts that each unit serves, in the rules' order.

    Args:
        units: as ``find_units`` gives them.
        year: the year reported on, or None.
        rules: as ``load_roles`` gives them.

    Returns:
        One tuple a unit, in the units' order.
    """
    next_year = str(year + 1) if year else "(?!)"
    return tuple(_roles_of(unit, next_year, rules) for unit in units)


def _roles_of(unit: TextUnit, next_year: str, rules: Sequence[RoleRule]) -> tuple[Role, ...]:
    roles = _announced(unit.chain, next_year, rules)
    for rule in rules:
        if rule.role not in roles and (rule.everywhere or not unit.chain) and _tells(unit.text, rule, next_year):
            roles.append(rule.role)
    return tuple(rule.role for rule in rules if rule.role in roles)


def _announced(chain: Sequence[Heading], next_year: str, rules: Sequence[RoleRule]) -> list[Role]:
    """Parts that the headings name.

    A top heading tells what all below it is; where it tells nothing, a second-level heading may.  What no heading
    tells of is achievements.  The leaders' duty is often a sub-heading within the achievements: it adds to them.
    """
    if not chain:
        return []
    duty = [rule for rule in rules if rule.role is Role.LEADER_DUTY]
    others = [rule for rule in rules if rule.role is not Role.LEADER_DUTY]
    own = [
        rule.role
        for rule in duty
        for heading in {chain[0], chain[-1]}
        if _search(rule.heading, heading.text, next_year)
    ]
    for heading in chain[:2]:
        found = [rule.role for rule in others if _search(rule.heading, heading.text, next_year)]
        found = [role for role in found if role is not Role.ACHIEVEMENTS] or found
        if found and (heading.level == 1 or Role.ACHIEVEMENTS not in found):
            return own + found
        if own and heading is chain[0] and _search(duty[0].heading, heading.text, next_year):
            return own
    return [*own, Role.ACHIEVEMENTS]


def _tells(text: str, rule: RoleRule, next_year: str) -> bool:
    for sentence in _SENTENCE.findall("".join(text.split(" "))):
        if _search(rule.text, sentence.strip(), next_year) and not _search(rule.unless, sentence, next_year):
            return True
    return False


def _search(pattern: str, text: str, next_year: str) -> bool:
    if not pattern:
        return False
    return re.search(pattern.replace("{next_year}", next_year), half_width_digits(text)) is not None
