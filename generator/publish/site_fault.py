"""What the proof of a built site finds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFault:
    """One fault of a built site; ``place`` is the page's path below the site, ``report_id`` empty where no report's."""

    place: str
    finding: Diagnostic
    report_id: str = ""

    def __str__(self) -> str:
        """The finding's Chinese message, which names the page."""
        return self.finding.message
