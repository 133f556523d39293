"""Which lines are a site's, in which part of a page, and which labels a line carries."""

from __future__ import annotations

import pytest

from generator.model.text import EvidenceField
from generator.readers.web.furniture import site_line
from generator.readers.web.labels import find_labelled, looks_like_label
from generator.readers.web.site_rules import Zone


@pytest.mark.parametrize(
    "text",
    [
        "日期：2024-03-29",
        "时间：2019-09-18 06:23 来源： 某某日报",
        "2019-01-02 16:00 来源： 某某社",
        "发布时间：2024年03月29日 09:18:33　来源：县司法局　作者：　浏览次数：1,024 次",
        "字号:【大 中 小】",
        "【字体：大 中 小】 打印",
        "[ 大 | 中 | 小 ]".replace("[", "字体：["),
        "您当前的位置：首页 > 政务公开 > 年度报告",
        "首页>政务公开>法定主动公开内容",
        "分享到：",
        "浏览量：35",
        "中央政府门户网站　www.example.invalid　　2012年05月07日　　来源：某某院办公厅",
        "【E-mail推荐 发送】 [ 字体：大 中 小 ] 打印本页 关闭窗口",
        "发布机构：某某县人民政府 发布时间：2024年3月29日",
        "责任编辑：王某 审核：李某",
        "无障碍 简体|繁体",
        "来 源：县司法局 浏 览 量：12",
        "信息来源：县政府办公室 发布日期：2024-03-29 【打印】 【关闭】",
    ],
)
def test_lines_above_a_text(text: str) -> None:
    assert site_line(text, Zone.HEAD) is not None


@pytest.mark.parametrize(
    "text",
    [
        "扫一扫在手机打开当前页",
        "【我要纠错】责任编辑：宋某",
        "上一篇：某某县2022年部门预算公开",
        "下一条:没有了",
        "相关链接：",
        "打印本页 关闭窗口",
        "返回顶部",
        "主办单位：某某县人民政府办公室 网站标识码：0000000000",
        "版权所有：某某县人民政府 某ICP备00000000号",
        "分享到：QQ空间 新浪微博 微信",
        "收藏",
        "TOP",
    ],
)
def test_lines_below_a_text(text: str) -> None:
    assert site_line(text, Zone.TAIL) is not None


@pytest.mark.parametrize("zone", list(Zone))
@pytest.mark.parametrize(
    "text",
    [
        "某某县2023年度法治政府建设情况报告",
        "2024年3月28日",
        "二〇二四年三月二十八日",
        "某某县人民政府",
        "（此件公开发布）",
        "附件：1.某某名单",
        "抄送：县委各部门，县人大常委会办公室。",
        "打印纸采购公告",
        "分享经济发展情况",
        "来源于各部门的数据，已经逐项核对。",
        "编辑部设在县司法局。",
        "首页设计方案的批复",
        "关闭小煤矿三家，退出落后产能十万吨。",
        "索引号的编制规则",
        "某政发〔2024〕7号",
        "（2024年3月28日）",
        "县长 李某",
        "联系人：张某　电话：0000-0000000",
    ],
)
def test_lines_of_a_text_anywhere(text: str, zone: Zone) -> None:
    assert site_line(text, zone) is None


@pytest.mark.parametrize("text", ["来源：县司法局", "时间：2023年5月1日", "日期：2023-05-01", "相关链接", "作者：张某"])
def test_in_the_middle_of_a_text_such_lines_are_text(text: str) -> None:
    assert site_line(text, Zone.MIDDLE) is None


def test_what_a_site_line_tells() -> None:
    line = site_line("发布日期：2024-03-29 09:18 信息来源：县司法局 作者：张某 浏览次数：3", Zone.HEAD)
    assert line is not None
    assert line.told == (
        (EvidenceField.PUBLICATION_DATE, "2024-03-29 09:18"),
        (EvidenceField.SOURCE, "县司法局"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("索引号：000/2024 发布机构：县政府", [("索引号", "000/2024"), ("发布机构", "县政府")]),
        ("索 引 号： 000/2024", [("索引号", "000/2024")]),
        ("索引号｜000/2024｜文 号｜某发〔2024〕7号", [("索引号", "000/2024"), ("文号", "某发〔2024〕7号")]),
        ("【发文日期】2024-03-28【有效性】有效", [("发文日期", "2024-03-28"), ("有效性", "有效")]),
        ("发文日期2021年3月1日", [("发文日期", "2021年3月1日")]),
        ("发布机构：", [("发布机构", "")]),
        ("发布机构： 公开责任单位：县司法局", [("发布机构", "")]),
        ("文号：无 标题：某某通知", [("文号", "无"), ("标题", "某某通知")]),
        ("机构名称：县司法局", []),
        ("标题党问题整治方案", []),
        ("发布日期和来源均已核对", []),
        ("文号码段", []),
    ],
)
def test_labels_of_a_line(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.label.name, one.value) for one in find_labelled(text)] == found


def test_an_unknown_label_is_no_value() -> None:
    assert looks_like_label("公开责任单位：")
    assert looks_like_label("索 引 号")
    assert not looks_like_label("某某县人民政府")
