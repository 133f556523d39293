"""YAML as text and places: every scalar a string, every key with its line; nothing is executed or guessed.

YAML 1.1 reads ``0012`` as ten, ``no`` as False and ``12:30`` as 750; what an official writes is meant as written.
So the resolver is left out altogether: the events of the C parser are put together here, and pydantic converts.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

import yaml

Place = tuple[str | int, ...]
Node = str | None | list["Node"] | dict[str, "Node"]

_MAX_DEPTH = 20
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFault:
    """A fault of form: 1-based line and a Chinese message."""

    line: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlText:
    """What a YAML text says.

    Attributes:
        content: strings, lists and dicts; None where nothing is written after a key; ``{}`` for an empty text.
        lines: place (keys and list positions from the top) -> 1-based line.
        faults: faults of form; where there are any, ``content`` is not to be relied on.
    """

    content: Node
    lines: dict[Place, int]
    faults: tuple[YamlFault, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Collects faults and lines while the events go by."""

    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[YamlFault] = field(default_factory=list)

    def fault(self, event: yaml.Event, message: str) -> None:
        self.faults.append(YamlFault(line=_line(event), message=message))

    def check(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.fault(event, "不能使用 YAML 别名（*名称），请把内容写全。")
        elif event.anchor is not None:
            self.fault(event, "不能使用 YAML 锚点（&名称）。")
        tag = getattr(event, "tag", None)
        if tag not in _PLAIN_TAGS:
            self.fault(event, f"不能使用 YAML 标签“{tag}”。")
        if isinstance(event, yaml.ScalarEvent) and _hides_something(event.value):
            self.fault(event, "含有看不见的控制字符，请删除后重写这一行。")


def read_yaml_text(text: str) -> YamlText:
    """Read a YAML text of one document.

    Args:
        text: the whole file.

    Returns:
        Content, lines and faults: wrong syntax, duplicate keys, anchors, aliases, tags, several documents,
        nesting deeper than 20, control characters. Never raises.
    """
    builder = _Builder()
    try:
        events = _events(text, builder)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return YamlText(content={}, lines={}, faults=(YamlFault(line=line, message="含有 YAML 不允许的字符。"),))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        message = "YAML 格式有误：请检查缩进（只用空格）、冒号后的空格、引号和括号是否成对。"
        return YamlText(content={}, lines={}, faults=(YamlFault(line=line, message=message),))
    if builder.faults or not events:
        return YamlText(content={}, lines={}, faults=tuple(builder.faults))
    content, _ = _build(events, 0, (), builder)
    return YamlText(content={} if content is None else content, lines=builder.lines, faults=tuple(builder.faults))


def _events(text: str, builder: _Builder) -> list[yaml.NodeEvent | yaml.CollectionEndEvent]:
    kept: list[yaml.NodeEvent | yaml.CollectionEndEvent] = []
    depth, documents = 0, 0
    for event in yaml.parse(text.removeprefix("\ufeff"), Loader=_Loader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                builder.fault(event, "一个文件里只能有一份 YAML 内容（不要再写 ---）。")
                return kept
        elif isinstance(event, yaml.NodeEvent):
            builder.check(event)
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > _MAX_DEPTH:
                builder.fault(event, "嵌套过深。")
                return kept
            kept.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            kept.append(event)
    return kept


def _build(
    events: list[yaml.NodeEvent | yaml.CollectionEndEvent], index: int, place: Place, builder: _Builder
) -> tuple[Node, int]:
    """The node that begins at ``index``, and the index after it."""
    event = events[index]
    builder.lines.setdefault(place, _line(event))
    if isinstance(event, yaml.SequenceStartEvent):
        return _build_list(events, index + 1, place, builder)
    if isinstance(event, yaml.MappingStartEvent):
        return _build_mapping(events, index + 1, place, builder)
    if not isinstance(event, yaml.ScalarEvent) or (event.implicit[0] and event.value in {"", "~"}):
        return None, index + 1
    return str(event.value), index + 1


def _build_list(
    events: list[yaml.NodeEvent | yaml.CollectionEndEvent], index: int, place: Place, builder: _Builder
) -> tuple[Node, int]:
    values: list[Node] = []
    while not isinstance(events[index], yaml.CollectionEndEvent):
        value, index = _build(events, index, (*place, len(values)), builder)
        values.append(value)
    return values, index + 1


def _build_mapping(
    events: list[yaml.NodeEvent | yaml.CollectionEndEvent], index: int, place: Place, builder: _Builder
) -> tuple[Node, int]:
    values: dict[str, Node] = {}
    while not isinstance(events[index], yaml.CollectionEndEvent):
        event = events[index]
        key, index = _build(events, index, (*place, "?"), builder)
        builder.lines.pop((*place, "?"), None)
        if not isinstance(key, str):
            builder.fault(event, "键必须是一个词。")
            key = "?"
        if key in values:
            first = builder.lines[(*place, key)]
            builder.fault(event, f"键“{key}”重复（第 {first} 行已经写过）。")
        else:
            builder.lines[(*place, key)] = _line(event)
        value, index = _build(events, index, (*place, key), builder)
        values.setdefault(key, value)
    return values, index + 1


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


def _hides_something(text: str) -> bool:
    """Some character of the text is hidden; what is printable throughout need not be looked at one by one."""
    return not text.isprintable() and any(_is_hidden(character) for character in text)


def _is_hidden(character: str) -> bool:
    return character not in "\n\t" and unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
