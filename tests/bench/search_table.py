"""What was measured, as tables in Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.measured import Measured
from tests.bench.queries import Query
from tests.bench.search_browser import Answer, Cold
from tests.bench.search_judge import FirstPages, Quality, share_at
from tests.bench.search_peers import Peer
from tests.bench.search_truth import Collection, Truth

KINDS = {
    "words": "原样，整词",
    "plain": "原样，任意截取",
    "full-width": "全角",
    "traditional": "繁体",
    "spaced": "引号内带空格",
    "mixed": "夹数字、字母",
    "recombined": "相邻字都有、全句多半没有",
    "absent": "没有出现",
}
_OURS = "gongkai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one report more cost: seconds of the whole update, files and bytes that are new, reports in them."""

    name: str
    seconds: float
    files: int
    size: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything measured at one size.

    Attributes:
        collection: the texts.
        queries: in order; ``truths`` and ``first`` are in the same.
        built: making the index, start of the program included.
        index: what ``search_build`` told.
        cold: first pages in new profiles.
        faceted: the same for some of the queries, with counts for filters.
        first: first pages, one after the other in one page.
        pages: what these are worth.
        complete: number of a query -> its complete list.
        passages: by kind of query: complete lists, by passage.
        by_report: the same, by report.
        added: one report more.
        peers: other searches.
        load: of the machine when it began: seconds mean little on a busy one.
    """

    collection: Collection
    queries: tuple[Query, ...]
    truths: tuple[Truth, ...]
    built: Measured
    index: dict[str, Any]
    cold: tuple[Cold, ...]
    faceted: tuple[Cold, ...]
    first: tuple[Answer, ...]
    pages: FirstPages
    complete: dict[int, Answer]
    passages: dict[str, Quality]
    by_report: dict[str, Quality]
    added: tuple[Added, ...]
    peers: tuple[Peer, ...]
    load: float

    @property
    def is_right(self) -> bool:
        """Nothing missing, nothing untrue, no wrong count that is said to be exact."""
        whole = self.passages[""]
        return (
            whole.found == whole.wanted == whole.answered
            and not (self.pages.untrue or self.pages.missing or self.pages.short or self.pages.wrong_exact)
            and not any(self._wrong_counts())
        )

    def _wrong_counts(self) -> Iterator[bool]:
        for number, answer in self.complete.items():
            truth = self.truths[number]
            yield answer.exact and (answer.total, answer.reports) != (len(truth.places), len(truth.reports))

    @property
    def wrong_counts(self) -> int:
        """Complete lists whose counts are said to be exact and are not."""
        return sum(self._wrong_counts())


def written(runs: Sequence[Run]) -> str:
    """The tables."""
    parts = ["# 检索的测量\n", *_explained(runs), "\n## 各种规模\n", _table(_head(runs), _rows(runs))]
    for run in runs:
        size = run.collection.reports
        parts += [f"\n## {size:,} 份：按检索词的写法\n", _table(_KIND_HEAD, _kind_rows(run))]
        if run.peers:
            parts += [f"\n## {size:,} 份：与其他检索比较（以份计）\n", _table(_PEER_HEAD, _peer_rows(run))]
            parts += ["\n按写法的查全率 / 查准率：\n", _table(*_peer_kinds(run))]
    return "\n".join(parts) + "\n"


def _explained(runs: Sequence[Run]) -> Iterator[str]:
    loads = "、".join(f"{run.load:.1f}" for run in runs)
    yield (
        "文件由五份真实报告按规则改编，句子取自同一批，比真实的文件集重复得多：索引会因此偏小，检索词的命中会因此偏多。"
        f"测量开始时机器负载：{loads}（时间只在空闲的机器上可比）。"
    )
    yield (
        "查全率、查准率以规范化后的逐段比对（grep）为准；“首次检索”每次用全新的浏览器配置，下载量由服务器计数，"
        "含模块、清单、索引块和第一页十份结果，不含 HTTP 头，服务器不压缩；用时从载入模块算起，到第一页结果齐备为止。“全部结果”一栏在命中不超过 2,000 段时（千份以内一律）逐段核对完整清单。"
    )


def _head(runs: Sequence[Run]) -> list[str]:
    return ["项目", *(f"{run.collection.reports:,} 份" for run in runs)]


def _rows(runs: Sequence[Run]) -> Iterator[list[str]]:
    columns = [list(_column(run)) for run in runs]
    for cells in zip(*columns, strict=True):
        yield [cells[0][0], *(value for _, value in cells)]


def _column(run: Run) -> Iterator[tuple[str, str]]:
    texts, index, pages, whole = run.collection, run.index, run.pages, run.passages[""]
    yield "段落 / 字", f"{texts.passages:,} / {texts.characters:,}"
    yield "正文（UTF-8）", _mb(texts.text_bytes)
    yield "建索引：秒（含读入）/ 处理器秒（含启动）", f"{index['seconds']:.1f} / {run.built.processor:.1f}"
    yield "建索引：峰值内存", f"{run.built.memory:,.0f} MiB"
    yield "索引大小", f"{_mb(index['size'])}，{index['files']:,} 个文件，{len(index['segments'])} 段"
    yield "索引占正文", f"{index['size'] / texts.text_bytes:.1%}"
    yield "检索词", f"{len(run.queries)} 个，其中 {sum(bool(truth.places) for truth in run.truths)} 个有命中"
    hits = [len(truth.places) for truth in run.truths if truth.places]
    yield (
        "有命中的检索词命中段数：中位 / 95% 分位 / 最多",
        " / ".join(f"{share_at(hits, share):,.0f}" for share in (0.5, 0.95, 1)),
    )
    yield "全部结果：核对的检索词 / 段", f"{whole.queries} / {whole.wanted:,}"
    yield "全部结果：查全率 / 查准率", f"{_share(whole.found, whole.wanted)} / {_share(whole.found, whole.answered)}"
    yield "全部结果：计数有误的", f"{run.wrong_counts}"
    yield "第一页：所示段落 / 不实 / 漏示", f"{pages.shown:,} / {pages.untrue} / {pages.missing}"
    yield "第一页：不足十份而应有的", f"{pages.short}"
    yield "第一页：称计数准确 / 其中有误", f"{pages.said_exact} / {pages.wrong_exact}"
    off = (
        f"；份数误差中位 {share_at(pages.off, 0.5):.1%}，95% 分位 {share_at(pages.off, 0.95):.1%}" if pages.off else ""
    )
    yield "第一页：称“约”的", f"{len(pages.off)}{off}"
    yield "没有命中而改按词检索（已标明）", f"{pages.relaxed}"
    yield "首次检索：检索词", f"{len(run.cold)} 个；含筛选计数的 {len(run.faceted)} 个"
    yield "首次检索下载：中位 / 95% 分位 / 最多", _sizes(run.cold)
    yield "　其中模块与清单", f"{_kb(index['modules_size'])} + {_kb(index['manifest_size'])}"
    yield (
        "　连同 HTTP 头：中位 / 95% 分位",
        " / ".join(_kb(share_at((one.moved.with_heads for one in run.cold), share)) for share in (0.5, 0.95)),
    )
    yield (
        "　请求数：中位 / 95% 分位",
        " / ".join(f"{share_at((one.moved.requests for one in run.cold), share):.0f}" for share in (0.5, 0.95)),
    )
    yield "含筛选计数的首次检索下载", _sizes(run.faceted)
    yield "首次检索用时：中位 / 95% 分位", _times(one.milliseconds for one in run.cold)
    yield "含筛选计数的首次检索用时", _times(one.milliseconds for one in run.faceted)
    yield "连续检索用时：中位 / 95% 分位", _times(one.milliseconds for one in run.first)
    yield from _added_rows(run.added)


def _added_rows(added: Sequence[Added]) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(one.name for one in added):
        chosen = [one for one in added if one.name == name]
        times = f"（{len(chosen)} 次，中位 / 最多）" if len(chosen) > 1 else ""
        shares = (0.5, 1) if len(chosen) > 1 else (1,)

        def both(values: Iterable[float], form: str, shares: tuple[float, ...] = shares) -> str:
            known = list(values)
            return " / ".join(format(share_at(known, share), form) for share in shares)

        yield f"增加{name}：秒{times}", both((one.seconds for one in chosen), ".1f")
        yield f"　重写文件{times}", both((one.files for one in chosen), ",.0f")
        yield f"　重写 MB{times}", both((one.size / 1e6 for one in chosen), ",.2f")
        yield f"　重写的份数{times}", both((one.reports for one in chosen), ",.0f")


_KIND_HEAD = ["写法", "检索词", "有命中的", "核对的段", "查全率", "查准率", "无命中却有结果的"]


def _kind_rows(run: Run) -> Iterator[list[str]]:
    for kind, name in {**KINDS, "": "合计"}.items():
        one = run.passages.get(kind)
        if one:
            shares = [_share(one.found, one.wanted), _share(one.found, one.answered)]
            yield [name, f"{one.queries}", f"{one.present}", f"{one.wanted:,}", *shares, f"{one.absent_answered}"]


_PEER_HEAD = [
    "检索",
    "建索引秒 / 处理器秒",
    "峰值内存",
    "索引",
    "首次下载 中位 / 95% / 最多",
    "首次用时 中位 / 95%",
    "查全率",
    "查准率",
    "无命中却有结果的",
]


def _peer_rows(run: Run) -> Iterator[list[str]]:
    made = f"{run.index['size'] / 1e6:.1f} MB"
    built = [f"{run.index['seconds']:.1f} / {run.built.processor:.1f}", f"{run.built.memory:,.0f} MiB", made]
    yield _peer_row(_OURS, built, run.cold, run.by_report[""])
    for peer in run.peers:
        built = [
            f"{peer.built.seconds:.1f} / {peer.built.processor:.1f}",
            f"{peer.built.memory:,.0f} MiB",
            f"{peer.size / 1e6:.1f} MB",
        ]
        yield _peer_row(peer.name, built, peer.cold, _peer_quality(run, peer)[""])


def _peer_row(name: str, built: list[str], cold: Sequence[Cold], quality: Quality) -> list[str]:
    shares = [_mean(quality.recall), _mean(quality.precision), f"{quality.absent_answered}"]
    return [name, *built, _sizes(cold), _times(one.milliseconds for one in cold), *shares]


def _peer_kinds(run: Run) -> tuple[list[str], list[list[str]]]:
    qualities = {_OURS: run.by_report, **{peer.name: _peer_quality(run, peer) for peer in run.peers}}
    rows = []
    for kind, name in KINDS.items():
        chosen = [quality[kind] for quality in qualities.values() if kind in quality]
        if chosen and chosen[0].present:
            rows.append([name, *(f"{_mean(one.recall)} / {_mean(one.precision)}" for one in chosen)])
    return ["写法", *qualities], rows


def _peer_quality(run: Run, peer: Peer) -> dict[str, Quality]:
    """Over the queries whose lists were compared for ours, too."""
    found = {"": Quality()}
    for number in run.complete:
        for kind in ("", run.queries[number].kind):
            found.setdefault(kind, Quality()).add(run.truths[number].reports, peer.answers[number])
    return found


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _sizes(cold: Sequence[Cold]) -> str:
    sizes = [one.moved.size for one in cold]
    return " / ".join(_kb(share_at(sizes, share)) for share in (0.5, 0.95, 1))


def _times(milliseconds: Iterable[float]) -> str:
    taken = list(milliseconds)
    return " / ".join(f"{share_at(taken, share):,.0f} 毫秒" for share in (0.5, 0.95))


def _kb(size: float) -> str:
    return f"{size / 1000:,.1f} KB"


def _mb(size: float) -> str:
    return f"{size / 1e6:,.2f} MB"


def _share(part: int, whole: int) -> str:
    """A share that is 1.000 only where nothing is missing."""
    if not whole:
        return "—"
    return "1.000" if part == whole else f"{min(part / whole, 0.9999):.4f}"


def _mean(value: float) -> str:
    """A mean of shares, by the same rule."""
    if math.isnan(value):
        return "—"
    return f"{value:.3f}" if value == 1 else f"{min(value, 0.9994):.3f}"
