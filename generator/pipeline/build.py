"""The whole build: gather everything, then write, publish, and prove the built site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

from generator.errors import BuildError, OutputError
from generator.model.catalog import ReportRecord
from generator.model.diagnostics import Diagnostic
from generator.pages.compose import ReportReaders, compose_site
from generator.pages.data_page import compose_data_page
from generator.pages.links import find_links
from generator.pages.page import SiteFacts
from generator.pages.page_tags import Offered, tag_pages
from generator.pages.write import Original, write_pages
from generator.pipeline.gather import FileOutcome, gather
from generator.pipeline.open_parts import read_open_report, read_parts
from generator.pipeline.records import WORK_DIR
from generator.pipeline.search_reports import read_search_report
from generator.pipeline.understand import Surroundings, load_surroundings
from generator.publish.collection import Collection
from generator.publish.coverage_file import COVERAGE_URI
from generator.publish.mkdocs_run import build_site
from generator.publish.open_data import lay_over, write_open_data
from generator.publish.sitemap import write_sitemap
from generator.publish.verify_site import verify_site
from generator.readers.discover import discover
from generator.search.model import SearchNames
from generator.search.modules import write_scripts
from generator.search.write import write_index
from generator.taxonomy.indicators import load_indicators

STAGED_SITE = ".gongkai/site"
OPEN_DATA = "open"  # folder of the work folder: the tree of data files, as the site gets it
SEARCH = "search"  # folder of the site: the search page, its modules and the index
_FAULTS_SHOWN = 20
_NO_DATE = date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    Attributes:
        outcomes: one a file, in order of id.
        others: (path, finding) for what lies in ``reports/`` and is no report.
        pages_written: Markdown pages that changed.
        pages: HTML pages of the site.
        proven: report pages whose built HTML was read back and equals the source.
        site_dir: where the site is.
        notes: what is remarkable about the collection's own settings.
    """

    outcomes: tuple[FileOutcome, ...]
    others: tuple[tuple[str, Diagnostic], ...]
    pages_written: int
    pages: int
    proven: int
    site_dir: Path
    notes: tuple[Diagnostic, ...] = ()

    @property
    def published(self) -> tuple[FileOutcome, ...]:
        """The published files."""
        return tuple(outcome for outcome in self.outcomes if outcome.decision.publish)

    @property
    def held(self) -> tuple[FileOutcome, ...]:
        """The held files."""
        return tuple(outcome for outcome in self.outcomes if not outcome.decision.publish)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Who is told how far a build is; each is called with Chinese text or counts."""

    on_stage: Callable[[str], None] = lambda _: None
    on_total: Callable[[int], None] = lambda _: None
    on_file: Callable[[FileOutcome], None] = lambda _: None


def build_project(project_dir: Path, progress: Progress | None = None) -> BuildReport:
    """Build the site of a project folder into its ``site/``.

    Args:
        project_dir: a folder with mkdocs.yml, docs/ and reports/.
        progress: who is told how far it is.

    Returns:
        What was done; held files are in it, and nowhere in the site.

    Raises:
        ConfigurationError: the folder or its settings cannot be used.
        OutputError: a page cannot be written.
        BuildError: MkDocs failed, or a built page differs from its source.
    """
    told = progress or Progress()
    around = load_surroundings(project_dir)
    discovery = discover(project_dir)
    told.on_total(len(discovery.found))
    _clear_work(project_dir)
    outcomes = gather(discovery.found, around, make_records=True, on_done=told.on_file)
    records = _in_catalogue_order(outcomes, around.vocabulary.regions.sort_key)
    told.on_stage("正在联系各机关、各年份的同主题段落……")
    themes = around.vocabulary.themes.themes
    links = tuple(find_links(records, themes))
    told.on_stage("正在编写数据文件……")
    work = project_dir / WORK_DIR
    settings = around.settings
    data = write_open_data(
        _collection(around), records, lambda record: read_open_report(record, project_dir), work / OPEN_DATA
    )
    told.on_stage("正在编写页面……")
    site = SiteFacts(
        name=settings.site_name,
        official=settings.official,
        site_url=settings.site_url,
        description=settings.site_description,
        columns=settings.columns,
        has_search_page=(project_dir / "docs" / "search.md").is_file(),
        roster=around.roster,
        coverage_csv=next((file.uri for file in data.files if file.uri == COVERAGE_URI), ""),
        indicators=load_indicators().indicators,
    )
    pages = compose_site(
        records,
        links,
        themes,
        tuple(around.registry.agencies.values()),
        ReportReaders(
            body=lambda body_path: (work / body_path).read_text(encoding="utf-8"),
            parts=lambda record: read_parts(record, project_dir),
        ),
        around.vocabulary.regions.sort_key,
        site,
    )
    if data.files:
        pages = chain(pages, (compose_data_page(data.files, data.feeds, site, settings.site_url),))
    pages = tag_pages(pages, records, themes, site, Offered(feeds=data.feeds, files=data.files))
    sources = {one.source.report_id: one.source.path for one in discovery.found}
    originals = [Original(record=record, path=sources[record.report_id]) for record in records]
    written = write_pages(pages, project_dir / "docs", originals=originals)
    told.on_stage("正在生成网站（MkDocs）……")
    # Built and proven beside the site first: what is not proven never becomes the site.
    staged = project_dir / STAGED_SITE
    built = build_site(project_dir, staged, source_date=_newest_day(records))
    lay_over(work / OPEN_DATA, staged)
    write_sitemap(staged, settings.site_url, records)
    told.on_stage("正在编制全文索引……")
    write_scripts(staged)
    write_index(
        (read_search_report(record, project_dir) for record in records),
        staged / SEARCH,
        previous=project_dir / "site" / SEARCH,
        names=SearchNames(
            themes={theme.theme_id: theme.name for theme in themes},
            roles={rule.role.value: rule.name for rule in around.vocabulary.roles},
        ),
    )
    told.on_stage("正在逐页核对成品与原文……")
    faults = verify_site(records, staged)
    if faults:
        raise BuildError("成品与原文或链接核对未通过：\n" + "\n".join(f"  {fault}" for fault in faults[:_FAULTS_SHOWN]))
    site_dir = project_dir / "site"
    _replace(staged, site_dir)
    return BuildReport(
        outcomes=outcomes,
        others=discovery.others,
        pages_written=len(written.written),
        pages=built.pages,
        proven=len(records),
        site_dir=site_dir,
        notes=settings.notes,
    )


def _collection(around: Surroundings) -> Collection:
    settings = around.settings
    return Collection(
        name=settings.site_name,
        description=settings.site_description,
        site_url=settings.site_url,
        official=settings.official,
        themes=around.vocabulary.themes.themes,
        indicators=load_indicators().indicators,
        agencies=tuple(around.registry.agencies.values()),
        roster=around.roster,
    )


def _in_catalogue_order(
    outcomes: Sequence[FileOutcome], region_sort_key: Callable[[str], object]
) -> tuple[ReportRecord, ...]:
    records = [outcome.record for outcome in outcomes if outcome.record is not None]
    return tuple(
        sorted(
            records,
            key=lambda record: (region_sort_key(record.agency.region.code), record.report_id, record.year or 0),
        )
    )


def _newest_day(records: Sequence[ReportRecord]) -> int:
    """Seconds since 1970 of the newest date in the content: the sitemap must not depend on the day of the build."""
    days = [day for record in records for day in (record.publication_date, record.date_of_writing) if day is not None]
    newest = max(days, default=_NO_DATE)
    return int(datetime.combine(newest, time(), tzinfo=UTC).timestamp())


def _replace(staged: Path, site_dir: Path) -> None:
    """Put the proven site in the place of the former one."""
    try:
        if site_dir.is_symlink():
            message = f"{site_dir} 是符号链接，拒绝写入。"
            raise OutputError(message)
        if site_dir.exists():
            shutil.rmtree(site_dir)
        staged.rename(site_dir)
    except OSError as error:
        message = f"无法写入 {site_dir}：{error.strerror}"
        raise OutputError(message) from error


def _clear_work(project_dir: Path) -> None:
    work = project_dir / WORK_DIR
    try:
        if work.is_symlink():
            message = f"{work} 是符号链接，拒绝写入。"
            raise OutputError(message)
        if work.exists():
            shutil.rmtree(work)
        work.mkdir(parents=True)
    except OSError as error:
        message = f"无法准备工作目录 {error.filename}：{error.strerror}"
        raise OutputError(message) from error
