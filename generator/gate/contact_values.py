"""The values in a contact's particulars: names after their labels, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.gate.labels import alternatives
from generator.gate.names import CJK, looks_like_name
from generator.gate.rules import ContactRules

NAME = "contact-name"
TELEPHONE = "contact-telephone"
_GAP = "[ \n-]"
_MOBILE = (
    rf"(?:\(?\+?(?:00)?86\)?{_GAP}{{0,2}})?1[3-9][0-9](?:[0-9]{{8}}|{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}"
    rf"|{_GAP}[0-9]{{3}}{_GAP}[0-9]{{5}}|{_GAP}[0-9]{{8}})"
)
_EXTENSION = r"(?:(?:-| ?转 ?| ?分机 ?| ?ext\.? ?)[0-9]{1,6}(?![0-9]))?"
_LANDLINE = (
    rf"(?:\(?\+?(?:00)?86\)?{_GAP}{{0,2}})?(?:\(?0[0-9]{{2,3}}\)?{_GAP}{{0,3}})?"
    rf"[1-9][0-9]{{2,3}}{_GAP}?[0-9]{{3,4}}{_EXTENSION}"
)
_BROKEN = r"[0-9]{2,10}\n[0-9]{2,10}"
_TELEPHONE = re.compile(
    rf"(?<![0-9A-Za-z.])(?:(?P<hotline>[48]00{_GAP}?[0-9]{{3,4}}{_GAP}?[0-9]{{3,4}})|(?P<mobile>{_MOBILE})"
    rf"|(?P<landline>{_LANDLINE})|(?P<broken>{_BROKEN}))(?![0-9]|{_GAP}?年)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_WORD = re.compile(rf"(?<![{CJK}])[{CJK}][ \n]{{1,4}}[{CJK}](?![{CJK}])|[{CJK}·•.\n]+")
_LEAD = re.compile(r"(?:[ \n|\t:()/\-,、]|及|和|与|或|为|是)*")
_NOT_AND = re.compile("[^和与及或]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPlace:
    """A value's kind and its place in the scan copy."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=4)
def _labels(rules: ContactRules) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<person>{alternatives(rules.person_labels)})|(?P<telephone>{alternatives(rules.telephone_labels)})"
        rf"|(?P<other>{alternatives(rules.other_labels)})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4)
def _address_form(rules: ContactRules) -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(rules.forms_of_address)})$")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n·•.":
        start += 1
    while end > start and text[end - 1] in " \n·•.":
        end -= 1
    return start, end


def _names_in_word(
    text: str, start: int, end: int, named: bool, rules: ContactRules, surnames: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Names in one run of Chinese characters; ``named``: it follows a person's label and a colon."""
    start, end = _trim(text, start, end)
    form = _address_form(rules).search(text, start, end)
    if form and form.start() > start:
        start, end = _trim(text, start, form.start())
        if re.sub("[ \n]", "", text[start:end]) in surnames:
            yield start, end
            return
    word = re.sub("[ \n]", "", text[start:end])
    if not word or word in rules.not_names:
        return
    if len(word) >= 3 and word[-1] in rules.organisation_endings:
        # Two lines that were no one word: 张三 / 办公室.
        if "\n" in text[start:end]:
            for part in re.finditer("[^\n]+", text[start:end]):
                yield from _names_in_word(text, start + part.start(), start + part.end(), named, rules, surnames)
        return
    parts = [part.span() for part in re.finditer(_NOT_AND, text[start:end])]
    if len(parts) > 1 and all(high - low >= 2 for low, high in parts):
        for low, high in parts:
            yield from _names_in_word(text, start + low, start + high, named, rules, surnames)
        return
    if (named and 2 <= len(word.replace("·", "")) <= (20 if "·" in word else 6)) or looks_like_name(word, surnames):
        yield start, end


def _telephones(text: str, start: int, end: int, mobiles: bool, labelled: bool) -> Iterator[tuple[int, int]]:
    for match in _TELEPHONE.finditer(text, start, end):
        if match["hotline"] or (match["mobile"] and not mobiles):
            continue
        if not mobiles and re.fullmatch(r"1[3-9][0-9]{9}", re.sub("[^0-9]", "", match.group())):
            continue
        if not labelled and _DATE.fullmatch(match.group()):
            continue
        if match["broken"] and not 7 <= len(match.group()) - 1 <= 12:
            continue
        yield match.span()


def _name_before_telephone(
    text: str, base: int, end: int, rules: ContactRules, surnames: frozenset[str]
) -> Iterator[ContactPlace]:
    """（查永斌，联系电话2856011）: a name by itself right before the telephone's label."""
    lone = re.search(rf"(?:^|[(,;:。 \n])([{CJK}]{{2,3}})[,; \n(]{{1,2}}$", text[:end])
    if lone and lone.group(1) not in rules.not_names and looks_like_name(lone.group(1), surnames):
        yield ContactPlace(kind=NAME, start=base + lone.start(1), end=base + lone.end(1))


def contact_places(
    text: str, base: int, mobiles: bool, rules: ContactRules, surnames: frozenset[str]
) -> Iterator[ContactPlace]:
    """Names and telephones in one region.

    Args:
        text: the region's folded text.
        base: its place in the copy.
        mobiles: mobile numbers are masked too.
        rules: labels, forms of address, words that are no names.
        surnames: family names.

    Yields:
        Values in any order; 12345 and 400 numbers are no one's and stay.
    """
    labels = list(_labels(rules).finditer(text))
    if not labels:
        if mobiles:
            for match in _TELEPHONE.finditer(text):
                if match["mobile"]:
                    yield ContactPlace(kind=TELEPHONE, start=base + match.start(), end=base + match.end())
        return
    person_seen = any(label["person"] for label in labels)
    # What stands before the first label may be the value too: 张三（联系电话：…）, 2856011（电话）.
    segments = [(0, labels[0].start(), "before")]
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        sort = "person" if label["person"] else "telephone" if label["telephone"] else "other"
        segments.append((label.end(), following.start() if following else len(text), sort))
    previous = ""
    for start, end, sort in segments:
        lead = _LEAD.match(text, start, end)
        inner = lead.end() if lead else start
        colon = ":" in text[start:inner]
        # 联系人及电话：张三 2856011 — two labels share the colon.
        pair = previous == "person-open" and sort == "telephone"
        for low, high in _telephones(text, inner, end, mobiles, sort in ("telephone", "person")):
            if sort != "other" or (text[low] == "1" and high - low >= 11):
                yield ContactPlace(kind=TELEPHONE, start=base + low, end=base + high)
        if sort in ("person", "telephone") and (person_seen or sort == "telephone"):
            named = colon and (sort == "person" or pair)
            for word in _WORD.finditer(text, inner, end):
                named = named and re.search("[0-9,;。]", text[inner : word.start()]) is None
                for low, high in _names_in_word(text, word.start(), word.end(), named, rules, surnames):
                    yield ContactPlace(kind=NAME, start=base + low, end=base + high)
        if sort == "before" and not person_seen:
            yield from _name_before_telephone(text, base, end, rules, surnames)
        previous = "person-open" if sort == "person" and inner >= end else sort
