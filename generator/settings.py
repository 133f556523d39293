"""What a collection may set: ``extra.gongkai`` of its mkdocs.yml, checked, every fault at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.errors import ConfigurationError

_KNOWN = {"official", "require_mark"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one project folder.

    Attributes:
        site_name: ``site_name`` of mkdocs.yml.
        official: an agency publishes its own documents; False marks every page 非官方汇编.
        require_mark: hold every report without a disclosure mark in its text.
    """

    site_name: str = "政府信息公开"
    official: bool = False
    require_mark: bool = False


class _PlainLoader(yaml.CSafeLoader):
    """Reads mkdocs.yml as far as we need it: MkDocs' own tags (``!ENV``, ``!!python/name:``) become None."""


_PlainLoader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def load_settings(project_dir: Path) -> Settings:
    """Read the settings of a project folder.

    Args:
        project_dir: the folder that holds mkdocs.yml.

    Raises:
        ConfigurationError: there is no mkdocs.yml, it is not YAML, or a setting is unknown or of the wrong kind.
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
    faults = _faults(ours)
    if faults:
        raise ConfigurationError("\n".join(f"{path} extra.gongkai：{fault}" for fault in faults))
    return Settings(
        site_name=str(content.get("site_name") or Settings().site_name),
        official=ours.get("official", False),
        require_mark=ours.get("require_mark", False),
    )


def _faults(ours: object) -> list[str]:
    if not isinstance(ours, dict):
        return ["应为“键: 值”。"]
    found = [f"不认识的键“{key}”，可用的有 {'、'.join(sorted(_KNOWN))}。" for key in ours if key not in _KNOWN]
    wrong = [key for key in sorted(_KNOWN & ours.keys()) if not isinstance(ours[key], bool)]
    return found + [f"“{key}”应为 true 或 false，现为“{ours[key]}”。" for key in wrong]
