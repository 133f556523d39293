"""The one edge where YAML (agency.yml, sidecars, vocabularies) becomes checked values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import ConfigurationError
from generator.taxonomy.yaml_text import Node, Place, YamlText, read_yaml_text

Model = TypeVar("Model", bound=BaseModel)

_MAX_BYTES = 1_000_000
_SHOWN = 40
_EXPECTED = {
    "string_type": "一段文字",
    "string_too_short": "至少 {min_length} 个字",
    "string_too_long": "不超过 {max_length} 个字",
    "string_pattern_mismatch": "符合格式 {pattern} 的文字",
    "int_parsing": "整数",
    "int_type": "整数",
    "int_from_float": "整数",
    "float_parsing": "数字",
    "float_type": "数字",
    "bool_parsing": "true 或 false",
    "bool_type": "true 或 false",
    "list_type": "列表（每项一行，以“- ”开头）",
    "tuple_type": "列表（每项一行，以“- ”开头）",
    "set_type": "列表（每项一行，以“- ”开头）",
    "frozen_set_type": "列表（每项一行，以“- ”开头）",
    "dict_type": "下一级的键和值",
    "model_type": "下一级的键和值",
    "model_attributes_type": "下一级的键和值",
    "too_short": "至少 {min_length} 项",
    "too_long": "不超过 {max_length} 项",
    "greater_than": "大于 {gt} 的数",
    "greater_than_equal": "不小于 {ge} 的数",
    "less_than": "小于 {lt} 的数",
    "less_than_equal": "不大于 {le} 的数",
    "date_type": "“2022-03-01”这样的日期",
}


class StrictModel(BaseModel):
    """Base of everything read from YAML: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _iso_date(value: object) -> object:
    # pydantic would take the digits of 20220301 for seconds since 1970.
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        message = "应为“2022-03-01”这样的日期"
        raise ValueError(message)
    try:
        return date.fromisoformat(value)
    except ValueError:
        message = "这一天不存在"
        raise ValueError(message) from None


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, credentials = parts.hostname, parts.username
    except ValueError:
        host, credentials, parts = None, None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or credentials or re.search(r"[\s\"'<>\\^`{|}]", value):
        message = "应为 http:// 或 https:// 开头的完整网址"
        raise ValueError(message)
    return value


IsoDate = Annotated[date, BeforeValidator(_iso_date)]
WebAddress = Annotated[str, AfterValidator(_web_address)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a YAML file.

    Attributes:
        display_path: the file, for messages.
        line: 1-based line of the offending key.
        message: Chinese: what was found and what was expected.
    """

    display_path: str
    line: int
    message: str

    def __str__(self) -> str:
        """``reports/a/agency.yml 第 3 行：…``, as people read it."""
        return f"{self.display_path} 第 {self.line} 行：{self.message}"


def load_yaml(path: Path, model: type[Model]) -> Model:
    """Read and check a YAML file.

    Args:
        path: the file.
        model: pydantic model that refuses unknown keys.

    Returns:
        The checked value.

    Raises:
        ConfigurationError: the file cannot be read or is not as the model says; lists every fault with its line.
    """
    value, faults = read_yaml_file(path, path.name, model)
    if value is None:
        message = "\n".join(str(fault) for fault in faults)
        raise ConfigurationError(message)
    return value


def read_yaml_file(path: Path, display_path: str, model: type[Model]) -> tuple[Model | None, tuple[Fault, ...]]:
    """Like ``load_yaml`` without raising; symbolic links are refused (they may lead out of the folder)."""

    def only(message: str, line: int = 1) -> tuple[None, tuple[Fault, ...]]:
        return None, (Fault(display_path=display_path, line=line, message=message),)

    if path.is_symlink() or (path.exists() and not path.is_file()):
        return only("不是普通文件（例如符号链接），不予读取。")
    try:
        if path.stat().st_size > _MAX_BYTES:
            return only(f"文件过大，上限为 {_MAX_BYTES} 字节。")
        content = path.read_bytes()
    except OSError as error:
        return only(f"文件无法读取（{type(error).__name__}）。")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return only("不是 UTF-8 编码，请另存为 UTF-8。", content.count(b"\n", 0, error.start) + 1)
    return parse_yaml(text, display_path, model)


def parse_yaml(text: str, display_path: str, model: type[Model]) -> tuple[Model | None, tuple[Fault, ...]]:
    """Check a YAML text against a model.

    Args:
        text: the whole file.
        display_path: its name in messages.
        model: pydantic model that refuses unknown keys.

    Returns:
        The value and no faults, or None and every fault in the order of lines. A key with nothing after it counts
        as not written.
    """
    read = read_yaml_text(text)
    found = [Fault(display_path=display_path, line=fault.line, message=fault.message) for fault in read.faults]
    if not found and not isinstance(read.content, dict):
        found.append(Fault(display_path=display_path, line=1, message="最外层应为“键: 值”。"))
    if found:
        return None, tuple(found)
    try:
        return model.model_validate(_without_blanks(read.content, model)), ()
    except ValidationError as error:
        # Through a set: a union reports one place once for each of its members.
        details = error.errors(include_url=False)
        told = {(_line(detail["loc"], read), _message(detail, model)) for detail in details}
    return None, tuple(Fault(display_path=display_path, line=line, message=text) for line, text in sorted(told))


def key_line(text: str, *place: str | int) -> int:
    """The line of a key (or of the nearest key above it) in a YAML text; 1 where it is not written."""
    return _line(place, read_yaml_text(text))


def _without_blanks(node: Node, model: type[BaseModel] | None) -> Node:
    """Leave out known keys that have no value; unknown ones stay, so that they are refused."""
    if isinstance(node, list):
        return [_without_blanks(value, model) for value in node]
    if not isinstance(node, dict):
        return node
    known = _keys(model) if model is not None else ()
    return {
        key: _without_blanks(value, _model_below(model, key))
        for key, value in node.items()
        if value is not None or key not in known
    }


def _line(place: Place, read: YamlText) -> int:
    for length in range(len(place), 0, -1):
        if (line := read.lines.get(tuple(place[:length]))) is not None:
            return line
    return 1


def _message(detail: ErrorDetails, model: type[BaseModel]) -> str:
    place, kind = detail["loc"], detail["type"]
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "")
    if kind == "missing":
        return f"缺少必填的键“{key}”。"
    if kind == "extra_forbidden":
        owner: type[BaseModel] | None = model
        for part in place[:-1]:
            owner = _model_below(owner, part)
        keys = "、".join(_keys(owner)) if owner is not None else ""
        return f"不认识的键“{key}”，可用的键有：{keys}。" if keys else f"不认识的键“{key}”。"
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "value_error":
        return f"“{key}”写的是“{_shown(detail['input'])}”，{context['error']}。"
    if kind in {"literal_error", "enum"}:
        expected = str(context["expected"]).replace("'", "").replace(", ", "、").replace(" or ", "、")
        return f"“{key}”写的是“{_shown(detail['input'])}”，应为下列之一：{expected}。"
    expected = _EXPECTED.get(kind, "").format_map(context) or f"符合要求的值（{detail['msg']}）"
    return f"“{key}”写的是“{_shown(detail['input'])}”，应为{expected}。"


def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _model_below(model: type[BaseModel] | None, key: str | int) -> type[BaseModel] | None:
    if model is None or isinstance(key, int):
        return model
    for name, field in model.model_fields.items():
        if key in {name, field.alias}:
            return _model_in(field.annotation)
    return None


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)


def _shown(value: object) -> str:
    if value is None:
        return "空"
    if isinstance(value, dict):
        return "下一级内容"
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
