"""Addresses: where each page stands, and how one page links to another.

Links are relative, so that the site works below any path of another site (国办公开办函〔2019〕61号 keeps disclosure in
the agency site's own column).
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

HOME = ""
AGENCIES = "agencies/"
YEARS = "years/"
THEMES = "themes/"
TYPES = "types/"
COVERAGE = "coverage/"
INDICATORS = "indicators/"


def agency_uri(agency_id: str) -> str:
    """The page of an agency."""
    return f"{AGENCIES}{agency_id}/"


def year_uri(year: int | None) -> str:
    """The page of a year; ``years/unknown/`` for reports whose year is not known."""
    return f"{YEARS}{year or 'unknown'}/"


def theme_uri(theme_id: str) -> str:
    """The page of a theme."""
    return f"{THEMES}{theme_id}/"


def theme_year_uri(theme_id: str, year: int | None) -> str:
    """The passages of a theme in one year."""
    return f"{THEMES}{theme_id}/{year or 'unknown'}/"


def type_uri(type_id: str) -> str:
    """The documents of a type; ``types/unknown/`` for those whose type is not known."""
    return f"{TYPES}{type_id or 'unknown'}/"


def coverage_uri(type_id: str, province: str) -> str:
    """公开情况 of a type in one province, by the key of ``listing.province_group``."""
    return f"{COVERAGE}{type_id}/{province}/"


def theme_region_uri(theme_id: str, key: str) -> str:
    """The agencies of one province on a theme."""
    return f"{theme_uri(theme_id)}regions/{key}/"


def agency_children_uri(agency_id: str) -> str:
    """The agencies that belong to one, where they are many."""
    return f"{agency_uri(agency_id)}children/"


def agency_themes_uri(agency_id: str) -> str:
    """An agency's themes, year by year."""
    return f"{agency_uri(agency_id)}themes/"


def indicator_uri(indicator_id: str) -> str:
    """The page of an indicator."""
    return f"{INDICATORS}{indicator_id}/"


def indicator_year_uri(indicator_id: str, year: int | None) -> str:
    """What the reports of one year state of an indicator."""
    return f"{INDICATORS}{indicator_id}/{year or 'unknown'}/"


def numbered_uri(uri: str, number: int) -> str:
    """The n-th page of a long list; the first is the list's own address."""
    return uri if number == 1 else f"{uri}{number}/"


def report_json_uri(report_uri: str) -> str:
    """The data file of a report, beside its page."""
    return f"{report_uri}report.json"


def absolute_address(site_url: str, uri: str) -> str:
    """The whole address of a page or file.

    Args:
        site_url: the site's own, with or without a slash at the end; not empty.
        uri: from the site's root.
    """
    return f"{site_url.rstrip('/')}/{quote(uri, safe='/')}"


def relative_href(from_uri: str, to_uri: str, anchor: str = "") -> str:
    """The link from one page to another, percent-encoded: safe in HTML and Markdown as it stands.

    Args:
        from_uri: folder of the page that holds the link, ``a/b/`` or ``""``.
        to_uri: folder of the page (ending in ``/`` or empty) or path of a file.
        anchor: id on the target page, or empty.
    """
    fragment = f"#{_quoted(anchor)}" if anchor else ""
    if from_uri == to_uri and anchor:
        return fragment
    here, there = from_uri.split("/")[:-1], to_uri.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    path = "../" * (len(here) - shared) + "/".join(_quoted(part) for part in there[shared:])
    return (path or "./") + fragment


@lru_cache(maxsize=8192)
def _quoted(part: str) -> str:
    """A step of an address; the same few stand in most links of a page."""
    return quote(part, safe="")
