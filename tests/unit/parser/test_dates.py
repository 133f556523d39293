"""Dates in all numerals; what is no day is none."""

from __future__ import annotations

from datetime import date

import pytest

from generator.parser.dates import find_dates, is_date_shaped, is_month, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2004年6月26日", date(2004, 6, 26)),
        ("２００４年６月２６日", date(2004, 6, 26)),
        ("2004 年 6 月 26 日", date(2004, 6, 26)),
        ("二〇〇四年六月二十六日", date(2004, 6, 26)),
        ("二○○四年六月二十六日", date(2004, 6, 26)),
        ("二OO四年六月二十六日", date(2004, 6, 26)),
        ("二ＯＯ四年六月廿六日", date(2004, 6, 26)),
        ("二00四年六月二十六日", date(2004, 6, 26)),
        ("二◯◯四年六月二十六日", date(2004, 6, 26)),
        ("二零零四年六月二十六日", date(2004, 6, 26)),
        ("一九九六年六月二十九日", date(1996, 6, 29)),
        ("一九九六年元月廿九日", date(1996, 1, 29)),
        ("一九九六年正月卅日", date(1996, 1, 30)),
        ("一九九六年十二月三十一日", date(1996, 12, 31)),
        ("二 〇 〇 四 年 六 月 二 十 六 日", date(2004, 6, 26)),
        ("2004年6月26号", date(2004, 6, 26)),
        ("2004-6-26", date(2004, 6, 26)),
        ("2004.06.26", date(2004, 6, 26)),
        ("2004年2月30日", None),
        ("2004年13月1日", None),
        ("2004年6月", None),
        ("04年6月26日", None),
    ],
)
def test_reading(text: str, day: date | None) -> None:
    assert read_date(text) == day


def test_the_shape_of_a_date_line() -> None:
    assert is_date_shaped("2004年2月30日")  # no such day, but it ends the text and is reported
    assert is_date_shaped("2004-06-26")
    assert not is_date_shaped("2004-06-26 09:18")  # a web page's publication time
    assert not is_date_shaped("2004年6月26日起施行")
    assert is_month("二〇〇四年六月")
    assert not is_month("2004年6月26日")


def test_dates_of_a_note() -> None:
    text = "（2001年5月8日公布　二〇一九年十月九日修订　2004年2月30日）"
    assert [day for _, day in find_dates(text)] == [date(2001, 5, 8), date(2019, 10, 9)]
