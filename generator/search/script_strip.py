"""Tokens -> text without comments and blanks, and nothing else changed: names stay, line ends that may matter stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.search.script_tokens import Token, sticks_to

# Behind these a statement cannot end, so that the line may go on; the same in front of the others.
_GOES_ON_BEHIND: Final = frozenset(
    ("{", "(", "[", ";", ",", "=", "=>", "?", ":", "&&", "||", "??", "===", "!==", "<", ">", "<=", ">=", "+", "*", "|")
)
_GOES_ON_BEFORE: Final = frozenset(
    (")", "]", "}", ";", ",", "=", "?", ":", ".", "?.", "&&", "||", "??", "===", "!==", "<", ">", "<=", ">=", "*", "|")
)


def stripped(tokens: Iterable[Token]) -> str:
    """The text of tokens, short.

    Args:
        tokens: of a script, blanks and comments among them.

    Returns:
        A script of the same tokens, in which a line ends wherever one ended and that can end a statement.
    """
    written: list[str] = []
    last: Token | None = None
    between = ""
    for token in tokens:
        if token.kind in {"blank", "comment"}:
            between += token.text
            continue
        if last is not None and between:
            written.append(_gap(last, token, has_line_end="\n" in between))
        written.append(token.text)
        last, between = token, ""
    return "".join(written)


def _gap(last: Token, token: Token, *, has_line_end: bool) -> str:
    if has_line_end and _may_end(last) and _may_begin(token):
        return "\n"
    return " " if sticks_to(last, token) else ""


def _may_end(last: Token) -> bool:
    return last.text not in _GOES_ON_BEHIND and not (last.kind == "template" and last.text.endswith("${"))


def _may_begin(token: Token) -> bool:
    return token.text not in _GOES_ON_BEFORE and not (token.kind == "template" and token.text.startswith("}"))
