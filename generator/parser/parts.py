"""The blocks' parts as values: title, number, addressees, signature, dates (normal forms, see Document)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.document import Block, BlockKind
from generator.parser import forms
from generator.parser.characters import non_blank, normal_form
from generator.parser.dates import find_date, read_date

_INDEX_NUMBER = re.compile(r"索\s*引\s*号\s*[】\]]?\s*[:：|｜]\s*(?P<value>[0-9A-Za-z][\w/\-－—〔〕.]{3,40})")
_NUMBER_FIELD = re.compile(r"(?:发\s*文\s*字\s*号|文\s*号)\s*[】\]]?\s*[:：|｜]\s*(?P<value>\S.{0,40})")
_PUBLICATION = re.compile(r"(?:发\s*布\s*(?:日\s*期|时\s*间)|公\s*开\s*(?:日\s*期|时\s*间))\s*[】\]]?\s*[:：|｜]")
_WRITTEN = re.compile(r"(?:成\s*文|生\s*成|发\s*文)\s*日\s*期\s*[】\]]?\s*[:：|｜]")
_LABEL = re.compile(r"^[^:：]{2,8}[:：]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Values of Document's fields of the same names; ``bad_date`` is the text and line of an impossible date."""

    title: str
    issuer_mark: str
    document_number: str
    index_number: str
    publication_date: date | None
    addressees: tuple[str, ...]
    signature: tuple[str, ...]
    date_of_writing: date | None
    notes: tuple[str, ...]
    copy_to: tuple[str, ...]
    printing_agency: str
    printing_date: date | None
    bad_date: tuple[str, int] | None


def read_parts(blocks: Sequence[Block]) -> Parts:
    """Read the values out of classified blocks."""
    texts: dict[BlockKind, list[str]] = {}
    for block in blocks:
        texts.setdefault(block.kind, []).append(block.text)
    metadata = texts.get(BlockKind.METADATA_LINE, [])
    agency, printed = _printing(texts.get(BlockKind.PRINTING, []))
    written, bad = _date_of_writing(blocks)
    if written is None and bad is None:
        written = _labelled_date(_WRITTEN, metadata)
    return Parts(
        title=normal_form("".join(texts.get(BlockKind.TITLE, [])[:1])),
        issuer_mark=_issuer_mark(texts.get(BlockKind.ISSUER_MARK, [])),
        document_number=_document_number(texts.get(BlockKind.DOCUMENT_NUMBER, []), metadata),
        index_number=_field(_INDEX_NUMBER, metadata),
        publication_date=_labelled_date(_PUBLICATION, metadata),
        addressees=_names("".join(texts.get(BlockKind.ADDRESSEES, [])).rstrip("：: ")),
        signature=tuple(normal_form(text) for text in texts.get(BlockKind.SIGNATURE, [])),
        date_of_writing=written,
        notes=tuple(forms.unbracket(normal_form(text)) for text in texts.get(BlockKind.NOTE, [])),
        copy_to=_names(_LABEL.sub("", "".join(texts.get(BlockKind.COPY_TO, [])).strip()).rstrip("。 ")),
        printing_agency=agency,
        printing_date=printed,
        bad_date=bad,
    )


def _names(text: str) -> tuple[str, ...]:
    """Agencies of an addressee or copy line: split at commas, 、 kept inside one group as printed."""
    parts = re.split(r"[，,；;]", normal_form(text))
    return tuple(part.strip() for part in parts if part.strip())


def _issuer_mark(texts: Sequence[str]) -> str:
    mark = normal_form("".join(texts))
    return mark.removesuffix("文件") if mark.endswith("文件") else mark


def _document_number(texts: Sequence[str], metadata: Sequence[str]) -> str:
    if texts:
        return normal_form(texts[0])
    found = normal_form(_field(_NUMBER_FIELD, metadata))
    match = forms.DOCUMENT_NUMBER.match(found)
    return match.group() if match else ""


def _field(pattern: re.Pattern[str], metadata: Sequence[str]) -> str:
    for text in metadata:
        match = pattern.search(text)
        if match:
            return match["value"].strip()
    return ""


def _labelled_date(pattern: re.Pattern[str], metadata: Sequence[str]) -> date | None:
    """The date behind a label, and no other one of the line."""
    for text in metadata:
        label = pattern.search(text)
        rest = text[label.end() :] if label else ""
        found = find_date(rest)
        if found and not rest[: found[0].start()].strip():  # an empty cell must not take the next label's value
            return found[1]
    return None


def _date_of_writing(blocks: Sequence[Block]) -> tuple[date | None, tuple[str, int] | None]:
    """The date under the signature, else a date in brackets below the title (题注)."""
    signed = [block for block in blocks if block.kind is BlockKind.DATE_OF_WRITING]
    noted = [block for block in blocks if block.kind is BlockKind.HEAD_NOTE]
    for block in signed[-1:] or noted:
        value = read_date(forms.unbracket(block.text))
        if value is not None:
            return value, None
        if block.kind is BlockKind.DATE_OF_WRITING:
            return None, (non_blank(block.text), block.span.first_line)
    return None, None


def _printing(texts: Sequence[str]) -> tuple[str, date | None]:
    agency, printed = "", None
    for text in texts:
        match = forms.PRINTING.fullmatch(text.strip())
        if match:
            printed = read_date(match["date"])
            agency = normal_form(match["agency"]) or agency
        else:
            agency = normal_form(text)
    return agency, printed
