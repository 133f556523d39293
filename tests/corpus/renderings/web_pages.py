"""Three pages as agencies' sites have them: what surrounds the text differs, the text does not."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.corpus.renderings.paragraphs import Typed, paragraphs

_ALIGN = {"centre": "center", "right": "right", "flush": "left", "indented": "left"}


def state_platform(name: str) -> bytes:
    """A page of a state document library: four-column metadata table, container ``UCAP-CONTENT``, UTF-8."""
    body = "\n".join(_styled(one) for one in paragraphs(name))
    title = _title(name)
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}_某政府门户网站</title>
<meta name="ArticleTitle" content="{escape(title)}"><meta name="PubDate" content="2022-04-01 09:53">
<meta name="ContentSource" content="某市人民政府办公室"><meta name="SiteName" content="某政府门户网站"></head><body>
<div class="header"><a href="/">首页</a><a href="/zw/">政务</a><a href="/fw/">服务</a><a href="/hd/">互动</a></div>
<div class="BreadcrumbNav">您当前的位置： <a href="/">首页</a> &gt; <a href="/zwgk/">政府信息公开</a> &gt; <a href="/f/">法治政府建设</a></div>
<table class="bd1" width="100%"><tr><td>索 引 号：</td><td>XM00128-30-01-2022-005</td><td>主题分类：</td><td>综合政务</td></tr>
<tr><td>标　　题：</td><td colspan="3">{escape(title)}</td></tr>
<tr><td>文　　号：</td><td>无</td><td>发布日期：</td><td>2022年04月01日</td></tr></table>
<h1>{escape(title)}</h1>
<div class="pages-date">2022-04-01 09:53 <span>来源： 某市人民政府办公室</span>
<span>字号：<a href="#">默认</a> <a href="#">大</a> <a href="#">超大</a></span> <a href="#">打印</a> <a href="#">收藏</a></div>
<div id="UCAP-CONTENT">
{body}
</div>
<div class="editor">责任编辑：某某</div><div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div class="related"><h2>相关稿件</h2><ul><li><a href="/1.htm">某市召开工作会议</a></li><li><a href="/2.htm">某市部署重点工作</a></li></ul></div>
<div class="footer"><p>主办单位：某市人民政府办公室　网站标识码：3502000001</p><p>京ICP备05070218号　京公网安备11010202000001号</p>
<p>版权所有：某政府门户网站</p></div><script>var zoom = "正文";</script></body></html>""".encode()


def agency_site(name: str) -> bytes:
    """A page of an agency's own site: GBK, old markup, hard indents, container ``TRS_Editor``."""
    body = "\n".join(_font(one) for one in paragraphs(name))
    title = _title(name)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{escape(title)}</title>
<META NAME="articletitle" CONTENT="{escape(title)}"><META name="pubdate" content="2022-03-30 08:00"></head>
<body><table width="1000" align="center"><tr><td><img src="images/top.jpg" alt="网站标题"></td></tr>
<tr><td><a href="../">网站首页</a> | <a href="../xxgk/">信息公开</a> | <a href="../bsfw/">办事服务</a></td></tr></table>
<table width="1000" align="center"><tr><td align="center"><b><font size="5">{escape(title)}</font></b></td></tr>
<tr><td align="center">发布时间：2022-03-30　　来源：本站　　浏览次数：<span id="hits">128</span>　　字号：【<a>大</a> <a>中</a> <a>小</a>】</td></tr>
<tr><td><div class="TRS_Editor"><style>.TRS_Editor P {{line-height:2}}</style>
{body}
</div></td></tr><tr><td align="right">【打印本页】【关闭窗口】</td></tr></table>
<table width="1000" align="center"><tr><td align="center">版权所有 某市机关　ICP备案号：闽ICP备10001号<br>扫一扫在手机打开当前页</td></tr></table>
</body></html>""".encode("gb18030")


def fragment(name: str) -> bytes:
    """What an editor pastes: paragraphs alone, without head or body, lines parted by ``<br>`` here and there."""
    pieces = [
        f"<p>{'&emsp;&emsp;' if one.placing == 'indented' else ''}{escape(one.text)}</p>" for one in paragraphs(name)
    ]
    return "\n".join(pieces).encode()


PAGES: dict[str, Callable[[str], bytes]] = {
    "state-platform": state_platform,
    "agency-site": agency_site,
    "fragment": fragment,
}


def print_page(name: str) -> str:
    """The page from which Chromium prints a PDF: type area and type of GB/T 9704-2012 5.2."""
    body = "\n".join(
        f'<p class="{one.placing}{" title" if one.kind == "title" else ""}">{escape(one.text)}</p>'
        for one in paragraphs(name)
    )
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm; }}
body {{ font: 16pt/28pt "Noto Serif CJK SC", serif; margin: 0; text-align: justify; }}
p {{ margin: 0; }} .indented {{ text-indent: 2em; }} .centre {{ text-align: center; }}
.right {{ text-align: right; padding-right: 4em; }} .title {{ font-size: 22pt; line-height: 34pt; margin: 20pt 0; }}
</style></head><body>{body}</body></html>"""


def _title(name: str) -> str:
    return next(one.text for one in paragraphs(name) if one.kind == "title")


def _styled(one: Typed) -> str:
    indent = "text-indent: 2em; " if one.placing == "indented" else ""
    text = f"<strong>{escape(one.text)}</strong>" if one.kind in {"title", "heading"} else escape(one.text)
    return f'<p style="{indent}text-align: {_ALIGN[one.placing]};"><span style="font-size:16px">{text}</span></p>'


def _font(one: Typed) -> str:
    lead = "　　" if one.placing == "indented" else ""
    return f"<P align={_ALIGN[one.placing]}>{lead}<FONT face=仿宋_GB2312 size=3>{escape(one.text)}</FONT></P>"
