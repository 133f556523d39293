"""Texts of every shape: real forms, hostile pieces and noise, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

_FORMS = st.sampled_from(
    [
        "某某市2023年法治政府建设年度报告", "关于2023年法治政府建设情况的报告", "某某市人民政府文件", "某某市司法局",
        "某政发〔2024〕5号", "机密★5年", "特急", "000123", "签发人：张某", "索引号：000014349/2024-00012",
        "市委、市政府：", "一、主要做法", "二、存在问题", "（一）加强学习。我局全年组织8次。", "( 一) 加强执法", "1.集中学习。", "1．规范", "2、自学",
        "（1）中心组学习", "1）学习", "（2）培训", "一、二类企业全部纳入监管", "15.2万人次", "一是加强学习；二是规范执法。", "三是",
        "2024年1月15日", "二○二四年一月十五日", "2024年2月30日", "某某市司法局 2024年1月15日", "（此件主动公开）", "以上内容主动公开",
        "（联系人：李某 电话：1234567）", "抄送：市委各部门，", "市政协办公室。", "某某市人民政府办公室 2024年1月16日印发", "专此报告。", "附件：1.任务表",
        "附件1", "3", "- 3 -", "— 12 —", "第 3 页 共 9 页", "", " ", "\u3000\u3000", "\t",
        "2023年，我市坚持以习近平法治思想为指导，认真贯彻", "落实各项决策部署，扎实推进法治政府建设，取得积极成", "效。",
        "---", "===", "***", "title: evil", "# 井", "> 引", "    四个空格", "```", "| 甲 | 乙 |", "|---|---|", "1986. 年份", "10) 十",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</div>", "<!-- 隐", "-->", "&nbsp;&#65;&lt;", "{{ config }}", "{% raw %}",
        '--8<-- "mkdocs.yml"', "{: onclick=alert(1) }", "{ #s-1 .x }", "[TOC]", "[^1]: 注", "[1]: javascript:x", "[点](javascript:x)", "*[法治]: 依法",
        "a_b_c 2*3*4=24 ~删~ ==标== H~2~O (c) -->", "!!! note", "++ctrl++", ":smile:", "\\*转义\\*", "\\", "`code`", "http://example.com/", "a@b.cn",
        "国务院批转某某部关于某事的报告的通知", "关于印发", "某某办法", "的通知", "中华人民共和国国务院令", "第 711 号", "现公布《某某办法》，自公布之日起施行。",
        "总　理　　某某某", "第一编　总则", "第一章　总　则", "第二节 职责", "第一条　为了规范工作，制定本办法。", "第二条规定的", "第二条之一　各机关", "第一部分",
        "第二部分　概况", "1 总则", "1.1 目的", "1.2 依据", "2.1.1 机构", "目　录", "一、主要做法……………3", "附件：", "附：某某报告", "附件2", "（征求意见稿）",
        "——在某某会议上的讲话", "（2004年6月1日某某会议通过）", "各位代表：", "索 引 号：", "发布机构：", "主题词：某事　通知", "国发〔1985〕7号", "（81）国发12号",
        "二○○四年六月二十六日", "2022年1月", "（盖章）", "来源：某网", "責任編輯：某", "第三條　關於", "一、", "财政部　某某总局",
        "APEC Business Travel Card", "（2021-2025 年）", "《公", "务员法》", "“引", "”", "（", "）", "。", "，", "……",
    ]
)  # fmt: skip
_NOISE = st.text(
    st.characters(blacklist_categories=["Cs", "Co", "Cn", "Cc"], blacklist_characters="\u2028\u2029"), max_size=30
)
_MARKS = st.text(
    st.sampled_from("一二三十、（）().．123年月日号：:。，；-—*_#<>[]{}|&\\`~^$!+= \u3000某法治政府报告"), max_size=24
)
_LINES = st.lists(st.one_of(_FORMS, _FORMS, _NOISE, _MARKS), max_size=24)
_BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n\n", "\f"])


@st.composite
def run_together_texts(draw: st.DrawFn) -> str:
    """A text that lost its line breaks: one or two lines, long enough to hold a document."""
    pieces = draw(st.lists(st.one_of(_FORMS, _FORMS, _MARKS), min_size=20, max_size=60))
    return draw(st.sampled_from(["", " ", "\u3000"])).join(pieces) + draw(st.sampled_from(["", "\n一、尾"]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text file's content."""
    lines = draw(_LINES)
    usual = draw(_BREAKS)
    return "".join(line + (draw(_BREAKS) if number % 7 == 6 else usual) for number, line in enumerate(lines))
