"""Every quantity that a report states, with the sentence that states it (domain: annual reports, any agency)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from generator.model.document import Block, BlockKind, Document
from generator.model.figure import Figure
from generator.model.report import Unit
from generator.taxonomy.figures_columns import Columns
from generator.taxonomy.figures_mentions import find_mentions
from generator.taxonomy.figures_phrase import Reading, read_phrases
from generator.taxonomy.figures_planned import is_planned
from generator.taxonomy.figures_repeat import join_repeated
from generator.taxonomy.figures_rules import FigureRules, load_figure_rules
from generator.taxonomy.figures_shared import share_numbers
from generator.taxonomy.figures_tables import read_cells
from generator.taxonomy.figures_text import LineFinder, PassageText, read_passage
from generator.taxonomy.figures_zero import find_zeros
from generator.taxonomy.indicators import IndicatorTable, load_indicators, match_indicator

# Where quantities are reported; titles, signatures, notes and imprints hold dates, names and telephone numbers.
_TOLD = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.ATTACHMENT})
# A report states some hundred quantities; a text with more than this is no report, and must not stop the others.
_MOST = 5000


def find_figures(
    document: Document,
    units: Sequence[Unit] = (),
    *,
    rules: FigureRules | None = None,
    indicators: IndicatorTable | None = None,
) -> tuple[Figure, ...]:
    """Find every quantity stated in a document.

    Args:
        document: the parsed document; for publication the masked one.
        units: its units with themes and roles (``Report.units``); without them figures carry no theme, and the
            section is the label of the nearest heading.
        rules: as ``load_figure_rules`` gives them.
        indicators: as ``load_indicators`` gives them.

    Returns:
        The figures in text order, at most 5,000 statements; a fact that is told again later is there once, with the
        later places.
    """
    rules = rules or load_figure_rules()
    indicators = indicators or load_indicators()
    places = _Places(document, units)
    found: list[Figure] = []
    columns = Columns(rules)
    for block in document.blocks:
        if block.kind in _TOLD:
            row = columns if columns.is_row(block) else None
            found.extend(islice(_in_block(block, places, rules, indicators, row), _MOST - len(found)))
    return join_repeated(found, rules.distinct)


def _in_block(
    block: Block, places: _Places, rules: FigureRules, indicators: IndicatorTable, row: Columns | None
) -> Iterator[Figure]:
    text = read_passage(block, rules.never)
    if row is not None:
        stated = row.read(text)
    else:
        stated = share_numbers(text, read_phrases(text, find_mentions(text, rules)[:_MOST], rules))
        stated += read_cells(text, rules)
    implied = find_zeros(text, rules)
    # 行政复议案件为0 is stated, 为零 and 未发生 are implied.
    readings = sorted(
        [*((one, False) for one in stated), *((one, one.mention.in_words) for one in implied)], key=_order
    )
    if not readings:
        return
    lines = LineFinder(block)
    for reading, is_implied in readings:
        yield _figure(text, lines, reading, places, rules, indicators, implied=is_implied)


def _order(pair: tuple[Reading, bool]) -> int:
    return pair[0].mention.start


def _figure(
    text: PassageText,
    lines: LineFinder,
    reading: Reading,
    places: _Places,
    rules: FigureRules,
    indicators: IndicatorTable,
    *,
    implied: bool,
) -> Figure:
    mention, block = reading.mention, text.block
    start, end = text.span(mention.start, mention.end)
    first, last = text.sentence(mention.start, mention.end)
    place = places.of(block, start)
    unit = places.unit_of(block, place)
    planned = is_planned(text, mention.start, unit.roles if unit is not None else (), rules)
    matched = None if planned else match_indicator(text, reading, indicators)
    leading = unit.themes[0].theme_id if unit is not None and unit.themes else ""
    return Figure(
        number=mention.number,
        printed=block.text[start:end],
        unit=mention.unit,
        counted=reading.counted,
        phrase=text.original(reading.start, reading.end),
        sentence=text.original(first, last).strip(),
        anchor=block.anchor,
        start=start,
        end=end,
        line=lines.line_at(start),
        item_anchor=place,
        section=unit.label if unit is not None else places.label_of(block),
        approximate=mention.approximate,
        implied=implied,
        planned=planned,
        theme=leading or (matched.theme if matched else ""),
        indicator=matched.indicator_id if matched else "",
    )


class _Places:
    """Which unit, item and section a place of the text belongs to."""

    def __init__(self, document: Document, units: Sequence[Unit]) -> None:
        self._labels = {heading.anchor: heading.label for heading in document.headings}
        self._items = {unit.anchor: unit for unit in units if unit.part_of}
        self._blocks: dict[str, Unit] = {}
        for unit in units:
            if not unit.part_of:
                for anchor in unit.passages:
                    self._blocks.setdefault(anchor, unit)

    def of(self, block: Block, offset: int) -> str:
        """Anchor of the 一是 item around an offset, or empty."""
        return next((item.anchor for item in block.items if item.start <= offset < item.end), "")

    def unit_of(self, block: Block, item: str) -> Unit | None:
        """The unit of an item, else of the passage."""
        return self._items.get(item) or self._blocks.get(block.anchor)

    def label_of(self, block: Block) -> str:
        """The label of the section's heading, or empty."""
        return self._labels.get(block.section, "")
