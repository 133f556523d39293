"""PDF: the text that the pages show, and nothing of what they do not show."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from generator.model.text import ReferenceKind, RemovalReason, TextOrigin
from generator.readers.extraction import Extraction
from generator.readers.limits import DEFAULT_LIMITS
from generator.readers.pdf.read import read_pdf
from generator.readers.pdf.repair import RADICALS, repair_character
from tests import pdf_files
from tests.pdf_files import PdfPage, box, draw_image, image_object, make_pdf, set_paragraphs, show, stroke

TEXT = "本报告所列数据的统计期限自二〇二一年一月一日起。"
SECRET = "机密内容"
PROSE = (
    "为深入贯彻落实关于法治政府建设的决策部署，本办坚持依法行政，扎实推进“两个维护”等各项工作，现将有关情况报告如下。"
)
BASE = show(TEXT, 85, 120)
FIRST_EXTRA = pdf_files.first_extra(1)


def read(content: bytes) -> Extraction:
    return read_pdf(content, DEFAULT_LIMITS)


def codes(found: Extraction) -> list[str]:
    return [one.code for one in found.diagnostics]


def shown(found: Extraction) -> list[str]:
    return [line.text for line in found.lines]


def messages(found: Extraction) -> str:
    return "".join(one.message for one in found.diagnostics)


# --- text ---------------------------------------------------------------------------------------------------------


def test_text_of_a_page() -> None:
    found = read(make_pdf(BASE))
    assert shown(found) == [TEXT]
    assert (found.origin, found.pages, found.encoding, found.diagnostics) == (TextOrigin.TEXT_LAYER, 1, "utf-8", ())


def test_pages_of_running_text_are_the_paragraphs_again() -> None:
    paragraphs = [f"{number}{PROSE}" for number in "一二三四五六七八九十" * 2]
    pages = set_paragraphs(paragraphs, feet=["— {page} —"], heads=["某市人民政府外事办公室"])
    found = read(make_pdf(*pages))
    rejoined: list[str] = []
    for line in found.lines:
        if line.continues:
            rejoined[-1] += line.text
        else:
            rejoined.append(line.text)
    assert rejoined == paragraphs
    assert {piece.reason for piece in found.removed} == {RemovalReason.RUNNING_HEAD, RemovalReason.PAGE_NUMBER}
    assert len(found.removed) == 2 * len(pages)
    assert not found.diagnostics


def test_drawing_order_does_not_matter() -> None:
    pieces = [show("“", 85, 120), show("”", 165, 120), show("两个维护", 101, 120)]
    assert shown(read(make_pdf(b"".join(pieces)))) == ["“两个维护”"]


@pytest.mark.parametrize(("turn", "matrix"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0"), (0, "0 1 -1 0")])
def test_turned_pages_are_read_upright(turn: int, matrix: str) -> None:
    down = {"0 1 -1 0": (30, 0), "-1 0 0 -1": (0, -30), "0 -1 1 0": (-30, 0)}[matrix]
    first = show("第一行文字，", 300, 400, matrix=matrix)
    second = show("第二行文字。", 300 + down[0], 400 + down[1], matrix=matrix)
    entries = f"/Rotate {turn}" if turn else ""
    assert shown(read(make_pdf(PdfPage(content=second + first, entries=entries)))) == ["第一行文字，", "第二行文字。"]


def test_ruled_table() -> None:
    rules = b"".join(stroke(80, y, 320, y) for y in (100, 130, 160)) + b"".join(
        stroke(x, 100, x, 160) for x in (80, 200, 320)
    )
    cells = show("项目", 90, 120) + show("金额", 210, 120) + show("收入", 90, 150) + show("12.5", 210, 150)
    found = read(make_pdf(cells + rules))
    assert [(line.text, line.cell.row, line.cell.column) for line in found.lines if line.cell] == [
        ("项目", 0, 0),
        ("金额", 0, 1),
        ("收入", 1, 0),
        ("12.5", 1, 1),
    ]


def test_pictures_are_named() -> None:
    page = PdfPage(content=BASE + draw_image("Im1", 85, 200, 100, 80), images=[f"Im1={FIRST_EXTRA} 0 R"])
    (picture,) = read(make_pdf(page, extra=[image_object()])).references
    assert (picture.kind, picture.name, picture.uri, picture.line) == (ReferenceKind.IMAGE, "第1页图片1", "", 1)


# --- faults of text layers ----------------------------------------------------------------------------------------


def test_radicals_become_the_characters_that_they_show() -> None:
    found = read(make_pdf(show("人民长门", 85, 120), to_unicode={"人": "⼈", "民": "⺠", "长": "⻓", "门": "⻔"}))
    assert shown(found) == ["人民长门"]
    assert codes(found) == ["pdf-radicals"]


def test_only_radicals_and_symbol_fonts_are_repaired() -> None:
    assert [repair_character(one, "simsun") for one in "①㎡，Ⅳ\uf0b7龜"] == list("①㎡，Ⅳ\uf0b7龜")
    assert repair_character("\uf0b7", "symbol") == "•"
    assert repair_character("\uf052", "wingdings 2") == "☑"
    assert not any(one in RADICALS for one in RADICALS.values())


def test_private_characters_are_garbled_text() -> None:
    found = read(make_pdf(show("人民长门政府", 85, 120), to_unicode={"人": "\ue001", "民": "\ue002"}))
    assert "garbled-text" in codes(found)


def test_bold_by_double_printing_counts_once() -> None:
    found = read(make_pdf(show("重点工作", 85, 120) + show("重点工作", 87, 121)))
    assert shown(found) == ["重点工作"]
    assert set(codes(found)) <= {"pdf-double-printed"}  # PDFium leaves out what stands very near itself


# --- what pages do not show ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        show(SECRET, 85, 200, mode=3),
        show(SECRET, 85, 200, color="1 g"),
        show(SECRET, 85, 200, 0.5),
        show(SECRET, 700, 200),
        show(SECRET, 85, 200) + box(80, 180, 80, 30),
        show(SECRET, 85, 200) + box(80, 180, 80, 30, paint="1 g"),
        show(SECRET, 85, 200) + box(80, 180, 80, 30, paint="1 g") + show("公开说明", 85, 200),
        box(80, 180, 80, 30, paint="0 0 1 rg") + show(SECRET, 85, 200, color="0 0 1 rg"),
        b"q 0 0 10 10 re W n\n" + show(SECRET, 85, 200) + b"Q\n",
    ],
    ids=["mode 3", "white", "tiny", "off the page", "black box", "white box", "replaced", "ink on ink", "clipped"],
)
def test_hidden_text_is_not_read_and_holds_the_file(content: bytes) -> None:
    found = read(make_pdf(BASE + content))
    assert codes(found) == ["pdf-hidden-text"]
    assert not any(character in line for line in found.source for character in SECRET)
    assert not any(character in messages(found) for character in "机密")


def test_text_under_a_picture_is_hidden() -> None:
    page = PdfPage(
        content=BASE + show(SECRET, 85, 200) + draw_image("Im1", 80, 180, 80, 30), images=[f"Im1={FIRST_EXTRA} 0 R"]
    )
    found = read(make_pdf(page, extra=[image_object()]))
    assert codes(found) == ["pdf-hidden-text"]
    assert shown(found) == [TEXT]


@pytest.mark.parametrize(
    "content",
    [
        box(80, 180, 80, 30, paint="0 0 1 rg") + show("公开内容", 85, 200, color="1 g"),
        box(80, 180, 80, 30, paint="0.9 g") + show("公开内容", 85, 200),
        show("公开内容", 85, 200, color="1 0 0 rg"),
        show("公开内容", 85, 200) + box(80, 210, 80, 30),
    ],
    ids=["white on a dark band", "grey ground", "red head", "box beside"],
)
def test_text_that_is_to_be_seen_is_read(content: bytes) -> None:
    found = read(make_pdf(BASE + content))
    assert shown(found)[-1] == "公开内容"
    assert not found.diagnostics


@pytest.mark.parametrize("over", [True, False])
def test_text_layer_of_a_scan_is_recognised_text(over: bool) -> None:
    scan, layer = draw_image("Im1", 0, 0, 595, 842), show(TEXT, 85, 200, mode=3 if over else 0)
    page = PdfPage(content=scan + layer if over else layer + scan, images=[f"Im1={FIRST_EXTRA} 0 R"])
    found = read(make_pdf(page, extra=[image_object()]))
    assert codes(found) == ["recognised-text"]
    assert found.origin is TextOrigin.RECOGNISED
    assert shown(found) == [TEXT]


def test_scan_needs_recognition() -> None:
    page = PdfPage(content=draw_image("Im1", 0, 0, 595, 842), images=[f"Im1={FIRST_EXTRA} 0 R"])
    found = read(make_pdf(page, extra=[image_object()]))
    assert codes(found) == ["needs-ocr"]
    assert not found.encoding
    assert codes(read(make_pdf(b""))) == ["needs-ocr"]


def test_scanned_page_among_others() -> None:
    scan = PdfPage(content=draw_image("Im1", 0, 0, 595, 842), images=[f"Im1={pdf_files.first_extra(3)} 0 R"])
    inner = read(make_pdf(BASE, scan, BASE, extra=[image_object()]))
    assert codes(inner) == ["pdf-picture-pages"]
    cover = read(make_pdf(scan, BASE, BASE, extra=[image_object()]))
    assert codes(cover) == ["pdf-picture-cover"]


# --- what is beside the text --------------------------------------------------------------------------------------


def with_annotation(dictionary: str, **parts: object) -> Extraction:
    page = PdfPage(content=BASE, entries=f"/Annots [{FIRST_EXTRA} 0 R]")
    return read(make_pdf(page, extra=[f"<< /Type /Annot /Rect [10 10 90 30] {dictionary} >>".encode()], **parts))


@pytest.mark.parametrize(
    ("dictionary", "expected"),
    [
        ("/Subtype /Text /Contents (secret)", ["pdf-annotations"]),
        ("/Subtype /FreeText /Contents (secret) /DA (/F1 9 Tf)", ["pdf-annotations"]),
        ("/Subtype /Link /A << /S /URI /URI (http://a.example) >>", []),
        ("/Subtype /Stamp", ["pdf-seal"]),
        ("/Subtype /FileAttachment /FS << /Type /Filespec /F (a.txt) >>", ["pdf-attachments"]),
    ],
)
def test_annotations(dictionary: str, expected: list[str]) -> None:
    found = with_annotation(dictionary)
    assert codes(found) == expected
    assert shown(found) == [TEXT]
    assert "secret" not in messages(found)


@pytest.mark.parametrize(("value", "expected"), [("/V (secret)", ["pdf-form-fields"]), ("", [])])
def test_form_fields(value: str, expected: list[str]) -> None:
    found = with_annotation(
        f"/Subtype /Widget /FT /Tx /T (a) {value}", catalog=f"/AcroForm << /Fields [{FIRST_EXTRA} 0 R] >>"
    )
    assert codes(found) == expected
    assert "secret" not in "".join(found.source) + messages(found)


def test_attachments() -> None:
    catalog = f"/Names << /EmbeddedFiles << /Names [(a.txt) {FIRST_EXTRA} 0 R] >> >>"
    file = f"<< /Type /Filespec /F (a.txt) /EF << /F {FIRST_EXTRA + 1} 0 R >> >>".encode()
    content = pdf_files.stream_object(b"secret", "/Type /EmbeddedFile")
    assert codes(read(make_pdf(BASE, catalog=catalog, extra=[file, content]))) == ["pdf-attachments"]


@pytest.mark.parametrize(
    "catalog",
    [
        "/OpenAction << /S /JavaScript /JS (app.alert) >>",
        "/OpenAction << /S /J#61vaScript /J#53 (app.alert) >>",
        "/OpenAction << /S /Launch /F (cmd.exe) >>",
    ],
)
def test_what_acts_by_itself(catalog: str) -> None:
    assert codes(read(make_pdf(BASE, catalog=catalog))) == ["pdf-script"]


def test_script_in_a_packed_object() -> None:
    packed = pdf_files.stream_object(
        b"12 0 << /S /JavaScript /JS (app.alert) >>", "/Type /ObjStm /N 1 /First 5", packed=True
    )
    assert codes(read(make_pdf(BASE, extra=[packed]))) == ["pdf-script"]


def test_properties_are_named_not_told() -> None:
    found = read(make_pdf(BASE, info={"Author": "张三", "Keywords": ""}))
    assert codes(found) == ["pdf-metadata", "pdf-author"]
    assert "作者" in messages(found)
    assert "张三" not in messages(found)


def test_earlier_version_with_text_that_is_gone() -> None:
    content = make_pdf(show(SECRET, 85, 200) + BASE)
    found = read(pdf_files.append_revision(content, FIRST_EXTRA - 1, pdf_files.stream_object(BASE)))
    assert codes(found) == ["pdf-earlier-version"]
    assert shown(found) == [TEXT]


def test_earlier_version_with_less_text() -> None:
    more = pdf_files.stream_object(BASE + show("新增内容", 85, 200))
    assert codes(read(pdf_files.append_revision(make_pdf(BASE), FIRST_EXTRA - 1, more))) == ["pdf-appended"]


# --- files that do not open, and bombs ----------------------------------------------------------------------------


def test_locked_files() -> None:
    assert codes(read(pdf_files.encrypt(make_pdf(BASE), user="secret"))) == ["pdf-encrypted"]
    restricted = read(pdf_files.encrypt(make_pdf(BASE), user=""))
    assert codes(restricted) == ["pdf-restricted"]
    assert shown(restricted) == [TEXT]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty-file"),
        (bytes(range(256)) * 400, "pdf-broken"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"startxref\n9\n%%EOF", "pdf-broken"),
        (make_pdf(BASE)[:-60], "pdf-truncated"),
        (pdf_files.append_revision(make_pdf(BASE), 9, b"<< >>")[:-150], "pdf-truncated"),
        (make_pdf(BASE).replace(b"/Kids [8 0 R]", b"/Kids [2 0 R]"), "pdf-page-broken"),
        (make_pdf(PdfPage(content=b" " * 300_000_000, packed=True)), "too-large"),
        (make_pdf(BASE, BASE, BASE), "too-large"),
        (make_pdf(*[show(TEXT, 85, 120 + 10 * row) for row in range(3)] * 40), "too-large"),
    ],
    ids=[
        "empty",
        "random",
        "random body",
        "cut off",
        "cut off in an update",
        "tree loop",
        "bomb",
        "pages",
        "characters",
    ],
)
def test_files_that_are_refused(content: bytes, expected: str) -> None:
    limits = replace(DEFAULT_LIMITS, pages=2) if expected == "too-large" and len(content) < 20_000 else DEFAULT_LIMITS
    limits = replace(limits, characters=1_000)
    found = read_pdf(content, limits)
    assert codes(found) == [expected]
    assert not found.encoding


def test_directories_that_refer_to_each_other_in_a_circle() -> None:
    content = make_pdf(BASE)
    place = content.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0]
    assert codes(read(content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + place))) == ["pdf-broken"]


def test_streams_packed_twice_are_measured() -> None:
    packed = zlib.compress(zlib.compress(bytes(300_000_000), 9), 9)
    stream = pdf_files.stream_object(packed, "/Filter [/FlateDecode /FlateDecode]")
    assert codes(read(make_pdf(BASE, extra=[stream]))) == ["too-large"]
