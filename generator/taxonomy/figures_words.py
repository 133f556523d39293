"""Chinese numerals: whether they count something, or are part of a name, a set phrase or a demand."""

from __future__ import annotations

import re

from generator.taxonomy.figures_rules import FigureRules
from generator.taxonomy.figures_text import BLOT, PassageText

_BOUNDARY = frozenset("，。；：、！？,;:!?…\n\t（(）)")
_AND = frozenset("和及与并")
_QUOTED = frozenset("”’」』》")
# 一件 after these is 每一件, 这一件: not a count.
_NOT_BEFORE_ONE = frozenset("每同这那另任某之进统专单唯哪某跑成下")
_ONE_COUNTED = frozenset("件起例宗名份次场期篇部项人座处所")
_OPENING = frozenset(("件", "起", "名", "份", "篇", "部", "家", "批", "场", "次"))  # 两件案例入选……
_OFTEN = frozenset(("次", "批次", "场次", "人次"))
_LOOSE = frozenset(("个", "项", "类", "种", "套", "条"))
_NAMED = _LOOSE | {"件", "部", "批", "场"}  # what they count must be named: 三件提案, not 三件大事
_CAPITAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_ROUND_ALONE = frozenset("百千万亿")
_LEAST_MONEY = 100  # 一元, 二元, 多元 are other words
_DEMANDED_WITHIN = 10
_TENTHS = 10
_TENTHS_AFTER = re.compile(r"(?:[达超过近占约至到缩升降增减少多长的为比有率]|逾|不足|不到|不及|下降|上升)$")
_RATE_END = ("率", "度")  # 审核率、备案率三项指标均为100%
_PREDICATE = re.compile("共|正在|纳入|列入|入选|均|已|全部|全都|未|尚|仍|被")
_PARALLEL = re.compile(r"[\d一二两三四五六七八九十百]+[个名家所座][^，。；、]{1,14}[、和]$")
_AHEAD = 10
_LEAST_BEFORE_ONE = 4  # 打掉盗窃团伙一个


def counts_in_words(text: PassageText, match: re.Match[str], value: int, rules: FigureRules, *, about: bool) -> bool:
    """Whether Chinese numerals with a unit count something.

    Args:
        text: the passage.
        match: of the rules' ``chinese``.
        value: what the numerals say.
        rules: as ``load_figure_rules`` gives them.
        about: a word next to them makes them approximate.
    """
    unit, printed = match["unit"], match["number"]
    before = text.masked[text.clause_start(match.start()) : match.start()]
    clause_end = text.clause_end(match.end())
    if match["part"]:  # 二点五个百分点
        return True
    if printed == "二" or printed[0] in "零〇" or "之一" in text.masked[match.end() : clause_end]:
        return False
    if before[-1:] == BLOT and text.plain[match.start() - 1] not in _QUOTED:
        return value == 1 and text.plain.endswith("唯一", 0, match.start())  # 唯一一项
    if printed in _CAPITAL:  # 伍家岗, 陆家嘴
        return False
    if unit == "倍":
        return value < _TENTHS
    if unit == "成":  # 七成以上
        return value <= _TENTHS and _TENTHS_AFTER.search(before) is not None
    if unit == "元":
        return value >= _LEAST_MONEY and len(printed) > 1
    after = text.masked[match.end() : min(match.end() + _AHEAD, clause_end + 1)]
    core = rules.trail.sub("", rules.lead.sub("", before))
    if value == 1:
        return _one_counts(unit, before, core, after, rules)
    if rules.generic.match(after) or (unit in _LOOSE and rules.generic.search(after[:6])):
        return False
    if _ROUND_ALONE.issuperset(printed) and not about:
        return False  # 法律进万家
    return _several_count(match, value, before, after, rules, about=about) or _stand(unit, core, after)


def _ends(after: str) -> bool:
    return not after or after[0] in _BOUNDARY or after[0] in _AND


def _one_counts(unit: str, before: str, core: str, after: str, rules: FigureRules) -> bool:
    if rules.required.search(before[-_DEMANDED_WITHIN:]):
        return False
    if _ends(after):
        named = len(core) >= (_LEAST_BEFORE_ONE if unit == "个" else 2)
        return unit in _ONE_COUNTED | {"个"} and named and before[-1:] not in _NOT_BEFORE_ONE
    if _PARALLEL.search(before):  # 十个社区、一个集镇
        return unit in _ONE_COUNTED or unit == "个"
    return unit in rules.one_after_verb and rules.creating.search(before) is not None


def _several_count(
    match: re.Match[str], value: int, before: str, after: str, rules: FigureRules, *, about: bool
) -> bool:
    """The words around say that something is counted."""
    unit = match["unit"]
    return (
        (about and value >= _TENTHS)  # 近千个摊位
        or bool(match["more"] and before)
        or before.endswith(("中的", "其中"))  # 六项指标中的五项达标
        or unit in rules.counted_in_words
        or rules.creating.search(before) is not None
        or (unit in _NAMED and rules.counted_nouns.match(after) is not None and not before.endswith(_RATE_END))
    )


def _stand(unit: str, core: str, after: str) -> bool:
    """The place of the numerals in their clause says so: behind a noun, or at its beginning."""
    # 剩余三件正在办理, 典型案例四批128件
    ends = _ends(after) or _PREDICATE.match(after) is not None or (after[:1].isdecimal() and unit not in _LOOSE)
    if not core and not ends:
        return unit in _OPENING
    noun_before = len(core) >= 2 and not core.endswith(("的", "这", "以", "用", "做好", "抓好", "坚持"))
    if ends:
        return noun_before
    return noun_before and unit in _OFTEN
