"""Lines beside the text that tell of it: 索引号：…, 发布机构：…, and what only a web page says.

They stay text of the source where the reader of the format could not tell them apart; their values are evidence.
"""

from __future__ import annotations

import re

from generator.parser.characters import fold

_LABELS = (
    "索引号",
    "文号",
    "发文字号",
    "发文文号",
    "文件编号",
    "发布日期",
    "发布时间",
    "发布机构",
    "发布单位",
    "发布机关",
    "生成日期",
    "成文日期",
    "成文时间",
    "发文日期",
    "发文机关",
    "发文单位",
    "公开日期",
    "公开时间",
    "公开方式",
    "公开范围",
    "公开属性",
    "公开时限",
    "公开类别",
    "公开主体",
    "公开责任部门",
    "公开形式",
    "公开程序",
    "信息来源",
    "信息分类",
    "信息索引",
    "信息名称",
    "信息类别",
    "主题分类",
    "组配分类",
    "服务对象",
    "体裁",
    "体裁分类",
    "公文种类",
    "有效性",
    "效力状态",
    "时效性",
    "生效日期",
    "实施日期",
    "废止日期",
    "失效日期",
    "内容概述",
    "关键词",
    "来源",
    "文章来源",
    "稿件来源",
    "责任编辑",
    "名称",
    "标题",
    "日期",
    "时间",
    "浏览次数",
    "浏览量",
    "阅读次数",
    "阅读量",
    "点击数",
    "点击量",
    "字号",
    "字体",
    "作者",
    "编辑",
    "审核",
    "预算单位",
    "编制单位",
    "填报单位",
    "报送单位",
    "部门名称",
    "单位名称",
    "保密审查情况",
    "部门主要负责人审签情况",
    "审签情况",
    "主题词",
)
# Labels that nothing but a metadata table has: their value may stand behind a blank or without any mark.
_TABLE_LABELS = (
    "索引号",
    "发文字号",
    "发布机构",
    "发布日期",
    "成文日期",
    "生成日期",
    "发文日期",
    "发文机关",
    "公开方式",
    "公开范围",
    "公开时限",
    "主题分类",
    "体裁分类",
    "公文种类",
    "信息名称",
    "标题",
    "有效性",
)
_TITLE_LABELS = (
    "标题",
    "信息名称",
    "名称",
)


def _any(labels: tuple[str, ...]) -> str:
    """The labels as one alternative, blanks allowed between their characters, longer ones first."""
    return "|".join(r"\s*".join(label) for label in sorted(labels, key=len, reverse=True))


_LABELLED = re.compile(rf"[|｜]?\s*[【\[]?\s*(?:{_any(_LABELS)})\s*[】\]]?\s*(?:[:：|｜].{{0,160}}|[】\]].{{0,160}})")
_GLUED = re.compile(
    rf"[|｜]?\s*(?:{_any(_TABLE_LABELS)})(?:[\s\u3000]+\S.{{0,120}}|(?:\d{{4}}|[0-9A-Z]{{6}}|[\u4e00-\u9fff]{{1,8}}[〔\[（(]\d{{4}}).{{0,120}})"
)
_OPEN_LABEL = re.compile(rf"[|｜]?\s*[【\[]?\s*(?:{_any(_LABELS)})\s*[】\]]?\s*[:：|｜]\s*")
_TITLE = re.compile(
    rf"[|｜]?\s*[【\[]?\s*(?:{_any(_TITLE_LABELS)})\s*[】\]]?\s*(?:[:：|｜]|[\s\u3000])\s*(?P<value>[^|｜]{{4,120}})"
)
_SITE = re.compile(
    r"(?:您?的?(?:当前)?(?:所在)?位置|当前位置|首页)\s*[:：>›»＞].*|.*(?:首页|网站首页)\s*[>›»＞].*|.*[>›»＞]\s*正文"
    r"|[【\[]?\s*(?:字体|字号|视力保护色?)\s*[:：]?\s*[\[【(（]?\s*(?:大|小|默认|超大).{0,30}|[【\[]\s*(?:大|小)\s*[|\s]?\s*中\s*[|\s]?\s*(?:小|大)\s*[】\]].{0,30}"
    r"|(?:[【\[]?\s*(?:我要|点击)?(?:打印|关闭|分享|收藏|保存|推荐|纠错)(?:本页|窗口|到|文章|此页)?\s*[】\]]?[\s|·、:：]*){1,6}(?:微信|微博|QQ空间|朋友圈)?"
    r"|扫一扫.{0,30}|(?:上|下)一(?:篇|条)\s*[:：].*|相关(?:链接|附件|文档|阅读|稿件)\s*[:：]?.{0,60}|附件下载\s*[:：]?.{0,60}|下载地址\s*[:：].*"
)
_SITE_LABEL = re.compile(
    r"[【\[(（]?\s*(?:责任编辑|编辑|来源|作者|审核|信息来源|文章来源|稿件来源|发布|浏览|阅读|点击)"
)
KEYWORDS = re.compile(r"[【\[]?\s*主\s*题\s*词\s*[】\]]?\s*[:：]?\s*\S.{0,80}")
_LONGEST = 200


def is_metadata_line(text: str) -> bool:
    """A label and its value, or what only a web page says, beside the text."""
    folded = fold(text.strip())
    if len(folded) > _LONGEST:
        return False
    return any(form.fullmatch(folded) for form in (_LABELLED, _SITE, _GLUED))


def is_open_label(text: str) -> bool:
    """A label whose value is empty, or stands on the next line."""
    return len(text) <= 24 and bool(_OPEN_LABEL.fullmatch(fold(text.strip())))


def is_site_line(text: str) -> bool:
    """What a web page puts below a text: its source, its editor, a code to scan."""
    folded = fold(text.strip())
    if len(folded) > _LONGEST:
        return False
    return bool(_SITE.fullmatch(folded)) or bool(_SITE_LABEL.match(folded) and _LABELLED.fullmatch(folded))


def is_keywords_line(text: str) -> bool:
    """主题词, which stood above 版记 until 2012 (GB/T 9704-1999 7.4.1)."""
    return len(text) <= 100 and bool(KEYWORDS.fullmatch(fold(text.strip())))


def labelled_title(text: str) -> str:
    """The title that a metadata line states, else an empty text."""
    match = _TITLE.match(fold(text)) if len(text) <= _LONGEST else None
    return text[match.start("value") : match.end("value")].strip() if match else ""
