"""Queries drawn by rule from the texts, and what a search that misses nothing has to answer."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import opencc
import rjieba

_STOPS = "。！？；，、：“”《》（）〔〕"
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_SEGMENTER = rjieba.Jieba()  # of our own: the one that comes made holds the field's terms wherever they were needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One query.

    Attributes:
        text: as a reader types it.
        needle: what the texts hold of it in their normal form; empty where it must not occur.
        kind: ``plain words full-width traditional spaced mixed recombined absent``; a plain one begins and ends
            anywhere, one of words with words, as people mostly type (fair to searches that know words only); every
            pair of neighbours in a recombined one occurs somewhere, the whole mostly nowhere: what an index of pairs
            alone would get wrong.
    """

    text: str
    needle: str
    kind: str


def normal_form(text: str, to_simplified: opencc.OpenCC) -> str:
    """The form in which grep compares: NFKC, lower case, no blanks, simplified characters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return str(to_simplified.convert("".join(folded.split())))


def draw_queries(paragraphs: Sequence[str], count: int) -> tuple[Query, ...]:
    """Draw queries of 2 to 12 characters from the middle of sentences, in turn as each kind of typing.

    Args:
        paragraphs: texts of passages; the same texts and count always give the same queries.
        count: how many; every eighth does not occur in the texts.
    """
    draw = random.Random(count)
    to_traditional, to_simplified = opencc.OpenCC("s2t"), opencc.OpenCC("t2s")
    kinds = ("plain", "words", "full-width", "recombined", "traditional", "spaced", "mixed", "absent")
    queries: list[Query] = []
    while len(queries) < count:
        kind = kinds[len(queries) % len(kinds)]
        text = paragraphs[int(draw.random() * len(paragraphs))]
        length = 2 + int(draw.random() * 11)
        if len(text) < length + 4:
            continue
        start = 1 + int(draw.random() * (len(text) - length - 2))
        if kind == "words":
            start, length = _on_words(text, start, length)
        piece = text[start : start + length]
        if len(piece) < 2 or any(stop in piece for stop in _STOPS) or "".join(piece.split()) != piece:
            continue
        has_ascii = any(character.isascii() for character in piece)
        if kind in {"full-width", "mixed"} and not (has_ascii and not piece.isascii()):
            continue
        if kind == "recombined":
            piece = _recombine(piece, paragraphs[int(draw.random() * len(paragraphs))])
            if not piece:
                continue
        queries.append(_typed(kind, piece, draw, to_traditional, to_simplified))
    return tuple(queries)


def _on_words(text: str, start: int, length: int) -> tuple[int, int]:
    """Start and length of the whole words inside a stretch of a text; the length is 0 where there are none."""
    edges = [0]
    for word in _SEGMENTER.cut(text):
        edges.append(edges[-1] + len(word))
    inside = [edge for edge in edges if start <= edge <= start + length]
    return (inside[0], inside[-1] - inside[0]) if inside else (start, 0)


def _recombine(piece: str, other: str) -> str:
    """The first half of a piece, going on as another text goes on behind the same character; empty where none does."""
    half = max(2, len(piece) // 2)
    at = other.find(piece[half - 1], 1)
    rest = other[at + 1 : at + 1 + half] if at > 0 else ""
    if len(rest) < half or any(stop in rest for stop in _STOPS) or "".join(rest.split()) != rest:
        return ""
    return piece[:half] + rest


def _typed(
    kind: str, piece: str, draw: random.Random, to_traditional: opencc.OpenCC, to_simplified: opencc.OpenCC
) -> Query:
    needle = normal_form(piece, to_simplified)
    if kind == "full-width":
        return Query(text=piece.translate(_FULL_WIDTH), needle=needle, kind=kind)
    if kind == "traditional":
        return Query(text=to_traditional.convert(piece), needle=needle, kind=kind)
    if kind == "spaced":  # a blank inside quotation marks is kept to be ignored: the phrase stays one
        cut = 1 + int(draw.random() * (len(piece) - 1))
        return Query(text=f'"{piece[:cut]} {piece[cut:]}"', needle=needle, kind=kind)
    if kind == "absent":  # the same characters the other way round, with one that official texts do not use
        return Query(text=piece[::-1] + "鱻", needle="", kind=kind)
    return Query(text=piece, needle=needle, kind=kind)
