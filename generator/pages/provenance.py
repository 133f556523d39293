"""What a report's page says of its source: how the text was obtained, and what the text names beside itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from generator.model.catalog import ReportRecord
from generator.model.text import Reference, TextOrigin
from generator.pages import wording

_SHOWN_REFERENCES: Final = 100
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReference:
    """An image or attachment as the page names it; ``href`` is empty where there is no address fit to be a link."""

    kind: str
    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What the page shows.

    Attributes:
        facts: (label, sentence) in order.
        recognised: the text was read from pictures by a machine.
        references: the first hundred.
        more_references: how many others there are.
        not_offered: why the original is not offered; empty where it is.
    """

    facts: tuple[tuple[str, str], ...]
    recognised: bool
    references: tuple[ShownReference, ...]
    more_references: int
    not_offered: str


def tell_provenance(record: ReportRecord) -> Provenance:
    """Say where the text comes from.

    Args:
        record: the report.
    """
    not_offered = "含已遮盖的个人信息，不提供下载" if record.masked else ""
    facts = [("文字的取得", _obtained(record))]
    facts += [("原文件页数", f"{record.pages} 页")] if record.pages else []
    facts += [("电子印章", f"有电子印章或签名 {record.seals} 处，本站不验证其效力")] if record.seals else []
    shown = tuple(_show(one, record.source_url) for one in record.references[:_SHOWN_REFERENCES])
    if record.withheld and not not_offered:
        not_offered = "文件里有作者姓名、批注等页面上没有的内容，不提供下载"
    return Provenance(
        facts=tuple(facts),
        recognised=record.origin is TextOrigin.RECOGNISED,
        references=shown,
        more_references=max(0, len(record.references) - len(shown)),
        not_offered=not_offered,
    )


def reference_href(uri: str, page_url: str) -> str:
    """The address that a reference's link may have: https alone, so that no reader is led to script or file.

    Args:
        uri: as the source has it; a relative one is taken against the agency's own page.
        page_url: the agency's page, or empty.

    Returns:
        The absolute address, or an empty string.
    """
    try:
        absolute = urljoin(page_url, uri) if page_url else uri
        parts = urlsplit(absolute)
        is_safe = parts.scheme == "https" and bool(parts.hostname) and not parts.username and not parts.password
    except ValueError:  # a host in brackets that is none
        return ""
    return absolute if is_safe and absolute.isprintable() and " " not in absolute else ""


def _obtained(record: ReportRecord) -> str:
    told = wording.ORIGIN_NAMES[record.origin]
    return f"{told}，平均置信度 {record.confidence:.0%}" if record.origin is TextOrigin.RECOGNISED else told


def _show(reference: Reference, page_url: str) -> ShownReference:
    name = reference.name if len(reference.name) <= _LONGEST_NAME else reference.name[:_LONGEST_NAME] + "…"
    return ShownReference(
        kind=wording.REFERENCE_NAMES[reference.kind],
        name=name or "（未命名）",
        href=reference_href(reference.uri, page_url) if reference.uri else "",
    )
