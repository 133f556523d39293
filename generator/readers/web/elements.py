"""HTML elements as far as text is concerned: which break lines, which are never text, which mark the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Elements that stand on lines of their own.
BLOCKS = _names(
    "html body address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table caption thead tbody"
    " tfoot tr td th ul listing xmp plaintext marquee frameset optgroup"
)
# Their content is not text of the page: programs, styles, other documents, fallbacks, form controls.
NOT_TEXT = _names(
    "script style template noscript iframe svg math object embed applet audio video canvas select option button input"
    " textarea title head meta link base noframes noembed datalist rp area xml"
)
PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
HEADING_SCALES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67}

# What site systems wrap the text of an article in.  SURE names hold the text and nothing else; LIKELY ones may hold
# the heading, tools or several articles.  Names are compared in lower case.
SURE_IDS = _names(
    "ucap-content zoom fontzoom zoomcon zoom_content artibody contentzoom textzoom vsb_content vsb_content_2"
    " vsb_content_4 vsb_content_100 vsb_content_500 vsb_content_501 vsb_newscontent js_content mycontent"
    " articlecontent article_content div_zhengwen zhengwen newscontent news_content txtcontent bodycontent"
    " xxgkcontent tdcontent td_doccontent barrierfree_content docontent printcontent"
)
SURE_CLASSES = _names(
    "trs_editor trs_ueditor trs_editor_view trs_paper_default trs_preappend custom_unionstyle b12c pages_content"
    " article-content article_content articlecontent article-con article_con articlecon zoom zwnr zw_content"
    " xxgk_content xxgk-content zfxxgk_zw_content zfxxgk_content gkml_content news_cont news-cont news_content"
    " news-content newscontent con_text txt_content text_content v_news_content wz_content wznr content_text"
    " content-text zhengwen article_body article-body articlebody bmj_content bookcontent vsb_content"
)
SURE_TAGS = frozenset({"ucapcontent", "founder-content", "cms-content"})
LIKELY_IDS = _names(
    "content con text main_content maincontent article articletext detail detailcontent printarea print contentbox"
    " nr zw doccontent dochtmlcon endtext ozoom textbody"
)
LIKELY_CLASSES = _names(
    "view content con text article detail detail_content detail-content detailcontent main-txt main_txt main-text"
    " maintext txt_txt info_content info-content xl_content xlcontent xl_con contentbox content_box content-box"
    " con_content cont textcon text-con nr zw ccontent conttxt conttext left_content page-content page_content"
    " xilan_con scroll_main bd_content details_content details-content art_con art-con artcon entry-content"
)
# Comments or <meta name=…> around the text.
BOUNDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(start, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for start, end in (
        (r"content\s*-?start", r"content\s*-?end"),
        (r"zjeg_rss\.content\.begin", r"zjeg_rss\.content\.end"),
        (r"<\$\[(?:信息)?内容\]>\s*begin", r"<\$\[(?:信息)?内容\]>\s*end"),
        (r"enpcontent", r"/enpcontent"),
        (
            r"(?:正文|文章内容|内容)(?:区域?)?\s*(?:开始|begin|start)",
            r"(?:正文|文章内容|内容)(?:区域?)?\s*(?:结束|end)",
        ),
    )
)
_TITLE_NAME = re.compile(r"(?:^|[-_])(?:title|tit|bt|biaoti|headline|share-title)\d*$|title$|^title|biaoti")


def container_rank(tag: str, identifier: str, classes: Sequence[str]) -> int:
    """2 for an element that surely holds an article's text, 1 for one that likely does, else 0."""
    if not identifier and not classes:
        return 2 if tag in SURE_TAGS else 1 if tag in {"article", "main"} else 0
    names = [name.lower() for name in classes]
    lowered = identifier.lower()
    if tag in SURE_TAGS or lowered in SURE_IDS or any(name in SURE_CLASSES for name in names):
        return 2
    if tag in {"article", "main"} or lowered in LIKELY_IDS or any(name in LIKELY_CLASSES for name in names):
        return 1
    return 0


def is_title_element(tag: str, identifier: str, classes: Iterable[str]) -> bool:
    """A heading, or an element whose name says that it is one."""
    return tag in HEADING_SCALES or any(_TITLE_NAME.search(name.lower()) for name in (identifier, *classes) if name)
