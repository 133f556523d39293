"""Modules -> one script: what an entry imports stands in front of it, each module in a scope of its own.

For the plain style that our modules keep to, and nothing else: imports by name from a relative address, before
everything else; exports by name of functions, classes and constants; no circles.  What is different is refused, so that
a joined script does what its modules do::

    import { find } from "./search.js";        const $2=(()=>{ … return{find}})();
    export async function openIndex() { … }    const{find}=$2; export async function openIndex() { … }
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generator.search.script_strip import stripped
from generator.search.script_tokens import ScriptError, Token, tokens_of

_ADDRESS: Final = re.compile(r'"(\.\.?/[\w./-]+\.js)"')
_NAME: Final = re.compile(r"[A-Za-z_]\w*")  # none of ours begins with $: the joined modules do
_OPENING: Final = frozenset(("(", "[", "{"))
_CLOSING: Final = frozenset((")", "]", "}"))
_END: Final = Token("mark", ";")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Module:
    """One module, read.

    Attributes:
        imports: names, and the path of the module that they come from.
        exports: names.
        body: all tokens behind the imports, as written.
        inner: the same without ``export``.
    """

    imports: tuple[tuple[tuple[str, ...], str], ...]
    exports: tuple[str, ...]
    body: tuple[Token, ...]
    inner: tuple[Token, ...]


def joined(entry: str, read: Callable[[str], str]) -> str:
    """A module with all that it imports, as one script without comments.

    Args:
        entry: path of the module; its own exports stay, and may be none.
        read: gives the source of a path.

    Returns:
        One module (or plain script, where the entry is one) that imports nothing when it is loaded.

    Raises:
        ScriptError: a module is not in the style that this joins.
    """
    modules: dict[str, _Module] = {}
    _load(entry, read, modules, ())
    numbers = {path: number for number, path in enumerate(modules)}
    parts = []
    for path, module in modules.items():
        for names, source in module.imports:
            missing = set(names) - set(modules[source].exports)
            if missing:
                raise ScriptError(f"{path}: {source} does not export {sorted(missing)}")
        taken = "".join(f"const{{{','.join(names)}}}=${numbers[source]};" for names, source in module.imports)
        if path == entry:
            parts.append(taken + stripped(module.body))
        else:
            given = ",".join(module.exports)
            parts.append(f"const ${numbers[path]}=(()=>{{{taken}{stripped(module.inner)}\nreturn{{{given}}}}})();\n")
    return "".join(parts) + "\n"


def _load(path: str, read: Callable[[str], str], modules: dict[str, _Module], above: tuple[str, ...]) -> None:
    """Read a module and all that it imports, these first."""
    if path in above:
        raise ScriptError(f"{path}: imports itself by way of {above[-1]}")
    if path in modules:
        return
    is_beside = not above or posixpath.dirname(path) == posixpath.dirname(above[0])
    module = _module(path, tokens_of(read(path)), is_entry=not above, is_beside_entry=is_beside)
    for _, source in module.imports:
        _load(source, read, modules, (*above, path))
    modules[path] = module


def _module(path: str, tokens: tuple[Token, ...], *, is_entry: bool, is_beside_entry: bool) -> _Module:
    shown = [at for at, token in enumerate(tokens) if token.kind not in {"blank", "comment"}]

    def text(place: int) -> str:
        return tokens[shown[place]].text if place < len(shown) else ""

    imports: list[tuple[tuple[str, ...], str]] = []
    place = 0
    while text(place) == "import" and text(place + 1) == "{":
        names, place = _names(path, text, place + 1)
        address = _ADDRESS.fullmatch(text(place + 1))
        if text(place) != "from" or address is None or text(place + 2) != ";":
            raise ScriptError(f"{path}: an import that is not from a relative address: {text(place + 1)}")
        imports.append((names, posixpath.normpath(posixpath.join(posixpath.dirname(path), address[1]))))
        place += 3
    body_start = shown[place] if place < len(shown) else len(tokens)
    exports: list[str] = []
    dropped: set[int] = set()  # tokens
    depth = 0
    while place < len(shown):
        word = tokens[shown[place]]
        if word.kind == "template":
            depth += word.text.endswith("${") - word.text.startswith("}")
        elif word.kind == "mark":
            depth += (word.text in _OPENING) - (word.text in _CLOSING)
        elif word.kind == "name" and text(place - 1) not in {".", "?."}:
            if word.text == "export" and depth == 0:
                names, end = _exported(path, text, place)
                exports += names
                dropped.update(shown[place:end])
                place = end
                continue
            _refuse(
                path,
                word.text,
                text(place + 1),
                text(place + 2),
                is_entry=is_entry,
                is_beside_entry=is_beside_entry,
                is_outermost=depth == 0,
            )
        place += 1
    body = tokens[body_start:]
    inner = tuple(token for at, token in enumerate(tokens) if at >= body_start and at not in dropped)
    return _Module(imports=tuple(imports), exports=tuple(exports), body=body, inner=inner)


def _names(path: str, text: Callable[[int], str], place: int) -> tuple[tuple[str, ...], int]:
    """The names between braces, and the place behind these."""
    names = []
    place += 1
    while text(place) != "}":
        if not _NAME.fullmatch(text(place)) or text(place + 1) not in {",", "}"}:
            raise ScriptError(f"{path}: not a plain list of names: {text(place)} {text(place + 1)}")
        names.append(text(place))
        place += 2 if text(place + 1) == "," else 1
    return tuple(names), place + 1


def _exported(path: str, text: Callable[[int], str], place: int) -> tuple[tuple[str, ...], int]:
    """Names that ``export`` at this place exports, and up to where the tokens go away in a scope of its own."""
    following = text(place + 1)
    if following == "{":
        names, end = _names(path, text, place + 1)
        if text(end) != ";":
            raise ScriptError(f"{path}: exports of another module are not joined")
        return names, end + 1
    at = place + 1
    if following == "async":
        at += 1
    if text(at) not in {"function", "class", "const"}:
        raise ScriptError(f"{path}: export {following} is not joined")
    at += 2 if text(at) == "function" and text(at + 1) == "*" else 1
    name = text(at)
    if not _NAME.fullmatch(name) or (following == "const" and not _is_single(text, at)):
        raise ScriptError(f"{path}: export {following} {name} is not joined")
    return (name,), place + 1


def _is_single(text: Callable[[int], str], place: int) -> bool:
    """True where a constant is the only one of its declaration."""
    depth = 0
    while text(place) and (depth or text(place) != ";"):
        here = text(place)
        if not depth and here == ",":
            return False
        depth += (here in _OPENING) - (here in _CLOSING)
        depth += (here.endswith("${") and here[0] in "`}") - (here.startswith("}") and len(here) > 1)
        place += 1
    return True


def _refuse(
    path: str, word: str, first: str, second: str, *, is_entry: bool, is_beside_entry: bool, is_outermost: bool
) -> None:
    """Refuse what would mean something else, or nothing, in a joined script."""
    if word.startswith("$") and word[1:].isdecimal():
        raise ScriptError(f"{path}: {word} is a name of joined modules")
    if word == "import" and first not in {"(", "."}:
        raise ScriptError(f"{path}: an import behind other statements")
    if is_entry:
        return
    if word == "import" and (first == "." or (second.startswith(('"', "'", "`")) and not is_beside_entry)):
        raise ScriptError(f"{path}: an address that is read from the module's own place")
    if word == "await" and is_outermost:
        raise ScriptError(f"{path}: waits while it is loaded")
