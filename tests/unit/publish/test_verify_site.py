"""The built site proven: planted faults are found, a good site has none."""

from __future__ import annotations

import pytest

from generator.publish import findings
from generator.publish.verify_site import verify_links, verify_texts
from tests.unit.pages.factory import record

GOOD = '<a href="../b/#x">b</a><a id="here" href="#here">h</a><a href="https://else.test/">aus</a><link rel="canonical" href="https://x.test/">'


@pytest.fixture
def site(tmp_path):
    def make(**pages):
        for name, content in pages.items():
            path = tmp_path / name.replace("__", "/")
            path = path.with_suffix(".css") if name.endswith("_css") else path / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path

    return make


def codes(faults):
    return [fault.finding.code for fault in faults]


def test_a_good_site_has_no_fault(site):
    assert verify_links(site(a=GOOD, b='<p id="x"><img src="../a/">')) == ()


@pytest.mark.parametrize("link", ["../c/", "#nowhere", "../b/#nowhere", "/absolute/", "../b/missing.css"])
def test_a_broken_link_is_found(site, link):
    faults = verify_links(site(a=f'<a href="{link}">x</a>', b='<p id="x">'))
    assert codes(faults) == [findings.LINK_BROKEN.code]
    assert "a/index.html" in str(faults[0])
    assert link in str(faults[0])


def test_a_feed_that_is_not_there_is_found(site):
    faults = verify_links(site(a='<link rel="alternate" type="application/atom+xml" href="feed.xml">'))
    assert codes(faults) == [findings.LINK_BROKEN.code]


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="alternate stylesheet" href="https://fonts.test/x.css">',
        '<script src="https://cdn.test/x.js"></script>',
        '<link rel="stylesheet" href="//fonts.test/x.css">',
        '<link rel="preconnect" href="https://fonts.test">',
        '<img src="http://pixel.test/x.gif">',
        '<iframe src="https://x.test/"></iframe>',
        '<form action="https://x.test/">',
    ],
)
def test_a_request_to_another_host_is_found(site, markup):
    assert codes(verify_links(site(a=markup))) == [findings.OTHER_HOST.code]


@pytest.mark.parametrize("rule", ["@import 'https://x.test/a.css';", 'p { background: url( "//x.test/a.png" ) }'])
def test_a_style_sheet_that_asks_another_host_is_found(site, rule):
    assert codes(verify_links(site(style_css=rule))) == [findings.OTHER_HOST.code]


def test_data_addresses_in_style_sheets_are_no_request(site):
    assert verify_links(site(style_css="p { background: url(data:image/png;base64,AA==) }")) == ()


def test_the_404_page_links_from_the_sites_address(tmp_path):
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "assets/stylesheets/gongkai.css").write_text("p {}")
    (tmp_path / "index.html").write_text("<p>")
    page = '<link rel="stylesheet" href="/zwgk/assets/stylesheets/gongkai.css"><a href="/zwgk/">x</a><a href="/zwgk/nowhere/">y</a>'
    (tmp_path / "404.html").write_text(page)
    assert [str(fault) for fault in verify_links(tmp_path)] == [
        "页面 404.html 上的链接 /zwgk/nowhere/ 没有对应的页面或位置。"
    ]


def page_of(text):
    return f'<h1>站</h1><div class="official-text">{text}</div>'


def test_a_page_that_says_what_the_document_says_is_good(tmp_path):
    from generator.pages.read_back import official_characters
    from tests.unit.pages.factory import small_document

    one = record()
    path = tmp_path / one.uri / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text(page_of(official_characters(small_document(), ())), encoding="utf-8")
    assert verify_texts([one], tmp_path) == ()
    for changed in ("清河市", official_characters(small_document(), ()).replace("36", "35")):
        path.write_text(page_of(changed), encoding="utf-8")
        assert codes(verify_texts([one], tmp_path)) == [findings.TEXT_DIFFERS.code]
    path.write_text("<p>no text</p>", encoding="utf-8")
    assert codes(verify_texts([one], tmp_path)) == [findings.TEXT_DIFFERS.code]


def test_a_missing_page_is_found(tmp_path):
    faults = verify_texts([record()], tmp_path)
    assert codes(faults) == [findings.PAGE_MISSING.code]
    assert faults[0].report_id == "qinghe-water/2023-report"
