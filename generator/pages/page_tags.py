"""What stands in the head of every generated page: page tags, description, feeds, schema.org description.

《政府网站发展指引》(国办发〔2017〕47号), annex 网页设计规范, lists three groups of page tags. (Read in a transcription
of its tables and in the heads of ministries' and cities' pages; the gazette's own print was not at hand.)

- 网站标签, 必选: SiteName, SiteDomain, SiteIDCode. They are the site's and come from mkdocs.yml in the template.
- 栏目标签, 必选: ColumnName, ColumnDescription, ColumnKeywords, ColumnType (the list of types there is left open).
  Agencies' own sites set name and type on content pages too; here every page has all four of its column.
- 内容页标签, 必选: ArticleTitle, PubDate, ContentSource (发布单位 or where it was taken from); 可选: Keywords, Author
  (作者或责任编辑: a document names none, so we neither), Description, Image, Url. Reports alone are content pages.

PubDate has the form ``YYYY-MM-DD HH:MM`` there, and nothing is said of a time that is not known. Documents tell a day:
the tag, which programs read in that form, has 00:00 behind it; what people read, schema.org and Open Graph have the day
alone. It is the record's date of publication; a record without one has no such tag, and the build's day is never used.

All values reach the template as front matter, so that ``mkdocs build`` alone gives the same heads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from generator.model.catalog import ReportRecord
from generator.model.column import Column
from generator.model.data_file import DataFile
from generator.model.vocabulary import Theme
from generator.pages import structured_data, uris, wording
from generator.pages.compare_pairs import COMPARE
from generator.pages.data_page import DATA
from generator.pages.page import Page, SiteFacts

_HOME: Final = "home"
_CHANGED_IN_TITLES: Final = frozenset("<>&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What is published beside the pages.

    Attributes:
        feeds: addresses of all feeds.
        files: the data files.
    """

    feeds: Collection[str] = ()
    files: Sequence[DataFile] = ()


def tag_pages(
    pages: Iterable[Page], records: Iterable[ReportRecord], themes: Iterable[Theme], site: SiteFacts, offered: Offered
) -> Iterator[Page]:
    """Add to every page's front matter what its head is to say; what a page says itself stays.

    Args:
        pages: every generated page, a list before the pages that it leads to; read one at a time.
        records: the published reports.
        themes: the vocabulary of themes.
        site: facts of the site.
        offered: feeds and data files.
    """
    by_uri = {record.uri: record for record in records}
    tagger = _Tagger(
        site=site,
        offered=offered,
        feeds=frozenset(offered.feeds),
        columns={column.column_id: column for column in site.columns},
        theme_names={theme.theme_id: theme.name for theme in themes},
        titles={},
    )
    for page in pages:
        record = by_uri.get(page.uri)
        yield tagger.tag_report(page, record) if record else tagger.tag_other(page)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What one page's head says; ``feed_folder`` is that of the page whose feed it names, ``feed_of`` whose it is."""

    column: Column
    title: str
    description: str
    crumbs: Sequence[tuple[str, str]]
    main: structured_data.Values
    feed_folder: str
    feed_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tagger:
    site: SiteFacts
    offered: Offered
    feeds: frozenset[str]
    columns: Mapping[str, Column]
    theme_names: Mapping[str, str]
    titles: dict[str, str]  # of the pages seen so far, reports left out

    def tag_report(self, page: Page, record: ReportRecord) -> Page:
        agency = record.agency
        listed = bool(agency.agency_id)
        column = self._column(uris.AGENCIES if listed else uris.YEARS, "")
        above = (
            ((column.name, uris.AGENCIES), (agency.name, uris.agency_uri(agency.agency_id)))
            if listed
            else ((column.name, uris.YEARS),)
        )
        year = (wording.year_name(record.year), uris.year_uri(record.year))
        head = _Head(
            column=column,
            title=record.title,
            description=record.summary,
            crumbs=(self._home, *above, year, (record.title, page.uri)),
            main=structured_data.describe_report(record, self.theme_names, self.site),
            feed_folder=uris.agency_uri(agency.agency_id) if listed else uris.HOME,
            feed_of=agency.name if listed else self.site.name,
        )
        return self._with(page, head)

    def tag_other(self, page: Page) -> Page:
        title = str(page.front_matter.get("title", self.site.name))
        self.titles[page.uri] = title
        column = self._column(page.uri, title)
        folders = page.uri.split("/")[:-1]
        above = ["/".join(folders[:depth]) + "/" for depth in range(1, len(folders))]
        if page.uri.startswith(COMPARE) and len(folders) > 1:
            # What the page itself says: two years of an agency stand below the agency.
            above = [uris.AGENCIES, uris.agency_uri(folders[1])]
        steps = [
            (self.titles[uri] if "/" in uri[:-1] or uri not in page.uri else column.name, uri)
            for uri in above
            if uri in self.titles
        ]
        steps += [(title if len(folders) > 1 else column.name, page.uri)] if folders else []
        description = self._description(page, column, title, is_below=len(folders) > 1)
        head = _Head(
            column=column,
            title=title,
            description=description,
            crumbs=(self._home, *steps),
            main=self._main(page, column, title, description),
            feed_folder=page.uri,
            feed_of=title,
        )
        return self._with(page, head)

    def _main(self, page: Page, column: Column, title: str, description: str) -> structured_data.Values:
        if not page.uri:
            return structured_data.describe_home(description, self.site)
        if page.uri == DATA:
            return structured_data.describe_data(description, self.offered.files, page.uri, self.site)
        return structured_data.describe_page(title, description, page.uri, column, self.site)

    def _description(self, page: Page, column: Column, title: str, *, is_below: bool) -> str:
        """The page's own, else the site's for the home page, else the column's pattern with the page's title."""
        if own := page.front_matter.get("description"):
            return str(own)
        if not page.uri:
            return self.site.description or column.description
        return column.below.replace("{title}", title) if is_below and column.below else column.description

    def _with(self, page: Page, head: _Head) -> Page:
        has_feed = f"{head.feed_folder}feed.xml" in self.feeds
        added: dict[str, object] = {
            "description": head.description,
            # In ``title`` these marks are written full-width, for the search dialog's sake.
            "exact_title": head.title if _CHANGED_IN_TITLES & set(head.title) else "",
            "column_name": head.column.name,
            "column_description": head.column.description,
            "column_keywords": list(head.column.keywords),
            "column_type": head.column.column_type,
            "feed_folder": quote(head.feed_folder) if has_feed else "",
            "feed_title": f"{head.feed_of}：最新文件" if has_feed else "",
            "structured_data": structured_data.page_json(head.main, head.crumbs, self.site),
        }
        kept = {key: value for key, value in added.items() if value}
        return replace(page, front_matter={**kept, **page.front_matter})

    def _column(self, uri: str, title: str) -> Column:
        """The column of an address; a column that nothing is told of is called as its first page is."""
        column_id = uri.split("/", 1)[0] or _HOME
        if column := self.columns.get(column_id):
            return column
        name = self.titles.get(f"{column_id}/", title)
        return Column(column_id=column_id, name=name, column_type=name, description=name, keywords=(name,))

    @property
    def _home(self) -> tuple[str, str]:
        return (self._column("", self.site.name).name, uris.HOME)
