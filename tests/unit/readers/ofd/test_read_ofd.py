"""OFD files: what a reader sees is text, in reading order; everything else is told and never text."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest

from generator.model.text import Alignment, RemovalReason, TextOrigin
from generator.readers import DEFAULT_LIMITS
from generator.readers.extraction import Extraction
from generator.readers.ofd import read_ofd
from tests.ofd_files import (
    NAMESPACE,
    Body,
    Paragraph,
    block,
    composite,
    image,
    make_ofd,
    page,
    rectangle,
    rule,
    set_pages,
    text,
)

TITLE = "某某市人民政府办公室关于开展专项检查工作的通知"
BODY = "一、总体要求。各单位要提高认识，加强领导，落实责任，按照法定职责和程序认真开展检查，及时发现并纠正存在的问题。"
PARAGRAPHS = (
    Paragraph(text=TITLE, kind="title"),
    Paragraph(text="各区县人民政府，市政府各部门：", kind="flush"),
    *(Paragraph(text=BODY.replace("一、", f"{number}、")) for number in "一二三四五六七八九十"),
    Paragraph(text="某某市人民政府办公室", kind="right"),
    Paragraph(text="2024年3月1日", kind="right"),
)


def read(content: bytes) -> Extraction:
    return read_ofd(content, DEFAULT_LIMITS)


def codes(extraction: Extraction) -> list[str]:
    return [one.code for one in extraction.diagnostics]


def characters(extraction: Extraction) -> str:
    return "".join("".join(line.text.split()) for line in extraction.lines)


@pytest.mark.parametrize("single", [False, True])
def test_paragraphs_come_out_in_order_and_page_numbers_are_declared(single: bool) -> None:
    found = read(make_ofd(set_pages(PARAGRAPHS, single=single)))
    assert codes(found) == []
    assert characters(found) == "".join(one.text for one in PARAGRAPHS)
    assert [(one.text, one.reason) for one in found.removed] == [
        (f"— {number} —", RemovalReason.PAGE_NUMBER) for number in range(1, found.pages + 1)
    ]
    assert found.pages == 2
    assert found.origin == TextOrigin.TEXT_LAYER
    paragraphs: list[str] = []
    for line in found.lines:
        if line.continues:
            paragraphs[-1] += line.text
        else:
            paragraphs.append(line.text)
    # The two lines of the title stand centred; that they are one title is the parser's to say.
    assert ["".join(one.split()) for one in paragraphs][2:] == [one.text for one in PARAGRAPHS][1:]
    assert found.lines[1].alignment == Alignment.CENTRE


def test_one_character_a_run_gives_the_same_lines_as_whole_lines() -> None:
    whole = read(make_ofd(set_pages(PARAGRAPHS)))
    single = read(make_ofd(set_pages(PARAGRAPHS, single=True)))
    assert single.lines == whole.lines
    assert single.source == whole.source


def test_the_order_of_drawing_does_not_matter() -> None:
    pages = set_pages(PARAGRAPHS, single=True)
    shuffled = []
    for one in pages:
        objects = list(one.objects)
        random.Random(7).shuffle(objects)
        shuffled.append(replace(one, objects=tuple(objects)))
    assert read(make_ofd(shuffled)).source == read(make_ofd(pages)).source


def test_template_below_and_above_composite_and_block() -> None:
    body = Body(
        pages=(
            page(text("正文第一行在这里", y=60), templates=["1", "2"]),
            page(block(block(text("块内的文字", y=50))), composite("5", x=10, y=30)),
        ),
        templates={"1": page(text("某某市公报", y=20)), "2": page(text("（内部编号一）", y=270))},
        units={"5": (text("组合图元里的文字", x=20, y=50),)},
    )
    found = read(make_ofd(bodies=[body]))
    assert found.source == ("某某市公报", "正文第一行在这里", "（内部编号一）", "块内的文字", "组合图元里的文字")
    assert codes(found) == []


def test_several_documents_in_one_file_follow_each_other() -> None:
    bodies = [Body(pages=(page(text("第一份文件的正文")),)), Body(pages=(page(text("第二份文件的正文")),))]
    found = read(make_ofd(bodies=bodies))
    assert found.source == ("第一份文件的正文", "第二份文件的正文")
    assert found.pages == 2
    assert found.lines[1].starts_page


def test_matrix_and_box_place_the_text() -> None:
    scaled = (
        '<ofd:TextObject Font="1" Size="10" Boundary="20 30 100 10" CTM="0.5 0 0 0.5 0 0">'
        '<ofd:TextCode X="0" Y="10" DeltaX="g 3 10">在上一行</ofd:TextCode></ofd:TextObject>'
    )
    found = read(make_ofd([page(text("在下一行", y=50), scaled)]))
    assert found.source == ("在上一行", "在下一行")


def test_second_code_inherits_the_place_of_the_first_and_lines_inside_an_object_are_lines() -> None:
    two_lines = (
        '<ofd:TextObject Font="1" Size="5" Boundary="20 30 100 40"><ofd:TextCode X="0" Y="5" '
        'DeltaX="g 2 5 -10 g 2 5" DeltaY="g 2 0 8 g 2 0">前一行后一行</ofd:TextCode>'
        '<ofd:TextCode Y="21" DeltaX="5 5">第三行</ofd:TextCode></ofd:TextObject>'
    )
    assert read(make_ofd([page(two_lines)])).source == ("前一行", "后一行", "第三行")


def test_a_count_that_claims_millions_costs_nothing() -> None:
    bomb = (
        '<ofd:TextObject Font="1" Size="5" Boundary="20 30 100 40"><ofd:TextCode X="0" Y="5" '
        'DeltaX="g 999999999999 5 g 1e300 5">两个字</ofd:TextCode></ofd:TextObject>'
    )
    assert read(make_ofd([page(bomb)])).source == ("两个字",)


def test_table_with_rules() -> None:
    lines = [rule(30, y, 150, y) for y in (40, 50, 60)] + [rule(x, 40, x, 60) for x in (30, 90, 150)]
    cells = [text("项目", x=32, y=47), text("金额", x=92, y=47), text("合计", x=32, y=57), text("1,024.5", x=92, y=57)]
    found = read(make_ofd([page(text("预算表", y=30), *lines, *cells)]))
    placed = [(line.text, line.cell and (line.cell.row, line.cell.column)) for line in found.lines]
    assert placed == [("预算表", None), ("项目", (0, 0)), ("金额", (0, 1)), ("合计", (1, 0)), ("1,024.5", (1, 1))]


HIDDEN = {
    "invisible": text("不该看到的字", y=80, attributes='Visible="false"'),
    "inside-invisible-block": block(text("不该看到的字", y=80)).replace(
        "<ofd:PageBlock>", '<ofd:PageBlock Visible="false">'
    ),
    "white": text("不该看到的字", y=80, inside='<ofd:FillColor Value="255 255 255"/>'),
    "white-hexadecimal": text("不该看到的字", y=80, inside='<ofd:FillColor Value="#ff #FF #ff"/>'),
    "white-cmyk": text("不该看到的字", y=80, inside='<ofd:FillColor Value="0 0 0 0"/>'),
    "transparent": text("不该看到的字", y=80, attributes='Alpha="0"'),
    "transparent-colour": text("不该看到的字", y=80, inside='<ofd:FillColor Value="0 0 0" Alpha="0"/>'),
    "no-fill-no-stroke": text("不该看到的字", y=80, attributes='Fill="false"'),
    "off-page": text("不该看到的字", x=400, y=80),
    "above-page": text("不该看到的字", y=-20),
    "tiny": text("不该看到的字", y=80, size=0.2),
    "black-box": text("不该看到的字", y=80) + rectangle(20, 70, 60, 15),
    "white-box": text("不该看到的字", y=80) + rectangle(20, 70, 60, 15, fill="255 255 255"),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_text_holds_and_is_in_no_field(way: str) -> None:
    found = read(make_ofd([page(text("看得见的正文在这里", y=60), HIDDEN[way])]))
    assert codes(found) == ["ofd-hidden-text"]
    assert found.diagnostics[0].severity == "error"
    assert "第 1 页" in found.diagnostics[0].message
    assert "6 个字" in found.diagnostics[0].message
    assert found.source == ("看得见的正文在这里",)
    assert "不该" not in repr(found)


SEEN = {
    "white-on-a-dark-box": rectangle(20, 70, 60, 15)
    + text("白底以外的字", y=80, inside='<ofd:FillColor Value="255 255 255"/>'),
    "over-a-box": rectangle(20, 70, 60, 15, fill="200 200 200") + text("白底以外的字", y=80),
    "under-a-faint-box": text("白底以外的字", y=80) + rectangle(20, 70, 60, 15, attributes='Alpha="60"'),
    "beside-a-box": text("白底以外的字", y=80) + rectangle(20, 100, 60, 15),
    "covered-and-drawn-again": text("白底以外的字", y=80)
    + rectangle(20, 70, 60, 15, fill="255 255 255")
    + text("白底以外的字", y=80),
    "under-a-seal-with-transparency": text("白底以外的字", y=80) + image("9", x=20, y=60, width=40, height=40),
}


@pytest.mark.parametrize("way", SEEN)
def test_what_a_reader_sees_is_text(way: str) -> None:
    found = read(make_ofd([page(SEEN[way])]))
    assert characters(found) == "白底以外的字"
    assert codes(found) == []


PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\x10" * 2 + b"\x08"


@pytest.mark.parametrize(
    ("picture", "hidden"), [(b"\xff\xd8\xff\xe0", True), (PNG + b"\x02", True), (PNG + b"\x06", False)]
)
def test_a_picture_over_the_text_hides_it_unless_it_is_transparent(picture: bytes, hidden: bool) -> None:
    resources = (
        f'<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image">'
        "<ofd:MediaFile>scan.bin</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    parts = {"Doc_0/DocumentRes.xml": resources, "Doc_0/Res/scan.bin": picture}
    found = read(make_ofd([page(text("图下的字"), image("9", x=0, y=0, width=210, height=297))], parts=parts))
    assert ("ofd-hidden-text" in codes(found)) is hidden
    assert (characters(found) == "图下的字") is not hidden
    assert hidden or [one.name for one in found.references] == ["第1页图片1"]


def test_fake_bold_counts_once() -> None:
    found = read(make_ofd([page(text("加粗的标题", y=50), text("加粗的标题", x=28.1, y=50))]))
    assert found.source == ("加粗的标题",)
    assert codes(found) == []


GLYPHS = '<ofd:CGTransform CodePosition="0" CodeCount="{n}" GlyphCount="{n}"><ofd:Glyphs>{ids}</ofd:Glyphs></ofd:CGTransform>'


def test_glyphs_without_characters_hold() -> None:
    mapping = GLYPHS.format(n=4, ids="11 12 13 14")
    for content in ("¤¤¤¤", ""):
        found = read(make_ofd([page(text(content, inside=mapping))]))
        assert codes(found) == ["ofd-no-text"]
        assert "4 个字" in found.diagnostics[0].message
        assert found.encoding == ""
    mixed = read(make_ofd([page(text("读得到的正文", y=40), text("¤¤¤¤", y=60, inside=mapping))]))
    assert codes(mixed) == ["ofd-no-text"]
    assert characters(mixed) == "读得到的正文"


def test_glyphs_with_characters_are_text() -> None:
    found = read(make_ofd([page(text("有编码字", inside=GLYPHS.format(n=4, ids="11 12 13 14")))]))
    assert codes(found) == []
    assert characters(found) == "有编码字"


def test_scan_without_text_holds() -> None:
    found = read(make_ofd([page(image()), page(image(), image())]))
    assert codes(found) == ["ofd-no-text"]
    assert "2 页里只有 3 幅图片" in found.diagnostics[0].message


def listed(name: str, inside: str) -> str:
    return f"<ofd:{name} {NAMESPACE}>{inside}</ofd:{name}>"


def annotated(*annotations: str) -> bytes:
    body = Body(pages=(page(text("正文")),), extra="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>")
    return make_ofd(
        bodies=[body],
        parts={
            "Doc_0/Annots/Annotations.xml": listed(
                "Annotations", '<ofd:Page PageID="100"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>'
            ),
            "Doc_0/Annots/Page_0/Annotation.xml": listed("PageAnnot", "".join(annotations)),
        },
    )


def annotation(kind: str, words: str = "", subtype: str = "") -> str:
    return (
        f'<ofd:Annot ID="7" Type="{kind}" Subtype="{subtype}"><ofd:Remark>{words}</ofd:Remark>'
        f"<ofd:Appearance>{text(words) if words else ''}</ofd:Appearance></ofd:Annot>"
    )


def test_annotations_hold_and_are_counted_by_kind() -> None:
    found = read(
        annotated(annotation("Watermark", "内部资料"), annotation("Highlight", "张三的意见"), annotation("Path"))
    )
    assert codes(found) == ["ofd-annotations"]
    assert "3 处" in found.diagnostics[0].message
    assert "水印 1 处" in found.diagnostics[0].message
    assert "张三" not in repr(found)
    assert found.source == ("正文",)


def test_the_place_of_a_seal_and_links_hold_nothing() -> None:
    assert codes(read(annotated(annotation("Stamp", subtype="SignatureInFile"), annotation("Link"), ""))) == []


def test_attachments_hold_listed_or_not() -> None:
    extra = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
    attachment = '<ofd:Attachment ID="1" Name="底稿" Visible="false"><ofd:FileLoc>a.xml</ofd:FileLoc></ofd:Attachment>'
    parts = {"Doc_0/Attachs/Attachments.xml": listed("Attachments", attachment), "Doc_0/Attachs/a.xml": "<a/>"}
    found = read(make_ofd(bodies=[Body(pages=(page(text("正文")),), extra=extra)], parts=parts))
    assert codes(found) == ["ofd-attachments"]
    assert "1 个文件" in found.diagnostics[0].message
    assert "底稿" not in repr(found)
    lying = read(make_ofd([page(text("正文"))], parts={"Doc_0/Attachs/b.docx": "PK\x03\x04"}))
    assert codes(lying) == ["ofd-attachments", "embedded-file"]


def test_seals_are_counted_and_not_judged() -> None:
    signatures = listed(
        "Signatures",
        "".join(f'<ofd:Signature ID="{one}" Type="Seal" BaseLoc="Sign_{one}/Signature.xml"/>' for one in (1, 2)),
    )
    content = make_ofd(
        [page(text("正文"))],
        root="<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>",
        parts={"Doc_0/Signs/Signatures.xml": signatures},
    )
    found = read(content)
    assert codes(found) == ["ofd-seal"]
    assert found.diagnostics[0].severity == "note"
    assert found.seals == 2


def test_author_and_earlier_versions() -> None:
    info = "<ofd:Author>张三</ofd:Author><ofd:Creator>某软件</ofd:Creator><ofd:CustomDatas><ofd:CustomData Name='电话'>1</ofd:CustomData></ofd:CustomDatas>"
    found = read(make_ofd(bodies=[Body(pages=(page(text("正文")),), info=info)]))
    assert codes(found) == ["ofd-author"]
    assert "2 项" in found.diagnostics[0].message
    assert "张三" not in repr(found)
    versions = '<ofd:Versions><ofd:Version ID="1" Index="1" BaseLoc="a"/><ofd:Version ID="2" Index="2" BaseLoc="b"/></ofd:Versions>'
    assert codes(read(make_ofd([page(text("正文"))], root=versions))) == ["ofd-earlier-versions"]


def test_missing_parts_hold() -> None:
    pages = [page(text("第一页的正文")), page(text("第二页的正文"))]
    assert codes(read(make_ofd(pages, without=["OFD.xml"]))) == ["ofd-broken"]
    assert codes(read(make_ofd(pages, without=["Doc_0"]))) == ["ofd-broken"]
    gone = read(make_ofd(pages, without=["Doc_0/Pages/Page_1"]))
    assert codes(gone) == ["ofd-broken"]
    assert "第 2 页" in gone.diagnostics[0].message
    assert gone.source == ("第一页的正文",)
    lost = read(make_ofd([page(text("正文"), templates=["8"])]))
    assert codes(lost) == ["ofd-broken"]
    encrypted = make_ofd(pages, root="<ofd:Encryptions>Encryptions.xml</ofd:Encryptions>")
    assert codes(read(encrypted)) == ["ofd-encrypted"]


def test_names_as_producers_write_them() -> None:
    content = make_ofd([page(text("正文"))])
    entry = (
        '<OFD xmlns="http://www.ofdspec.org"><DocBody><DocInfo/><DocRoot>/doc_0\\document.XML</DocRoot></DocBody></OFD>'
    )
    assert read(make_ofd([page(text("正文"))], parts={"OFD.xml": entry})).source == read(content).source


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><OFD>&c;</OFD>'
)


@pytest.mark.parametrize(
    "part", ["OFD.xml", "Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml", "Doc_0/DocumentRes.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused(part: str, encoding: str) -> None:
    found = read(
        make_ofd(
            [page(text("正文"))], parts={part: BOMB.replace('"1.0"', f'"1.0" encoding="{encoding}"').encode(encoding)}
        )
    )
    assert "xml-dtd" in codes(found)


def test_units_that_hold_each_other_end() -> None:
    loop = Body(pages=(page(composite("1")),), units={"1": (composite("2"), text("字")), "2": (composite("1"),)})
    assert codes(read(make_ofd(bodies=[loop]))) == ["ofd-broken"]
    levels = {str(one): tuple(composite(str(one + 1)) for _ in range(10)) for one in range(1, 9)}
    growing = Body(pages=(page(composite("1")),), units={**levels, "9": (text("字"),)})
    assert codes(read(make_ofd(bodies=[growing]))) == ["too-large"]


def test_more_characters_or_pages_than_allowed_are_refused() -> None:
    content = make_ofd([page(text("正文有六个字")), page(text("正文有六个字"))])
    assert codes(read_ofd(content, replace(DEFAULT_LIMITS, characters=11))) == ["too-large"]
    assert codes(read_ofd(content, replace(DEFAULT_LIMITS, pages=1))) == ["too-large"]
    assert codes(read_ofd(content, DEFAULT_LIMITS)) == []


def test_nothing_is_lost_between_the_count_and_the_lines() -> None:
    pattern = (
        '<ofd:PathObject Boundary="0 0 50 50" Fill="true"><ofd:FillColor><ofd:Pattern Width="10" Height="10"><ofd:CellContent>'
        f"{text('花纹里的字')}</ofd:CellContent></ofd:Pattern></ofd:FillColor><ofd:AbbreviatedData/></ofd:PathObject>"
    )
    found = read(make_ofd([page(text("正文"), pattern)]))
    assert codes(found) == ["ofd-text-incomplete"]


@pytest.mark.parametrize("seed", range(5))
def test_every_character_of_any_page_is_somewhere(seed: int) -> None:
    choose = random.Random(seed)
    wanted: Counter[str] = Counter()
    objects = []
    for _ in range(60):
        content = "".join(choose.choice("甲乙丙丁戊，。“”A1b ") for _ in range(choose.randint(1, 9)))
        x, y = choose.uniform(5, 150), choose.uniform(10, 280)
        objects.append(text(content, x=x, y=y, size=choose.choice([3, 5, 8]), single=choose.random() < 0.3))
        wanted.update("".join(content.split()))
    found = read(make_ofd([page(*objects)]))
    assert "ofd-text-incomplete" not in codes(found)
    missing = wanted - Counter("".join("".join(line.split()) for line in found.source))
    assert missing.total() <= 3  # what happens to be drawn twice at one place counts once
