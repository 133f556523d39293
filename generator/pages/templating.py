"""The Jinja2 environment: everything that a template prints is escaped by ``escape.markdown_text``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.model.report import Agency
from generator.pages import uris, wording
from generator.pages.escape import attribute, markdown_text

_IDENTIFIER: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def identifier(anchor: str) -> Markup:
    """An anchor as it stands where it is plain, escaped where it is not."""
    return Markup(anchor if _IDENTIFIER.fullmatch(anchor) else attribute(anchor))  # noqa: S704


_FILTERS: Final = {
    "identifier": identifier,
    "chinese_date": wording.chinese_date,
    "year_name": wording.year_name,
    "grouped_number": wording.grouped_number,
    "file_size": wording.file_size,
    "media_name": wording.media_name,
    "agency_name": wording.agency_name,
    "heading_name": wording.heading_name,
    "region_name": wording.region_name,
}


def render_template(name: str, page_uri: str, values: Mapping[str, object]) -> str:
    """Render one page's body.

    Args:
        name: file below ``templates/``.
        page_uri: the page's own address, for the relative links that ``href(uri, anchor)`` makes.
        values: what the template prints; only ``Markup`` is printed as it stands.

    Returns:
        Markdown that ends in exactly one line break.
    """

    def href(uri: str, anchor: str = "") -> Markup:
        return Markup(uris.relative_href(page_uri, uri, anchor))  # noqa: S704 - percent-encoded, cannot hold markup

    return _environment().get_template(name).render(**values, href=href).strip() + "\n"


def agency_link_uri(agency: Agency) -> str:
    """The agency's page, or the list of agencies where its id is not known."""
    return uris.agency_uri(agency.agency_id) if agency.agency_id else uris.AGENCIES


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_escape,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(_FILTERS)
    environment.globals["agency_uri"] = agency_link_uri
    environment.globals["year_uri"] = uris.year_uri
    environment.globals["theme_uri"] = uris.theme_uri
    environment.globals["theme_year_uri"] = uris.theme_year_uri
    environment.globals["type_uri"] = uris.type_uri
    environment.globals["indicator_uri"] = uris.indicator_uri
    environment.globals["indicator_year_uri"] = uris.indicator_year_uri
    return environment


def _escape(value: object) -> object:
    """``finalize``: called for every printed expression; what is marked as markup already, stays."""
    return value if isinstance(value, (Markup, Undefined)) else Markup(markdown_text(str(value)))  # noqa: S704
