"""Ruling lines -> the grid of a table, with merged cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.readers.page_lines import Rule

_NEAR = 3.0  # points: rules this near meet, and are one where they run side by side
_LEAST_LENGTH = 6.0  # points: shorter strokes are parts of pictures
_MOST_RULES = 6_000  # a page with more is a drawing, no table
_MOST_CELLS = 40_000

Place = tuple[int, int, int, int]  # row, column, row span, column span


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table.

    Attributes:
        columns: x of the borders, rising; at least three.
        rows: y of the borders, rising; at least three.
        places: for each small field of the grid, row by row, the cell that it belongs to.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    places: tuple[tuple[Place, ...], ...]

    def find_cell(self, x: float, y: float) -> Place | None:
        """The cell at a point; None outside the table."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_right(self.rows, y) - 1
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1):
            return None
        return self.places[row][column]


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that rules draw: rules that meet, with at least two columns and two rows.

    Tables that are open at the sides (行 rules running out beyond the last 列 rule) or at top and bottom count too.
    """
    long = [rule for rule in rules if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= _LEAST_LENGTH]
    if len(long) > _MOST_RULES:
        return []
    across = _merge((rule.y0, rule.x0, rule.x1) for rule in long if rule.y0 == rule.y1)
    upright = _merge((rule.x0, rule.y0, rule.y1) for rule in long if rule.x0 == rule.x1)
    grids = (_make_grid(*group) for group in _meeting(across, upright))
    return [grid for grid in grids if grid is not None]


# A stroke: its place on the other axis, its start and its end.
_Stroke = tuple[float, float, float]


def _merge(strokes: Iterable[_Stroke]) -> list[_Stroke]:
    """Pieces of one rule, and double rules, made one."""
    levels: list[list[_Stroke]] = []
    for stroke in sorted(strokes):
        if levels and stroke[0] - levels[-1][0][0] <= _NEAR:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    merged: list[_Stroke] = []
    for level in levels:
        place = sum(stroke[0] for stroke in level) / len(level)
        pieces = sorted((start, end) for _, start, end in level)
        first, last = pieces[0]
        for start, end in pieces[1:]:
            if start <= last + _NEAR:
                last = max(last, end)
            else:
                merged.append((place, first, last))
                first, last = start, end
        merged.append((place, first, last))
    return merged


def _meeting(across: list[_Stroke], upright: list[_Stroke]) -> list[tuple[list[_Stroke], list[_Stroke]]]:
    """Groups of rules that hang together."""
    parent = list(range(len(across) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for number, (x, top, bottom) in enumerate(upright, len(across)):
        for index, (y, left, right) in enumerate(across):
            if left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR:
                parent[root(number)] = root(index)
    groups: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for index, stroke in enumerate(across):
        groups.setdefault(root(index), ([], []))[0].append(stroke)
    for number, stroke in enumerate(upright, len(across)):
        groups.setdefault(root(number), ([], []))[1].append(stroke)
    return [group for group in groups.values() if group[0] and group[1]]


def _make_grid(across: list[_Stroke], upright: list[_Stroke]) -> Grid | None:
    columns = _borders([x for x, _, _ in upright], min(s[1] for s in across), max(s[2] for s in across))
    rows = _borders([y for y, _, _ in across], min(s[1] for s in upright), max(s[2] for s in upright))
    width, height = len(columns) - 1, len(rows) - 1
    if width < 2 or height < 2 or width * height > _MOST_CELLS:
        return None
    parent = {(row, column): (row, column) for row in range(height) for column in range(width)}

    def root(field: tuple[int, int]) -> tuple[int, int]:
        while parent[field] != field:
            field = parent[field]
        return field

    walls = _walls(upright, columns, rows)
    floors = _walls(across, rows, columns)
    for row in range(height):
        for column in range(width):
            if column + 1 < width and (column + 1, row) not in walls:
                parent[root((row, column + 1))] = root((row, column))
            if row + 1 < height and (row + 1, column) not in floors:
                parent[root((row + 1, column))] = root((row, column))
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for field in parent:
        members.setdefault(root(field), []).append(field)
    if len(members) < 4 - (width == 2 or height == 2):
        return None
    places: dict[tuple[int, int], Place] = {}
    for fields in members.values():
        top, left = min(row for row, _ in fields), min(column for _, column in fields)
        spans = max(row for row, _ in fields) - top + 1, max(column for _, column in fields) - left + 1
        for field in fields:
            places[field] = (top, left, *spans)
    return Grid(
        columns=tuple(columns),
        rows=tuple(rows),
        places=tuple(tuple(places[row, column] for column in range(width)) for row in range(height)),
    )


def _borders(places: Iterable[float], start: float, end: float) -> list[float]:
    """Border places, rising, with those of a side that is left open."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    if start < found[0] - 2 * _LEAST_LENGTH:
        found.insert(0, start)
    if end > found[-1] + 2 * _LEAST_LENGTH:
        found.append(end)
    return found


def _walls(strokes: list[_Stroke], borders: list[float], steps: list[float]) -> set[tuple[int, int]]:
    """(border, step) for each stretch of a border between two steps that a stroke covers."""
    found: set[tuple[int, int]] = set()
    for place, start, end in strokes:
        border = min(range(len(borders)), key=lambda index: abs(borders[index] - place))
        for step in range(len(steps) - 1):
            if start <= (steps[step] + steps[step + 1]) / 2 <= end:
                found.add((border, step))
    return found
