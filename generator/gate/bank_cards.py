"""Bank cards: 16 to 19 digits of a known issuer that pass the Luhn test (ISO/IEC 7812-1)."""

from __future__ import annotations

from generator.gate.check_digits import luhn_valid
from generator.gate.digit_windows import DigitWindow
from generator.gate.findings import BANK_CARD
from generator.gate.identity_numbers import has_identity_shape
from generator.gate.labels import labelled
from generator.gate.rules import NumberRules
from generator.gate.scan_copy import Hit, ScanCopy


def has_card_shape(digits: str, rules: NumberRules) -> bool:
    """Whether length and prefix are those of a known issuer and the Luhn test is passed."""
    return (
        digits.isdigit()
        and any(len(digits) in lengths and digits.startswith(prefix) for prefix, lengths in rules.card_issuers)
        and luhn_valid(digits)
    )


def _written_as_one(sizes: tuple[int, ...]) -> bool:
    return max(sizes) == 1 or all(size >= 3 for size in sizes[:-1])


def find_bank_card(window: DigitWindow, copy: ScanCopy, rules: NumberRules) -> Hit | None:
    """Look at one window.

    Args:
        window: the candidate.
        copy: where it stands.
        rules: issuers with the lengths of their cards, labels.

    Returns:
        A hit, unless the number is an identity number by its shape, part of a row of figures, part of a code
        that begins with letters, or labelled as a contract's or project's number.
    """
    digits = window.digits
    if not has_card_shape(digits, rules) or has_identity_shape(digits, rules) or not _written_as_one(window.sizes):
        return None
    letter_before = copy.text[max(0, window.start - 1) : window.start]
    if letter_before.isascii() and (letter_before.isalpha() or letter_before == "."):
        return None
    if window.in_a_row_of_numbers or window.block_breaks or window.line_breaks > 1:
        return None
    if labelled(copy, window.start, rules.code_labels):
        return None
    return Hit(kind=BANK_CARD, start=window.start, end=window.end)
