"""Addresses: where each page stands, and how one page links to another.

Links are relative, so that the site works below any path of another site (国办公开办函〔2019〕61号 keeps disclosure in
the agency site's own column).
"""

from __future__ import annotations

import posixpath
from urllib.parse import quote

HOME = ""
AGENCIES = "agencies/"
YEARS = "years/"
THEMES = "themes/"
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


def indicator_uri(indicator_id: str) -> str:
    """The page of an indicator."""
    return f"{INDICATORS}{indicator_id}/"


def indicator_year_uri(indicator_id: str, year: int | None) -> str:
    """What the reports of one year state of an indicator."""
    return f"{INDICATORS}{indicator_id}/{year or 'unknown'}/"


def numbered_uri(uri: str, number: int) -> str:
    """The n-th page of a long list; the first is the list's own address."""
    return uri if number == 1 else f"{uri}{number}/"


def relative_href(from_uri: str, to_uri: str, anchor: str = "") -> str:
    """The link from one page to another, percent-encoded: safe in HTML and Markdown as it stands.

    Args:
        from_uri: folder of the page that holds the link, ``a/b/`` or ``""``.
        to_uri: folder of the page (ending in ``/`` or empty) or path of a file.
        anchor: id on the target page, or empty.
    """
    fragment = f"#{quote(anchor, safe='')}" if anchor else ""
    if from_uri == to_uri and anchor:
        return fragment
    path = posixpath.relpath(f"/{to_uri}", f"/{from_uri}")
    if to_uri.endswith("/") or not to_uri:
        path += "/"
    return "/".join(quote(part, safe="") for part in path.split("/")) + fragment
