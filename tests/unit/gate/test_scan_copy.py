import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.gate.scan_copy import (
    BLOCK_BREAK,
    CELL_BREAK,
    block_offsets,
    fragment_cells,
    scan_document,
    scan_values,
)
from generator.model.document import Block, BlockKind, Document, Fragment, TableCell
from tests.unit.gate.gate_documents import build_document

VARIANTS = (("機", "机"),)


def test_folds_forms_and_drops_invisible_characters():
    copy = scan_document(build_document("１２\u200b３（Ａ）\u3000機\u00ad密−–"), VARIANTS)
    assert copy.text == "123(A) 机密--"


def test_circled_digits_do_not_join_numbers():
    assert scan_document(build_document("①138"), ()).text == "①138"


def test_line_of_a_character():
    copy = scan_document(build_document("甲乙", ("note", ["丙", "丁戊"])), ())
    assert copy.text == f"甲乙{BLOCK_BREAK}丙\n丁戊"
    assert [copy.line_at(index).number for index in range(len(copy.text))] == [1, 1, 1, 2, 2, 3, 3]


def test_cells_are_parted_and_lines_of_one_cell_are_not():
    document = build_document(("table", [["甲", "乙"], ["", "丙"]]))
    copy = scan_document(document, ())
    assert copy.text == f"甲{CELL_BREAK}乙{CELL_BREAK}丙"
    assert [line.cell for line in copy.lines] == [0, 1, 2]


@given(
    st.lists(st.lists(st.text("甲1 ２", min_size=1, max_size=4).filter(str.strip), min_size=1, max_size=3), min_size=1)
)
def test_each_line_of_a_table_is_in_its_cell(cells):
    # One column; a cell of several lines, as Word and web pages have them.
    texts = ["".join(line.strip() for line in lines) for lines in cells]
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    block = Block(
        kind=BlockKind.TABLE,
        text="\n".join(texts),
        fragments=tuple(Fragment(text=line.strip(), line=1) for lines in cells for line in lines),
        anchor="p-1",
        cells=tuple(
            TableCell(row=row, column=0, row_span=1, column_span=1, header=False, start=start, end=start + len(text))
            for row, (start, text) in enumerate(zip(starts, texts, strict=True))
        ),
    )
    wanted = [number for number, lines in enumerate(cells) for _ in lines]
    assert list(fragment_cells(block)) == wanted
    copy = scan_document(Document(blocks=(block,)), ())
    assert copy.text.count(CELL_BREAK) == len(cells) - 1


def test_values_have_no_line_but_a_name():
    line = scan_values([("标题", "甲")], ()).line_at(0)
    assert (line.number, line.place) == (None, "标题")


solid = st.characters(exclude_categories=("Cs",)).filter(lambda char: not char.isspace())


@given(st.lists(st.text(solid, min_size=1, max_size=12), min_size=1, max_size=4))
def test_offsets_lead_back_to_the_block(lines):
    document = build_document(("paragraph", lines))
    copy = scan_document(document, VARIANTS)
    block = document.blocks[0]
    offsets = block_offsets(block, VARIANTS)
    assert len(offsets) == len(copy.text)
    assert list(offsets) == sorted(offsets)
    for index, char in enumerate(copy.text):
        if char.isdigit() and char.isascii():
            assert unicodedata.digit(block.text[offsets[index]]) == int(char)
