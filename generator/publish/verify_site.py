"""The built site proven: every official text read back, every internal link followed, no other host asked."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.model.catalog import ReportRecord
from generator.model.diagnostics import Diagnostic
from generator.pages.read_back import read_built_page
from generator.publish import findings
from generator.publish.site_page import SitePage, read_site_page

_STYLE_SHEET: Final = "assets/stylesheets/gongkai.css"
_CSS_ADDRESS: Final = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*([^"')\s]+)""", re.IGNORECASE)
_NOT_FETCHED: Final = frozenset({"mailto", "tel", "data", "javascript", "about", "blob"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFault:
    """One fault of a built site; ``place`` is the page's path below the site, ``report_id`` empty where no report's."""

    place: str
    finding: Diagnostic
    report_id: str = ""

    def __str__(self) -> str:
        """The finding's Chinese message, which names the page."""
        return self.finding.message


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


def verify_links(site_dir: Path) -> tuple[SiteFault, ...]:
    """Check that internal links and anchors resolve, and that nothing is loaded from another host.

    All pages link relatively but ``404.html``, which is served for any address: its links begin with the path of
    ``site_url``, which is read from the address of our style sheet there.

    Args:
        site_dir: the built site.
    """
    places = _files(site_dir, "html")
    pages = {place: read_site_page((site_dir / place).read_text(encoding="utf-8")) for place in places}
    base_path = _base_path(pages.get("404.html"))
    faults = [fault for place, page in pages.items() for fault in _page_faults(place, page, pages, site_dir, base_path)]
    for place in _files(site_dir, "css"):
        for address in _CSS_ADDRESS.findall((site_dir / place).read_text(encoding="utf-8")):
            if _is_other_host(address):
                faults.append(SiteFault(place=place, finding=findings.OTHER_HOST.at(page=place, link=address)))
    return tuple(faults)


def _base_path(not_found: SitePage | None) -> str:
    loads = not_found.loads if not_found else ()
    return next((load.removesuffix(_STYLE_SHEET) for load in loads if load.endswith(f"/{_STYLE_SHEET}")), "/")


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


def _files(site_dir: Path, suffix: str) -> list[str]:
    return sorted(path.relative_to(site_dir).as_posix() for path in site_dir.rglob(f"*.{suffix}"))


def _page_faults(
    place: str, page: SitePage, pages: dict[str, SitePage], site_dir: Path, base_path: str
) -> Iterator[SiteFault]:
    for address in dict.fromkeys(page.loads):
        if _is_other_host(address):
            yield SiteFault(place=place, finding=findings.OTHER_HOST.at(page=place, link=address))
    for address in dict.fromkeys((*page.links, *page.loads)):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        target = _target(place, parts.path, site_dir, base_path)
        fragment = unquote(parts.fragment)
        if not (site_dir / target).is_file() or (target in pages and fragment and fragment not in pages[target].ids):
            yield SiteFault(place=place, finding=findings.LINK_BROKEN.at(page=place, link=address))


def _target(place: str, path: str, site_dir: Path, base_path: str) -> str:
    """The file below the site that a relative or absolute path means."""
    if not path:
        return place
    start = path.removeprefix(base_path) if path.startswith("/") else posixpath.join(posixpath.dirname(place), path)
    target = posixpath.normpath(unquote(start) or ".")
    is_folder = path.endswith("/") or target == "." or (site_dir / target).is_dir()
    return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target


def _is_other_host(address: str) -> bool:
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or bool(parts.scheme and parts.scheme not in _NOT_FETCHED)
