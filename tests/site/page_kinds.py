"""The kinds of pages that the site has: one row each.  A built page of no kind fails a test, so that none is forgotten.

Whoever adds a kind of page adds a row.  The page that stands for a kind is its largest one: what goes wrong shows there.
"""

from __future__ import annotations

import re
from pathlib import Path

_ID = r"[a-z0-9-]+"
_YEAR = r"(?:\d{4}|unknown)"
_PART = r"(?:[a-z0-9]+/)*"  # a long list is split by province and by hundred
# Kind -> the places of its pages below site/, as one regular expression that has to match the whole of it.
KINDS = {
    "home": r"index\.html",
    "search": r"search/index\.html",
    "report": rf"reports/{_ID}/{_ID}/index\.html",
    "agencies": r"agencies/(?:regions/.*)?index\.html",
    "agency": rf"agencies/(?!regions/){_ID}/(?!themes/){_PART}index\.html",
    "agency-themes": rf"agencies/{_ID}/themes/index\.html",
    "years": r"years/index\.html",
    "year": rf"years/{_YEAR}/{_PART}index\.html",
    "themes": r"themes/index\.html",
    "theme": rf"themes/{_ID}/(?:regions/.*)?index\.html",
    "theme-year": rf"themes/{_ID}/{_YEAR}/{_PART}index\.html",
    "types": r"types/index\.html",
    "type": rf"types/{_ID}/{_PART}index\.html",
    "coverage": rf"coverage/(?:{_ID}/{_PART})?index\.html",
    "compare": r"compare/index\.html",
    "compare-years": rf"compare/{_ID}/\d{{4}}-\d{{4}}/index\.html",
    "indicators": r"indicators/index\.html",
    "indicator": rf"indicators/{_ID}/index\.html",
    "indicator-year": rf"indicators/{_ID}/{_YEAR}/{_PART}index\.html",
    "data": r"data/index\.html",
    "manual": r"(?:about|guide|search-api)/index\.html",
    "not-found": r"404\.html",
}


def built_pages(site: Path) -> list[str]:
    """The places of all pages below ``site``, in order."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def kinds_of(place: str) -> list[str]:
    """The kinds whose pattern a place fits; one in a sound table."""
    return [kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, place)]


def example(kind: str, site: Path) -> str:
    """The place of the largest page of a kind; of several as large, the first."""
    places = [place for place in built_pages(site) if re.fullmatch(KINDS[kind], place)]
    assert places, f"没有一页属于“{kind}”：样例不全，或者 page_kinds.py 里的写法不对"
    return max(places, key=lambda place: ((site / place).stat().st_size, [-ord(letter) for letter in place]))


def address_of(place: str) -> str:
    """A page's address below the site: a folder's page is asked for by the folder."""
    return place.removesuffix("index.html")
