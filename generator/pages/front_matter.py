"""YAML front matter: a closed list of keys, written so that MkDocs reads back exactly what was meant.

Nothing from a document can become a key, so no text can set ``template``; ``hide`` and ``search`` are ours alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import yaml
from mkdocs.utils.meta import get_data

from generator.errors import OutputError
from generator.model.catalog import ReportRecord

# PyYAML's C classes are eight times as fast; the Python ones say the same where the wheel has none.
_DUMPER: Final = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_FULL_WIDTH: Final = str.maketrans("<>&", "＜＞＆")
_NEVER_WRAP: Final = 2**30
# The search is our own (generator/search): what MkDocs' plugin would index of a generated page is never used.
_NO_SEARCH: Final = {"exclude": True}
_ALLOWED_KEYS: Final = frozenset(
    {
        "title", "description", "report_id", "agency", "agency_id", "region", "year", "document_type",
        "document_number", "index_number", "date_of_writing", "publication_date", "disclosure", "keywords", "themes",
        "source_url", "source_sha256", "official_sha256", "hide", "search",
        # what the page's head says (page_tags.py)
        "exact_title", "column_name", "column_description", "column_keywords", "column_type", "feed_folder",
        "feed_title", "structured_data",
    }
)  # fmt: skip


def report_front_matter(record: ReportRecord) -> dict[str, object]:
    """The metadata of a report's page; keys without a value are left out, dates are ISO 8601 text."""
    themes = dict.fromkeys(theme for unit in record.units for theme in unit.themes)
    values: dict[str, object] = {
        "title": record.title,
        "description": record.summary,
        "report_id": record.report_id,
        "agency": record.agency.name,
        "agency_id": record.agency.agency_id,
        "region": record.agency.region.code,
        "year": record.year,
        "document_type": record.document_type.name if record.document_type else "",
        "document_number": record.document_number,
        "index_number": record.index_number,
        "date_of_writing": record.date_of_writing.isoformat() if record.date_of_writing else "",
        "publication_date": record.publication_date.isoformat() if record.publication_date else "",
        "disclosure": record.disclosure.attribute.value,
        "keywords": list(record.keywords),
        "themes": list(themes),
        "source_url": record.source_url,
        "source_sha256": record.original.sha256,
        "official_sha256": record.official_sha256,
    }
    return {key: value for key, value in values.items() if value}


def dump_front_matter(values: Mapping[str, object]) -> str:
    """Front matter as text, from ``---`` to ``---`` and a line break.

    In ``title`` alone the marks ``<``, ``>`` and ``&`` are written full-width: Material's search index takes this one
    key for HTML, and its dialog would run it. The page itself shows the title as it is.

    Args:
        values: keys of the closed list.

    Raises:
        OutputError: a key is not on the list, or MkDocs would read something else than what was meant. Both are
            faults of ours and not of a document.
    """
    strange = sorted(set(values) - _ALLOWED_KEYS)
    if strange:
        message = f"页面元数据含有未登记的键：{'、'.join(strange)}"
        raise OutputError(message)
    meant = {key: str(value).translate(_FULL_WIDTH) if key == "title" else value for key, value in values.items()}
    meant["search"] = _NO_SEARCH
    block = yaml.dump(meant, Dumper=_DUMPER, allow_unicode=True, width=_NEVER_WRAP, sort_keys=False)
    text = f"---\n{block}---\n"
    rest, read = get_data(text + "\n正文")
    if read != meant or rest != "正文":
        message = "页面元数据写出后读不回原值"
        raise OutputError(message)
    return text
