"""What site systems print around a text: labels with values, fixed words, and where each may be taken for a site's.

Ordered: the first rule that matches wins.  To add a form, add it to a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from generator.model.text import EvidenceField
from generator.readers.web.dates_of_pages import MACHINE_STAMP, STAMP


class Zone(IntEnum):
    """Where a line stands in the text."""

    HEAD = 0  # above the first sentence
    MIDDLE = 1
    TAIL = 2  # below the last sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRule:
    """A label with a value behind its colon."""

    label: re.Pattern[str]
    accepts: Callable[[str], bool]
    zones: frozenset[Zone]
    field: EvidenceField | None = None
    whole: bool = False  # the value is all that follows


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """Words without a value."""

    words: re.Pattern[str]
    zones: frozenset[Zone]
    alone: bool = True  # a line of nothing else is a site's line


_ALL = frozenset(Zone)
_EDGES = frozenset({Zone.HEAD, Zone.TAIL})
_TAIL = frozenset({Zone.TAIL})
_HEAD = frozenset({Zone.HEAD})
_B = r"[ \u00a0\u3000]*"
_NAME_CHARACTERS = 40


def _spaced(*labels: str) -> str:
    """Alternatives, longest first, each with blanks allowed between its characters."""
    return "|".join(_B.join(label) for label in sorted(labels, key=len, reverse=True))


def _label(*labels: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_spaced(*labels)}){_B}[:：】]")


def _is_name(value: str) -> bool:
    return len(value) <= _NAME_CHARACTERS and not any(mark in value for mark in "。；，！？")


def _is_count(value: str) -> bool:
    return re.fullmatch(r"[\[（(]?\s*[\d,，.]{0,12}\s*(?:万|\+)?\s*(?:次|人次|人)?\s*[\])）]?", value) is not None


def _is_day(value: str) -> bool:
    return not value or re.fullmatch(rf"[\[（(]?\s*(?:{STAMP})\s*[\])）]?", value) is not None


def _is_short(value: str) -> bool:
    return len(value) <= 80 and "。" not in value


def _is_sizes(value: str) -> bool:
    sizes = (
        r"(?:特?大|较大|超大|中|小|默认|正常|标准|常规|放大|缩小|还原|复位|[A-Za-z]{1,3}[+-]?|[+-]|\d{1,2}(?:px|号)?"
        r"|[\s|｜/、\[\]【】()（）])"
    )
    return re.fullmatch(rf"{sizes}{{0,40}}", value) is not None


def _anything(value: str) -> bool:
    return len(value) <= 200


VALUE_RULES: tuple[ValueRule, ...] = (
    ValueRule(
        label=_label(
            "字号",
            "字体",
            "字体大小",
            "字号大小",
            "文字大小",
            "选择字号",
            "调整字体",
            "文字",
            "字体显示",
            "视力保护色",
            "背景色",
        ),
        accepts=_is_sizes,
        zones=_ALL,
    ),
    ValueRule(
        label=_label(
            "浏览次数",
            "浏览量",
            "浏览数",
            "浏览",
            "阅读次数",
            "阅读量",
            "阅读数",
            "阅读",
            "点击次数",
            "点击数",
            "点击量",
            "点击率",
            "点击",
            "访问次数",
            "访问量",
            "人气",
            "已阅读",
            "阅览次数",
            "查看次数",
            "查看",
            "点阅数",
            "信息浏览次数",
        ),
        accepts=_is_count,
        zones=_ALL,
    ),
    ValueRule(
        label=_label(
            "发布时间",
            "发布日期",
            "日期",
            "时间",
            "发表时间",
            "发表日期",
            "公布时间",
            "公布日期",
            "添加时间",
            "发文时间",
            "录入时间",
            "上传时间",
            "公开时间",
            "公开日期",
            "信息发布时间",
            "文章发布时间",
            "稿件发布时间",
            "发稿时间",
            "发布于",
            "信息时间",
            "信息日期",
            "上传日期",
            "上网时间",
        ),
        accepts=_is_day,
        zones=_EDGES,
        field=EvidenceField.PUBLICATION_DATE,
    ),
    ValueRule(
        label=_label(
            "更新时间",
            "更新日期",
            "修改时间",
            "最后更新",
            "最后修改时间",
            "归档时间",
            "打印时间",
            "今天是",
            "信息有效期",
            "截止时间",
        ),
        accepts=_is_day,
        zones=_EDGES,
    ),
    ValueRule(
        label=_label(
            "来源",
            "信息来源",
            "文章来源",
            "稿件来源",
            "新闻来源",
            "内容来源",
            "资料来源",
            "供稿单位",
            "来源单位",
            "转载来源",
            "出处",
            "稿源",
        ),
        accepts=_is_name,
        zones=_EDGES,
        field=EvidenceField.SOURCE,
    ),
    ValueRule(
        label=_label(
            "责任编辑",
            "责编",
            "编辑",
            "作者",
            "审核",
            "校对",
            "录入",
            "供稿",
            "撰稿",
            "初审",
            "复审",
            "终审",
            "核稿",
            "摄影",
            "信息员",
            "发布人",
            "审稿",
            "审核人",
            "编辑人",
            "撰稿人",
            "发布者",
            "录入者",
            "信息审核",
            "值班编辑",
            "网站编辑",
            "文字编辑",
            "录入人",
            "一审",
            "二审",
            "三审",
            "监制",
            "审签",
            "签发",
            "文字",
            "图片",
            "审核单位",
            "内容审核",
            "上稿",
            "记者",
            "通讯员",
        ),
        accepts=_is_name,
        zones=_EDGES,
    ),
    ValueRule(
        label=_label("发布单位", "发布机构", "发文机关", "发文单位", "发布机关", "发文机构"),
        accepts=_is_name,
        zones=_EDGES,
        field=EvidenceField.AGENCY,
    ),
    ValueRule(
        label=_label("责任编辑", "责编", "网站编辑", "值班编辑"),
        accepts=lambda value: len(value) <= 8,
        zones=_ALL,
    ),
    ValueRule(
        label=_label("分享到", "分享", "分享至", "转发到", "微信分享", "一键分享"), accepts=_is_short, zones=_ALL
    ),
    ValueRule(
        label=_label(
            "当前位置",
            "您当前的位置",
            "您的位置",
            "你的位置",
            "当前的位置",
            "您现在的位置",
            "现在位置",
            "所在位置",
            "您所在的位置",
            "当前所在位置",
            "你当前的位置",
            "位置",
            "当前页面",
            "您当前所在位置",
            "您所在位置",
            "您当前位置",
        ),
        accepts=_anything,
        whole=True,
        zones=_EDGES,
    ),
    ValueRule(
        label=_label("上一篇", "下一篇", "上一条", "下一条", "上一页", "下一页", "上篇", "下篇", "前一篇", "后一篇"),
        accepts=_anything,
        whole=True,
        zones=_TAIL,
    ),
    ValueRule(
        label=_label(
            "打印本页",
            "关闭窗口",
            "收藏",
            "标签",
            "所属栏目",
            "文章关键词",
            "本文关键词",
            "关键字",
            "关键词",
            "点赞",
            "评论",
            "附件下载",
            "原文链接",
            "信息来源网址",
            "原文地址",
            "本文链接",
            "本文网址",
            "访问地址",
            "网址",
            "特别声明",
            "免责声明",
        ),
        accepts=_is_short,
        zones=_TAIL,
    ),
    ValueRule(label=_label("关键词", "关键字", "标签", "栏目", "所属栏目", "阅读提示"), accepts=_is_short, zones=_HEAD),
)
_SHARES = (
    "QQ空间|QQ好友|QQ|新浪微博|腾讯微博|人民微博|微博|微信好友|微信朋友圈|朋友圈|微信"
    "|人人网|人人|豆瓣|百度贴吧|开心网|网易微博|复制链接|复制网址|更多|一键分享|LinkedIn|钉钉"
)
WORD_RULES: tuple[WordRule, ...] = (
    WordRule(
        words=re.compile(
            rf"(?:【|\[|（)?(?:{_spaced('字号', '字体', '字体大小')}){_B}[:：]?"
            r"(?:[【\[（( \u00a0\u3000|｜/、]*(?:特?大|中|小|较大|默认|正常|放大|缩小|复位)"
            r"[】\]）) \u00a0\u3000|｜/、]*){1,5}"
        ),
        zones=_ALL,
    ),
    WordRule(
        words=re.compile(
            r"分享(?:到|至|本页|本文|文章|按钮)?(?=[\s:：】\])）]|$|"
            + _SHARES
            + r")|打印(?:此页|本页|该页|内容|本文|文章|正文|页面|预览|版)?"
            r"|(?:全文|在线|直接|立即)?打印(?=[\s】\]]|$)|关闭(?:此页|本页|该页|窗口|页面|本窗口|当前页)?|收藏(?:本页|本文|此页|文章)?|加入收藏|设为首页"
            r"|返回(?:顶部|列表|首页|上一?页|上级|栏目|旧版|目录)?|回到?顶部|我要纠错|网站?纠错|页面纠错|纠错|推荐给?(?:好友|朋友)?|保存(?:本页|为(?:Word|PDF))?|TOP|top"
            r"|(?:微信|手机|用手机|微博)?扫[一1]扫[^。，]{0,24}|扫(?:描)?(?:二维)?码[^。，]{0,20}|(?:手机|移动端)(?:查看|阅读|浏览)|二维码"
            r"|无障碍(?:浏览|阅读|模式|辅助|版)?|长者(?:模式|专区|版|助手)?|老年(?:模式|版)|关怀(?:模式|版)|适老化(?:版|模式)?|大字版|语音播[报放]|朗读(?:正文|全文)?|听全文|播放语音"
            r"|简体(?:中文|版)?|繁[体體](?:中文|版)?|English|EN|登录|注册|点赞|评论|手机版|电脑版|正文下载|下载(?:本页|正文|全文)|导出(?:Word|PDF)?|复制(?:本文)?链接"
            r"|查看更多|更多(?:>+|»)?|展开全文|阅读全文|收起|【?\s*正文\s*】?$|网站(?:导航|支持IPv6)|本网站支持IPv6|IPv6",
        ),
        zones=_EDGES,
    ),
    WordRule(words=re.compile(rf"(?:{_SHARES})(?=[\s|｜、/】\])）]|$|{_SHARES})"), zones=_EDGES),
    WordRule(
        words=re.compile(
            r"【?(?:打印(?:此页|本页|该页|页面|正文)?|关闭(?:此页|本页|窗口|页面)?|我要纠错|网站纠错|收藏(?:本页|此页)?|返回顶部|TOP|字体[:：]?大中小)】?"
        ),
        zones=frozenset({Zone.MIDDLE}),
    ),
    WordRule(
        words=re.compile(
            rf"相{_B}关{_B}(?:链接|稿件|文章|新闻|阅读|信息|解读|文件|文档|内容|附件|政策|报道|资讯|推荐|专题|图解|下载|视频)|(?:政策|部门|专家|文字|图文|文件|图片|视频|媒体)解读"
            r"|(?:延伸|推荐|扩展|热点)阅读|附件下载|热点信息|最新(?:信息|文章|公开)|相关政策解读|解读[:：]?$|责任编辑$|上一[篇条页]|下一[篇条页]|没有了|无$"
        ),
        zones=_TAIL,
    ),
    WordRule(
        words=re.compile(
            r"(?:中央|中国)?(?:人民)?政府门户网站?|(?:https?://)?www\.[\w.-]+(?:/\S*)?|E-?mail\s*推荐|发送(?=[\s】]|$)"
        ),
        zones=_EDGES,
    ),
    WordRule(words=MACHINE_STAMP, zones=_EDGES),
    WordRule(words=re.compile(rf"{STAMP}\s*(?:星期[一二三四五六日天]|周[一二三四五六日])"), zones=_EDGES),
    WordRule(
        words=re.compile(
            r"(?:中央|国务院|全国人大|全国政协)?(?:中国)?政府网(?:站)?(?=[\s|｜]|$)|首页(?=[\s|｜]|$)|网站首页"
        ),
        zones=_HEAD,
    ),
    # A day in Chinese alone may be the date of the text.
    WordRule(words=re.compile(STAMP), zones=_EDGES, alone=False),
)
