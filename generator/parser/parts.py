"""The blocks' parts as values: title, number, addressees, signature, dates (normal forms, see Document)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.document import Block, BlockKind
from generator.parser import forms
from generator.parser.characters import fold, non_blank, normal_form
from generator.parser.dates import DATE_PATTERN, find_date, find_dates, is_month, read_date
from generator.parser.document_numbers import (
    find_document_number,
    is_serial_alone,
    order_name,
    read_document_number,
    split_title_number,
)
from generator.parser.metadata_lines import labelled_title

_INDEX_NUMBER = re.compile(r"索\s*引\s*号\s*[】\]]?\s*[:：|｜]?\s*(?P<value>[0-9A-Za-z][0-9A-Za-z_/\-－—〔〕.]{3,40})")
_NUMBER_FIELD = re.compile(r"(?:发\s*文\s*字\s*号|文\s*号)\s*[】\]]?\s*[:：|｜]\s*(?P<value>\S.{0,40})")
_PUBLICATION = re.compile(r"(?:发\s*布\s*(?:日\s*期|时\s*间)|公\s*开\s*(?:日\s*期|时\s*间))\s*[】\]]?\s*[:：|｜]?")
_WRITTEN = re.compile(r"(?:成\s*文|生\s*成|发\s*文)\s*日\s*期\s*[】\]]?\s*[:：|｜]?")
_NAMED = re.compile(r"《([^《》]{4,100})》")
_MADE = re.compile(r"公布|发布|颁布|印发|修订|修正|修改")
_NUMERIC_BEHIND = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}$")
_ANYWHERE = frozenset({BlockKind.COPY_TO, BlockKind.PRINTING, BlockKind.NOTE})
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
    """Read the values out of classified blocks: those of the document itself, not of what is attached to it.

    版记 and 附注 may stand behind the attachments (GB/T 9704-2012 7.3.9) and count wherever they are.
    """
    own = [block for block in blocks if not block.part]
    texts: dict[BlockKind, list[str]] = {}
    for block in own:
        texts.setdefault(block.kind, []).append(block.text)
    for block in blocks:
        if block.part and block.kind in _ANYWHERE:
            texts.setdefault(block.kind, []).append(block.text)
    metadata = texts.get(BlockKind.METADATA_LINE, [])
    agency, printed = _printing(texts.get(BlockKind.PRINTING, []))
    written, bad = _date_of_writing(own)
    if written is None and bad is None:
        written = _labelled_date(_WRITTEN, metadata)
    title, number_in_title = split_title_number(_title(blocks, own))
    return Parts(
        title=title,
        issuer_mark=_issuer_mark(texts.get(BlockKind.ISSUER_MARK, [])),
        document_number=_document_number(own, metadata) or number_in_title,
        index_number=_field(_INDEX_NUMBER, metadata),
        publication_date=_labelled_date(_PUBLICATION, metadata),
        addressees=_names("".join(texts.get(BlockKind.ADDRESSEES, [])).rstrip("：: ")),
        signature=tuple(name for text in texts.get(BlockKind.SIGNATURE, []) for name in _signatures(text)),
        date_of_writing=written,
        notes=tuple(forms.unbracket(normal_form(text)) for text in texts.get(BlockKind.NOTE, [])),
        copy_to=_names(_LABEL.sub("", "".join(texts.get(BlockKind.COPY_TO, [])).strip()).rstrip("。 ")),
        printing_agency=agency,
        printing_date=printed,
        bad_date=bad,
    )


def _title(blocks: Sequence[Block], own: Sequence[Block]) -> str:
    """The document's own title; of an order that of what it promulgates; else what the text says that it is called."""
    titles = [normal_form(block.text) for block in own if block.kind is BlockKind.TITLE]
    if titles:  # a web page may give it first without the agency's name
        longer = [title for title in titles if non_blank(title).endswith(non_blank(titles[0]))]
        return max(longer, key=len)
    carried = [normal_form(block.text) for block in blocks if block.part and block.kind is BlockKind.TITLE]
    if carried:
        return carried[0]
    stated = [labelled_title(block.text) for block in own if block.kind is BlockKind.METADATA_LINE]
    if any(stated):
        return normal_form(next(title for title in stated if title))
    for block in own:
        named = _NAMED.findall(block.text) if block.kind in {BlockKind.NOTE, BlockKind.HEAD_NOTE} else []
        if len(named) == 1 and forms.TITLE_END.search(fold(named[0])):
            return normal_form(named[0])
    return ""


def _signatures(text: str) -> tuple[str, ...]:
    """One line may hold several issuers with a wide blank between them; a letter-spaced name is one."""
    names = re.split(r"\s+", text.strip())
    if len(names) > 1 and all(len(name) >= 3 and forms.is_agency_line(name) for name in names):
        return tuple(names)
    return (normal_form(text),)


def _names(text: str) -> tuple[str, ...]:
    """Agencies of an addressee or copy line: split at commas, 、 kept inside one group as printed."""
    parts = re.split(r"[，,；;]", normal_form(text))
    return tuple(part.strip() for part in parts if part.strip())


def _issuer_mark(texts: Sequence[str]) -> str:
    marks = [
        text for text in texts if not any(text != other and non_blank(text) in non_blank(other) for other in texts)
    ]
    mark = normal_form("".join(marks))
    return mark.removesuffix("文件") if mark.endswith("文件") else mark


def _document_number(own: Sequence[Block], metadata: Sequence[str]) -> str:
    """The number's line; where it is 第711号 alone, with the name of the order above it."""
    above = ""
    for block in own:
        if block.kind is BlockKind.DOCUMENT_NUMBER:
            number = read_document_number(block.text)
            return normal_form(above) + number if above and is_serial_alone(number) else number
        ordering = block.kind in {BlockKind.ISSUER_MARK, BlockKind.TITLE} and order_name(block.text)
        above = block.text if ordering else ""
    return find_document_number(_field(_NUMBER_FIELD, metadata))


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


def _date_of_writing(own: Sequence[Block]) -> tuple[date | None, tuple[str, int] | None]:
    """The date under the signature (the last of several), else what stands below the title (题注).

    GB/T 9704-2012 7.3.5 and 党政机关公文处理工作条例 art. 9: of a joint document the day on which the last one signed.
    """
    signed = [block for block in own if block.kind is BlockKind.DATE_OF_WRITING]
    values = [read_date(forms.unbracket(block.text)) for block in signed]
    if any(values):
        return max(value for value in values if value is not None), None
    bad = [block for block in signed if not is_month(forms.unbracket(block.text))]
    if bad:
        return None, (non_blank(bad[-1].text), bad[-1].span.first_line)
    for block in own:
        if block.kind is BlockKind.HEAD_NOTE:
            found = _noted_date(block.text)
        elif block.kind is BlockKind.DOCUMENT_NUMBER:
            behind = DATE_PATTERN.search(block.text) or _NUMERIC_BEHIND.search(block.text)
            found = read_date(behind.group()) if behind else None
        else:
            continue
        if found is not None:
            return found, None
    return None, None


def _noted_date(text: str) -> date | None:
    """The day in a note below the title: its only one, else the last on which it was made public or revised."""
    alone = read_date(forms.unbracket(text))
    if alone is not None:
        return alone
    dates = list(find_dates(text))
    if len(dates) <= 1:
        return dates[0][1] if dates else None
    ends = [*(match.start() for match, _ in dates[1:]), len(text)]
    made = [
        value for (match, value), end in zip(dates, ends, strict=True) if _MADE.search(fold(text[match.end() : end]))
    ]
    return made[-1] if made else dates[0][1]


def _printing(texts: Sequence[str]) -> tuple[str, date | None]:
    agency, printed = "", None
    for text in texts:
        match = forms.PRINTING.fullmatch(text.strip())
        if forms.PRINT_RUN.fullmatch(text):
            continue
        if match:
            printed = read_date(match["date"])
            agency = normal_form(match["agency"]) or agency
        else:
            agency = normal_form(text)
    return agency, printed
