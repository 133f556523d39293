"""Theme overrides keep to what MiniJinja knows too (Zensical's engine), and to the blocks that ARCHITECTURE.md lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[3]
THEME = ROOT / "generator/theme"
OVERRIDES = sorted(THEME.rglob("*.html"))
# MiniJinja has no other statements (no {% do %}, {% continue %}, {% trans %}).
STATEMENTS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Block, nodes.Extends, nodes.Include,
    nodes.Import, nodes.FromImport, nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.With, nodes.NSRef,
)  # fmt: skip
# MiniJinja's own, then those that MkDocs and Zensical add.
FILTERS = {
    "abs", "attr", "batch", "bool", "capitalize", "default", "d", "e", "escape", "first", "float", "int", "items", "join",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "safe",
    "select", "selectattr", "slice", "sort", "sum", "title", "tojson", "trim", "unique", "upper", "urlencode",
    "url", "striptags", "script_tag",
}  # fmt: skip
TESTS = {"defined", "undefined", "none", "string", "number", "mapping", "sequence", "iterable", "equalto", "eq", "in"}
FUNCTIONS = {"super", "namespace", "range", "dict"}
# The macro of Material's languages, and the one method of Python's strings that MiniJinja's compatibility layer gives.
METHODS = {"t", "startswith"}


@pytest.mark.parametrize("path", OVERRIDES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_an_override_keeps_to_the_common_subset(path: Path) -> None:
    tree = Environment(autoescape=False).parse(path.read_text(encoding="utf-8"))
    strange = [
        f"{type(one).__name__}，第 {one.lineno} 行"
        for one in tree.find_all(nodes.Stmt)
        if not isinstance(one, STATEMENTS)
    ]
    strange += [f"过滤器 {one.name}" for one in tree.find_all(nodes.Filter) if one.name not in FILTERS]
    strange += [f"判断 {one.name}" for one in tree.find_all(nodes.Test) if one.name not in TESTS]
    for call in tree.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        method = call.node.attr if isinstance(call.node, nodes.Getattr) else ""
        if name not in FUNCTIONS and method not in METHODS:
            strange.append(f"调用 {name or method}")
    assert strange == []


def test_the_subset_refuses_what_only_jinja_knows() -> None:
    tree = Environment().parse("{% set x = 'a b'.split() %}{{ x | xmlattr }}")
    assert [call.node.attr for call in tree.find_all(nodes.Call)] == ["split"]
    assert [one.name for one in tree.find_all(nodes.Filter) if one.name not in FILTERS] == ["xmlattr"]


def test_architecture_lists_every_overridden_block_and_file() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    section = text[text.index("## Theme overrides") + 3 :].split("\n## ")[0]
    main = (THEME / "main.html").read_text(encoding="utf-8")
    blocks = set(re.findall(r"{% block (\w+) %}", main))
    assert blocks == set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))
    files = {path.relative_to(THEME).as_posix() for path in OVERRIDES} - {"main.html"}
    assert files == set(re.findall(r"^\| `([\w./-]+\.html)` \|", section, re.MULTILINE))
