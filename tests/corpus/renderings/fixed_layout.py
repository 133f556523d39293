"""OFD files (GB/T 33190): each report set in lines and pages, one text object for each character."""

from __future__ import annotations

from tests.corpus.renderings.paragraphs import Typed, paragraphs
from tests.ofd_files import Paragraph, make_ofd, set_pages

_KINDS = {"centre": "title", "right": "right", "flush": "flush", "indented": "body"}


def open_fixed_layout(name: str) -> bytes:
    """The OFD file of one of the five reports."""
    return make_ofd(set_pages([_set(one) for one in paragraphs(name)], single=True))


def _set(one: Typed) -> Paragraph:
    return Paragraph(text=one.text, kind=_KINDS[one.placing])
