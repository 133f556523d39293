"""Every internal link followed, every anchor found, no other host asked: two passes, neither holding the pages.

A page's anchors and the anchors that links ask for are kept as 64-bit digests, sixteen bytes a link at most; only pages
that turn out to hold a broken link are read once more to name it. Two of ten million anchors share a digest with a
probability of 3 in a million.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from array import array
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import numpy

from generator.publish import findings
from generator.publish.site_fault import SiteFault
from generator.publish.site_page import SitePage, read_site_page

_STYLE_SHEET: Final = "assets/stylesheets/gongkai.css"
_CSS_ADDRESS: Final = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*([^"')\s]+)""", re.IGNORECASE)
_NOT_FETCHED: Final = frozenset({"mailto", "tel", "data", "javascript", "about", "blob"})
_REMEMBERED: Final = 1 << 17  # files known to be there: neighbours link to the same ones


def verify_links(site_dir: Path) -> tuple[SiteFault, ...]:
    """Check that internal links and anchors resolve, and that nothing is loaded from another host.

    All pages link relatively but ``404.html``, which is served for any address: its links begin with the path of
    ``site_url``, which is read from the address of our style sheet there.

    Guarantees: every ``<a>`` and every address that a browser fetches by itself is looked at; memory does not grow with
    the text of the pages.

    Args:
        site_dir: the built site.

    Returns:
        Faults in the order of pages, then style sheets.
    """
    places = _files(site_dir, "html")
    following = _Following(site_dir)
    faults: dict[str, list[SiteFault]] = {}
    for number, place in enumerate(places):
        found = following.read(number, place)
        if found:
            faults[place] = found
    for number in following.pages_with_missing_anchors():
        faults.setdefault(places[number], []).extend(following.missing_anchors(places[number]))
    told = [fault for place in places for fault in faults.get(place, ())]
    for place in _files(site_dir, "css"):
        for address in _CSS_ADDRESS.findall((site_dir / place).read_text(encoding="utf-8")):
            if _is_other_host(address):
                told.append(SiteFault(place=place, finding=findings.OTHER_HOST.at(page=place, link=address)))
    return tuple(told)


class _Following:
    """What both passes know: digests of all anchors, and of those that links ask for, with the page of each link."""

    def __init__(self, site_dir: Path) -> None:
        self._site_dir = site_dir
        self._base_path = _base_path(site_dir)
        self._anchors = array("Q")
        self._asked = array("Q")
        self._asked_by = array("L")
        self._missing: frozenset[int] = frozenset()
        self._is_file: Callable[[str], bool] = lru_cache(maxsize=_REMEMBERED)(
            lambda target: (site_dir / target).is_file()
        )

    def read(self, number: int, place: str) -> list[SiteFault]:
        """Note a page's anchors and the anchors it asks for; give its other faults."""
        page = self._page(place)
        self._anchors.extend(_digest(place, anchor) for anchor in page.ids)
        faults = [
            SiteFault(place=place, finding=findings.OTHER_HOST.at(page=place, link=address))
            for address in dict.fromkeys(page.loads)
            if _is_other_host(address)
        ]
        for address, target, anchor in self._internal(place, page):
            if not self._is_file(target) or (anchor and target == place and anchor not in page.ids):
                faults.append(SiteFault(place=place, finding=findings.LINK_BROKEN.at(page=place, link=address)))
            elif anchor and target != place and target.endswith(".html"):
                self._asked.append(_digest(target, anchor))
                self._asked_by.append(number)
        return faults

    def pages_with_missing_anchors(self) -> list[int]:
        """Numbers of the pages that ask for an anchor which no page has, ascending."""
        asked = numpy.frombuffer(self._asked, dtype=numpy.uint64)
        anchors = numpy.frombuffer(self._anchors, dtype=numpy.uint64)
        absent = ~numpy.isin(asked, anchors)
        self._missing = frozenset(asked[absent].tolist())
        by = numpy.frombuffer(self._asked_by, dtype=f"u{self._asked_by.itemsize}")
        return [int(number) for number in numpy.unique(by[absent])]

    def missing_anchors(self, place: str) -> Iterator[SiteFault]:
        """The faults of a page that asks for anchors which are not there."""
        for address, target, anchor in self._internal(place, self._page(place)):
            if anchor and target != place and target.endswith(".html") and _digest(target, anchor) in self._missing:
                yield SiteFault(place=place, finding=findings.LINK_BROKEN.at(page=place, link=address))

    def _page(self, place: str) -> SitePage:
        return read_site_page((self._site_dir / place).read_text(encoding="utf-8"))

    def _internal(self, place: str, page: SitePage) -> Iterator[tuple[str, str, str]]:
        """Address as written, the file that it means, and its anchor, of each address within the site, once each."""
        for address in dict.fromkeys((*page.links, *page.loads)):
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc:
                yield address, self._target(place, parts.path), unquote(parts.fragment)

    def _target(self, place: str, path: str) -> str:
        """The file below the site that a relative or absolute path means."""
        if not path:
            return place
        start = (
            path.removeprefix(self._base_path)
            if path.startswith("/")
            else posixpath.join(posixpath.dirname(place), path)
        )
        target = posixpath.normpath(unquote(start) or ".")
        is_folder = path.endswith("/") or target == "." or (self._site_dir / target).is_dir()
        return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target


def _digest(place: str, anchor: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{place}#{anchor}".encode(), digest_size=8).digest(), "little")


def _base_path(site_dir: Path) -> str:
    path = site_dir / "404.html"
    loads = read_site_page(path.read_text(encoding="utf-8")).loads if path.is_file() else ()
    return next((load.removesuffix(_STYLE_SHEET) for load in loads if load.endswith(f"/{_STYLE_SHEET}")), "/")


def _files(site_dir: Path, suffix: str) -> list[str]:
    return sorted(path.relative_to(site_dir).as_posix() for path in site_dir.rglob(f"*.{suffix}"))


def _is_other_host(address: str) -> bool:
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or bool(parts.scheme and parts.scheme not in _NOT_FETCHED)
