"""The decision on one report: publish or hold, why, and what is masked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.gate.bank_cards import find_bank_card, has_card_shape
from generator.gate.chinese_digits import with_chinese_digits
from generator.gate.contacts import MaskedPlace, find_contact_masks
from generator.gate.digit_windows import digit_windows
from generator.gate.disclosure_marks import find_disclosure_marks, judge_attribute
from generator.gate.findings import (
    BANK_CARD,
    CONTACT_IN_NOTE,
    IDENTITY_NUMBER,
    IDENTITY_NUMBER_OLD,
    IDENTITY_NUMBER_SUSPECT,
    MORE_FINDINGS,
    NAME_LIST,
    PRIVATE_MOBILE,
)
from generator.gate.identity_numbers import find_identity_number, has_identity_shape, has_old_identity_shape
from generator.gate.marks import mark_lines, value_lines
from generator.gate.mobile_numbers import find_mobile_number, has_mobile_shape
from generator.gate.name_lists import find_name_lists
from generator.gate.personal_text import (
    find_home_addresses,
    find_mail_addresses,
    find_plates,
    find_travel_documents,
)
from generator.gate.published_values import disclosure_cells, published_values
from generator.gate.review import apply_review
from generator.gate.rules import GateRules
from generator.gate.scan_copy import Hit, ScanCopy, scan_document, scan_values
from generator.gate.secrecy_marks import find_internal_marks, find_secrecy_marks
from generator.gate.table_lists import find_table_lists
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.report import Decision, Report
from generator.model.text import TextOrigin
from generator.readers.findings_pdf import RECOGNISED_TEXT

# Where two rules see the same digits, the surer one speaks.
_SURENESS = (IDENTITY_NUMBER, BANK_CARD, IDENTITY_NUMBER_SUSPECT, PRIVATE_MOBILE, IDENTITY_NUMBER_OLD)


def _find_numbers(copy: ScanCopy, rules: GateRules) -> tuple[Hit, ...]:
    """Numbers in digits, and those spelled in Chinese numerals."""
    spelled = with_chinese_digits(copy)
    found = _find_digits(copy, rules)
    return (*found, *(hit for hit in _find_digits(spelled, rules) if hit not in found)) if spelled else found


def _find_digits(copy: ScanCopy, rules: GateRules) -> tuple[Hit, ...]:
    numbers = rules.numbers

    def wanted(digits: str) -> bool:
        return (
            has_mobile_shape(digits)
            or (len(digits) == 18 and has_identity_shape(digits, numbers))
            or (len(digits) == 15 and has_old_identity_shape(digits, numbers))
            or (len(digits) >= 16 and has_card_shape(digits, numbers))
        )

    found: list[Hit] = []
    for window in digit_windows(copy, wanted):
        for find in (find_identity_number, find_bank_card, find_mobile_number):
            hit = find(window, copy, numbers)
            if hit is not None:
                found.append(hit)
    taken: list[Hit] = []
    reached = -1
    for hit in sorted(found, key=lambda hit: (hit.start, _SURENESS.index(hit.kind))):
        if hit.start >= reached:
            taken.append(hit)
            reached = hit.end
        elif _SURENESS.index(hit.kind) < _SURENESS.index(taken[-1].kind):
            taken[-1] = hit
            reached = max(reached, hit.end)
    return tuple(taken)


def _find_personal(copy: ScanCopy, rules: GateRules) -> Iterator[Hit]:
    yield from _find_numbers(copy, rules)
    yield from find_travel_documents(copy, rules.personal)
    yield from find_plates(copy, rules.personal, rules.numbers)
    yield from find_mail_addresses(copy, rules.personal)
    yield from find_home_addresses(copy, rules.personal)
    yield from find_name_lists(copy, rules.name_list, frozenset(rules.surnames))


def _lists_in_tables(copy: ScanCopy, report: Report, rules: GateRules, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Tables of persons that reading cell by cell has not found."""
    known = [hit.start for hit in hits if hit.kind is NAME_LIST]
    found = find_table_lists(copy, report.document, rules.name_list, frozenset(rules.surnames))
    return tuple(hit for hit in found if not any(hit.start <= start < hit.end for start in known))


def _diagnostics(hits: Iterable[Hit], copy: ScanCopy) -> tuple[Diagnostic, ...]:
    """One finding for each code and line."""
    found: dict[tuple[str, int | None, str], Diagnostic] = {}
    for hit in hits:
        line = copy.line_at(hit.start)
        found.setdefault((hit.kind.code, line.number, line.place), hit.kind.at(line=line.number, place=line.place))
    return tuple(found.values())


def _without_masked(hits: Iterable[Hit], masked: tuple[MaskedPlace, ...]) -> tuple[Hit, ...]:
    """Drop mobile numbers that lie under a mask."""
    covered = {(place.start, place.end) for place in masked}
    starts = sorted(covered)
    kept: list[Hit] = []
    position = 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        while position < len(starts) and starts[position][1] <= hit.start:
            position += 1
        under = position < len(starts) and starts[position][0] <= hit.start and hit.end <= starts[position][1]
        if not (under and hit.kind is PRIVATE_MOBILE):
            kept.append(hit)
    return tuple(kept)


def _recognised(report: Report, earlier: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """识别文本 is never published as it is, whether or not its reader said so."""
    told = any(finding.code == RECOGNISED_TEXT.code for finding in earlier)
    if told or report.text.origin is not TextOrigin.RECOGNISED:
        return ()
    return (RECOGNISED_TEXT.at(pages=f"1 至 {max(1, report.text.pages)}"),)


def _in_order(findings: Iterable[Diagnostic], limit: int) -> tuple[Diagnostic, ...]:
    """Sort by line; of one code list the first ``limit`` and count the others."""
    ordered = sorted(
        dict.fromkeys(findings), key=lambda found: (found.line is None, found.line or 0, found.code, found.message)
    )
    seen: Counter[str] = Counter()
    listed: list[Diagnostic] = []
    for finding in ordered:
        seen[finding.code] += 1
        if seen[finding.code] <= limit:
            listed.append(finding)
    more = (MORE_FINDINGS.at(count=seen[code] - limit, code=code) for code in sorted(seen) if seen[code] > limit)
    return (*listed, *more)


def decide(report: Report, rules: GateRules, *, earlier: tuple[Diagnostic, ...] = ()) -> Decision:
    """Decide whether a report may be published.

    Args:
        report: what is understood of the file; its document's text and the metadata that get published are looked at.
        rules: see ``load_gate_rules``.
        earlier: findings of reader, parser and description; those of severity ERROR hold too.

    Returns:
        The decision.  ``reasons`` holds every finding of the gate in order of lines: ERROR ones hold the report; NOTE
        and WARNING ones (a masked contact, what a reviewer let pass, a wrong code in the record) do not.
    """
    copy = scan_document(report.document, rules.variants)
    lines = mark_lines(copy, report.document, rules.secrecy.head_lines)
    marks, proactive = find_disclosure_marks(lines, rules.disclosure)
    masked = find_contact_masks(copy, report.document, rules)
    personal = tuple(_find_personal(copy, rules))
    hits = (
        *find_secrecy_marks(lines, rules.secrecy),
        *find_internal_marks(lines, rules.internal_marks),
        *marks,
        *_without_masked((*personal, *_lists_in_tables(copy, report, rules, personal)), masked),
    )
    values = scan_values(published_values(report), rules.variants)
    value_hits = (
        *find_secrecy_marks(value_lines(values), rules.secrecy),
        *find_internal_marks(value_lines(values), rules.internal_marks),
        *_find_personal(values, rules),
    )
    cells = scan_values(disclosure_cells(report), rules.variants)
    cell_marks, cell_opens = find_disclosure_marks(value_lines(cells), rules.disclosure)
    contacts = tuple({place.mask.anchor: CONTACT_IN_NOTE.at(line=place.mask.line) for place in masked[::-1]}.values())
    findings = (
        *(finding for finding in earlier if finding.severity is Severity.ERROR),
        *_diagnostics(hits, copy),
        *_diagnostics(value_hits, values),
        *_diagnostics(cell_marks, cells),
        *judge_attribute(
            report.disclosure, (*marks, *cell_marks), proactive or cell_opens, rules.disclosure, rules.require_mark
        ),
        *_recognised(report, earlier),
        *contacts,
    )
    known_earlier = tuple(finding.code for finding in earlier)
    reviewed, allowed = apply_review(findings, report.review, rules.never_allow, known_earlier)
    return Decision(
        publish=all(finding.severity is not Severity.ERROR for finding in reviewed),
        reasons=_in_order(reviewed, rules.findings_per_code),
        masks=tuple(place.mask for place in masked),
        allowed=allowed,
    )
