import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import ric, uscc

from generator.gate.check_digits import credit_code_valid, identity_check_digit, luhn_valid

digits = st.text("0123456789", min_size=17, max_size=17)


def test_example_of_the_standard():
    assert identity_check_digit("11010519491231002") == "X"
    assert identity_check_digit("44052418800101001") == "4"


@given(digits)
def test_identity_check_digit_agrees_with_the_oracle(body):
    assert identity_check_digit(body) == ric.calc_check_digit(body + "0")


@given(st.text("0123456789", min_size=1, max_size=24))
def test_luhn_agrees_with_the_oracle(number):
    assert luhn_valid(number) == luhn.is_valid(number)


@given(st.text("0123456789", min_size=15, max_size=18))
def test_luhn_accepts_exactly_one_last_digit(body):
    assert sum(luhn_valid(body + last) for last in "0123456789") == 1


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17))
def test_credit_code_agrees_with_the_oracle(body):
    check = uscc.calc_check_digit(body)
    assert credit_code_valid(body + check)
    assert not any(credit_code_valid(body + other) for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" if other != check)


@pytest.mark.parametrize("code", ["", "9135", "91350200MA2XN1XP5I", "91350200ma2xn1xp5k"])
def test_credit_code_of_another_form(code):
    assert not credit_code_valid(code)
