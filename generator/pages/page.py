"""What composing hands to the writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.model.column import Column
from generator.model.figure import Indicator
from generator.taxonomy.roster import Roster

# Lists are left out of the search, so that a phrase leads to the document that holds it.
LIST_ONLY: Final[Mapping[str, object]] = {"hide": ["toc"], "search": {"exclude": True}}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What pages need to know of the site.

    Attributes:
        name: its name, as ``site_name`` of mkdocs.yml.
        official: an agency publishes its own documents; False for a collection by others (非官方汇编), which must
            say so and lead to the agency's own page (国办公开办函〔2019〕61号).
        site_url: the site's address, or empty where it is not known yet.
        description: ``site_description``, or empty.
        columns: its columns, for the page tags.
        has_search_page: ``search/`` is there (``docs/search.md`` is written by hand).
        roster: who has to publish what, or None where nobody said so.
        coverage_csv: address of the table of 公开情况, or empty.
        indicators: the named indicators, in their order; without them there are no pages of indicators.
    """

    name: str
    official: bool
    site_url: str = ""
    description: str = ""
    columns: tuple[Column, ...] = ()
    has_search_page: bool = False
    roster: Roster | None = None
    coverage_csv: str = ""
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One Markdown file.

    Attributes:
        uri: its folder from the site's root, ``/``-separated with a slash at the end; ``""`` for the home page.
        front_matter: metadata; keys equal the model's identifiers, values are strings, whole numbers or lists
            of strings; ``LIST_ONLY`` on pages that repeat what other pages say.
        body: Markdown.
    """

    uri: str
    front_matter: Mapping[str, object]
    body: str
