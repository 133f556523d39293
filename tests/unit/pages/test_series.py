"""Which report comes before and after one."""

from __future__ import annotations

import pytest

from generator.model.report import DocumentType
from generator.pages.catalog import make_catalog
from generator.pages.series import nearest_years, reports_of_year
from tests.unit.pages.factory import THEMES, agency, record, sort_key

WATER = agency()
NOTICE = DocumentType(type_id="notice", name="通知")


def names(*found):
    return tuple(one and one.report_id.split("/")[1] for one in found)


def beside(wanted, *others):
    catalog = make_catalog((wanted, *others), (), THEMES, (WATER,), sort_key)
    return names(*nearest_years(wanted, catalog))


def of(year, name=None, **more):
    return record(name or f"{year}-report", by=more.pop("by", WATER), year=year, **more)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2023, ("2022-report", None)),
        (2022, ("2019-report", "2023-report")),  # the nearest that is there
        (2019, (None, "2022-report")),
    ],
)
def test_the_nearest_years_that_are_there(year, expected):
    years = {one: of(one) for one in (2019, 2022, 2023)}
    assert beside(years.pop(year), *years.values()) == expected


def test_another_document_type_agency_or_unknown_year_is_no_neighbour():
    other = agency("far", "远山县水务局")
    assert beside(of(2022), of(2021, document_type=NOTICE), of(2023, by=other), of(None, "undated")) == (None, None)
    assert beside(of(None, "undated"), of(2021)) == (None, None)


def test_documents_of_another_type_are_passed_over():
    notices = [of(2021, f"2021-notice-{number}", document_type=NOTICE) for number in range(5)]
    assert beside(of(2022), *notices, of(2020)) == ("2020-report", None)


def test_an_agency_without_folder_has_no_series():
    lost = record("a", by=agency("", ""), year=2022)
    assert beside(lost, record("b", by=agency("", ""), year=2021)) == (None, None)


def test_reports_of_a_year_although_an_agency_is_named_differently_in_its_documents():
    """The order of all reports is by the agency's name first: it does not hold for the years of such an agency."""
    records = [
        of(year, by=agency(name=name)) for year, name in ((2021, "甲"), (2023, "乙"), (2022, "丙"), (2024, "丁"))
    ]
    catalog = make_catalog(records, (), THEMES, (), sort_key)
    for one in records:
        assert names(*reports_of_year("qinghe-water", one.year, catalog)) == names(one)
    assert names(*nearest_years(records[2], catalog)) == ("2021-report", "2023-report")
    assert reports_of_year("nobody", 2022, catalog) == ()
