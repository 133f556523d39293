"""What a document, and the page around it, say of who issued it: names read by their form, in order of strength."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.parser.characters import fold
from generator.taxonomy.agency_central import agency_of_number
from generator.taxonomy.agency_names import AgencyName, parse_agency_name, parse_first_name, parse_leading_name
from generator.taxonomy.agency_short_names import leading_short_name
from generator.taxonomy.regions import RegionTable

_LEADING_YEAR = re.compile(
    r"(?:关于)?(?:(?:19|20)\d\d|[一二][〇○零OＯ九][〇○零OＯ一二三四五六七八九]{2})年(?:度)?|关于"
)
_MARK_TAIL = re.compile(
    r"(?:文件|公告|通告|令|通知|公报)?(?:[（(〔\[]?第?[\d〇○零一二三四五六七八九十百]*号?[）)〕\]]?)$"
)
_HANDS_ON = re.compile(r"批转|转发|转批")
_BLANK = re.compile(r"\s+")
_LONGEST = 80  # characters of a statement that can be an agency's name or several


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerStatements:
    """The places that may name the issuer, as printed.

    Attributes:
        title: in normal form.
        issuer_mark: 发文机关标志, or the name on the line above or below the title.
        mark_place: where ``issuer_mark`` stands, as a finding tells it.
        signature: 发文机关署名 in order.
        document_number: 发文字号.
        printing_agency: 印发机关.
        page_agencies: 发文机关 or 发布机构 of the page's metadata, strongest place first.
        page_sources: 来源 of the page.
    """

    title: str = ""
    issuer_mark: str = ""
    mark_place: str = "标题上一行"
    signature: tuple[str, ...] = ()
    document_number: str = ""
    printing_agency: str = ""
    page_agencies: tuple[str, ...] = ()
    page_sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerEvidence:
    """Names read out of the statements.

    Attributes:
        title: the title.
        mark_place: see ``IssuerStatements``.
        head: full name at the title's head.
        short: short form there, where there is no full name.
        short_signature: signatures of no known form, without blanks.
        page_shorts: what the page states and is of no known form.
        ordered: (place, name), the strongest first; places are keys of ``PLACES``.
    """

    title: str
    mark_place: str
    head: AgencyName | None
    short: str
    short_signature: tuple[str, ...]
    page_shorts: tuple[str, ...]
    ordered: tuple[tuple[str, AgencyName], ...]

    @property
    def mark(self) -> AgencyName | None:
        """The name of the issuer mark."""
        return next((name for place, name in self.ordered if place == "issuer_mark"), None)


# The places of evidence, as findings tell them.
PLACES = {
    "sidecar": "说明文件",
    "folder": "文件夹登记",
    "signature": "署名",
    "issuer_mark": "发文机关标志",
    "title": "标题",
    "document_number": "发文字号",
    "printing_agency": "印发机关",
    "page_table": "网页信息表",
    "page_source": "网页来源",
    "short_name": "机关登记",
}
# What only accompanies the text is no ground to doubt a registered agency: the platform's own office publishes.
WEAK_PLACES = frozenset({"printing_agency", "document_number", "page_table", "page_source"})


def read_issuers(printed: IssuerStatements, regions: RegionTable) -> IssuerEvidence:
    """Read the names; pure.  Traditional characters are read as simplified ones, so that one body has one name.

    Order: signature, issuer mark, title, document number, the page's table, printing agency, the page's source.  A
    title that begins with a central body, or with a name that hands a document on (批转, 转发), goes first: below a
    forwarded document stands the signature of its author.
    """
    statements = _folded(printed)
    title = statements.title
    year = _LEADING_YEAR.match(title)
    titles = (title, title[year.end() :]) if year is not None else (title,)
    head = next((name for text in titles if (name := parse_leading_name(text, regions)) is not None), None)
    shorts = (leading_short_name(text, regions) for text in titles)
    signed = [(text, _first(text, regions)) for text in statements.signature]
    pages = [(text, _first(text, regions)) for text in statements.page_agencies]
    signature = [("signature", name) for _, name in signed if name is not None]
    heads = [("title", head)] if head is not None else []
    title_first = head is not None and (head.national or _HANDS_ON.match(title, title.find(head.text) + len(head.text)))
    rest = [
        *(("page_table", name) for _, name in pages),
        ("printing_agency", _first(statements.printing_agency, regions)),
        *(("page_source", _first(text, regions)) for text in statements.page_sources),
    ]
    ordered = [
        *(heads if title_first else ()),
        *signature,
        ("issuer_mark", _of_mark(statements.issuer_mark, regions)),
        *(() if title_first else heads),
        ("document_number", _of_number(statements.document_number, regions)),
        *rest,
    ]
    return IssuerEvidence(
        title=title,
        mark_place=statements.mark_place,
        head=head,
        short="" if head is not None else next((short for short in shorts if short), ""),
        short_signature=tuple(_BLANK.sub("", text) for text, name in signed if name is None),
        page_shorts=tuple(_BLANK.sub("", text) for text, name in pages if name is None),
        ordered=tuple((place, name) for place, name in ordered if name is not None),
    )


def _folded(statements: IssuerStatements) -> IssuerStatements:
    return replace(
        statements,
        title=fold(statements.title),
        issuer_mark=fold(statements.issuer_mark),
        signature=tuple(map(fold, statements.signature)),
        document_number=fold(statements.document_number),
        printing_agency=fold(statements.printing_agency),
        page_agencies=tuple(map(fold, statements.page_agencies)),
        page_sources=tuple(map(fold, statements.page_sources)),
    )


def placed(name: AgencyName, evidence: IssuerEvidence, regions: RegionTable) -> AgencyName:
    """西湖区… with 杭州市… elsewhere in the document is the one in 杭州市."""
    if len(name.regions) < 2:
        return name
    codes = tuple(_places_named(evidence, regions))
    fitting = tuple(one for one in name.regions if any(regions.contains(code, one.code) for code in codes))
    return replace(name, regions=fitting) if len(fitting) == 1 else name


def _places_named(evidence: IssuerEvidence, regions: RegionTable) -> Iterator[str]:
    for _, other in evidence.ordered:
        if len(other.regions) == 1:
            yield other.regions[0].code
    places = regions.longest_prefix(evidence.short or evidence.title)
    if places is not None and len(places.regions) == 1:
        yield places.regions[0].code


def _first(text: str, regions: RegionTable) -> AgencyName | None:
    return parse_first_name(text, regions) if text and len(text) <= _LONGEST else None


def _of_mark(text: str, regions: RegionTable) -> AgencyName | None:
    compact = _BLANK.sub("", text)
    return _first(compact, regions) or _first(_MARK_TAIL.sub("", compact), regions)


def _of_number(number: str, regions: RegionTable) -> AgencyName | None:
    """财政部令第101号 names its issuer; 国发〔1985〕7号 bears the mark of one body alone."""
    compact = _BLANK.sub("", number)
    leading = parse_leading_name(compact, regions)
    return leading if leading is not None else parse_agency_name(agency_of_number(compact), regions)
