"""The text of one published report in its parts: what is read from disk for one report at a time."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.figure import Figure, IndicatorValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph of the official text as published.

    Attributes:
        anchor: its place on the report's page.
        section: anchor of the section that it stands in, or empty.
        label: label of that section (``一（二）``), or empty.
        kind: which part of the document it is, as ``BlockKind`` names it.
        text: its characters; what is masked is not among them.
        line: 1-based source line.
        themes: ids of the themes of all units that it belongs to, in the order of the units, then best first.
    """

    anchor: str
    section: str
    label: str
    kind: str
    text: str
    line: int
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportParts:
    """What one report says.

    Attributes:
        passages: in text order.
        figures: quantities stated, in text order.
        indicator_values: what the figures state of the named indicators, in the order of ``indicators.yml``.
    """

    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    indicator_values: tuple[IndicatorValue, ...] = ()
