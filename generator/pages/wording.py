"""How the model's values are said to readers."""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.model.report import Agency, Disclosure, Role

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
MEDIA_NAMES: Final = {"text/plain": "纯文本（TXT）", "text/markdown": "Markdown 文本"}
UNKNOWN_AGENCY: Final = "机关待确认"
UNKNOWN_REGION: Final = "地区待确认"
NATIONAL: Final = "国家机关"


def chinese_date(day: date) -> str:
    """``2022年3月1日``: Arabic numerals, no zero in front (GB/T 9704-2012 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def year_name(year: int | None) -> str:
    """``2021年``; 年度待确认 where it is not known."""
    return f"{year}年" if year else "年度待确认"


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
