"""The DCAT description: what is offered, with sizes, sums and schemas, and dates from the content alone."""

from __future__ import annotations

from datetime import date

from generator.model.data_file import DataFile
from generator.publish.dcat import catalog_values
from tests.unit.pages.factory import record
from tests.unit.publish.open_reports import collection

FILES = tuple(
    DataFile(
        uri=uri, name=name, form=form, media_type=media, rows=3, row_name="份文件", size=100, sha256="0" * 64,
        schema_uri=schema,
    )
    for uri, name, form, media, schema in (
        ("data/reports.csv", "文件目录", "CSV 表格", "text/csv", "data/schemas/reports-csv.schema.json"),
        ("data/reports.json", "文件目录", "JSON", "application/json", ""),
        ("data/passages.jsonl", "正文段落", "JSON Lines", "application/x-ndjson", ""),
    )
)  # fmt: skip


def test_forms_of_one_content_are_distributions_of_one_data_set() -> None:
    catalog = catalog_values(collection(site_url="https://x.test/a"), [record()], FILES)
    assert [(one["@id"], len(one["distribution"])) for one in catalog["dataset"]] == [
        ("https://x.test/a/data/catalog.jsonld#reports", 2),
        ("https://x.test/a/data/catalog.jsonld#passages", 1),
    ]
    first = catalog["dataset"][0]["distribution"][0]
    assert first["downloadURL"] == {"@id": "https://x.test/a/data/reports.csv"}
    assert first["conformsTo"] == {"@id": "https://x.test/a/data/schemas/reports-csv.schema.json"}
    assert (first["byteSize"], first["checksum"]["checksumValue"]) == (100, "0" * 64)
    assert "conformsTo" not in catalog["dataset"][0]["distribution"][1]


def test_without_an_address_links_are_relative_to_the_file() -> None:
    catalog = catalog_values(collection(), [record()], FILES)
    assert catalog["homepage"] == {"@id": "../"}
    assert catalog["dataset"][0]["distribution"][0]["downloadURL"] == {"@id": "reports.csv"}


def test_dates_are_those_of_the_content_or_none() -> None:
    records = [record("a", year=2021, date_of_writing=date(2022, 3, 1)), record("b", year=2023, date_of_writing=None)]
    catalog = catalog_values(collection(), records, FILES)
    assert catalog["modified"] == "2022-03-01"
    assert catalog["dataset"][0]["temporal"] == {
        "@type": "dct:PeriodOfTime", "startDate": "2021-01-01", "endDate": "2023-12-31",
    }  # fmt: skip
    undated = catalog_values(collection(), [record(year=None, date_of_writing=None)], FILES)
    assert "modified" not in undated
    assert "temporal" not in undated["dataset"][0]
