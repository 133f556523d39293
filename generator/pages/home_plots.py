"""Three plots of the home page: tables whose numbers are drawn as bars beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.report import Role
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.taxonomy.timeliness import Timeliness, timeliness

MOST_BARS: Final = 10
_FEWEST_BARS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line: ``share`` is its length in percent of the whole or of the longest; ``uri`` may be empty."""

    label: str
    value: int
    share: int
    uri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """One plot.

    Attributes:
        key: for its anchor.
        title: what it shows, its unit included.
        label_head, value_head: heads of its columns.
        bars: in order; at most ten.
        note: what must be known to read it.
    """

    key: str
    title: str
    label_head: str
    value_head: str
    bars: tuple[Bar, ...]
    note: str


def home_plots(catalog: Catalog) -> tuple[Plot, ...]:
    """Those that the collection has something to tell of; one bar alone tells nothing.

    While no date tells whether reports were public in time, what they state of the parts that they need stands there.
    """
    return tuple(_plots(catalog))


def _plots(catalog: Catalog) -> Iterator[Plot]:
    for plot in (_years(catalog), _timeliness(catalog) or _parts(catalog), _themes(catalog)):
        if plot is not None and len(plot.bars) >= _FEWEST_BARS:
            yield plot


def _years(catalog: Catalog) -> Plot:
    counts = [(year, len(records)) for year, records in catalog.by_year.items() if year][:MOST_BARS]
    most = max((count for _, count in counts), default=1)
    return Plot(
        key="years",
        title="各年度收录多少份文件",
        label_head="年度",
        value_head="份",
        bars=tuple(
            Bar(label=wording.year_name(year), value=count, share=count * 100 // most, uri=uris.year_uri(year))
            for year, count in counts
        ),
        note="年度指文件所反映的年份。各年多少与收录的范围有关，不说明机关公开了多少。",
    )


def _timeliness(catalog: Catalog) -> Plot | None:
    """Of the dates that are known alone; without any there is nothing to plot."""
    verdicts = Counter(verdict for record in catalog.records if (verdict := timeliness(record)))
    known = verdicts[Timeliness.ON_TIME] + verdicts[Timeliness.LATE]
    if not known:
        return None
    rules = dict.fromkeys(
        (record.document_type.name, record.document_type.public_before)
        for record in catalog.records
        if record.document_type is not None
    )
    asked = "；".join(
        f"{name}应当在次年{rule.month}月{rule.day}日之前公开（{rule.source}）"
        for name, rule in rules
        if rule is not None
    )
    unknown = verdicts[Timeliness.UNKNOWN]
    rest = f"另有 {unknown} 份没有载明发布日期，无从判断，没有计入。" if unknown else ""
    return Plot(
        key="timeliness",
        title="年度报告是否按时公开",
        label_head="情况",
        value_head="份",
        bars=tuple(
            Bar(label=label, value=verdicts[verdict], share=verdicts[verdict] * 100 // known)
            for label, verdict in (("按时", Timeliness.ON_TIME), ("逾期", Timeliness.LATE))
        ),
        note=f"{asked}。条形的全长是载明日期的 {known} 份。{rest}",
    )


def _themes(catalog: Catalog) -> Plot | None:
    agencies = len({record.agency.name for record in catalog.records if record.agency.name})
    if not agencies:
        return None
    counts = [
        (
            len({passage.report.agency.name for passages in years.values() for passage in passages} - {""}),
            catalog.themes[theme_id],
        )
        for theme_id, years in catalog.passages.items()
    ]
    counts.sort(key=lambda entry: -entry[0])
    return Plot(
        key="themes",
        title="写到各主题的机关有多少",
        label_head="主题",
        value_head="个机关",
        bars=tuple(
            Bar(label=theme.name, value=count, share=count * 100 // agencies, uri=uris.theme_uri(theme.theme_id))
            for count, theme in counts[:MOST_BARS]
        ),
        note=f"条形的全长是 {agencies} 个机关。"
        + (f"列出最多的 {MOST_BARS} 个主题；" if len(counts) > MOST_BARS else "")
        + "主题由程序按用语辨认。",
    )


def _parts(catalog: Catalog) -> Plot | None:
    asked = [record for record in catalog.records if record.document_type and record.document_type.required_roles]
    if not asked:
        return None
    roles = dict.fromkeys(
        role for record in asked if record.document_type for role in record.document_type.required_roles
    )

    def there(role: Role) -> int:
        return sum(1 for record in asked if role not in record.missing_roles)

    return Plot(
        key="parts",
        title="年度报告载明了哪些法定内容",
        label_head="法定内容",
        value_head="份",
        bars=tuple(
            Bar(label=wording.ROLE_NAMES[role], value=there(role), share=there(role) * 100 // len(asked))
            for role in roles
        ),
        note=f"条形的全长是 {len(asked)} 份年度报告。由程序按小标题和用语辨认，供核对时参考。",
    )
