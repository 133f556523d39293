"""What a report's page says of the file behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from generator.model.catalog import ReportRecord
from generator.model.text import Reference, ReferenceKind, TextOrigin
from generator.pages.dialect import render_markdown
from generator.pages.provenance import reference_href, tell_provenance
from generator.pages.read_back import official_characters, read_back
from tests.unit.pages.factory import record, small_document
from tests.unit.pages.test_compose import compose

IMAGE = Reference(kind=ReferenceKind.IMAGE, name="流程图", uri="images/1.png", line=3)
ATTACHMENT = Reference(kind=ReferenceKind.ATTACHMENT, name="附件1.pdf", uri="https://example.gov.cn/1.pdf", line=9)


def sourced(base: ReportRecord | None = None, **more: object) -> ReportRecord:
    return replace(base or record(), **more)


def page(one: ReportRecord) -> str:
    body = compose(one)[one.uri].body
    assert read_back(body) == official_characters(small_document(), ())
    return render_markdown(body)


def test_every_origin_is_told() -> None:
    for origin in TextOrigin:
        (label, told), *_ = tell_provenance(sourced(origin=origin)).facts
        assert (label, bool(told)) == ("文字的取得", True)


def test_pages_and_seals_are_told_without_a_judgement() -> None:
    markup = page(sourced(origin=TextOrigin.TEXT_LAYER, pages=12, seals=1))
    assert "<dt>原文件页数</dt><dd>12 页</dd>" in markup
    assert "<dd>有电子印章或签名 1 处，本站不验证其效力</dd>" in markup
    assert "电子印章" not in page(sourced())


def test_recognised_text_is_called_so_above_the_text() -> None:
    markup = page(sourced(origin=TextOrigin.RECOGNISED, confidence=0.974))
    assert markup.index("正文是识别文本") < markup.index('class="official-text"')
    assert "平均置信度 97" in markup


def test_images_and_attachments_are_named_and_only_https_is_a_link() -> None:
    evil = Reference(kind=ReferenceKind.ATTACHMENT, name="<b>附件2</b>", uri="javascript:alert(1)")
    markup = page(sourced(references=(IMAGE, ATTACHMENT, evil)))
    assert '" rel="external noopener nofollow">附件1' in markup
    assert re.findall(r'href="([^"]+)" rel="external noopener nofollow"', unescape(markup)) == [ATTACHMENT.uri]
    assert markup.count("其他网站</span>") == 1
    assert "流程图" in markup
    assert "javascript" not in markup
    assert "<b>" not in markup
    assert "图片和附件" not in page(sourced())


def test_a_long_list_of_images_is_cut_and_counted() -> None:
    told = tell_provenance(sourced(references=(IMAGE,) * 130))
    assert (len(told.references), told.more_references) == (100, 30)


@pytest.mark.parametrize(
    ("uri", "page_url", "href"),
    [
        ("https://example.gov.cn/a.pdf", "", "https://example.gov.cn/a.pdf"),
        ("./a.pdf", "https://example.gov.cn/x/y.html", "https://example.gov.cn/x/a.pdf"),
        ("a.pdf", "", ""),
        ("./a.pdf", "http://example.gov.cn/x/y.html", ""),
        ("http://example.gov.cn/a.pdf", "", ""),
        ("//example.gov.cn/a.pdf", "", ""),
        ("javascript:alert(1)", "https://example.gov.cn/", ""),
        ("data:text/html,x", "https://example.gov.cn/", ""),
        ("file:///etc/passwd", "https://example.gov.cn/", ""),
        ("https://user:word@example.gov.cn/", "", ""),
        ("https://[bad/", "", ""),
        ("https:///a.pdf", "", ""),
        ("https://example.gov.cn/a b.pdf", "", ""),
        ("https://example.gov.cn/\u202ea.pdf", "", ""),
    ],
)
def test_addresses_fit_to_be_links(uri: str, page_url: str, href: str) -> None:
    assert reference_href(uri, page_url) == href


def test_why_the_original_is_not_offered() -> None:
    plain = record()
    held_back = replace(plain, original=replace(plain.original, offered=False))
    withheld = page(sourced(held_back, withheld=True))
    assert "文件里有作者姓名、批注等页面上没有的内容，不提供下载" in withheld
    assert "download=" not in withheld
    masked = page(sourced(replace(held_back, masked=("联系电话",)), withheld=True))
    assert "含已遮盖的个人信息，不提供下载" in masked
    assert "download=" in page(sourced())
