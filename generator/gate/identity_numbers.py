"""公民身份号码 (GB 11643-1999): 18 characters with a check digit, and the old form of 15 digits without."""

from __future__ import annotations

from datetime import date

from generator.gate.check_digits import credit_code_valid, identity_check_digit
from generator.gate.digit_windows import DigitWindow
from generator.gate.findings import IDENTITY_NUMBER, IDENTITY_NUMBER_OLD, IDENTITY_NUMBER_SUSPECT
from generator.gate.labels import labelled
from generator.gate.rules import NumberRules
from generator.gate.scan_copy import Hit, ScanCopy

# Groups in which people write the number; other groupings count only when the check digit is right.
_USUAL_GROUPS = frozenset(
    {(18,), (6, 8, 4), (6, 4, 4, 4), (6, 4, 2, 2, 4), (14, 4), (6, 12), (3, 3, 4, 4, 4), (1,) * 18, (*(1,) * 16, 2)}
)
_USUAL_OLD_GROUPS = frozenset({(15,), (6, 6, 3)})


def _plausible(place: str, year: int, month: str, day: str, rules: NumberRules) -> bool:
    if place not in rules.provinces or not rules.first_birth_year <= year <= rules.last_birth_year:
        return False
    try:
        date(year, int(month), int(day))
    except ValueError:
        return False
    return True


def has_identity_shape(digits: str, rules: NumberRules) -> bool:
    """Whether 18 characters start with a province and hold a plausible date of birth (GB 11643-1999)."""
    return len(digits) == 18 and _plausible(digits[:2], int(digits[6:10]), digits[10:12], digits[12:14], rules)


def has_old_identity_shape(digits: str, rules: NumberRules) -> bool:
    """Whether 15 digits start with a province and hold a plausible date of birth in the 20th century."""
    year = 1900 + int(digits[6:8])
    return len(digits) == 15 and _plausible(digits[:2], year, digits[8:10], digits[10:12], rules)


def _excused(window: DigitWindow, copy: ScanCopy, rules: NumberRules) -> bool:
    """It is labelled as a contract's or project's number, and not as a person's."""
    return labelled(copy, window.start, rules.code_labels) and not labelled(copy, window.start, rules.identity_labels)


def _one_line_end(window: DigitWindow) -> bool:
    return len(window.sizes) == 2 and window.line_breaks + window.block_breaks == 1


def _in_a_fraction(window: DigitWindow, copy: ScanCopy) -> bool:
    return copy.text[max(0, window.start - 1) : window.start] == "."


def find_identity_number(window: DigitWindow, copy: ScanCopy, rules: NumberRules) -> Hit | None:
    """Look at one window.

    Args:
        window: the candidate.
        copy: where it stands.
        rules: provinces, years, labels.

    Returns:
        A hit: right check digit; wrong check digit but place and date plausible (and neither a credit code nor
        labelled as a contract's or project's number); or the old form.
    """
    digits = window.digits
    kind = None
    if has_identity_shape(digits, rules):
        if identity_check_digit(digits[:17]) == digits[17]:
            kind = IDENTITY_NUMBER
        elif (window.sizes in _USUAL_GROUPS or _one_line_end(window)) and not (
            credit_code_valid(digits)
            or window.block_breaks
            or _in_a_fraction(window, copy)
            or _excused(window, copy, rules)
        ):
            kind = IDENTITY_NUMBER_SUSPECT
    elif (
        has_old_identity_shape(digits, rules)
        and (window.sizes in _USUAL_OLD_GROUPS or (_one_line_end(window) and not window.block_breaks))
        and not (window.in_a_row_of_numbers or _in_a_fraction(window, copy) or _excused(window, copy, rules))
    ):
        kind = IDENTITY_NUMBER_OLD
    return None if kind is None else Hit(kind=kind, start=window.start, end=window.end)
