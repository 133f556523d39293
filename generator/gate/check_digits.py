"""Check digits of the numbers that the gate knows: GB 11643 (ISO 7064 MOD 11-2), Luhn, GB 32100."""

from __future__ import annotations

_IDENTITY_CHECKS = "10X98765432"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def identity_check_digit(body: str) -> str:
    """Check character of a citizen's identity number.

    Args:
        body: the first 17 digits.

    Returns:
        ``0`` to ``9`` or ``X`` (GB 11643-1999; ISO 7064 MOD 11-2).
    """
    total = sum(int(digit) * pow(2, 17 - position, 11) for position, digit in enumerate(body))
    return _IDENTITY_CHECKS[total % 11]


def luhn_valid(digits: str) -> bool:
    """Whether the digits pass the Luhn test (ISO/IEC 7812-1)."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def credit_code_valid(code: str) -> bool:
    """Whether ``code`` is a 统一社会信用代码 by length, alphabet and check character (GB 32100-2015)."""
    if len(code) != 18 or any(char not in _CREDIT_ALPHABET for char in code):
        return False
    total = sum(_CREDIT_ALPHABET.index(char) * pow(3, position, 31) for position, char in enumerate(code[:17]))
    return _CREDIT_ALPHABET[(31 - total % 31) % 31] == code[17]
