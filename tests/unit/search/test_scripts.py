"""Our scripts as they are published: without comments, joined, and doing what their modules do."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import playwright
import pytest

from generator.search.modules import write_scripts
from generator.search.script_join import joined
from generator.search.script_strip import stripped
from generator.search.script_tokens import ScriptError, tokens_of
from tests.unit.search.reports import ROOT

SCRIPTS = ROOT / "generator/theme/assets/javascripts"
OURS = sorted(SCRIPTS.rglob("*.js"))
NODE = str(Path(playwright.__file__).parent / "driver" / "node")
# What looks like a comment, a string or an end and is none; what must keep its blank or its line.
TRICKY = (
    'const a = "// no /* comment */"; // one',
    "const a = '`'; const b = `'`; const c = `a ${b + `c ${ { d: 1 }.d } e`}  f`;",
    "const a = `  two  blanks // no comment\n  and a line ${ b /* one */ } `;",
    'const a = /[/"\'`]\\/\\*/gu.test(b) / 2 / c; // "',
    "const a = b / c / d; const e = (b) / c; const f = g[0] / h / 2;",
    "if (/\\/\\//.test(a)) b(); const c = [/,/, /;/]; return_(/x/);",
    "const f = (a) => /x/.exec(a), g = typeof /x/, h = a ? /x/ : /y/;",
    "const a = b + +c - -d + ++e - --f; const g = !-h;",
    "const a = 1 .toFixed(); const b = 1..toFixed(); const c = .5 + 1e-3 + 0xFF + 1_000 + 2 ** 3;",
    "function f() {\n  return\n  1;\n}\n",
    "let a = 1\nlet b = a\n++b\n;[1].map(f)\n;(a)\n",
    "const a = b\n  ? c\n  : d;\nconst e = f\n  .g()\n  ?.h ?? i;\n",
    "class A {\n  #b = 1;\n  static c = 2\n  d\n  get e() { return this.#b; }\n  async *f() { yield 1; }\n  static { A.c = 3; }\n}\n",
    "label: for (const a of b) { for (;;) { continue label } }\n",
    "const { a, b: { c = 1 } = {}, ...d } = e; const f = { a, ['b']: 1, if: 2, export: 3 }; f.import; f?.export;\n",
    "const f = async () => { for await (const a of b) await a; };\nf`tag ${1}`\n",
    "a = b\n/c/d\n",
    "const π = 1;",
)


def tell(folder: Path, pairs: list[tuple[str, str]]) -> list[str]:
    """For each pair of scripts ``same``, ``different``, or why one cannot be read."""
    (folder / "pairs.json").write_text(json.dumps(pairs), encoding="utf-8")
    command = [NODE, "--expose-internals", ROOT / "tests/javascript/syntax.cjs", folder / "pairs.json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    told: list[str] = json.loads(done.stdout)
    return told


def test_tokens_are_the_whole_text() -> None:
    for path in OURS:
        source = path.read_text(encoding="utf-8")
        assert "".join(token.text for token in tokens_of(source)) == source


def test_stripping_leaves_the_meaning(tmp_path: Path) -> None:
    """By the syntax tree of another parser; our own modules and what could go wrong."""
    sources = [path.read_text(encoding="utf-8") for path in OURS] + [each for each in TRICKY if "π" not in each]
    short = [stripped(tokens_of(source)) for source in sources]
    told = tell(tmp_path, list(zip(sources, short, strict=True)))
    assert [(one, source) for one, source in zip(told, sources, strict=True) if one != "same"] == []
    assert not any("@param" in each for each in short)
    assert sum(map(len, short)) < 0.7 * sum(map(len, sources))


def test_the_comparison_would_tell(tmp_path: Path) -> None:
    assert tell(tmp_path, [("return_\n(1)", "return_;(1)"), ("`a b`", "`ab`"), ("a", "a a")])[:2] == ["different"] * 2


@pytest.mark.parametrize(
    "source", ["const π = 1;", 'const a = "b\n";', "const a = `b", "f({);", "a = 1n;", "}", "const a = @b;"]
)
def test_what_is_not_known_is_refused(source: str) -> None:
    with pytest.raises(ScriptError):
        tokens_of(source)


MODULES = {
    "entry.js": """
/* Head. */
import { count, Box } from "./below/box.js";
import { name } from "./name.js";
const own = 1; // a name that the others have too
export { Box };
export async function told() { return [own, name, count(), new Box(2).size, await (await import("./later.js")).late]; }
""",
    "below/box.js": """
import {
  name,
} from "../name.js";
const own = 2;
let times = 0;
export function count() { times += own; return times + name.length; }
export class Box { constructor(size) { this.size = size * own; } }
export const unused = [1, 2].map((each) => each, 3);
""",
    "name.js": 'const own = "x";\nexport const name = own + `y`;\nconst late = 1;\nexport { late };\n',
    "later.js": "export const late = 5;\n",
}


def read_from(modules: dict[str, str]) -> Callable[[str], str]:
    return lambda path: modules[path]


def test_joined_modules_do_what_they_did_apart(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"type": "module"}')
    for path, source in {**MODULES, "joined.js": joined("entry.js", read_from(MODULES))}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(source)
    told = {}
    for name in ("entry.js", "joined.js"):
        code = f"const m = await import('./{name}'); console.log(JSON.stringify([await m.told(), Object.keys(m)]));"
        command = [NODE, "--input-type=module", "-e", code]
        told[name] = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
        ).stdout
    assert told["joined.js"] == told["entry.js"]
    assert json.loads(told["joined.js"]) == [[1, "xy", 4, 4, 5], ["Box", "told"]]


REFUSED = {
    "a default export": {"b.js": "export default 1;"},
    "a variable, which may change": {"b.js": "export let b = 1;"},
    "two constants at once": {"b.js": "export const b = 1, c = 2;"},
    "a constant taken apart": {"b.js": "export const { b } = {};"},
    "another name outside": {"b.js": "const a = 1; export { a as b };"},
    "passing on": {"b.js": 'export { b } from "./c.js";', "c.js": "export const b = 1;"},
    "passing on all": {"b.js": 'export * from "./c.js";', "c.js": "export const b = 1;"},
    "a name that is not exported": {"b.js": "const b = 1;"},
    "a circle": {"b.js": 'import { a } from "./a.js"; export const b = 1;'},
    "waiting while it is loaded": {"b.js": "export const b = 1; await b;"},
    "its own place": {"b.js": "export const b = import.meta.url;"},
    "another's place": {"a.js": 'import { b } from "./c/b.js";', "c/b.js": 'export const b = () => import("./d.js");'},
    "an import behind other code": {"a.js": 'f();\nimport { b } from "./b.js";', "b.js": "export const b = 1;"},
    "an import of all": {"a.js": 'import * as b from "./b.js";', "b.js": "export const b = 1;"},
    "an import under another name": {"a.js": 'import { b as c } from "./b.js";', "b.js": "export const b = 1;"},
    "an import for its effect": {"a.js": 'import "./b.js";', "b.js": "f();"},
    "an import from elsewhere": {"a.js": 'import { b } from "https://example.com/b.js";'},
    "a name of ours": {"b.js": "const $1 = 1; export const b = $1;"},
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_joined_is_refused(name: str) -> None:
    modules = {"a.js": 'import { b } from "./b.js";\nf(b);\n', **REFUSED[name]}
    with pytest.raises(ScriptError):
        joined("a.js", read_from(modules))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    site = tmp_path_factory.mktemp("site")
    write_scripts(site)
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.js")}


def test_what_is_published_imports_nothing_when_it_is_loaded(published: dict[str, str]) -> None:
    assert {path.name for path in SCRIPTS.glob("*.js")} <= {name.rpartition("/")[2] for name in published}
    for name, script in published.items():
        words = [token.text for token in tokens_of(script)]
        following = [words[at + 1] for at, word in enumerate(words) if word == "import"]
        assert set(following) <= {"(", "."}, name


def test_the_first_query_loads_little(published: dict[str, str]) -> None:
    """Bytes without a server's compression: what the module of the search may weigh, and what the dialog needs beside it."""
    assert len(published["search/gongkai-search.js"].encode()) < 31_000
    assert len(published["assets/javascripts/search-dialog.js"].encode()) < 8_500


def test_the_worker_gets_what_it_uses(published: dict[str, str]) -> None:
    used = set(re.findall(r"\btools\.(\w+)", published["assets/javascripts/search-worker.js"]))
    exported = re.search(r"export\{([^}]*)\}", published["assets/javascripts/search-dialog.js"])
    assert exported
    assert used == set(filter(None, exported[1].split(",")))
