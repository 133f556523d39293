"""No number without its quotation: what a report states of an indicator, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.figure import Figure, IndicatorValue
from generator.model.report_parts import ReportParts


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One sentence, cut where its number stands.

    Attributes:
        before, words, after: the sentence as printed; ``words`` are the number and its unit, or what implies a zero.
        number: what the words say.
        anchor: the finest anchor that shows them on the report's page.
        section: label of the unit that they stand in, or empty.
        approximate: the text says so (余, 近, 以上).
        implied: a zero that the text tells without a number.
        repeated: how many later places say it again.
    """

    before: str
    words: str
    after: str
    number: Decimal
    anchor: str
    section: str = ""
    approximate: bool = False
    implied: bool = False
    repeated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue:
    """What one report states of one indicator.

    Attributes:
        report_id: the report.
        indicator_id: the indicator.
        number: the value.
        unit: the unit of all its quotations.
        quotations: at least one; several where the value is their sum.
    """

    report_id: str
    indicator_id: str
    number: Decimal
    unit: str
    quotations: tuple[Quotation, ...]

    @property
    def approximate(self) -> bool:
        """Whether any part of it is."""
        return any(quotation.approximate for quotation in self.quotations)

    @property
    def implied(self) -> bool:
        """Whether all of it is told without a number."""
        return all(quotation.implied for quotation in self.quotations)


def stated_values(report_id: str, parts: ReportParts) -> tuple[StatedValue, ...]:
    """What one report states of the indicators, in their order.

    Args:
        report_id: the report.
        parts: its passages, figures and indicator values.
    """
    texts = {passage.anchor: passage.text for passage in parts.passages}
    return tuple(_stated(report_id, value, texts) for value in parts.indicator_values)


def _stated(report_id: str, value: IndicatorValue, texts: Mapping[str, str]) -> StatedValue:
    return StatedValue(
        report_id=report_id,
        indicator_id=value.indicator_id,
        number=value.number,
        unit=value.unit,
        quotations=tuple(_quotation(figure, texts.get(figure.anchor, "")) for figure in value.figures),
    )


def _quotation(figure: Figure, text: str) -> Quotation:
    sentence, start = figure.sentence, _place_in_sentence(figure, text)
    end = start + len(figure.printed) if start >= 0 else len(sentence)
    start = max(start, 0)  # where its words cannot be found, the whole sentence is them
    return Quotation(
        before=sentence[:start],
        words=sentence[start:end],
        after=sentence[end:],
        number=figure.number,
        anchor=figure.link_anchor,
        section=figure.section,
        approximate=bool(figure.approximate),
        implied=figure.implied,
        repeated=len(figure.repeated),
    )


def _place_in_sentence(figure: Figure, text: str) -> int:
    """Where the number begins in its sentence; the same sentence and the same number may stand there twice."""
    begin = text.find(figure.sentence)
    while begin >= 0:
        place = figure.start - begin
        if 0 <= place < len(figure.sentence) and figure.sentence.startswith(figure.printed, place):
            return place
        begin = text.find(figure.sentence, begin + 1)
    return figure.sentence.find(figure.printed)
