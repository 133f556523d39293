"""Labels of the directory that government sites print beside a text (索引号, 发布机构 …), and what they tell of.

The directory's items follow 政府信息公开条例 art. 12 and the practice of its platforms.  To add a label, add a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.text import EvidenceField


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One label.

    Attributes:
        name: without blanks.
        field: what its value tells of; None where the report has no place for it.
        strong: it hardly stands in running text or in tables of other kinds.
    """

    name: str
    field: EvidenceField | None
    strong: bool = True


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _rows(field: EvidenceField | None, names: str, *, strong: bool = True) -> tuple[Label, ...]:
    return tuple(Label(name=name, field=field, strong=strong) for name in names.split())


LABELS: tuple[Label, ...] = (
    *_rows(EvidenceField.INDEX_NUMBER, "索引号 信息索引号 索引码 信息索引 索引编号 信息索引码 政府信息索引号"),
    *_rows(
        EvidenceField.AGENCY,
        "发文机关 发布机构 发文机构 发布单位 发文单位 发布机关 制发机关 制定机关 公开机构 公开主体 公开单位"
        " 信息公开单位 制作单位"
        " 发文部门 发布部门 印发机关 公开机关 信息发布机构 信息发布单位 颁布单位 颁布机构 制发单位",
    ),
    *_rows(
        EvidenceField.DOCUMENT_NUMBER,
        "发文字号 文号 发文号 文件编号 公文字号 文件文号 发文文号 文件字号 公文文号 文件号",
    ),
    *_rows(
        EvidenceField.DATE_OF_WRITING,
        "成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 制发日期 签发日期 签署日期 印发日期 印发时间"
        " 形成日期 产生日期"
        " 信息生成日期"
        " 信息生成时间 制作日期 信息形成日期 颁布日期",
    ),
    *_rows(
        EvidenceField.PUBLICATION_DATE,
        "发布日期 发布时间 公开日期 公开时间 上载日期 上网日期 上网时间 公布日期 公布时间 发表时间 发表日期"
        " 信息发布日期"
        " 网上发布日期",
    ),
    *_rows(EvidenceField.TITLE, "信息名称 文件名称 公文名称 文件标题 信息标题 公文标题 文件题名 法规标题 政府信息名称"),
    *_rows(EvidenceField.TITLE, "标题 名称 题名", strong=False),
    *_rows(EvidenceField.DISCLOSURE, "公开方式 公开属性 公开形式 公开类别 公开程度 信息公开方式 公开类型 信息公开属性"),
    *_rows(EvidenceField.KEYWORDS, "主题词 关键词 关键字", strong=False),
    *_rows(EvidenceField.DOCUMENT_TYPE, "体裁分类 公文种类 公文类型 文件种类 文件类型 公文体裁"),
    *_rows(EvidenceField.DOCUMENT_TYPE, "体裁 文种", strong=False),
    *_rows(
        EvidenceField.SUBJECT,
        "主题分类 信息分类 内容分类 组配分类 信息类别 目录分类 服务分类 机构分类 所属主题 主题类别",
    ),
    *_rows(EvidenceField.SUBJECT, "分类 主题 类别 所属分类", strong=False),
    *_rows(
        EvidenceField.VALIDITY,
        "有效性 时效性 公文时效 是否有效 效力状态 文件状态 信息有效性 有效状态 信息时效性 文件有效性",
    ),
    *_rows(EvidenceField.VALIDITY, "时效 效力 状态", strong=False),
    *_rows(EvidenceField.SOURCE, "信息来源 文章来源 稿件来源", strong=False),
    *_rows(EvidenceField.SOURCE, "来源", strong=False),
    *_rows(
        None,
        "公开范围 公开时限 公开期限 公开责任部门 责任部门 生效日期 生效时间 废止日期 废止时间 失效日期 失效时间"
        " 实施日期 施行日期"
        " 统一登记号"
        " 统一编号 规范性文件编号 登记号 内容概述 内容概况 信息内容概述 记录形式 载体类型 所属机构 服务对象"
        " 所属栏目 文件有效期"
        " 有效期"
        " 信息格式 语种 发布文号 公开目录 解读链接 相关解读 相关报道 审核程序 起草单位 所属单位 隶属关系"
        " 联合发文单位",
    ),
    *_rows(
        None,
        "概述 概要 摘要 备注 版本 版号 作者 编辑 责任编辑 浏览次数 点击数 字体 字号 下载 内容摘要 更新时间"
        " 更新日期 信息状态",
        strong=False,
    ),
)
_BY_NAME = {label.name: label for label in LABELS}
_BLANKS = r"[ \u00a0\u3000\u2002\u2003\t]*"
_ALTERNATIVES = "|".join(_BLANKS.join(label.name) for label in sorted(LABELS, key=lambda label: -len(label.name)))
# A label stands at a boundary and is followed by its mark, by a blank, by the end, or (glued) by a year or a number.
_MARKED = re.compile(
    rf"(?:^|(?<=[\s|｜】\]；;，,、/•·\d号日效]))[•·\s]*(?P<open>[【\[〖]?){_BLANKS}(?P<name>{_ALTERNATIVES}){_BLANKS}"
    rf"(?:[】\]〗]{_BLANKS}[:：]?|[:：|｜]|(?=(?:19|20)\d\d\s*[-年./])|(?=[0-9A-Z]{{6,}}\d*[/-])|(?=[\u4e00-\u9fff]{{1,10}}[〔\[（(]\s*(?:19|20)\d\d)"
    rf"|(?=[ \u00a0\u3000\t])|$)"
)
_ANYWHERE = re.compile(rf"(?P<open>)(?P<name>{_ALTERNATIVES}){_BLANKS}[:：]")
_UNKNOWN_LABEL = re.compile(r"(?:^|[\s|｜])[\u4e00-\u9fff \u3000\u00a0]{2,12}[:：]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
NO_VALUE = _words("无 — —— - -- / 空 暂无 null 略 （无） 无。 ． . ﹣ － 、 none N/A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A label found in a line.

    Attributes:
        label: which.
        value: what stands behind it, up to the next label.
        start: where its name begins in the line.
        marked: a colon, a pipe or brackets show that it is one.
    """

    label: Label
    value: str
    start: int
    marked: bool


def find_labelled(text: str) -> tuple[Labelled, ...]:
    """The labels of one line, in order.

    Labels are no parts of words: 机构名称 is not 名称, a line that merely begins with 标题 is none either unless blank,
    mark or end follow.
    """
    matches = list(_MARKED.finditer(text))
    if matches:
        starts = {match.start("name") for match in matches}
        inner = [
            match
            for match in _ANYWHERE.finditer(text, matches[0].end())
            if match.start("name") not in starts
            and not _inside(match.start("name"), matches)
            and (_BY_NAME["".join(match.group("name").split())].strong or not _HAN.match(text[match.start("name") - 1]))
        ]
        matches = sorted((*matches, *inner), key=lambda match: match.start("name"))
    found = []
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        value = text[match.end() : end].strip(" \u00a0\u3000\t|｜;；，,•·【[")
        cut = _UNKNOWN_LABEL.search(value)
        if cut and cut.start() > 0:
            value = value[: cut.start()].strip()
        elif cut:
            value = ""
        name = "".join(match.group("name").split())
        between = text[match.end("name") : match.end()]
        found.append(
            Labelled(
                label=_BY_NAME[name],
                value=value,
                start=match.start("name"),
                marked=any(mark in between for mark in ":：|｜】]〗"),
            )
        )
    return tuple(found)


def _inside(start: int, matches: list[re.Match[str]]) -> bool:
    return any(match.start("name") <= start < match.end("name") for match in matches)


def sole_label(text: str) -> Label | None:
    """The label that the whole text is (a cell, a ``dt``), or None."""
    return _BY_NAME.get("".join(text.split()).strip("【】[]〖〗:：|｜•·"))


def looks_like_label(text: str) -> bool:
    """A known label, or a few characters with a colon at the end."""
    bare = "".join(text.split())
    return sole_label(text) is not None or (bare.endswith((":", "：")) and len(bare) <= 13)


def is_value(value: str) -> bool:
    """There is something to tell: not 无, not a dash."""
    return bool(value) and value.strip() not in NO_VALUE
