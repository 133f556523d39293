"""What open data is made of: one published report with its passages and figures, as values of JSON on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.catalog import ReportRecord
from generator.model.document import Document
from generator.model.figure import Figure, IndicatorValue
from generator.model.report import Unit
from generator.model.report_parts import Passage
from generator.publish.figure_values import figure_from_values, figure_values


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReport:
    """One report, for all writers of data files.

    Attributes:
        record: the small record.
        entry: its entry of the catalogue, as the keys of ``gongkai inspect --format json`` without the passages.
        passages: in text order.
        figures: in text order; empty where none were looked for.
        indicator_values: what the figures state of the named indicators.
    """

    record: ReportRecord
    entry: Mapping[str, Any]
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...] = ()
    indicator_values: tuple[IndicatorValue, ...] = ()


ReadReport = Callable[[ReportRecord], OpenReport]
"""Reads one report from disk, so that no more than one is in memory."""


def make_passages(published: Document, units: Iterable[Unit]) -> tuple[Passage, ...]:
    """The passages of a document with the themes of their units.

    Args:
        published: the document as published, masked parts left out; never the one before masking.
        units: of the same document.
    """
    labels = {heading.anchor: heading.label for heading in published.headings}
    themes: dict[str, dict[str, None]] = {}
    for unit in units:
        for anchor in unit.passages:
            themes.setdefault(anchor, {}).update(dict.fromkeys(theme.theme_id for theme in unit.themes))
    return tuple(
        Passage(
            anchor=block.anchor,
            section=block.section,
            label=labels.get(block.section, ""),
            kind=block.kind.value,
            text=block.text,
            line=block.span.first_line,
            themes=tuple(themes.get(block.anchor, ())),
        )
        for block in published.blocks
    )


def passage_values(passage: Passage) -> dict[str, Any]:
    """A passage as JSON values; keys as in ``gongkai inspect --format json``, with ``label`` and ``themes``."""
    return {
        "anchor": passage.anchor,
        "section": passage.section or None,
        "label": passage.label or None,
        "kind": passage.kind,
        "line": passage.line,
        "themes": list(passage.themes),
        "text": passage.text,
    }


def dump_parts(passages: Iterable[Passage], figures: Iterable[Figure]) -> str:
    """Passages and figures of one report as JSON text, to be kept between the phases of a build."""
    parts = {"passages": [passage_values(one) for one in passages], "figures": [figure_values(one) for one in figures]}
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def load_parts(text: str) -> tuple[tuple[Passage, ...], tuple[Figure, ...]]:
    """What ``dump_parts`` wrote."""
    parts: dict[str, list[dict[str, Any]]] = json.loads(text)
    passages = tuple(
        Passage(
            anchor=one["anchor"],
            section=one["section"] or "",
            label=one["label"] or "",
            kind=one["kind"],
            text=one["text"],
            line=one["line"],
            themes=tuple(one["themes"]),
        )
        for one in parts["passages"]
    )
    return passages, tuple(figure_from_values(one) for one in parts["figures"])
