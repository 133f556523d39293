"""Front matter: MkDocs reads back exactly what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.errors import OutputError
from generator.pages.front_matter import dump_front_matter, report_front_matter
from tests.unit.pages.factory import record


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<>&")) | st.sampled_from(["---", "a\n---\nhide: x\n---\n", "no", "0012", "12:30", '"', "'", "!!python/object/apply:os.system [x]", "# x", "甲: 乙", "2021"]))  # fmt: skip
def test_any_title_reads_back(title):
    body, read = get_data(dump_front_matter({"title": title, "keywords": [title]}) + "\n正文")
    assert read == {"title": title, "keywords": [title], "search": {"exclude": True}}
    assert body == "正文"


def test_a_title_that_the_search_dialog_would_run_is_made_harmless():
    read = get_data(dump_front_matter({"title": "</title><b>甲&乙", "agency": "<b>"}) + "\n正文")[1]
    assert read == {"title": "＜/title＞＜b＞甲＆乙", "agency": "<b>", "search": {"exclude": True}}


@pytest.mark.parametrize("key", ["template", "status", "icon", "tags"])
def test_a_key_that_is_not_ours_is_refused(key):
    with pytest.raises(OutputError, match=key):
        dump_front_matter({key: "x"})


def test_a_report_says_what_is_known_and_nothing_else():
    values = report_front_matter(record(index_number="0012"))
    assert values["report_id"] == "qinghe-water/2023-report"
    assert values["year"] == 2023
    assert values["index_number"] == "0012"
    assert values["date_of_writing"] == "2024-02-05"
    assert values["themes"] == ["open-government", "legal-counsel"]
    assert not {"publication_date", "document_number", "source_url", "template"} & set(values)
