"""Printed forms of the parts of a document: what an agency's name, a document number, an addressee line look like.

No agency is named here; these are the shapes of names.
"""

from __future__ import annotations

import re

from generator.parser.characters import fold, non_blank

# 机关名称 end so (宪法 arts. 85-95; 国务院组织法; 地方各级人民代表大会和地方各级人民政府组织法).
_AGENCY_END = (
    "人民政府|政府|办公室|办公厅|委员会|管委会|管理委员会|局|厅|部|委|院|署|处|总局|分局|中心|办事处|街道|公安部|法院|检察院|"
    "外办|外事办|府办|党组|支队|总队|大队|研究室|联合会|总工会|协会|学校|大学|学院|医院|集团|公司|所|站|馆|社|办|公署|海关|银行|分行|支行|"
    "中央|代表大会|常委会|人大|政协|领导小组|指挥部|联席会议|监会|管理会|理事会|残联|妇联|工商联|文联|科协|侨联|纪委|军区|监狱|主席团"
)
AGENCY_LINE = re.compile(
    rf"[\u4e00-\u9fff（）()·、\s]{{2,60}}?(?:{_AGENCY_END})(?:[（(][\u4e00-\u9fff\s]{{2,30}}[）)])?"
)
# 文种 and its looser cousins that end a title (党政机关公文处理工作条例 art. 8).
GENRE = (
    "报告|总结|情况|通知|通报|意见|决定|决议|批复|复函|函|公告|通告|公报|令|议案|请示|纪要|规划|计划|方案|办法|规定|细则|条例|规则|要点|"
    "公示|说明|指南|汇报|年报|预算|决算|清单|目录|制度|章程|讲话|白皮书|安排|工作|建议|答复|预案|标准|规范|指示|布告|命令|提案|纲要|大纲|"
    "守则|须知|倡议书|公开信|准则|规程|公约|协定|宣言|致辞|贺信|贺电|解读|措施|政策|名单|概况|职责|议定书|责任书|承诺书|意向书|问答|解答|解释|大事记|修正案|法典|协议|声明|发言|演讲|致词|贺词|简介|名录|"
    "登记表|一览表|统计表|汇总表|明细表|申请表|分工表|情况表|预算表|决算表|(?<![执方做司立守普学用依非合违手])法"
)
TITLE_END = re.compile(
    rf"(?:{GENRE})\s*[”’」』》]?\s*(?:[（(〔\[][^（）()]{{1,24}}[）)〕\]]\s*)*$|(?:通知|报告|意见|方案|办法|决定|公告)书?稿$"
)
# The kinds that carry something to someone: 关于印发…办法 is not over before one of them.
_CARRIER_END = re.compile(
    r"(?:通知|通报|函|公告|通告|决定|决议|令|批复|意见|公报|议案|请示|报告|指示|布告)\s*(?:[（(〔\[][^（）()]{1,24}[）)〕\]]\s*)*$"
)
_CARRYING = re.compile(r"印发|转发|批转|颁发|发布|颁布|公布|下发|印送|转送")
_FORWARDING = re.compile(r"[^《》，。]{2,30}?(?:批转|转发|印发)")
# These end a title only when no stricter 文种 follows on the next line (…工作情况 / 的报告).
LOOSE_TITLE_END = re.compile(r"(?:情况|工作|安排|建议|制度|标准|规范|计划|规划|决定|意见)$")
_AGENCY_TAIL = re.compile(rf"[\u4e00-\u9fff]{{1,14}}(?:{_AGENCY_END})(?:关于|\s*(?:19|20)\d\d)")
_PERSON_OFFICE = (
    "总理|主席|委员长|省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|部长|主任|局长|厅长|署长|行长|院长|检察长|秘书长|会长|书记|关长|司令员|专员|"
    "理事长|董事长|组长|行政长官|审计长"
)
_PERSON = re.compile(
    rf"[\u4e00-\u9fff、（）()]{{0,30}}?(?:{_PERSON_OFFICE})(?:[（(]代[）)])?[:：]?[\u4e00-\u9fff·]{{2,4}}"
)
_REPORTER = re.compile(r"(?:报告人|讲话人|主讲人|作者|说明人|汇报人)\s*[:：]\s*[\u4e00-\u9fff\s·]{2,12}")
_NAME_ALONE = re.compile(r"[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff](?:\s{0,4}[\u4e00-\u9fff])?")
_MEETING = re.compile(
    r"[—–―－-]*\s*(?:(?:19|20)\d\d\s*年.{2,12}[日号])?\s*在.{4,60}(?:会议|大会|全会|座谈会|常委会|仪式|论坛)(?:上|闭幕时|开幕时)?.{0,12}"
)
SEAL = re.compile(r"[（(]\s*(?:(?:公|印|盖|签)?\s*章|签\s*字|代\s*章)\s*[）)]")

SECRECY_MARK = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*(?:[★☆*＊]\s*.{0,12})?")
URGENCY = re.compile(r"(?:紧急程度\s*[:：]\s*)?(?:特\s*急|加\s*急|平\s*急|急\s*件)")
COPY_NUMBER = re.compile(r"(?:份号\s*[:：]?\s*)?\d{6}")
APPROVER = re.compile(r"签\s*发\s*人\s*[:：].{0,20}")
HEAD_NOTE = re.compile(r"[（(【〔].{2,400}[）)】〕]")
PRINT_RUN = re.compile(r"[（(]?\s*共\s*印\s*\d+\s*份\s*[)）]?|(?:打\s*字|校\s*对)\s*[:：].{0,40}")

COPY_TO = re.compile(r"(?:抄\s*送|抄\s*报|分\s*送|主\s*送|报\s*送|发\s*送)\s*(?:机\s*关)?\s*[:：]")
PRINTING = re.compile(
    r"(?P<agency>.*?)[\s，,]*(?P<date>(?:\d\s*){4}年.{2,10}日|[〇○零一二三四五六七八九]{4}年.{2,8}日)\s*印\s*(?:发|制)"
)
CLOSING = re.compile(
    r"(?:专此|特此|此|谨此|现)?(?:报告|函告|通知|通告|公告|批复|函复|汇报|报请|复函|请示|说明)[，,]?(?:请[审查]?[阅示收]|如无不妥.*)?[。！]?"
    r"|(?:以上|上述)(?:报告|汇报|意见|情况)?[，,]?(?:妥否|当否|如无不妥|请).{0,20}|请(?:予)?(?:审阅|审示|批示|审查|阅示)[。！]?|此[致复][。！]?|敬礼[。！]?"
)
CLOSING_LEAD = (
    "专此",
    "特此",
    "谨此",
    "此致",
    "此复",
    "敬礼",
    "请审",
    "请批",
    "请阅",
    "请予",
    "以上",
    "上述",
    "妥否",
    "当否",
)
ATTACHMENT_NOTE = re.compile(r"附\s*件?\s*[:：].{1,200}")
_ADDRESSEE_WORDS = re.compile(
    r"委|府|局|办|厅|部|院|署|处|中心|单位|部门|机关|公司|学校|大学|同志|主任|市长|县长|区长|省长|书记|代表|常委会|政协|人大|各位|总队|支队|社区|村|银行|群众|市民|公众"
)
_ADDRESSEE_ALL = re.compile(r"(?:各|驻|市属|省属|区属|县属|中央驻)[^。]{1,60}[:：]|(?:同志|朋友|来宾|先生)们[:：]")
_ADDRESSEE_NOT = re.compile(
    r"如下|以下|下列|报告|情况|其中|现将|要求|措施|问题|工作[:：]|方面|分别|包括|主要|附件|抄送|一是|[0-9]{4}年"
)
_DISCLOSURE_NOTE = re.compile(
    r"(?:此件|本文|本件|该件|以上内容|本文件|信息公开(?:选项|属性|方式|形式)?|公开(?:方式|属性|形式|类别|选项))?\s*[:：]?\s*"
    r"(?:主\s*动\s*公\s*开|公\s*开\s*发\s*布|依\s*申\s*请\s*公\s*开|不\s*予\s*公\s*开|不\s*公\s*开|予以公开|可以公开|公开)\s*[。]?"
)
_CONTACT_NOTE = re.compile(r"(?:联\s*系\s*人|联系电话|联系方式|经办人|电\s*话|承办单位|填报人)[^。]{0,20}[:：]")


def is_agency_line(text: str) -> bool:
    """True where the whole line has the shape of one or more agencies' names."""
    compact = non_blank(fold(text))
    if not 2 < len(compact) <= 80 or "关于" in compact:
        return False
    return bool(AGENCY_LINE.fullmatch(compact)) and not TITLE_END.search(compact)


def continues_agency(text: str) -> bool:
    """True where a line begins with the rest of an agency's name before 关于 or a year."""
    return bool(_AGENCY_TAIL.match(non_blank(fold(text))))


def is_issuer_mark(text: str) -> bool:
    """发文机关标志: the agency's name with 文件 behind it (GB/T 9704-2012 7.2.4)."""
    compact = non_blank(fold(text))
    return len(compact) <= 60 and compact.endswith("文件") and is_agency_line(compact.removesuffix("文件"))


def carries_on(rest: str) -> bool:
    """True where a line only brings the carrier's end: 有关问题的通知."""
    return bool(re.search(rf"的{_CARRIER_END.pattern}", fold(rest)))


def ends_with_carrier(text: str) -> bool:
    """True where a title so far ends with a 文种 that goes to someone: 通知, 批复."""
    return bool(_CARRIER_END.search(fold(text)))


def is_complete_title(text: str) -> bool:
    """True where a text may end a title: with a 文种, brackets closed, and with a carrier where it carries something.

    ``text`` is the title so far, without blanks.
    """
    folded = fold(text)
    if not TITLE_END.search(folded) or not _balanced(folded):
        return False
    carries = _CARRYING.search(folded, folded.find("关于") + 1) if "关于" in folded else _FORWARDING.match(folded)
    return carries is None or bool(_CARRIER_END.search(folded))


def _balanced(text: str) -> bool:
    return all(text.count(left) <= text.count(right) for left, right in ("《》", "“”", "（）", "()", "〈〉"))


def is_person(text: str) -> bool:
    """职务 and name of who signs or speaks: 总理　李克强, 市长 张三."""
    return bool(_PERSON.fullmatch(non_blank(fold(text)))) or bool(_REPORTER.fullmatch(fold(text.strip())))


def is_speaker_line(text: str) -> bool:
    """Who spoke, or where: lines between the title of a speech and its text."""
    folded = fold(text.strip())
    if len(folded) > 90 or folded.endswith(("。", "：", ":", "，")):
        return False
    return is_person(text) or bool(_NAME_ALONE.fullmatch(folded)) or bool(_MEETING.fullmatch(folded))


def is_addressee_line(text: str) -> bool:
    """主送机关: ends with a full-width colon and names bodies or persons (GB/T 9704-2012 7.3.2)."""
    stripped = fold(text.strip())
    return (
        stripped.endswith(("：", ":"))
        and len(stripped) <= 400
        and not any(stop in stripped for stop in "。；！？")
        and bool(_ADDRESSEE_WORDS.search(stripped) or _ADDRESSEE_ALL.match(stripped))
        and not _ADDRESSEE_NOT.search(stripped)
    )


def unbracket(text: str) -> str:
    """The text inside a pair of brackets around the whole of it, or the text itself."""
    stripped = text.strip()
    if stripped[:1] in "（(【[" and stripped[-1:] in "）)】]":
        return stripped[1:-1].strip()
    return stripped


def is_disclosure_note(text: str) -> bool:
    """公开属性 standing alone: （此件主动公开）, 信息公开选项：主动公开."""
    return bool(_DISCLOSURE_NOTE.fullmatch(unbracket(fold(text))))


def is_contact_note(text: str) -> bool:
    """附注 with a contact: （联系人：… 电话：…）."""
    return bool(_CONTACT_NOTE.match(unbracket(fold(text))))


def is_note(text: str) -> bool:
    """附注 (GB/T 9704-2012 7.3.7): in brackets below the date, or a disclosure or contact line without them."""
    stripped = text.strip()
    bracketed = stripped[:1] in "（(【" and stripped[-1:] in "）)】"
    return bracketed or is_disclosure_note(stripped) or (is_contact_note(stripped) and len(stripped) <= 80)


def is_closing(text: str) -> bool:
    """结束语: 专此报告。 特此报告。 请审阅。"""
    compact = non_blank(fold(text))
    return len(compact) <= 24 and compact.startswith(CLOSING_LEAD) and bool(CLOSING.fullmatch(compact))
