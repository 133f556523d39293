"""The report that hostile files carry: it would be published, were it not for what is added."""

from __future__ import annotations

from tests.site.planted import planted

REPORT = planted("各项任务落实到位，")
LINES = tuple(line for line in REPORT.split("\n") if line.strip())
