from generator.gate.digit_windows import digit_windows
from generator.gate.scan_copy import scan_document
from tests.unit.gate.gate_documents import build_document


def windows(*entries):
    copy = scan_document(build_document(*entries), ())
    return [(window.digits, window.sizes) for window in digit_windows(copy, lambda _: True)]


def test_a_window_is_never_part_of_a_longer_group():
    assert windows("12345678901234567890") == []
    assert windows("编号12345678901，") == [("12345678901", (11,))]


def test_groups_are_joined_over_blanks_hyphens_and_lines_only():
    assert ("12345678901", (3, 8)) in windows("123-45678901")
    assert ("12345678901", (3, 8)) in windows(("paragraph", ["123", "45678901"]))
    assert windows("123,45678901") == windows("123和45678901") == windows("123|45678901") == []


def test_final_letter_counts():
    assert windows("12345678901234567 x") == [("12345678901234567X", (18,))]
    assert windows("12345678901234567XL") == [("12345678901234567", (17,))]


def test_row_of_figures_is_known_by_its_neighbours():
    copy = scan_document(build_document("1500 2021 2022 3000 4500"), ())
    assert all(window.in_a_row_of_numbers for window in digit_windows(copy, lambda _: True) if len(window.sizes) < 5)
    copy = scan_document(build_document("1 138 1234 5678"), ())
    assert not [window for window in digit_windows(copy, lambda text: len(text) == 11) if window.in_a_row_of_numbers]


def test_digits_are_not_shown():
    copy = scan_document(build_document("13812345678"), ())
    assert "138" not in repr(next(digit_windows(copy, lambda _: True)))
