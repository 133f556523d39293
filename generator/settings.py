"""What a collection may set: ``extra.gongkai`` of its mkdocs.yml, checked, every fault at once.

::

    extra:
      gongkai:
        official: true        # an agency publishes its own documents
        require_mark: false   # hold every report without a disclosure mark in its text
        site_domain: www.example.gov.cn   # page tag SiteDomain (taxonomy/page_tag_settings.py)
        site_id_code: "1234567890"        # page tag SiteIDCode, with official: true alone
        column_types:         # page tag ColumnType of a column, where it is not the usual one (data/columns.yml)
          agencies: 信息公开目录
        limits:               # of one file; what is not named keeps its usual value (readers/limits.py)
          bytes: 50 MiB       # size of the file
          characters: 5000000
          lines: 50000
          pages: 2000         # of a PDF or OFD
          depth: 256          # nesting of XML and HTML elements
          entries: 4000       # files inside a docx or ofd
          unpacked_bytes: 256 MiB
          ratio: 200          # unpacked size divided by packed size
          seconds: 30         # time that reading it may take
          memory_bytes: 1 GiB

Sizes are whole numbers of bytes, or numbers with KiB, MiB or GiB.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import yaml

from generator.errors import ConfigurationError
from generator.model.column import Column
from generator.model.diagnostics import Diagnostic
from generator.readers.limits import DEFAULT_LIMITS, Limits
from generator.taxonomy.columns import load_columns, name_columns
from generator.taxonomy.page_tag_settings import TAG_SETTINGS, plain_code, tag_faults, tag_notes

_SWITCHES = {"official", "require_mark"}
_KNOWN = {*_SWITCHES, *TAG_SETTINGS, "limits"}
_LIMITS = tuple(field.name for field in fields(Limits))
_SIZES = {"bytes", "unpacked_bytes", "memory_bytes"}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([KMG](?:i?B)?|B)?\s*", re.IGNORECASE)
_UNITS = {"": 1, "b": 1, "k": 1024, "m": 1024**2, "g": 1024**3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one project folder.

    Attributes:
        site_name: ``site_name`` of mkdocs.yml.
        site_description: ``site_description``, or empty.
        site_url: ``site_url``, or empty where it is not known yet.
        official: an agency publishes its own documents; False marks every page 非官方汇编.
        require_mark: hold every report without a disclosure mark in its text.
        limits: what one file may be and cost.
        site_domain: the site's domain name, or empty.
        site_id_code: 政府网站标识码, or empty.
        columns: the site's columns, with the names of ``nav`` and the types that are set.
    """

    site_name: str = "政府信息公开"
    site_description: str = ""
    site_url: str = ""
    official: bool = False
    require_mark: bool = False
    limits: Limits = DEFAULT_LIMITS
    site_domain: str = ""
    site_id_code: str = ""
    columns: tuple[Column, ...] = field(default_factory=load_columns)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What is remarkable about them, to be told once."""
        return tag_notes(official=self.official, site_domain=self.site_domain, site_id_code=self.site_id_code)


class _PlainLoader(yaml.CSafeLoader):
    """Reads mkdocs.yml as far as we need it: MkDocs' own tags (``!ENV``, ``!!python/name:``) become None."""


_PlainLoader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def load_settings(project_dir: Path) -> Settings:
    """Read the settings of a project folder.

    Args:
        project_dir: the folder that holds mkdocs.yml.

    Raises:
        ConfigurationError: there is no mkdocs.yml, it is not YAML, or settings are unknown or of the wrong kind; the
            text names all of them.
    """
    path = project_dir / "mkdocs.yml"
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainLoader)  # noqa: S506 - a safe loader
    except FileNotFoundError:
        message = f"没有找到 {path}。请在项目文件夹中运行，或用 -C 指定含有 mkdocs.yml、docs/、reports/ 的文件夹。"
        raise ConfigurationError(message) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = f"{path} 不能读取：{error}"
        raise ConfigurationError(message) from error
    if not isinstance(content, dict):
        message = f"{path} 的内容应为“键: 值”。"
        raise ConfigurationError(message)
    extra = content.get("extra")
    ours = extra.get("gongkai", {}) if isinstance(extra, dict) else {}
    nav_titles = _nav_titles(content.get("nav"))
    faults = _faults(ours, nav_titles)
    if faults:
        raise ConfigurationError("\n".join(f"{path} extra.gongkai：{fault}" for fault in faults))
    return Settings(
        site_name=str(content.get("site_name") or Settings().site_name),
        site_description=str(content.get("site_description") or ""),
        site_url=str(content.get("site_url") or ""),
        official=ours.get("official", False),
        require_mark=ours.get("require_mark", False),
        limits=Limits(**{name: _to_number(name, value) or 0 for name, value in (ours.get("limits") or {}).items()}),
        site_domain=ours.get("site_domain") or "",
        site_id_code=plain_code(ours.get("site_id_code") or ""),
        columns=name_columns(load_columns(), nav_titles, ours.get("column_types") or {}),
    )


def _nav_titles(nav: object) -> dict[str, str]:
    """Column id -> title, for the top entries of the navigation that name a page."""
    entries = (
        [item for entry in nav if isinstance(entry, dict) for item in entry.items()] if isinstance(nav, list) else []
    )
    return {
        "home" if target == "index.md" else target.removesuffix("/index.md").removesuffix(".md"): str(title)
        for title, target in entries
        if isinstance(target, str) and target.endswith(".md")
    }


def _faults(ours: object, nav_titles: Mapping[str, str]) -> list[str]:
    if not isinstance(ours, dict):
        return ["应为“键: 值”。"]
    found = [f"不认识的键“{key}”，可用的有 {'、'.join(sorted(_KNOWN))}。" for key in ours if key not in _KNOWN]
    wrong = [key for key in sorted(_SWITCHES & ours.keys()) if not isinstance(ours[key], bool)]
    found += [f"“{key}”应为 true 或 false，现为“{ours[key]}”。" for key in wrong]
    column_ids = dict.fromkeys((*(column.column_id for column in load_columns()), *nav_titles))
    return found + tag_faults(ours, column_ids) + _limit_faults(ours.get("limits"))


def _limit_faults(limits: object) -> list[str]:
    if limits is None:
        return []
    if not isinstance(limits, dict):
        return ["“limits”应为“键: 值”。"]
    found = [f"limits 不认识的键“{key}”，可用的有 {'、'.join(_LIMITS)}。" for key in limits if key not in _LIMITS]
    for key in (key for key in _LIMITS if key in limits):
        if _to_number(key, limits[key]) is None:
            form = "正整数（字节），或写作“50 MiB”" if key in _SIZES else "正整数"
            found.append(f"limits 的“{key}”应为{form}，现为“{limits[key]}”。")
    return found


def _to_number(name: str, value: Any) -> int | None:  # noqa: ANN401 - whatever the YAML holds
    """A limit as a whole number above zero; None where it is not one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if value > 0 else None
    if name not in _SIZES or not isinstance(value, str):
        return None
    match = _SIZE.fullmatch(value)
    if match is None:
        return None
    return int(float(match[1]) * _UNITS[(match[2] or "")[:1].lower()]) or None
