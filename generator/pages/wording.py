"""How the model's values are said to readers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from generator.model.report import Agency, Disclosure, Role
from generator.model.text import EvidenceField, EvidencePlace, ReferenceKind, RemovalReason, TextOrigin

DISCLOSURE_NAMES: Final = {
    Disclosure.PROACTIVE: "主动公开",
    Disclosure.ON_REQUEST: "依申请公开",
    Disclosure.WITHHELD: "不予公开",
    Disclosure.UNKNOWN: "",
}
# 法治政府建设与责任落实督察工作规定 (2019) names these parts of the annual report.
ROLE_NAMES: Final = {
    Role.ACHIEVEMENTS: "主要举措和成效",
    Role.PROBLEMS: "存在的不足和原因",
    Role.LEADER_DUTY: "党政主要负责人履行第一责任人职责情况",
    Role.NEXT_YEAR: "下一年度主要安排",
}
MEDIA_NAMES: Final = {
    "text/plain": "纯文本（TXT）",
    "text/markdown": "Markdown 文本",
    "text/html": "网页（HTML）",
    "application/xhtml+xml": "网页（XHTML）",
    "application/pdf": "PDF 文件",
    "application/ofd": "版式文件（OFD）",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word 文档（DOCX）",
    "application/msword": "Word 97—2003 文档（DOC）",
    "application/rtf": "RTF 文档",
    "text/rtf": "RTF 文档",
    "application/vnd.ms-works": "WPS 文字文档",
    "application/kswps": "WPS 文字文档",
    "application/wps-office.wps": "WPS 文字文档",
    "application/octet-stream": "其他格式",
}
# How the text was obtained, as the reader of a page is told it.
ORIGIN_NAMES: Final = {
    TextOrigin.PLAIN: "纯文本文件，逐行读取",
    TextOrigin.MARKUP: "网页，取其中的正文，网站的导航、信息表等不在内",
    TextOrigin.WORD: "文字处理文档，按文档结构读取，自动编号照显示的样子计算",
    TextOrigin.CONVERTED: "旧格式文档，先由办公软件转换为新格式再读取",
    TextOrigin.TEXT_LAYER: "版式文件自带的文字，按页面位置排成行和段",
    TextOrigin.RECOGNISED: "识别文本，由程序从图像识别，以原件为准",
}
REFERENCE_NAMES: Final = {ReferenceKind.IMAGE: "图片", ReferenceKind.ATTACHMENT: "附件"}
# Why something of the source is not in the text; the first are told with their line, the others by their number.
REMOVAL_NAMES: Final = {
    RemovalReason.PAGE_NUMBER: "页码",
    RemovalReason.RUNNING_HEAD: "页眉页脚",
    RemovalReason.ZERO_WIDTH: "不可见的零宽字符",
    RemovalReason.MARKDOWN_MARKUP: "Markdown 排版标记",
    RemovalReason.FRONT_MATTER: "文件开头的元数据",
    RemovalReason.SITE_FURNITURE: "网页上的导航、字号、分享、版权等网站文字",
    RemovalReason.SITE_METADATA: "网页信息表（索引号、发布机构等）的文字",
    RemovalReason.REPEATED_TITLE: "网页上与正文重复的标题",
}
# What stands beside the text and is weighed as evidence.
EVIDENCE_NAMES: Final = {
    EvidenceField.TITLE: "标题",
    EvidenceField.AGENCY: "发布机构",
    EvidenceField.SOURCE: "来源",
    EvidenceField.DOCUMENT_NUMBER: "发文字号",
    EvidenceField.INDEX_NUMBER: "索引号",
    EvidenceField.DATE_OF_WRITING: "成文日期",
    EvidenceField.PUBLICATION_DATE: "发布日期",
    EvidenceField.DISCLOSURE: "公开方式",
    EvidenceField.KEYWORDS: "主题词",
    EvidenceField.DOCUMENT_TYPE: "文种",
    EvidenceField.SUBJECT: "主题分类",
    EvidenceField.VALIDITY: "有效性",
}
EVIDENCE_PLACES: Final = {
    EvidencePlace.METADATA_TABLE: "网页信息表",
    EvidencePlace.META_TAG: "网页标签",
    EvidencePlace.PAGE_LINE: "网页上的一行",
    EvidencePlace.PAGE_TITLE: "网页标题栏",
}
UNKNOWN_AGENCY: Final = "机关待确认"
UNKNOWN_REGION: Final = "地区待确认"
NATIONAL: Final = "国家机关"


def heading_name(text: str) -> str:
    """A heading as lists name it: a run-in heading is a sentence and keeps its full stop only in the text."""
    return text.rstrip("。：:；; ")


def chinese_date(day: date) -> str:
    """``2022年3月1日``: Arabic numerals, no zero in front (GB/T 9704-2012 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def year_name(year: int | None) -> str:
    """``2021年``; 年度待确认 where it is not known."""
    return f"{year}年" if year else "年度待确认"


def numbered_title(title: str, number: int) -> str:
    """The title of the n-th page of a long list."""
    return title if number == 1 else f"{title}（第{number}页）"


def grouped_number(number: Decimal) -> str:
    """A number in plain digits, thousands set apart: ``157,000``, ``98.5``."""
    return f"{number:,f}"


def file_size(size: int) -> str:
    """Bytes for people: ``512 字节``, ``9.6 KB``, ``1.2 MB``."""
    if size < 1024:
        return f"{size} 字节"
    if size < 1024 * 1024:
        return f"{size / 1024:.1f} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def media_name(media_type: str) -> str:
    """The kind of file, in Chinese where we have a name."""
    return MEDIA_NAMES.get(media_type, media_type)


def agency_name(agency: Agency) -> str:
    """The agency's full name, or that it is not known: never a guess."""
    return agency.name or UNKNOWN_AGENCY


def province_name(agency: Agency) -> str:
    """What the agency is listed under: its province, 国家机关, or 地区待确认."""
    if agency.region.names:
        return agency.region.names[0]
    return NATIONAL if agency.level == "national" else UNKNOWN_REGION


def region_name(agency: Agency) -> str:
    """``重庆市沙坪坝区``: from the province down, or empty."""
    return "".join(agency.region.names)
