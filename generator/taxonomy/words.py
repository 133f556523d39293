"""Words and their weights: rjieba with the field's terms, IDF from jieba's own data file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from math import sqrt
from pathlib import Path

import rjieba

from generator.errors import ConfigurationError
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9+.]{2,}")
_UNIT_TERMS = 24


class TermFile(StrictModel):
    """``data/terms.yml``: ``user`` words are never cut apart, ``stop`` words are never keywords."""

    user: list[str]
    stop: list[str]


@lru_cache(maxsize=1)
def load_terms(path: Path = DATA / "terms.yml") -> TermFile:
    """Read and check the terms.

    Raises:
        ConfigurationError: the file is not well-formed.
    """
    return load_yaml(path, TermFile)


@lru_cache(maxsize=1)
def _segmenter() -> Callable[[str], list[str]]:
    """Cuts a text into words: the segmenter that rjieba makes on import; a second one would cost as much again."""
    for word in load_terms().user:
        rjieba.add_word(word, 100_000, "n")
    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


@lru_cache(maxsize=1)
def _word_sets() -> tuple[frozenset[str], frozenset[str]]:
    """Stop words and the field's own words."""
    terms = load_terms()
    return frozenset(terms.stop), frozenset(terms.user)


@lru_cache(maxsize=1)
def load_idf() -> tuple[dict[str, float], float]:
    """Jieba's inverse document frequencies, and their median for words it does not know.

    Raises:
        ConfigurationError: jieba is not installed whole.
    """
    spec = find_spec("jieba")
    path = Path(spec.origin).parent / "analyse" / "idf.txt" if spec and spec.origin else Path()
    if not path.is_file():
        message = "没有找到 jieba 自带的 idf.txt，请重新运行 make site 安装依赖。"
        raise ConfigurationError(message)
    pieces = path.read_text(encoding="utf-8").split()  # a word and its number in turn; no word holds a blank
    table = dict(zip(pieces[::2], map(float, pieces[1::2]), strict=True))
    return table, sorted(table.values())[len(table) // 2]


def weigh_words(text: str) -> tuple[tuple[str, float], ...]:
    """TF-IDF weights of a text's words, heaviest first (ties by code point); no unit.

    Stop words, single characters and numbers are left out.
    """
    stop, own = _word_sets()
    idf, unknown = load_idf()
    counts = Counter(
        word
        for word in _segmenter()("".join(text.split()))
        # A two-character word that jieba's table does not know is mostly a scrap of a longer name.
        if _WORD.fullmatch(word) and word not in stop and (len(word) > 2 or word in idf or word in own)
    )
    total = sum(counts.values()) or 1
    weights = [(word, count / total * idf.get(word, unknown)) for word, count in counts.items()]
    return tuple(sorted(weights, key=lambda pair: (-pair[1], pair[0])))


def extract_keywords(text: str, most: int = 10) -> tuple[str, ...]:
    """The heaviest words of a text that occur more than once, else the heaviest ones; no names of places."""
    compact = "".join(text.split())
    weighed = tuple((word, weight) for word, weight in weigh_words(text) if word[-1] not in "省市区县州盟旗")
    repeated = tuple(word for word, _ in weighed if compact.count(word) > 1)
    return (repeated + tuple(word for word, _ in weighed if word not in repeated))[:most]


def unit_terms(text: str, theme_words: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """A unit's word vector of length 1: its heaviest words, with its theme's indicator words doubled."""
    weights = dict(weigh_words(text)[:_UNIT_TERMS])
    top = max(weights.values(), default=1.0)
    for word in theme_words:
        weights[word] = max(weights.get(word, 0.0), top) if word in weights else top
    norm = sqrt(sum(value * value for value in weights.values())) or 1.0
    return tuple(
        (word, round(value / norm, 6)) for word, value in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    )
