"""Which themes a unit is about: scored indicator words, every assignment with the words that made it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

from generator.model.report import MatchedWord, ThemeMatch
from generator.model.vocabulary import Theme
from generator.parser.characters import non_blank
from generator.taxonomy.places import line_of
from generator.taxonomy.units import TextUnit
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"
_WEIGHTS = (("strong", 3.0), ("words", 2.0), ("weak", 1.0))
_HEADING_BOOST = 2.0  # a word in the heading counts twice: headings announce, though the text decides
_REPEAT = 0.4  # share of a word's weight that each doubling of its count adds
_FLOOR = 2.4  # a theme below this score is a passing mention
_LENGTH_STEP = 150.0  # characters of text for which the floor rises by one: long texts mention much in passing
_SHARE = 0.5  # a further theme must reach this share of the best one's score …
_FULL = 12.0  # … which counts up to this only: what lies above adds no doubt about the others
_MOST = 3
_ITEM_FLOOR = 6.0  # an item's leading theme is the unit's too, from this score on
_FEW_UNITS = 6  # in a document with fewer units no word is background
_BACKGROUND_TOP, _BACKGROUND_SLOPE, _BACKGROUND_LEAST = 1.25, 1.5, 0.3  # factor by the share of units with the word


class _ThemeEntry(StrictModel):
    id: str
    name: str
    outline_part: str
    scope: str
    strong: list[str]
    words: list[str]
    weak: list[str]


class _ThemeFile(StrictModel):
    version: str
    ignore: list[str]
    themes: list[_ThemeEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeTable:
    """The versioned theme list, ready for matching.

    Attributes:
        version: e.g. ``2021-2025``.
        themes: in the order of the outline.
        ignore: set phrases that say nothing of a text's theme.
        patterns: one alternation a theme, longest word first, so that a word inside a longer one counts once.
    """

    version: str
    themes: tuple[Theme, ...]
    ignore: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=4)
def load_themes(path: Path = DATA / "themes.yml") -> ThemeTable:
    """Read and check the theme list.

    Raises:
        ConfigurationError: the file is not well-formed; every fault is listed.
    """
    content = load_yaml(path, _ThemeFile)
    themes = tuple(
        Theme(
            theme_id=entry.id,
            name=entry.name,
            outline_part=entry.outline_part,
            scope=entry.scope,
            indicators=tuple((non_blank(word), weight) for key, weight in _WEIGHTS for word in getattr(entry, key)),
        )
        for entry in content.themes
    )
    return ThemeTable(
        version=content.version,
        themes=themes,
        ignore=re.compile("|".join(f"(?:{pattern})" for pattern in content.ignore)),
        patterns=tuple(_alternation(theme) for theme in themes),
    )


def assign_themes(units: Sequence[TextUnit], table: ThemeTable) -> tuple[tuple[ThemeMatch, ...], ...]:
    """Themes of all units of one document, in the units' order.

    A unit's score for a theme is the sum of its indicator words' weights: twice where the heading has the word,
    a little more where it is repeated, less where the word stands in most units of this document (外事 says little
    in a foreign affairs office's report).  A unit also has the leading theme of each of its 一是 items.

    Args:
        units: as ``find_units`` gives them.
        table: the theme list.

    Returns:
        For each unit its themes, best first; none for prefaces and lead paragraphs.
    """
    texts = [_UnitText(unit, table) for unit in units]
    weakened = _background(texts, table)
    own = [_assign(text, table, weakened) for text in texts]
    leading = _leading_of_items(units, own)
    return tuple(_with_items(unit, themes, leading) for unit, themes in zip(units, own, strict=True))


class _UnitText:
    """Heading and body of a unit as they are matched: without blanks and set phrases."""

    def __init__(self, unit: TextUnit, table: ThemeTable) -> None:
        self.unit = unit
        self.heading = non_blank(unit.heading) if not unit.part_of else ""
        self.body = table.ignore.sub("\n", non_blank(_body(unit)))


def _background(texts: Sequence[_UnitText], table: ThemeTable) -> dict[str, float]:
    """Word -> factor below 1 for words that stand in a large share of a document's units."""
    whole = [text for text in texts if text.unit.themed and not text.unit.part_of]
    if len(whole) < _FEW_UNITS:
        return {}
    seen: Counter[str] = Counter()
    for text in whole:
        for pattern in table.patterns:
            seen.update(set(pattern.findall(text.heading + "\n" + text.body)))
    factors = {word: _BACKGROUND_TOP - _BACKGROUND_SLOPE * count / len(whole) for word, count in seen.items()}
    return {word: max(factor, _BACKGROUND_LEAST) for word, factor in factors.items() if factor < 1}


def _assign(text: _UnitText, table: ThemeTable, weakened: dict[str, float]) -> tuple[ThemeMatch, ...]:
    if not text.unit.themed:
        return ()
    floor = _FLOOR + len(text.body) / _LENGTH_STEP
    scored = []
    for theme, pattern in zip(table.themes, table.patterns, strict=True):
        score, words = _score(theme, pattern, text, weakened)
        if score >= floor:
            scored.append((score, theme.theme_id, words))
    scored.sort(key=lambda entry: (-entry[0], entry[1]))
    if not scored:
        return ()
    least = _SHARE * min(scored[0][0], _FULL)
    return tuple(
        ThemeMatch(theme_id=theme_id, score=round(score, 3), words=_places(words, text.unit))
        for score, theme_id, words in scored[:_MOST]
        if score >= least
    )


def _score(
    theme: Theme, pattern: re.Pattern[str], text: _UnitText, weakened: dict[str, float]
) -> tuple[float, tuple[str, ...]]:
    found_in_heading, found_in_body = pattern.findall(text.heading), pattern.findall(text.body)
    if not found_in_heading and not found_in_body:
        return 0.0, ()  # most themes, for most units
    weights = dict(theme.indicators)
    in_heading, in_body = Counter(found_in_heading), Counter(found_in_body)
    gained: dict[str, float] = {}
    for word in {**in_heading, **in_body}:
        weight = weights[word] * weakened.get(word, 1.0) * (_HEADING_BOOST if word in in_heading else 1.0)
        gained[word] = weight * (1 + _REPEAT * log(in_heading[word] + in_body[word], 2))
    firm = [word for word in gained if weights[word] > 1]
    if not firm:
        return 0.0, ()
    words = tuple(sorted(gained, key=lambda word: (-gained[word], word)))
    return sum(gained.values()), words


def _leading_of_items(units: Sequence[TextUnit], own: Sequence[tuple[ThemeMatch, ...]]) -> dict[str, list[ThemeMatch]]:
    """Anchor of a block -> the leading themes of the items in it."""
    leading: dict[str, list[ThemeMatch]] = {}
    for unit, themes in zip(units, own, strict=True):
        if unit.part_of and themes and themes[0].score >= _ITEM_FLOOR:
            leading.setdefault(unit.blocks[0].anchor, []).append(themes[0])
    return leading


def _with_items(
    unit: TextUnit, themes: tuple[ThemeMatch, ...], leading: dict[str, list[ThemeMatch]]
) -> tuple[ThemeMatch, ...]:
    """The unit's themes and the leading theme of each of its items."""
    if unit.part_of:
        return themes
    have = {theme.theme_id: theme for theme in themes}
    for block in unit.blocks:
        for theme in leading.get(block.anchor, ()):
            have.setdefault(theme.theme_id, theme)
    return tuple(have.values())


def _body(unit: TextUnit) -> str:
    """The unit's text behind its heading."""
    if unit.part_of or not unit.blocks or unit.blocks[0].heading is None:
        return unit.text
    return unit.text[unit.blocks[0].heading_end :]


def _places(words: Sequence[str], unit: TextUnit) -> tuple[MatchedWord, ...]:
    """The source line in which each word first begins (or the paragraph's first line, where a line end cuts it)."""
    return tuple(MatchedWord(word=word, line=line_of(word, unit.blocks)) for word in words)


def _alternation(theme: Theme) -> re.Pattern[str]:
    words = sorted((word for word, _ in theme.indicators), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))
