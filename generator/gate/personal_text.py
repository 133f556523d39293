"""Personal data that is not a bare number: passports, plates, mail addresses, home addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.gate.findings import HOME_ADDRESS, OTHER_EMAIL, PASSPORT_NUMBER, PRIVATE_EMAIL, VEHICLE_PLATE
from generator.gate.labels import alternatives, labelled
from generator.gate.rules import NumberRules, PersonalRules
from generator.gate.scan_copy import BLOCK_BREAK, CELL_BREAK, Hit, ScanCopy

_TRAVEL_DOCUMENT = re.compile(
    r"(?<![A-Za-z0-9])[EGDSPHMKC](?:[ -]?[0-9]{8}|[A-Z][ -]?[0-9]{7})(?![A-Za-z0-9])", re.IGNORECASE
)
_LABEL_BEFORE = 120
_LABEL_AFTER = 20
_AT = re.compile(r" ?@ ?((?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,10})(?![A-Za-z0-9])")
_LOCAL_PART = re.compile(r"[A-Za-z0-9._%+-]{1,64}$")
_NUMERAL = "[0-9一二三四五六七八九十百〇零A-Za-z-]{1,8}"
# 10号前, 12号令, 8号窗口 are no house numbers.
_HOUSE = rf"{_NUMERAL} ?(?:号|弄|栋|幢|单元|室|门牌)(?![前后令文线窗])"
_PLACE_WORD = "[省市区县州盟旗镇乡村街路道巷里弄]"


@lru_cache(maxsize=4)
def _plate(provinces: str) -> re.Pattern[str]:
    """GA 36-2018: province, letter, five characters; six for new-energy vehicles with D or F at either end."""
    return re.compile(
        rf"[{provinces}][A-HJ-NP-Z][ .·•-]?"
        r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-K][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-K])(?![A-Za-z0-9])"
    )


@lru_cache(maxsize=4)
def _address(labels: tuple[str, ...]) -> re.Pattern[str]:
    label = rf"(?:{alternatives(labels)})[) ]{{0,2}}(?:[:|\t\n{BLOCK_BREAK}{CELL_BREAK}]|[为系在是]|位于| )"
    resident = rf"(?<=[,、; :])(?:现)?住(?=[^。;,{BLOCK_BREAK}]{{0,30}}{_PLACE_WORD})"
    return re.compile(rf"(?:{label}|{resident})[^。;{BLOCK_BREAK}]{{0,60}}?{_HOUSE}")


def find_travel_documents(copy: ScanCopy, rules: PersonalRules) -> Iterator[Hit]:
    """Passport and travel permit numbers with a label near by."""
    label = re.compile(alternatives(rules.passport_labels), re.IGNORECASE)
    for match in _TRAVEL_DOCUMENT.finditer(copy.text):
        low, high = max(0, match.start() - _LABEL_BEFORE), match.end() + _LABEL_AFTER
        if label.search(copy.text, low, high):
            yield Hit(kind=PASSPORT_NUMBER, start=match.start(), end=match.end())


def find_plates(copy: ScanCopy, rules: PersonalRules, numbers: NumberRules) -> Iterator[Hit]:
    """Well-formed vehicle plates with at least three digits, not labelled as some other code."""
    for match in _plate(rules.plate_provinces).finditer(copy.text):
        figures = sum(char.isdigit() for char in match.group())
        if figures >= 3 and not labelled(copy, match.start(), numbers.code_labels):
            yield Hit(kind=VEHICLE_PLATE, start=match.start(), end=match.end())


def find_mail_addresses(copy: ScanCopy, rules: PersonalRules) -> Iterator[Hit]:
    """Mail addresses: those of public web mail hold, official ones pass, any other is only remarked on."""
    for match in _AT.finditer(copy.text):
        local = _LOCAL_PART.search(copy.text[max(0, match.start() - 64) : match.start()])
        domain = "." + match.group(1).lower()
        if local is None or domain.endswith(tuple("." + mail for mail in rules.official_mail)):
            continue
        private = domain.endswith(tuple("." + mail for mail in rules.webmail))
        kind = PRIVATE_EMAIL if private else OTHER_EMAIL
        yield Hit(kind=kind, start=match.start() - len(local.group()), end=match.end())


def find_home_addresses(copy: ScanCopy, rules: PersonalRules) -> Iterator[Hit]:
    """Addresses labelled as someone's home and written down to the house number."""
    for match in _address(rules.address_labels).finditer(copy.text):
        yield Hit(kind=HOME_ADDRESS, start=match.start(), end=match.end())
