"""Vocabulary entries (from ``generator/data/*.yml``) as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme of the versioned list.

    Attributes:
        theme_id: ``open-government``.
        name: 政务公开与信息公开.
        outline_part: the task of 法治政府建设实施纲要（2021—2025年） it belongs to (``八（27）``), or ``domain pack``.
        scope: what it covers, in Chinese.
        indicators: words that show it, with their weight.
    """

    theme_id: str
    name: str
    outline_part: str
    scope: str
    indicators: tuple[tuple[str, float], ...]
