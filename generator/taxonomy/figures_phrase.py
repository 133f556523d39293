"""What a number counts: the noun before it (讲座5场), after it (5场讲座), or told earlier (…，共5场)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.taxonomy.figures_mentions import Mention
from generator.taxonomy.figures_rules import FigureRules
from generator.taxonomy.figures_text import PassageText

# 每季度召开会议1次，全年共召开4次: how often it has to be is no part of what is counted.
_DEMAND = re.compile(
    r"(?:不少于|至少|不低于)?[\d一二两三四五六七八九十]+[余多]?(?:人次|次|场|期|件|篇|学时|课时)(?:以上)?$"
)
_LEAD_OF_PHRASE = re.compile("(?:[、，,；;与以并且的）)”]|和(?![解谐睦])|及(?![时格]))*")
_LONGEST_PHRASE = 60
_LONGEST_LEAD = 16  # a longer text before 5个文件 is no part of the phrase
_LONGEST_NOUN = 30
_LEAST = 2
_NEAR = 8  # characters of what stands before 5件案件 that still tell what they are
_BACK = 8  # numbers before this one in which its noun is looked for
_LEAST_UNDERSTOOD = 4
_VERB_WITHIN = 14  # 市法院共受理 of 市法院共受理行政案件
_BEFORE_A_NOUN = (
    "的",
    "等",
    "到",
    "至",
    "向",
    "对",
    "在",
    "于",
    "了",
    "起",
    "出",
    "成",
    "经",
    "内",
    "、",
    "现行",
    "上述",
    "共有",
    "现有",
)
_WHOLE = (
    "全国",
    "全省",
    "全市",
    "全县",
    "全区",
    "全州",
    "全局",
    "全镇",
    "全旗",
    "辖区",
    "系统",
    "所属",
    "下属",
    "方面",
    "层面",
)
_TIMES = ("次", "轮", "批次")
_SO_OFTEN = re.compile("(?:先后|累计|共|全年|连续)$")
_THEN = re.compile("[对到赴向就]|组织|召开|开展|邀请|主持|深入|听取|研究")
_HOW = re.compile("依法(?![治行])|予以|(?:全部|均|已)(?![部权])")
_BRACKET = re.compile("[（(]")
_CLOSERS = ("）", ")")
_LEADING_ON = ("", "共", "共计", "、")
_NOT_DONE = ("委员", "组织", "机构", "人员", "中心")  # 调解 of 人民调解委员会 tells of no deed
_RATE_ENDS = ("率", "度", "率达", "率为", "率均为", "率均达", "率达到")
_RATES = ("%", "‰", "百分点", "倍")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A number with what it counts.

    Attributes:
        mention: the number.
        counted: what it counts.
        start: where the phrase begins in the passage's ``plain`` text.
        end: where it ends.
        near: the words around the number in its clause, for indicators.
    """

    mention: Mention
    counted: str
    start: int
    end: int
    near: str


def read_phrases(text: PassageText, mentions: Sequence[Mention], rules: FigureRules) -> tuple[Reading, ...]:
    """Find what each number counts, in text order; it may be understood from an earlier number (废止6件、修改5件)."""
    readings: list[Reading] = []
    for index, mention in enumerate(mentions):
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(text.plain)
        readings.append(_read(text, mention, readings, following, rules))
    return _with_the_noun_that_follows(text, readings, rules)


def _with_the_noun_that_follows(text: PassageText, readings: list[Reading], rules: FigureRules) -> tuple[Reading, ...]:
    """8县2区, 举办3期共180人参加的培训班: a number without a noun has the noun of the number that it leads to."""
    for index in range(len(readings) - 2, -1, -1):
        reading, after = readings[index], readings[index + 1]
        between = text.plain[reading.mention.end : after.mention.start]
        bare = not reading.counted or rules.verbs.fullmatch(reading.counted)
        if bare and between in _LEADING_ON and _same_kind(reading.mention, after.mention):
            readings[index] = replace(reading, counted=after.counted, end=max(after.end, after.mention.end))
    return tuple(readings)


def _read(
    text: PassageText, mention: Mention, readings: Sequence[Reading], following: int, rules: FigureRules
) -> Reading:
    previous = readings[-1] if readings else None
    clause = text.clause_start(mention.start)
    start = _start(text, mention, previous, clause)
    end = min(text.clause_end(mention.end, "、"), following)
    after = _before_open_bracket(text.plain[mention.end : end])
    before = text.plain[start : mention.start]
    if start and text.plain[start - 1] == "、" and not before:
        before = "、"
    core = rules.trail.sub("", rules.lead.sub("", before))
    verb = rules.verbs.search(core)
    verb_only = not core or (verb is not None and len(core) - len(verb[0]) < _LEAST)
    after_noun = rules.lead.sub("", after.lstrip("的了、").strip()).rstrip("和及与、的")
    # 增加至 of 由23人增加至41人; 5件依法予以纠正
    if not rules.trail.sub("", after_noun) or _HOW.match(after_noun):
        after_noun = ""
    if mention.unit in _RATES:
        noun_follows = verb_only and len(after_noun) >= _LEAST and previous is None
    else:
        modified = before.endswith((*_BEFORE_A_NOUN, *_WHOLE)) and not before.endswith("达到")
        # Two characters before a number are mostly a verb, whether the list knows it or not.
        led = verb is not None or len(core) <= _LEAST or modified
        named = len(after_noun) >= _LEAST or after_noun in rules.short_nouns
        noun_follows = named and led and (verb_only or modified or not _acts(after_noun, rules))
    if mention.unit in _TIMES and _SO_OFTEN.search(before) and _THEN.match(after):
        return _so_often(text, mention, core, start, following)
    if noun_follows:
        noun = _noun(after_noun, rules)
        if end == following and following < len(text.plain):
            # 为135家企业发放邀请函260份: what follows the noun belongs to the next number.
            end = mention.end + after.find(noun) + len(noun)
        lead = start if len(before) <= _LONGEST_LEAD else mention.start
        return Reading(
            mention=mention,
            counted=noun,
            start=lead,
            end=end,
            near=f"{core[-_NEAR:]}{after_noun}" if verb is not None else after_noun,
        )
    if following == mention.end and before.endswith("的"):  # 下辖的8县2区
        verb_only, core = True, ""
    if not verb_only:
        first = max(start, mention.start - _LONGEST_PHRASE)
        return Reading(
            mention=mention,
            counted=_shortened(core),
            start=first,
            end=mention.end,
            near=core + _BRACKET.split(after_noun)[0],
        )
    understood = _understood(
        text, mention, _beside(text, mention, readings, rules), readings[-_BACK:], clause, core, rules
    )
    end = text.clause_end(mention.end, "、") if following == mention.end else mention.end  # 11国14个城市
    if text.plain[end : end + 1] in _CLOSERS and clause > understood.start:
        end += 1
    return replace(understood, end=end)


def _start(text: PassageText, mention: Mention, previous: Reading | None, clause: int) -> int:
    """Where the words begin that stand before a number and belong to no other."""
    start = clause
    if previous is not None:
        start = max(clause, previous.end if previous.end <= mention.start else previous.mention.end)
        if start == mention.start and mention.unit in _RATES and text.plain.endswith(_RATE_ENDS, clause, start):
            start = max(clause, previous.mention.end)  # 12所学校章程备案率100%
    opening = _LEAD_OF_PHRASE.match(text.plain, start, mention.start)
    return opening.end() if opening else start


def _before_open_bracket(after: str) -> str:
    """审结371件（含结转25件）: what the next number closes is no noun of 371件."""
    opened = max(after.rfind(sign) for sign in "（(")
    return after[:opened] if opened > max(after.rfind(sign) for sign in _CLOSERS) else after


def _so_often(text: PassageText, mention: Mention, core: str, start: int, following: int) -> Reading:
    """局领导先后三次到基层调研: who did it, and what was done so often."""
    rest = text.clause_end(mention.end, "、")
    if mention.end + _LEAST < following < rest:  # 先后3次组织执法人员120人参加培训
        rest = following
    told = core + text.plain[mention.end : rest]
    return Reading(mention=mention, counted=_shortened(told), start=start, end=rest, near=told)


def _beside(text: PassageText, mention: Mention, readings: Sequence[Reading], rules: FigureRules) -> Reading | None:
    """The last number before whose noun this one may share.

    Not one in brackets which have been closed since (17件（含结转2件），维持11件), no rate for a count
    (1208件，同比增长31.5%，受理1102件), and none that tells of the others (其他处理50件，审结1043件).
    """
    for reading in reversed(readings[-_BACK:]):
        if not _same_kind(reading.mention, mention) or rules.apart.match(reading.counted):
            continue
        between = text.plain[reading.mention.end : mention.start]
        opened = sum(between.count(sign) for sign in "（(")
        if sum(between.count(sign) for sign in _CLOSERS) <= opened:
            return reading
    return None


def _understood(
    text: PassageText,
    mention: Mention,
    previous: Reading | None,
    readings: Sequence[Reading],
    clause: int,
    core: str,
    rules: FigureRules,
) -> Reading:
    """The noun was told before: in the preceding clause, or by the number before in this sentence."""
    sentence, _ = text.sentence(mention.start, mention.end)
    # 关停机构12所，立案4件: what is counted in another unit is no 机构, unless nothing else is told.
    shared = previous is not None and (not core or previous.mention.unit == mention.unit)
    if previous is not None and previous.mention.start >= sentence and _same_kind(previous.mention, mention):
        noun = "" if core and _deed(previous.counted, rules) else _without_verb(previous.counted, rules)
        if not noun and core and shared:  # 约谈2人，问责1人
            return Reading(mention=mention, counted=core, start=mention.start - len(core), end=mention.end, near=core)
        if noun and shared and (core or previous.mention.end >= clause - 1):
            start = previous.start if mention.start - previous.start <= _LONGEST_PHRASE else mention.start - len(core)
            return Reading(mention=mention, counted=f"{core}{noun}", start=start, end=mention.end, near=f"{core}{noun}")
    earlier = clause - 1
    while earlier > sentence:
        start = text.clause_start(earlier)
        told = rules.trail.sub("", rules.lead.sub("", text.plain[max(start, sentence) : earlier]))
        inside = previous is not None and previous.mention.start >= start
        if len(told) >= _LEAST and not inside and not told.replace(",", "").isdecimal():
            within = [one for one in readings if start <= one.mention.start < earlier]
            if within:  # 法学专业12人，占14%, but not 占比提高2%，投入5万元
                if core and mention.unit not in _RATES and not _same_kind(within[-1].mention, mention):
                    break
                told = within[-1].counted
            told = _DEMAND.sub("", told)
            return Reading(
                mention=mention,
                counted=_shortened(told),
                start=max(start, mention.end - _LONGEST_PHRASE, sentence),
                end=mention.end,
                near=f"{told}{core}",
            )
        if inside and previous is not None:
            noun = _without_verb(previous.counted, rules) if shared else ""
            return Reading(
                mention=mention,
                counted=f"{core}{noun}",
                start=max(sentence, mention.start - len(core)),
                end=mention.end,
                near=f"{core}{noun}",
            )
        earlier = start - 1
    start = mention.start - len(core) if core else mention.start
    return Reading(mention=mention, counted=core, start=max(start, 0), end=mention.end, near=core)


def _acts(after: str, rules: FigureRules) -> bool:
    """What follows opens with a verb: 培训5次覆盖全员."""
    return any((match := rules.verbs.search(after[:length])) and len(match[0]) == length for length in (4, 3, 2))


def _deed(counted: str, rules: FigureRules) -> bool:
    """Nothing but a verb: 约谈, 培训."""
    return rules.verbs.fullmatch(counted) is not None


def _same_kind(one: Mention, other: Mention) -> bool:
    return (one.unit in _RATES) == (other.unit in _RATES)


def _without_verb(counted: str, rules: FigureRules) -> str:
    """地方性法规 of 废止地方性法规: what stands after the first verb, where a noun remains."""
    for end in range(2, min(_VERB_WITHIN, len(counted) - _LEAST_UNDERSTOOD) + 1):
        match = rules.verbs.search(counted[:end])
        longer = rules.verbs.search(counted[: end + 1])
        if match is not None and len(match[0]) >= _LEAST and (longer is None or len(longer[0]) <= len(match[0])):
            rest = counted[end:]
            if rest.startswith(_NOT_DONE):
                continue
            return "" if rest.startswith("、") else rest  # 撤销、变更或责令履行: verbs alone
    return counted.removeprefix("新").removeprefix("收").removeprefix("接")


def _noun(after: str, rules: FigureRules) -> str:
    """干部 of 干部下派到社区."""
    if after[:1] in rules.short_nouns and (after[1:2] in {"的", "和", "与", "及", "各"} or _acts(after[1:], rules)):
        return after[0]  # 在10个村设立法治宣传栏
    ended = rules.noun_ends.search(after, _LEAST)
    return (after[: ended.start()] if ended else after)[:_LONGEST_NOUN]


def _shortened(core: str) -> str:
    """The last part of a long enumeration or relative clause: what stands nearest to the number."""
    if len(core) > _LONGEST_NOUN and "》等" in core[:-_LEAST]:
        core = core.rsplit("》等", 1)[1]
    for mark in ("、", "了", "的"):
        while len(core) > _LONGEST_NOUN and mark in core[:-_LEAST]:
            core = core.split(mark, 1)[1]
    return core[-_LONGEST_PHRASE:]
