"""Printed forms of the parts of a document: what an agency's name, a document number, an addressee line look like.

No agency is named here; these are the shapes of names.
"""

from __future__ import annotations

import re

from generator.parser.characters import non_blank

# 机关名称 end so (宪法 arts. 85-95; 国务院组织法; 地方各级人民代表大会和地方各级人民政府组织法).
_AGENCY_END = (
    "人民政府|政府|办公室|办公厅|委员会|管委会|管理委员会|局|厅|部|委|院|署|处|总局|分局|中心|办事处|街道|公安部|法院|检察院|"
    "外办|外事办|府办|党组|支队|总队|大队|研究室|联合会|总工会|协会|学校|大学|医院|集团|公司|所|站|馆|社|办"
)
AGENCY_LINE = re.compile(
    rf"[\u4e00-\u9fff（）()·、\s]{{2,40}}(?:{_AGENCY_END})(?:[（(][\u4e00-\u9fff\s]{{2,30}}[）)])?"
)
# 文种 and its looser cousins that end a title (党政机关公文处理工作条例 art. 8).
GENRE = (
    "报告|总结|情况|通知|通报|意见|决定|决议|批复|复函|函|公告|通告|公报|令|议案|请示|纪要|规划|计划|方案|办法|规定|细则|条例|规则|要点|"
    "公示|说明|指南|汇报|年报|预算|决算|清单|目录|制度|章程|讲话|白皮书|安排|工作|建议|答复|预案|标准|规范"
)
TITLE_END = re.compile(rf"(?:{GENRE})\s*(?:[（(〔\[][^（）()]{{1,24}}[）)〕\]]\s*)?$")
# These end a title only when no stricter 文种 follows on the next line (…工作情况 / 的报告).
LOOSE_TITLE_END = re.compile(r"(?:情况|工作|安排|建议|制度|标准|规范|计划|规划|决定|意见)$")
_AGENCY_TAIL = re.compile(rf"[\u4e00-\u9fff]{{1,14}}(?:{_AGENCY_END})(?:关于|\s*(?:19|20)\d\d)")

DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,16}\s*[〔\[［（(【﹝]\s*(?:19|20)\s*\d\s*\d\s*[〕\]］）)】﹞]\s*(?:第\s*)?\d{1,5}\s*号"
    r"|(?:公告|令|通告)?\s*(?:19|20)\d\d\s*年\s*第\s*\d{1,4}\s*号|第\s*\d{1,4}\s*号(?:令)?"
)
SECRECY_MARK = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*(?:[★☆*＊]\s*.{0,12})?")
URGENCY = re.compile(r"(?:紧急程度\s*[:：]\s*)?(?:特\s*急|加\s*急|平\s*急|急\s*件)")
COPY_NUMBER = re.compile(r"(?:份号\s*[:：]?\s*)?\d{6}")
APPROVER = re.compile(r"签\s*发\s*人\s*[:：].{0,20}")
HEAD_NOTE = re.compile(r"[（(【].{2,60}[）)】]")
METADATA_LINE = re.compile(
    r"[【\[]?\s*(?:索\s*引\s*号|文\s*号|发\s*文\s*字\s*号|发\s*布\s*(?:日\s*期|时\s*间|机\s*构|单\s*位)|生\s*成\s*日\s*期|成\s*文\s*日\s*期|发\s*文\s*(?:日\s*期|机\s*关|单\s*位)"
    r"|公\s*开\s*(?:日\s*期|时\s*间|方\s*式|范\s*围|属\s*性|时\s*限|类\s*别|主\s*体|责\s*任\s*部\s*门)|信\s*息\s*(?:来\s*源|分\s*类|索\s*引)|主\s*题\s*(?:分\s*类|词)|体\s*裁(?:\s*分\s*类)?|有\s*效\s*性|来\s*源|文\s*章\s*来\s*源"
    r"|责\s*任\s*编\s*辑|名\s*称|标\s*题|日\s*期|时\s*间|浏\s*览(?:\s*次\s*数|\s*量)?|字\s*[号体]|作\s*者)\s*[】\]]?\s*[:：|｜].{0,120}"
)
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
ATTACHMENT_HEAD = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[:：]?")
_ADDRESSEE_WORDS = re.compile(
    r"委|府|局|办|厅|部|院|署|处|中心|单位|部门|机关|公司|学校|大学|同志|主任|市长|县长|区长|省长|书记|代表|常委会|政协|人大|各位|总队|支队|社区|村|银行|群众|市民|公众"
)
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
    compact = non_blank(text)
    return bool(AGENCY_LINE.fullmatch(compact)) and not TITLE_END.search(compact) and "关于" not in compact


def continues_agency(text: str) -> bool:
    """True where a line begins with the rest of an agency's name before 关于 or a year."""
    return bool(_AGENCY_TAIL.match(non_blank(text)))


def is_addressee_line(text: str) -> bool:
    """主送机关: ends with a full-width colon and names bodies or persons (GB/T 9704-2012 7.3.2)."""
    stripped = text.strip()
    return (
        stripped.endswith(("：", ":"))
        and len(stripped) <= 120
        and not any(stop in stripped for stop in "。；！？")
        and bool(_ADDRESSEE_WORDS.search(stripped))
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
    return bool(_DISCLOSURE_NOTE.fullmatch(unbracket(text)))


def is_contact_note(text: str) -> bool:
    """附注 with a contact: （联系人：… 电话：…）."""
    return bool(_CONTACT_NOTE.match(unbracket(text)))


def is_note(text: str) -> bool:
    """附注 (GB/T 9704-2012 7.3.7): in brackets below the date, or a disclosure or contact line without them."""
    stripped = text.strip()
    bracketed = stripped[:1] in "（(【" and stripped[-1:] in "）)】"
    return bracketed or is_disclosure_note(stripped) or (is_contact_note(stripped) and len(stripped) <= 80)


def is_closing(text: str) -> bool:
    """结束语: 专此报告。 特此报告。 请审阅。"""
    compact = non_blank(text)
    return len(compact) <= 24 and compact.startswith(CLOSING_LEAD) and bool(CLOSING.fullmatch(compact))
