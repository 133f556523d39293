"""JavaScript -> tokens, for the plain style that our own modules are written in; what it does not know is refused.

Whether a slash divides or begins a regular expression is told from the token before it, which is enough where no
expression statement begins with a regular expression behind ``)`` or ``}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""(?P<blank>[ \t\n]+)
    |(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<number>0[xX][0-9a-fA-F]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\w$])
    |(?P<name>\#?[A-Za-z_$][\w$]*)
    |(?P<regex>/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*)
    |(?P<mark>>>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)
        |\+\+|--|\+=|-=|\*=|/=|%=|&=|\|=|\^=|<<|>>|\*\*|[{}()\[\];,<>+\-*/%&|^!~?:=.])""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_DIVISION: Final = re.compile(r"/=?")
_TEMPLATE: Final = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
# Behind these words an expression begins; behind any other one it has ended.
_OPENING_WORDS: Final = frozenset(
    ("await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void")
)


class ScriptError(ValueError):
    """A script of ours is not in the style that this reads: a fault of the program, never of a document."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: ``blank comment string number name regex mark``, or ``template``: a template's text from its opening or
            from ``}`` to ``${`` or to its end; the tokens between are those of the code in it.
        text: as written.
    """

    kind: str
    text: str


def tokens_of(source: str) -> tuple[Token, ...]:
    """All tokens of a script, which together are its text again.

    Args:
        source: the script.

    Returns:
        Its tokens, blanks and comments among them.

    Raises:
        ScriptError: something in it is not known here.
    """
    tokens: list[Token] = []
    last = Token("mark", ";")  # the last one that is neither blank nor comment
    open_braces: list[str] = []
    at = 0
    while at < len(source):
        token = _template(source, at, open_braces) or _division(source, at, last) or _plain(source, at)
        if token.kind in {"mark", "template"}:
            _note_braces(token, open_braces)
        if token.kind not in {"blank", "comment"}:
            last = token
        tokens.append(token)
        at += len(token.text)
    if open_braces:
        message = f"not closed: {open_braces}"
        raise ScriptError(message)
    return tuple(tokens)


def sticks_to(last: Token, token: Token) -> bool:
    """True where two tokens in a row would be read as others: ``return x``, ``a + +b``, ``1 .x``."""
    if last.kind == "template":
        return False
    found = _TOKEN.match(last.text + token.text)
    return found is None or found[0] != last.text


def _template(source: str, at: int, open_braces: list[str]) -> Token | None:
    is_continued = source[at] == "}" and open_braces[-1:] == ["${"]
    if source[at] != "`" and not is_continued:
        return None
    rest = _TEMPLATE.match(source, at + 1)
    if rest is None:
        raise ScriptError(_told(source, at))
    return Token("template", source[at : rest.end()])


def _division(source: str, at: int, last: Token) -> Token | None:
    if source[at] != "/" or source.startswith(("//", "/*"), at) or not _ends_expression(last):
        return None
    found = _DIVISION.match(source, at)
    return Token("mark", found[0]) if found else None


def _ends_expression(last: Token) -> bool:
    if last.kind == "mark":
        return last.text in {")", "]", "}", "++", "--"}
    if last.kind == "template":
        return last.text.endswith("`")
    return last.text not in _OPENING_WORDS


def _plain(source: str, at: int) -> Token:
    found = _TOKEN.match(source, at)
    if found is None or found.lastgroup is None:
        raise ScriptError(_told(source, at))
    return Token(found.lastgroup, found[0])


def _note_braces(token: Token, open_braces: list[str]) -> None:
    if token.kind == "template":
        if token.text[0] == "}":
            open_braces.pop()
        if token.text.endswith("${"):
            open_braces.append("${")
    elif token.text == "{":
        open_braces.append("{")
    elif token.text == "}":
        if open_braces[-1:] != ["{"]:
            message = "a brace closes nothing"
            raise ScriptError(message)
        open_braces.pop()


def _told(source: str, at: int) -> str:
    return f"line {source.count(chr(10), 0, at) + 1}: not read: {source[at : at + 40]!r}"
