"""A summary made of the report's own sentences: chosen, never composed."""

from __future__ import annotations

import re
from math import sqrt

from generator.model.document import BlockKind, Document
from generator.parser.characters import normal_form
from generator.taxonomy.words import weigh_words

_SENTENCE = re.compile(r"[^。！？]+[。！？][”’」』）)]*")
# Set phrases that open every report: true of all, so telling of none.
_BOILERPLATE = re.compile(
    r"为指导|现将|如下[：:]?|正确领导下|全面贯彻(?:落实)?党的|四个意识|两个维护|两个确立|存在.{0,20}(?:问题|不足|差距)"
)
# Sentences that hang on the one before them do not stand alone.
_HANGING = re.compile(r"[一二三四五六七八九十]+是|同时|另外|此外|其中|该|并|其|对此|另一方面|通过此|在此")
_FIGURE = re.compile(r"\d+(?:\.\d+)?\s*(?:余|多)?(?:万|亿)?\s*(?:[次件个项名人场篇条家期份例]|%)")
_MOST_CHARACTERS = 160
_LEAST, _MOST = 18, 110


def summarise(document: Document) -> str:
    """One to three sentences of the body, in text order, at most about 160 characters; empty for an empty body.

    Sentences with much of the report's weight and with figures are preferred; the set phrases that every report
    opens with are not.
    """
    sentences: list[str] = []
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            text = normal_form(block.text[block.heading_end :])
            sentences.extend(match.strip() for match in _SENTENCE.findall(text))
    weights = dict(weigh_words("".join(sentences)))
    scored = [(_score(sentence, weights), number) for number, sentence in enumerate(sentences)]
    chosen: list[int] = []
    length = 0
    for score, number in sorted(scored, key=lambda pair: (-pair[0], pair[1])):
        if score <= 0 or len(chosen) == 3:
            break
        repeats = any(sentences[number][:12] == sentences[other][:12] for other in chosen)
        if length + len(sentences[number]) <= _MOST_CHARACTERS and not repeats:
            chosen.append(number)
            length += len(sentences[number])
    if not chosen and sentences:
        return sentences[0][:_MOST_CHARACTERS]
    return "".join(sentences[number] for number in sorted(chosen))


def _score(sentence: str, weights: dict[str, float]) -> float:
    if not _LEAST <= len(sentence) <= _MOST or _BOILERPLATE.search(sentence) or _HANGING.match(sentence):
        return 0.0
    value = sum(weights.get(word, 0.0) for word, _ in weigh_words(sentence))
    return value / sqrt(len(sentence)) * (1.6 if _FIGURE.search(sentence) else 1.0)
