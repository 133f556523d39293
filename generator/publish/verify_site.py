"""The built site proven: every official text read back, every internal link followed, no other host asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model.catalog import ReportRecord
from generator.pages.read_back import read_built_page
from generator.publish import findings
from generator.publish.site_fault import SiteFault
from generator.publish.verify_links import verify_links

__all__ = ["SiteFault", "verify_links", "verify_site", "verify_texts"]


def verify_site(records: Iterable[ReportRecord], site_dir: Path) -> tuple[SiteFault, ...]:
    """Everything below: texts, links and hosts."""
    return (*verify_texts(records, site_dir), *verify_links(site_dir))


def verify_texts(records: Iterable[ReportRecord], site_dir: Path) -> tuple[SiteFault, ...]:
    """Check that every report's built page holds exactly its official text.

    Args:
        records: what was to be published.
        site_dir: the built site.

    Returns:
        One fault for each report whose page is missing or whose text's SHA-256 is another.
    """
    return tuple(fault for record in records for fault in _verify_text(record, site_dir))


def _verify_text(record: ReportRecord, site_dir: Path) -> Iterator[SiteFault]:
    place = f"{record.uri}index.html"
    path = site_dir / place
    if not path.is_file():
        finding = findings.PAGE_MISSING.at(page=place)
        yield SiteFault(place=place, finding=finding, report_id=record.report_id)
        return
    text = read_built_page(path.read_text(encoding="utf-8"))
    if text is None or hashlib.sha256(text.encode()).hexdigest() != record.official_sha256:
        finding = findings.TEXT_DIFFERS.at(page=place, found=len(text or ""), wanted=record.official_characters)
        yield SiteFault(place=place, finding=finding, report_id=record.report_id)
