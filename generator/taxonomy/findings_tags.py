"""What can be remarkable in a collection's own settings for the page tags."""

from __future__ import annotations

from typing import Final

from generator.model.diagnostics import DiagnosticKind, Severity

SITE_TAG_MISSING: Final = DiagnosticKind(
    code="site-tag-missing",
    severity=Severity.NOTE,
    template="没有填写 extra.gongkai.{key}（{name}），各页没有 {tag} 标签。",
    explanation="《政府网站发展指引》（国办发〔2017〕47号）附件“网页设计规范”要求政府网站的网页带有 SiteName、SiteDomain、SiteIDCode 标签。",
    remedy="请在 mkdocs.yml 的 extra.gongkai 中填写 site_domain 和 site_id_code；标识码可在网站页脚“政府网站标识码”处查到。非官方汇编不需要填写。",
)

TAG_FINDINGS: Final = (SITE_TAG_MISSING,)
