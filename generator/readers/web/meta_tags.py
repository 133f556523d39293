"""Evidence from the head of a page: <meta> tags and <title>."""

from __future__ import annotations

from lxml import etree

from generator.model.text import Evidence, EvidenceField, EvidencePlace
from generator.readers.web.labels import is_value

_VALUE_CHARACTERS = 500
# Names as 国办发〔2017〕47号 (annex, 网页标签规范) has them and as sites write them; compared without case.
# When a page was made or last touched (others, Maketime, lastmodifiedtime) is no date of publication.
META_FIELDS: dict[str, EvidenceField] = {
    "articletitle": EvidenceField.TITLE,
    "og:title": EvidenceField.TITLE,
    "pubdate": EvidenceField.PUBLICATION_DATE,
    "publishdate": EvidenceField.PUBLICATION_DATE,
    "firstpublishedtime": EvidenceField.PUBLICATION_DATE,
    "article:published_time": EvidenceField.PUBLICATION_DATE,
    "contentsource": EvidenceField.SOURCE,
    "source": EvidenceField.SOURCE,
    "keywords": EvidenceField.KEYWORDS,
}
_LOST = "\ufffd"


def read_head(root: etree._Element) -> tuple[Evidence, ...]:
    """What the head states; values that lost characters or say nothing are left out."""
    found: list[Evidence] = []
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        field = META_FIELDS.get(name)
        value = " ".join((element.get("content") or "").split())
        if field is not None and is_value(value) and len(value) <= _VALUE_CHARACTERS and _LOST not in value:
            found.append(Evidence(field=field, value=value, place=EvidencePlace.META_TAG))
    title = next((" ".join((one.text or "").split()) for one in root.iter("title")), "")
    if title and len(title) <= _VALUE_CHARACTERS and _LOST not in title:
        found.append(Evidence(field=EvidenceField.TITLE, value=title, place=EvidencePlace.PAGE_TITLE))
    return tuple(found)
