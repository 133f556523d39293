"""Reports with something that must not be published, and the marker that must then be nowhere in the site."""

from __future__ import annotations

BODY = "为贯彻落实有关规定，我局认真开展法治政府建设各项工作，全年召开专题会议6次，{leak}取得了积极成效。"
REPORT = """{head}某某市2023年法治政府建设年度报告

{body}

一、主要做法

我局坚持依法行政，{marker}各项工作扎实推进，群众反映良好，社会满意度不断提升。

二、存在问题

学习不够深入，监督不够有力，下一步将继续加强。

某某市司法局
2024年1月15日
{foot}"""


def planted(marker: str, *, head: str = "", leak: str = "", foot: str = "") -> str:
    """A whole report with one leak; ``marker`` stands in it alone."""
    return REPORT.format(head=head, body=BODY.format(leak=leak), marker=marker, foot=foot)


# name -> (code of the rule, report)
HELD: dict[str, tuple[str, str]] = {
    "secrecy": ("secrecy-mark", planted("暗号甲子", head="机密★5年\n")),
    "secrecy-hidden": ("secrecy-mark", planted("暗号乙丑", head="秘 \u200b密 ★ １０年\n")),
    "internal": ("internal-mark", planted("暗号丙寅", head="内部资料 注意保存\n")),
    "on-request": ("disclosure-on-request", planted("暗号丁卯", foot="（此件依申请公开）\n")),
    "withheld": ("disclosure-withheld", planted("暗号戊辰", foot="不予公开\n")),
    "withheld-cell": ("disclosure-withheld", planted("暗号己巳", head="公开方式：不予公开\n")),
    "identity": ("identity-number", planted("暗号庚午", leak="张某（身份证号11010519491231002X）参加培训，")),
    "identity-wide": ("identity-number", planted("暗号辛未", leak="１１０１０５１９４９１２３１００２Ｘ，")),
    "bank-card": ("bank-card", planted("暗号壬申", leak="补助打入6222021001116245702账户，")),
    "mobile": ("private-mobile", planted("暗号癸酉", leak="请与13812345678联系，")),
}
# Prose about secrecy and disclosure, office telephones and hotlines: to be published.
PUBLISHED: dict[str, str] = {
    "prose": planted(
        "暗号甲戌",
        leak="外事政策文件多为涉密事项，机密、秘密级文件按规定管理；规范依申请公开工作，坚持公开为原则、不公开为例外；",
    ),
    "office": planted("暗号乙亥", leak="办公电话0512-12345678，拨打12345热线，统一社会信用代码91350100M000100Y43，"),
    "masked": planted("暗号丙子", foot="（联系人：李某某 电话：13912345678）\n"),
}
