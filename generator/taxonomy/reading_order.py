"""The order in which agencies are listed everywhere: the state's first, then by region, the others last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.model.report import Agency


def agency_order(agency: Agency, region_sort_key: Callable[[str], Any]) -> tuple[Any, ...]:
    """Sort key of an agency.

    Args:
        agency: the agency.
        region_sort_key: administrative order of GB/T 2260 codes; its keys are compared with each other only.
    """
    if agency.level == "national":
        place: tuple[Any, ...] = (0,)
    elif agency.region.code:
        place = (1, region_sort_key(agency.region.code))
    else:
        place = (2,)
    return (place, agency.name, agency.agency_id)
