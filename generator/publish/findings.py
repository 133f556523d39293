"""What can be wrong with a built site. Each of these is a fault of the build, never of a document."""

from __future__ import annotations

from typing import Final

from generator.model.diagnostics import DiagnosticKind, Severity

PAGE_MISSING: Final = DiagnosticKind(
    code="site-page-missing",
    severity=Severity.ERROR,
    template="网站中没有生成这份文件的页面：{page}。",
    explanation="每一份准予公开的文件，都应当在网站中有自己的页面。",
    remedy="请重新生成网站；仍有此提示的，请向开发者报告。",
)
TEXT_DIFFERS: Final = DiagnosticKind(
    code="site-text-differs",
    severity=Severity.ERROR,
    template="页面 {page} 上的正文与文件不一致：页面 {found} 字，应为 {wanted} 字。",
    explanation="网站生成后，逐页读回正文，其校验值应当与文件正文（减去已声明的版面文字和遮盖）的校验值相同。",
    remedy="请勿发布这次生成的网站，并向开发者报告。mkdocs.yml 中另加的 Markdown 扩展可能改写文字，请先去掉。",
)
LINK_BROKEN: Final = DiagnosticKind(
    code="site-link-broken",
    severity=Severity.ERROR,
    template="页面 {page} 上的链接 {link} 没有对应的页面或位置。",
    explanation="网站内部的链接，包括指向页内位置的，都应当可以打开。",
    remedy="手写页面（docs/ 下的指南、关于）中的链接请改正；自动生成页面中的，请向开发者报告。",
)
OTHER_HOST: Final = DiagnosticKind(
    code="site-other-host",
    severity=Severity.ERROR,
    template="页面 {page} 会向其他网站请求 {link}。",
    explanation="网站不从其他网站加载字体、脚本、样式和图片：读者的访问不外泄，内网也能使用。",
    remedy="请把所用的资源放到本站，或者从 mkdocs.yml、手写页面中去掉。",
)

PUBLISH_FINDINGS: Final = (PAGE_MISSING, TEXT_DIFFERS, LINK_BROKEN, OTHER_HOST)
