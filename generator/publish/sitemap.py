"""``sitemap.xml`` with the dates of the content, in place of MkDocs' own, which dates every page alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

from generator.errors import OutputError
from generator.model.catalog import ReportRecord
from generator.publish.feeds import feed_day

MOST_ADDRESSES: Final = 50_000  # sitemaps.org: of one file
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NOT_LISTED: Final = frozenset({"404.html"})


def write_sitemap(
    site_dir: Path, site_url: str, records: Iterable[ReportRecord], *, most: int = MOST_ADDRESSES
) -> tuple[str, ...]:
    """Write the site map of a built site, split where it is longer than one file may be.

    Args:
        site_dir: the built site; every HTML page in it is listed but the page for what is not found.
        site_url: a site map holds whole addresses: without one there can be none, and MkDocs' empty one is removed.
        records: a report's page carries its report's date; other pages carry none, since none is known.
        most: addresses in one file.

    Returns:
        Addresses of the files written; the first is ``sitemap.xml``.

    Raises:
        OutputError: the disk refuses.
    """
    try:
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (site_dir / name).unlink(missing_ok=True)
        if not site_url:
            return ()
        base = f"{site_url.rstrip('/')}/"
        days = {f"{record.uri}index.html": day for record in records if (day := feed_day(record))}
        lines = _page_lines(site_dir, base, days)
        parts = _cut(lines, most)
        return tuple(_write_parts(site_dir, base, parts))
    except OSError as error:
        message = f"无法写入 sitemap.xml：{error.strerror}"
        raise OutputError(message) from error


def _page_lines(site_dir: Path, base: str, days: Mapping[str, date]) -> list[str]:
    lines = []
    for place in sorted(path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*.html")):
        if place in _NOT_LISTED:
            continue
        uri = place.removesuffix("index.html") if place.rpartition("/")[2] == "index.html" else place
        day = f"<lastmod>{days[place].isoformat()}</lastmod>" if place in days else ""
        lines.append(f"<url><loc>{escape(base + quote(uri))}</loc>{day}</url>\n")
    return lines


def _cut(lines: Iterable[str], most: int) -> list[Sequence[str]]:
    rest = iter(lines)
    return list(iter(lambda: tuple(islice(rest, most)), ()))


def _write_parts(site_dir: Path, base: str, parts: Sequence[Sequence[str]]) -> Iterator[str]:
    if len(parts) <= 1:
        yield _write(site_dir, "sitemap.xml", "urlset", "".join(line for part in parts for line in part))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in names)
    yield _write(site_dir, "sitemap.xml", "sitemapindex", index)
    for name, part in zip(names, parts, strict=True):
        yield _write(site_dir, name, "urlset", "".join(part))


def _write(site_dir: Path, name: str, element: str, content: str) -> str:
    text = f'{_HEAD}<{element} xmlns="{_SPACE}">\n{content}</{element}>\n'
    (site_dir / name).write_text(text, encoding="utf-8", newline="\n")
    return name
