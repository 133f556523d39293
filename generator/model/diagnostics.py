"""Findings about a document: values with a stable code, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """How much a finding weighs.

    ``ERROR`` holds the report back; ``WARNING`` should be mended by the agency; ``NOTE`` is for the editor's eye.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosticKind:
    """One kind of finding, as ``gongkai explain CODE`` tells it.

    Attributes:
        code: stable identifier, kebab-case, never reused for another meaning.
        severity: default weight.
        template: Chinese message with ``{named}`` fields; never contains a secret's value.
        explanation: Chinese: what the rule looks at and why (with the clause of the standard or law).
        remedy: Chinese: what the agency should do.
    """

    code: str
    severity: Severity
    template: str
    explanation: str
    remedy: str

    def at(self, line: int | None = None, **fields: object) -> Diagnostic:
        """Make the finding for a place.

        Args:
            line: 1-based line of the source file, or None where the whole document is meant.
            **fields: values for the template.
        """
        return Diagnostic(code=self.code, severity=self.severity, message=self.template.format(**fields), line=line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding in one document; ``line`` is 1-based in the source file, None for the whole document."""

    code: str
    severity: Severity
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[T]):
    """A value and what was found on the way to it; both are always there."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
