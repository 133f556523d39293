"""What a collection sets for the page tags, checked: address, identification code, types of columns.

《政府网站发展指引》(国办发〔2017〕47号), annex 网页设计规范, 网站标签: SiteName, SiteDomain and SiteIDCode are 必选 on
government websites. SiteDomain is the English domain name; SiteIDCode the 政府网站标识码 under which the site is
registered: ten digits (1304000009), or ``bm`` and eight digits for departments of the State Council (bm07000001).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from generator.model.diagnostics import Diagnostic
from generator.taxonomy.columns import LONGEST_TYPE
from generator.taxonomy.findings_tags import SITE_TAG_MISSING

TAG_SETTINGS: Final = ("site_domain", "site_id_code", "column_types")
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN: Final = re.compile(rf"(?=.{{4,253}}\Z)(?:{_LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9]", re.ASCII)
_CODE: Final = re.compile(r"\d{10}|bm\d{8}", re.ASCII)


def tag_faults(ours: Mapping[str, object], column_ids: Collection[str]) -> list[str]:
    """Every fault of these settings, in Chinese.

    Args:
        ours: ``extra.gongkai`` as written.
        column_ids: ids of the columns that there are.
    """
    found = []
    domain = ours.get("site_domain")
    if domain is not None and not (isinstance(domain, str) and _DOMAIN.fullmatch(domain)):
        found.append(f"“site_domain”应为网站的域名，例如 www.example.gov.cn，不带 https:// 和路径，现为“{domain}”。")
    code = ours.get("site_id_code")
    if code is not None and not _CODE.fullmatch(plain_code(code)):
        found.append(
            f"“site_id_code”应为政府网站标识码：10 位数字，或者 bm 加 8 位数字（国务院部门网站），现为“{code}”。"
        )
    elif code is not None and ours.get("official") is not True:
        found.append("“site_id_code”是政府网站的标识，只能与 official: true 一起使用；非官方汇编请不要填写。")
    return found + _column_faults(ours.get("column_types"), column_ids)


def plain_code(code: object) -> str:
    """The code as text: YAML reads ten digits without quotation marks as a number."""
    return str(code) if isinstance(code, (str, int)) and not isinstance(code, bool) else ""


def tag_notes(*, official: bool, site_domain: str, site_id_code: str) -> tuple[Diagnostic, ...]:
    """必选 tags of a government website that the pages go without, because nothing is set for them."""
    wanted = (
        ("SiteDomain", "site_domain", "网站域名", site_domain),
        ("SiteIDCode", "site_id_code", "政府网站标识码", site_id_code),
    )
    return tuple(
        SITE_TAG_MISSING.at(tag=tag, key=key, name=name) for tag, key, name, value in wanted if official and not value
    )


def _column_faults(types: object, column_ids: Collection[str]) -> list[str]:
    if types is None:
        return []
    if not isinstance(types, dict):
        return ["“column_types”应为“栏目: 栏目类别”。"]
    known = "、".join(column_ids)
    found = [f"column_types 不认识的栏目“{key}”，可用的有 {known}。" for key in types if key not in column_ids]
    for key, value in types.items():
        if key in column_ids and not (isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TYPE):
            found.append(f"column_types 的“{key}”应为不超过 {LONGEST_TYPE} 个字的栏目类别，现为“{value}”。")
    return found
