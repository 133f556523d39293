"""Files of old office programs: which of them another program has to turn into a Word file first."""

from __future__ import annotations

from generator.model.diagnostics import Diagnostic, Severity
from generator.readers.confine import Converted
from generator.readers.formats import CONVERTED
from generator.readers.limits import Limits
from generator.readers.office import convert_to_word
from generator.readers.sniff import check_type


def convert_old_format(content: bytes, suffix: str, limits: Limits) -> Converted | Diagnostic | None:
    """Convert a ``.doc``, ``.wps`` or ``.rtf`` file, where its content is of such a format.

    Args:
        content: the file's bytes.
        suffix: its own; the content decides what it is.
        limits: the time that the conversion may take.

    Returns:
        The Word file with what is to be said of the way to it; a finding where there is none to be had; None where
        the file is to be read as it is (its suffix may lie: many a ``.doc`` is a web page).
    """
    resolved = check_type(content, suffix)
    if resolved.suffix not in CONVERTED or any(one.severity is Severity.ERROR for one in resolved.diagnostics):
        return None
    made = convert_to_word(content, resolved.suffix, limits)
    if isinstance(made, Diagnostic):
        return made
    return Converted(content=made, suffix=".docx", diagnostics=resolved.diagnostics)
