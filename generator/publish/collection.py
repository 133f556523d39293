"""What data files need to know of the collection as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from generator.model.figure import Indicator
from generator.model.report import Agency
from generator.model.vocabulary import Theme
from generator.pages.uris import relative_href
from generator.taxonomy.roster import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """The collection.

    Attributes:
        name: ``site_name`` of mkdocs.yml.
        description: ``site_description``, or empty.
        site_url: ``site_url``, or empty where it is not known yet.
        official: an agency publishes its own documents; False: a collection by others (非官方汇编).
        themes: the vocabulary of themes, in its order.
        indicators: the named indicators, in their order.
        agencies: the registered agencies.
        roster: who has to publish what, or None where nobody said so.
    """

    name: str
    description: str = ""
    site_url: str = ""
    official: bool = False
    themes: tuple[Theme, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    agencies: tuple[Agency, ...] = ()
    roster: Roster | None = None

    def address(self, uri: str, anchor: str = "") -> str:
        """Address of a page or file in a table of data: whole where ``site_url`` is set, else from the site's root."""
        fragment = f"#{quote(anchor, safe='')}" if anchor else ""
        return self._base + quote(uri, safe="/") + fragment

    def link(self, from_uri: str, to_uri: str, anchor: str = "") -> str:
        """Link from one file to another: whole where ``site_url`` is set, else relative."""
        if not self.site_url:
            folder = from_uri.rpartition("/")[0]
            return relative_href(f"{folder}/" if folder else "", to_uri, anchor)
        return self.address(to_uri, anchor)

    def theme_names(self) -> dict[str, str]:
        """Theme id -> name."""
        return {theme.theme_id: theme.name for theme in self.themes}

    def indicator_names(self) -> dict[str, str]:
        """Indicator id -> name."""
        return {indicator.indicator_id: indicator.name for indicator in self.indicators}

    @property
    def _base(self) -> str:
        return f"{self.site_url.rstrip('/')}/" if self.site_url else ""
