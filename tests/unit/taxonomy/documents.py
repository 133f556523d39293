"""Documents from text, for the tests of describing."""

from __future__ import annotations

from generator.model.document import Document
from generator.parser.parse import parse_document
from generator.readers import read_bytes

HEAD = "某某市2023年法治政府建设年度报告\n\n2023年，我局坚持依法行政，各项工作扎实推进。现将有关情况报告如下：\n\n"


def document(body: str, head: str = HEAD) -> Document:
    return parse_document(read_bytes((head + body).encode(), ".txt").text).value
